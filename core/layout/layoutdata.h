// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/idindex.h"
#include "core/layout/blockindex.h"
#include "core/layout/channelindex.h"
#include "core/layout/gridlayout.h"

#include <QHash>
#include <QVarLengthArray>

#include <algorithm>
#include <vector>

/// What a Layout holds. Rows are cut into tiers: the first holds the cards of one step, each further one cards over
/// several steps that do not overlap; between tiers runs a gutter as between rows. So within a tier no card ever stands
/// in a gutter beside another card, and every card can be reached from the gutters.
///
/// Cards, plans and labels have slots that stay theirs while others come and go; their order is that of their ids.
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
    float offset = 0; ///< from the middle of the gutter's tracks, the column's left or the tier's top

    [[nodiscard]] bool inGutter() const { return channel % 2 == 0; }
    [[nodiscard]] OrdinalBox box() const
    {
        return vertical ? OrdinalBox{channel, channel, lo, hi} : OrdinalBox{lo, hi, channel, channel};
    }
    bool operator==(const Run&) const = default;
};

using Runs = QVarLengthArray<Run, 3>;

/// Where a connection ends. A loose end near a card is at that card with loose set.
struct RouteEnd
{
    int card = -1; ///< slot in cards
    int row = -1;  ///< index into rows: the lane as a whole
    int next = -1; ///< the next end at the same card or lane: 2 * plan, + 1 where it is the plan's "to"
    bool loose = false;
    quint16 level = 0; ///< of the card in its cell, as when the way was planned

    [[nodiscard]] bool isNowhere() const { return card < 0 && row < 0; }
};

struct RoutePlan
{
    ConnectionId connection; ///< empty: a free slot
    quint64 order = 0;       ///< greater for greater ids
    RouteEnd from;
    RouteEnd to;
    Runs runs;        ///< perpendicular in turn; empty: nowhere to run, drawn below the grid
    OrdinalBox reach; ///< where the plan looked at which cells are free
    int label = -1;   ///< slot in labels
};

/// The words of a connection broken into lines, and the room they take.
struct LabelWords
{
    QStringList lines;
    QSizeF size;
};

/// The words of a connection and where they stand.
struct PlacedLabel
{
    int plan = -1; ///< -1: a free slot
    QString text;
    LabelWords wide;
    LabelWords narrow; ///< for where the wide ones find no place; without lines where they are no wider
    bool isNarrow = false;
    bool crowded = false;     ///< others turn off beside it: its words stand past them all
    int run = -1;             ///< the run that has room kept for the label
    int ordinal = 0;          ///< where along it
    int gutter = -1;          ///< the gutter that keeps room, by index; -1: none does
    double room = 0;          ///< how much
    bool inColumn = false;    ///< the gutter lies between columns
    bool belowTracks = false; ///< stands on a vertical run in a gutter between tiers
    int column = 0;           ///< rect is relative to the gutter before this column
    int tier = 0;             ///< and to the top of this tier
    QRectF rect;
    OrdinalBox covers; ///< what rect touches
    OrdinalBox reach;  ///< what its place depends on

    [[nodiscard]] const LabelWords& words() const { return isNarrow ? narrow : wide; }
};

/// Where a card stands.
struct CardPlace
{
    int row = 0;
    int tier = 0;
    int first = 0;
    int last = 0;
    int level = 0;     ///< from the top of its cell
    double offset = 0; ///< from the tier's top
    double height = 0;
    bool topFree = true;
    bool bottomFree = true;
    bool folded = false;
    bool inTray = false;
    bool customer = false;

    [[nodiscard]] OrdinalBox box() const { return {2 * first + 1, 2 * last + 1, 2 * tier + 1, 2 * tier + 1}; }
    bool operator==(const CardPlace&) const = default;
};

struct PlacedCard : CardPlace
{
    CardId id;         ///< empty: a free slot
    quint64 order = 0; ///< greater for greater ids
    int position = 0;  ///< the card's own, in its cell
    int firstEnd = -1; ///< of the ends of connections here: 2 * plan, + 1 where it is the plan's "to"
    CardText text;
};

struct CellEntry
{
    int column = 0;
    int card = 0;
};

