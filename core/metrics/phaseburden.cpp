// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/phaseburden.h"

#include "core/metrics/journeytime.h"

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A sum that is known only while every part of it is.
class Sum
{
public:
    void add(const std::optional<double>& amount)
    {
        if (amount && m_total)
            *m_total += *amount;
        else
            m_total.reset();
    }
    [[nodiscard]] std::optional<double> total() const { return m_total; }

private:
    std::optional<double> m_total = 0;
};

std::optional<double> pointsOf(const std::optional<int>& points)
{
    return points ? std::optional(double(*points)) : std::nullopt;
}

} // namespace

bool PhaseBurdens::isIn(int node, const PhaseId& phase) const
{
    if (!m_graph.isCard(node) || m_graph.cards[size_t(node)].firstColumn < 0)
        return false;
    return phase.isEmpty() ||
           m_graph.columnPhase[size_t(m_graph.cards[size_t(node)].firstColumn)] == m_graph.phaseIndex(phase);
}

PhaseBurden PhaseBurdens::of(const PhaseId& phase) const
{
    PhaseBurden burden;
    Sum companyMinutes;
    Sum minutes;
    Sum worry;
    Sum effort;
    Sum money;
    for (int number = 0; number < m_graph.cardCount(); ++number) {
        const CardNode& node = m_graph.cards[size_t(number)];
        if (!isIn(number, phase) || node.side == Side::Evidence)
            continue;
        const Card& card = *node.card;
        if (node.party >= 0) {
            burden.customers += card.id;
            minutes.add(minutesOf(card));
            worry.add(pointsOf(card.worry));
            effort.add(pointsOf(card.effort));
            money.add(card.money ? std::optional(card.money->value()) : std::nullopt);
        } else {
            burden.company += card.id;
            companyMinutes.add(minutesOf(card));
        }
    }
    for (const Link& link : m_graph.links) {
        const bool inside = link.traffic == Traffic::Inside && isIn(link.from, phase);
        if (inside && !m_graph.shareRole(link.from, link.to))
            burden.handovers += 1;
    }
    burden.companyCards = double(burden.company.size());
    burden.companyMinutes = companyMinutes.total();
    burden.minutes = minutes.total();
    burden.worry = worry.total();
    burden.effort = effort.total();
    burden.money = money.total();
    return burden;
}

QString PhaseBurdens::customer(const PhaseId& phase) const
{
    int party = -1;
    for (int number = 0; number < m_graph.cardCount(); ++number) {
        const CardNode& node = m_graph.cards[size_t(number)];
        if (node.party < 0 || !isIn(number, phase))
            continue;
        if (party >= 0 && party != node.party)
            return u"the customer"_s;
        party = node.party;
    }
    return party < 0 ? u"the customer"_s : m_say.theCustomer(party);
}

} // namespace throughline
