// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasedits.h"
#include "app/canvas/gapnear.h"
#include "app/document/tr.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

namespace {

template <typename Element>
int rankOf(const QList<Element>& elements, const Id<Element>& id)
{
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element& e) { return e.id == id; });
    return found == elements.end() ? -1 : int(found - elements.begin());
}

/// The first of steps that is not left of another, as an index; their number where there is none.
int rankFrom(const QList<Step>& steps, const Step* from)
{
    return int(std::count_if(steps.begin(), steps.end(),
                             [&](const Step& step) { return from && step.number < from->number; }));
}

/// Patches made one on top of the other; after one that fails the rest is passed over.
class Sequence
{
public:
    explicit Sequence(const Landing& landing) : m_blueprint(landing.blueprint), m_result(landing.patch) {}

    [[nodiscard]] const Blueprint& blueprint() const { return m_blueprint; }
    [[nodiscard]] const Result<Patch>& result() const { return m_result; }
    void add(const Result<Patch>& patch)
    {
        if (!m_result)
            return;
        if (!patch)
            m_result = patch.error();
        else if (const Result<void> done = apply(m_blueprint, *patch); !done)
            m_result = done.error();
        else
            m_result = m_result->isEmpty() ? *patch : compose(*m_result, *patch);
    }

private:
    Blueprint m_blueprint;
    Result<Patch> m_result;
};

QString nameOfDrop(const DropPlace& place, bool copies)
{
    if (copies)
        return tr("Copy card");
    if (!place.connection.isEmpty())
        return tr("Insert card into connection");
    return place.gap ? tr("Move card between") : tr("Move card");
}

} // namespace

Result<Landing> CanvasEdits::landingOf(const DropPlace& place, const LaneId& newLane) const
{
    if (!place.gap)
        return landingAt(blueprint(), place.spot);
    if (place.gap->between == Gap::Between::Columns)
        return landingInNewStep(blueprint(), place.spot.lane,
                                stepsLeftOf(blueprint(), m_view.scene().layout(), *place.gap));
    Lane lane;
    lane.id = newLane;
    lane.name = tr("New lane");
    // Just below the lane above the gap, wherever lanes are not shown.
    const QList<Lane> rows = orderedLanes(shown());
    const QList<Lane> lanes = orderedLanes(blueprint());
    const int before = std::min<int>(place.gap->before, int(rows.size()));
    const int index = before > 0 ? rankOf(lanes, rows[before - 1].id) + 1 : 0;
    return landingInNewLane(blueprint(), lane, index, place.spot);
}

Result<CanvasEdits::CardDrop> CanvasEdits::dropOf(const CardId& id, const DropPlace& place, bool copies) const
{
    const Card* card = blueprint().find(id);
    if (!card)
        return missing(id);
    const LaneId newLane(mintId(u'l'));
    const Result<Landing> landing = landingOf(place, newLane);
    if (!landing)
        return landing.error();
    Card moved = *card;
    CellPlace to = landing->place;
    Sequence sequence(*landing);
    if (copies) {
        moved.id = CardId(mintId(u'c'));
        sequence.add(addCard(sequence.blueprint(), moved));
    } else if (card->lane == to.lane && card->firstStep == to.step && to.index > 0) {
        // The place was counted with the card still in it.
        const QList<CardId> cell = m_view.scene().layout().cardsInCell(place.spot.row, place.spot.column);
        to.index -= cell.indexOf(id) >= 0 && cell.indexOf(id) < to.index ? 1 : 0;
    }
    if (!place.connection.isEmpty()) {
        const ConnectionId onward(mintId(u'e'));
        sequence.add(copies ? leadThrough(sequence.blueprint(), place.connection, moved.id, onward)
                            : moveInto(sequence.blueprint(), place.connection, moved.id, onward));
    }
    sequence.add(moveCard(sequence.blueprint(), moved.id, to));
    if (!sequence.result())
        return sequence.result().error();
    return CardDrop{*sequence.result(), moved.id, newLane};
}

ElementRef CanvasEdits::dropCard(const CardId& id, const DropPlace& place, bool copies)
{
    const Result<CardDrop> drop = dropOf(id, place, copies);
    if (!document().apply(drop ? Result<Patch>(drop->patch) : drop.error(), nameOfDrop(place, copies)))
        return {};
    choose({refTo(drop->card)});
    return blueprint().find(drop->lane) ? refTo(drop->lane) : ElementRef();
}

QString CanvasEdits::refusalOfDrop(const CardId& id, const DropPlace& place, bool copies) const
{
    const Result<CardDrop> drop = dropOf(id, place, copies);
    return drop ? QString() : drop.error().message;
}

QString CanvasEdits::refusalOfMove(const QList<CardId>& cards, int rows, int columns) const
{
    const Result<Patch> patch = moved(blueprint(), cards, rows, columns);
    return patch ? QString() : patch.error().message;
}

