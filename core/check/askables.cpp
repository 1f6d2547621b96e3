// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/askables.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace throughline {

AskableTable::AskableTable(const ServiceGraph& graph, const ThreadAnalysis& threads, const Meetings& meetings,
                           const Capabilities& capabilities)
{
    std::vector<std::vector<int>> drawnInto(graph.requests.size());
    for (const DrawnAsk& ask : threads.drawnAsks()) {
        if (ask.request >= 0)
            drawnInto[size_t(ask.request)].push_back(ask.role);
    }
    if (capabilities.isEmpty() && threads.drawnAsks().empty())
        return;
    for (int request = 0; request < int(graph.requests.size()); ++request) {
        const Request& element = *graph.requests[size_t(request)];
        std::vector<int> roles = drawnInto[size_t(request)];
        if (element.catalogued) {
            roles.clear();
            for (int role = 0; role < int(graph.roles.size()); ++role) {
                if (meetings.isAskable(role, element))
                    roles.push_back(role);
            }
        }
        std::sort(roles.begin(), roles.end());
        roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
        addRequest(graph, request, capabilities.reachOf(element.id), roles);
    }
    std::map<std::pair<int, int>, Askable*> drawn;
    for (Askable& entry : m_entries)
        drawn[{entry.role, entry.request}] = &entry;
    std::vector<Askable> unnamed;
    for (const DrawnAsk& ask : threads.drawnAsks()) {
        const auto known = drawn.find({ask.role, ask.request});
        if (ask.request >= 0 && known == drawn.end())
            continue; // in the catalogue, but not live where the role is met
        Askable fresh;
        fresh.role = ask.role;
        fresh.link = ask.link;
        Askable& entry = ask.request >= 0 ? *known->second : unnamed.emplace_back(fresh);
        if (entry.link < 0)
            entry.link = ask.link;
        if (ask.fulfils)
            entry.own = OwnAbility::Fulfils;
        else if (!ask.passesTo.empty() && entry.own != OwnAbility::Fulfils)
            entry.own = OwnAbility::PassesOn;
        entry.passesTo.insert(entry.passesTo.end(), ask.passesTo.begin(), ask.passesTo.end());
        std::sort(entry.passesTo.begin(), entry.passesTo.end());
        entry.passesTo.erase(std::unique(entry.passesTo.begin(), entry.passesTo.end()), entry.passesTo.end());
        // What an unnamed role does with what it is handed nobody has said.
        const bool toUnnamed = !entry.passesTo.empty() && graph.isUnnamed(entry.passesTo.back());
        if (toUnnamed && (entry.outcome == RoleOutcome::Dies || entry.outcome == RoleOutcome::Circles))
            entry.outcome = RoleOutcome::Unknown;
    }
    m_entries.insert(m_entries.end(), unnamed.begin(), unnamed.end());
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Askable& l, const Askable& r) {
        const auto key = [](const Askable& a) { return std::tuple(a.role, a.request < 0, a.request, a.link); };
        return key(l) < key(r);
    });
    m_unknown =
        int(std::ranges::count_if(m_entries, [](const Askable& entry) { return entry.own == OwnAbility::Unknown; }));
}

void AskableTable::addRequest(const ServiceGraph& graph, int request, const RequestReach& reach,
                              const std::vector<int>& roles)
{
    for (const int role : roles) {
        const RequestReach::Entry found = reach.at(graph.roles[size_t(role)]->id);
        Askable entry;
        entry.role = role;
        entry.request = request;
        entry.own = found.own;
        entry.outcome = found.outcome;
        entry.hops = found.hops;
        entry.next = found.next.isEmpty() ? -1 : graph.roleIndex(found.next);
        entry.inCircle = found.inCircle;
        for (const RoleId& id : found.passesTo)
            entry.passesTo.push_back(graph.roleIndex(id));
        m_entries.push_back(std::move(entry));
    }
    for (const QList<RoleId>& circle : reach.circles) {
        std::vector<int> members;
        for (const RoleId& id : circle)
            members.push_back(graph.roleIndex(id));
        m_circles.push_back({request, std::move(members)});
    }
}

} // namespace throughline
