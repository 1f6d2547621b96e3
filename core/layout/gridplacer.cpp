// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardtext.h"
#include "core/layout/layoutdata.h"
#include "core/model/queries.h"

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double FoldedGapPt = 4;
constexpr double EmptyPhasePt = 88;

/// Puts a column for each phase without steps behind the columns of the phases before it.
void addEmptyPhases(LayoutData& data, const Blueprint& blueprint)
{
    QSet<PhaseId> used;
    for (const LayoutColumn& column : data.columns)
        used.insert(column.phase);
    QHash<PhaseId, qsizetype> rank;
    const QList<Phase> phases = orderedPhases(blueprint);
    for (qsizetype i = 0; i < phases.size(); ++i)
        rank.insert(phases[i].id, i);
    for (qsizetype i = 0; i < phases.size(); ++i) {
        if (used.contains(phases[i].id))
            continue;
        qsizetype at = -1;
        qsizetype before = -1;
        for (qsizetype c = 0; c < data.columns.size(); ++c) {
            const qsizetype other = rank.value(data.columns[c].phase, -1);
            if (other >= 0 && other < i)
                at = c + 1;
            if (other > i && before < 0)
                before = c;
        }
        LayoutColumn column;
        column.kind = ColumnKind::EmptyPhase;
        column.phase = phases[i].id;
        column.width = EmptyPhasePt;
        data.columns.insert(at >= 0 ? at : before >= 0 ? before : data.columns.size(), column);
    }
}

void makeColumns(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer)
{
    for (const Step& step : orderedSteps(blueprint)) {
        LayoutColumn column;
        column.step = step.id;
        column.phase = step.phase;
        column.number = step.number;
        column.width = data.style.cardWidthPt;
        if (!step.name.isEmpty())
            column.nameLines = measurer.wrap(step.name.simplified(), TextRole::StepName, column.width - 20);
        data.columns += column;
    }
    addEmptyPhases(data, blueprint);
    QHash<QString, int> unplaced;
    int deepest = 0;
    for (const Card& card : blueprint.cards()) {
        if (card.firstStep.isEmpty())
            deepest = std::max(deepest, ++unplaced[card.lane.value]);
    }
    LayoutColumn tray;
    tray.kind = ColumnKind::Tray;
    tray.width = data.style.cardWidthPt;
    for (int i = 0; i < deepest; i += data.style.trayStack)
        data.columns += tray;
    for (int c = 0; c < data.columnCount(); ++c) {
        if (data.columns[c].kind == ColumnKind::Step)
            data.columnIndex.insert(data.columns[c].step.value, c);
    }
}

QString detailOf(const Blueprint& blueprint, const Lane& lane)
{
    QStringList parts;
    QStringList roles;
    for (const RoleId& id : lane.roles) {
        const Role* role = blueprint.find(id);
        if (!role)
            continue;
        const Department* department = blueprint.find(role->department);
        if (department && displayName(*department) != lane.name && !parts.contains(displayName(*department)))
            parts += displayName(*department);
        if (displayName(*role) != lane.name)
            roles += displayName(*role);
    }
    parts += roles;
    if (!parts.isEmpty())
        return parts.join(u" \u00b7 "_s);
    if (lane.stage == Stage::Customer)
        return u"Customer actions"_s;
    return lane.stage == Stage::Evidence ? u"What the customer sees"_s : QString();
}

void makeRows(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer)
{
    const double width = data.style.laneHeaderPt - data.style.headerPaddingPt - 20;
    for (const Lane& lane : orderedLanes(blueprint)) {
        LayoutRow row;
        row.lane = lane.id;
        row.stage = lane.stage;
        row.folded = lane.folded;
        row.nameLines = measurer.wrap(displayName(lane).simplified(), TextRole::LaneName, width);
        if (!lane.folded)
            row.detailLines = measurer.wrap(detailOf(blueprint, lane).simplified(), TextRole::LaneDetail, width);
        data.rowIndex.insert(lane.id.value, int(data.rows.size()));
        data.rows += row;
    }
}

/// The card with its words, its columns and its row, but not yet a place in them.
PlacedCard prepare(const LayoutData& data, const Blueprint& blueprint, const Card& card, const TextMeasurer& measurer,
                   const PlacedCard* old)
{
    PlacedCard placed;
    placed.id = card.id;
    placed.row = data.rowIndex.value(card.lane.value);
    placed.inTray = card.firstStep.isEmpty();
    if (!placed.inTray) {
        placed.first = data.columnIndex.value(card.firstStep.value);
        placed.last = std::max(data.columnIndex.value(lastStepOf(card).value, placed.first), placed.first);
    }
    const LayoutRow& row = data.rows[placed.row];
    placed.customer = row.stage == Stage::Customer;
    placed.folded = row.folded;
    const int span = placed.last - placed.first + 1;
    const double width = plannedWidth(data.style, placed);
    if (old && old->last - old->first + 1 == span)
        placed.text = old->text;
    else
        placed.text = makeCardText(blueprint, card, width, data.style, measurer);
    placed.height = placed.folded ? data.style.foldedCardPt : placed.text.heightPt;
    return placed;
}

