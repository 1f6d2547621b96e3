// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/validation.h"

#include "core/base/idindex.h"
#include "core/base/parallel.h"
#include "core/model/elementvalidation.h"
#include "core/model/queries.h"
#include "core/model/references.h"

#include <QSet>

namespace throughline {

namespace {

constexpr int MaxStepNumber = 1'000'000;

template <typename Element>
Error breach(const Element& element, Error::Code code, QStringView field, const QString& message)
{
    Place place;
    place.path = tableName(kindOf<Element>()) + u'/' + element.id.value;
    if (!field.isEmpty())
        place.path += u'/' + field.toString();
    return {code, message, place};
}

Result<void> validateValues(const Department& department)
{
    if (department.heads && *department.heads < 0)
        return breach(department, Error::Code::Value, u"heads",
                      QStringLiteral("A department cannot have fewer than 0 people"));
    return {};
}

Result<void> validateValues(const Role& role)
{
    for (const Capability& capability : role.capabilities) {
        const bool passes = capability.ability == Capability::Ability::PassesOn;
        if (passes == capability.passesTo.isEmpty() || (!passes && capability.request.isEmpty())) {
            return breach(
                role, Error::Code::Value, u"capabilities",
                QStringLiteral("A capability that passes on needs a role to pass to; any other needs a request"));
        }
    }
    return {};
}

Result<void> validateValues(const Step& step)
{
    if (step.number < 1 || step.number > MaxStepNumber) {
        return breach(step, Error::Code::Value, u"number",
                      QStringLiteral("Step number %1 is not between 1 and %2").arg(step.number).arg(MaxStepNumber));
    }
    return {};
}

Result<void> validateValues(const Card& card)
{
    for (const auto& [level, field] : {std::pair(card.worry, u"worry"), std::pair(card.effort, u"effort")}) {
        if (level && (*level < 0 || *level > 3))
            return breach(card, Error::Code::Value, field, QStringLiteral("Worry and effort go from 0 to 3"));
    }
    if (card.emotion && (*card.emotion < -2 || *card.emotion > 2))
        return breach(card, Error::Code::Value, u"emotion", QStringLiteral("Emotion goes from -2 to 2"));
    for (const Attachment& attachment : card.attachments) {
        if (attachment.target.isEmpty())
            return breach(card, Error::Code::Value, u"attachments",
                          QStringLiteral("An attachment of \"%1\" leads nowhere").arg(displayName(card)));
    }
    if (card.firstStep.isEmpty() && !card.lastStep.isEmpty())
        return breach(card, Error::Code::Value, u"to",
                      QStringLiteral("A card without a first step cannot have a last one"));
    return {};
}

template <typename Element>
Result<void> validateValues(const Element&)
{
    return {};
}

Result<void> validateSpan(const Blueprint& blueprint, const Card& card)
{
    if (card.lastStep.isEmpty())
        return {};
    if (blueprint.find(card.lastStep)->number < blueprint.find(card.firstStep)->number) {
        return breach(card, Error::Code::Value, u"to",
                      QStringLiteral("Card \"%1\" ends in an earlier step than it starts in").arg(displayName(card)));
    }
    return {};
}

template <typename Element>
Result<void> validateSpan(const Blueprint&, const Element&)
{
    return {};
}

} // namespace

QString tableName(ElementKind kind)
{
    switch (kind) {
    case ElementKind::Blueprint:
        return QStringLiteral("blueprint");
    case ElementKind::Department:
        return QStringLiteral("departments");
    case ElementKind::Role:
        return QStringLiteral("roles");
    case ElementKind::Request:
        return QStringLiteral("requests");
    case ElementKind::DataItem:
        return QStringLiteral("data");
    case ElementKind::Phase:
        return QStringLiteral("phases");
    case ElementKind::Step:
        return QStringLiteral("steps");
    case ElementKind::Lane:
        return QStringLiteral("lanes");
    case ElementKind::Card:
        return QStringLiteral("cards");
    case ElementKind::Connection:
        return QStringLiteral("connections");
    case ElementKind::Acceptance:
        return QStringLiteral("accepted");
    }
    return {};
}

namespace {

/// validateElement(), where exists(id) tells whether the blueprint holds an element.
template <typename Element, typename Exists>
Result<void> validateAgainst(const Blueprint& blueprint, const Element& element, const Exists& exists)
{
    if constexpr (!std::is_same_v<Element, Acceptance>) {
        if (!isValidId(element.id.value)) {
            return breach(
                element, Error::Code::Value, u"id",
                QStringLiteral("\"%1\" is not an id: use letters, digits, _ and -").arg(element.id.value.left(40)));
        }
    }
    if (Result<void> values = validateValues(element); !values)
        return values;
    Result<void> references;
    visitReferences(element, [&](const auto& id, QStringView field) {
        if (references && !exists(id)) {
            references =
                breach(element, Error::Code::Reference, field,
                       QStringLiteral("\"%1\" names \"%2\", which does not exist").arg(element.id.value, id.value));
        }
    });
    if (!references)
        return references;
    return validateSpan(blueprint, element);
}

/// The ids of one kind of element, to ask for very many of them.
template <typename Element>
class IdSet
{
public:
    explicit IdSet(const Table<Element>& table) : m_table(table), m_isLarge(table.size() >= Many)
    {
        if (!m_isLarge)
            return;
        m_ids.reserve(table.size());
        for (const Element& element : table)
            m_ids.insert(element.id.value, 0);
    }
    [[nodiscard]] bool contains(const Id<Element>& id) const
    {
        return m_isLarge ? m_ids.contains(id.value) : m_table.contains(id);
    }

private:
    /// With fewer, looking an id up in the table is as quick.
    static constexpr qsizetype Many = 64;

