// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/powerwords.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/journeys.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A card of the company that is to hear of something said in a column: the nearest one, later rather than earlier.
template <typename IsMeant>
int nearestCard(const ServiceGraph& graph, int column, IsMeant isMeant)
{
    int best = -1;
    int least = 0;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.side != Side::Company || !isMeant(card))
            continue;
        const int distance =
            node.firstColumn >= column ? 2 * (node.firstColumn - column) : 2 * (column - node.firstColumn) + 1;
        if (best < 0 || distance < least) {
            best = card;
            least = distance;
        }
    }
    return best;
}

/// Whether the department of whoever acts at a card may decide about something, by its own mandate or a parent's.
bool mayDecide(const ServiceGraph& graph, int card, Powers powers)
{
    return std::ranges::any_of(graph.rolesAt(card).departments, [&](int department) {
        const Department* at = graph.departments[size_t(department)];
        for (size_t depth = 0; at && depth <= graph.departments.size(); ++depth) {
            if (at->mandate & powers)
                return true;
            at = graph.blueprint.find(at->parent);
        }
        return false;
    });
}

/// Work passes from one card to another: handed over where it goes on from there, told where it does not, so that
/// nothing is left lying. A card at which work rightly ended goes on.
Patch passedOn(const FixRun& run, int from, int to)
{
    const ServiceGraph& graph = run.graph;
    Draft draft = run.draft();
    const bool fromCustomer = graph.partyOf(from) >= 0;
    if (!fromCustomer && graph.isCard(from) && graph.cards[size_t(from)].card->isEnd) {
        Card goesOn = *graph.cards[size_t(from)].card;
        goesOn.isEnd = false;
        draft.put(goesOn);
    }
    const bool goesOn = !graph.outLinks(to).empty() && graph.partyOf(to) < 0;
    draft.put(run.connection(from, to, goesOn && !fromCustomer ? ConnectionKind::Handover : ConnectionKind::Tell));
    return draft.patch();
}

/// what: "it", or what else is passed on; why: how the sentence goes on.
void addHandOn(FixRun& run, const QString& id, int from, int to, const QString& what = u"it"_s, const QString& why = {})
{
    if (to < 0 || to == from)
        return;
    const bool fromCustomer = run.graph.partyOf(from) >= 0;
    const QString text = fromCustomer
                             ? u"Let %1 say so to %2 at %3%4"_s.arg(run.say.theCustomer(run.graph.partyOf(from)),
                                                                    run.whoAt(to), run.say.place(from), why)
                             : u"Let %1 pass %2 on to %3%4"_s.arg(run.whoAt(from), what, run.whoAt(to), why);
    run.add(id, text, passedOn(run, from, to));
}

/// Gives those who hear the power to decide; nothing where their departments are not all known.
void addMandate(FixRun& run, int hearer, Power power)
{
    const std::vector<int>& departments = run.graph.rolesAt(hearer).departments;
    if (departments.empty())
        return;
    Department department = *run.graph.departments[size_t(departments.front())];
    department.mandate |= power;
    run.add(u"give-mandate"_s,
            u"Give %1 the power to decide about %2"_s.arg(run.say.department(departments.front()), powerInWords(power)),
            replaceElement(run.blueprint(), department));
}

void mendLostFeedback(FixRun& run)
{
    const ServiceGraph& graph = run.graph;
    const int voice = run.subjectNode();
    if (!graph.isCard(voice))
        return;
    const CardNode& node = graph.cards[size_t(voice)];
    const std::vector<int> stops = run.nodes(Evidence::Part::Culprit);
    const int from = stops.empty() ? voice : stops.front();
    const Powers any = Power::Product | Power::Pricing | Power::Distribution | Power::Service | Power::Structure;
    const Powers powers = node.card->about ? Powers(*node.card->about) : any;
    const QString about = node.card->about ? powerInWords(*node.card->about) : u"what matters here"_s;

    const int decider = nearestCard(graph, node.firstColumn, [&](int card) { return mayDecide(graph, card, powers); });
    addHandOn(run, u"hand-on"_s, from, decider, u"it"_s, u", who may decide about %1"_s.arg(about));
    const int strategy = nearestCard(graph, node.firstColumn, [&](int card) {
        return graph.cards[size_t(card)].card->kind == CardKind::Strategy && card != decider;
    });
    addHandOn(run, u"inform-strategy"_s, from, strategy);
    if (!stops.empty())
        addMandate(run, stops.front(), node.card->about.value_or(Power::Service));
}

/// Where what a customer says ends up inside the company, -1 = nobody hears it.
int hearerOf(FixRun& run, int voice)
{
    for (const int number : run.graph.outLinks(voice)) {
        const Link& link = run.graph.links[size_t(number)];
        if (link.traffic != Traffic::ContactIn)
            continue;
        const std::vector<int>& ends = run.context.threads().sinksFrom(link.to);
        return ends.empty() ? link.to : ends.front();
    }
    return -1;
}

