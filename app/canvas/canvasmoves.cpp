// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasedits.h"
#include "app/canvas/gapnear.h"
#include "core/model/queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace throughline {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("CanvasEdits", text);
}

int columnOf(const QList<Step>& steps, const StepId& id)
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) { return step.id == id; });
    return found == steps.end() ? -1 : int(found - steps.begin());
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
        return landingInNewStep(blueprint(), place.spot.lane, stepsLeftOf(m_view.scene().layout(), *place.gap));
    Lane lane;
    lane.id = newLane;
    lane.name = tr("New lane");
    return landingInNewLane(blueprint(), lane, place.gap->before, place.spot);
}

ElementRef CanvasEdits::dropCard(const CardId& id, const DropPlace& place, bool copies)
{
    const Card* card = blueprint().find(id);
    if (!card)
        return {};
    const LaneId newLane(mintId(u'l'));
    const Result<Landing> landing = landingOf(place, newLane);
    if (!landing) {
        document().apply(Result<Patch>(landing.error()), {});
        return {};
    }
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
    sequence.add(moveCard(sequence.blueprint(), moved.id, to));
    if (!place.connection.isEmpty())
        sequence.add(leadThrough(sequence.blueprint(), place.connection, moved.id, ConnectionId(mintId(u'e'))));
    if (!document().apply(sequence.result(), nameOfDrop(place, copies)))
        return {};
    document().setSelection({refTo(moved.id)});
    return blueprint().find(newLane) ? refTo(newLane) : ElementRef();
}

bool CanvasEdits::moveCardsBy(const QList<CardId>& cards, int rows, int columns)
{
    if (cards.isEmpty() || (rows == 0 && columns == 0))
        return false;
    return document().apply(moveCards(blueprint(), cards, rows, columns),
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
    for (const Connection& connection : blueprint().connections()) {
        const CardId* from = cardAt(connection.from);
        const CardId* to = cardAt(connection.to);
        if (!from || !to || !copyOf.contains(*from) || !copyOf.contains(*to))
            continue;
        Connection copy = connection;
        copy.id = ConnectionId(mintId(u'e'));
        copy.from = copyOf.value(*from);
        copy.to = copyOf.value(*to);
        copy.answers = {};
        copies.changes += ElementChange<Connection>{std::nullopt, copy};
    }
    Blueprint withCopies = blueprint();
    if (const Result<void> done = apply(withCopies, copies); !done)
        return {};
    const Result<Patch> moved = moveCards(withCopies, ids, rows, columns);
    if (!document().apply(moved ? Result<Patch>(compose(copies, *moved)) : moved,
                          ids.size() == 1 ? tr("Copy card") : tr("Copy %1 cards").arg(ids.size())))
        return {};
    document().setSelection(refs);
    return refs;
}

bool CanvasEdits::stretchBy(const QList<CardId>& cards, int by)
{
    const QList<Step> steps = orderedSteps(blueprint());
    Blueprint stretched = blueprint();
    Patch all;
    for (const CardId& id : cards) {
        const Card* card = stretched.find(id);
        const int first = card ? columnOf(steps, card->firstStep) : -1;
        if (first < 0)
            continue;
        const int last = std::clamp(columnOf(steps, lastStepOf(*card)) + by, first, int(steps.size()) - 1);
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
