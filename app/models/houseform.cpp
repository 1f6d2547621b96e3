// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/elementchoices.h"
#include "app/models/formedit.h"
#include "app/models/labels.h"
#include "app/models/offer.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QCoreApplication>

/// Forms of what stands behind the grid: departments, roles with what they can do, requests and data items.
namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct HouseForm
{
    Q_DECLARE_TR_FUNCTIONS(HouseForm)
};

QVariantList capabilityRows(const Role& role)
{
    QVariantList rows;
    for (const Capability& capability : role.capabilities) {
        rows.append(QVariantMap{
            {u"request"_s, capability.request.isEmpty() ? u"*"_s : capability.request.value},
            {u"ability"_s, word(capability.ability)},
            {u"passesTo"_s, capability.passesTo.value},
            {u"takes"_s, textOf(capability.takes)},
        });
    }
    return rows;
}

Error incomplete(const QString& message)
{
    return {Error::Code::Value, message, {}};
}

QList<Capability> capabilitiesFrom(FormEdit& edit, const QVariant& value)
{
    QList<Capability> capabilities;
    for (const QVariant& row : value.toList()) {
        const QVariantMap map = row.toMap();
        const QString request = map.value(u"request"_s).toString();
        Capability capability;
        capability.ability = abilityFrom(map.value(u"ability"_s).toString()).value_or(Capability::Ability::Fulfils);
        capability.takes = edit.take(minutesFrom(map.value(u"takes"_s).toString()));
        if (request != "*"_L1)
            capability.request = edit.request(request);
        if (capability.ability == Capability::Ability::PassesOn)
            capability.passesTo = edit.role(map.value(u"passesTo"_s).toString());
        if (capability.ability == Capability::Ability::PassesOn && capability.passesTo.isEmpty())
            edit.fail(incomplete(HouseForm::tr("Choose the role it is passed on to.")));
        if (capability.ability != Capability::Ability::PassesOn && capability.request.isEmpty())
            edit.fail(incomplete(HouseForm::tr("Only “passes it on” can be said of every request at once.")));
        if (!capabilities.contains(capability))
            capabilities.append(capability);
    }
    return capabilities;
}

/// The choices of requests and roles that the rows of capabilities are made of.
QVariantList capabilityChoices(const Blueprint& blueprint, const Role& role)
{
    QVariantList requests = elementChoices<Request>(blueprint);
    requests.append(choice(u"*"_s, HouseForm::tr("Every request")));
    QVariantList roles;
    for (const QVariant& other : elementChoices<Role>(blueprint)) {
        if (other.toMap().value(u"value"_s).toString() != role.id.value)
            roles.append(other);
    }
    return {QVariantMap{{u"requests"_s, requests}, {u"roles"_s, roles}, {u"abilities"_s, abilityChoices()}}};
}

} // namespace

QList<FormField> departmentFields(const Blueprint& blueprint, const Department& department)
{
    QStringList mandate;
    for (const Power power : allPowers()) {
        if (department.mandate.testFlag(power))
            mandate.append(word(power));
    }
    return {
        {u"name"_s, FieldType::Line, {}, HouseForm::tr("Name"), department.name},
        offering(blueprint, otherDepartments(),
                 {u"parent"_s, FieldType::Choice, {}, HouseForm::tr("Part of"), department.parent.value},
                 HouseForm::tr("None")),
        {u"heads"_s,
         FieldType::Number,
         {},
         HouseForm::tr("People in it"),
         textOf(department.heads),
         {},
         HouseForm::tr("not known")},
        {u"mandate"_s,
         FieldType::Tags,
         {},
         HouseForm::tr("May decide about"),
         mandate,
         powerChoices(),
         HouseForm::tr("Not said")},
    };
}

Result<Patch> setDepartmentField(const Blueprint& blueprint, Department department, const QString& key,
                                 const QVariant& value)
{
    FormEdit edit(blueprint);
    if (key == "name"_L1)
        department.name = value.toString().trimmed();
    else if (key == "parent"_L1)
        department.parent = DepartmentId(value.toString());
    else if (key == "heads"_L1)
        department.heads = edit.take(countFrom(value.toString()));
    else if (key == "mandate"_L1) {
        department.mandate = {};
        for (const QString& text : value.toStringList()) {
            if (const std::optional<Power> power = powerFrom(text))
                department.mandate |= *power;
        }
    }
    edit.apply(replaceElement(edit.blueprint(), department));
    return edit.result();
}

