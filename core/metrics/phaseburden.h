// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/phrases.h"
#include "core/check/servicegraph.h"

#include <QList>

#include <optional>

namespace throughline {

/// What a phase asks of the company and of its customers. An amount is known only where it is given for every card
/// concerned.
struct PhaseBurden
{
    double companyCards = 0;
    double handovers = 0; ///< from one role of the company to another, by the card they start from
    std::optional<double> companyMinutes;
    std::optional<double> minutes; ///< of the customers; of a wait how long it lasts
    std::optional<double> worry;   ///< points, added up
    std::optional<double> effort;  ///< points, added up
    std::optional<double> money;
    QList<CardId> company;
    QList<CardId> customers;
};

/// The burdens of a blueprint, phase by phase. A card over several phases counts in its first; unplaced cards do not
/// count. The blueprint must outlive it.
class PhaseBurdens
{
public:
    explicit PhaseBurdens(const Blueprint& blueprint) : m_graph(blueprint), m_say(m_graph) {}

    /// An empty id stands for the whole drawing.
    [[nodiscard]] PhaseBurden of(const PhaseId& phase) const;
    /// Whose journey it is in the phase: "the guest"; "the customer" where nobody or several are.
    [[nodiscard]] QString customer(const PhaseId& phase) const;

private:
    [[nodiscard]] bool isIn(int node, const PhaseId& phase) const;

    ServiceGraph m_graph;
    Phrases m_say;
};

} // namespace throughline
