// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "core/edit/textsearch.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Find and replace in the texts of a document: the places found, the one that is current, and the edits, each one
/// undo step.
class TextFinder : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY changed)
    /// Nothing is looked for while it is not active.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(bool regular READ isRegular WRITE setRegular NOTIFY changed)
    Q_PROPERTY(bool matchCase READ matchesCase WRITE setMatchCase NOTIFY changed)
    Q_PROPERTY(QString replacement READ replacement WRITE setReplacement NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// "3 of 12", "12 found", "Nothing found", "5 replaced"; empty when nothing is looked for.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// What is wrong with the expression, one sentence; empty when it can be used.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit TextFinder(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QString text() const { return m_query.text; }
    void setText(const QString& text);
    [[nodiscard]] bool isRegular() const { return m_query.regular; }
    void setRegular(bool regular);
    [[nodiscard]] bool matchesCase() const { return m_query.matchCase; }
    void setMatchCase(bool matchCase);
    [[nodiscard]] QString replacement() const { return m_replacement; }
    void setReplacement(const QString& replacement);
    [[nodiscard]] int count() const { return int(m_matches.size()); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Goes to the match after (delta 1) or before (-1) the current one, round the end, and selects its element:
    /// found() follows. False when there is none.
    Q_INVOKABLE bool walk(int delta);
    /// Replaces the current match and goes to the next; without a current one, goes to the first.
    Q_INVOKABLE bool replaceCurrent();
    /// Replaces all of them.
    Q_INVOKABLE bool replaceAll();

Q_SIGNALS:
    void changed();
    /// A match is current: its elements, as objects {kind, id}, to be shown.
    void found(const QVariantList& elements);

private:
    void look();
    void followChange(const DocumentChange& change);
    void take(const Result<QList<TextMatch>>& matches);
    void setQuery(const TextQuery& query);
    void show(int index);

    QPointer<DocumentController> m_document;
    TextQuery m_query;
    QString m_replacement;
    QString m_problem;
    QList<TextMatch> m_matches;
    int m_current = -1;
    int m_replaced = 0; ///< places all at once, just now
    bool m_active = false;
};

} // namespace throughline
