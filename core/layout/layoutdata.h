// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

/// What a Layout holds. Rows are cut into tiers: the first holds the cards of one step, each further one cards over
/// several steps that do not overlap; between tiers runs a gutter as between rows. So within a tier no card ever stands
/// in a gutter beside another card, and every card can be reached from the gutters.
///
/// Places along an axis are counted in ordinals: 2k is the gutter before column (tier) k, 2k + 1 the column (tier)
/// itself. The header column counts as column -1.
namespace throughline {

/// One straight stretch of a connection. It lies in a channel (the ordinal across its direction) and covers the
/// ordinals lo to hi along it. Its offset is relative to the channel, so that rows and columns can move without
/// touching it.
struct Run
{
    bool vertical = false;
    int channel = 0;
    int lo = 0;
    int hi = 0;
    double offset = 0; ///< from the middle of the gutter's tracks, the column's left or the tier's top

    [[nodiscard]] bool inGutter() const { return channel % 2 == 0; }
    bool operator==(const Run&) const = default;
};

enum class Side { Left, Right, Top, Bottom };

/// Where a connection ends. A loose end near a card is at that card with loose set.
struct RouteEnd
{
    int card = -1; ///< index into cards
    int row = -1;  ///< index into rows: the lane as a whole
    bool loose = false;

    [[nodiscard]] bool isNowhere() const { return card < 0 && row < 0; }
    bool operator==(const RouteEnd&) const = default;
};

struct RoutePlan
{
    ConnectionId connection;
    RouteEnd from;
    RouteEnd to;
    std::vector<Run> runs; ///< perpendicular in turn; empty: nowhere to run, drawn below the grid
    QString labelText;
    QStringList labelLines;
    QRectF label;
    int labelRun = -1;    ///< the run that has room kept for the label
    int labelOrdinal = 0; ///< where along it
    QSizeF labelSize;
};

struct PlacedCard
{
    CardId id;
    int row = 0;
    int tier = 0;
    int first = 0;
    int last = 0;
    double offset = 0; ///< from the tier's top
    double height = 0;
    int level = 0; ///< from the top of its cell
    bool topFree = true;
    bool bottomFree = true;
    bool folded = false;
    bool inTray = false;
    bool customer = false;
    CardText text;
};

struct Tier
{
    int row = 0;
    double height = 0;
    double top = 0;                ///< absolute
    double trackTop = 0;           ///< absolute: of the tracks in the gutter above
    int tracks = 0;                ///< in the gutter above
    double labelRoom = 0;          ///< height that labels in the gutter above ask for
    bool labelBelowTracks = false; ///< one of them stands on a vertical run, below the tracks

    [[nodiscard]] double gutterHeight(const LayoutStyle& style) const;
    [[nodiscard]] double trackMiddle(const LayoutStyle& style) const;
    [[nodiscard]] double labelMiddle(const LayoutStyle& style) const;
};

struct CellEntry
{
    int column = 0;
    int card = 0;
};

/// The runs of one channel, ordered by lo; reach[i] is the greatest hi up to i.
struct ChannelIndex
{
    struct Entry
    {
        int lo;
        int hi;
        int plan;
        int run;
    };
    std::vector<Entry> entries;
    std::vector<int> reach;

    /// Calls call(entry) for every run that covers an ordinal from from to to.
    template <typename Visit>
    void visit(int from, int to, Visit call) const;
};

struct LayoutData
{
    LayoutStyle style;
    QList<LayoutColumn> columns;
    QList<LayoutRow> rows;
    QList<LayoutPhase> phases;
    QList<LayoutLine> lines;
    std::vector<double> gutterLeft; ///< of the gutter before each column, and behind the last
    std::vector<double> gutterWidth;
    std::vector<int> gutterTracks;
    std::vector<double> gutterLabel;               ///< width that labels in it ask for
    std::vector<Tier> tiers;                       ///< one more than there are: the gutter below the last
    std::vector<int> firstTier;                    ///< of each row, and behind the last
    std::vector<std::vector<CellEntry>> tierCells; ///< by column, then top; a wide card stands in each of its columns
    std::vector<PlacedCard> cards;
    QHash<QString, int> cardIndex;
    QHash<QString, int> rowIndex;
    QHash<QString, int> columnIndex;
    std::vector<RoutePlan> plans; ///< by id
    QHash<QString, int> planIndex;
    std::vector<ChannelIndex> verticals;   ///< by ordinal of the column
    std::vector<ChannelIndex> horizontals; ///< by ordinal of the tier
    double headerWidth = 0;
    double headerHeight = 0;
    double phaseBottom = 0;
    QRectF bounds;
    QRectF grid;
    QRectF tray;