struct Tier
{
    int row = 0;
    double height = 0;
    double top = 0;                         ///< absolute
    double trackTop = 0;                    ///< absolute: of the tracks in the gutter above
    int tracks = 0;                         ///< in the gutter above
    double labelRoom = 0;                   ///< height that labels in the gutter above ask for
    bool labelBelowTracks = false;          ///< one of them stands on a vertical run, below the tracks
    std::vector<CellEntry> cells;           ///< by column, then top; a wide card stands in each of its columns
    std::vector<std::pair<int, int>> spans; ///< occupied ordinals of columns, disjoint, in order
    std::vector<int> labels;                ///< that have room kept in the gutter above

    [[nodiscard]] double gutterHeight(const LayoutStyle& style) const;
    [[nodiscard]] double trackMiddle(const LayoutStyle& style) const;
    [[nodiscard]] double labelMiddle(const LayoutStyle& style) const;
};

/// The gutter before a column, or behind the last.
struct ColumnGutter
{
    double left = 0;
    double width = 0;
    double trackMiddle = 0; ///< from left
    double labelMiddle = 0; ///< from left: right of the tracks, where there are any
    int tracks = 0;
    double labelRoom = 0;    ///< width that labels in it ask for
    std::vector<int> labels; ///< that have room kept in it
};

struct LayoutData
{
    LayoutStyle style;
    QList<LayoutColumn> columns;
    QList<LayoutRow> rows;
    QList<LayoutPhase> phases;
    QList<LayoutLine> lines;
    std::vector<ColumnGutter> gutters;      ///< one more than columns
    std::vector<std::vector<int>> occupied; ///< the occupied tiers of each ordinal of columns, in order
    std::vector<Tier> tiers;                ///< one more than there are: the gutter below the last
    std::vector<int> firstTier;             ///< of each row, and behind the last
    std::vector<std::vector<int>> rowCards; ///< slots of the cards of each row by position, then id
    std::vector<int> rowTray;               ///< of each row: how many cards have no step
    std::vector<int> rowEnds; ///< of each row: the first of the ends of connections at the lane as a whole
    std::vector<PlacedCard> cards;
    std::vector<int> freeCards;
    std::vector<int> cardOrder; ///< slots by id
    IdIndex cardIndex;
    QHash<QString, int> rowIndex;
    QHash<QString, int> columnIndex;
    std::vector<RoutePlan> plans;
    std::vector<int> freePlans;
    std::vector<int> planOrder; ///< slots by id
    IdIndex planIndex;
    BlockIndex planReach;
    std::vector<ChannelIndex> verticals;   ///< by ordinal of the column
    std::vector<ChannelIndex> horizontals; ///< by ordinal of the tier
    std::vector<PlacedLabel> labels;
    std::vector<int> freeLabels;
    BlockIndex labelCovers;
    BlockIndex labelReach;
    int strays = 0; ///< plans with nowhere to run
    double headerWidth = 0;
    double headerHeight = 0;
    double phaseBottom = 0;
    QRectF bounds;
    QRectF grid;
    QRectF tray;

    [[nodiscard]] int columnCount() const { return int(columns.size()); }
    [[nodiscard]] int tierCount() const { return int(tiers.size()) - 1; }
    /// The number of columns before the tray.
    [[nodiscard]] int trayStart() const;
    [[nodiscard]] const PlacedCard& card(int slot) const { return cards[size_t(slot)]; }
    [[nodiscard]] const RoutePlan& plan(int slot) const { return plans[size_t(slot)]; }
    [[nodiscard]] const Tier& tier(int index) const { return tiers[size_t(index)]; }
    [[nodiscard]] const ColumnGutter& gutter(int index) const { return gutters[size_t(index)]; }
    [[nodiscard]] std::vector<ChannelIndex>& channels(bool vertical) { return vertical ? verticals : horizontals; }