/// A customer says what it was like, at the end of what he goes through, and the strategy hears it.
void addVoice(FixRun& run, int strategy)
{
    const ServiceGraph& graph = run.graph;
    const int party = mainParty(graph);
    const int last = party < 0 ? -1 : customerCardBefore(graph, party, int(graph.columns.size()));
    if (last < 0)
        return;
    const CardNode& node = graph.cards[size_t(last)];
    Card voice = run.card(node.card->lane, graph.columns[size_t(node.lastColumn)]->id, u"Says what it was like"_s);
    voice.kind = CardKind::Voice;
    Draft draft = run.draft();
    addToJourney(run, draft, voice, last, -1);
    draft.put(run.connection(voice.id, graph.cards[size_t(strategy)].card->id, ConnectionKind::Tell));
    run.add(u"add-voice"_s,
            u"Let %1 say what it was like after %2, for %3 to hear"_s.arg(run.say.theCustomer(party),
                                                                          run.say.place(last), run.say.place(strategy)),
            draft.patch());
}

void mendNeverHears(FixRun& run, int strategy)
{
    const ServiceGraph& graph = run.graph;
    int voice = -1;
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& node = graph.cards[size_t(card)];
        if (node.party >= 0 && node.card->kind == CardKind::Voice && voice < 0)
            voice = card;
    }
    if (voice < 0) {
        addVoice(run, strategy);
        // Whoever stands before the customer hears something, too.
        const int front = nearestCard(graph, graph.cards[size_t(strategy)].firstColumn, [&](int card) {
            return card != strategy && std::ranges::any_of(graph.inLinks(card), [&](int link) {
                       return graph.links[size_t(link)].traffic == Traffic::ContactIn;
                   });
        });
        if (front >= 0)
            addHandOn(run, u"ask-the-front"_s, front, strategy,
                      u"what %1 says"_s.arg(run.say.theCustomer(mainParty(graph))));
        return;
    }
    const int hearer = hearerOf(run, voice);
    if (hearer >= 0)
        addHandOn(run, u"feed-from-voice"_s, hearer, strategy, u"what is said at %1"_s.arg(run.say.place(voice)));
    addHandOn(run, u"tell-strategy"_s, voice, strategy);
}

/// Those who serve a customer, and whom they serve.
struct Server
{
    int card = -1;
    int served = -1;
};

std::vector<Server> servers(const ServiceGraph& graph)
{
    std::vector<Server> found;
    for (int card = 0; card < graph.cardCount(); ++card) {
        for (const int node : graph.serving(card)) {
            if (graph.isCard(node))
                found.push_back({node, card});
        }
    }
    return found;
}

void mendNeverReturns(FixRun& run, int strategy)
{
    const ServiceGraph& graph = run.graph;
    const int column = graph.cards[size_t(strategy)].firstColumn;
    const auto reaches = [&](int card) {
        const std::vector<char> reached = graph.all.reachableFrom({card});
        for (int node = 0; node < graph.nodeCount(); ++node) {
            if (reached[size_t(node)] && graph.partyOf(node) >= 0)
                return true;
        }
        return false;
    };
    std::vector<Server> all = servers(graph);
    std::ranges::stable_sort(all, {}, [&](const Server& server) {
        const int at = graph.cards[size_t(server.card)].firstColumn;
        return at >= column ? 2 * (at - column) : 2 * (column - at) + 1;
    });
    constexpr qsizetype Most = 12;
    qsizetype looked = 0;
    for (const Server& server : all) {
        if (server.card == strategy || ++looked > Most)
            continue;
        Draft draft = run.draft();
        draft.put(run.connection(strategy, server.card, ConnectionKind::Tell));
        // A plain arrow from the customer does not say that anything comes back.
        if (!reaches(server.card))
            draft.put(run.connection(server.card, server.served, ConnectionKind::Tell));
        const QString customer = run.say.theCustomer(graph.partyOf(server.served));
        run.add(u"bring-to-front"_s,
                u"Let %1 reach %2 through %3"_s.arg(run.say.place(strategy), customer, run.whoAt(server.card)),
                draft.patch());
        return;
    }
}

void mendDeafStrategy(FixRun& run)
{
    const int strategy = run.subjectNode();
    if (!run.graph.isCard(strategy))
        return;
    if (run.finding.variant == "never hears"_L1)
        mendNeverHears(run, strategy);
    else
        mendNeverReturns(run, strategy);
}

} // namespace

std::span<const FixProposal> voiceFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"feedback-goes-nowhere", mendLostFeedback},
        FixProposal{u"strategy-deaf-to-customer", mendDeafStrategy},
    };
    return proposals;
}

} // namespace throughline
