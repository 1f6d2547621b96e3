// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/view/shownpart.h"

#include "core/model/queries.h"
#include "core/view/viewmatch.h"

#include <algorithm>

namespace throughline {

namespace {

template <typename Element>
ElementRef refTo(ElementKind kind, const Id<Element>& id)
{
    return {kind, id.value};
}

bool isSmall(ElementKind kind)
{
    switch (kind) {
    case ElementKind::Card:
    case ElementKind::Connection:
    case ElementKind::DataItem:
    case ElementKind::Acceptance:
    case ElementKind::Blueprint:
        return true;
    case ElementKind::Department:
    case ElementKind::Role:
    case ElementKind::Request:
    case ElementKind::Phase:
    case ElementKind::Step:
    case ElementKind::Lane:
        break;
    }
    return false;
}

} // namespace

ShownPart::ShownPart(const Blueprint& whole, const ViewFilter& filter, const QList<Finding>& findings)
    : m_whole(whole), m_part(whole), m_given(filter), m_findings(findings)
{
    (void)remake();
}

bool ShownPart::leavesOut() const
{
    return m_filter.hidesRest && hasCriteria(m_filter);
}

bool ShownPart::isClosed(const PhaseId& id) const
{
    const Phase* phase = m_whole.find(id);
    return phase && phase->folded && !m_opened.contains(id);
}

void ShownPart::match()
{
    m_filter = withoutUnknown(m_given, m_whole);
    const bool asks = hasCriteria(m_filter);
    m_matching = asks ? matchingCards(m_whole, m_filter, m_findings) : QSet<CardId>();
    m_matchingLanes = asks ? matchingLanes(m_whole, m_filter) : QSet<LaneId>();
}

bool ShownPart::matches(const Card& card) const
{
    return m_matching.contains(card.id) || m_touched.contains(refTo(ElementKind::Card, card.id));
}

bool ShownPart::isLit(const Connection& connection) const
{
    const auto isLitCard = [this](const CardId& id) {
        return m_matching.contains(id) || m_touched.contains(refTo(ElementKind::Card, id));
    };
    bool any = m_touched.contains(refTo(ElementKind::Connection, connection.id));
    for (const End& end : {connection.from, connection.to}) {
        const CardId* card = cardAt(end);
        if (card && !isLitCard(*card))
            return false;
        any = any || card;
    }
    return any;
}

void ShownPart::light()
{
    m_lit.clear();
    if (!hasCriteria(m_filter) || m_filter.hidesRest)
        return;
    m_lit += ElementRef();
    for (const CardId& card : std::as_const(m_matching))
        m_lit += refTo(ElementKind::Card, card);
    m_lit += m_touched;
    for (const Connection& connection : m_whole.connections()) {
        if (isLit(connection))
            m_lit += refTo(ElementKind::Connection, connection.id);
    }
}

void ShownPart::choose()
{
    const QList<Step> steps = orderedSteps(m_whole);
    const bool leaves = leavesOut();
    const bool byCards = hasCardCriteria(m_filter);
    const auto isKept = [this](ElementKind kind, const auto& id) { return m_touched.contains(refTo(kind, id)); };
    QSet<LaneId> hidden(m_filter.hiddenLanes.begin(), m_filter.hiddenLanes.end());
    QSet<LaneId> lanes; // in which something matches
    QSet<int> numbers;  // of steps in which something matches
    if (leaves) {
        QHash<StepId, int> rank;
        for (int i = 0; i < int(steps.size()); ++i)
            rank.insert(steps[i].id, i);
        for (const Card& card : m_whole.cards()) {
            if (!matches(card) || hidden.contains(card.lane))
                continue;
            lanes += card.lane;
            const int first = rank.value(card.firstStep, 0);
            const int last = card.firstStep.isEmpty() ? -1 : rank.value(lastStepOf(card), -1);
            for (int i = first; i <= last; ++i)
                numbers += i;
        }
    }
    m_lanes.clear();
    for (const Lane& lane : m_whole.lanes()) {
        if (!hidden.contains(lane.id) && (!leaves || !byCards || lanes.contains(lane.id) ||
                                          m_matchingLanes.contains(lane.id) || isKept(ElementKind::Lane, lane.id)))
            m_lanes += lane.id;
    }
    const auto isOfPhase = [this](const PhaseId& id) {
        return m_filter.phases.isEmpty() || m_filter.phases.contains(id);
    };
    m_steps.clear();
    m_from.clear();
    m_phases.clear();
    QSet<PhaseId> withSteps;
    for (int i = 0; i < int(steps.size()); ++i) {
        const Step& step = steps[i];
        withSteps += step.phase;
        m_from.insert(step.id, int(m_steps.size()));
        // Of a card that reaches beyond the phases asked for, the steps out there are not shown.
        const bool wanted = !leaves || isKept(ElementKind::Step, step.id) ||
                            (isOfPhase(step.phase) && (!byCards || numbers.contains(i)));
        if (!wanted)
            continue;
        m_phases += step.phase;
        if (!isClosed(step.phase))
            m_steps += step;
    }
    for (const Phase& phase : m_whole.phases()) {
        if (!withSteps.contains(phase.id) && (!leaves || (isOfPhase(phase.id) && !byCards)))
            m_phases += phase.id;
        if (isKept(ElementKind::Phase, phase.id))
            m_phases += phase.id;
    }
}

bool ShownPart::isShown(const CardId& id) const
{
    const Card* card = m_whole.find(id);
    if (!card || !m_lanes.contains(card->lane) || (leavesOut() && !matches(*card)))
        return false;
    if (card->firstStep.isEmpty())
        return true;
    const int first = m_from.value(card->firstStep, 0);
    const Step* last = m_whole.find(lastStepOf(*card));
    return last && first < m_steps.size() && m_steps[first].number <= last->number;
}

std::optional<Card> ShownPart::shown(const Card& card) const
{
    if (!isShown(card.id))
        return {};
    Card part = card;
    if (!card.timeoutTo.isEmpty() && !isShown(card.timeoutTo))
        part.timeoutTo = {};
    if (card.firstStep.isEmpty())
        return part;
    part.firstStep = m_steps[m_from.value(card.firstStep, 0)].id;
    if (card.lastStep.isEmpty())
        return part;
    const int number = m_whole.find(card.lastStep)->number;
    const auto beyond = std::upper_bound(m_steps.begin(), m_steps.end(), number,
                                         [](int wanted, const Step& step) { return wanted < step.number; });
    part.lastStep = (beyond - 1)->id;
    if (part.lastStep == part.firstStep && card.lastStep != card.firstStep)
        part.lastStep = {};
    return part;
}

bool ShownPart::isShown(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return isShown(*card);
    if (const LaneId* lane = laneAt(end))
        return m_lanes.contains(*lane);
    const CardId& nearest = std::get<LooseEnd>(end).nearest;
    return nearest.isEmpty() ? !leavesOut() : isShown(nearest);
}

std::optional<Connection> ShownPart::shown(const Connection& connection) const
{
    if (!isShown(connection.from) || !isShown(connection.to))
        return {};
    Connection part = connection;
    if (!part.answers.isEmpty()) {
        const Connection* request = m_whole.find(part.answers);
        if (!request || !isShown(request->from) || !isShown(request->to))
            part.answers = {};
    }
    return part;
}

Request ShownPart::shown(const Request& request) const
{
    Request part = request;
    part.livePhases.removeIf([this](const PhaseId& phase) { return !m_phases.contains(phase); });
    return part;
}

Blueprint ShownPart::made() const
{
    BlueprintBuilder builder;
    builder.header = m_whole.header();
    for (const Department& department : m_whole.departments())
        builder.departments += department;
    for (const Role& role : m_whole.roles())
        builder.roles += role;
    for (const Request& request : m_whole.requests())
        builder.requests += shown(request);
    for (const DataItem& item : m_whole.dataItems())
        builder.dataItems += item;
    for (const Acceptance& acceptance : m_whole.acceptances())
        builder.acceptances += acceptance;
    for (const Phase& phase : m_whole.phases()) {
        if (m_phases.contains(phase.id))
            builder.phases += phase;
    }
    builder.steps = m_steps;
    for (const Lane& lane : m_whole.lanes()) {
        if (m_lanes.contains(lane.id))
            builder.lanes += lane;
    }
    for (const Card& card : m_whole.cards()) {
        if (const std::optional<Card> part = shown(card))
            builder.cards += *part;
    }
    for (const Connection& connection : m_whole.connections()) {
        if (const std::optional<Connection> part = shown(connection))
            builder.connections += *part;
    }
    Result<Blueprint> built = std::move(builder).build();
    Q_ASSERT(built);
    return built ? *built : m_whole;
}

Patch ShownPart::remake()
{
    match();
    choose();
    light();
    const Blueprint before = m_part;
    m_isWhole = !leavesOut() && m_lanes.size() == m_whole.lanes().size() && m_steps.size() == m_whole.steps().size();
    m_part = m_isWhole ? m_whole : made();
    return diff(before, m_part);
}

/// Lets an element match; a card with the place it stands in.
void ShownPart::touch(const ElementRef& ref)
{
    m_touched += ref;
    if (!m_lit.isEmpty())
        m_lit += ref;
    const Card* card = ref.kind == ElementKind::Card ? m_whole.find(CardId(ref.id)) : nullptr;
    if (!card)
        return;
    m_touched += refTo(ElementKind::Lane, card->lane);
    if (!card->firstStep.isEmpty())
        m_touched += refTo(ElementKind::Step, card->firstStep);
}

/// Keeps the lane and the steps where a card of the part stands, which may leave it.
void ShownPart::keepPlaceOf(const Card& card)
{
    m_touched += refTo(ElementKind::Lane, card.lane);
    const auto at = [this](const StepId& id) {
        return std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& step) { return step.id == id; });
    };
    const auto first = at(card.firstStep);
    const auto last = at(lastStepOf(card));
    for (auto step = first; step != m_steps.end() && last != m_steps.end() && step <= last; ++step)
        m_touched += refTo(ElementKind::Step, step->id);
}

