// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/dominators.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// Who serves a card, all together.
struct Serving
{
    std::vector<int> nodes;
    std::vector<int> roles;
    std::vector<int> departments;
    std::vector<int> withoutDepartment; ///< nodes
};

void sortUnique(std::vector<int>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Serving servingOf(const ServiceGraph& graph, int card)
{
    Serving serving;
    for (const int node : graph.serving(card)) {
        const RoleSet& set = graph.rolesAt(node);
        serving.nodes.push_back(node);
        serving.roles.insert(serving.roles.end(), set.roles.begin(), set.roles.end());
        serving.departments.insert(serving.departments.end(), set.departments.begin(), set.departments.end());
        if (!set.departmentsKnown)
            serving.withoutDepartment.push_back(node);
    }
    sortUnique(serving.roles);
    sortUnique(serving.departments);
    return serving;
}

bool haveCommon(const std::vector<int>& left, const std::vector<int>& right)
{
    return std::ranges::any_of(left, [&](int value) { return std::ranges::binary_search(right, value); });
}

/// "lane Bar has no department and role Host has no department", for coverage notes.
class MissingDepartments
{
public:
    explicit MissingDepartments(const RuleRun& run) : m_run(run) {}
    void add(const Serving& serving)
    {
        const ServiceGraph& graph = m_run.graph;
        for (const int node : serving.withoutDepartment) {
            for (const int role : graph.rolesAt(node).roles) {
                if (graph.roleDepartment[size_t(role)] >= 0)
                    continue;
                const QString name = (graph.isUnnamed(role) ? u"lane "_s : u"role "_s) + m_run.say.role(role);
                if (!m_names.contains(name))
                    m_names += name;
            }
        }
    }
    [[nodiscard]] QString sentence() const
    {
        if (m_names.isEmpty())
            return {};
        return listed(m_names) + (m_names.size() == 1 ? u" has no department"_s : u" have no department"_s);
    }

private:
    const RuleRun& m_run;
    QStringList m_names;
};

struct Break
{
    Move move;
    Serving before;
    Serving after;
};

Finding siloFinding(const RuleRun& run, const Break& broken)
{
    const Phrases& say = run.say;
    const int from = broken.move.from;
    const int to = broken.move.to;
    const QString customer = say.theCustomer(run.graph.cards[size_t(from)].party);
    const QString here = say.departments(broken.before.departments);
    const QString there = say.departments(broken.after.departments);
    Finding finding;
    finding.subjects = {run.idOf(from), run.idOf(to)};
    // There and back are two breaks of the same two cards.
    if (compareIds(finding.subjects[0], finding.subjects[1]) > 0)
        finding.variant = u"back"_s;
    const bool inferred = broken.move.link < 0 || run.graph.servedByColumn(from) || run.graph.servedByColumn(to);
    finding.confidence = inferred ? Confidence::Inferred : Confidence::Drawn;
    finding.title =
        (inferred ? u"Possible silo break: %1 \u2192 %2"_s : u"Silo break: %1 \u2192 %2"_s).arg(here, there);
    finding.message =
        u"From %1 to %2, %3 moves from %4 to %5 and nothing of ours moves along: no hand-over links %6 to %7."_s.arg(
            say.place(from), say.place(to), customer, here, there, say.theRoles(broken.before.roles, u"or"_s),
            say.theRoles(broken.after.roles, u"or"_s));
    finding.consequence =
        u"%1 has to say, carry or settle everything again, because %2 knows nothing of what happened in %3."_s.arg(
            sentenceStart(customer), there, here);
    const QString giver = say.theRolesAt(broken.before.nodes.front());
    const QString taker = say.theRolesAt(broken.after.nodes.front());
    finding.remedies = {
        u"Draw a hand-over from %1 (%2) to %3 (%4)."_s.arg(say.place(broken.before.nodes.front()), giver,
                                                           say.place(broken.after.nodes.front()), taker),
        u"Let %1 and %2 write to and read from one system, and draw it."_s.arg(giver, taker),
        u"Let %1 serve %2 as well."_s.arg(giver, say.place(to)),
    };
    if (broken.move.link >= 0)
        finding.evidence += {Evidence::Part::Culprit, run.linkRef(broken.move.link), {}};
    finding.evidence += {Evidence::Part::Subject, run.refOf(from), {}};
    finding.evidence += {Evidence::Part::Subject, run.refOf(to), {}};
    for (const Serving* serving : {&broken.before, &broken.after}) {
        for (const int node : serving->nodes)
            finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
    }
    finding.evidence +=
        {Evidence::Part::Missing, run.refOf(broken.before.nodes.front()), run.refOf(broken.after.nodes.front())};
    return finding;
}

/// One finding for all breaks where nobody drew anything between departments yet.
Finding noneDrawnFinding(const RuleRun& run, const std::vector<Break>& breaks)
{
    Finding finding;
    finding.subjects = {u"blueprint"_s};
    finding.variant = u"none-drawn"_s;
    finding.detail = u"none-drawn %1"_s.arg(breaks.size());
    finding.title = u"Nothing drawn between departments"_s;
    finding.message = u"No connection joins two departments yet, and %1 %2 from one department to another."_s.arg(
        run.say.theCustomer(run.graph.cards[size_t(breaks.front().move.from)].party),
        breaks.size() == 1 ? u"moves once"_s : u"moves %1 times"_s.arg(breaks.size()));
    finding.consequence = u"As drawn, the customer carries everything from department to department alone."_s;
    finding.remedies = {
        u"Draw the hand-overs between the departments; each move without one is then reported by itself."_s};
    for (const Break& broken : breaks) {
        if (finding.evidence.size() > 32)
            break;
        if (broken.move.link >= 0)
            finding.evidence += {Evidence::Part::Culprit, run.linkRef(broken.move.link), {}};
        finding.evidence += {Evidence::Part::Subject, run.refOf(broken.move.from), {}};
        finding.evidence += {Evidence::Part::Subject, run.refOf(broken.move.to), {}};
    }
    return finding;
}

QString billOf(const Card& card)
{
    return card.bill.trimmed().toCaseFolded();
}

Finding tollFinding(const RuleRun& run, int first, int second, const Serving& payee, const Serving& next)
{
    const Phrases& say = run.say;
    const QString customer = say.theCustomer(run.graph.cards[size_t(first)].party);
    const QString here = say.departments(payee.departments);
    const QString there = say.departments(next.departments);
    Finding finding;
    finding.subjects = {run.idOf(first)};
    finding.variant = run.idOf(second);
    finding.detail = u"before "_s + run.idOf(second);
    const bool inferred = run.graph.servedByColumn(first) || run.graph.servedByColumn(second) ||
                          run.graph.partyIsVirtual[size_t(run.graph.cards[size_t(first)].party)];
    finding.confidence = inferred ? Confidence::Inferred : Confidence::Drawn;
    finding.title = (inferred ? u"Possible toll: %1 before %2"_s : u"Toll: %1 before %2"_s)
                        .arg(say.departments(payee.departments), say.departments(next.departments));
    finding.message = u"%1 has to settle %2 with %3 before going on to %4 with %5; there is no way around it."_s.arg(
        sentenceStart(customer), say.place(first), here, say.place(second), there);
    finding.consequence =
        u"The border between two of our departments becomes a till: %1 pays twice for one visit."_s.arg(customer);
    finding.remedies = {
        u"Let %1 move its amount to the bill of %2 and delete %3."_s.arg(here, there, say.place(first)),
        u"Name the same running bill on %1 and %2."_s.arg(say.place(first), say.place(second)),
        u"Draw a way for %1 around %2."_s.arg(customer, say.place(first)),
    };
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(first), {}},
                        {Evidence::Part::Subject, run.refOf(second), {}}};
    for (const Serving* serving : {&payee, &next}) {
        for (const int node : serving->nodes)
            finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
    }
    finding.evidence += {Evidence::Part::Missing, run.refOf(payee.nodes.front()), run.refOf(next.nodes.front())};
    return finding;
}

} // namespace