    const Table<Element>& m_table;
    bool m_isLarge = false;
    IdIndex m_ids;
};

/// The ids of those elements of a blueprint that others name.
struct KnownIds
{
    explicit KnownIds(const Blueprint& b)
        : departments(b.departments()),
          roles(b.roles()),
          requests(b.requests()),
          dataItems(b.dataItems()),
          phases(b.phases()),
          steps(b.steps()),
          lanes(b.lanes()),
          cards(b.cards()),
          connections(b.connections())
    {
    }
    bool operator()(const DepartmentId& id) const { return departments.contains(id); }
    bool operator()(const RoleId& id) const { return roles.contains(id); }
    bool operator()(const RequestId& id) const { return requests.contains(id); }
    bool operator()(const DataItemId& id) const { return dataItems.contains(id); }
    bool operator()(const PhaseId& id) const { return phases.contains(id); }
    bool operator()(const StepId& id) const { return steps.contains(id); }
    bool operator()(const LaneId& id) const { return lanes.contains(id); }
    bool operator()(const CardId& id) const { return cards.contains(id); }
    /// Few name one.
    bool operator()(const ConnectionId& id) const { return connections.contains(id); }

    IdSet<Department> departments;
    IdSet<Role> roles;
    IdSet<Request> requests;
    IdSet<DataItem> dataItems;
    IdSet<Phase> phases;
    IdSet<Step> steps;
    IdSet<Lane> lanes;
    IdSet<Card> cards;
    const Table<Connection>& connections;
};

/// Validates the elements of one kind, those of a large table in two threads; the first error in the order of ids.
template <typename Element>
Result<void> validateTable(const Blueprint& blueprint, const KnownIds& known)
{
    constexpr qsizetype Many = 10'000;
    const Table<Element>& table = blueprint.table<Element>();
    const auto firstError = [&](auto begin, auto end) -> Result<void> {
        for (auto element = begin; element != end; ++element) {
            if (Result<void> valid = validateAgainst(blueprint, *element, known); !valid)
                return valid;
        }
        return {};
    };
    Result<void> first;
    Result<void> second;
    doBoth(
        table.size() >= Many, [&] { first = firstError(table.begin(), table.middle()); },
        [&] { second = firstError(table.middle(), table.end()); });
    return first ? second : first;
}

} // namespace

template <typename Element>
Result<void> validateElement(const Blueprint& blueprint, const Element& element)
{
    return validateAgainst(blueprint, element, [&](const auto& id) { return blueprint.find(id) != nullptr; });
}

Result<void> validateElements(const Blueprint& blueprint)
{
    const KnownIds known(blueprint);
    for (const auto check : {validateTable<Department>, validateTable<Role>, validateTable<Request>,
                             validateTable<DataItem>, validateTable<Phase>, validateTable<Step>, validateTable<Lane>,
                             validateTable<Card>, validateTable<Connection>, validateTable<Acceptance>}) {
        if (Result<void> valid = check(blueprint, known); !valid)
            return valid;
    }
    return {};
}

template Result<void> validateElement(const Blueprint&, const Department&);
template Result<void> validateElement(const Blueprint&, const Role&);
template Result<void> validateElement(const Blueprint&, const Request&);
template Result<void> validateElement(const Blueprint&, const DataItem&);
template Result<void> validateElement(const Blueprint&, const Phase&);
template Result<void> validateElement(const Blueprint&, const Step&);
template Result<void> validateElement(const Blueprint&, const Lane&);
template Result<void> validateElement(const Blueprint&, const Card&);
template Result<void> validateElement(const Blueprint&, const Connection&);
template Result<void> validateElement(const Blueprint&, const Acceptance&);

Result<void> validateStepNumbers(const Blueprint& blueprint)
{
    QSet<int> seen;
    for (const Step& step : blueprint.steps()) {
        if (seen.contains(step.number)) {
            return breach(step, Error::Code::Duplicate, u"number",
                          QStringLiteral("Two steps have the number %1").arg(step.number));
        }
        seen.insert(step.number);
    }
    return {};
}

Result<void> validateDepartmentTree(const Blueprint& blueprint)
{
    for (const Department& department : blueprint.departments()) {
        qsizetype depth = 0;
        for (const Department* d = &department; d && !d->parent.isEmpty(); d = blueprint.find(d->parent)) {
            if (++depth > blueprint.departments().size()) {
                return breach(department, Error::Code::Value, u"parent",
                              QStringLiteral("Department \"%1\" is inside itself").arg(displayName(department)));
            }
        }
    }
    return {};
}

} // namespace throughline
