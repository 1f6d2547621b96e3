// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/gridupdater.h"

#include "core/base/parallel.h"
#include "core/layout/cardtext.h"
#include "core/layout/slotorder.h"
#include "core/model/queries.h"

#include <numeric>

namespace throughline {

namespace {

/// So many cards to measure are worth a second thread.
constexpr size_t ManyCards = 4000;

std::vector<int> identity(size_t count)
{
    std::vector<int> indices(count);
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

bool isOf(const Change& change, std::initializer_list<ElementKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), refOf(change).kind) != kinds.end();
}

bool anyOf(const Patch& patch, std::initializer_list<ElementKind> kinds)
{
    return std::any_of(patch.changes.begin(), patch.changes.end(),
                       [&](const Change& change) { return isOf(change, kinds); });
}

/// What a column stands for, whatever its index.
QString keyOf(const LayoutColumn& column, int trayIndex)
{
    switch (column.kind) {
    case ColumnKind::Step:
        return u's' + column.step.value;
    case ColumnKind::EmptyPhase:
        return u'p' + column.phase.value;
    case ColumnKind::Tray:
        return QString::number(trayIndex);
    }
    return {};
}

template <typename Visit>
void visitKeys(const QList<LayoutColumn>& columns, Visit visit)
{
    int tray = 0;
    for (int c = 0; c < int(columns.size()); ++c)
        visit(keyOf(columns[c], columns[c].kind == ColumnKind::Tray ? tray++ : 0), c);
}

} // namespace

GridUpdater::GridUpdater(LayoutData& data, const Blueprint& blueprint, const TextMeasurer& measurer,
                         ConnectorRouter& router, LabelPlacer& labels)
    : m_data(data),
      m_blueprint(blueprint),
      m_measurer(measurer),
      m_router(router),
      m_labels(labels),
      m_map{AxisMap(identity(size_t(data.columnCount())), data.columnCount()),
            AxisMap(identity(size_t(data.tierCount())), data.tierCount())},
      m_rowBefore(identity(size_t(data.rows.size()))),
      m_newColumn(identity(size_t(data.columnCount()))),
      m_rowMarks(size_t(data.rows.size()), 0),
      m_cardMarks(data.cards.size(), 0)
{
}

void GridUpdater::makeAll()
{
    m_makesAll = true;
    m_data.rows = makeRows(m_blueprint, m_data.style, m_measurer);
    renumberRows({});
    m_data.cards.reserve(size_t(m_blueprint.cards().size()));
    m_data.cardIndex.reserve(m_blueprint.cards().size());
    for (const Card& each : m_blueprint.cards()) {
        const int slot = int(m_data.cards.size());
        m_data.cards.emplace_back();
        card(slot).id = each.id;
        m_data.cardIndex.insert(each.id.value, slot);
        putLast(m_data.cardOrder, m_data.cards, slot);
        card(slot).position = each.position;
        card(slot).tier = -1; // nowhere yet
        card(slot).inTray = each.firstStep.isEmpty();
        card(slot).row = m_data.rowIndex.value(each.lane.value);
        m_elements.push_back(&each);
        m_data.rowCards[size_t(card(slot).row)].push_back(slot);
        m_data.rowTray[size_t(card(slot).row)] += card(slot).inTray ? 1 : 0;
    }
    m_cardMarks.assign(m_data.cards.size(), LookUp | Measure);
    m_rowMarks.assign(m_rowMarks.size(), 1);
    for (std::vector<int>& cards : m_data.rowCards) {
        std::sort(cards.begin(), cards.end(), [this](int l, int r) {
            return std::pair(card(l).position, card(l).order) < std::pair(card(r).position, card(r).order);
        });
    }
    updateColumns(true);
    measureAll();
    rebuild();
}

