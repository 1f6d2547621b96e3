// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/askables.h"
#include "core/check/catalogue.h"
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

constexpr qsizetype MostCards = 8;

double parameterOf(QStringView rule, QStringView name)
{
    const CatalogueEntry* entry = catalogueEntry(rule);
    const auto found = std::ranges::find(entry->parameters, name, &RuleParameter::name);
    return found == entry->parameters.end() ? 0 : found->value;
}

/// What is asked of a role in vain, and how much of it has to change.
struct Fetching
{
    int role = -1;
    std::vector<const Askable*> passes; ///< the one that is handed on most often first
    size_t fulfils = 0;
    size_t known = 0;

    /// How many of them the role must do itself before it counts as one that does its share.
    [[nodiscard]] size_t toGrant() const
    {
        size_t count = 1;
        while (count < passes.size() && passes.size() - count >= least && short_(fulfils + count, known))
            ++count;
        return count;
    }
    /// How many of them must no longer be asked of it.
    [[nodiscard]] size_t toTakeAway() const
    {
        size_t count = 1;
        while (count < passes.size() && passes.size() - count >= least && short_(fulfils, known - count))
            ++count;
        return count;
    }

    size_t least = 2;
    double share = 0.5;

private:
    [[nodiscard]] bool short_(size_t done, size_t asked) const { return double(done) < share * double(asked); }
};

Fetching fetchingOf(FixRun& run, int role)
{
    Fetching fetching;
    fetching.role = role;
    fetching.least = size_t(parameterOf(u"dead-end-role", u"passes"));
    fetching.share = parameterOf(u"dead-end-role", u"share");
    for (const Askable& askable : run.context.askables().entries()) {
        if (askable.role != role || askable.own == OwnAbility::Unknown)
            continue;
        ++fetching.known;
        fetching.fulfils += askable.own == OwnAbility::Fulfils ? 1 : 0;
        if (askable.own == OwnAbility::PassesOn)
            fetching.passes.push_back(&askable);
    }
    // What nobody on the way does comes from furthest away.
    std::ranges::stable_sort(fetching.passes, std::ranges::greater(), [](const Askable* askable) {
        return askable->outcome == RoleOutcome::PassesOn ? askable->hops : std::numeric_limits<int>::max();
    });
    return fetching;
}

QString nameOf(const FixRun& run, const Askable& askable)
{
    if (askable.request >= 0)
        return run.say.request(askable.request);
    const Link& link = run.graph.links[size_t(askable.link)];
    return link.connection->label.isEmpty() ? u"what is asked at "_s + run.say.place(link.from)
                                            : quoted(link.connection->label);
}

/// The role sees to what it has handed on most often, and answers where it is asked for it.
void addGrant(FixRun& run, const Fetching& fetching)
{
    Draft draft = run.draft();
    QStringList names;
    Role role = *run.graph.roles[size_t(fetching.role)];
    for (size_t i = 0; i < fetching.toGrant(); ++i) {
        const Askable& askable = *fetching.passes[i];
        names += nameOf(run, askable);
        if (askable.request >= 0)
            letFulfil(role, run.graph.requests[size_t(askable.request)]->id);
        for (const Contact* contact : contactsAsking(run, askable.role, askable.request, askable.link))
            draft.put(answerTo(run, *contact, contact->asked));
    }
    draft.put(role);
    run.add(u"grant-request"_s, u"Let %1 see to %2"_s.arg(run.say.theRole(fetching.role), listed(names)),
            draft.patch());
}

/// The first card on the way from a node that is another role's; -1 = none.
int fetchedCard(const FixRun& run, int role, int from)
{
    constexpr size_t Longest = 256;
    std::vector<int> nodes{from};
    QSet<int> seen{from};
    for (size_t i = 0; i < nodes.size() && nodes.size() < Longest; ++i) {
        for (const int target : run.graph.inside.successors(nodes[i])) {
            if (seen.contains(target))
                continue;
            seen.insert(target);
            const bool own = std::ranges::binary_search(run.graph.rolesAt(target).roles, role);
            if (!own && run.graph.isCard(target) && !run.graph.rolesAt(target).allSystem)
                return target;
            if (own)
                nodes.push_back(target);
        }
    }
    return -1;
}

/// A card that has nothing left to do once the customer asks somebody else: nothing comes to it but that request, and
/// all it did was hand on.
bool isSuperfluous(const FixRun& run, int card, const QSet<int>& rerouted)
{
    const auto isRerouted = [&](int link) { return rerouted.contains(link); };
    const auto handsOn = [&](int link) { return run.graph.links[size_t(link)].traffic == Traffic::Inside; };
    const Card& element = run.cardAt(card);
    return std::ranges::all_of(run.graph.inLinks(card), isRerouted) &&
           std::ranges::all_of(run.graph.outLinks(card), handsOn) && element.asks.isEmpty();
}

