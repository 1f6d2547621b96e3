// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/model/patch.h"

#include <QHash>
#include <QSet>

namespace throughline {

/// The part of a blueprint that a filter shows, kept up with the blueprint patch by patch.
///
/// Left out are hidden lanes with their cards; with ViewFilter::hidesRest what does not match, and lanes and steps in
/// which then nothing is; the steps of folded phases, which keep one column. A card over several steps is shown in
/// those of them that are. A connection is shown when both its ends are: half of one would say something untrue.
/// Departments, roles, requests and the header are always there. What was touched since the filter was set matches, so
/// that nothing vanishes under the hand.
class ShownPart
{
public:
    ShownPart() = default;
    /// The part of whole, with nothing touched yet. O(n log n) where something is left out.
    ShownPart(const Blueprint& whole, const ViewFilter& filter, const QList<Finding>& findings);

    /// Takes over after, which patch made from the whole; what that changes in the part. Costs what the patch changes
    /// unless lanes, steps, phases or roles are among it or the part has other lanes and steps than before.
    Patch follow(const Blueprint& after, const Patch& patch);
    /// Takes over other findings, for filters by rule; what that changes in the part.
    Patch setFindings(const QList<Finding>& findings);
    /// Lets these match until there is another filter, and opens the folded phases they are in; hidden lanes stay
    /// hidden. Returns what that changes in the part.
    Patch keep(const QList<ElementRef>& elements);

    /// The part, a blueprint of its own that holds every invariant.
    [[nodiscard]] const Blueprint& blueprint() const { return m_part; }
    /// Nothing is left out.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    /// What matches while the rest is to be faded; empty: nothing is. Holds the blueprint itself, which no picture
    /// shows, so that it is not empty when nothing matches.
    [[nodiscard]] const QSet<ElementRef>& lit() const { return m_lit; }
    /// How much of the whole is left out.
    [[nodiscard]] int leftOutLanes() const { return int(m_whole.lanes().size() - m_part.lanes().size()); }
    [[nodiscard]] int leftOutCards() const { return int(m_whole.cards().size() - m_part.cards().size()); }

private:
    void match();
    /// Finds which lanes, steps and phases are shown.
    void choose();
    [[nodiscard]] Patch remake();
    [[nodiscard]] Blueprint made() const;
    [[nodiscard]] Patch followSmall(const Patch& patch);
    [[nodiscard]] bool changesGrid(const Patch& patch) const;
    [[nodiscard]] bool isClosed(const PhaseId& phase) const;
    [[nodiscard]] bool leavesOut() const;
    void touch(const Patch& patch);
    void touch(const ElementRef& ref);
    void keepPlaceOf(const Card& card);
    void light();
    [[nodiscard]] bool matches(const Card& card) const;
    [[nodiscard]] bool isLit(const Connection& connection) const;
    /// The card as the part holds it; nothing where it is left out.
    [[nodiscard]] std::optional<Card> shown(const Card& card) const;
    [[nodiscard]] std::optional<Connection> shown(const Connection& connection) const;
    [[nodiscard]] bool isShown(const CardId& id) const;
    [[nodiscard]] bool isShown(const End& end) const;
    [[nodiscard]] Request shown(const Request& request) const;

    Blueprint m_whole;
    Blueprint m_part;
    ViewFilter m_filter; ///< without what does not exist
    ViewFilter m_given;
    QList<Finding> m_findings;
    bool m_isWhole = true;
    QSet<CardId> m_matching;
    QSet<LaneId> m_matchingLanes;
    QSet<ElementRef> m_touched; ///< or kept
    QSet<PhaseId> m_opened;     ///< folded phases that are shown nevertheless
    QSet<ElementRef> m_lit;
    QSet<LaneId> m_lanes;
    QSet<PhaseId> m_phases;
    QList<Step> m_steps;       ///< of the part, from left to right
    QHash<StepId, int> m_from; ///< of each step of the whole: the first of m_steps that is not left of it
};

} // namespace throughline
