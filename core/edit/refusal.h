// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/elements.h"
#include "core/model/validation.h"

namespace throughline {

/// The edit makes no sense here; the message says why, for the user.
[[nodiscard]] inline Error notPossible(const QString& message)
{
    return {Error::Code::NotPossible, message, {}};
}

/// A lane that draws a curve holds no cards.
[[nodiscard]] inline Error holdsNoCards(const Lane& lane)
{
    return notPossible(QStringLiteral("\"%1\" draws a curve and holds no cards; choose another lane")
                           .arg(lane.name.isEmpty() ? lane.id.value : lane.name));
}

/// The element an edit is about is gone (deleted meanwhile).
template <typename Element>
[[nodiscard]] Error missing(const Id<Element>& id)
{
    Place place;
    place.path = tableName(kindOf<Element>()) + u'/' + id.value;
    return {Error::Code::Reference, QStringLiteral("\"%1\" is no longer in the blueprint").arg(id.value), place};
}

template <typename Element>
[[nodiscard]] Error alreadyThere(const Id<Element>& id)
{
    Place place;
    place.path = tableName(kindOf<Element>()) + u'/' + id.value;
    return {Error::Code::Duplicate, QStringLiteral("The id \"%1\" is already taken").arg(id.value), place};
}

} // namespace throughline