/// Stands the cards of one step on top of each other, cell by cell, in tier; those without a step in the tray's
/// columns.
void stack(LayoutData& data, const std::vector<int>& cards, int tier)
{
    int trayStart = data.columnCount();
    while (trayStart > 0 && data.columns[trayStart - 1].kind == ColumnKind::Tray)
        --trayStart;
    QHash<int, int> lowest; // column -> the card lowest so far
    int unplaced = 0;
    for (const int index : cards) {
        PlacedCard& card = data.cards[size_t(index)];
        if (card.inTray)
            card.first = card.last = trayStart + unplaced++ / data.style.trayStack;
        card.tier = tier;
        if (const auto above = lowest.constFind(card.first); above != lowest.constEnd()) {
            PlacedCard& upper = data.cards[size_t(*above)];
            upper.bottomFree = false;
            card.topFree = false;
            card.level = upper.level + 1;
            card.offset = upper.offset + upper.height + (card.folded ? FoldedGapPt : data.style.stackGapPt);
        }
        lowest.insert(card.first, index);
        data.tiers[size_t(tier)].height = std::max(data.tiers[size_t(tier)].height, card.offset + card.height);
        data.tierCells[size_t(tier)].push_back({card.first, index});
    }
}

int addTier(LayoutData& data, int row)
{
    Tier tier;
    tier.row = row;
    data.tiers.push_back(tier);
    data.tierCells.emplace_back();
    return int(data.tiers.size()) - 1;
}

/// Gives each wide card the first tier after those of the single cards where its columns are free.
void spread(LayoutData& data, const std::vector<int>& cards, int row, int firstTier)
{
    for (const int index : cards) {
        PlacedCard& card = data.cards[size_t(index)];
        int tier = firstTier;
        const auto taken = [&](int t) {
            return std::any_of(data.tierCells[size_t(t)].begin(), data.tierCells[size_t(t)].end(),
                               [&](CellEntry e) { return e.column >= card.first && e.column <= card.last; });
        };
        while (tier < int(data.tiers.size()) && taken(tier))
            ++tier;
        if (tier == int(data.tiers.size()))
            addTier(data, row);
        card.tier = tier;
        for (int c = card.first; c <= card.last; ++c)
            data.tierCells[size_t(tier)].push_back({c, index});
        data.tiers[size_t(tier)].height = std::max(data.tiers[size_t(tier)].height, card.height);
    }
}

double emptyHeight(const LayoutData& data, const LayoutRow& row)
{
    if (row.folded)
        return data.style.foldedCardPt;
    return row.stage == Stage::Evidence ? data.style.evidenceMinHeightPt : data.style.cardMinHeightPt;
}

void fillRow(LayoutData& data, int row, const std::vector<int>& cards)
{
    std::vector<int> single;
    std::vector<int> wide;
    for (const int index : cards)
        (data.cards[size_t(index)].first == data.cards[size_t(index)].last ? single : wide).push_back(index);
    data.firstTier.push_back(int(data.tiers.size()));
    if (!single.empty() || wide.empty()) {
        const int tier = addTier(data, row);
        stack(data, single, tier);
        if (single.empty())
            data.tiers[size_t(tier)].height = emptyHeight(data, data.rows[row]);
    }
    spread(data, wide, row, data.firstTier.back() + (single.empty() ? 0 : 1));
    for (size_t t = size_t(data.firstTier.back()); t < data.tiers.size(); ++t) {
        std::stable_sort(data.tierCells[t].begin(), data.tierCells[t].end(),
                         [](CellEntry l, CellEntry r) { return l.column < r.column; });
    }
}

} // namespace

double plannedWidth(const LayoutStyle& style, const PlacedCard& card)
{
    return style.cardWidthPt + (card.last - card.first) * (style.cardWidthPt + style.columnGutterPt);
}

void placeCards(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer, const LayoutData* old,
                const QSet<CardId>& changed)
{
    makeColumns(data, blueprint, measurer);
    makeRows(data, blueprint, measurer);
    data.cards.reserve(size_t(blueprint.cards().size()));
    data.cardIndex.reserve(blueprint.cards().size());
    std::vector<std::vector<std::pair<int, int>>> byRow(size_t(data.rows.size())); // position, card
    for (const Card& card : blueprint.cards()) {
        const PlacedCard* before = nullptr;
        if (old && !changed.contains(card.id)) {
            if (const auto found = old->cardIndex.constFind(card.id.value); found != old->cardIndex.constEnd())
                before = &old->cards[size_t(*found)];
        }
        const int index = int(data.cards.size());
        data.cards.push_back(prepare(data, blueprint, card, measurer, before));
        data.cardIndex.insert(card.id.value, index);
        byRow[size_t(data.cards.back().row)].emplace_back(card.position, index);
    }
    for (int row = 0; row < int(data.rows.size()); ++row) {
        std::vector<std::pair<int, int>>& ordered = byRow[size_t(row)];
        std::sort(ordered.begin(), ordered.end());
        std::vector<int> cards;
        for (const auto& [position, index] : ordered)
            cards.push_back(index);
        fillRow(data, row, cards);
    }
    data.firstTier.push_back(int(data.tiers.size()));
    data.tiers.emplace_back(); // the gutter below the last tier
    data.gutterTracks.assign(size_t(data.columnCount()) + 1, 0);
    data.gutterLabel.assign(size_t(data.columnCount()) + 1, 0);
}

} // namespace throughline
