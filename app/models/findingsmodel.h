// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The findings of the last check, open or accepted ones, one row each. A finding that stays keeps its row: only what
/// came, went or moved is announced.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    /// Shows the accepted findings instead of the open ones.
    Q_PROPERTY(bool accepted READ isAccepted WRITE setAccepted NOTIFY acceptedChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// What was not checked and why, a sentence each.
    Q_PROPERTY(QStringList coverage READ coverage NOTIFY coverageChanged)
    /// Acceptances of findings that no longer exist: objects {id, title, reason, by}.
    Q_PROPERTY(QVariantList stale READ stale NOTIFY coverageChanged)

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< the fingerprint
        NumberRole,                 ///< as on its badge; 0 for accepted ones
        SeverityRole,               ///< "error", "warning", "hint"
        RuleRole,
        TitleRole,
        MessageRole,
        ConsequenceRole,
        RemediesRole,
        SuppressedRole,
        InferredRole, ///< it rests on what plain arrows only suggest
        ReasonRole,
        WhoRole,        ///< who accepted it
        AcceptedByRole, ///< "Ann, 3 May 2026"
        UntilRole,      ///< the last day it is accepted, "2026-05-31"; empty: for good
        TermRole,       ///< "Until 31 May 2026: 12 days left"; empty: for good
        ExpiredRole,    ///< of an open finding that was accepted: "Accepted until 31 May 2026 by Ann: “reason”"
    };

    explicit FindingsModel(QObject* parent = nullptr);

    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] bool isAccepted() const { return m_accepted; }
    void setAccepted(bool accepted);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] QStringList coverage() const;
    [[nodiscard]] QVariantList stale() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The row of a finding, or -1.
    Q_INVOKABLE int rowOf(const QString& key) const;
    Q_INVOKABLE QString keyAt(int row) const;
    /// The finding after (delta 1) or before (-1) another, round the end; the first or last one after none.
    Q_INVOKABLE QString neighbour(const QString& key, int delta) const;
    /// The elements a finding rests on, most telling first, as objects {kind, id}.
    Q_INVOKABLE QVariantList evidence(const QString& key) const;
    /// What is wrong with a last day as it was typed, one sentence; empty when it can be used. An empty text is right:
    /// for good.
    Q_INVOKABLE QString untilProblem(const QString& until) const;
    /// Accepts a finding for a reason, which must not be empty, in the name of who and until a day ("2026-05-31",
    /// empty: for good); or says so anew of an accepted one, whose first day stays. One undo step.
    Q_INVOKABLE bool accept(const QString& key, const QString& reason, const QString& who = {},
                            const QString& until = {});
    /// Takes the acceptance back. One undo step.
    Q_INVOKABLE bool reopen(const QString& key);
    /// Removes acceptances that match no finding any more: the one of that id, or with an empty id all of them. One
    /// undo step.
    Q_INVOKABLE bool removeStale(const QString& id = {});

Q_SIGNALS:
    void checkRunnerChanged();
    void acceptedChanged();
    void countChanged();
    void coverageChanged();

private:
    struct Row
    {
        QString key;
        int number = 0;
        Finding finding;
        bool operator==(const Row&) const = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> currentRows() const;
    void removeMissing(const QList<Row>& rows);
    void insertRows(int at, const QList<Row>& rows);
    void place(int to, const Row& row);

    QPointer<CheckRunner> m_runner;
    QList<Row> m_rows;
    bool m_accepted = false;
};

/// The elements of a finding's evidence, each once, the most telling first; the blueprint itself left out.
[[nodiscard]] QList<ElementRef> evidenceElements(const Finding& finding);
/// Those that are on the drawing; the ends of what is missing only where there is nothing else.
[[nodiscard]] QList<ElementRef> drawnEvidence(const Finding& finding);

} // namespace throughline
