// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/rule.h"
#include "core/edit/draft.h"
#include "core/edit/idsource.h"
#include "core/fix/fix.h"

#include <span>
#include <vector>

namespace throughline {

/// One finding that is to be mended: what its proposals may look at and where they put the ways they think of. What a
/// proposal adds is a candidate; fixesFor() tries each and keeps those that work.
class FixRun
{
public:
    FixRun(CheckContext& context, const Finding& finding, const IdSource& newId);

    /// Adds a way to mend the finding. One that does not fit the blueprint or changes nothing is passed over.
    void add(const QString& id, const QString& text, const Result<Patch>& patch);
    void addSafe(const QString& id, const QString& text, const Result<Patch>& patch);
    /// Adds the way of marking a card, a node of graph, as an end; why completes the sentence.
    void addEnd(int node, const QString& why);
    [[nodiscard]] const QList<Fix>& candidates() const { return m_candidates; }

    [[nodiscard]] const Blueprint& blueprint() const { return context.blueprint(); }
    [[nodiscard]] Draft draft() const { return Draft(blueprint()); }

    /// The elements of one part of the finding's evidence, in its order.
    [[nodiscard]] QList<ElementRef> evidence(Evidence::Part part) const;
    /// The cards (or connections) among them.
    [[nodiscard]] QList<Card> cards(Evidence::Part part) const;
    [[nodiscard]] QList<Connection> connections(Evidence::Part part) const;
    /// The subject at index of the finding as a card, connection, role …; null when it is none.
    template <typename Element>
    [[nodiscard]] const Element* subject(qsizetype index = 0) const
    {
        return index < finding.subjects.size() ? blueprint().find(Id<Element>(finding.subjects[index])) : nullptr;
    }

    /// The number in graph of a card or lane; -1 for any other element.
    [[nodiscard]] int nodeOf(const ElementRef& ref) const;
    /// The number in graph of the card, or of the connection, that is the subject at index; -1 when it is none.
    [[nodiscard]] int subjectNode(qsizetype index = 0) const;
    [[nodiscard]] int subjectLink(qsizetype index = 0) const;
    /// The card that is a node of graph.
    [[nodiscard]] const Card& cardAt(int node) const { return *graph.cards[size_t(node)].card; }
    /// The numbers in graph of the cards and lanes in one part of the evidence.
    [[nodiscard]] std::vector<int> nodes(Evidence::Part part) const;
    /// Who acts at a node of graph, and where: "the Waiter (“Takes the order”)".
    [[nodiscard]] QString whoAt(int node) const;

    /// New elements with an id of their own; not yet in any draft.
    [[nodiscard]] Connection connection(const CardId& from, const CardId& to, ConnectionKind kind) const;
    /// The same between nodes of graph, which may be lanes as a whole.
    [[nodiscard]] Connection connection(int from, int to, ConnectionKind kind) const;
    /// An action in a lane and step, below the cards that stand there.
    [[nodiscard]] Card card(const LaneId& lane, const StepId& step, const QString& title) const;
    /// The card as it stands when those who act at a node of graph do it: in the lane of that node, below the cards of
    /// its own step.
    [[nodiscard]] Card movedTo(Card card, int node) const;
    template <typename Element>
    [[nodiscard]] Id<Element> id(QChar prefix) const
    {
        Id<Element> fresh(m_newId(prefix));
        while (blueprint().find(fresh))
            fresh.value = m_newId(prefix);
        return fresh;
    }

    CheckContext& context;
    const Finding& finding;
    const ServiceGraph& graph;
    const Phrases& say;

private:
    [[nodiscard]] int bottomOf(const LaneId& lane, const StepId& step) const;
    void addCandidate(const QString& id, const QString& text, const Result<Patch>& patch, bool isSafe);

    IdSource m_newId;
    QList<Fix> m_candidates;
};

/// The ways to mend findings of one rule.
struct FixProposal
{
    QStringView rule;
    void (*propose)(FixRun& run);
};

[[nodiscard]] std::span<const FixProposal> siloFixes();
[[nodiscard]] std::span<const FixProposal> deadEndFixes();
[[nodiscard]] std::span<const FixProposal> unansweredFixes();
[[nodiscard]] std::span<const FixProposal> waitFixes();
[[nodiscard]] std::span<const FixProposal> perspectiveFixes();
[[nodiscard]] std::span<const FixProposal> voiceFixes();
[[nodiscard]] std::span<const FixProposal> drawingFixes();

} // namespace throughline
