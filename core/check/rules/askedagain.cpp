// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule.h"
#include "core/check/rules/givings.h"
#include "core/check/rules/rulefunctions.h"
#include "core/model/queries.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The cards at which each role acts, so many at most.
class RoleCards
{
public:
    explicit RoleCards(const ServiceGraph& graph) : m_cards(graph.roleDepartment.size())
    {
        constexpr size_t Most = 256;
        for (int card = 0; card < graph.cardCount(); ++card) {
            if (graph.cards[size_t(card)].side != Side::Company)
                continue;
            for (const int role : graph.rolesAt(card).roles) {
                if (m_cards[size_t(role)].size() < Most)
                    m_cards[size_t(role)].push_back(card);
            }
        }
    }
    /// The cards of everyone who acts at one of the nodes, ascending.
    [[nodiscard]] std::vector<int> ofRolesAt(const ServiceGraph& graph, std::span<const int> nodes) const
    {
        std::vector<int> cards;
        for (const int node : nodes) {
            for (const int role : graph.rolesAt(node).roles)
                cards.insert(cards.end(), m_cards[size_t(role)].begin(), m_cards[size_t(role)].end());
        }
        std::ranges::sort(cards);
        cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
        return cards;
    }

private:
    std::vector<std::vector<int>> m_cards;
};

/// The links on the shortest way inside the company from one of some nodes to one of others, both ascending; empty =
/// none is near.
std::vector<int> shortestWay(const ServiceGraph& graph, std::span<const int> from, std::span<const int> to)
{
    constexpr size_t Furthest = 4096;
    QHash<int, int> cameBy;
    std::vector<int> open;
    for (const int node : from) {
        cameBy.insert(node, -1);
        open.push_back(node);
    }
    for (size_t i = 0; i < open.size() && open.size() < Furthest; ++i) {
        if (std::ranges::binary_search(to, open[i])) {
            std::vector<int> way;
            for (int link = cameBy.value(open[i]); link >= 0; link = cameBy.value(graph.links[size_t(link)].from))
                way.insert(way.begin(), link);
            return way;
        }
        for (const int number : graph.outLinks(open[i])) {
            const Link& link = graph.links[size_t(number)];
            if (link.traffic == Traffic::Inside && !cameBy.contains(link.to)) {
                cameBy.insert(link.to, number);
                open.push_back(link.to);
            }
        }
    }
    return {};
}

bool servedBySameRole(const ServiceGraph& graph, int left, int right)
{
    for (const int l : graph.serving(left)) {
        for (const int r : graph.serving(right)) {
            if (graph.shareRole(l, r))
                return true;
        }
    }
    return false;
}

/// The way by which who heard it at one card of the customer could tell who asks at another: between the cards that
/// serve them, else between any cards of these roles.
std::vector<int> wayBetween(const ServiceGraph& graph, const RoleCards& roleCards, int heardAt, int askedAt)
{
    const auto hearing = graph.serving(heardAt);
    const auto asking = graph.serving(askedAt);
    std::vector<int> way = shortestWay(graph, hearing, asking);
    if (!way.empty() || servedBySameRole(graph, heardAt, askedAt))
        return way;
    return shortestWay(graph, roleCards.ofRolesAt(graph, hearing), roleCards.ofRolesAt(graph, asking));
}

void addWay(const RuleRun& run, const RoleCards& roleCards, const Giving& told, const Giving& again, Finding& finding)
{
    const ServiceGraph& graph = run.graph;
    const QString name = displayName(*again.data);
    const std::vector<int> way = wayBetween(graph, roleCards, told.card, again.card);
    bool carried = true;
    for (const int number : way) {
        const Link& link = graph.links[size_t(number)];
        const bool drops = carried && !link.connection->carries.contains(again.data->id);
        if (drops) {
            carried = false;
            finding.remedies +=
                u"Carry %1 from %2 to %3."_s.arg(quoted(name), run.say.place(link.from), run.say.place(link.to));
        }
        finding.evidence += {drops ? Evidence::Part::Culprit : Evidence::Part::Path, run.linkRef(number), {}};
    }
    const auto hearing = graph.serving(told.card);
    const auto asking = graph.serving(again.card);
    const bool meet = servedBySameRole(graph, told.card, again.card);
    if (way.empty() && !meet && !hearing.empty() && !asking.empty()) {
        finding.remedies += u"Draw a hand-over from %1 to %2 that carries %3."_s.arg(
            run.say.place(hearing.front()), run.say.place(asking.front()), quoted(name));
        finding.evidence += {Evidence::Part::Missing, run.refOf(hearing.front()), run.refOf(asking.front())};
        return;
    }
    if (carried)
        finding.evidence += {Evidence::Part::Culprit, run.refOf(again.askedBy >= 0 ? again.askedBy : again.card), {}};
}