void GridUpdater::update(const Patch& patch)
{
    if (anyOf(patch, {ElementKind::Lane, ElementKind::Role, ElementKind::Department}))
        updateRows(patch);
    updateCards(patch);
    QSet<RoleId> roles;
    bool money = false;
    for (const Change& change : patch.changes) {
        if (const auto* role = std::get_if<ElementChange<Role>>(&change))
            roles += role->before ? role->before->id : role->after->id;
        else if (const auto* header = std::get_if<HeaderChange>(&change))
            money = header->before.currency != header->after.currency;
    }
    if (!roles.isEmpty() || money)
        measureCardsOf(roles, money);
    updateColumns(anyOf(patch, {ElementKind::Step, ElementKind::Phase}));
    measureMarked();
    rebuild();
}

void GridUpdater::updateRows(const Patch& patch)
{
    const QList<LayoutRow> before = m_data.rows;
    m_data.rows = makeRows(m_blueprint, m_data.style, m_measurer);
    std::vector<int> newIndex(size_t(before.size()), -1);
    for (int r = 0; r < int(m_data.rows.size()); ++r) {
        if (const int old = m_data.rowIndex.value(m_data.rows[r].lane.value, -1); old >= 0)
            newIndex[size_t(old)] = r;
    }
    renumberRows(newIndex);
    for (int r = 0; r < int(m_data.rows.size()); ++r) {
        const int old = m_rowBefore[size_t(r)];
        if (old < 0 || before[old].stage != m_data.rows[r].stage || before[old].folded != m_data.rows[r].folded)
            touchRow(r);
    }
    for (const Change& change : patch.changes) {
        const auto* lane = std::get_if<ElementChange<Lane>>(&change);
        if (lane && lane->before && lane->after &&
            (lane->before->roles != lane->after->roles || lane->before->stage != lane->after->stage))
            measureRow(m_data.rowIndex.value(lane->after->id.value));
        if (lane && lane->before && lane->after && lane->before->curve != lane->after->curve)
            touchRow(m_data.rowIndex.value(lane->after->id.value));
    }
}

/// Takes over the rows in place of those before, of which newIndex tells where they are now.
void GridUpdater::renumberRows(const std::vector<int>& newIndex)
{
    const auto count = size_t(m_data.rows.size());
    m_data.rowIndex.clear();
    for (int r = 0; r < int(count); ++r)
        m_data.rowIndex.insert(m_data.rows[r].lane.value, r);
    m_rowBefore.assign(count, -1);
    m_rowMarks.assign(count, 0);
    for (size_t old = 0; old < newIndex.size(); ++old) {
        if (newIndex[old] >= 0)
            m_rowBefore[size_t(newIndex[old])] = int(old);
    }
    if (count == newIndex.size() && newIndex == identity(count))
        return;
    for (size_t old = 0; old < newIndex.size(); ++old) {
        if (newIndex[old] != int(old))
            renumberRow(old, newIndex[old]);
    }
    std::vector<std::vector<int>> cards(count);
    std::vector<int> tray(count, 0);
    std::vector<int> ends(count, -1);
    for (size_t r = 0; r < count; ++r) {
        if (const int old = m_rowBefore[r]; old >= 0) {
            cards[r] = std::move(m_data.rowCards[size_t(old)]);
            tray[r] = m_data.rowTray[size_t(old)];
            ends[r] = m_data.rowEnds[size_t(old)];
        }
    }
    m_data.rowCards = std::move(cards);
    m_data.rowTray = std::move(tray);
    m_data.rowEnds = std::move(ends);
}

/// Tells the cards and the ends of connections in a row that it has another index, or -1.
void GridUpdater::renumberRow(size_t row, int index)
{
    for (const int slot : m_data.rowCards[row])
        card(slot).row = index;
    m_data.visitEnds(m_data.rowEnds[row], [index](int, RouteEnd& end) { end.row = index; });
}

void GridUpdater::measureRow(int row)
{
    for (const int slot : m_data.rowCards[size_t(row)])
        markCard(slot, Measure);
}

/// Measures the cards that may name one of roles, or show an amount of money.
void GridUpdater::measureCardsOf(const QSet<RoleId>& roles, bool money)
{
    for (const Card& each : m_blueprint.cards()) {
        const QList<RoleId>& own = rolesOf(m_blueprint, each);
        if ((money && each.money) ||
            std::any_of(own.begin(), own.end(), [&](const RoleId& role) { return roles.contains(role); }))
            markCard(m_data.cardIndex.value(each.id.value), Measure);
    }
}

