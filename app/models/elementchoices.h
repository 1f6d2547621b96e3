// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/labels.h"
#include "core/model/queries.h"

/// Elements as the choices of forms and menus, and what is chosen of them.
namespace throughline {

/// The elements of a list as choices, in its order.
template <typename Elements>
[[nodiscard]] QVariantList choicesOf(const Elements& elements)
{
    QVariantList choices;
    for (const auto& element : elements)
        choices.append(choice(element.id.value, displayName(element)));
    return choices;
}

/// The choices sorted by their texts, as the user's language has it.
[[nodiscard]] QVariantList byName(const QVariantList& choices);

/// All elements of a kind as choices, by name; with an empty first choice when none says what that means.
template <typename Element>
[[nodiscard]] QVariantList elementChoices(const Blueprint& blueprint, const QString& none = {})
{
    QVariantList choices = byName(choicesOf(blueprint.table<Element>()));
    if (!none.isEmpty())
        choices.prepend(choice({}, none));
    return choices;
}

/// The ids of a list as texts.
template <typename Element>
[[nodiscard]] QStringList textsOf(const QList<Id<Element>>& ids)
{
    QStringList texts;
    for (const Id<Element>& id : ids)
        texts.append(id.value);
    return texts;
}

} // namespace throughline