    [[nodiscard]] QRectF rectOf(const CardPlace& card) const;
    /// The coordinate of a run across its direction.
    [[nodiscard]] double coordinate(const Run& run) const;
    /// The corner between the run before index and the run at it; at both ends: where the route meets what it
    /// connects.
    [[nodiscard]] QPointF corner(const RoutePlan& plan, int index) const;
    /// The corners of a plan, from end to end.
    [[nodiscard]] QList<QPointF> pointsOf(const RoutePlan& plan) const;
    [[nodiscard]] QList<QPointF> hopsOf(int plan, const QList<QPointF>& points) const;
    [[nodiscard]] QRectF rectOf(const PlacedLabel& label) const;
    [[nodiscard]] QRectF labelRect(const RoutePlan& plan, const QList<QPointF>& points) const;
    /// Calls visit(plan, run) for the runs that may touch area, some of them several times.
    template <typename Visit>
    void visitRuns(const QRectF& area, Visit visit) const;
    /// The first and last ordinal that an interval touches, along columns or tiers.
    [[nodiscard]] std::pair<int, int> columnOrdinals(double left, double right) const;
    [[nodiscard]] std::pair<int, int> tierOrdinals(double top, double bottom) const;
    [[nodiscard]] OrdinalBox ordinalsOf(const QRectF& area) const;
    template <typename Visit>
    void visitCards(const QRectF& area, Visit visit) const;
    /// Calls visit(slot) for every card that stands in a column and a tier that box touches, once for each column.
    template <typename Visit>
    void visitCells(const OrdinalBox& box, Visit visit) const;
    /// Calls visit(plan, end) for the ends of connections at a card or lane, from its first end on.
    template <typename Visit>
    void visitEnds(int firstEnd, Visit visit);
};

/// The first entry of a column or of one behind it.
template <typename Cells>
[[nodiscard]] auto firstFrom(Cells& cells, int column)
{
    return std::lower_bound(cells.begin(), cells.end(), column,
                            [](const CellEntry& cell, int wanted) { return cell.column < wanted; });
}

template <typename Visit>
void LayoutData::visitRuns(const QRectF& area, Visit visit) const
{
    const auto [left, right, top, bottom] = ordinalsOf(area);
    const auto call = [&](const ChannelIndex::Entry& entry) { visit(entry.plan, entry.run); };
    for (int o = std::max(left, 0); o <= right && o < int(verticals.size()); ++o)
        verticals[size_t(o)].visit(top - 1, bottom + 1, call); // they end at cards, which may be less high than a tier
    for (int o = std::max(top, 0); o <= bottom && o < int(horizontals.size()); ++o)
        horizontals[size_t(o)].visit(left, right, call);
}

template <typename Visit>
void LayoutData::visitCards(const QRectF& area, Visit visit) const
{
    const auto [left, right, top, bottom] = ordinalsOf(area);
    const int firstColumn = std::max(left / 2, 0);
    for (int t = std::max(top / 2, 0); t <= bottom / 2 && t < tierCount(); ++t) {
        const std::vector<CellEntry>& cells = tiers[size_t(t)].cells;
        auto entry = firstFrom(cells, firstColumn);
        for (; entry != cells.end() && entry->column <= right / 2; ++entry) {
            const PlacedCard& card = cards[size_t(entry->card)];
            if (std::max(card.first, firstColumn) == entry->column && rectOf(card).intersects(area))
                visit(entry->card);
        }
    }
}

template <typename Visit>
void LayoutData::visitCells(const OrdinalBox& box, Visit visit) const
{
    for (int t = std::max(box.top, 0) / 2; t <= box.bottom / 2 && t < tierCount(); ++t) {
        const std::vector<CellEntry>& cells = tiers[size_t(t)].cells;
        for (auto entry = firstFrom(cells, std::max(box.left, 0) / 2);
             entry != cells.end() && entry->column <= box.right / 2; ++entry)
            visit(entry->card);
    }
}

template <typename Visit>
void LayoutData::visitEnds(int firstEnd, Visit visit)
{
    for (int next = firstEnd; next >= 0;) {
        RoutePlan& plan = plans[size_t(next) / 2];
        RouteEnd& end = next % 2 != 0 ? plan.to : plan.from;
        visit(next / 2, end);
        next = end.next;
    }
}

/// The width a card's words are broken for: what its columns and the gutters between them have at least.
[[nodiscard]] double plannedWidth(const LayoutStyle& style, int columns);

} // namespace throughline
