// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// Nobody has said how long; a number that people see is a number that people correct.
constexpr double UsualWaitMinutes = 10;
constexpr double UsualPatienceMinutes = 15;

Minutes minutesOf(double value)
{
    return *Minutes::from(value);
}

const CardNode& nodeAt(const FixRun& run, int card)
{
    return run.graph.cards[size_t(card)];
}

QString whoActs(const FixRun& run, int card)
{
    const CardNode& node = nodeAt(run, card);
    return node.party >= 0 ? run.say.theCustomer(node.party) : run.say.theRolesAt(card);
}

/// The cards before (or after) one in its own lane, as arrows or the order of columns say.
std::vector<int> neighbours(const FixRun& run, int card, bool after)
{
    const ServiceGraph& graph = run.graph;
    std::vector<int> found;
    for (const int number : after ? graph.outLinks(card) : graph.inLinks(card)) {
        const Link& link = graph.links[size_t(number)];
        const int other = after ? link.to : link.from;
        if (graph.isCard(other) && other != card && graph.laneOf(other) == graph.laneOf(card))
            found.push_back(other);
    }
    const int party = nodeAt(run, card).party;
    if (!found.empty() || party < 0 || !graph.partyIsVirtual[size_t(party)])
        return found;
    for (const Move& move : graph.moves()) {
        if ((after ? move.from : move.to) == card)
            found.push_back(after ? move.to : move.from);
    }
    return found;
}

/// How unlikely it is that a card is what ends a wait; nothing for one that cannot be.
std::optional<int> unlikeliness(const FixRun& run, int wait, int card, int since)
{
    const ServiceGraph& graph = run.graph;
    const CardNode& waiting = nodeAt(run, wait);
    const CardNode& node = nodeAt(run, card);
    const bool acts = node.side != Side::Evidence && node.lane != waiting.lane && node.firstColumn >= 0 &&
                      node.card->kind != CardKind::Wait;
    // What was over before the wait began cannot end it; who comes to the company may have been drawn too early.
    const bool over = node.lastColumn <= since;
    if (!acts || (waiting.party >= 0 && (over || node.party >= 0)))
        return std::nullopt;
    const bool later = node.firstColumn > waiting.lastColumn;
    const int distance = later                                   ? node.firstColumn - waiting.lastColumn
                         : node.lastColumn < waiting.firstColumn ? waiting.firstColumn - node.lastColumn
                                                                 : 0;
    const auto touchesCustomer = [&](std::span<const int> links) {
        return std::ranges::any_of(links, [&](int link) { return graph.links[size_t(link)].party >= 0; });
    };
    int score = 4 * distance + (later ? 3 : 0) + (over ? 6 : 0);
    score += node.card->isEnd && node.party < 0 ? 3 : 0;
    score += touchesCustomer(graph.outLinks(card)) || touchesCustomer(graph.inLinks(card)) ? 2 : 0;
    score += graph.lanes[size_t(node.lane)]->stage > Stage::Frontstage && waiting.party >= 0 ? 2 : 0;
    score += (node.party >= 0) == (waiting.party >= 0) ? 1 : 0;
    return score - (graph.outLinks(card).empty() ? 1 : 0);
}

/// The card that is most likely meant to end a wait: it happens while one waits and does not itself come after the
/// wait. -1 = none.
int senderOf(const FixRun& run, int wait)
{
    const ServiceGraph& graph = run.graph;
    constexpr int Furthest = 20;
    int since = -1;
    for (const int before : neighbours(run, wait, false))
        since = std::max(since, nodeAt(run, before).lastColumn);
    const std::vector<char> after = graph.all.reachableFrom({wait});
    int best = -1;
    int least = Furthest;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const std::optional<int> score = after[size_t(card)] ? std::nullopt : unlikeliness(run, wait, card, since);
        if (score && *score < least) {
            best = card;
            least = *score;
        }
    }
    return best;
}

void addArrow(FixRun& run, int wait, int sender)
{
    run.add(u"draw-what-ends-it"_s,
            u"Let %1 (%2) end %3"_s.arg(whoActs(run, sender), run.say.place(sender), run.say.place(wait)),
            connect(run.blueprint(), run.connection(sender, wait, ConnectionKind::Tell)));
}

/// A new card of whoever acted last before the wait.
void addSender(FixRun& run, int wait, int before)
{
    const CardNode& waiting = nodeAt(run, wait);
    const CardNode& node = nodeAt(run, before);
    if (waiting.party < 0 || node.party >= 0 || waiting.card->firstStep.isEmpty())
        return;
    const QString title = u"Lets %1 know"_s.arg(run.say.theCustomer(waiting.party));
    Card card = run.card(node.card->lane, waiting.card->firstStep, title);
    card.roles = node.card->roles;
    Draft draft = run.draft();
    if (node.card->isEnd) {
        Card goesOn = *node.card;
        goesOn.isEnd = false;
        draft.put(goesOn);
    }
    draft.put(card);
    draft.put(run.connection(node.card->id, card.id, ConnectionKind::Flow));
    draft.put(run.connection(card.id, waiting.card->id, ConnectionKind::Tell));
    run.add(u"add-what-ends-it"_s,
            u"Let %1 let %2 know when %3 is over"_s.arg(run.say.theRolesAt(before), run.say.theCustomer(waiting.party),
                                                        run.say.place(wait)),
            draft.patch());
}

