// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

namespace throughline {

/// Which text of an element is meant: the title of a card or the name of anything else, the note of a card, the label
/// of a connection.
enum class TextField { Name, Note, Label };

/// What is looked for.
struct TextQuery
{
    QString text;
    bool regular = false; ///< the text is a regular expression (Perl's), "^" and "$" at every line
    bool matchCase = false;

    bool operator==(const TextQuery&) const = default;
};

/// One place where it stands.
struct TextMatch
{
    ElementRef element;
    TextField field = TextField::Name;
    qsizetype start = 0; ///< in UTF-16 units
    qsizetype length = 0;

    bool operator==(const TextMatch&) const = default;
};

/// Every place where a query stands in the titles and notes of cards, the labels of connections and the names of
/// phases, steps, lanes and roles: phases, steps and lanes first, then the cards step by step from the top lane down,
/// then connections and roles. Nothing for an empty query. Error: Syntax when the regular expression is wrong, with
/// what is wrong and where.
[[nodiscard]] Result<QList<TextMatch>> findText(const Blueprint& blueprint, const TextQuery& query);

/// What findText() gives for a blueprint that patch made, from what it gave before: only what the patch touched is
/// searched, unless it touched much or lanes, steps or phases. Costs what is touched and what was found.
[[nodiscard]] Result<QList<TextMatch>> findTextAgain(const QList<TextMatch>& before, const Blueprint& after,
                                                     const TextQuery& query, const Patch& patch);

/// Puts a replacement in some of the places that findText() gives; others are passed over. For a regular expression
/// "$1" to "$9" are what its groups found, "$0" all of it, "$$" a dollar. Surrounding white space of names, titles and
/// labels is cut. Error: as in findText().
[[nodiscard]] Result<Patch> replaceText(const Blueprint& blueprint, const TextQuery& query, const QString& replacement,
                                        const QList<TextMatch>& matches);

} // namespace throughline
