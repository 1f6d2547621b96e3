// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/formfield.h"

#include <QList>
#include <QVariant>

/// What the fields of a form offer out of a blueprint. A blueprint may have a hundred thousand cards: they are listed
/// when the list of a field is opened, never before, and a field finds what its own value is called by its id.
namespace throughline {

/// One thing to choose.
struct Offered
{
    QString value;
    QString text;
    bool isLast = false; ///< stands after those that are sorted by name, in the order given
};

/// A list that is made when it is opened.
struct Offer
{
    /// All of it, for a field of the element named.
    QList<Offered> (*all)(const Blueprint& blueprint, const ElementRef& of) = nullptr;
    /// What one value of it is called; empty when it is none.
    QString (*textOf)(const Blueprint& blueprint, const QString& value) = nullptr;
    /// How many there are at most. O(1).
    qsizetype (*count)(const Blueprint& blueprint) = nullptr;
    /// It is read by name, as the user's language has it; else in the order of all().
    bool byName = true;
};

/// A list shows no more than this; where there may be more, one finds them by a part of the text.
inline constexpr qsizetype MostOffered = 100;

/// All elements of a kind, by name: roles, requests, data items, departments or cards.
template <typename Element>
[[nodiscard]] const Offer& everyElement();
/// Departments but the one the field belongs to.
[[nodiscard]] const Offer& otherDepartments();
[[nodiscard]] const Offer& lanesInOrder();
[[nodiscard]] const Offer& stepsInOrder();
[[nodiscard]] const Offer& phasesInOrder();
/// What a connection can end at: cards by name and lanes, as "card:…" and "lane:…".
[[nodiscard]] const Offer& endsOfConnections();
/// Connections that ask for something, but the one the field belongs to.
[[nodiscard]] const Offer& requestConnections();

/// The field as one that offers this; what its value is called is looked up at once. none: what the choice of nothing
/// is called; empty: it cannot be chosen.
[[nodiscard]] FormField offering(const Blueprint& blueprint, const Offer& offer, FormField field,
                                 const QString& none = {});

/// What the opened list of a field shows: "choices", those with the search in their text, and "more", how many are
/// left out because there are too many. O(what there is to choose).
[[nodiscard]] QVariantMap offered(const Blueprint& blueprint, const ElementRef& of, const FormField& field,
                                  const QString& search);

} // namespace throughline
