// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"

namespace throughline {

/// Where roles are met in the drawing, for a walk of which only the roles are known.
class AskPlaces
{
public:
    /// at: the customer's card where the question is put; may be empty.
    AskPlaces(const Blueprint& blueprint, const CardId& at);

    /// Where the role is: a card of it that is joined to from, else the nearest one by steps, those before the line of
    /// visibility first; else a lane of it; else the role itself, which is drawn nowhere.
    [[nodiscard]] ElementRef placeOf(const RoleId& role, const ElementRef& from) const;
    /// The connection from one card to another, or the other way round; an empty id where there is none.
    [[nodiscard]] ConnectionId between(const ElementRef& from, const ElementRef& to) const;

private:
    [[nodiscard]] int columnOf(const Card& card) const;

    const Blueprint& m_blueprint;
    QHash<StepId, int> m_columns;
    int m_column = 0; ///< where the question is put
};

} // namespace throughline
