// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/rulefunctions.h"
#include "core/check/waits.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// Who may well be meant to end a wait: a card across the line of interaction, in its column or not far before it, that
/// does not itself come after the wait.
class LikelySenders
{
public:
    explicit LikelySenders(const ServiceGraph& graph) : m_graph(graph), m_byColumn(graph.columns.size())
    {
        for (int card = 0; card < graph.cardCount(); ++card) {
            const CardNode& node = graph.cards[size_t(card)];
            if (node.side != Side::Evidence && node.lastColumn >= 0)
                m_byColumn[size_t(node.lastColumn)].push_back(card);
        }
    }
    /// -1 = nobody near.
    [[nodiscard]] int of(int wait) const
    {
        constexpr int Most = 64;
        const CardNode& waiting = m_graph.cards[size_t(wait)];
        const QSet<int> after = following(wait);
        int looked = 0;
        for (int column = waiting.lastColumn; column >= 0 && looked < Most; --column) {
            for (const int card : m_byColumn[size_t(column)]) {
                const bool across = (m_graph.cards[size_t(card)].party >= 0) != (waiting.party >= 0);
                if (across && !after.contains(card))
                    return card;
                ++looked;
            }
        }
        return -1;
    }

private:
    [[nodiscard]] QSet<int> following(int wait) const
    {
        constexpr size_t Furthest = 512;
        QSet<int> seen{wait};
        std::vector<int> open{wait};
        for (size_t i = 0; i < open.size() && open.size() < Furthest; ++i) {
            for (const int target : m_graph.all.successors(open[i])) {
                if (!seen.contains(target)) {
                    seen.insert(target);
                    open.push_back(target);
                }
            }
        }
        return seen;
    }

    const ServiceGraph& m_graph;
    std::vector<std::vector<int>> m_byColumn;
};

Finding endlessFinding(RuleRun& run, const LikelySenders& senders, int card)
{
    const CardNode& node = run.graph.cards[size_t(card)];
    const bool customer = node.party >= 0;
    const QString who = customer ? run.say.theCustomer(node.party) : run.say.theRolesAt(card);
    Finding finding;
    finding.subjects = {run.idOf(card)};
    finding.detail = customer ? u"nothing ends it"_s : u"nobody sends it"_s;
    finding.title = u"Endless wait: %1"_s.arg(run.say.card(card));
    finding.message =
        customer ? u"%1 waits at %2, and nothing ends it: nobody sends, says or brings anything there."_s.arg(
                       sentenceStart(who), run.say.place(card))
                 : u"%1 waits at %2 for something that nobody sends."_s.arg(sentenceStart(who), run.say.place(card));
    finding.consequence =
        customer ? u"%1 does not know how long, or whether anybody knows of the waiting."_s.arg(sentenceStart(who))
                 : u"What follows never happens, and the customer behind it waits too."_s;
    const int sender = senders.of(card);
    finding.remedies = {
        sender >= 0
            ? u"Draw what ends it: an arrow into %1 from whoever brings or says it, for instance from %2."_s.arg(
                  run.say.place(card), run.say.place(sender))
            : u"Draw what ends it: an arrow into %1 from whoever brings or says it."_s.arg(run.say.place(card)),
        u"Give %1 a duration or a time-out."_s.arg(run.say.place(card)),
        u"Say that %1 can see when it is over."_s.arg(who),
    };
    finding.evidence = {{Evidence::Part::Culprit, run.refOf(card), {}}};
    if (sender >= 0)
        finding.evidence += {Evidence::Part::Missing, run.refOf(sender), run.refOf(card)};
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
        titles += run.say.card(card);
        const CardNode& node = run.graph.cards[size_t(card)];
        const QString who = node.party >= 0 ? run.say.theCustomer(node.party) : run.say.theRolesAt(card);
        sentences += u"%1 at %2"_s.arg(who, run.say.place(card));
        finding.evidence += {Evidence::Part::Culprit, run.refOf(card), {}};
    }
    for (const int card : circle) {
        if (std::ranges::find(waits, card) == waits.end())
            finding.evidence += {Evidence::Part::Path, run.refOf(card), {}};
    }
    for (const int card : circle) {
        for (const int number : run.graph.outLinks(card)) {
            if (std::ranges::binary_search(circle, run.graph.links[size_t(number)].to))
                finding.evidence += {Evidence::Part::Path, run.linkRef(number), {}};
        }
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
    const LikelySenders senders(run.graph);
    for (const int card : waits.unfed()) {
        const CardNode& node = run.graph.cards[size_t(card)];
        if (node.party >= 0)
            run.add(endlessFinding(run, senders, card));
        else if (!run.graph.partyLane.empty() && waits.receives(node.lane))
            run.add(endlessFinding(run, senders, card), Severity::Hint);
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
