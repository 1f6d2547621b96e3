// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// One contact and everybody who turns to the customer because of it.
struct Chorus
{
    int party = -1;
    int lead = -1;           ///< the one who had best speak alone
    std::vector<int> others; ///< those who neither lead to the lead nor follow it, from left to right
};

std::vector<int> linksToCustomer(const ServiceGraph& graph, int node, int party)
{
    std::vector<int> links;
    for (const int number : graph.outLinks(node)) {
        const Link& link = graph.links[size_t(number)];
        if (link.traffic == Traffic::ContactOut && link.party == party)
            links.push_back(number);
    }
    return links;
}

bool answersAnything(const ServiceGraph& graph, int node, int party)
{
    return std::ranges::any_of(linksToCustomer(graph, node, party), [&](int link) {
        return graph.links[size_t(link)].connection->kind == ConnectionKind::Answer;
    });
}

/// Who answers the contact, else who answers anything, else somebody before the line of visibility.
int leadOf(FixRun& run, const Contact& contact, const std::vector<int>& speakers)
{
    const ServiceGraph& graph = run.graph;
    const auto rank = [&](int node) {
        const std::vector<int> links = linksToCustomer(graph, node, contact.party);
        const bool answers = std::ranges::any_of(
            links, [&](int link) { return run.context.threads().isAnswerTo(graph.links[size_t(link)], contact); });
        const bool person = !graph.rolesAt(node).mayBeSystem;
        const bool front = graph.lanes[size_t(graph.laneOf(node))]->stage == Stage::Frontstage;
        return std::tuple(answers, answersAnything(graph, node, contact.party), person && front, person);
    };
    int lead = -1;
    for (const int node : speakers) {
        if (lead < 0 || rank(node) > rank(lead))
            lead = node;
    }
    return lead;
}

Chorus chorusOf(FixRun& run, const Contact& contact)
{
    const ServiceGraph& graph = run.graph;
    std::vector<int> speakers;
    for (const int node : run.nodes(Evidence::Part::Path)) {
        if (!linksToCustomer(graph, node, contact.party).empty() && std::ranges::find(speakers, node) == speakers.end())
            speakers.push_back(node);
    }
    Chorus chorus{contact.party, leadOf(run, contact, speakers), {}};
    if (chorus.lead < 0)
        return chorus;
    const std::vector<char> follows = graph.inside.reachableFrom({chorus.lead});
    ReachQueries leads(graph.inside);
    const int set = leads.addSet();
    leads.addMember(set, chorus.lead);
    for (const int node : speakers)
        static_cast<void>(leads.ask(node, set));
    leads.run();
    for (size_t i = 0; i < speakers.size(); ++i) {
        // Whom the customer asks in person, answers in person.
        const auto asks = [&](int link) {
            return link != contact.link && graph.links[size_t(link)].traffic == Traffic::ContactIn;
        };
        const bool joins = follows[size_t(speakers[i])] || leads.reaches(int(i));
        if (!joins && std::ranges::none_of(graph.inLinks(speakers[i]), asks))
            chorus.others.push_back(speakers[i]);
    }
    std::ranges::stable_sort(chorus.others, {}, [&](int node) { return columnOf(graph, node, false); });
    return chorus;
}

QString rolesOf(const FixRun& run, const std::vector<int>& nodes)
{
    std::vector<int> roles;
    for (const int node : nodes) {
        for (const int role : run.graph.rolesAt(node).roles) {
            if (std::ranges::find(roles, role) == roles.end())
                roles.push_back(role);
        }
    }
    return run.say.theRoles(roles, u"and"_s);
}

/// The lead answers in place of another who no longer speaks, unless it answers the same already.
void answerInstead(const FixRun& run, const Chorus& chorus, const Connection& answer, Draft& draft)
{
    for (const int number : linksToCustomer(run.graph, chorus.lead, chorus.party)) {
        const Connection& own = *run.graph.links[size_t(number)].connection;
        if (own.kind == ConnectionKind::Answer && own.request == answer.request && own.answers == answer.answers)
            return;
    }
    Connection own = answer;
    own.id = run.id<Connection>(u'e');
    own.from = run.connection(chorus.lead, chorus.lead, ConnectionKind::Answer).from;
    draft.put(own);
}

