// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace throughline {

/// Only where the company is drawn at all: an empty sheet is no fault.
void findMissingCustomer(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    run.cover(1, 1, u"blueprint"_s);
    if (!graph.partyLane.empty())
        return;
    const auto company =
        std::ranges::find_if(graph.cards, [](const CardNode& node) { return node.side == Side::Company; });
    if (company == graph.cards.end())
        return;
    Finding finding;
    finding.subjects = {u"blueprint"_s};
    finding.title = u"No customer lane"_s;
    finding.message = u"Nobody makes this journey: there is no lane of a customer."_s;
    finding.consequence =
        u"Where the service breaks for the customer cannot be seen, because the customer is not in the picture."_s;
    finding.remedies = {
        u"Add a customer lane on top and say, column by column, what the customer does."_s,
        u"If one of the lanes is the customer\u2019s, make its stage \u201ccustomer\u201d."_s,
    };
    const auto first = std::ranges::min_element(graph.cards, {}, [](const CardNode& node) {
        const bool placed = node.side == Side::Company && node.firstColumn >= 0;
        return placed ? node.firstColumn : std::numeric_limits<int>::max();
    });
    finding.evidence = {{Evidence::Part::Subject, run.refOf(int(first - graph.cards.begin())), {}}};
    run.add(std::move(finding));
}

namespace {

/// Who is in a phase or a column.
struct Presence
{
    int company = 0;
    bool customer = false;
    int firstCard = -1; ///< of the company
};

/// The columns each customer's cards begin and end in, ascending.
struct Occupied
{
    explicit Occupied(const ServiceGraph& graph) : begins(graph.partyLane.size()), ends(graph.partyLane.size())
    {
        for (const CardNode& node : graph.cards) {
            if (node.party < 0 || node.firstColumn < 0)
                continue;
            begins[size_t(node.party)].push_back(node.firstColumn);
            ends[size_t(node.party)].push_back(node.lastColumn);
        }
        for (std::vector<int>& columns : begins)
            std::ranges::sort(columns);
        for (std::vector<int>& columns : ends)
            std::ranges::sort(columns);
    }
    std::vector<std::vector<int>> begins;
    std::vector<std::vector<int>> ends;
};

/// The columns in which a customer card is present, first and last. A wait fills the time between the same customer's
/// card before it and the one after it, wherever in between it was drawn.
std::pair<int, int> presentIn(const Occupied& occupied, const CardNode& node)
{
    if (node.kind != CardKind::Wait)
        return {node.firstColumn, node.lastColumn};
    const std::vector<int>& ends = occupied.ends[size_t(node.party)];
    const std::vector<int>& begins = occupied.begins[size_t(node.party)];
    const auto before = std::ranges::lower_bound(ends, node.firstColumn);
    const auto after = std::ranges::upper_bound(begins, node.lastColumn);
    return {before == ends.begin() ? node.firstColumn : *std::prev(before) + 1,
            after == begins.end() ? node.lastColumn : *after - 1};
}

std::vector<Presence> presenceByColumn(const ServiceGraph& graph)
{
    std::vector<Presence> columns(graph.columns.size());
    std::vector<int> covered(graph.columns.size() + 1, 0);
    const Occupied occupied(graph);
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.firstColumn < 0)
            continue;
        Presence& column = columns[size_t(node.firstColumn)];
        if (node.party >= 0) {
            const auto [first, last] = presentIn(occupied, node);
            ++covered[size_t(first)];
            --covered[size_t(last) + 1];
        } else if (node.side == Side::Company) {
            ++column.company;
            if (column.firstCard < 0)
                column.firstCard = card;
        }
    }
    int open = 0;
    for (size_t column = 0; column < columns.size(); ++column) {
        open += covered[column];
        columns[column].customer = open > 0;
    }
    return columns;
}