/// share says how much of what is asked at the card is known already: "2 of the 3 things".
Finding againFinding(const RuleRun& run, const RoleCards& roleCards, const Giving& told, const Giving& again,
                     const QString& share)
{
    const ServiceGraph& graph = run.graph;
    const QString name = quoted(displayName(*again.data));
    const QString customer = run.say.theCustomer(again.party);
    Finding finding;
    finding.subjects = {run.idOf(again.card)};
    finding.variant = again.data->id.value;
    finding.detail = finding.variant;
    const bool inferred = graph.partyIsVirtual[size_t(again.party)] || graph.servedByColumn(again.card) ||
                          graph.servedByColumn(told.card);
    finding.confidence = inferred ? Confidence::Inferred : Confidence::Drawn;
    finding.title = (inferred ? u"Possibly asked again: %1"_s : u"Asked again: %1"_s).arg(displayName(*again.data));
    const QString asker = again.askedBy >= 0 ? run.say.theRolesAt(again.askedBy) : QString();
    finding.message =
        asker.isEmpty()
            ? u"%1 has already told us %2 at %3 and has to tell it again at %4."_s.arg(
                  sentenceStart(customer), name, run.say.place(told.card), run.say.place(again.card))
            : u"%1 has already told us %2 at %3, and %4 asks for it again at %5."_s.arg(
                  sentenceStart(customer), name, run.say.place(told.card), asker, run.say.place(again.card));
    finding.consequence =
        u"%1 does our passing on, and wonders whether anybody listened%2."_s.arg(sentenceStart(customer), share);
    finding.evidence = {{Evidence::Part::Subject, run.refOf(again.card), {}},
                        {Evidence::Part::Path, run.refOf(told.card), {}}};
    if (again.askedBy >= 0)
        finding.evidence += {Evidence::Part::Path, run.refOf(again.askedBy), {}};
    addWay(run, roleCards, told, again, finding);
    finding.remedies +=
        u"Stop asking for %1 at %2."_s.arg(name, run.say.place(again.askedBy >= 0 ? again.askedBy : again.card));
    finding.remedies += u"If it is asked on purpose, mark it as a check and give the reason."_s;
    finding.remedies += u"If %1 is another each time, mark it as volatile."_s.arg(name);
    return finding;
}

struct Repetition
{
    const Giving* told;
    const Giving* again;
};

void report(RuleRun& run, const std::vector<Giving>& givings, const std::vector<Repetition>& repetitions)
{
    if (repetitions.empty())
        return;
    const ServiceGraph& graph = run.graph;
    const RoleCards roleCards(graph);
    std::vector<int> told(graph.cards.size(), 0);
    std::vector<int> repeated(graph.cards.size(), 0);
    for (const Giving& giving : givings)
        ++told[size_t(giving.card)];
    for (const Repetition& repetition : repetitions)
        ++repeated[size_t(repetition.again->card)];
    for (const auto& [earlier, again] : repetitions) {
        const int known = repeated[size_t(again->card)];
        const int all = told[size_t(again->card)];
        const QString share = all < 2
                                  ? QString()
                                  : u": %1 of the %2 things asked for here %3 known already"_s.arg(
                                        QString::number(known), QString::number(all), known == 1 ? u"is"_s : u"are"_s);
        const bool same = servedBySameRole(graph, earlier->card, again->card);
        run.add(againFinding(run, roleCards, *earlier, *again, share), same ? Severity::Hint : Severity::Error);
    }
}

} // namespace

void findAskedAgain(RuleRun& run)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<Giving> givings = collectGivings(graph);
    run.cover(int(givings.size()), int(givings.size()), u"tellings of data"_s);
    if (givings.size() < 2)
        return;
    std::vector<int> customerComponents;
    for (int component = graph.journey.componentCount() - 1; component >= 0; --component) {
        const int node = graph.journey.members(component).front();
        if (node >= graph.nodeCount() || graph.partyOf(node) >= 0)
            customerComponents.push_back(component);
    }
    Heard heard(graph.journey.componentCount());
    std::vector<Repetition> repetitions;
    for (size_t begin = 0; begin < givings.size();) {
        size_t end = begin;
        while (end < givings.size() && givings[end].data == givings[begin].data &&
               givings[end].party == givings[begin].party)
            ++end;
        const std::span<const Giving> group(givings.data() + begin, end - begin);
        begin = end;
        if (group.size() < 2)
            continue;
        const std::vector<const Giving*> earlier = earlierGivings(graph, group, customerComponents, heard);
        for (size_t i = 0; i < group.size(); ++i) {
            if (earlier[i] && !group[i].recheck && !group[i].sameAsking)
                repetitions.push_back({earlier[i], &group[i]});
        }
    }
    report(run, givings, repetitions);
}

} // namespace throughline
