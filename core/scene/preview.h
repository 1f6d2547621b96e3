// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

#include <QHash>

namespace throughline {

/// What a patch would do to an element.
enum class PreviewMark { Added, Changed, Removed };

/// A patch as a picture before it is applied: what is to be laid out, and what to say about which of its elements.
struct Preview
{
    /// The blueprint after the patch, but what the patch removes is still there. A card that moves, and a connection
    /// that is led elsewhere, also stands where it was, under an id of its own.
    Blueprint blueprint;
    /// Cards, connections, lanes, steps and phases that differ. What is not drawn itself (a role, a department) is told
    /// by the lanes that stand for it.
    QHash<ElementRef, PreviewMark> marks;
    /// The elements with a mark, in the order of the patch.
    QList<ElementRef> order;

    bool operator==(const Preview&) const = default;
};

/// The picture of patch, which must fit blueprint; errors as for apply(). Costs what apply() costs, and one pass over
/// the lanes when roles or departments change.
[[nodiscard]] Result<Preview> previewOf(const Blueprint& blueprint, const Patch& patch);

} // namespace throughline
