// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintwriter.h"

#include "core/io/elementwriter.h"

namespace throughline {

QByteArray writeBlueprint(const Blueprint& blueprint)
{
    BlueprintText text;
    text.addHeader(blueprint.header());
    text.addTable<Department>(blueprint.departments());
    text.addTable<Role>(blueprint.roles());
    text.addTable<Request>(blueprint.requests());
    text.addTable<DataItem>(blueprint.dataItems());
    text.addTable<Phase>(blueprint.phases());
    text.addTable<Step>(blueprint.steps());
    text.addTable<Lane>(blueprint.lanes());
    text.addTable<Card>(blueprint.cards());
    text.addTable<Connection>(blueprint.connections());
    text.addTable<Acceptance>(blueprint.acceptances());
    text.addUnknown(blueprint.header());
    return text.text();
}

} // namespace throughline
