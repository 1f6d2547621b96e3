// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/journeys.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// What a customer waits while nobody has said how long the work takes.
constexpr double UsualWaitMinutes = 10;

/// Who works in front of the customer in a column, one card for each role; from the top.
std::vector<int> frontIn(const ServiceGraph& graph, int column)
{
    std::vector<int> front;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.side == Side::Company && node.firstColumn == column &&
            graph.lanes[size_t(node.lane)]->stage == Stage::Frontstage)
            front.push_back(card);
    }
    return front;
}

/// A lane on top, and in it whatever the customer must be doing where somebody stands before him.
void addCustomerLane(FixRun& run)
{
    const ServiceGraph& graph = run.graph;
    Lane lane;
    lane.id = run.id<Lane>(u'l');
    lane.name = u"Customer"_s;
    lane.stage = Stage::Customer;
    const Result<Patch> added = addLane(run.blueprint(), lane);
    Blueprint withLane = run.blueprint();
    if (!added || !apply(withLane, *added))
        return;
    Draft draft(withLane);
    int meetings = 0;
    for (int column = 0; column < int(graph.columns.size()); ++column) {
        const std::vector<int> front = frontIn(graph, column);
        if (front.empty())
            continue;
        const QString title = u"Meets %1"_s.arg(run.say.theRolesAt(front.front()));
        draft.put(run.card(lane.id, graph.columns[size_t(column)]->id, title));
        ++meetings;
    }
    const QString where =
        meetings == 0 ? QString() : u", with %1 to describe"_s.arg(counted(meetings, u"moment"_s, u"moments"_s));
    run.add(u"add-customer-lane"_s, u"Add a lane for the customer on top%1"_s.arg(where),
            compose(*added, draft.patch()));
}

/// The lane that may be the customer's own: of somebody from outside, or else the nameless one in front with which
/// everything starts. -1 = none.
int customersLane(const ServiceGraph& graph)
{
    int first = -1;
    int column = int(graph.columns.size());
    int used = 0;
    for (int index = 0; index < int(graph.lanes.size()); ++index) {
        const Lane& lane = *graph.lanes[size_t(index)];
        int begins = int(graph.columns.size());
        for (const CardNode& node : graph.cards) {
            if (node.lane == index && node.firstColumn >= 0)
                begins = std::min(begins, node.firstColumn);
        }
        if (lane.stage == Stage::Evidence || begins == int(graph.columns.size()))
            continue;
        ++used;
        const bool outside = std::ranges::any_of(lane.roles, [&](const RoleId& id) {
            const Role* role = graph.blueprint.find(id);
            return role && role->kind == RoleKind::External;
        });
        if (outside)
            return index;
        if (lane.roles.isEmpty() && lane.stage == Stage::Frontstage && begins < column) {
            first = index;
            column = begins;
        }
    }
    return used > 1 && column == 0 ? first : -1;
}

void mendNoCustomer(FixRun& run)
{
    addCustomerLane(run);
    const int index = customersLane(run.graph);
    if (index < 0)
        return;
    const Lane& lane = *run.graph.lanes[size_t(index)];
    run.add(u"make-lane-customer"_s, u"Say that the lane %1 is the customer\u2019s own"_s.arg(displayName(lane)),
            moveLane(run.blueprint(), lane.id, Stage::Customer));
}

/// The columns of a company-only phase (or run of columns) in which the company works, and what it does there.
struct Stretch
{
    int first = -1;
    int last = -1;
    bool isPhase = false;
    std::vector<int> work; ///< cards, by column
    QString name;          ///< "during Prepare"
};