void ShownPart::touch(const Patch& patch)
{
    for (const Change& change : patch.changes) {
        const auto* phase = std::get_if<ElementChange<Phase>>(&change);
        if (phase && phase->after && phase->after->folded && !(phase->before && phase->before->folded))
            m_opened.remove(phase->after->id); // folded just now
    }
    if (!hasCriteria(m_given))
        return;
    for (const ElementRef& ref : touched(patch)) {
        if (const Card* left = ref.kind == ElementKind::Card ? m_part.find(CardId(ref.id)) : nullptr)
            keepPlaceOf(*left);
        switch (ref.kind) {
        case ElementKind::Card:
        case ElementKind::Connection:
        case ElementKind::Lane:
        case ElementKind::Step:
        case ElementKind::Phase:
            touch(ref);
            break;
        default:
            break;
        }
    }
}

/// Whether a patch may give the part other lanes, steps or phases, or something it does not add comes into the part or
/// leaves it: others may name that.
bool ShownPart::changesGrid(const Patch& patch) const
{
    return std::any_of(patch.changes.begin(), patch.changes.end(), [this](const Change& change) {
        if (!isSmall(refOf(change).kind))
            return true;
        const auto* connection = std::get_if<ElementChange<Connection>>(&change);
        if (connection && connection->before && connection->after &&
            shown(*connection->after).has_value() != (m_part.find(connection->after->id) != nullptr))
            return true;
        const auto* card = std::get_if<ElementChange<Card>>(&change);
        if (!card || !card->after)
            return false;
        const Card& after = *card->after;
        if (card->before && isShown(after.id) != (m_part.find(after.id) != nullptr))
            return true;
        if (!leavesOut())
            return false;
        const auto isThere = [this](const StepId& id) {
            const int from = m_from.value(id, -1);
            return id.isEmpty() || (from >= 0 && from < m_steps.size() && m_steps[from].id == id);
        };
        return !m_lanes.contains(after.lane) || !isThere(after.firstStep) || !isThere(after.lastStep);
    });
}

