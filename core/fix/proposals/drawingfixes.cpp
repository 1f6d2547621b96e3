// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A loose end drawn at most this far from a shape touches it, or was probably meant for it: 68 % and 92 % of the loose
/// ends of real process models (rules.md 5.2).
constexpr int TouchingPx = 2;
constexpr int NearPx = 15;

QString place(const FixRun& run, const End& end)
{
    const CardId* card = cardAt(end);
    return card ? run.say.place(run.graph.cardIndex(*card)) : QString();
}

/// Attaches an end to the shape it lies at; gives the distance, nothing when it is not loose or nothing is near.
std::optional<int> attach(End& end)
{
    const LooseEnd* loose = std::get_if<LooseEnd>(&end);
    if (!loose || loose->nearest.isEmpty() || loose->distance > NearPx)
        return std::nullopt;
    const int distance = loose->distance;
    end = CardId(loose->nearest);
    return distance;
}

void addAttached(FixRun& run, const Connection& connection)
{
    Connection whole = connection;
    const std::optional<int> from = attach(whole.from);
    const std::optional<int> to = attach(whole.to);
    if ((!from && !to) || isLoose(whole) || whole.from == whole.to)
        return;
    QStringList places;
    if (from)
        places += place(run, whole.from);
    if (to)
        places += place(run, whole.to);
    const QString text = places.size() == 1 ? u"Attach its loose end to %1"_s.arg(places.first())
                                            : u"Attach its loose ends to %1"_s.arg(listed(places));
    const Result<Patch> patch = replaceElement(run.blueprint(), whole);
    if (std::max(from.value_or(0), to.value_or(0)) <= TouchingPx)
        run.addSafe(u"attach"_s, text, patch);
    else
        run.add(u"attach"_s, text, patch);
}

void mendLooseConnection(FixRun& run)
{
    const Connection* connection = run.subject<Connection>();
    if (!connection)
        return;
    addAttached(run, *connection);
    const QString from = place(run, connection->from);
    const QString to = place(run, connection->to);
    const QString what = !from.isEmpty() ? u"the connection from "_s + from
                         : !to.isEmpty() ? u"the connection to "_s + to
                                         : u"the connection"_s;
    run.add(u"delete-connection"_s, u"Delete %1, which says nothing"_s.arg(what),
            removeElements(run.blueprint(), {{ElementKind::Connection, connection->id.value}}));
}

/// The step in which a card of a lane that has none most likely happens: after the last card of its lane, or else where
/// the customer is met first.
int likelyColumn(const FixRun& run, const CardNode& card)
{
    int last = -1;
    int first = -1;
    for (const CardNode& node : run.graph.cards) {
        if (node.lane == card.lane)
            last = std::max(last, node.lastColumn);
        else if (node.firstColumn >= 0 && (first < 0 || node.firstColumn < first))
            first = node.firstColumn;
    }
    if (last < 0)
        return first;
    return std::min(last + 1, int(run.graph.columns.size()) - 1);
}

/// The card of a lane that stands directly before a column or above in it, -1 = none.
int cardBefore(const FixRun& run, const CardNode& card, int column)
{
    int best = -1;
    const auto key = [&](int index) {
        const CardNode& node = run.graph.cards[size_t(index)];
        return std::pair(node.lastColumn, node.card->position);
    };
    for (int index = 0; index < run.graph.cardCount(); ++index) {
        const CardNode& node = run.graph.cards[size_t(index)];
        if (node.lane == card.lane && node.firstColumn >= 0 && node.lastColumn <= column &&
            (best < 0 || key(best) < key(index)))
            best = index;
    }
    return best;
}

void mendLooseCard(FixRun& run)
{
    const int number = run.subjectNode();
    if (!run.graph.isCard(number))
        return;
    const CardNode& node = run.graph.cards[size_t(number)];
    const int column = likelyColumn(run, node);
    if (column >= 0) {
        const Step& step = *run.graph.columns[size_t(column)];
        const QString where = step.name.isEmpty() ? u"step %1"_s.arg(step.number) : quoted(step.name.simplified());
        const Result<Patch> moved = moveCard(run.blueprint(), node.card->id, {node.card->lane, step.id, -1});
        run.add(u"put-into-step"_s, u"Put %1 into %2"_s.arg(run.say.place(number), where), moved);
        const int before = cardBefore(run, node, column);
        Blueprint placed = run.blueprint();
        if (before >= 0 && moved && apply(placed, *moved)) {
            const Result<Patch> drawn = connect(placed, run.connection(before, number, ConnectionKind::Flow));
            run.add(u"connect-card"_s, u"Let %1 follow %2"_s.arg(run.say.place(number), run.say.place(before)),
                    drawn ? Result<Patch>(compose(*moved, *drawn)) : drawn);
        }
    }
    run.add(u"delete-card"_s, u"Delete %1"_s.arg(run.say.place(number)),
            removeElements(run.blueprint(), {{ElementKind::Card, node.card->id.value}}));
}

/// Where a request is seen to: the last of the places its thread ends at, or else where it was asked.
int seenToAt(FixRun& run, const Contact& contact)
{
    const ServiceGraph& graph = run.graph;
    int last = contact.asked;
    for (const int node : run.context.threads().sinksFrom(contact.asked)) {
        const bool person =
            graph.isCard(node) && graph.sideOf(node) == Side::Company && !graph.rolesAt(node).mayBeSystem;
        const bool later =
            person && graph.isCard(last) && graph.cards[size_t(node)].lastColumn > graph.cards[size_t(last)].lastColumn;
        last = later ? node : last;
    }
    return last;
}

void mendUnmarkedAnswer(FixRun& run)
{
    const Contact* contact = subjectContact(run);
    if (!contact)
        return;
    const Connection& request = *run.graph.links[size_t(contact->link)].connection;
    for (Connection arrow : run.connections(Evidence::Part::Culprit)) {
        const Link& link = run.graph.links[size_t(run.graph.connectionIndex(arrow.id))];
        arrow.kind = ConnectionKind::Answer;
        arrow.request = request.request;
        run.add(u"mark-as-answer"_s,
                u"Mark the arrow from %1 to %2 as the answer"_s.arg(run.say.place(link.from), run.say.place(link.to)),
                replaceElement(run.blueprint(), arrow));
    }
    const int from = seenToAt(run, *contact);
    const QString about = contact->request < 0 ? QString() : u" about "_s + run.say.request(contact->request);
    run.add(u"draw-answer"_s,
            u"Let %1 answer %2%3 at %4"_s.arg(run.whoAt(from), run.say.theCustomer(contact->party), about,
                                              run.say.place(answerPlace(run, *contact, from))),
            connect(run.blueprint(), answerTo(run, *contact, from)));
}

} // namespace

std::span<const FixProposal> drawingFixes()
{
    static constexpr std::array proposals{
        FixProposal{u"loose-connection", mendLooseConnection},
        FixProposal{u"loose-card", mendLooseCard},
        FixProposal{u"answer-not-marked", mendUnmarkedAnswer},
    };
    return proposals;
}

} // namespace throughline