void findSiloBreaks(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    MissingDepartments missing(run);
    std::vector<Break> candidates;
    ReachQueries reach(graph.roleGraph);
    int checked = 0;
    int total = 0;
    for (const Move& move : graph.moves()) {
        if (graph.serving(move.from).empty() || graph.serving(move.to).empty())
            continue;
        ++total;
        Break broken{move, servingOf(graph, move.from), servingOf(graph, move.to)};
        missing.add(broken.before);
        missing.add(broken.after);
        if (!broken.before.withoutDepartment.empty() || !broken.after.withoutDepartment.empty())
            continue;
        ++checked;
        if (haveCommon(broken.before.departments, broken.after.departments))
            continue;
        candidates.push_back(std::move(broken));
    }
    run.cover(checked, total, u"customer moves"_s, missing.sentence());
    for (const Break& broken : candidates) {
        const int set = reach.addSet();
        for (const int role : broken.after.roles)
            reach.addMember(set, role);
        for (const int role : broken.before.roles)
            static_cast<void>(reach.ask(role, set));
    }
    reach.run();
    std::vector<Break> breaks;
    int question = 0;
    for (Break& broken : candidates) {
        bool linked = false;
        for (size_t i = 0; i < broken.before.roles.size(); ++i)
            linked = reach.reaches(question++) || linked;
        if (!linked)
            breaks.push_back(std::move(broken));
    }
    if (!breaks.empty() && !graph.linksDepartments) {
        run.add(noneDrawnFinding(run, breaks), Severity::Hint);
        return;
    }
    for (const Break& broken : breaks)
        run.add(siloFinding(run, broken));
}