    [[nodiscard]] int columnCount() const { return int(columns.size()); }
    [[nodiscard]] int tierCount() const { return int(tiers.size()) - 1; }
    [[nodiscard]] QRectF rectOf(const PlacedCard& card) const;
    /// The coordinate of a run across its direction.
    [[nodiscard]] double coordinate(const Run& run) const;
    [[nodiscard]] QRectF rowHeadRect(int row) const;
    /// The corners of a plan, from end to end.
    [[nodiscard]] QList<QPointF> pointsOf(const RoutePlan& plan) const;
    [[nodiscard]] QList<QPointF> hopsOf(int plan, const QList<QPointF>& points) const;
    /// Calls visit(plan, run) for the runs that may touch area, some of them several times.
    template <typename Visit>
    void visitRuns(const QRectF& area, Visit visit) const;
    /// The first and last ordinal that an interval touches, along columns or tiers.
    [[nodiscard]] std::pair<int, int> columnOrdinals(double left, double right) const;
    [[nodiscard]] std::pair<int, int> tierOrdinals(double top, double bottom) const;
    template <typename Visit>
    void visitCards(const QRectF& area, Visit visit) const;
};

template <typename Visit>
void ChannelIndex::visit(int from, int to, Visit call) const
{
    const auto first = std::lower_bound(reach.begin(), reach.end(), from);
    for (auto i = size_t(first - reach.begin()); i < entries.size() && entries[i].lo <= to; ++i) {
        if (entries[i].hi >= from)
            call(entries[i]);
    }
}

template <typename Visit>
void LayoutData::visitRuns(const QRectF& area, Visit visit) const
{
    const auto [left, right] = columnOrdinals(area.left(), area.right());
    const auto [top, bottom] = tierOrdinals(area.top(), area.bottom());
    const auto call = [&](const ChannelIndex::Entry& entry) { visit(entry.plan, entry.run); };
    for (int o = std::max(left, 0); o <= right && o < int(verticals.size()); ++o)
        verticals[size_t(o)].visit(top, bottom, call);
    for (int o = std::max(top, 0); o <= bottom && o < int(horizontals.size()); ++o)
        horizontals[size_t(o)].visit(left, right, call);
}

template <typename Visit>
void LayoutData::visitCards(const QRectF& area, Visit visit) const
{
    const auto [left, right] = columnOrdinals(area.left(), area.right());
    const auto [top, bottom] = tierOrdinals(area.top(), area.bottom());
    const int firstColumn = std::max(left / 2, 0);
    for (int t = std::max(top / 2, 0); t <= bottom / 2 && t < tierCount(); ++t) {
        const std::vector<CellEntry>& cells = tierCells[size_t(t)];
        auto entry = std::lower_bound(cells.begin(), cells.end(), firstColumn,
                                      [](const CellEntry& cell, int column) { return cell.column < column; });
        for (; entry != cells.end() && entry->column <= right / 2; ++entry) {
            const PlacedCard& card = cards[size_t(entry->card)];
            if (std::max(card.first, firstColumn) == entry->column && rectOf(card).intersects(area))
                visit(entry->card);
        }
    }
}

/// The width a card's words are broken for: what its columns and the gutters between them have at least.
[[nodiscard]] double plannedWidth(const LayoutStyle& style, const PlacedCard& card);
/// Columns, rows, tiers and the cards in them; nothing has coordinates yet. Takes the words of cards from old where it
/// may.
void placeCards(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer, const LayoutData* old,
                const QSet<CardId>& changed);
/// Gives coordinates to columns, rows and tiers once the gutters know what runs in them.
void settle(LayoutData& data, const TextMeasurer& measurer, const Blueprint& blueprint);

} // namespace throughline