Stretch stretchOf(const FixRun& run)
{
    const ServiceGraph& graph = run.graph;
    Stretch stretch;
    const Phase* phase = run.subject<Phase>();
    stretch.isPhase = phase != nullptr;
    const Step* step = run.subject<Step>();
    int begin = 0;
    int end = int(graph.columns.size());
    if (!phase && step) {
        begin = int(std::ranges::find(graph.columns, step->id, [](const Step* s) { return s->id; }) -
                    graph.columns.begin());
        for (const CardNode& node : graph.cards) {
            if (node.party >= 0 && node.firstColumn > begin)
                end = std::min(end, node.firstColumn);
        }
    }
    for (int column = begin; column < end; ++column) {
        if (phase && graph.columns[size_t(column)]->phase != phase->id)
            continue;
        for (int card = 0; card < graph.cardCount(); ++card) {
            const CardNode& node = graph.cards[size_t(card)];
            if (node.side != Side::Company || node.firstColumn != column)
                continue;
            stretch.first = stretch.first < 0 ? column : stretch.first;
            stretch.last = column;
            stretch.work.push_back(card);
        }
    }
    if (stretch.first >= 0)
        stretch.name = phase ? u"during %1"_s.arg(displayName(*phase))
                             : u"in steps %1 to %2"_s.arg(graph.columns[size_t(stretch.first)]->number)
                                   .arg(graph.columns[size_t(stretch.last)]->number);
    return stretch;
}

/// How long the work takes as far as anybody has said, or what is usual.
Minutes timeOf(const ServiceGraph& graph, const Stretch& stretch)
{
    Minutes total;
    for (const int card : stretch.work)
        total = total + graph.cards[size_t(card)].card->minutes.value_or(Minutes());
    return total == Minutes() ? *Minutes::from(UsualWaitMinutes) : total;
}

void addWait(FixRun& run, const Stretch& stretch, int party)
{
    const ServiceGraph& graph = run.graph;
    const LaneId lane = graph.lanes[size_t(graph.partyLane[size_t(party)])]->id;
    Card wait = run.card(lane, graph.columns[size_t(stretch.first)]->id, u"Waits"_s);
    if (stretch.last > stretch.first)
        wait.lastStep = graph.columns[size_t(stretch.last)]->id;
    wait.kind = CardKind::Wait;
    wait.waitEndsBy = WaitEnd::Time;
    wait.waitDuration = timeOf(graph, stretch);
    Draft draft = run.draft();
    addToJourney(run, draft, wait, customerCardBefore(graph, party, stretch.first),
                 customerCardAfter(graph, party, stretch.last));
    run.add(
        u"add-wait"_s,
        u"Show that %1 waits %2 min %3"_s.arg(run.say.theCustomer(party), wait.waitDuration->toString(), stretch.name),
        draft.patch());
}

/// Somebody tells the customer how it is going: whoever stands nearest to him, and of those the last. Once is enough
/// for a phase; a long run of columns has the customer listen all through.
void addNews(FixRun& run, const Stretch& stretch, int party)
{
    const ServiceGraph& graph = run.graph;
    const auto nearness = [&](int card) {
        const CardNode& node = graph.cards[size_t(card)];
        return std::pair(graph.lanes[size_t(node.lane)]->stage, -node.firstColumn);
    };
    const int teller = *std::ranges::min_element(stretch.work, {}, nearness);
    const int column = graph.cards[size_t(teller)].firstColumn;
    const LaneId lane = graph.lanes[size_t(graph.partyLane[size_t(party)])]->id;
    const int first = stretch.isPhase ? column : stretch.first;
    const int last = stretch.isPhase ? column : stretch.last;
    Card news = run.card(lane, graph.columns[size_t(first)]->id, u"Hears how it is going"_s);
    if (last > first)
        news.lastStep = graph.columns[size_t(last)]->id;
    Draft draft = run.draft();
    addToJourney(run, draft, news, customerCardBefore(graph, party, first), customerCardAfter(graph, party, last));
    draft.put(run.connection(graph.cards[size_t(teller)].card->id, news.id, ConnectionKind::Tell));
    run.add(u"tell-customer"_s,
            u"Let %1 tell %2 %3 how it is going"_s.arg(run.whoAt(teller), run.say.theCustomer(party), stretch.name),
            draft.patch());
}

void mendCompanyOnly(FixRun& run)
{
    const Stretch stretch = stretchOf(run);
    const int party = mainParty(run.graph);
    if (stretch.first < 0 || party < 0)
        return;
    const int before = customerCardBefore(run.graph, party, stretch.first);
    const int after = customerCardAfter(run.graph, party, stretch.last);
    const bool hasLeft = before >= 0 && after < 0 && run.cardAt(before).isEnd;
    // Whoever has left does not wait, but may want to know.
    if (!hasLeft)
        addWait(run, stretch, party);
    addNews(run, stretch, party);
}

