// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <compare>

namespace throughline {

/// Compares two ids the way people count: runs of digits by their number ("e2" before "e10"), everything else by
/// code unit; equal numbers with different leading zeros fall back to the code units. A total order.
[[nodiscard]] int compareIds(QStringView left, QStringView right);

/// The stable name of one element inside a blueprint, typed by the kind of element, ordered by compareIds().
/// Letters, digits, '_' and '-'. Empty means "none".
template <typename Element>
struct Id
{
    QString value;

    Id() = default;
    explicit Id(QString text) : value(std::move(text)) {}

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id&) const = default;
    [[nodiscard]] std::strong_ordering operator<=>(const Id& other) const
    {
        return compareIds(value, other.value) <=> 0;
    }
};

template <typename Element>
[[nodiscard]] size_t qHash(const Id<Element>& id, size_t seed = 0)
{
    return qHash(id.value, seed);
}

/// True for a non-empty text of letters (of any script), digits, '_' and '-', at most 200 characters.
[[nodiscard]] bool isValidId(QStringView text);

/// A new id that no person chose: the prefix and six random letters or digits, e.g. "c7k2m9q". Random, so that two
/// people who add elements to the same file do not collide when their work is merged.
[[nodiscard]] QString mintId(QChar prefix);

/// Whether an id is one of mintId(), which says nothing to people.
[[nodiscard]] bool isMinted(QStringView id);

} // namespace throughline
