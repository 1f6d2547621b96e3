// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/palettemodel.h"

#include "app/document/elementref.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// Of a command and a place that answer alike the command is meant.
constexpr int CommandFirst = 4;

/// Text as styled text, with some of its letters in bold.
QString marked(const QString& text, const QList<int>& positions, int offset)
{
    QString styled;
    for (int i = 0; i < text.size(); ++i) {
        const QString letter = QString(text[i]).toHtmlEscaped();
        styled += positions.contains(i - offset) ? u"<b>"_s + letter + u"</b>"_s : letter;
    }
    return styled.replace(u"</b><b>"_s, QString());
}

QString goTo(const Destination& place, const QString& name)
{
    switch (place.element.kind) {
    case ElementKind::Card:
        return PaletteModel::tr("Go to card %1").arg(name);
    case ElementKind::Phase:
        return PaletteModel::tr("Go to phase %1").arg(name);
    case ElementKind::Step:
        return place.name.isEmpty() ? PaletteModel::tr("Go to step %1").arg(place.code)
                                    : PaletteModel::tr("Go to step %1").arg(name);
    case ElementKind::Lane:
        return PaletteModel::tr("Go to lane %1").arg(name);
    default:
        return PaletteModel::tr("Go to the cards of %1").arg(name);
    }
}

} // namespace

void PaletteModel::setDocument(DocumentController* document)
{
    m_document = document;
    Q_EMIT changed();
    readPlaces();
}

QVariantList PaletteModel::commands() const
{
    QVariantList list;
    for (const Command& command : m_commands)
        list += QVariantMap{
            {u"id"_s, command.id},         {u"text"_s, command.text},           {u"keys"_s, command.keys},
            {u"detail"_s, command.detail}, {u"available"_s, command.available}, {u"words"_s, command.words}};
    return list;
}

void PaletteModel::setCommands(const QVariantList& commands)
{
    m_commands.clear();
    for (const QVariant& value : commands) {
        const QVariantMap command = value.toMap();
        m_commands += {command.value(u"id"_s).toString(),
                       command.value(u"text"_s).toString(),
                       command.value(u"keys"_s).toString(),
                       command.value(u"detail"_s).toString(),
                       command.value(u"available"_s, true).toBool(),
                       command.value(u"words"_s).toString()};
    }
    Q_EMIT changed();
    refresh();
}

void PaletteModel::setRecent(const QStringList& recent)
{
    m_recent = recent;
    Q_EMIT changed();
    refresh();
}

void PaletteModel::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    Q_EMIT changed();
    refresh();
}

void PaletteModel::readPlaces()
{
    m_places = m_document && m_document->isOpen() ? destinationsOf(m_document->blueprint()) : QList<Destination>();
    refresh();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    const Command* command = row.command >= 0 ? &m_commands[row.command] : nullptr;
    switch (role) {
    case EntryIdRole:
        return commandAt(index.row());
    case TextRole:
        return textAt(index.row());
    case MarkedRole:
        return markedText(row);
    case DetailRole:
        return command ? command->detail : m_places[row.place].where;
    case KeysRole:
        return command ? command->keys : m_places[row.place].code;
    case AvailableRole:
        return availableAt(index.row());
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {{EntryIdRole, QByteArrayLiteral("entryId")}, {TextRole, QByteArrayLiteral("text")},
            {MarkedRole, QByteArrayLiteral("marked")},   {DetailRole, QByteArrayLiteral("detail")},
            {KeysRole, QByteArrayLiteral("keys")},       {AvailableRole, QByteArrayLiteral("available")}};
}

QString PaletteModel::textAt(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    return m_rows[row].command >= 0 ? m_commands[m_rows[row].command].text : placeText(m_places[m_rows[row].place]);
}

bool PaletteModel::availableAt(int row) const
{
    return row >= 0 && row < m_rows.size() && isAvailable(m_rows[row]);
}

bool PaletteModel::isAvailable(const Row& row) const
{
    return row.command < 0 || m_commands[row.command].available;
}

QString PaletteModel::commandAt(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows[row].command >= 0 ? m_commands[m_rows[row].command].id : QString();
}

QVariantList PaletteModel::elementsOf(int row) const
{
    if (!m_document || row < 0 || row >= m_rows.size() || m_rows[row].place < 0)
        return {};
    return toVariant(elementsAt(m_document->blueprint(), m_places[m_rows[row].place].element));
}

/// By its text, or by a word that begins with what was typed, whichever answers better.
std::optional<CommandMatch> PaletteModel::match(const Command& command) const
{
    std::optional<CommandMatch> best = matchCommand(m_query, command.text);
    const QString typed = m_query.trimmed();
    for (const QString& word : command.words.split(u' ', Qt::SkipEmptyParts)) {
        if (typed.isEmpty() || !word.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const auto found = matchCommand(typed, word);
        if (found && (!best || found->score > best->score))
            best = CommandMatch{found->score, {}};
    }
    return best;
}

QList<PaletteModel::Row> PaletteModel::commandRows() const
{
    QList<Row> rows;
    const bool typed = !m_query.trimmed().isEmpty();
    for (int i = 0; i < m_commands.size(); ++i) {
        const auto found = match(m_commands[i]);
        if (!found)
            continue;
        const qsizetype used = m_recent.indexOf(m_commands[i].id);
        const int lately = typed || used < 0 ? 0 : int(m_recent.size() - used);
        rows += {i, -1, found->score + (typed ? CommandFirst : lately), found->positions};
    }
    return rows;
}

void PaletteModel::refresh()
{
    beginResetModel();
    m_rows = commandRows();
    for (const FoundDestination& found : findDestinations(m_places, m_query, MaxPlaces))
        m_rows += {-1, found.place, found.score, found.positions};
    const auto length = [this](const Row& row) {
        return row.command >= 0 ? m_commands[row.command].text.size() : m_places[row.place].name.size();
    };
    const bool typed = !m_query.trimmed().isEmpty();
    std::ranges::stable_sort(m_rows, [&](const Row& left, const Row& right) {
        // What cannot be done now comes behind what can.
        if (typed && isAvailable(left) != isAvailable(right))
            return isAvailable(left);
        if (left.score != right.score)
            return left.score > right.score;
        return typed && length(left) < length(right);
    });
    endResetModel();
    Q_EMIT countChanged();
}

QString PaletteModel::placeText(const Destination& place) const
{
    return goTo(place, place.name.isEmpty() ? tr("without a title") : place.name);
}

QString PaletteModel::markedText(const Row& row) const
{
    if (row.command >= 0)
        return marked(m_commands[row.command].text, row.positions, 0);
    const Destination& place = m_places[row.place];
    // Where the language puts the name.
    const int offset = int(goTo(place, QString(QChar(QChar::ObjectReplacementCharacter)))
                               .indexOf(QChar(QChar::ObjectReplacementCharacter)));
    return marked(placeText(place), row.positions, std::max(0, offset));
}

} // namespace throughline
