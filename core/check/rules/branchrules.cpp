// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/branches.h"
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/rules/threadwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The arrow from one node to the next, -1 where only a time-out or a lane leads on.
int linkBetween(const ServiceGraph& graph, int from, int to)
{
    for (const int link : graph.outLinks(from)) {
        if (graph.links[size_t(link)].to == to)
            return link;
    }
    return -1;
}

Finding forgetfulFinding(const RuleRun& run, const Contact& contact, const BranchAnalysis::Forgetful& forgetful)
{
    const QString customer = run.say.theCustomer(contact.party);
    Finding finding;
    finding.subjects = {run.linkRef(contact.link).id};
    finding.confidence = contact.isRequest ? Confidence::Drawn : Confidence::Inferred;
    QStringList details;
    QStringList ways;
    for (const auto& [decision, branch] : forgetful.branches) {
        if (branch < 0) {
            details += run.idOf(decision) + u">?"_s;
            ways += u"the other way at %1, which nobody has drawn"_s.arg(run.say.place(decision));
            finding.evidence += {Evidence::Part::Culprit, run.refOf(decision), {}};
            continue;
        }
        details += run.idOf(decision) + u'>' + run.idOf(branch);
        ways += u"from %1 to %2"_s.arg(run.say.place(decision), run.say.place(branch));
        const int link = linkBetween(run.graph, decision, branch);
        finding.evidence += {Evidence::Part::Culprit, link >= 0 ? run.linkRef(link) : run.refOf(branch), {}};
    }
    finding.detail = details.join(u',');
    const QString what = contact.request >= 0 ? run.say.requestTitle(contact.request) : run.say.place(contact.asker);
    finding.title =
        (contact.isRequest ? u"Sometimes unanswered: %1"_s : u"Possibly sometimes unanswered: %1"_s).arg(what);
    finding.message = u"When it goes %1, %2 is forgotten: no answer%3 comes back on that branch."_s.arg(
        listed(ways, u"or"_s), customer,
        contact.request >= 0 ? u" about "_s + run.say.request(contact.request) : QString());
    finding.consequence = u"Some customers hear back and some never do, and those wait."_s;
    const bool undrawn = forgetful.branches.front().second < 0;
    const int branch = undrawn ? forgetful.branches.front().first : forgetful.branches.front().second;
    if (undrawn)
        finding.remedies +=
            u"Draw the other way out of %1, or take the condition off the one there is."_s.arg(run.say.place(branch));
    finding.remedies += {
        u"Let %1 answer %2 from %3 too, if only with a no."_s.arg(run.say.theRolesAt(branch), customer,
                                                                  run.say.place(branch)),
        u"Lead the branch back to where the answer is given."_s,
    };
    finding.evidence += {Evidence::Part::Subject, run.linkRef(contact.link), {}};
    addThread(run, contact.asked, finding);
    finding.evidence += {Evidence::Part::Missing, run.refOf(branch), run.refOf(nextCustomerCard(run.graph, contact))};
    return finding;
}

} // namespace

void findSometimesUnanswered(RuleRun& run)
{
    const ThreadAnalysis& threads = run.context.threads();
    const BranchAnalysis branches(run.graph, threads);
    for (const BranchAnalysis::Forgetful& forgetful : branches.forgetful())
        run.add(forgetfulFinding(run, threads.contacts()[size_t(forgetful.contact)], forgetful));
    run.cover(branches.checked(), branches.checked(), u"answered requests with a decision on the way"_s);
}

} // namespace throughline
