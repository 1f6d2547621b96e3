// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/chase.h"
#include "core/check/rules/threadwords.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A customer who has to come back: by being sent away, by asking the same again, or both.
struct Chase
{
    int sentAway = -1;              ///< link, -1 = nobody says so
    const Contact* first = nullptr; ///< what was asked; null where a send-away belongs to no request
    const Contact* again = nullptr; ///< asking it again; null where that is not drawn
};

int columnAt(const ServiceGraph& graph, int node)
{
    return graph.isCard(node) ? graph.cards[size_t(node)].firstColumn : -1;
}

/// The contact whose thread sends the customer away: into the very card, else the latest that leads there.
const Contact* contactSentAway(FixRun& run, const Link& link)
{
    const std::vector<Contact>& contacts = run.context.threads().contacts();
    ReachQueries leads(run.graph.inside);
    const int set = leads.addSet();
    leads.addMember(set, link.from);
    for (const Contact& contact : contacts)
        static_cast<void>(leads.ask(contact.asked, set));
    leads.run();
    const Contact* best = nullptr;
    const auto rank = [&](const Contact& contact) {
        return std::pair(contact.asked == link.from, columnAt(run.graph, contact.asker));
    };
    for (size_t i = 0; i < contacts.size(); ++i) {
        const bool belongs = contacts[i].party == link.party && contacts[i].isRequest && leads.reaches(int(i));
        if (belongs && (!best || rank(contacts[i]) > rank(*best)))
            best = &contacts[i];
    }
    return best;
}

/// The nearest later card at which the customer asks the same again.
const Contact* askedAgainAfter(FixRun& run, const Contact& first)
{
    const Contact* again = nullptr;
    const auto column = [&](const Contact& contact) { return columnAt(run.graph, contact.asker); };
    for (const Contact& contact : run.context.threads().contacts()) {
        const bool same = contact.isRequest && contact.party == first.party && contact.request == first.request &&
                          first.request >= 0 && run.graph.isCard(contact.asker);
        if (same && contact.asker != first.asker && column(contact) > column(first) &&
            (!again || column(contact) < column(*again)))
            again = &contact;
    }
    return again;
}

Chase chaseOf(FixRun& run, int link)
{
    Chase chase;
    if (run.graph.links[size_t(link)].connection->kind == ConnectionKind::SendAway) {
        chase.sentAway = link;
        chase.first = contactSentAway(run, run.graph.links[size_t(link)]);
        chase.again = chase.first ? askedAgainAfter(run, *chase.first) : nullptr;
        return chase;
    }
    const std::vector<Contact>& contacts = run.context.threads().contacts();
    for (const ChaseAnalysis::Again& again : run.context.chase().askedAgain()) {
        if (contacts[size_t(again.later)].link == link) {
            chase.first = &contacts[size_t(again.earlier.front())];
            chase.again = &contacts[size_t(again.later)];
        }
    }
    return chase;
}

/// Who takes it down and sees that it goes on: the one who sends away, else the one first asked.
int holderOf(const FixRun& run, const Chase& chase)
{
    return chase.sentAway >= 0 ? run.graph.links[size_t(chase.sentAway)].from : chase.first->asked;
}

/// The card from which the second asking was, or had best be, answered.
int answering(FixRun& run, const Contact& again)
{
    constexpr size_t Furthest = 2048;
    for (const int node : run.context.threads().thread(again.asked, Furthest)) {
        for (const int link : run.graph.outLinks(node)) {
            if (run.context.threads().isAnswerTo(run.graph.links[size_t(link)], again))
                return node;
        }
    }
    const int end = lastPerson(run.graph, run.context.threads().sinksFrom(again.asked));
    return end >= 0 ? end : again.asked;
}

/// What the customer has said where the first asking was.
QList<DataItemId> told(const FixRun& run, const Contact& first)
{
    QList<DataItemId> data;
    if (run.graph.isCard(first.asker))
        data += run.cardAt(first.asker).gives;
    if (run.graph.isCard(first.asked)) {
        for (const DataItemId& item : run.cardAt(first.asked).asks) {
            if (!data.contains(item))
                data += item;
        }
    }
    return data;
}

/// Work goes from the holder to whoever would have been asked again, with all that the customer has said.
void handOn(const FixRun& run, const Chase& chase, int from, int to, Draft& draft)
{
    const auto leads = [&](int link) { return run.graph.links[size_t(link)].to == to; };
    if (from == to || std::ranges::any_of(run.graph.outLinks(from), leads))
        return;
    const bool own = run.graph.rolesAt(from).roles == run.graph.rolesAt(to).roles;
    Connection onward = run.connection(from, to, own ? ConnectionKind::Flow : ConnectionKind::Handover);
    onward.carries = told(run, *chase.first);
    draft.put(onward);
}

Connection answerAt(FixRun& run, const Chase& chase, int from, const CardId& place)
{
    Connection answer = run.connection(from, from, ConnectionKind::Answer);
    answer.to = place;
    if (chase.first->request >= 0)
        answer.request = run.graph.requests[size_t(chase.first->request)]->id;
    return answer;
}

bool asksElsewhere(const ServiceGraph& graph, const Contact& again)
{
    return std::ranges::any_of(graph.outLinks(again.asker), [&](int link) {
        return link != again.link && graph.links[size_t(link)].traffic == Traffic::ContactIn;
    });
}