void GridUpdater::updateCards(const Patch& patch)
{
    for (const Change& change : patch.changes) {
        const auto* changed = std::get_if<ElementChange<Card>>(&change);
        if (!changed)
            continue;
        if (!changed->after)
            removeCard(changed->before->id);
        else if (!changed->before)
            addCard(*changed->after);
        else
            changeCard(*changed->before, *changed->after);
    }
}

int GridUpdater::addCard(const Card& added)
{
    int slot = int(m_data.cards.size());
    if (m_data.freeCards.empty()) {
        m_data.cards.emplace_back();
        m_cardMarks.push_back(0);
    } else {
        slot = m_data.freeCards.back();
        m_data.freeCards.pop_back();
    }
    card(slot) = {};
    card(slot).id = added.id;
    card(slot).tier = -1; // nowhere yet
    m_data.cardIndex.insert(added.id.value, slot);
    putInOrder(m_data.cardOrder, m_data.cards, slot, &PlacedCard::id);
    putInRow(slot, added);
    markCard(slot, LookUp | Measure);
    return slot;
}

void GridUpdater::removeCard(const CardId& id)
{
    const int slot = m_data.cardIndex.value(id.value);
    if (slot < 0)
        return;
    takeOutOfRow(slot);
    m_moved.push_back({id, card(slot), {}});
    m_labels.touch(card(slot).box());
    m_data.cardIndex.remove(id.value);
    takeOutOfOrder(m_data.cardOrder, m_data.cards, slot);
    card(slot).id = {};
    card(slot).text = {};
    m_removed.push_back(slot);
}

void GridUpdater::changeCard(const Card& before, const Card& after)
{
    const int slot = m_data.cardIndex.value(after.id.value);
    if (slot < 0)
        return;
    markCard(slot, Measure);
    if (before.lane == after.lane && before.firstStep == after.firstStep && before.lastStep == after.lastStep &&
        before.position == after.position)
        return;
    takeOutOfRow(slot);
    putInRow(slot, after);
    markCard(slot, LookUp);
}

void GridUpdater::putInRow(int slot, const Card& placed)
{
    PlacedCard& put = card(slot);
    put.position = placed.position;
    const int row = m_data.rowIndex.value(placed.lane.value);
    std::vector<int>& cards = m_data.rowCards[size_t(row)];
    cards.insert(std::lower_bound(cards.begin(), cards.end(), slot,
                                  [this](int l, int r) {
                                      return std::pair(card(l).position, card(l).order) <
                                             std::pair(card(r).position, card(r).order);
                                  }),
                 slot);
    m_data.rowTray[size_t(row)] += placed.firstStep.isEmpty() ? 1 : 0;
    touchRow(row);
}

void GridUpdater::takeOutOfRow(int slot)
{
    // Its row may be gone, and then its place among the others is as well.
    const int row = card(slot).row;
    if (row < 0)
        return;
    std::erase(m_data.rowCards[size_t(row)], slot);
    m_data.rowTray[size_t(row)] -= card(slot).inTray ? 1 : 0;
    touchRow(row);
}

void GridUpdater::markCard(int slot, int mark)
{
    quint8& marks = m_cardMarks[size_t(slot)];
    if (marks == 0)
        m_markedCards.push_back(slot);
    marks = quint8(marks | mark);
}

void GridUpdater::touchRow(int row)
{
    m_rowMarks[size_t(row)] = 1;
}

/// Makes the columns anew where that may give others.
void GridUpdater::updateColumns(bool changed)
{
    const int deepest = m_data.rowTray.empty() ? 0 : *std::max_element(m_data.rowTray.begin(), m_data.rowTray.end());
    const int tray = (deepest + m_data.style.trayStack - 1) / m_data.style.trayStack;
    if (!changed && tray == m_data.columnCount() - m_data.trayStart())
        return;
    const QList<LayoutColumn> before =
        std::exchange(m_data.columns, makeColumns(m_blueprint, m_data.style, m_measurer, tray));
    QHash<QString, int> now;
    m_data.columnIndex.clear();
    visitKeys(m_data.columns, [&](const QString& key, int c) {
        now.insert(key, c);
        if (m_data.columns[c].kind == ColumnKind::Step)
            m_data.columnIndex.insert(m_data.columns[c].step.value, c);
    });
    m_newColumn.assign(size_t(before.size()), -1);
    visitKeys(before, [&](const QString& key, int c) { m_newColumn[size_t(c)] = now.value(key, -1); });
    m_map.columns = AxisMap(m_newColumn, m_data.columnCount());
    if (!m_map.columns.isIdentity())
        touchRowsOfBrokenCards(m_map.columns);
}

