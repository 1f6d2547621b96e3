// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/abilityoperations.h"

#include "core/edit/elementoperations.h"
#include "core/edit/refusal.h"

#include <algorithm>

namespace throughline {

Result<Patch> sayAbility(const Blueprint& blueprint, const RoleId& roleId, const RequestId& request,
                         std::optional<Capability::Ability> ability, const RoleId& passesTo)
{
    const Role* role = blueprint.find(roleId);
    if (!role)
        return missing(roleId);
    if (!blueprint.find(request))
        return missing(request);
    const bool passesOn = ability == Capability::Ability::PassesOn;
    if (passesOn && passesTo == roleId)
        return notPossible(QStringLiteral("A role cannot pass a request on to itself."));
    if (passesOn && !blueprint.find(passesTo))
        return missing(passesTo);
    Role changed = *role;
    const auto isAbout = [&](const Capability& capability) { return capability.request == request; };
    const auto first = std::find_if(changed.capabilities.begin(), changed.capabilities.end(), isAbout);
    const qsizetype at = first - changed.capabilities.begin();
    changed.capabilities.removeIf(isAbout);
    if (ability) {
        Capability said;
        said.request = request;
        said.ability = *ability;
        if (passesOn)
            said.passesTo = passesTo;
        changed.capabilities.insert(at, said);
    }
    return replaceElement(blueprint, changed);
}

Result<Patch> sayOnlyThese(const Blueprint& blueprint, const RoleId& roleId, bool onlyThese)
{
    const Role* role = blueprint.find(roleId);
    if (!role)
        return missing(roleId);
    Role changed = *role;
    changed.onlyThese = onlyThese;
    return replaceElement(blueprint, changed);
}

} // namespace throughline
