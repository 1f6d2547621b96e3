// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/subjects.h"

#include <array>

namespace throughline {

namespace {

void forgetPlace(Step& step)
{
    step.number = 0;
}

template <typename Element>
requires requires(Element element)
{
    element.position;
}
void forgetPlace(Element& element)
{
    element.position = 0;
}

template <typename Element>
void forgetPlace(Element&)
{
}

template <typename Element>
bool onlyMakesRoom(const ElementChange<Element>& change)
{
    Element before = *change.before;
    Element after = *change.after;
    forgetPlace(before);
    forgetPlace(after);
    return before == after;
}

template <typename Element>
bool isMeant(const ElementChange<Element>& change, bool added)
{
    return change.after && (change.before ? !added && !onlyMakesRoom(change) : added);
}

bool isMeant(const HeaderChange&, bool)
{
    return false;
}

} // namespace

QList<ElementRef> subjectsOf(const Patch& patch)
{
    constexpr std::array Kinds{ElementKind::Card, ElementKind::Lane, ElementKind::Step, ElementKind::Phase,
                               ElementKind::Connection};
    for (const bool added : {true, false}) {
        for (const ElementKind kind : Kinds) {
            QList<ElementRef> refs;
            for (const Change& change : patch.changes) {
                if (refOf(change).kind == kind && std::visit([&](const auto& c) { return isMeant(c, added); }, change))
                    refs += refOf(change);
            }
            if (!refs.isEmpty())
                return refs;
        }
    }
    return {};
}

} // namespace throughline
