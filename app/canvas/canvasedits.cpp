// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasedits.h"

#include "app/canvas/gapnear.h"
#include "app/document/tr.h"
#include "core/model/queries.h"
#include "core/model/referrers.h"

#include <algorithm>

namespace throughline {

namespace {

template <typename Element>
int indexIn(const QList<Element>& elements, const Id<Element>& id)
{
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element& e) { return e.id == id; });
    return found == elements.end() ? -1 : int(found - elements.begin());
}

} // namespace

QList<CardId> cardsOf(const QList<ElementRef>& refs)
{
    QList<CardId> cards;
    for (const ElementRef& ref : refs) {
        if (ref.kind == ElementKind::Card)
            cards += CardId(ref.id);
    }
    return cards;
}

std::optional<End> endAt(const ElementRef& ref)
{
    if (ref.kind == ElementKind::Card)
        return CardId(ref.id);
    if (ref.kind == ElementKind::Lane)
        return LaneId(ref.id);
    return std::nullopt;
}

Result<Landing> CanvasEdits::withCard(const Result<Landing>& landing, const CardId& id) const
{
    if (!landing)
        return landing;
    Card card;
    card.id = id;
    card.lane = landing->place.lane;
    card.firstStep = landing->place.step;
    if (const Lane* lane = landing->blueprint.find(card.lane); lane && lane->stage == Stage::Evidence)
        card.kind = CardKind::Evidence;
    const Result<Patch> patch = afterLanding(*landing, addCard(landing->blueprint, card, landing->place.index));
    if (!patch)
        return patch.error();
    Landing with{blueprint(), *patch, landing->place};
    if (const Result<void> done = apply(with.blueprint, *patch); !done)
        return done.error();
    return with;
}

ElementRef CanvasEdits::addCardAt(const Result<Landing>& landing, const QString& text, const End& from,
                                  ConnectionKind kind)
{
    const CardId id(mintId(u'c'));
    const Result<Landing> made = withCard(landing, id);
    Result<Patch> patch = made ? Result<Patch>(made->patch) : Result<Patch>(made.error());
    if (made && !std::holds_alternative<LooseEnd>(from)) {
        Connection connection;
        connection.id = ConnectionId(mintId(u'e'));
        connection.from = from;
        connection.to = id;
        connection.kind = kind;
        if (const Result<Patch> joined = throughline::connect(made->blueprint, connection))
            patch = compose(made->patch, *joined);
    }
    if (!document().apply(patch, text))
        return {};
    document().setSelection({refTo(id)});
    return refTo(id);
}

void CanvasEdits::choose(const QList<ElementRef>& refs)
{
    m_view.ensureShown(refs);
    m_view.select(refs);
}

ElementRef CanvasEdits::newCard(const CellSpot& spot)
{
    return addCardAt(landingAt(blueprint(), spot), tr("Add card"), LooseEnd(), ConnectionKind::Auto);
}

namespace {

/// Whether the order of a card's lane is drawn with arrows and none leads on from the card.
bool endsDrawnOrder(const Blueprint& blueprint, const Card& card)
{
    QSet<CardId> inLane;
    for (const Card* other : referrers(blueprint.cards(), card.lane))
        inLane += other->id;
    const auto joins = [&](const Connection& connection) {
        const CardId* from = cardAt(connection.from);
        const CardId* to = cardAt(connection.to);
        return from && to && inLane.contains(*from) && inLane.contains(*to);
    };
    const auto leadsOn = [&](const Connection& connection) {
        return joins(connection) && connection.from == End(card.id);
    };
    const Table<Connection>& all = blueprint.connections();
    return std::ranges::none_of(connectionsAt(blueprint, {card.id}), leadsOn) &&
           std::any_of(all.begin(), all.end(), joins);
}

} // namespace

ElementRef CanvasEdits::nextCard(const CardId& id)
{
    const Card* card = blueprint().find(id);
    if (!card)
        return {};
    // Where the lane's order is drawn with arrows, the new card is drawn in; elsewhere the columns say the order.
    const End from = endsDrawnOrder(blueprint(), *card) ? End(id) : End(LooseEnd());
    return addCardAt(landingAfter(blueprint(), card->lane, lastStepOf(*card)), tr("Add card"), from,
                     ConnectionKind::Flow);
}

ElementRef CanvasEdits::answeringCard(const CardId& id, int by)
{
    const Card* card = blueprint().find(id);
    if (!card)
        return {};
    const QList<Lane> lanes = orderedLanes(shown());
    int row = indexIn(lanes, card->lane) + by;
    // Lanes that draw a curve hold no cards.
    while (row >= 0 && row < lanes.size() && lanes[row].curve != LaneCurve::None)
        row += by;
    if (row < 0 || row >= lanes.size()) {
        document().showMessage(by > 0 ? tr("There is no lane below. Add one with the plus beside the lanes.")
                                      : tr("There is no lane above. Add one with the plus beside the lanes."));
        return {};
    }
    const bool asks = isCustomerCard(blueprint(), *card);
    return addCardAt(Landing{blueprint(), {}, {lanes[row].id, card->firstStep, -1}}, tr("Add card and connection"), id,
                     asks ? ConnectionKind::Request : ConnectionKind::Auto);
}

ElementRef CanvasEdits::cardBelow(const CardId& id)
{
    const Card* card = blueprint().find(id);
    if (!card)
        return {};
    const QList<Card> cell = throughline::cardsIn(blueprint(), card->lane, card->firstStep);
    const auto here = std::find_if(cell.begin(), cell.end(), [&](const Card& c) { return c.id == id; });
    const int index = here == cell.end() ? -1 : int(here - cell.begin()) + 1;
    return addCardAt(Landing{blueprint(), {}, {card->lane, card->firstStep, index}}, tr("Add card"), LooseEnd(),
                     ConnectionKind::Auto);
}

