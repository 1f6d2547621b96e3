// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/blueprint.h"

#include <QList>

#include <variant>

namespace throughline {

/// One element before and after. Neither side absent: it was changed; no before: it was added; no after: it was
/// removed.
template <typename Element>
struct ElementChange
{
    std::optional<Element> before;
    std::optional<Element> after;

    bool operator==(const ElementChange&) const = default;
};

struct HeaderChange
{
    Header before;
    Header after;

    bool operator==(const HeaderChange&) const = default;
};

using Change = std::variant<HeaderChange, ElementChange<Department>, ElementChange<Role>, ElementChange<Request>,
                            ElementChange<DataItem>, ElementChange<Phase>, ElementChange<Step>, ElementChange<Lane>,
                            ElementChange<Card>, ElementChange<Connection>, ElementChange<Acceptance>>;

/// What turns one blueprint into another: the only way to change a document, the unit of undo, the notification of a
/// change. Holds each element at most once; the order of changes means nothing.
///
/// Copied, moved and compared in its own file: each of these asks after every kind of element.
struct Patch
{
    Patch();
    Patch(QList<Change> list);
    Patch(const Patch&);
    Patch(Patch&&) noexcept;
    Patch& operator=(const Patch&);
    Patch& operator=(Patch&&) noexcept;
    ~Patch();

    QList<Change> changes;

    [[nodiscard]] bool isEmpty() const { return changes.isEmpty(); }
    bool operator==(const Patch&) const;
};

/// Writes patch into blueprint. Fails with Conflict when a "before" is not what the blueprint holds, with Reference,
/// Duplicate or Value when the result would break an invariant of Blueprint; then blueprint is as it was. Costs what
/// the patch changes and, when elements are removed, what finding those that name them costs (core/model/referrers.h).
Result<void> apply(Blueprint& blueprint, const Patch& patch);

/// The patch that takes back patch.
[[nodiscard]] Patch inverse(const Patch& patch);

/// One patch that does what first and then second do. Changes that cancel out are left out. second must have been made
/// for a blueprint that first produced.
[[nodiscard]] Patch compose(const Patch& first, const Patch& second);

/// The patch that turns before into after. Costs what differs when one was made from the other by patches.
[[nodiscard]] Patch diff(const Blueprint& before, const Blueprint& after);

/// The elements a patch touches, in the order of its changes.
[[nodiscard]] QList<ElementRef> touched(const Patch& patch);

/// The element a change is about.
[[nodiscard]] ElementRef refOf(const Change& change);

} // namespace throughline