/// The phase of a kind that has the most to do with the sale: the first after it, or the last before it. Null = none.
const Phase* phaseOfKind(const Blueprint& blueprint, PhaseKind kind)
{
    const Phase* found = nullptr;
    for (const Phase& phase : orderedPhases(blueprint)) {
        if (phase.kind == kind && (!found || kind == PhaseKind::Pre))
            found = blueprint.find(phase.id);
    }
    return found;
}

/// A draft of run's blueprint with a phase of a kind, and the step of it in which the customer had best appear.
struct PhaseDraft
{
    Patch patch;
    StepId step;
    QString name;
    bool isNew = false;
};

std::optional<PhaseDraft> withPhase(const FixRun& run, PhaseKind kind)
{
    const Blueprint& blueprint = run.blueprint();
    const bool post = kind == PhaseKind::Post;
    const Phase* known = phaseOfKind(blueprint, kind);
    if (known) {
        const PhaseDraft draft{{}, {}, displayName(*known), false};
        for (const Step& step : orderedSteps(blueprint)) {
            if (step.phase == known->id)
                return PhaseDraft{{}, step.id, draft.name, false};
        }
        Step step;
        step.id = run.id<Step>(u's');
        step.phase = known->id;
        const Result<Patch> patch = insertStep(blueprint, step, post ? int(blueprint.steps().size()) : 0);
        return patch ? std::optional(PhaseDraft{*patch, step.id, draft.name, false}) : std::nullopt;
    }
    Phase phase;
    phase.id = run.id<Phase>(u'p');
    phase.name = post ? u"Use"_s : u"Find"_s;
    phase.kind = kind;
    const StepId step = run.id<Step>(u's');
    const Result<Patch> patch = addPhase(blueprint, phase, step, post ? -1 : 0);
    return patch ? std::optional(PhaseDraft{*patch, step, phase.name, true}) : std::nullopt;
}

void mendStopsAtSale(FixRun& run)
{
    const bool post = run.finding.variant == "post"_L1;
    const std::vector<int> subjects = run.nodes(Evidence::Part::Subject);
    const std::optional<PhaseDraft> phase = withPhase(run, post ? PhaseKind::Post : PhaseKind::Pre);
    const int party = subjects.empty() ? -1 : run.graph.partyOf(subjects.front());
    Blueprint withPhase = run.blueprint();
    if (!phase || party < 0 || !apply(withPhase, phase->patch))
        return;
    const LaneId lane = run.graph.lanes[size_t(run.graph.partyLane[size_t(party)])]->id;
    const Card card = run.card(lane, phase->step, post ? u"Uses what was bought"_s : u"Looks for what helps"_s);
    const int columns = int(run.graph.columns.size());
    Draft draft(withPhase);
    addToJourney(run, draft, card, post ? customerCardBefore(run.graph, party, columns) : -1,
                 post ? -1 : customerCardAfter(run.graph, party, -1));
    const QString customer = run.say.theCustomer(party);
    const QString what = post ? u"%1 uses what was bought"_s.arg(customer) : u"%1 looks for what helps"_s.arg(customer);
    const QString text = !phase->isNew ? u"Show in %1 how %2"_s.arg(phase->name, what)
                         : post
                             ? u"Add a phase \u201c%1\u201d after the purchase, in which %2"_s.arg(phase->name, what)
                             : u"Add a phase \u201c%1\u201d before the purchase, in which %2"_s.arg(phase->name, what);
    run.add(phase->isNew ? u"add-phase"_s : u"show-customer-in-phase"_s, text,
            phase->patch.isEmpty() ? draft.patch() : compose(phase->patch, draft.patch()));
}

} // namespace

// costly-step has none: what makes a step cheaper for the customer is not in the drawing, and a higher ceiling mends
// nothing.
std::span<const FixProposal> perspectiveFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"no-customer-lane", mendNoCustomer},
        FixProposal{u"company-only-phase", mendCompanyOnly},
        FixProposal{u"journey-stops-at-sale", mendStopsAtSale},
    };
    return proposals;
}

} // namespace throughline
