// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/folding.h"

#include <QCoreApplication>

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
    return element.kind == ElementKind::Phase && toggle(document, document.blueprint().find(PhaseId(element.id)), text);
}

} // namespace throughline
