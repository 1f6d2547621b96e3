// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/formfield.h"

#include "app/models/formedit.h"

namespace throughline {

namespace {

template <typename Element, typename Fields>
QList<FormField> fieldsWhere(const Blueprint& blueprint, const ElementRef& ref, Fields fields)
{
    const Element* element = blueprint.find(Id<Element>(ref.id));
    return element ? fields(*element) : QList<FormField>();
}

template <typename Element, typename Set>
Result<Patch> setWhere(const Blueprint& blueprint, const ElementRef& ref, Set set)
{
    const Element* element = blueprint.find(Id<Element>(ref.id));
    return element ? set(*element) : Result<Patch>(Patch());
}

} // namespace

QList<FormField> fieldsOf(const Blueprint& b, const ElementRef& ref)
{
    switch (ref.kind) {
    case ElementKind::Blueprint:
        return headerFields(b.header());
    case ElementKind::Department:
        return fieldsWhere<Department>(b, ref, [&](const auto& e) { return departmentFields(b, e); });
    case ElementKind::Role:
        return fieldsWhere<Role>(b, ref, [&](const auto& e) { return roleFields(b, e); });
    case ElementKind::Request:
        return fieldsWhere<Request>(b, ref, [&](const auto& e) { return requestFields(b, e); });
    case ElementKind::DataItem:
        return fieldsWhere<DataItem>(b, ref, [](const auto& e) { return dataItemFields(e); });
    case ElementKind::Phase:
        return fieldsWhere<Phase>(b, ref, [](const auto& e) { return phaseFields(e); });
    case ElementKind::Step:
        return fieldsWhere<Step>(b, ref, [&](const auto& e) { return stepFields(b, e); });
    case ElementKind::Lane:
        return fieldsWhere<Lane>(b, ref, [&](const auto& e) { return laneFields(b, e); });
    case ElementKind::Card:
        return fieldsWhere<Card>(b, ref, [&](const auto& e) { return cardFields(b, e); });
    case ElementKind::Connection:
        return fieldsWhere<Connection>(b, ref, [&](const auto& e) { return connectionFields(b, e); });
    case ElementKind::Acceptance:
        break;
    }
    return {};
}

Result<Patch> setField(const Blueprint& b, const ElementRef& ref, const QString& key, const QVariant& value)
{
    const auto with = [&](auto function) {
        return [&, function](const auto& e) { return function(b, e, key, value); };
    };
    switch (ref.kind) {
    case ElementKind::Blueprint:
        return setHeaderField(b, b.header(), key, value);
    case ElementKind::Department:
        return setWhere<Department>(b, ref, with(setDepartmentField));
    case ElementKind::Role:
        return setWhere<Role>(b, ref, with(setRoleField));
    case ElementKind::Request:
        return setWhere<Request>(b, ref, with(setRequestField));
    case ElementKind::DataItem:
        return setWhere<DataItem>(b, ref, with(setDataItemField));
    case ElementKind::Phase:
        return setWhere<Phase>(b, ref, with(setPhaseField));
    case ElementKind::Step:
        return setWhere<Step>(b, ref, with(setStepField));
    case ElementKind::Lane:
        return setWhere<Lane>(b, ref, with(setLaneField));
    case ElementKind::Card:
        return setWhere<Card>(b, ref, with(setCardField));
    case ElementKind::Connection:
        return setWhere<Connection>(b, ref, with(setConnectionField));
    case ElementKind::Acceptance:
        break;
    }
    return Patch();
}

} // namespace throughline
