// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A data item told at one customer card and asked for again at another.
struct Repetition
{
    const DataItem* data = nullptr;
    int told = -1;
    int again = -1;
    std::vector<int> askers; ///< cards that ask for it there
};

Repetition repetitionOf(const FixRun& run)
{
    Repetition repetition;
    repetition.data = run.blueprint().find(DataItemId(run.finding.variant));
    repetition.again = run.subjectNode();
    for (const int node : run.nodes(Evidence::Part::Path)) {
        if (repetition.told < 0 && run.graph.partyOf(node) >= 0)
            repetition.told = node;
    }
    if (!repetition.data || repetition.again < 0)
        return repetition;
    std::vector<int> others; // who asked for it where it was told serve this card as well
    for (const int node : run.graph.serving(repetition.again)) {
        if (!run.graph.isCard(node) || !run.cardAt(node).asks.contains(repetition.data->id))
            continue;
        const bool meets = repetition.told >= 0 && std::ranges::binary_search(run.graph.serving(repetition.told), node);
        (meets ? others : repetition.askers).push_back(node);
    }
    const bool gives = run.cardAt(repetition.again).gives.contains(repetition.data->id);
    if (repetition.askers.empty() && !gives)
        repetition.askers = others;
    return repetition;
}

/// Nobody asks for it there any more.
void stopAsking(const FixRun& run, const Repetition& repetition, Draft& draft)
{
    for (const int node : repetition.askers) {
        Card card = run.cardAt(node);
        card.asks.removeAll(repetition.data->id);
        draft.put(card);
    }
    Card card = run.cardAt(repetition.again);
    card.gives.removeAll(repetition.data->id);
    draft.put(card);
}

QString placeOfAsking(const FixRun& run, const Repetition& repetition)
{
    return run.say.place(repetition.askers.empty() ? repetition.again : repetition.askers.front());
}

/// What was told goes along on the way our side has, or on one that is drawn for it.
void addCarrying(FixRun& run, const Repetition& repetition)
{
    Draft draft = run.draft();
    QString from;
    int taker = -1;
    bool draws = false;
    for (const Evidence& evidence : run.finding.evidence) {
        if (evidence.part == Evidence::Part::Missing && from.isEmpty()) {
            const int giver = run.nodeOf(evidence.element);
            taker = run.nodeOf(evidence.to);
            if (giver < 0 || taker < 0)
                return;
            Connection handOver = run.connection(giver, taker, ConnectionKind::Handover);
            handOver.carries = {repetition.data->id};
            draft.put(handOver);
            from = run.whoAt(giver);
            draws = true;
        }
        const int number = evidence.element.kind == ElementKind::Connection
                               ? run.graph.connectionIndex(ConnectionId(evidence.element.id))
                               : -1;
        if (number < 0)
            continue;
        const Link& link = run.graph.links[size_t(number)];
        Connection connection = *link.connection;
        if (!connection.carries.contains(repetition.data->id)) {
            connection.carries += repetition.data->id;
            draft.put(connection);
            from = from.isEmpty() ? run.whoAt(link.from) : from;
            taker = link.to;
        }
    }
    if (from.isEmpty())
        return;
    stopAsking(run, repetition, draft);
    const bool asksThere = repetition.askers == std::vector<int>{taker};
    const QString text = draws ? u"Hand %1 over from %2 to %3 and stop asking for it %4"_s
                               : u"Carry %1 from %2 to %3 and stop asking for it %4"_s;
    run.add(u"carry-data"_s,
            text.arg(quoted(displayName(*repetition.data)), from, run.whoAt(taker),
                     asksThere ? u"there"_s : u"at "_s + placeOfAsking(run, repetition)),
            draft.patch());
}

void addStopAsking(FixRun& run, const Repetition& repetition)
{
    Draft draft = run.draft();
    stopAsking(run, repetition, draft);
    run.add(u"stop-asking"_s,
            u"Stop asking for %1 at %2"_s.arg(quoted(displayName(*repetition.data)), placeOfAsking(run, repetition)),
            draft.patch());
}

void addRecheck(FixRun& run, const Repetition& repetition)
{
    const int node = repetition.askers.size() == 1 ? repetition.askers.front() : repetition.again;
    Card card = run.cardAt(node);
    card.recheck = true;
    if (card.recheckReason.isEmpty())
        card.recheckReason = u"Asked again on purpose"_s;
    run.add(u"mark-recheck"_s,
            u"Mark %1 as a check that is made on purpose, and give the reason"_s.arg(run.say.place(node)),
            replaceElement(run.blueprint(), card));
}

void addVolatile(FixRun& run, const Repetition& repetition)
{
    DataItem item = *repetition.data;
    item.isVolatile = true;
    run.add(u"mark-volatile"_s,
            u"Mark %1 as something that has to be told anew each time"_s.arg(quoted(displayName(item))),
            replaceElement(run.blueprint(), item));
}

} // namespace

void mendAskedAgain(FixRun& run)
{
    const Repetition repetition = repetitionOf(run);
    if (!repetition.data || repetition.again < 0)
        return;
    addCarrying(run, repetition);
    addStopAsking(run, repetition);
    addRecheck(run, repetition);
    addVolatile(run, repetition);
}

} // namespace throughline