void addOneVoice(FixRun& run, const Chorus& chorus)
{
    Draft draft = run.draft();
    for (const int node : chorus.others) {
        bool handsOver = false;
        for (const int number : linksToCustomer(run.graph, node, chorus.party)) {
            const Connection& connection = *run.graph.links[size_t(number)].connection;
            if (connection.kind == ConnectionKind::Answer)
                answerInstead(run, chorus, connection, draft);
            if (std::exchange(handsOver, true)) {
                draft.remove(connection.id);
                continue;
            }
            Connection handOver = run.connection(node, chorus.lead, ConnectionKind::Handover);
            handOver.id = connection.id;
            handOver.carries = connection.carries;
            handOver.label = connection.label;
            draft.put(handOver);
        }
    }
    run.add(u"one-voice"_s,
            u"Let only %1 turn to %2, and %3 hand over to %4"_s.arg(
                run.whoAt(chorus.lead), run.say.theCustomer(chorus.party), rolesOf(run, chorus.others),
                run.say.theRolesAt(chorus.lead)),
            draft.patch());
}

void addChain(FixRun& run, const Chorus& chorus)
{
    std::vector<int> chain = chorus.others;
    const auto place = std::ranges::find_if(
        chain, [&](int node) { return columnOf(run.graph, node, false) > columnOf(run.graph, chorus.lead, false); });
    chain.insert(place, chorus.lead);
    QList<Connection> handOvers;
    QStringList names{run.say.theRolesAt(chain.front())};
    for (size_t i = 1; i < chain.size(); ++i) {
        handOvers += run.connection(chain[i - 1], chain[i], ConnectionKind::Handover);
        names += run.say.theRolesAt(chain[i]);
    }
    run.add(u"link-in-chain"_s, u"Hand over from %1"_s.arg(names.join(u" to "_s)), withConnections(run, handOvers));
}

/// Drops the contacts of as many departments as are too many; those that answer something stay longest.
void addDrop(FixRun& run, const Chorus& chorus)
{
    const ServiceGraph& graph = run.graph;
    const CatalogueEntry* entry = catalogueEntry(u"too-many-contacts");
    const auto parameter = std::ranges::find(entry->parameters, u"departments"_s, &RuleParameter::name);
    const size_t most = size_t(parameter->value) - 1;
    std::vector<int> stays = graph.rolesAt(chorus.lead).departments;
    std::vector<int> order = chorus.others;
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](int node) { return answersAnything(graph, node, chorus.party); });
    QList<ElementRef> gone;
    QStringList names;
    for (const int node : order) {
        const std::vector<int>& departments = graph.rolesAt(node).departments;
        const bool known = std::ranges::find_first_of(stays, departments) != stays.end();
        if (known || stays.size() + departments.size() <= most) {
            stays.insert(stays.end(), departments.begin(), departments.end());
            continue;
        }
        const std::vector<int> links = linksToCustomer(graph, node, chorus.party);
        names += run.say.place(node);
        if (graph.isCard(node) && links.size() == graph.outLinks(node).size()) {
            gone += run.finding.evidence.isEmpty()
                        ? ElementRef()
                        : ElementRef{ElementKind::Card, graph.cards[size_t(node)].card->id.value};
            continue;
        }
        for (const int link : links)
            gone += {ElementKind::Connection, graph.links[size_t(link)].connection->id.value};
    }
    run.add(u"drop-contact"_s,
            u"Drop what %1 does not need: %2"_s.arg(run.say.theCustomer(chorus.party), listed(names)),
            removeElements(run.blueprint(), gone));
}

} // namespace

void mendTooManyContacts(FixRun& run)
{
    const Contact* contact = subjectContact(run);
    if (!contact)
        return;
    const Chorus chorus = chorusOf(run, *contact);
    if (chorus.lead < 0 || chorus.others.empty())
        return;
    addOneVoice(run, chorus);
    addChain(run, chorus);
    addDrop(run, chorus);
}

} // namespace throughline