void GridUpdater::touchRowsOfBrokenCards(const AxisMap& columns)
{
    for (const auto& [lo, hi] : columns.gone()) {
        m_data.visitCells({lo, hi, 0, 2 * m_data.tierCount()}, [&](int slot) {
            const PlacedCard& each = m_data.card(slot);
            if (!each.id.isEmpty() && each.tier >= 0 && each.row >= 0 &&
                !columns.keeps(2 * each.first + 1, 2 * each.last + 1))
                touchRow(each.row);
        });
    }
}

const Card& GridUpdater::element(int slot) const
{
    return m_elements.empty() ? *m_blueprint.find(m_data.card(slot).id) : *m_elements[size_t(slot)];
}

bool GridUpdater::isInTray(int slot) const
{
    if ((m_cardMarks[size_t(slot)] & LookUp) == 0)
        return m_data.card(slot).inTray;
    return element(slot).firstStep.isEmpty();
}

/// The first and last column of a card that is not in the tray.
std::pair<int, int> GridUpdater::columnsOf(int slot) const
{
    const PlacedCard& each = m_data.card(slot);
    if ((m_cardMarks[size_t(slot)] & LookUp) == 0) {
        const int first = m_newColumn[size_t(each.first)];
        const int last = m_newColumn[size_t(each.last)];
        if (first >= 0 && last >= first)
            return {first, last};
    }
    const Card& placed = element(slot);
    const int first = m_data.columnIndex.value(placed.firstStep.value);
    if (placed.lastStep.isEmpty())
        return {first, first};
    return {first, std::max(m_data.columnIndex.value(placed.lastStep.value, first), first)};
}

/// Breaks the words of all cards, which stand nowhere yet.
void GridUpdater::measureAll()
{
    const auto measurePart = [this](size_t begin, size_t end, const TextMeasurer& measurer) {
        for (size_t slot = begin; slot < end; ++slot) {
            if (!isInTray(int(slot)))
                std::tie(m_data.cards[slot].first, m_data.cards[slot].last) = columnsOf(int(slot));
            measure(int(slot), m_data.cards[slot].last - m_data.cards[slot].first + 1, measurer);
            m_cardMarks[slot] = LookUp;
        }
    };
    shareOut(m_data.cards.size(), m_data.cards.size() >= ManyCards, [&](size_t begin, size_t end) {
        if (begin == 0)
            measurePart(begin, end, m_measurer);
        else
            measurePart(begin, end, *m_measurer.clone());
    });
}

/// Breaks the words of marked cards whose rows need not be filled anew for another reason; those that get another
/// height touch their row.
void GridUpdater::measureMarked()
{
    for (const int slot : m_markedCards) {
        const PlacedCard& each = m_data.card(slot);
        if (each.id.isEmpty() || (m_cardMarks[size_t(slot)] & LookUp) != 0 || m_rowMarks[size_t(each.row)] != 0)
            continue;
        const double height = each.text.heightPt;
        measure(slot, each.last - each.first + 1, m_measurer);
        m_cardMarks[size_t(slot)] = 0;
        if (each.text.heightPt != height)
            touchRow(each.row);
    }
}

void GridUpdater::measure(int slot, int span, const TextMeasurer& measurer)
{
    card(slot).text =
        makeCardText(m_blueprint, element(slot), plannedWidth(m_data.style, span), m_data.style, measurer);
}

void GridUpdater::finish()
{
    m_data.freeCards.insert(m_data.freeCards.end(), m_removed.begin(), m_removed.end());
}

} // namespace throughline
