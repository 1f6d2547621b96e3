// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/rolerequesttable.h"

#include "core/check/askables.h"
#include "core/model/queries.h"

#include <algorithm>
#include <limits>
#include <tuple>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// When and where a role is first met: column, then lane from the top.
std::tuple<int, int> firstMeeting(const ServiceGraph& graph, const std::vector<int>& laneOrder, int role,
                                  const std::vector<int>& cards)
{
    constexpr int Last = std::numeric_limits<int>::max();
    std::tuple first(Last, Last);
    for (const int card : cards) {
        const int column = graph.cards[size_t(card)].firstColumn;
        for (const int server : graph.serving(card)) {
            if (std::ranges::binary_search(graph.rolesAt(server).roles, role))
                first =
                    std::min(first, std::tuple(column < 0 ? Last : column, laneOrder[size_t(graph.laneOf(server))]));
        }
    }
    return first;
}

std::vector<int> laneOrderOf(const ServiceGraph& graph)
{
    QHash<LaneId, int> places;
    for (const Lane& lane : orderedLanes(graph.blueprint))
        places.insert(lane.id, int(places.size()));
    std::vector<int> order;
    for (const Lane* lane : graph.lanes)
        order.push_back(places.value(lane->id));
    return order;
}

std::vector<int> rolesInOrder(const ServiceGraph& graph, const Meetings& meetings)
{
    const std::vector<int> laneOrder = laneOrderOf(graph);
    std::vector<std::pair<std::tuple<int, int>, int>> met;
    for (int role = 0; role < int(graph.roles.size()); ++role) {
        if (!meetings.cardsOf(role).empty())
            met.emplace_back(firstMeeting(graph, laneOrder, role, meetings.cardsOf(role)), role);
    }
    std::ranges::sort(met);
    std::vector<int> roles;
    for (const auto& [key, role] : met)
        roles.push_back(role);
    return roles;
}

RoleRequestCell cellOf(const Askable& entry, const ServiceGraph& graph)
{
    using Kind = RoleRequestCell::Kind;
    switch (entry.outcome) {
    case RoleOutcome::Fulfils:
        return {Kind::Fulfils, {}, 0};
    case RoleOutcome::PassesOn:
        return {Kind::PassesOn, entry.next < 0 ? RoleId() : graph.roles[size_t(entry.next)]->id, entry.hops};
    case RoleOutcome::Dies:
        return {Kind::Dies, {}, 0};
    case RoleOutcome::Circles:
        return {Kind::Circles, {}, 0};
    case RoleOutcome::Unknown:
        break;
    }
    return {Kind::Unknown, {}, 0};
}

} // namespace

RoleRequestTable roleRequestTable(const Blueprint& blueprint)
{
    const ServiceGraph graph(blueprint);
    const ThreadAnalysis threads(graph);
    const Meetings meetings(graph);
    const Capabilities abilities(blueprint, threads.drawnAbilities());
    return roleRequestTable(graph, meetings, AskableTable(graph, threads, meetings, abilities));
}

RoleRequestTable roleRequestTable(const ServiceGraph& graph, const Meetings& meetings, const AskableTable& askables)
{
    std::vector<char> isColumn(graph.requests.size(), 0);
    for (size_t request = 0; request < graph.requests.size(); ++request)
        isColumn[request] = graph.requests[request]->catalogued;
    for (const Askable& entry : askables.entries()) {
        if (entry.request >= 0)
            isColumn[size_t(entry.request)] = 1;
    }
    RoleRequestTable table;
    std::vector<int> columnOf(graph.requests.size(), -1);
    for (size_t request = 0; request < graph.requests.size(); ++request) {
        if (!isColumn[request])
            continue;
        columnOf[request] = int(table.columns.size());
        table.columns += graph.requests[request]->id;
    }
    std::vector<int> rowOf(graph.roles.size(), -1);
    for (const int role : rolesInOrder(graph, meetings)) {
        rowOf[size_t(role)] = int(table.rows.size());
        table.rows += graph.roles[size_t(role)]->id;
        QList<RoleRequestCell> row(table.columns.size());
        for (size_t request = 0; request < graph.requests.size(); ++request) {
            if (columnOf[request] >= 0 && graph.requests[request]->catalogued &&
                meetings.isAskable(role, *graph.requests[request]))
                row[columnOf[request]].kind = RoleRequestCell::Kind::Unknown;
        }
        table.cells += row;
    }
    for (const Askable& entry : askables.entries()) {
        if (entry.request >= 0 && rowOf[size_t(entry.role)] >= 0)
            table.cells[rowOf[size_t(entry.role)]][columnOf[size_t(entry.request)]] = cellOf(entry, graph);
    }
    return table;
}

QString sign(const RoleRequestCell& cell, const Blueprint& blueprint)
{
    switch (cell.kind) {
    case RoleRequestCell::Kind::Fulfils:
        return u"\u25cf"_s;
    case RoleRequestCell::Kind::PassesOn:
        return u"\u2192%1(%2)"_s.arg(nameOf(blueprint, {ElementKind::Role, cell.via.value})).arg(cell.hops);
    case RoleRequestCell::Kind::Dies:
        return u"\u2715"_s;
    case RoleRequestCell::Kind::Circles:
        return u"\u21bb"_s;
    case RoleRequestCell::Kind::Unknown:
        return u"?"_s;
    case RoleRequestCell::Kind::NotMet:
        break;
    }
    return u"\u00b7"_s;
}

QString toText(const RoleRequestTable& table, const Blueprint& blueprint)
{
    QList<QStringList> lines{{u"role"_s}};
    for (const RequestId& request : table.columns)
        lines.first() += nameOf(blueprint, {ElementKind::Request, request.value}).simplified();
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        QStringList line{nameOf(blueprint, {ElementKind::Role, table.rows[row].value}).simplified()};
        for (const RoleRequestCell& cell : table.cells[row])
            line += sign(cell, blueprint).simplified();
        lines += line;
    }
    QList<qsizetype> widths(table.columns.size() + 1, 0);
    for (const QStringList& line : lines) {
        for (qsizetype column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], line[column].size());
    }
    QString text;
    for (const QStringList& line : lines) {
        QString row;
        for (qsizetype column = 0; column < line.size(); ++column)
            row += line[column].leftJustified(widths[column] + 2);
        while (row.endsWith(u' '))
            row.chop(1);
        text += row + u'\n';
    }
    return text;
}

} // namespace throughline
