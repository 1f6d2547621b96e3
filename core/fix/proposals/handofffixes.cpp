// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/threadwords.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/journeys.h"
#include "core/fix/proposals/proposals.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The nearest card to the right in the receiver's own lane that nobody leads to yet, -1 = none.
int nextOwnCard(const ServiceGraph& graph, int receiver)
{
    const CardNode& own = graph.cards[size_t(receiver)];
    int next = -1;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.lane != own.lane || node.roleSet != own.roleSet || node.firstColumn <= own.lastColumn)
            continue;
        const auto inside = [&](int link) { return graph.links[size_t(link)].traffic == Traffic::Inside; };
        const bool isFree = std::ranges::none_of(graph.inLinks(card), inside) && !graph.outLinks(card).empty();
        if (isFree && (next < 0 || node.firstColumn < graph.cards[size_t(next)].firstColumn))
            next = card;
    }
    return next;
}

/// The nearest contact by which the work came to a node; null where nobody asked for it.
const Contact* contactBehind(FixRun& run, int node)
{
    constexpr size_t Furthest = 2048;
    const ServiceGraph& graph = run.graph;
    std::vector<int> nodes{node};
    QSet<int> seen{node};
    for (size_t i = 0; i < nodes.size() && nodes.size() < Furthest; ++i) {
        for (const int number : graph.inLinks(nodes[i])) {
            const Link& link = graph.links[size_t(number)];
            if (link.traffic == Traffic::ContactIn) {
                const std::vector<Contact>& contacts = run.context.threads().contacts();
                return &*std::ranges::find(contacts, number, &Contact::link);
            }
            if (link.traffic == Traffic::Inside && !seen.contains(link.from)) {
                seen.insert(link.from);
                nodes.push_back(link.from);
            }
        }
    }
    return nullptr;
}

/// The receiver goes on with it: to what it does next, else to the customer who is behind it, else back to the giver.
void addContinue(FixRun& run, const Link& link)
{
    const QString id = u"continue"_s;
    if (const int next = nextOwnCard(run.graph, link.to); next >= 0) {
        run.add(id, u"Let %1 go on to %2"_s.arg(run.whoAt(link.to), run.say.place(next)),
                connect(run.blueprint(), run.connection(link.to, next, ConnectionKind::Flow)));
        return;
    }
    const Contact* contact = contactBehind(run, link.from);
    const int place = contact ? answerPlace(run, *contact, link.to) : link.from;
    const QString whom = contact ? run.say.theCustomer(contact->party) : run.say.theRolesAt(link.from);
    run.add(id, u"Let %1 tell %2 at %3 what became of it"_s.arg(run.whoAt(link.to), whom, run.say.place(place)),
            connect(run.blueprint(), run.connection(link.to, place, ConnectionKind::Tell)));
}

/// Somebody else who goes on with what comes: who is said to see to the request, in the same stage, nearest in time.
int otherReceiver(FixRun& run, const Link& link)
{
    const ServiceGraph& graph = run.graph;
    const Stage stage = graph.lanes[size_t(graph.laneOf(link.to))]->stage;
    std::optional<RequestReach> reach;
    if (link.request >= 0)
        reach = run.context.capabilities().reachOf(graph.requests[size_t(link.request)]->id);
    const auto sees = [&](int node) {
        return reach && std::ranges::any_of(graph.rolesAt(node).roles, [&](int role) {
                   return !graph.isUnnamed(role) &&
                          reach->at(graph.roles[size_t(role)]->id).outcome == RoleOutcome::Fulfils;
               });
    };
    const int column = columnOf(graph, link.to, false);
    const int earliest = columnOf(graph, link.from, false);
    int best = -1;
    std::tuple<bool, bool, int> bestRank;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.side != Side::Company || card == link.to || graph.outLinks(card).empty() ||
            node.firstColumn < earliest || node.card->kind == CardKind::Strategy || graph.rolesAt(card).allSystem ||
            graph.shareRole(link.from, card) || graph.shareRole(link.to, card))
            continue;
        const std::tuple rank(!sees(card), graph.lanes[size_t(node.lane)]->stage != stage,
                              std::abs(node.firstColumn - column));
        if (best < 0 || rank < bestRank) {
            best = card;
            bestRank = rank;
        }
    }
    return best;
}