Finding companyOnlyFinding(const RuleRun& run, const ElementRef& place, const QString& name, const Presence& presence)
{
    Finding finding;
    finding.subjects = {place.id};
    finding.title = u"Company-only phase: %1"_s.arg(name);
    finding.message = u"In %1 we are busy at %2, and the customer is not in the picture."_s.arg(
        name, counted(presence.company, u"card"_s, u"cards"_s));
    finding.consequence = u"What the customer does and feels meanwhile, nobody has asked."_s;
    finding.remedies = {
        u"Draw what the customer does in %1, if only that the customer waits, and for how long."_s.arg(name)};
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(presence.firstCard), {}},
                        {Evidence::Part::Subject, place, {}}};
    return finding;
}

void findCompanyOnlyRuns(RuleRun& run, const std::vector<Presence>& columns)
{
    const int least = int(run.parameter(u"columns"));
    for (size_t begin = 0; begin < columns.size();) {
        int length = 0;
        Presence together;
        size_t end = begin;
        for (; end < columns.size() && !columns[end].customer; ++end) {
            length += columns[end].company > 0 ? 1 : 0;
            together.company += columns[end].company;
            if (together.firstCard < 0)
                together.firstCard = columns[end].firstCard;
        }
        if (length >= least) {
            const int first = run.graph.cards[size_t(together.firstCard)].firstColumn;
            const Step& step = *run.graph.columns[size_t(first)];
            const QString name = u"the %1 columns from step %2"_s.arg(length).arg(step.number);
            run.add(companyOnlyFinding(run, {ElementKind::Step, step.id.value}, name, together));
        }
        begin = end + 1;
    }
}

struct Cost
{
    QString word;
    bool exceeded;
    QString actual;
    QString allowed;
};

QString pointsOf(const std::optional<int>& points)
{
    return points ? u"%1 of 3"_s.arg(*points) : QString();
}

/// What a customer card costs against what the blueprint allows.
QList<Cost> costsOf(const Card& card, const Header& header)
{
    const std::optional<Minutes> time = card.minutes ? card.minutes : card.waitDuration;
    const auto exceeds = [](const auto& actual, const auto& ceiling) {
        return actual && ceiling && *actual > *ceiling;
    };
    const auto money = [&](const std::optional<Money>& amount) {
        return amount ? (amount->toString() + u' ' + header.currency).trimmed() : QString();
    };
    const auto minutes = [](const std::optional<Minutes>& value) {
        return value ? value->toString() + u" min"_s : QString();
    };
    return {
        {u"time"_s, exceeds(time, header.timeCeiling), minutes(time), minutes(header.timeCeiling)},
        {u"worry"_s, exceeds(card.worry, header.worryCeiling), pointsOf(card.worry), pointsOf(header.worryCeiling)},
        {u"effort"_s, exceeds(card.effort, header.effortCeiling), pointsOf(card.effort),
         pointsOf(header.effortCeiling)},
        {u"money"_s, exceeds(card.money, header.moneyCeiling), money(card.money), money(header.moneyCeiling)},
    };
}

Finding costFinding(const RuleRun& run, int card, const Cost& cost)
{
    const CardNode& node = run.graph.cards[size_t(card)];
    Finding finding;
    finding.subjects = {run.idOf(card)};
    finding.variant = cost.word;
    finding.detail = cost.word;
    finding.title = u"Costly step: %1"_s.arg(run.say.card(card));
    finding.message = u"%1 costs %2 %3 of %4; the ceiling is %5."_s.arg(
        run.say.place(card), run.say.theCustomer(node.party), cost.actual, cost.word, cost.allowed);
    if (cost.word == "money"_L1 || cost.word == "time"_L1)
        finding.message = u"%1 costs %2 %3; the ceiling is %4."_s.arg(
            run.say.place(card), run.say.theCustomer(node.party), cost.actual, cost.allowed);
    finding.consequence = u"It is more than you were willing to ask of a customer."_s;
    finding.remedies = {u"Make %1 cheaper for the customer, or raise the ceiling."_s.arg(run.say.place(card))};
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}}};
    return finding;
}

} // namespace