QList<FormField> roleFields(const Blueprint& blueprint, const Role& role)
{
    const QString section = HouseForm::tr("What it does when it is asked");
    FormField department{
        u"department"_s,           FieldType::Choice, {}, HouseForm::tr("Department"), role.department.value, {},
        HouseForm::tr("Not known")};
    department.creates = true;
    FormField capabilities{u"capabilities"_s,         FieldType::Capabilities, section,
                           HouseForm::tr("Requests"), capabilityRows(role),    capabilityChoices(blueprint, role)};
    capabilities.help = HouseForm::tr("What is not said counts as not known, never as “cannot”.");
    return {
        {u"name"_s, FieldType::Line, {}, HouseForm::tr("Name"), role.name},
        offering(blueprint, everyElement<Department>(), department, HouseForm::tr("Not known")),
        {u"kind"_s, FieldType::Choice, {}, HouseForm::tr("Kind"), word(role.kind), roleKindChoices()},
        capabilities,
        {u"onlyThese"_s, FieldType::Flag, section, HouseForm::tr("Only these: it can do nothing else"), role.onlyThese},
    };
}

Result<Patch> setRoleField(const Blueprint& blueprint, Role role, const QString& key, const QVariant& value)
{
    FormEdit edit(blueprint);
    if (key == "name"_L1)
        role.name = value.toString().trimmed();
    else if (key == "department"_L1)
        role.department = edit.department(value.toString());
    else if (key == "kind"_L1)
        role.kind = roleKindFrom(value.toString()).value_or(role.kind);
    else if (key == "onlyThese"_L1)
        role.onlyThese = value.toBool();
    else if (key == "capabilities"_L1)
        role.capabilities = capabilitiesFrom(edit, value);
    edit.apply(replaceElement(edit.blueprint(), role));
    return edit.result();
}

QList<FormField> requestFields(const Blueprint& blueprint, const Request& request)
{
    FormField needs{u"needs"_s, FieldType::Tags,         {}, HouseForm::tr("Needs to know"), textsOf(request.needs),
                    {},         HouseForm::tr("Nothing")};
    needs.creates = true;
    FormField catalogued{u"catalogued"_s, FieldType::Flag, {}, HouseForm::tr("In the catalogue"), request.catalogued};
    catalogued.help = HouseForm::tr("A customer may ask it of every role he meets, not only where it is drawn.");
    return {
        {u"name"_s, FieldType::Line, {}, HouseForm::tr("Name"), request.name},
        catalogued,
        offering(blueprint, phasesInOrder(),
                 {u"livePhases"_s,
                  FieldType::Tags,
                  {},
                  HouseForm::tr("Asked in the phases"),
                  textsOf(request.livePhases),
                  {},
                  HouseForm::tr("All of them")}),
        offering(blueprint, everyElement<DataItem>(), needs),
    };
}

Result<Patch> setRequestField(const Blueprint& blueprint, Request request, const QString& key, const QVariant& value)
{
    FormEdit edit(blueprint);
    if (key == "name"_L1)
        request.name = value.toString().trimmed();
    else if (key == "catalogued"_L1)
        request.catalogued = value.toBool();
    else if (key == "livePhases"_L1)
        request.livePhases = edit.phases(value);
    else if (key == "needs"_L1)
        request.needs = edit.dataItems(value);
    edit.apply(replaceElement(edit.blueprint(), request));
    return edit.result();
}

QList<FormField> dataItemFields(const DataItem& item)
{
    FormField isVolatile{
        u"isVolatile"_s, FieldType::Flag, {}, HouseForm::tr("Has to be given anew each time"), item.isVolatile};
    isVolatile.help = HouseForm::tr("A one-time code, today's order: asking again is no fault.");
    return {{u"name"_s, FieldType::Line, {}, HouseForm::tr("Name"), item.name}, isVolatile};
}

Result<Patch> setDataItemField(const Blueprint& blueprint, DataItem item, const QString& key, const QVariant& value)
{
    if (key == "name"_L1)
        item.name = value.toString().trimmed();
    else if (key == "isVolatile"_L1)
        item.isVolatile = value.toBool();
    return replaceElement(blueprint, item);
}

} // namespace throughline
