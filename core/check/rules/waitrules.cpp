// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/waits.h"
#include "core/model/queries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QString titleOf(const RuleRun& run, int card)
{
    return displayName(*run.graph.cards[size_t(card)].card).simplified();
}

Finding endlessFinding(RuleRun& run, int card)
{
    const CardNode& node = run.graph.cards[size_t(card)];
    const bool customer = node.party >= 0;
    const QString who = customer ? run.say.theCustomer(node.party) : run.say.theRolesAt(card);
    Finding finding;
    finding.subjects = {run.idOf(card)};
    finding.detail = customer ? u"nothing ends it"_s : u"nobody sends it"_s;
    finding.title = u"Endless wait: %1"_s.arg(titleOf(run, card));
    finding.message =
        customer ? u"%1 waits at %2, and nothing ends it: nobody sends, says or brings anything there."_s.arg(
                       sentenceStart(who), run.say.place(card))
                 : u"%1 waits at %2 for something that nobody sends."_s.arg(sentenceStart(who), run.say.place(card));
    finding.consequence =
        customer ? u"%1 does not know how long, or whether anybody knows of the waiting."_s.arg(sentenceStart(who))
                 : u"What follows never happens, and the customer behind it waits too."_s;
    finding.remedies = {
        u"Draw what ends it: an arrow into %1 from whoever brings or says it."_s.arg(run.say.place(card)),
        u"Give %1 a duration or a time-out."_s.arg(run.say.place(card)),
        u"Say that %1 can see for oneself when it is over."_s.arg(who).replace(u"for oneself "_s, QString()),
    };
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}}};
    for (const int other : run.context.waits().behind(card)) {
        finding.suppressed += u"%1 cannot end while this does not."_s.arg(run.say.place(other));
        finding.evidence += {Evidence::Part::Path, run.refOf(other), {}};
    }
    return finding;
}

Finding mutualFinding(const RuleRun& run, const std::vector<int>& waits, const std::vector<int>& circle)
{
    Finding finding;
    finding.subjectSeparator = u"+"_s;
    QStringList titles;
    QStringList sentences;
    for (const int card : waits) {
        finding.subjects += run.idOf(card);
        titles += titleOf(run, card);
        const CardNode& node = run.graph.cards[size_t(card)];
        const QString who = node.party >= 0 ? run.say.theCustomer(node.party) : run.say.theRolesAt(card);
        sentences += u"%1 at %2"_s.arg(who, run.say.place(card));
        finding.evidence += {Evidence::Part::Culprit, run.refOf(card), {}};
    }
    for (const int card : circle) {
        if (std::ranges::find(waits, card) == waits.end())
            finding.evidence += {Evidence::Part::Path, run.refOf(card), {}};
    }
    finding.title = u"Mutual wait: %1"_s.arg(listed(titles));
    finding.message = u"Each waits for the other, and none can go first: %1."_s.arg(listed(sentences));
    finding.consequence = u"Nobody moves, until somebody breaks the rules."_s;
    finding.remedies = {
        u"Let one side start: draw what ends %1 from something that happens before it."_s.arg(
            run.say.place(waits.front())),
        u"Give %1 a time-out."_s.arg(run.say.place(waits.back())),
    };
    return finding;
}

} // namespace

void findEndlessWaits(RuleRun& run)
{
    const WaitAnalysis& waits = run.context.waits();
    for (const int card : waits.unfed()) {
        const CardNode& node = run.graph.cards[size_t(card)];
        if (node.party >= 0)
            run.add(endlessFinding(run, card));
        else if (!run.graph.partyLane.empty() && waits.receives(node.lane))
            run.add(endlessFinding(run, card), Severity::Hint);
    }
    run.cover(waits.openWaits(), waits.openWaits(), u"waits that somebody else must end"_s);
}

void findMutualWaits(RuleRun& run)
{
    const WaitAnalysis& analysis = run.context.waits();
    for (const std::vector<int>& circle : analysis.circles()) {
        std::vector<int> waits;
        for (const int card : circle) {
            if (analysis.isOpenWait(card))
                waits.push_back(card);
        }
        const auto laneOf = [&](int card) { return run.graph.cards[size_t(card)].lane; };
        const bool severalLanes =
            std::ranges::any_of(waits, [&](int card) { return laneOf(card) != laneOf(waits.front()); });
        if (severalLanes)
            run.add(mutualFinding(run, waits, circle));
    }
    run.cover(analysis.openWaits(), analysis.openWaits(), u"waits that somebody else must end"_s);
}

} // namespace throughline