void findCompanyOnlyPhases(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<Presence> columns = presenceByColumn(graph);
    const int phaseCount = int(graph.phases.size());
    // Without any customer card there is one cause, and that is not the phase.
    if (std::ranges::none_of(graph.cards, [](const CardNode& node) { return node.party >= 0; })) {
        run.cover(0, phaseCount, u"phases"_s, phaseCount > 0 ? u"there is no customer card"_s : QString());
        return;
    }
    run.cover(phaseCount, phaseCount, u"phases"_s);
    if (phaseCount == 0) {
        findCompanyOnlyRuns(run, columns);
        return;
    }
    if (phaseCount < 2)
        return;
    std::vector<Presence> phases(graph.phases.size());
    for (size_t column = 0; column < columns.size(); ++column) {
        if (graph.columnPhase[column] < 0)
            continue;
        Presence& phase = phases[size_t(graph.columnPhase[column])];
        phase.company += columns[column].company;
        phase.customer = phase.customer || columns[column].customer;
        if (phase.firstCard < 0)
            phase.firstCard = columns[column].firstCard;
    }
    for (size_t phase = 0; phase < phases.size(); ++phase) {
        if (!phases[phase].customer && double(phases[phase].company) >= run.parameter(u"cards"))
            run.add(companyOnlyFinding(run, {ElementKind::Phase, graph.phases[phase]->id.value},
                                       run.say.phase(int(phase)), phases[phase]));
    }
}

void findStopsAtSale(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    QMap<PhaseKind, int> firstCustomer; // kind of phase -> a customer card in it
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party < 0 || node.firstColumn < 0)
            continue;
        for (const int column : {node.firstColumn, node.lastColumn}) {
            const int phase = graph.columnPhase[size_t(column)];
            if (phase >= 0)
                firstCustomer.insert(graph.phases[size_t(phase)]->kind, card);
        }
    }
    const int total = int(graph.phases.size());
    const int known =
        int(std::ranges::count_if(graph.phases, [](const Phase* p) { return p->kind != PhaseKind::Unspecified; }));
    run.cover(known, total, u"phases"_s,
              known < total ? u"nobody has said whether they come before, at or after the purchase"_s : QString());
    if (!firstCustomer.contains(PhaseKind::Buy))
        return;
    for (const PhaseKind kind : {PhaseKind::Post, PhaseKind::Pre}) {
        if (firstCustomer.contains(kind))
            continue;
        const bool post = kind == PhaseKind::Post;
        Finding finding;
        finding.subjects = {u"blueprint"_s};
        finding.detail = post ? u"post"_s : u"pre"_s;
        finding.variant = finding.detail;
        finding.title = post ? u"Journey stops at the sale"_s : u"Journey starts at the sale"_s;
        finding.message =
            post ? u"The drawing ends with the purchase: what the customer does with it afterwards is not in it."_s
                 : u"The drawing begins with the purchase: how the customer came to it is not in it."_s;
        finding.consequence = u"The customer came to get something done, not to be made a purchaser."_s;
        finding.remedies = {post ? u"Add a phase after the purchase in which the customer uses what was bought."_s
                                 : u"Add a phase before the purchase in which the customer looks for a solution."_s};
        finding.evidence = {{Evidence::Part::Subject, run.refOf(firstCustomer.value(PhaseKind::Buy)), {}}};
        run.add(std::move(finding));
    }
}

void findCostlySteps(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const Header& header = run.context.blueprint().header();
    const bool limited = header.timeCeiling || header.worryCeiling || header.effortCeiling || header.moneyCeiling;
    int total = 0;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party < 0)
            continue;
        ++total;
        if (!limited)
            continue;
        for (const Cost& cost : costsOf(*node.card, header)) {
            if (cost.exceeded)
                run.add(costFinding(run, card, cost));
        }
    }
    run.cover(limited ? total : 0, total, u"customer cards"_s,
              limited || total == 0 ? QString() : u"the blueprint sets no ceiling"_s);
}

std::span<const Rule> perspectiveRules()
{
    static constexpr std::array rules{
        Rule{u"no-customer-lane", findMissingCustomer},
        Rule{u"company-only-phase", findCompanyOnlyPhases},
        Rule{u"journey-stops-at-sale", findStopsAtSale},
        Rule{u"costly-step", findCostlySteps},
    };
    return rules;
}

} // namespace throughline
