// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"

#include <algorithm>
#include <array>
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

std::span<const Rule> perspectiveRules()
{
    static constexpr std::array rules{
        Rule{u"no-customer-lane", findMissingCustomer},
    };
    return rules;
}

} // namespace throughline
