// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/folding.h"

#include "core/model/queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace throughline {

namespace {

struct Folding
{
    Q_DECLARE_TR_FUNCTIONS(Folding)
};

template <typename Element>
bool toggle(DocumentController& document, const Element* element, const QString& text)
{
    if (!element)
        return false;
    Element after = *element;
    after.folded = !element->folded;
    return document.apply(Patch{{ElementChange<Element>{*element, after}}}, text);
}

/// Whether an element stands in a phase and nowhere else.
bool isWithin(const Blueprint& blueprint, const ElementRef& element, const PhaseId& phase)
{
    const auto isOfPhase = [&](const StepId& id) {
        const Step* step = blueprint.find(id);
        return step && step->phase == phase;
    };
    if (element.kind == ElementKind::Step)
        return isOfPhase(StepId(element.id));
    if (const Card* card = element.kind == ElementKind::Card ? blueprint.find(CardId(element.id)) : nullptr)
        return isOfPhase(card->firstStep) && isOfPhase(lastStepOf(*card));
    const Connection* connection =
        element.kind == ElementKind::Connection ? blueprint.find(ConnectionId(element.id)) : nullptr;
    if (!connection)
        return false;
    const auto isEndWithin = [&](const End& end) {
        const CardId* card = cardAt(end);
        return card && isWithin(blueprint, {ElementKind::Card, card->value}, phase);
    };
    return isEndWithin(connection->from) || isEndWithin(connection->to);
}

/// Nothing is selected that is no longer to be seen: the phase stands for it.
void selectPhaseFor(DocumentController& document, const PhaseId& id)
{
    const Phase* phase = document.blueprint().find(id);
    const QList<ElementRef>& selected = document.selection();
    if (phase && phase->folded && std::any_of(selected.begin(), selected.end(), [&](const ElementRef& element) {
            return isWithin(document.blueprint(), element, id);
        }))
        document.setSelection({{ElementKind::Phase, id.value}});
}

} // namespace

QString foldText(const Blueprint& blueprint, const ElementRef& element)
{
    if (const Lane* lane = element.kind == ElementKind::Lane ? blueprint.find(LaneId(element.id)) : nullptr)
        return lane->folded ? Folding::tr("Unfold lane") : Folding::tr("Fold lane");
    if (const Phase* phase = element.kind == ElementKind::Phase ? blueprint.find(PhaseId(element.id)) : nullptr)
        return phase->folded ? Folding::tr("Unfold phase") : Folding::tr("Fold phase");
    return {};
}

bool toggleFold(DocumentController& document, const ElementRef& element)
{
    const QString text = foldText(document.blueprint(), element);
    if (element.kind == ElementKind::Lane)
        return toggle(document, document.blueprint().find(LaneId(element.id)), text);
    const PhaseId phase(element.id);
    if (element.kind != ElementKind::Phase || !toggle(document, document.blueprint().find(phase), text))
        return false;
    selectPhaseFor(document, phase);
    return true;
}

} // namespace throughline