void removeSendAway(const FixRun& run, const Chase& chase, Draft& draft)
{
    if (chase.sentAway >= 0)
        draft.remove(run.graph.links[size_t(chase.sentAway)].connection->id);
}

/// The second asking becomes a wait that our side ends.
void addPromise(FixRun& run, const Chase& chase)
{
    const ServiceGraph& graph = run.graph;
    if (!chase.again || asksElsewhere(graph, *chase.again))
        return;
    Draft draft = run.draft();
    if (chase.sentAway >= 0) {
        Connection promise = *graph.links[size_t(chase.sentAway)].connection;
        promise.kind = ConnectionKind::Tell;
        promise.label = u"you will hear from us"_s;
        draft.put(promise);
    }
    draft.remove(graph.links[size_t(chase.again->link)].connection->id);
    Card wait = *graph.cards[size_t(chase.again->asker)].card;
    wait.kind = CardKind::Wait;
    wait.waitEndsBy = WaitEnd::OtherSide;
    wait.title = u"Wait for the answer"_s;
    wait.effort.reset();
    draft.put(wait);
    handOn(run, chase, holderOf(run, chase), chase.again->asked, draft);
    draft.put(answerAt(run, chase, answering(run, *chase.again), wait.id));
    run.add(u"make-promise"_s,
            u"Let %1 take it down and see to it, and %2 wait for the answer instead of asking again at %3"_s.arg(
                run.whoAt(holderOf(run, chase)), run.say.theCustomer(chase.first->party),
                run.say.place(chase.again->asker)),
            draft.patch());
}

/// Our side passes it on, and asking again drops out of the journey.
void addHandOver(FixRun& run, const Chase& chase)
{
    const ServiceGraph& graph = run.graph;
    if (!chase.again || asksElsewhere(graph, *chase.again))
        return;
    Draft draft = run.draft();
    removeSendAway(run, chase, draft);
    const int holder = holderOf(run, chase);
    handOn(run, chase, holder, chase.again->asked, draft);
    const int end = answering(run, *chase.again);
    Contact after = *chase.again;
    const int place = answerPlace(run, after, end);
    if (place != chase.again->asker && graph.isCard(place)) {
        const auto answers = [&](int link) { return graph.links[size_t(link)].to == place; };
        if (std::ranges::none_of(graph.outLinks(end), answers))
            draft.put(answerAt(run, chase, end, graph.cards[size_t(place)].card->id));
    }
    const bool own = run.graph.rolesAt(holder).roles == run.graph.rolesAt(chase.again->asked).roles;
    const QString way =
        own ? u"Go on inside from %1 to %2"_s.arg(run.whoAt(holder), run.say.place(chase.again->asked))
            : u"Hand it over inside from %1 to %2"_s.arg(run.whoAt(holder), run.whoAt(chase.again->asked));
    run.add(u"hand-over-inside"_s,
            way + u", with what %1 has said, and drop %2"_s.arg(run.say.theCustomer(chase.first->party),
                                                                run.say.place(chase.again->asker)),
            withoutCustomerCard(run, chase.again->asker, draft));
}

/// The answer is given before the customer has to come back.
void addAnswer(FixRun& run, const Chase& chase)
{
    const ServiceGraph& graph = run.graph;
    Draft draft = run.draft();
    const int holder = holderOf(run, chase);
    Connection answer;
    int place = chase.first->asker;
    if (chase.sentAway >= 0) {
        place = graph.links[size_t(chase.sentAway)].to;
        answer = *graph.links[size_t(chase.sentAway)].connection;
        answer.kind = ConnectionKind::Answer;
        answer.label.clear();
        answer.request = chase.first->request >= 0 ? graph.requests[size_t(chase.first->request)]->id : RequestId();
    } else {
        const int next = nextCustomerCard(graph, *chase.first);
        if (graph.isCard(next) && chase.again && next != chase.again->asker)
            place = next;
        if (!graph.isCard(place))
            return;
        answer = answerAt(run, chase, holder, graph.cards[size_t(place)].card->id);
    }
    draft.put(answer);
    run.add(u"answer-at-once"_s,
            u"Let %1 answer %2%3 at %4"_s.arg(run.whoAt(holder), run.say.theCustomer(chase.first->party),
                                              aboutRequest(run, chase.first->request), run.say.place(place)),
            draft.patch());
}

/// A send-away that belongs to no request: the customer is told instead of sent.
void addTell(FixRun& run, const Link& link)
{
    Connection tell = *link.connection;
    tell.kind = ConnectionKind::Tell;
    tell.label = u"you will hear from us"_s;
    run.add(u"make-promise"_s,
            u"Let %1 see to it and tell %2 so"_s.arg(run.whoAt(link.from), run.say.theCustomer(link.party)),
            replaceElement(run.blueprint(), tell));
}

} // namespace

void mendChase(FixRun& run)
{
    const int link = run.subjectLink();
    if (link < 0)
        return;
    const Chase chase = chaseOf(run, link);
    if (!chase.first) {
        if (chase.sentAway >= 0)
            addTell(run, run.graph.links[size_t(link)]);
        return;
    }
    if (chase.sentAway < 0)
        addAnswer(run, chase);
    addPromise(run, chase);
    addHandOver(run, chase);
    if (chase.sentAway >= 0)
        addAnswer(run, chase);
}

} // namespace throughline
