// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/queries.h"

#include <QStringList>

namespace throughline {

/// The sentence that names what there is instead of what was asked for.
[[nodiscard]] Error notFound(const QString& kind, const QString& text, const QStringList& available);
/// The sentence that says which elements share a name.
[[nodiscard]] Error ambiguous(const QString& kind, const QString& text, const QStringList& ids);

/// The element that a person means by a text: its id, or else its name, whatever the case of the letters and the space
/// around it. Errors name what there is, or which ids share the name. kind as in "role".
template <typename Element>
[[nodiscard]] Result<Id<Element>> elementMeant(const Table<Element>& table, const QString& kind, const QString& text)
{
    if (table.contains(Id<Element>(text)))
        return Id<Element>(text);
    QStringList available;
    QStringList matching;
    for (const Element& element : table) {
        const QString name = displayName(element).simplified();
        available += element.id.value == name ? name : QStringLiteral("%1 (%2)").arg(element.id.value, name);
        if (name.toCaseFolded() == text.simplified().toCaseFolded())
            matching += element.id.value;
    }
    if (matching.size() == 1)
        return Id<Element>(matching.first());
    return matching.isEmpty() ? notFound(kind, text, available) : ambiguous(kind, text, matching);
}

} // namespace throughline
