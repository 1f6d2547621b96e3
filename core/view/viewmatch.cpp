// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/view/viewmatch.h"

#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

namespace {

template <typename IdType>
QSet<IdType> setOf(const QList<IdType>& ids)
{
    return {ids.begin(), ids.end()};
}

template <typename IdType>
bool anyIn(const QList<IdType>& ids, const QSet<IdType>& wanted)
{
    return std::any_of(ids.begin(), ids.end(), [&](const IdType& id) { return wanted.contains(id); });
}

/// departments and all below them.
QSet<DepartmentId> withParts(const Blueprint& blueprint, const QList<DepartmentId>& departments)
{
    QSet<DepartmentId> all = setOf(departments);
    for (qsizetype before = -1; before != all.size();) {
        before = all.size();
        for (const Department& department : blueprint.departments()) {
            if (all.contains(department.parent))
                all += department.id;
        }
    }
    return all;
}

/// What findings of some rules are about, by kind.
class Concern
{
public:
    Concern(const Blueprint& blueprint, const QStringList& rules, const QList<Finding>& findings)
        : m_blueprint(blueprint)
    {
        for (const Finding& finding : findings) {
            if (finding.accepted || !rules.contains(finding.rule))
                continue;
            for (const Evidence& evidence : finding.evidence) {
                add(evidence.element);
                if (evidence.part == Evidence::Part::Missing)
                    add(evidence.to);
            }
        }
        for (const Connection& connection : blueprint.connections()) {
            if (m_refs.contains({ElementKind::Connection, connection.id.value}) ||
                m_refs.contains({ElementKind::Request, connection.request.value}))
                addEnds(connection);
        }
    }

    [[nodiscard]] bool isAbout(const Card& card) const
    {
        const auto has = [this](ElementKind kind, const QString& id) { return m_refs.contains({kind, id}); };
        const auto hasAny = [&](ElementKind kind, const auto& ids) {
            return std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return has(kind, id.value); });
        };
        return has(ElementKind::Card, card.id.value) || has(ElementKind::Lane, card.lane.value) ||
               has(ElementKind::Step, card.firstStep.value) ||
               (m_hasRoles && hasAny(ElementKind::Role, rolesOf(m_blueprint, card))) ||
               (m_hasDepartments && hasAny(ElementKind::Department, departmentsOf(m_blueprint, card))) ||
               hasAny(ElementKind::DataItem, card.gives) || hasAny(ElementKind::DataItem, card.asks);
    }

private:
    void add(const ElementRef& ref)
    {
        if (ref.id.isEmpty())
            return;
        m_refs += ref;
        m_hasRoles = m_hasRoles || ref.kind == ElementKind::Role;
        m_hasDepartments = m_hasDepartments || ref.kind == ElementKind::Department;
    }

    void addEnds(const Connection& connection)
    {
        for (const End& end : {connection.from, connection.to}) {
            if (const CardId* card = cardAt(end))
                add({ElementKind::Card, card->value});
        }
    }

    const Blueprint& m_blueprint;
    QSet<ElementRef> m_refs;
    bool m_hasRoles = false;
    bool m_hasDepartments = false;
};

/// The steps of phases as their numbers, in order.
QList<int> numbersIn(const Blueprint& blueprint, const QSet<PhaseId>& phases)
{
    QList<int> numbers;
    for (const Step& step : blueprint.steps()) {
        if (phases.contains(step.phase))
            numbers += step.number;
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

/// Whether a card stands in one of the steps of these numbers.
bool standsIn(const Blueprint& blueprint, const Card& card, const QList<int>& numbers)
{
    const Step* first = blueprint.find(card.firstStep);
    const Step* last = blueprint.find(lastStepOf(card));
    if (!first || !last)
        return false;
    const auto from = std::lower_bound(numbers.begin(), numbers.end(), first->number);
    return from != numbers.end() && *from <= last->number;
}

template <typename IdType>
QList<IdType> known(const QList<IdType>& ids, const Blueprint& blueprint)
{
    QList<IdType> left;
    for (const IdType& id : ids) {
        if (blueprint.find(id))
            left += id;
    }
    return left;
}

} // namespace

bool isFiltering(const ViewFilter& filter)
{
    return !filter.hiddenLanes.isEmpty() || hasCriteria(filter);
}

bool hasCardCriteria(const ViewFilter& filter)
{
    return !filter.departments.isEmpty() || !filter.roles.isEmpty() || !filter.rules.isEmpty();
}

bool hasCriteria(const ViewFilter& filter)
{
    return hasCardCriteria(filter) || !filter.phases.isEmpty();
}

ViewFilter withoutUnknown(const ViewFilter& filter, const Blueprint& blueprint)
{
    ViewFilter left = filter;
    left.hiddenLanes = known(filter.hiddenLanes, blueprint);
    left.departments = known(filter.departments, blueprint);
    left.roles = known(filter.roles, blueprint);
    left.phases = known(filter.phases, blueprint);
    return left;
}

QSet<CardId> matchingCards(const Blueprint& blueprint, const ViewFilter& filter, const QList<Finding>& findings)
{
    const QSet<DepartmentId> departments = withParts(blueprint, filter.departments);
    const QSet<RoleId> roles = setOf(filter.roles);
    const QList<int> numbers = numbersIn(blueprint, setOf(filter.phases));
    const Concern concern(blueprint, filter.rules, findings);
    QSet<CardId> cards;
    for (const Card& card : blueprint.cards()) {
        const bool matches = (departments.isEmpty() || departments.contains(card.owner) ||
                              anyIn(departmentsOf(blueprint, card), departments)) &&
                             (roles.isEmpty() || anyIn(rolesOf(blueprint, card), roles)) &&
                             (filter.phases.isEmpty() || standsIn(blueprint, card, numbers)) &&
                             (filter.rules.isEmpty() || concern.isAbout(card));
        if (matches)
            cards += card.id;
    }
    return cards;
}

QSet<LaneId> matchingLanes(const Blueprint& blueprint, const ViewFilter& filter)
{
    QSet<LaneId> lanes;
    if (!filter.rules.isEmpty() || (filter.departments.isEmpty() && filter.roles.isEmpty()))
        return lanes;
    const QSet<DepartmentId> departments = withParts(blueprint, filter.departments);
    const QSet<RoleId> roles = setOf(filter.roles);
    const auto isOfDepartment = [&](const RoleId& id) {
        const Role* role = blueprint.find(id);
        return role && departments.contains(role->department);
    };
    for (const Lane& lane : blueprint.lanes()) {
        if ((departments.isEmpty() || std::any_of(lane.roles.begin(), lane.roles.end(), isOfDepartment)) &&
            (roles.isEmpty() || anyIn(lane.roles, roles)))
            lanes += lane.id;
    }
    return lanes;
}

} // namespace throughline