Patch ShownPart::follow(const Blueprint& after, const Patch& patch)
{
    const bool wasWhole = m_isWhole;
    m_whole = after;
    touch(patch);
    const bool isPlain = m_given == ViewFilter() && std::none_of(after.phases().begin(), after.phases().end(),
                                                                 [](const Phase& phase) { return phase.folded; });
    if (wasWhole && isPlain) {
        m_part = after;
        return patch;
    }
    return changesGrid(patch) ? remake() : followSmall(patch);
}

Patch ShownPart::followSmall(const Patch& patch)
{
    if (m_isWhole) {
        m_part = m_whole;
        return patch;
    }
    Patch small;
    const auto add = [&](const auto& now, const auto* before) {
        using Element = std::decay_t<decltype(*before)>;
        const std::optional<Element> old = before ? std::optional<Element>(*before) : std::nullopt;
        if (old != now)
            small.changes += ElementChange<Element>{old, now};
    };
    for (const Change& change : patch.changes) {
        if (const auto* card = std::get_if<ElementChange<Card>>(&change))
            add(card->after ? shown(*card->after) : std::nullopt,
                m_part.find(card->after ? card->after->id : card->before->id));
        else if (const auto* connection = std::get_if<ElementChange<Connection>>(&change))
            add(connection->after ? shown(*connection->after) : std::nullopt,
                m_part.find(connection->after ? connection->after->id : connection->before->id));
        else
            small.changes += change;
    }
    // What answers a connection that went, or is no longer shown, names it no more; then all is made anew.
    if (!apply(m_part, small))
        return remake();
    return small;
}

Patch ShownPart::setFindings(const QList<Finding>& findings)
{
    m_findings = findings;
    return m_given.rules.isEmpty() ? Patch() : remake();
}

Patch ShownPart::keep(const QList<ElementRef>& elements)
{
    QSet<StepId> steps;
    for (const ElementRef& ref : elements) {
        if (hasCriteria(m_given))
            touch(ref);
        if (ref.kind == ElementKind::Step)
            steps += StepId(ref.id);
        if (const Card* card = ref.kind == ElementKind::Card ? m_whole.find(CardId(ref.id)) : nullptr)
            steps += card->firstStep;
    }
    for (const StepId& id : std::as_const(steps)) {
        if (const Step* step = m_whole.find(id); step && isClosed(step->phase))
            m_opened += step->phase;
    }
    return remake();
}

} // namespace throughline