ElementRef CanvasEdits::connect(const End& from, const End& to)
{
    Connection connection;
    connection.id = ConnectionId(mintId(u'e'));
    connection.from = from;
    connection.to = to;
    if (!document().apply(throughline::connect(blueprint(), connection), tr("Connect")))
        return {};
    document().setSelection({refTo(connection.id)});
    return refTo(connection.id);
}

ElementRef CanvasEdits::connectToNewCard(const End& from, const CellSpot& spot)
{
    return addCardAt(landingAt(blueprint(), spot), tr("Add card and connection"), from, ConnectionKind::Auto);
}

bool CanvasEdits::reconnect(const ConnectionId& connection, ConnectionEnd side, const End& end)
{
    return document().apply(throughline::reconnect(blueprint(), connection, side, end), tr("Attach connection"));
}

bool CanvasEdits::isOnlyCustomer(const LaneId& lane) const
{
    const QList<Lane> lanes = orderedLanes(blueprint());
    return std::none_of(lanes.begin(), lanes.end(), [&](const Lane& other) {
        return other.id != lane && other.stage == Stage::Customer && other.curve == LaneCurve::None;
    });
}

Stage CanvasEdits::stageAt(const LaneId& lane, const Gap& gap, bool belowGap) const
{
    const QList<Lane> rows = orderedLanes(shown());
    const int neighbour = std::clamp(belowGap ? gap.before : gap.before - 1, 0, int(rows.size()) - 1);
    const int above = gap.before - 1 - (gap.before > 0 && rows[gap.before - 1].id == lane ? 1 : 0);
    const int below = gap.before + (gap.before < rows.size() && rows[gap.before].id == lane ? 1 : 0);
    const bool isTop = (above < 0 || rows[above].stage <= Stage::Customer) &&
                       (below >= rows.size() || rows[below].stage >= Stage::Customer);
    const bool isOwnPlace = rows[neighbour].id == lane;
    return isTop && !isOwnPlace && isOnlyCustomer(lane) ? Stage::Customer : rows[neighbour].stage;
}

bool CanvasEdits::moveLaneTo(const LaneId& lane, const Gap& gap, bool belowGap)
{
    const QList<Lane> rows = orderedLanes(shown());
    const Stage stage = stageAt(lane, gap, belowGap);
    // Below the last shown lane above the gap, with the lanes in between that are not shown.
    LaneId above;
    for (int i = 0; i < std::min<int>(gap.before, int(rows.size())); ++i) {
        if (rows[i].stage == stage && rows[i].id != lane)
            above = rows[i].id;
    }
    const QList<Lane> lanes = orderedLanes(blueprint());
    int index = 0;
    for (int i = 0; i <= indexIn(lanes, above); ++i)
        index += lanes[i].stage == stage && lanes[i].id != lane ? 1 : 0;
    return document().apply(throughline::moveLane(blueprint(), lane, stage, index), tr("Move lane"));
}

bool CanvasEdits::moveStepTo(const StepId& step, const Gap& gap, bool rightOfGap)
{
    const Layout& layout = m_view.scene().layout();
    const int column = columnBeside(layout, gap, rightOfGap);
    if (column < 0 || layout.columns()[column].step == step)
        return false;
    const LayoutColumn beside = layout.columns()[column];
    QList<Step> others = orderedSteps(blueprint());
    others.removeIf([&](const Step& other) { return other.id == step; });
    // Next to the step on this side, whatever is not shown in the gap.
    const int known = indexIn(others, beside.step);
    const int index = known < 0 ? stepsLeftOf(blueprint(), layout, gap, step) : known + (column < gap.before ? 1 : 0);
    if (!document().apply(throughline::moveStep(blueprint(), step, index, beside.phase), tr("Move step")))
        return false;
    choose({refTo(step)});
    return true;
}

bool CanvasEdits::movePhaseTo(const PhaseId& phase, const Gap& gap)
{
    const int left = stepsLeftOf(blueprint(), m_view.scene().layout(), gap);
    const QList<PhaseBlock> blocks = phaseBlocks(blueprint());
    int index = 0;
    qsizetype steps = 0;
    for (const PhaseBlock& block : blocks) {
        steps += block.steps.size();
        index += block.phase != phase && steps <= left ? 1 : 0;
    }
    return document().apply(throughline::movePhase(blueprint(), phase, index), tr("Move phase"));
}

ElementRef CanvasEdits::insertAt(const Gap& gap)
{
    if (gap.between == Gap::Between::Columns) {
        Step step;
        step.id = StepId(mintId(u's'));
        const int left = stepsLeftOf(blueprint(), m_view.scene().layout(), gap);
        if (!document().apply(insertStep(blueprint(), step, left), tr("Add step")))
            return {};
        document().setSelection({refTo(step.id)});
        return refTo(step.id);
    }
    const QList<Lane> lanes = orderedLanes(shown());
    const bool atEnd = gap.before >= lanes.size();
    const LaneId beside = lanes.isEmpty() ? LaneId() : lanes[atEnd ? lanes.size() - 1 : gap.before].id;
    // Between two stages the new lane belongs to the upper one: the line stays where it is drawn.
    const bool upper = !atEnd && gap.before > 0 && lanes[gap.before - 1].stage != lanes[gap.before].stage;
    const bool done =
        upper ? document().addLane(lanes[gap.before - 1].id.value, false) : document().addLane(beside.value, !atEnd);
    return done ? m_view.current() : ElementRef();
}

} // namespace throughline
