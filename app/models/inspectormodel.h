// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "app/models/formfield.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The fields of what is selected (or of one element named), one row each. Rows stay put while the user types: only
/// what differs is announced. Each edit is one undo step; what a field cannot take is kept with a message beside it.
class InspectorModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    /// The elements shown, as objects {kind, id}; an empty list shows the blueprint itself.
    Q_PROPERTY(QVariantList elements READ elements WRITE setElements NOTIFY elementsChanged)
    /// The rows are looked at. While they are not, they stay as they are; heading and subject are always true.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    /// "card", "connection", …; "mixed" for several kinds.
    Q_PROPERTY(QString kind READ kind NOTIFY headingChanged)
    /// What is shown, for a heading: "Card", "3 cards".
    Q_PROPERTY(QString heading READ heading NOTIFY headingChanged)
    /// The name of the one element shown.
    Q_PROPERTY(QString subject READ subject NOTIFY headingChanged)

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TypeRole,    ///< "line", "area", "number", "choice", "tags", "flag", "rating", "capabilities"
        SectionRole, ///< the heading above this row; empty when it stands under the same one as the row before
        LabelRole,
        ValueRole,
        ChoicesRole,  ///< all of them; where OffersRole is set only what the value is called
        OffersRole,   ///< choicesOf() gives the choices
        SearchedRole, ///< there are too many for a list: they are found by a part of their text
        PlaceholderRole,
        UnitRole,
        HelpRole,
        CreatesRole,
        ErrorRole,
        MixedRole, ///< several elements are shown and they differ here
    };

    explicit InspectorModel(QObject* parent = nullptr);

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] QVariantList elements() const;
    void setElements(const QVariantList& elements);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString subject() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Gives the field a new value in every element shown: one undo step. False, with an error at the field, if the
    /// value is not one it takes.
    Q_INVOKABLE bool setValue(const QString& key, const QVariant& value);
    /// The same while somebody types: what is typed without a longer rest is one undo step.
    Q_INVOKABLE bool setTyped(const QString& key, const QString& text);
    /// The same in the middle of typing: what the field does not take so far is passed over without a word.
    Q_INVOKABLE bool keepTyped(const QString& key, const QString& text);
    /// What the opened list of a field shows: {choices, more}, those with the search in their text, and how many are
    /// left out because there are too many.
    Q_INVOKABLE QVariantMap choicesOf(const QString& key, const QString& search = {}) const;
    /// Forgets a refused value and shows the true one again.
    Q_INVOKABLE void discard(const QString& key);

Q_SIGNALS:
    void documentChanged();
    /// Other elements are about to be shown: what is typed now belongs to the present ones.
    void aboutToChange();
    void elementsChanged();
    void activeChanged();
    void headingChanged();

private:
    struct Row
    {
        FormField field;
        bool mixed = false;
        bool operator==(const Row&) const = default;
    };
    struct Refusal
    {
        QVariant value;
        QString message;
        bool operator==(const Refusal&) const = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> currentRows() const;
    void replaceRows(const QList<Row>& rows);
    [[nodiscard]] Result<Patch> patchFor(const QString& key, const QVariant& value) const;
    [[nodiscard]] int rowOf(const QString& key) const;
    void announce(const QString& key);
    bool change(const QString& key, const QVariant& value, const QString& mergeKey);
    [[nodiscard]] QString typingKey(const QString& key) const;
    [[nodiscard]] QString undoText(const QString& label) const;

    QPointer<DocumentController> m_document;
    QList<ElementRef> m_elements;
    bool m_active = true;
    QList<Row> m_rows;
    QMap<QString, Refusal> m_refusals;
};

} // namespace throughline
