// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridupdater.h"

namespace throughline {

namespace {

/// Makes of occupied ordinals what stays of them in another grid.
void remapSpans(const AxisMap& map, std::vector<std::pair<int, int>>& spans)
{
    const auto from = std::lower_bound(spans.begin(), spans.end(), map.firstMoved(),
                                       [](const auto& span, int first) { return span.second < first; });
    const std::vector<std::pair<int, int>> behind(from, spans.end());
    spans.erase(from, spans.end());
    for (const auto& [lo, hi] : behind) {
        if (map.keeps(lo, hi)) {
            spans.emplace_back(map.at(lo), map.at(hi));
            continue;
        }
        for (int o = lo; o <= hi; ++o) {
            if (map.at(o) >= 0)
                spans.emplace_back(map.at(o), map.at(o));
        }
    }
}

/// Counts cells by another grid; those of columns that are gone go.
void remapCells(const AxisMap& map, std::vector<CellEntry>& cells)
{
    const auto from = firstFrom(cells, map.firstMoved() / 2);
    for (auto entry = from; entry != cells.end(); ++entry)
        entry->column = map.index(entry->column);
    cells.erase(std::remove_if(from, cells.end(), [](const CellEntry& entry) { return entry.column < 0; }),
                cells.end());
}

/// Counts tiers, in order, by another grid.
void remapTiers(const AxisMap& map, std::vector<int>& tiers)
{
    const auto from = std::lower_bound(tiers.begin(), tiers.end(), map.firstMoved() / 2);
    for (auto tier = from; tier != tiers.end(); ++tier)
        *tier = map.index(*tier);
    tiers.erase(std::remove(from, tiers.end(), -1), tiers.end());
}

/// Calls visit(ordinal) for the ordinals in spans that are in none of others; both are disjoint and in order.
template <typename Visit>
void visitMissing(const std::vector<std::pair<int, int>>& spans, const std::vector<std::pair<int, int>>& others,
                  const Visit& visit)
{
    auto other = others.begin();
    for (const auto& [lo, hi] : spans) {
        for (int o = lo; o <= hi; ++o) {
            while (other != others.end() && other->second < o)
                ++other;
            if (other == others.end() || o < other->first)
                visit(o);
        }
    }
}

} // namespace

/// Fills the touched rows, renumbers everything where that or the columns changed the grid, and puts the rows in.
void GridUpdater::rebuild()
{
    draftTouchedRows();
    std::vector<int> newFirst = firstTiers();
    m_map.tiers = AxisMap(tierIndices(newFirst), newFirst.back());
    for (int r = 0; r < int(m_data.rows.size()); ++r) { // rows that changed places
        const int old = m_rowBefore[size_t(r)];
        if (m_rowMarks[size_t(r)] == 0 && old >= 0 && m_map.tiers.index(m_data.firstTier[size_t(old)]) < 0) {
            touchRow(r);
            draft(r);
        }
    }
    if (!m_map.isIdentity()) {
        m_router.touchBroken(m_map);
        m_labels.remap(m_map); // before the router, which touches places of the new grid
        m_router.remap(m_map);
        remapCards();
        remapGrid();
    }
    m_data.firstTier = std::move(newFirst);
    for (int r = 0; r < int(m_data.rows.size()); ++r) {
        for (int t = m_data.firstTier[size_t(r)]; t < m_data.firstTier[size_t(r) + 1]; ++t)
            m_data.tiers[size_t(t)].row = r;
    }
    for (Draft& filled : m_drafts)
        install(filled);
}

void GridUpdater::draftTouchedRows()
{
    for (int r = 0; r < int(m_rowMarks.size()); ++r) {
        if (m_rowMarks[size_t(r)] != 0)
            draft(r);
    }
}

void GridUpdater::draft(int row)
{
    const LayoutRow& bounds = m_data.rows[row];
    Draft made;
    made.row = row;
    made.cards.reserve(m_data.rowCards[size_t(row)].size());
    for (const int slot : m_data.rowCards[size_t(row)]) {
        const PlacedCard& each = m_data.card(slot);
        RowFiller::Standing standing;
        standing.card = slot;
        CardPlace& place = standing.place;
        place.row = row;
        place.folded = bounds.folded;
        place.customer = bounds.stage == Stage::Customer;
        place.inTray = isInTray(slot);
        if (!place.inTray)
            std::tie(place.first, place.last) = columnsOf(slot);
        const int span = place.last - place.first + 1;
        if ((m_cardMarks[size_t(slot)] & Measure) != 0 || span != each.last - each.first + 1)
            measure(slot, span, m_measurer);
        m_cardMarks[size_t(slot)] = quint8(m_cardMarks[size_t(slot)] & ~Measure);
        place.height = place.folded ? m_data.style.foldedCardPt : each.text.heightPt;
        made.cards.push_back(standing);
    }
    RowFiller filler(m_data.style, m_data.columnCount(), m_data.trayStart());
    made.tiers = filler.fill(bounds, m_blueprint.find(bounds.lane)->curve, made.cards);
    m_drafts.push_back(std::move(made));
}

std::vector<int> GridUpdater::firstTiers() const
{
    const auto count = size_t(m_data.rows.size());
    std::vector<int> tiers(count, 0);
    for (size_t r = 0; r < count; ++r) {
        if (const int old = m_rowBefore[r]; old >= 0)
            tiers[r] = m_data.firstTier[size_t(old) + 1] - m_data.firstTier[size_t(old)];
    }
    for (const Draft& made : m_drafts)
        tiers[size_t(made.row)] = int(made.tiers.size());
    std::vector<int> first(count + 1, 0);
    for (size_t r = 0; r < count; ++r)
        first[r + 1] = first[r] + tiers[r];
    return first;
}

/// Of each tier before: its index now. Rows keep their tiers from the first on.
std::vector<int> GridUpdater::tierIndices(const std::vector<int>& newFirst) const
{
    std::vector<int> indices(size_t(m_data.tierCount()), -1);
    for (size_t r = 0; r + 1 < newFirst.size(); ++r) {
        const int old = m_rowBefore[r];
        if (old < 0)
            continue;
        const int from = m_data.firstTier[size_t(old)];
        const int count = std::min(m_data.firstTier[size_t(old) + 1] - from, newFirst[r + 1] - newFirst[r]);
        for (int i = 0; i < count; ++i)
            indices[size_t(from + i)] = newFirst[r] + i;
    }
    return indices;
}

void GridUpdater::remapCards()
{
    std::vector<bool> isBehind(m_data.cards.size(), false);
    for (const OrdinalBox& box : m_map.movedBoxes())
        m_data.visitCells(box, [&isBehind](int slot) { isBehind[size_t(slot)] = true; });
    for (PlacedCard& each : m_data.cards) {
        if (!isBehind[size_t(&each - m_data.cards.data())] || each.id.isEmpty() || each.tier < 0)
            continue;
        if (!m_map.keeps(each.box())) {
            m_labels.touch(m_map.around(each.box()));
            each.tier = -1; // its row is filled anew
            continue;
        }
        each.first = m_map.columns.index(each.first);
        each.last = m_map.columns.index(each.last);
        each.tier = m_map.tiers.index(each.tier);
    }
}

void GridUpdater::remapGrid()
{
    const AxisMap& columns = m_map.columns;
    const AxisMap& tiers = m_map.tiers;
    std::vector<ColumnGutter> gutters(size_t(columns.newEnd()) / 2 + 1);
    for (int k = 0; k < int(m_data.gutters.size()); ++k) {
        if (const int at = columns.at(2 * k); at >= 0)
            gutters[size_t(at) / 2] = std::move(m_data.gutters[size_t(k)]);
    }
    m_data.gutters = std::move(gutters);
    std::vector<std::vector<int>> occupied(size_t(columns.newEnd()) + 1);
    for (int o = 0; o < int(m_data.occupied.size()); ++o) {
        if (columns.at(o) < 0)
            continue;
        std::vector<int>& taken = occupied[size_t(columns.at(o))];
        taken = std::move(m_data.occupied[size_t(o)]);
        remapTiers(tiers, taken);
    }
    m_data.occupied = std::move(occupied);
    std::vector<Tier> moved(size_t(tiers.newEnd()) / 2 + 1);
    const int count = m_data.tierCount();
    for (int t = 0; t <= count; ++t) {
        Tier& tier = m_data.tiers[size_t(t)];
        if (const int at = tiers.at(2 * t); at >= 0) {
            Tier& gutter = moved[size_t(at) / 2];
            gutter.tracks = tier.tracks;
            gutter.labelRoom = tier.labelRoom;
            gutter.labelBelowTracks = tier.labelBelowTracks;
            gutter.labels = std::move(tier.labels);
        }
        const int at = t < count ? tiers.index(t) : -1;
        if (at < 0)
            continue;
        Tier& cells = moved[size_t(at)];
        cells.height = tier.height;
        cells.cells = std::move(tier.cells);
        remapCells(columns, cells.cells);
        cells.spans = std::move(tier.spans);
        remapSpans(columns, cells.spans);
    }
    m_data.tiers = std::move(moved);
}

void GridUpdater::install(Draft& made)
{
    const int first = m_data.firstTier[size_t(made.row)];
    if (m_data.tier(first).height != made.tiers.front().height)
        m_router.touchEnds(m_data.rowEnds[size_t(made.row)]);
    for (size_t i = 0; i < made.tiers.size(); ++i)
        installCells(first + int(i), made.tiers[i]);
    for (RowFiller::Standing& standing : made.cards) {
        standing.place.tier += first;
        installCard(standing);
    }
}

void GridUpdater::installCells(int tier, Tier& filled)
{
    Tier& own = m_data.tiers[size_t(tier)];
    visitMissing(own.spans, filled.spans, [&](int ordinal) { flip(tier, ordinal, false); });
    visitMissing(filled.spans, own.spans, [&](int ordinal) { flip(tier, ordinal, true); });
    own.height = filled.height;
    own.cells = std::move(filled.cells);
    own.spans = std::move(filled.spans);
}

/// An ordinal of columns was filled or emptied in a tier.
void GridUpdater::flip(int tier, int ordinal, bool isOccupied)
{
    std::vector<int>& tiers = m_data.occupied[size_t(ordinal)];
    const auto place = std::lower_bound(tiers.begin(), tiers.end(), tier);
    if (isOccupied)
        tiers.insert(place, tier);
    else if (place != tiers.end() && *place == tier)
        tiers.erase(place);
    m_router.touchCells({ordinal, ordinal, 2 * tier + 1, 2 * tier + 1});
}

void GridUpdater::installCard(const RowFiller::Standing& standing)
{
    PlacedCard& each = card(standing.card);
    if (static_cast<const CardPlace&>(each) == standing.place)
        return;
    if (m_makesAll) { // nothing is there yet that could be touched
        static_cast<CardPlace&>(each) = standing.place;
        return;
    }
    const bool isNew = each.tier < 0;
    m_moved.push_back({each.id, isNew ? std::nullopt : std::optional<CardPlace>(each), standing.place});
    if (!isNew)
        m_labels.touch(each.box());
    m_labels.touch(standing.place.box());
    static_cast<CardPlace&>(each) = standing.place;
    m_router.touchEnds(each.firstEnd);
}

} // namespace throughline