void addDuration(FixRun& run, int wait)
{
    Card card = *nodeAt(run, wait).card;
    card.waitDuration = minutesOf(UsualWaitMinutes);
    if (const std::optional<Minutes> ceiling = run.blueprint().header().timeCeiling)
        card.waitDuration = std::min(*ceiling, *card.waitDuration);
    card.waitEndsBy = WaitEnd::Time;
    run.add(u"give-duration"_s,
            u"Say that %1 is over after %2 min"_s.arg(run.say.place(wait), card.waitDuration->toString()),
            replaceElement(run.blueprint(), card));
}

void addSeesIt(FixRun& run, int wait)
{
    Card card = *nodeAt(run, wait).card;
    card.waitEndsBy = WaitEnd::Self;
    run.add(u"can-see-it"_s, u"Say that %1 can see when %2 is over"_s.arg(whoActs(run, wait), run.say.place(wait)),
            replaceElement(run.blueprint(), card));
}

void addTimeout(FixRun& run, int wait)
{
    Card card = *nodeAt(run, wait).card;
    card.waitTimeout = minutesOf(UsualPatienceMinutes);
    QString text = u"Let %1 wait no longer than %2 min at %3"_s.arg(whoActs(run, wait), card.waitTimeout->toString(),
                                                                    run.say.place(wait));
    const std::vector<int> next = neighbours(run, wait, true);
    if (!next.empty()) {
        card.timeoutTo = nodeAt(run, next.front()).card->id;
        text += u", then go on to %1"_s.arg(run.say.place(next.front()));
    }
    run.add(u"add-time-out"_s, text, replaceElement(run.blueprint(), card));
}

void mendEndlessWait(FixRun& run)
{
    const int wait = run.subjectNode();
    if (wait < 0)
        return;
    const int near = senderOf(run, wait);
    int known = -1; // whom the finding itself names
    for (const Evidence& evidence : run.finding.evidence) {
        if (evidence.part == Evidence::Part::Missing)
            known = run.nodeOf(evidence.element);
    }
    if (near >= 0) {
        addArrow(run, wait, near);
    } else if (run.graph.isCard(known) && nodeAt(run, known).card->kind != CardKind::Wait) {
        addArrow(run, wait, known);
        addSender(run, wait, known);
    }
    addDuration(run, wait);
    addSeesIt(run, wait);
    addTimeout(run, wait);
}

/// Two cards that follow each other in a lane change places: what led to the first leads to the second, what the second
/// led to comes after the first.
Patch swapped(const FixRun& run, const Card& first, const Card& second)
{
    Draft draft = run.draft();
    const auto inLane = [&](const End& end) {
        const CardId* id = cardAt(end);
        const Card* card = id ? run.blueprint().find(*id) : nullptr;
        return card && card->lane == first.lane;
    };
    for (const Connection& connection : run.blueprint().connections()) {
        if (!inLane(connection.from) || !inLane(connection.to))
            continue;
        Connection led = connection;
        if (led.from == End(first.id) && led.to == End(second.id))
            std::swap(led.from, led.to);
        else if (led.to == End(first.id))
            led.to = second.id;
        else if (led.from == End(second.id))
            led.from = first.id;
        if (led != connection)
            draft.put(led);
    }
    Card one = first;
    Card other = second;
    std::swap(one.firstStep, other.firstStep);
    std::swap(one.lastStep, other.lastStep);
    std::swap(one.position, other.position);
    std::swap(one.isEnd, other.isEnd);
    draft.put(one);
    draft.put(other);
    return draft.patch();
}

/// Lets the one who would end a wait do so before, instead of after, waiting himself.
void addGoFirst(FixRun& run, int wait, int sender, const std::vector<int>& waits)
{
    for (const int before : neighbours(run, sender, false)) {
        if (std::ranges::find(waits, before) == waits.end())
            continue;
        run.add(
            u"let-one-go-first"_s,
            u"Let %1 go first: %2 before %3"_s.arg(whoActs(run, before), run.say.place(sender), run.say.place(before)),
            swapped(run, *nodeAt(run, before).card, *nodeAt(run, sender).card));
        return;
    }
    // Farther away: whatever comes before the waiting ends the other's wait already.
    for (const int other : waits) {
        if (nodeAt(run, other).lane != nodeAt(run, sender).lane || nodeAt(run, wait).lane == nodeAt(run, sender).lane)
            continue;
        const std::vector<int> before = neighbours(run, other, false);
        if (before.empty())
            continue;
        run.add(u"end-it-earlier"_s,
                u"Let %1 end %2 already at %3"_s.arg(run.say.theRolesAt(sender), run.say.place(wait),
                                                     run.say.place(before.front())),
                connect(run.blueprint(), run.connection(before.front(), wait, ConnectionKind::Tell)));
        return;
    }
}

void mendMutualWait(FixRun& run)
{
    const ServiceGraph& graph = run.graph;
    std::vector<int> waits = run.nodes(Evidence::Part::Culprit);
    // The customer's waits first: whoever serves him is the one to begin.
    std::ranges::stable_sort(waits, {}, [&](int wait) { return nodeAt(run, wait).party < 0; });
    std::vector<int> circle = run.nodes(Evidence::Part::Path);
    circle.insert(circle.end(), waits.begin(), waits.end());
    for (const int wait : waits) {
        for (const int number : graph.inLinks(wait)) {
            const int sender = graph.links[size_t(number)].from;
            if (graph.isCard(sender) && graph.laneOf(sender) != graph.laneOf(wait) &&
                std::ranges::find(circle, sender) != circle.end())
                addGoFirst(run, wait, sender, waits);
        }
    }
    for (const int wait : waits)
        addTimeout(run, wait);
}

} // namespace

std::span<const FixProposal> waitFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"endless-wait", mendEndlessWait},
        FixProposal{u"mutual-wait", mendMutualWait},
    };
    return proposals;
}

} // namespace throughline
