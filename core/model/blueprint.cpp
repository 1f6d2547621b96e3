// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blueprint.h"

#include "core/base/parallel.h"
#include "core/model/elementvalidation.h"
#include "core/model/validation.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace throughline {

namespace {

/// So many elements of a kind are worth a second thread.
constexpr qsizetype ManyElements = 10'000;

/// Whether elements come in the order of their ids, no id twice.
template <typename Element>
bool isAscending(const QList<Element>& elements)
{
    const auto notBefore = [](const Element& l, const Element& r) { return !(l.id < r.id); };
    return std::adjacent_find(elements.cbegin(), elements.cend(), notBefore) == elements.cend();
}

/// Puts elements into their table; two of one id: the error that names the first such id.
template <typename Element>
Result<void> fill(Table<Element>& table, QList<Element>& elements)
{
    if (isAscending(elements)) {
        table.assign(std::exchange(elements, {}));
        return {};
    }
    QStringList ids;
    ids.reserve(elements.size());
    for (const Element& element : elements)
        ids += element.id.value;
    table.assign(std::exchange(elements, {}));
    if (ids.size() == table.size())
        return {};
    QSet<QString> seen;
    for (const QString& id : ids) {
        if (seen.contains(id)) {
            Place place;
            place.path = tableName(kindOf<Element>()) + u'/' + id;
            return Error{Error::Code::Duplicate, QStringLiteral("The id \"%1\" stands twice").arg(id), place};
        }
        seen.insert(id);
    }
    return {};
}

} // namespace

Blueprint::Blueprint() = default;
Blueprint::Blueprint(const Blueprint&) = default;
Blueprint::Blueprint(Blueprint&&) noexcept = default;
Blueprint& Blueprint::operator=(const Blueprint&) = default;
Blueprint& Blueprint::operator=(Blueprint&&) noexcept = default;
Blueprint::~Blueprint() = default;

bool Blueprint::operator==(const Blueprint&) const = default;

Result<Blueprint> BlueprintBuilder::build() &&
{
    if (!connections.isEmpty() && !laterConnections.isEmpty() &&
        !(isAscending(laterConnections) && connections.last().id < laterConnections.first().id &&
          isAscending(connections)))
        connections += std::exchange(laterConnections, {});
    Blueprint blueprint;
    blueprint.m_header = std::move(header);
    Result<void> unique;
    Result<void> uniqueLater;
    Table<Connection> later;
    const auto fillUnlessFailed = [&unique](auto& table, auto& elements) {
        if (unique)
            unique = fill(table, elements);
    };
    const auto fillEarlier = [&] {
        fillUnlessFailed(blueprint.m_departments, departments);
        fillUnlessFailed(blueprint.m_roles, roles);
        fillUnlessFailed(blueprint.m_requests, requests);
        fillUnlessFailed(blueprint.m_dataItems, dataItems);
        fillUnlessFailed(blueprint.m_phases, phases);
        fillUnlessFailed(blueprint.m_steps, steps);
        fillUnlessFailed(blueprint.m_lanes, lanes);
        fillUnlessFailed(blueprint.m_cards, cards);
        fillUnlessFailed(blueprint.m_connections, connections);
    };
    doBoth(laterConnections.size() >= ManyElements, fillEarlier, [&] { uniqueLater = fill(later, laterConnections); });
    if (!unique)
        return unique.error();
    if (!uniqueLater)
        return uniqueLater.error();
    blueprint.m_connections.append(later);
    if (unique = fill(blueprint.m_acceptances, acceptances); !unique)
        return unique.error();
    if (Result<void> valid = validate(blueprint); !valid)
        return valid.error();
    return blueprint;
}

Result<void> validate(const Blueprint& blueprint)
{
    for (const auto check : {validateElements, validateStepNumbers, validateDepartmentTree}) {
        if (Result<void> valid = check(blueprint); !valid)
            return valid;
    }
    return {};
}

} // namespace throughline
