// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inspectormodel.h"

#include "app/document/elementref.h"
#include "app/document/follow.h"
#include "app/models/labels.h"
#include "app/models/offer.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

QString typeWord(FieldType type)
{
    switch (type) {
    case FieldType::Line:
        return u"line"_s;
    case FieldType::Area:
        return u"area"_s;
    case FieldType::Number:
        return u"number"_s;
    case FieldType::Choice:
        return u"choice"_s;
    case FieldType::Tags:
        return u"tags"_s;
    case FieldType::Flag:
        return u"flag"_s;
    case FieldType::Rating:
        return u"rating"_s;
    case FieldType::Attachments:
        return u"attachments"_s;
    case FieldType::Capabilities:
        return u"capabilities"_s;
    }
    return {};
}

bool sameShape(const FormField& left, const FormField& right)
{
    return left.key == right.key && left.type == right.type && left.section == right.section &&
           left.searched == right.searched;
}

} // namespace

InspectorModel::InspectorModel(QObject* parent) : QAbstractListModel(parent) {}

void InspectorModel::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::changed, &InspectorModel::refresh),
                when(&DocumentController::reset, &InspectorModel::refresh)))
        return;
    Q_EMIT documentChanged();
    refresh();
}

QVariantList InspectorModel::elements() const
{
    return toVariant(m_elements);
}

void InspectorModel::setElements(const QVariantList& elements)
{
    const QList<ElementRef> refs = refsFrom(elements);
    if (refs == m_elements)
        return;
    Q_EMIT aboutToChange();
    m_elements = refs;
    m_refusals.clear();
    Q_EMIT elementsChanged();
    refresh();
}

void InspectorModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    refresh();
}

QString InspectorModel::kind() const
{
    if (m_elements.isEmpty())
        return kindWord(ElementKind::Blueprint);
    const bool same = std::all_of(m_elements.begin(), m_elements.end(),
                                  [&](const ElementRef& ref) { return ref.kind == m_elements.first().kind; });
    return same ? kindWord(m_elements.first().kind) : u"mixed"_s;
}

QString InspectorModel::heading() const
{
    if (m_elements.isEmpty())
        return label(ElementKind::Blueprint);
    if (m_elements.size() == 1)
        return label(m_elements.first().kind);
    if (kind() == "mixed"_L1)
        return tr("%1 elements").arg(m_elements.size());
    switch (m_elements.first().kind) {
    case ElementKind::Card:
        return tr("%1 cards").arg(m_elements.size());
    case ElementKind::Connection:
        return tr("%1 connections").arg(m_elements.size());
    case ElementKind::Lane:
        return tr("%1 lanes").arg(m_elements.size());
    case ElementKind::Step:
        return tr("%1 steps").arg(m_elements.size());
    default:
        return tr("%1 elements").arg(m_elements.size());
    }
}

QString InspectorModel::subject() const
{
    if (!m_document || m_elements.size() != 1)
        return {};
    return nameOf(m_document->blueprint(), m_elements.first());
}

int InspectorModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant InspectorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FormField& field = m_rows[index.row()].field;
    const auto refused = m_refusals.constFind(field.key);
    switch (role) {
    case KeyRole:
        return field.key;
    case TypeRole:
        return typeWord(field.type);
    case SectionRole:
        return index.row() > 0 && m_rows[index.row() - 1].field.section == field.section ? QString() : field.section;
    case LabelRole:
        return field.label;
    case ValueRole:
        return refused != m_refusals.cend() ? refused->value : field.value;
    case ChoicesRole:
        return field.choices;
    case OffersRole:
        return field.offer != nullptr;
    case SearchedRole:
        return field.searched;
    case PlaceholderRole:
        return m_rows[index.row()].mixed ? tr("Several values") : field.placeholder;
    case UnitRole:
        return field.unit;
    case HelpRole:
        return field.help;
    case CreatesRole:
        return field.creates;
    case ErrorRole:
        return refused != m_refusals.cend() ? refused->message : QString();
    case MixedRole:
        return m_rows[index.row()].mixed;
    default:
        return {};
    }
}

QHash<int, QByteArray> InspectorModel::roleNames() const
{
    return {{KeyRole, QByteArrayLiteral("key")},
            {TypeRole, QByteArrayLiteral("type")},
            {SectionRole, QByteArrayLiteral("section")},
            {LabelRole, QByteArrayLiteral("label")},
            {ValueRole, QByteArrayLiteral("value")},
            {ChoicesRole, QByteArrayLiteral("choices")},
            {OffersRole, QByteArrayLiteral("offers")},
            {SearchedRole, QByteArrayLiteral("searched")},
            {PlaceholderRole, QByteArrayLiteral("placeholder")},
            {UnitRole, QByteArrayLiteral("unit")},
            {HelpRole, QByteArrayLiteral("help")},
            {CreatesRole, QByteArrayLiteral("creates")},
            {ErrorRole, QByteArrayLiteral("error")},
            {MixedRole, QByteArrayLiteral("mixed")}};
}

