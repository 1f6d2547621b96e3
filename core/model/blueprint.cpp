// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blueprint.h"

#include "core/model/elementvalidation.h"
#include "core/model/validation.h"

#include <QSet>

#include <utility>

namespace throughline {

namespace {

/// Two elements of one id: the error that names the first such id.
template <typename Element>
Result<void> validateUnique(const QStringList& ids, const Table<Element>& table)
{
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

Result<Blueprint> BlueprintBuilder::build() &&
{
    Blueprint blueprint;
    blueprint.m_header = std::move(header);
    Result<void> unique;
    const auto fill = [&](auto& table, auto& elements) {
        QStringList ids;
        ids.reserve(elements.size());
        for (const auto& element : elements)
            ids += element.id.value;
        table.assign(std::exchange(elements, {}));
        if (unique)
            unique = validateUnique(ids, table);
    };
    fill(blueprint.m_departments, departments);
    fill(blueprint.m_roles, roles);
    fill(blueprint.m_requests, requests);
    fill(blueprint.m_dataItems, dataItems);
    fill(blueprint.m_phases, phases);
    fill(blueprint.m_steps, steps);
    fill(blueprint.m_lanes, lanes);
    fill(blueprint.m_cards, cards);
    fill(blueprint.m_connections, connections);
    fill(blueprint.m_acceptances, acceptances);
    if (!unique)
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
