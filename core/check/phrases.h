// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/servicegraph.h"

#include <QSet>
#include <QStringList>

namespace throughline {

/// The words of the drawing, for the sentences of findings. Names are the display names of the elements; a role nobody
/// named goes by the name of its lane. Titles of cards and labels of connections are asked for here alone, so that it
/// is known whose words the sentences use.
class Phrases
{
public:
    explicit Phrases(const ServiceGraph& graph) : m_graph(graph) {}

    /// A card in quotes, or "the untitled card of Bar, step 4", or "the lane Bar".
    [[nodiscard]] QString place(int node) const;
    /// The title of a card on one line, without quotes and article: for the titles of findings.
    [[nodiscard]] QString card(int node) const;
    /// What a connection says in quotes; empty where it says nothing.
    [[nodiscard]] QString label(int link) const;
    [[nodiscard]] QString role(int role) const;
    /// "the Waiter".
    [[nodiscard]] QString theRole(int role) const;
    /// The roles at a node: "the Host or Waiter"; word is "or" or "and".
    [[nodiscard]] QString theRoles(const std::vector<int>& roles, const QString& word) const;
    [[nodiscard]] QString theRolesAt(int node) const;
    [[nodiscard]] QString department(int department) const;
    [[nodiscard]] QString departments(const std::vector<int>& departments) const;
    /// The customer by the name of the lane: "the guest", "Nadia".
    [[nodiscard]] QString theCustomer(int party) const;
    /// "mortgage" in quotes, or "something" for an unnamed request.
    [[nodiscard]] QString request(int request) const;
    /// The same without quotes, for titles.
    [[nodiscard]] QString requestTitle(int request) const;
    [[nodiscard]] QString phase(int phase) const;

    /// The cards and connections whose words were asked for so far.
    [[nodiscard]] const QSet<ElementRef>& spoken() const { return m_spoken; }

private:
    /// People see no title on it, and its id says nothing to them.
    [[nodiscard]] bool isUntitled(int node) const;

    const ServiceGraph& m_graph;
    mutable QSet<ElementRef> m_spoken;
};

/// "a, b and c"; beyond eight "a, b, c, d, e, f, g and 12 more".
[[nodiscard]] QString listed(const QStringList& parts, const QString& word = QStringLiteral("and"));
/// A text in typographic quotes.
[[nodiscard]] QString quoted(const QString& text);
/// "1 request", "3 requests".
[[nodiscard]] QString counted(qsizetype count, const QString& singular, const QString& plural);
/// "the Waiter", leaving a name alone that brings its own article.
[[nodiscard]] QString withArticle(const QString& name);
/// The first letter made a capital.
[[nodiscard]] QString sentenceStart(QString text);

} // namespace throughline
