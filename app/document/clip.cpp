// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/clip.h"

#include "app/document/tr.h"
#include "core/edit/refusal.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/notationwriter.h"
#include "core/model/queries.h"

#include <QMimeData>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxCells = 10'000;
constexpr qsizetype MaxCardText = 20'000;

QString documentMime()
{
    return u"application/x-throughline-document"_s;
}

/// Ends a row: empty cells at its end say nothing.
void closeRow(QStringList& row, QList<QStringList>& rows)
{
    while (!row.isEmpty() && row.last().trimmed().isEmpty())
        row.removeLast();
    rows += std::exchange(row, {});
}

/// Spreadsheets bring a table beside the text, which tells a column of cells from lines of prose.
bool holdsCells(const QMimeData& clip)
{
    return clip.text().contains(u'\t') || (clip.hasHtml() && clip.html().contains("<table"_L1, Qt::CaseInsensitive));
}

Result<Patch> pasteRows(const Blueprint& blueprint, const QList<QStringList>& rows, CellPlace place)
{
    const QList<Lane> lanes = orderedLanes(blueprint);
    if (lanes.isEmpty())
        return notPossible(tr("There is no lane to paste into. Add a lane first."));
    qsizetype width = 0;
    for (const QStringList& row : rows)
        width = std::max(width, row.size());
    if (rows.size() * width > MaxCells)
        return notPossible(tr("These are more than 10,000 cells. Copy fewer at a time."));
    if (place.lane.isEmpty())
        place.lane = lanes.first().id;
    return pasteCells(blueprint, rows, place);
}

Result<Patch> pasteLines(const Blueprint& blueprint, const QString& text, const CellPlace& place)
{
    if (text.size() > MaxCardText)
        return notPossible(tr("The text is longer than 20,000 characters, too long for a card. Copy less of it."));
    const qsizetype end = text.indexOf(u'\n');
    Result<Patch> patch = pasteRows(blueprint, {{end < 0 ? text : text.left(end)}}, place);
    if (!patch || end < 0)
        return patch;
    for (auto& change : patch->changes) {
        if (auto* card = std::get_if<ElementChange<Card>>(&change); card && card->after)
            card->after->note = text.mid(end + 1).trimmed();
    }
    return patch;
}

} // namespace

QString fragmentMime()
{
    return u"application/x-throughline-fragment"_s;
}

std::unique_ptr<QMimeData> clipOf(const Blueprint& blueprint, const QList<CardId>& cards, const QString& document)
{
    const Blueprint fragment = fragmentOf(blueprint, cards);
    auto clip = std::make_unique<QMimeData>();
    clip->setData(fragmentMime(), writeBlueprint(fragment));
    clip->setText(QString::fromUtf8(writeNotation(fragment)));
    if (!document.isEmpty())
        clip->setData(documentMime(), document.toUtf8());
    return clip;
}

QString documentOf(const QMimeData& clip)
{
    return clip.hasFormat(fragmentMime()) ? QString::fromUtf8(clip.data(documentMime())) : QString();
}

QList<QStringList> cellsOf(const QString& text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        if (quoted) {
            const bool doubled = letter == u'"' && i + 1 < text.size() && text[i + 1] == u'"';
            quoted = letter != u'"' || doubled;
            if (quoted)
                cell += letter;
            i += doubled ? 1 : 0;
        } else if (letter == u'"' && cell.isEmpty() && text.indexOf(u'"', i + 1) > 0) {
            quoted = true;
        } else if (letter == u'\t') {
            row += std::exchange(cell, {});
        } else if (letter == u'\n') {
            row += std::exchange(cell, {});
            closeRow(row, rows);
        } else if (letter != u'\r') {
            cell += letter;
        }
    }
    row += cell;
    closeRow(row, rows);
    while (!rows.isEmpty() && rows.last().isEmpty())
        rows.removeLast();
    return rows;
}

Result<Patch> pasteClip(const Blueprint& blueprint, const QMimeData& clip, const CellPlace& place)
{
    if (clip.hasFormat(fragmentMime())) {
        const Result<Blueprint> fragment = readBlueprint(clip.data(fragmentMime()), tr("the clipboard"));
        if (!fragment)
            return notPossible(tr("What was copied cannot be read: %1.").arg(fragment.error().message));
        return pasteFragment(blueprint, *fragment, place);
    }
    const QString text = clip.hasText() ? clip.text().trimmed().replace("\r\n"_L1, "\n"_L1) : QString();
    if (text.isEmpty())
        return notPossible(tr("There is nothing to paste. Copy cards, cells of a spreadsheet or a text first."));
    return holdsCells(clip) ? pasteRows(blueprint, cellsOf(clip.text()), place) : pasteLines(blueprint, text, place);
}

} // namespace throughline