void findTolls(RuleRun& run)
{
    constexpr int MostBefore = 64;
    const ServiceGraph& graph = run.graph;
    std::vector<int> payments;
    std::vector<int> perParty(graph.partyLane.size(), 0);
    for (int card = 0; card < graph.cardCount(); ++card) {
        if (graph.cards[size_t(card)].party >= 0 && graph.cards[size_t(card)].card->kind == CardKind::Payment) {
            payments.push_back(card);
            ++perParty[size_t(graph.cards[size_t(card)].party)];
        }
    }
    MissingDepartments missing(run);
    std::vector<std::optional<Serving>> payees(graph.cards.size());
    int checked = 0;
    for (const int card : payments) {
        Serving serving = servingOf(graph, card);
        missing.add(serving);
        checked += serving.withoutDepartment.empty() ? 1 : 0;
        if (!serving.nodes.empty() && serving.withoutDepartment.empty())
            payees[size_t(card)] = std::move(serving);
    }
    run.cover(checked, int(payments.size()), u"payments"_s, missing.sentence());
    if (std::ranges::none_of(perParty, [](int count) { return count > 1; }))
        return;
    const std::vector<int> dominators = journeyDominators(graph);
    for (const int second : payments) {
        if (!payees[size_t(second)])
            continue;
        int before = 0;
        for (int first = dominators[size_t(second)]; first >= 0 && before < MostBefore;
             first = dominators[size_t(first)]) {
            if (!graph.isCard(first) || !payees[size_t(first)])
                continue;
            ++before;
            const Card& one = *graph.cards[size_t(first)].card;
            const Card& other = *graph.cards[size_t(second)].card;
            const bool oneBill = !billOf(one).isEmpty() && billOf(one) == billOf(other);
            const bool circle = graph.journey.componentOf(first) == graph.journey.componentOf(second);
            const bool backwards =
                circle && graph.cards[size_t(first)].firstColumn >= graph.cards[size_t(second)].firstColumn;
            if (!oneBill && !backwards &&
                !haveCommon(payees[size_t(first)]->departments, payees[size_t(second)]->departments))
                run.add(tollFinding(run, first, second, *payees[size_t(first)], *payees[size_t(second)]));
        }
    }
}

std::span<const Rule> siloRules()
{
    static constexpr std::array rules{
        Rule{u"silo-break", findSiloBreaks},
        Rule{u"toll-between-departments", findTolls},
        Rule{u"asked-again", findAskedAgain},
        Rule{u"too-many-contacts", findTooManyContacts},
        Rule{u"customer-out-of-sight", findOutOfSight},
        Rule{u"unowned-moment", findUnownedMoments},
    };
    return rules;
}

} // namespace throughline
