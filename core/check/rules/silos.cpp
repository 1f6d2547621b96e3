// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/rules/serving.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

struct Break
{
    Move move;
    Serving before;
    Serving after;
};

/// The hand-over that would take the work along.
Evidence ghostOf(const RuleRun& run, const Break& broken)
{
    return {Evidence::Part::Missing, run.refOf(broken.before.nodes.front()), run.refOf(broken.after.nodes.front())};
}

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
        u"Put %1 and %2 in one department."_s.arg(giver, taker),
    };
    if (broken.move.link >= 0)
        finding.evidence += {Evidence::Part::Culprit, run.linkRef(broken.move.link), {}};
    finding.evidence += {Evidence::Part::Subject, run.refOf(from), {}};
    finding.evidence += {Evidence::Part::Subject, run.refOf(to), {}};
    for (const Serving* serving : {&broken.before, &broken.after}) {
        for (const int node : serving->nodes)
            finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
        for (const int department : serving->departments)
            finding.evidence += {Evidence::Part::Subject, run.departmentRef(department), {}};
    }
    finding.evidence += ghostOf(run, broken);
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
        finding.suppressed +=
            u"From %1 to %2 nothing moves along."_s.arg(run.say.place(broken.move.from), run.say.place(broken.move.to));
        if (broken.move.link >= 0)
            finding.evidence += {Evidence::Part::Culprit, run.linkRef(broken.move.link), {}};
        finding.evidence += {Evidence::Part::Subject, run.refOf(broken.move.from), {}};
        finding.evidence += {Evidence::Part::Subject, run.refOf(broken.move.to), {}};
        finding.evidence += ghostOf(run, broken);
    }
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
