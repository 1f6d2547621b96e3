// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/blueprint.h"

#include "core/model/validation.h"

#include <QSet>

namespace throughline {

namespace {

template <typename Element>
Result<void> validateTable(const Blueprint& blueprint)
{
    for (const Element& element : blueprint.table<Element>()) {
        if (Result<void> valid = validateElement(blueprint, element); !valid)
            return valid;
    }
    return {};
}

/// Two elements of one id: the error that names the first such id.
template <typename Element>
Result<void> validateUnique(const QList<Element>& elements, const Table<Element>& table)
{
    if (elements.size() == table.size())
        return {};
    QSet<QString> seen;
    for (const Element& element : elements) {
        if (seen.contains(element.id.value)) {
            Place place;
            place.path = tableName(kindOf<Element>()) + u'/' + element.id.value;
            return Error{Error::Code::Duplicate, QStringLiteral("The id \"%1\" stands twice").arg(element.id.value),
                         place};
        }
        seen.insert(element.id.value);
    }
    return {};
}

} // namespace

Result<Blueprint> BlueprintBuilder::build() &&
{
    Blueprint blueprint;
    blueprint.m_header = std::move(header);
    Result<void> unique;
    const auto fill = [&](auto& table, const auto& elements) {
        table.assign(elements);
        if (unique)
            unique = validateUnique(elements, table);
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
    for (const auto check :
         {validateTable<Department>, validateTable<Role>, validateTable<Request>, validateTable<DataItem>,
          validateTable<Phase>, validateTable<Step>, validateTable<Lane>, validateTable<Card>,
          validateTable<Connection>, validateTable<Acceptance>, validateStepNumbers, validateDepartmentTree}) {
        if (Result<void> valid = check(blueprint); !valid)
            return valid;
    }
    return {};
}

} // namespace throughline