Result<Patch> InspectorModel::patchFor(const QString& key, const QVariant& value) const
{
    const Blueprint& before = m_document->blueprint();
    if (m_elements.size() < 2)
        return setField(before, m_elements.isEmpty() ? ElementRef() : m_elements.first(), key, value);
    Blueprint after = before;
    for (const ElementRef& ref : m_elements) {
        const Result<Patch> patch = setField(after, ref, key, value);
        if (!patch)
            return patch.error();
        if (const Result<void> applied = throughline::apply(after, *patch); !applied)
            return applied.error();
    }
    return diff(before, after);
}

bool InspectorModel::setValue(const QString& key, const QVariant& value)
{
    return change(key, value, {});
}

bool InspectorModel::setTyped(const QString& key, const QString& text)
{
    return change(key, text, typingKey(key));
}

bool InspectorModel::keepTyped(const QString& key, const QString& text)
{
    return m_document && rowOf(key) >= 0 && patchFor(key, text) && setTyped(key, text);
}

QString InspectorModel::typingKey(const QString& key) const
{
    QStringList ids;
    for (const ElementRef& element : std::as_const(m_elements))
        ids += element.id;
    return u"type %1 %2"_s.arg(key, ids.join(u' '));
}

bool InspectorModel::change(const QString& key, const QVariant& value, const QString& mergeKey)
{
    const int row = rowOf(key);
    if (!m_document || row < 0)
        return false;
    const Result<Patch> patch = patchFor(key, value);
    if (!patch) {
        m_refusals.insert(key, {value, patch.error().message});
        announce(key);
        return false;
    }
    const bool wasRefused = m_refusals.remove(key) > 0;
    const bool applied = patch->isEmpty() || m_document->apply(*patch, undoText(m_rows[row].field.label), mergeKey);
    if (wasRefused || patch->isEmpty())
        announce(key);
    return applied;
}

QVariantMap InspectorModel::choicesOf(const QString& key, const QString& search) const
{
    const int row = rowOf(key);
    if (!m_document || row < 0 || !m_rows[row].field.offer)
        return {{u"choices"_s, QVariantList()}, {u"more"_s, 0}};
    const ElementRef of = m_elements.isEmpty() ? ElementRef() : m_elements.first();
    return offered(m_document->blueprint(), of, m_rows[row].field, search);
}

void InspectorModel::discard(const QString& key)
{
    if (m_refusals.remove(key) > 0)
        announce(key);
}

QString InspectorModel::undoText(const QString& fieldLabel) const
{
    const QString name = subject();
    return name.isEmpty() ? tr("Change “%1”").arg(fieldLabel) : tr("Change “%1” of “%2”").arg(fieldLabel, name);
}

int InspectorModel::rowOf(const QString& key) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].field.key == key)
            return row;
    }
    return -1;
}

void InspectorModel::announce(const QString& key)
{
    const int row = rowOf(key);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

QList<InspectorModel::Row> InspectorModel::currentRows() const
{
    if (!m_document || !m_document->isOpen() || kind() == "mixed"_L1)
        return {};
    const Blueprint& blueprint = m_document->blueprint();
    QList<Row> rows;
    for (const FormField& field : fieldsOf(blueprint, m_elements.isEmpty() ? ElementRef() : m_elements.first()))
        rows.append({field, false});
    for (qsizetype i = 1; i < m_elements.size(); ++i) {
        const QList<FormField> others = fieldsOf(blueprint, m_elements[i]);
        const auto inOther = [&](const QString& key) {
            return std::find_if(others.begin(), others.end(), [&](const FormField& f) { return f.key == key; });
        };
        rows.removeIf([&](const Row& row) { return inOther(row.field.key) == others.end(); });
        for (Row& row : rows)
            row.mixed = row.mixed || inOther(row.field.key)->value != row.field.value;
    }
    for (Row& row : rows) {
        if (row.mixed)
            row.field.value = row.field.type == FieldType::Rating ? QVariant(-2) : QVariant();
    }
    return rows;
}

void InspectorModel::refresh()
{
    if (m_document) {
        const qsizetype count = m_elements.size();
        m_elements.removeIf([&](const ElementRef& ref) { return !contains(m_document->blueprint(), ref); });
        if (m_elements.size() != count)
            Q_EMIT elementsChanged();
    }
    if (m_active)
        replaceRows(currentRows());
    Q_EMIT headingChanged();
}

void InspectorModel::replaceRows(const QList<Row>& rows)
{
    int head = 0;
    const int shorter = int(std::min(rows.size(), m_rows.size()));
    while (head < shorter && sameShape(rows[head].field, m_rows[head].field))
        ++head;
    int tail = 0;
    while (tail < shorter - head &&
           sameShape(rows[rows.size() - 1 - tail].field, m_rows[m_rows.size() - 1 - tail].field))
        ++tail;
    const int removed = int(m_rows.size()) - head - tail;
    const int added = int(rows.size()) - head - tail;
    if (removed > 0) {
        beginRemoveRows({}, head, head + removed - 1);
        m_rows.remove(head, removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, head, head + added - 1);
        for (int i = 0; i < added; ++i)
            m_rows.insert(head + i, rows[head + i]);
        endInsertRows();
    }
    // The row after may now stand under another heading.
    if ((removed > 0 || added > 0) && head + added < m_rows.size())
        Q_EMIT dataChanged(index(head + std::max(added, 0)), index(head + std::max(added, 0)));
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace throughline
