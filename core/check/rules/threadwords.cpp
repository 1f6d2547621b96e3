// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/threadwords.h"

#include "core/check/threads.h"

namespace throughline {

namespace {

constexpr size_t MostShown = 48;
constexpr size_t FurthestLook = 2048;

} // namespace

int nextCustomerCard(const ServiceGraph& graph, const Contact& contact)
{
    if (!graph.isCard(contact.asker))
        return contact.asker;
    int next = -1;
    std::vector<int> targets(graph.journey.successors(contact.asker).begin(),
                             graph.journey.successors(contact.asker).end());
    for (const int target : targets) {
        const int card = target < graph.nodeCount() ? target : graph.journey.successors(target).front();
        if (graph.isCard(card) && (next < 0 || card < next))
            next = card;
    }
    return next < 0 ? contact.asker : next;
}

int nearestPlainBack(const ServiceGraph& graph, const ThreadAnalysis& threads, const Contact& contact)
{
    for (const int node : threads.thread(contact.asked, FurthestLook)) {
        for (const int number : graph.outLinks(node)) {
            const Link& link = graph.links[size_t(number)];
            const ConnectionKind kind = link.kind;
            if (link.traffic == Traffic::ContactOut && link.party == contact.party &&
                (kind == ConnectionKind::Auto || kind == ConnectionKind::Flow))
                return number;
        }
    }
    return -1;
}

void addThread(const RuleRun& run, int asked, Finding& finding)
{
    const std::vector<int> nodes = run.context.threads().thread(asked, MostShown);
    for (const int node : nodes)
        finding.evidence += {Evidence::Part::Path, run.refOf(node), {}};
    for (const int node : nodes) {
        for (const int number : run.graph.outLinks(node)) {
            if (run.graph.links[size_t(number)].traffic == Traffic::Inside &&
                finding.evidence.size() < qsizetype(MostShown * 2))
                finding.evidence += {Evidence::Part::Path, run.linkRef(number), {}};
        }
    }
}

} // namespace throughline