Result<Patch> CanvasEdits::moved(const Blueprint& blueprint, const QList<CardId>& cards, int rows, int columns) const
{
    if (m_view.part().isWhole())
        return moveCards(blueprint, cards, rows, columns);
    const QList<Lane> lanes = orderedLanes(shown());
    const QList<Step> steps = orderedSteps(shown());
    Sequence sequence(Landing{blueprint, {}, {}});
    for (const CardId& id : cards) {
        const Card* card = sequence.blueprint().find(id);
        if (!card)
            continue;
        const bool inTray = card->firstStep.isEmpty();
        const int row = rankOf(lanes, card->lane) + rows;
        const int column = rankFrom(steps, sequence.blueprint().find(card->firstStep)) + columns;
        if (row < 0 || row >= lanes.size() || (!inTray && (column < 0 || column >= steps.size())))
            return notPossible(tr("The drawing shows nothing further there. Show everything first."));
        const StepId step = inTray || columns == 0 ? card->firstStep : steps[column].id;
        sequence.add(moveCard(sequence.blueprint(), id, {lanes[row].id, step, -1}));
    }
    return sequence.result();
}

bool CanvasEdits::moveCardsBy(const QList<CardId>& cards, int rows, int columns)
{
    if (cards.isEmpty() || (rows == 0 && columns == 0))
        return false;
    return document().apply(moved(blueprint(), cards, rows, columns),
                            cards.size() == 1 ? tr("Move card") : tr("Move %1 cards").arg(cards.size()));
}

QList<ElementRef> CanvasEdits::copyCardsBy(const QList<CardId>& cards, int rows, int columns)
{
    Patch copies;
    QHash<CardId, CardId> copyOf;
    QList<CardId> ids;
    QList<ElementRef> refs;
    for (const CardId& id : cards) {
        const Card* card = blueprint().find(id);
        if (!card)
            continue;
        Card copy = *card;
        copy.id = CardId(mintId(u'c'));
        copyOf.insert(id, copy.id);
        ids += copy.id;
        refs += refTo(copy.id);
        copies.changes += ElementChange<Card>{std::nullopt, copy};
    }
    QList<Connection> joined;
    QHash<ConnectionId, ConnectionId> copyOfJoined;
    for (const Connection& connection : connectionsAt(blueprint(), {cards.begin(), cards.end()})) {
        const CardId* from = cardAt(connection.from);
        const CardId* to = cardAt(connection.to);
        if (!from || !to || !copyOf.contains(*from) || !copyOf.contains(*to))
            continue;
        Connection copy = connection;
        copy.id = ConnectionId(mintId(u'e'));
        copy.from = copyOf.value(*from);
        copy.to = copyOf.value(*to);
        copyOfJoined.insert(connection.id, copy.id);
        joined += copy;
    }
    for (Connection& copy : joined) {
        copy.answers = copyOfJoined.value(copy.answers);
        copies.changes += ElementChange<Connection>{std::nullopt, copy};
    }
    Blueprint withCopies = blueprint();
    if (const Result<void> done = apply(withCopies, copies); !done)
        return {};
    const Result<Patch> placed = moved(withCopies, ids, rows, columns);
    if (!document().apply(placed ? Result<Patch>(compose(copies, *placed)) : placed,
                          ids.size() == 1 ? tr("Copy card") : tr("Copy %1 cards").arg(ids.size())))
        return {};
    choose(refs);
    return refs;
}

bool CanvasEdits::stretchBy(const QList<CardId>& cards, int by)
{
    const QList<Step> steps = orderedSteps(shown());
    Blueprint stretched = blueprint();
    Patch all;
    for (const CardId& id : cards) {
        const Card* card = stretched.find(id);
        const int first = card ? rankOf(steps, card->firstStep) : -1;
        const int end = card ? rankOf(steps, lastStepOf(*card)) : -1;
        if (first < 0 || end < 0) // reaches where the drawing does not show
            continue;
        const int last = std::clamp(end + by, first, int(steps.size()) - 1);
        const Result<Patch> patch = setCardSpan(stretched, id, steps[first].id, steps[last].id);
        if (!patch || !apply(stretched, *patch))
            return document().apply(patch, {});
        all = compose(all, *patch);
    }
    if (all.isEmpty())
        document().showMessage(by > 0 ? tr("There is no step further right. Add one with Insert.")
                                      : tr("A card covers one step at least."));
    return !all.isEmpty() && document().apply(all, by > 0 ? tr("Lengthen card") : tr("Shorten card"));
}

bool CanvasEdits::stretchTo(const CardId& id, bool right, const CellSpot& spot)
{
    const Card* card = blueprint().find(id);
    const Result<Landing> landing = landingAt(blueprint(), spot);
    if (!card || !landing || landing->place.step.isEmpty())
        return false;
    Sequence sequence(*landing);
    // Pulled over its other end the card turns round.
    sequence.add(
        setCardSpan(sequence.blueprint(), id, right ? card->firstStep : lastStepOf(*card), landing->place.step));
    return document().apply(sequence.result(), tr("Stretch card"));
}

bool CanvasEdits::moveCardVertically(const CardId& card, int by)
{
    if (const Result<Patch> shifted = shiftInCell(blueprint(), card, by))
        return document().apply(*shifted, tr("Move card"));
    return moveCardsBy({card}, by, 0);
}

} // namespace throughline
