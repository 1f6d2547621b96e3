// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The customer card nearest in time to a node, not before it if possible; voices only if asked for. -1 = none.
int customerCardNear(const ServiceGraph& graph, int node, bool voice)
{
    const int column = columnOf(graph, node, false);
    int best = -1;
    const auto rank = [&](int card) {
        const int away = graph.cards[size_t(card)].firstColumn - column;
        return std::pair((away < 0) != voice && away != 0, std::abs(away));
    };
    for (int card = 0; card < graph.cardCount(); ++card) {
        const CardNode& other = graph.cards[size_t(card)];
        if (other.party < 0 || other.firstColumn < 0 || (voice && other.card->kind != CardKind::Voice))
            continue;
        if (best < 0 || rank(card) < rank(best))
            best = card;
    }
    return best;
}

void addContact(FixRun& run, int node)
{
    const int card = customerCardNear(run.graph, node, false);
    if (card < 0)
        return;
    run.add(u"add-contact"_s,
            u"Let %1 tell %2 at %3 how it stands"_s.arg(
                run.whoAt(node), run.say.theCustomer(run.graph.cards[size_t(card)].party), run.say.place(card)),
            connect(run.blueprint(), run.connection(node, card, ConnectionKind::Tell)));
}

void addVoiceFeed(FixRun& run, int node)
{
    const int card = customerCardNear(run.graph, node, true);
    if (card < 0)
        return;
    run.add(u"feed-voice"_s,
            u"Let %1 hear what %2 says at %3"_s.arg(
                run.whoAt(node), run.say.theCustomer(run.graph.cards[size_t(card)].party), run.say.place(card)),
            connect(run.blueprint(), run.connection(card, node, ConnectionKind::Tell)));
}

/// Every role of a department gets a smaller one within it.
void addSplit(FixRun& run, const Department& department)
{
    constexpr qsizetype Most = 64;
    Draft draft = run.draft();
    QStringList names;
    for (const Role& role : run.blueprint().roles()) {
        if (role.department != department.id || names.size() >= Most)
            continue;
        Department part;
        part.id = run.id<Department>(u'd');
        part.name = u"%1: %2"_s.arg(displayName(department), displayName(role));
        part.parent = department.id;
        draft.put(part);
        Role moved = role;
        moved.department = part.id;
        draft.put(moved);
        names += displayName(role);
    }
    const QString who = names.size() == 1 ? withArticle(names.front()) : u"each of its roles"_s;
    run.add(u"split-department"_s,
            u"Split %1: give %2 a smaller department within it"_s.arg(displayName(department), who), draft.patch());
}

/// The departments that might answer for a customer card, the most likely first.
QList<DepartmentId> ownersFor(const FixRun& run, int card)
{
    const ServiceGraph& graph = run.graph;
    QList<DepartmentId> owners;
    const auto add = [&](const DepartmentId& owner) {
        if (!owner.isEmpty() && !owners.contains(owner))
            owners += owner;
    };
    for (const int node : graph.serving(card)) {
        for (const int department : graph.rolesAt(node).departments)
            add(graph.departments[size_t(department)]->id);
    }
    // Whoever answers for the moment nearest to it.
    int nearest = -1;
    const auto away = [&](int other) {
        return std::abs(graph.cards[size_t(other)].firstColumn - graph.cards[size_t(card)].firstColumn);
    };
    for (int other = 0; other < graph.cardCount(); ++other) {
        if (graph.cards[size_t(other)].party < 0 || graph.cards[size_t(other)].card->owner.isEmpty())
            continue;
        if (nearest < 0 || away(other) < away(nearest))
            nearest = other;
    }
    if (nearest >= 0)
        add(graph.cards[size_t(nearest)].card->owner);
    std::map<QString, int> owned;
    for (const CardNode& node : graph.cards) {
        if (!node.card->owner.isEmpty() && owners.isEmpty())
            ++owned[node.card->owner.value];
    }
    const auto most = std::ranges::max_element(owned, {}, [](const auto& entry) { return entry.second; });
    if (most != owned.end())
        add(DepartmentId(most->first));
    return owners;
}

} // namespace

void mendOutOfSight(FixRun& run)
{
    const std::vector<int> nearest = run.nodes(Evidence::Part::Culprit);
    const Department* department = run.subject<Department>();
    if (nearest.empty() || !department)
        return;
    addContact(run, nearest.front());
    addVoiceFeed(run, nearest.front());
    addSplit(run, *department);
}

void mendUnownedMoment(FixRun& run)
{
    constexpr qsizetype Most = 3;
    const int node = run.subjectNode();
    if (node < 0)
        return;
    for (const DepartmentId& owner : ownersFor(run, node).mid(0, Most)) {
        Card card = run.cardAt(node);
        card.owner = owner;
        run.add(u"set-owner"_s,
                u"Make %1 answer for %2"_s.arg(displayName(*run.blueprint().find(owner)), run.say.place(node)),
                replaceElement(run.blueprint(), card));
    }
}

} // namespace throughline
