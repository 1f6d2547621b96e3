// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// Where the loose end of a connection was drawn, if the file said so.
const LooseEnd* looseEndOf(const Connection& connection)
{
    if (const auto* end = std::get_if<LooseEnd>(&connection.to))
        return end;
    return std::get_if<LooseEnd>(&connection.from);
}

Finding looseFinding(const RuleRun& run, int number)
{
    const Link& link = run.graph.links[size_t(number)];
    const Connection& connection = *link.connection;
    Finding finding;
    finding.subjects = {connection.id.value};
    finding.title = u"Loose connection"_s;
    if (link.from >= 0)
        finding.message = u"A connection from %1 leads nowhere."_s.arg(run.say.place(link.from));
    else if (link.to >= 0)
        finding.message = u"A connection to %1 comes from nowhere."_s.arg(run.say.place(link.to));
    else
        finding.message = u"A connection is attached to nothing at either end."_s;
    finding.consequence = u"What it was meant to say cannot be checked, nor what depends on it."_s;
    finding.evidence += {Evidence::Part::Culprit, run.linkRef(number), {}};
    for (const int node : {link.from, link.to}) {
        if (node >= 0)
            finding.evidence += {Evidence::Part::Subject, run.refOf(node), {}};
    }
    const LooseEnd* loose = looseEndOf(connection);
    const int nearest = loose && !loose->nearest.isEmpty() ? run.graph.cardIndex(loose->nearest) : -1;
    if (nearest >= 0) {
        finding.remedies += u"Attach its loose end to %1, next to which it was drawn."_s.arg(run.say.place(nearest));
        if (link.from >= 0)
            finding.evidence += {Evidence::Part::Missing, run.refOf(link.from), run.refOf(nearest)};
        else if (link.to >= 0)
            finding.evidence += {Evidence::Part::Missing, run.refOf(nearest), run.refOf(link.to)};
    }
    finding.remedies += u"Attach its loose end to the card it was meant for, or delete it."_s;
    return finding;
}

} // namespace

void findLooseConnections(RuleRun& run)
{
    const int total = int(run.graph.links.size());
    for (int link = 0; link < total; ++link) {
        if (run.graph.links[size_t(link)].traffic == Traffic::Loose)
            run.add(looseFinding(run, link));
    }
    run.cover(total, total, u"connections"_s);
}

void findLooseCards(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const int total = graph.cardCount();
    if (double(graph.links.size()) < run.parameter(u"connections")) {
        run.cover(0, total, u"cards"_s, u"there are hardly any connections yet"_s);
        return;
    }
    for (int card = 0; card < total; ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        const bool virtualLane = node.party >= 0 && graph.partyIsVirtual[size_t(node.party)];
        if (node.firstColumn >= 0 || virtualLane || !graph.outLinks(card).empty() || !graph.inLinks(card).empty())
            continue;
        Finding finding;
        finding.subjects = {run.idOf(card)};
        finding.title = u"Loose card: %1"_s.arg(run.say.card(card));
        finding.message = u"%1 stands in no step and nothing connects it to anything."_s.arg(run.say.place(card));
        finding.consequence = u"Nobody can tell when it happens or what it belongs to, and neither can the check."_s;
        finding.remedies = {u"Put %1 into a step, connect it, or delete it."_s.arg(run.say.place(card))};
        finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}}};
        run.add(std::move(finding));
    }
    run.cover(total, total, u"cards"_s);
}

std::span<const Rule> drawingRules()
{
    static constexpr std::array rules{
        Rule{u"loose-connection", findLooseConnections},
        Rule{u"loose-card", findLooseCards},
        Rule{u"answer-not-marked", findUnmarkedAnswers},
    };
    return rules;
}

} // namespace throughline
