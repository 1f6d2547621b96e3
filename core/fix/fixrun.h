// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/rule.h"
#include "core/edit/draft.h"
#include "core/edit/idsource.h"
#include "core/fix/fix.h"

#include <span>

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

    /// New elements with an id of their own; not yet in any draft.
    [[nodiscard]] Connection connection(const CardId& from, const CardId& to, ConnectionKind kind) const;
    /// An action in a lane and step, below the cards that stand there.
    [[nodiscard]] Card card(const LaneId& lane, const StepId& step, const QString& title) const;
    template <typename Element>
    [[nodiscard]] Id<Element> id(QChar prefix) const
    {
        return Id<Element>(m_newId(prefix));
    }

    CheckContext& context;
    const Finding& finding;
    const ServiceGraph& graph;
    const Phrases& say;

private:
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