/// Hands over to somebody else; a card that was there for this alone goes.
void addOtherReceiver(FixRun& run, const Link& link)
{
    const int other = otherReceiver(run, link);
    if (other < 0)
        return;
    Result<Patch> patch = reconnect(run.blueprint(), link.connection->id, ConnectionEnd::To, run.cardAt(other).id);
    QString text = u"Hand over from %1 to %2 instead"_s.arg(run.say.theRolesAt(link.from), run.whoAt(other));
    Blueprint handed = run.blueprint();
    if (patch && run.graph.inLinks(link.to).size() == 1 && apply(handed, *patch)) {
        if (const Result<Patch> gone = removeElements(handed, {{ElementKind::Card, run.cardAt(link.to).id.value}})) {
            patch = compose(*patch, *gone);
            text += u" and drop %1"_s.arg(run.say.place(link.to));
        }
    }
    run.add(u"other-receiver"_s, text, patch);
}

/// The customer's next card, or, where the answer itself arrives there, the one that asks.
int meanwhile(FixRun& run, const Contact& contact)
{
    const int next = nextCustomerCard(run.graph, contact);
    const auto answers = [&](int link) {
        return run.context.threads().isAnswerTo(run.graph.links[size_t(link)], contact);
    };
    const auto in = run.graph.inLinks(next);
    return std::ranges::any_of(in, answers) ? contact.asker : next;
}

void addProgress(FixRun& run, const Contact& contact)
{
    const int place = meanwhile(run, contact);
    Connection tell = run.connection(contact.asked, place, ConnectionKind::Tell);
    tell.label = u"it is being seen to"_s;
    run.add(u"tell-progress"_s,
            u"Let %1 tell %2 at %3 that it is being seen to"_s.arg(
                run.whoAt(contact.asked), run.say.theCustomer(contact.party), run.say.place(place)),
            connect(run.blueprint(), tell));
}

/// A wait of the customer between asking and the next thing to do: one that is there, or a new one in a free step.
struct PromisedWait
{
    Card card;
    bool isNew = false;
};

StepId stepBetween(const ServiceGraph& graph, int card, int next)
{
    const int last = graph.cards[size_t(card)].lastColumn;
    const int column = last >= 0 && last + 1 < graph.cards[size_t(next)].firstColumn ? last + 1 : last;
    return column < 0 ? StepId() : graph.columns[size_t(column)]->id;
}

PromisedWait waitOf(const FixRun& run, const Contact& contact, int next)
{
    if (run.cardAt(next).kind == CardKind::Wait)
        return {run.cardAt(next), false};
    Card wait =
        run.card(run.cardAt(contact.asker).lane, stepBetween(run.graph, contact.asker, next), u"Wait for the answer"_s);
    wait.kind = CardKind::Wait;
    wait.waitEndsBy = WaitEnd::OtherSide;
    return {wait, true};
}

/// Says how long it takes at most, and lets the customer wait that long and no longer.
void addPromise(FixRun& run, const Contact& contact)
{
    constexpr double OneDay = 24 * 60;
    const int next = run.graph.isCard(contact.asker) ? nextCustomerCard(run.graph, contact) : -1;
    if (next < 0 || next == contact.asker)
        return;
    PromisedWait wait = waitOf(run, contact, next);
    if (!wait.card.waitDuration)
        wait.card.waitDuration = *Minutes::from(OneDay);
    Draft draft = run.draft();
    if (wait.isNew)
        addToJourney(run, draft, wait.card, contact.asker, next);
    else
        draft.put(wait.card);
    Connection tell = run.connection(contact.asked, next, ConnectionKind::Tell);
    tell.to = wait.card.id;
    tell.label = u"by when"_s;
    draft.put(tell);
    const bool days = wait.card.waitDuration->value() == OneDay;
    run.add(u"promise-time"_s,
            u"Let %1 promise %2 an answer within %3"_s.arg(
                run.whoAt(contact.asked), run.say.theCustomer(contact.party),
                days ? u"a day"_s : u"%1 minutes"_s.arg(wait.card.waitDuration->toString())),
            draft.patch());
}

} // namespace

void mendDroppedHandoff(FixRun& run)
{
    const int number = run.subjectLink();
    if (number < 0 || !run.graph.isCard(run.graph.links[size_t(number)].to))
        return;
    const Link& link = run.graph.links[size_t(number)];
    addContinue(run, link);
    run.addEnd(link.to, u"the work rightly stops there"_s);
    addOtherReceiver(run, link);
}

void mendSilentWait(FixRun& run)
{
    const Contact* contact = subjectContact(run);
    if (!contact)
        return;
    addProgress(run, *contact);
    addPromise(run, *contact);
}

} // namespace throughline