/// The customer asks the one who would be fetched; a card that did nothing but fetch goes.
void addAskDirectly(FixRun& run, const Fetching& fetching)
{
    QSet<int> rerouted;
    QList<ElementRef> gone;
    QStringList names;
    QStringList whom;
    Draft draft = run.draft();
    size_t count = 0;
    // What has the shortest way to somebody who does it comes first, and of equals the last.
    for (auto askable = fetching.passes.rbegin(); askable != fetching.passes.rend(); ++askable) {
        bool all = true;
        const std::vector<const Contact*> contacts =
            contactsAsking(run, fetching.role, (*askable)->request, (*askable)->link);
        for (const Contact* contact : contacts) {
            const int target = fetchedCard(run, fetching.role, contact->asked);
            if (target < 0) {
                all = false;
                continue;
            }
            Connection request = *run.graph.links[size_t(contact->link)].connection;
            request.to = run.cardAt(target).id;
            draft.put(request);
            rerouted.insert(contact->link);
            if (!whom.contains(run.whoAt(target)))
                whom += run.whoAt(target);
        }
        if (contacts.empty() || !all)
            continue;
        names += nameOf(run, **askable);
        for (const Contact* contact : contacts) {
            if (isSuperfluous(run, contact->asked, rerouted))
                gone += {ElementKind::Card, run.cardAt(contact->asked).id.value};
        }
        if (++count == fetching.toTakeAway())
            break;
    }
    if (rerouted.isEmpty())
        return;
    Blueprint asked = run.blueprint();
    const Patch patch = draft.patch();
    if (!apply(asked, patch))
        return;
    const Result<Patch> removed = removeElements(asked, gone);
    const int party = run.graph.links[size_t(*rerouted.cbegin())].party;
    run.add(u"ask-directly"_s,
            u"Let %1 ask %2 for %3 directly"_s.arg(run.say.theCustomer(party), listed(whom, u"or"_s), listed(names)),
            removed ? Result<Patch>(compose(patch, *removed)) : removed);
}

/// The cards at which a role is asked in vain, the last first.
std::vector<int> fetchingCards(FixRun& run, const Fetching& fetching)
{
    std::vector<int> cards;
    const auto add = [&](int node) {
        if (run.graph.isCard(node) && std::ranges::find(cards, node) == cards.end())
            cards.push_back(node);
    };
    for (auto askable = fetching.passes.rbegin(); askable != fetching.passes.rend(); ++askable) {
        for (const Contact* contact : contactsAsking(run, fetching.role, (*askable)->request, (*askable)->link))
            add(contact->asked);
    }
    if (!cards.empty()) {
        cards.resize(std::min(cards.size(), fetching.toTakeAway()));
        return cards;
    }
    for (const int met : run.context.meetings().cardsOf(fetching.role)) {
        for (const int node : run.graph.serving(met)) {
            if (std::ranges::binary_search(run.graph.rolesAt(node).roles, fetching.role))
                add(node);
        }
    }
    return cards;
}

/// The lane in which a role works alone, before the customer if possible; -1 = none.
int laneOfRole(const ServiceGraph& graph, int role)
{
    int best = -1;
    for (int lane = 0; lane < int(graph.lanes.size()); ++lane) {
        const bool alone = graph.roleSets[size_t(lane)].roles == std::vector<int>{role};
        if (alone && (best < 0 || graph.lanes[size_t(lane)]->stage < graph.lanes[size_t(best)]->stage))
            best = lane;
    }
    return best;
}

void addMoveCards(FixRun& run, const Fetching& fetching)
{
    const std::vector<int> cards = fetchingCards(run, fetching);
    if (cards.empty() || qsizetype(cards.size()) > MostCards)
        return;
    const Askable& last = *fetching.passes.back();
    int place = fetchedCard(run, fetching.role, cards.front());
    const int fetched = last.next >= 0 ? last.next : last.passesTo.empty() ? -1 : last.passesTo.front();
    if (place < 0 && fetched >= 0) {
        const int lane = laneOfRole(run.graph, fetched);
        place = lane < 0 ? -1 : run.graph.laneNode(lane);
    }
    if (place < 0)
        return;
    Draft draft = run.draft();
    QStringList names;
    for (const int card : cards) {
        draft.put(run.movedTo(run.cardAt(card), place));
        names += run.say.place(card);
    }
    run.add(u"move-card"_s, u"Move %1 to %2"_s.arg(listed(names), run.say.theRolesAt(place)), draft.patch());
}

} // namespace

void mendDeadEndRole(FixRun& run)
{
    const int role = run.graph.roleIndex(RoleId(run.finding.subjects.value(0)));
    const Fetching fetching = role < 0 ? Fetching() : fetchingOf(run, role);
    if (fetching.passes.empty())
        return;
    addGrant(run, fetching);
    addAskDirectly(run, fetching);
    addMoveCards(run, fetching);
}

std::span<const FixProposal> deadEndFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"dead-end-role", mendDeadEndRole},
        FixProposal{u"dead-end-request", mendDeadEndRequest},
        FixProposal{u"pass-on-loop", mendPassOnLoop},
        FixProposal{u"customer-stuck", mendStuckCustomer},
    };
    return proposals;
}

} // namespace throughline
