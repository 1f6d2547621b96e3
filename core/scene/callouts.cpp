// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"
#include "core/scene/scenebuilder.h"

namespace throughline {

namespace {

/// The element of the drawing that stands for an element a finding names: a role is shown at its lane. Nothing for what
/// is not drawn.
std::optional<ElementRef> shownAs(const Blueprint& blueprint, const ElementRef& element)
{
    switch (element.kind) {
    case ElementKind::Card:
    case ElementKind::Connection:
    case ElementKind::Lane:
    case ElementKind::Step:
    case ElementKind::Phase:
        return contains(blueprint, element) ? std::optional(element) : std::nullopt;
    case ElementKind::Role:
        for (const Lane& lane : blueprint.lanes()) {
            if (lane.roles.contains(RoleId(element.id)))
                return ElementRef{ElementKind::Lane, lane.id.value};
        }
        return {};
    case ElementKind::Blueprint:
    case ElementKind::Department:
    case ElementKind::Request:
    case ElementKind::DataItem:
    case ElementKind::Acceptance:
        return {};
    }
    return {};
}

/// Where a finding can be shown: the cards it is about, else the first thing of its evidence that is drawn.
QList<ElementRef> placesOf(const Blueprint& blueprint, const Finding& finding)
{
    QList<ElementRef> cards;
    std::optional<ElementRef> first;
    for (const Evidence& evidence : finding.evidence) {
        if (evidence.part == Evidence::Part::Missing)
            continue;
        const std::optional<ElementRef> shown = shownAs(blueprint, evidence.element);
        if (!shown)
            continue;
        if (!first)
            first = shown;
        if (shown->kind == ElementKind::Card && evidence.part == Evidence::Part::Subject)
            cards += *shown;
    }
    if (!cards.isEmpty())
        return cards;
    return first ? QList{*first} : QList<ElementRef>();
}

void mark(SceneOptions& options, const ElementRef& element, const Callout& callout)
{
    QList<Callout>& callouts = options.callouts[element];
    if (!callouts.contains(callout))
        callouts += callout;
}

} // namespace

SceneOptions calloutsFor(const Blueprint& blueprint, const QList<Finding>& findings, const QList<int>& numbers)
{
    SceneOptions options;
    int open = 0;
    for (const Finding& finding : findings) {
        if (finding.accepted)
            continue;
        const Callout callout{numbers.value(open, open + 1), finding.severity};
        ++open;
        bool marked = false;
        for (const ElementRef& element : placesOf(blueprint, finding)) {
            // A role that is a dead end is one wherever it is met; other findings are shown at one place.
            if (!marked || finding.family == RuleFamily::DeadEnds)
                mark(options, element, callout);
            marked = true;
        }
        for (const Evidence& evidence : finding.evidence) {
            if (evidence.part == Evidence::Part::Culprit && evidence.element.kind == ElementKind::Connection &&
                !options.tinted.contains(evidence.element))
                options.tinted.insert(evidence.element, finding.severity);
        }
    }
    return options;
}

} // namespace throughline
