// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

/// Which elements an element names. visitReferences(element, visit) calls visit(id, field) for each id that is not
/// empty, where field is the name of the member as it stands in the file ("lane", "roles").
namespace throughline {

namespace detail {

template <typename IdType, typename Visit>
void visitIfSet(const IdType& id, QStringView field, Visit& visit)
{
    if (!id.isEmpty())
        visit(id, field);
}

template <typename IdType, typename Visit>
void visitAll(const QList<IdType>& ids, QStringView field, Visit& visit)
{
    for (const IdType& id : ids)
        visit(id, field);
}

template <typename Visit>
void visitEnd(const End& end, QStringView field, Visit& visit)
{
    if (const auto* card = std::get_if<CardId>(&end))
        visit(*card, field);
    else if (const auto* lane = std::get_if<LaneId>(&end))
        visit(*lane, field);
    else
        visitIfSet(std::get<LooseEnd>(end).nearest, field, visit);
}

} // namespace detail

template <typename Visit>
void visitReferences(const Department& department, Visit visit)
{
    detail::visitIfSet(department.parent, u"parent", visit);
}

template <typename Visit>
void visitReferences(const Role& role, Visit visit)
{
    detail::visitIfSet(role.department, u"department", visit);
    for (const Capability& capability : role.capabilities) {
        detail::visitIfSet(capability.request, u"capabilities", visit);
        detail::visitIfSet(capability.passesTo, u"capabilities", visit);
    }
}

template <typename Visit>
void visitReferences(const Request& request, Visit visit)
{
    detail::visitAll(request.livePhases, u"phases", visit);
    detail::visitAll(request.needs, u"needs", visit);
}

template <typename Visit>
void visitReferences(const DataItem&, Visit)
{
}

template <typename Visit>
void visitReferences(const Phase&, Visit)
{
}

template <typename Visit>
void visitReferences(const Step& step, Visit visit)
{
    detail::visitIfSet(step.phase, u"phase", visit);
}

template <typename Visit>
void visitReferences(const Lane& lane, Visit visit)
{
    detail::visitAll(lane.roles, u"roles", visit);
}

template <typename Visit>
void visitReferences(const Card& card, Visit visit)
{
    visit(card.lane, u"lane");
    detail::visitIfSet(card.firstStep, u"step", visit);
    detail::visitIfSet(card.lastStep, u"to", visit);
    detail::visitAll(card.roles, u"roles", visit);
    detail::visitIfSet(card.owner, u"owner", visit);
    detail::visitIfSet(card.timeoutTo, u"timeoutTo", visit);
    detail::visitAll(card.gives, u"gives", visit);
    detail::visitAll(card.asks, u"asks", visit);
}

template <typename Visit>
void visitReferences(const Connection& connection, Visit visit)
{
    detail::visitEnd(connection.from, u"from", visit);
    detail::visitEnd(connection.to, u"to", visit);
    detail::visitIfSet(connection.request, u"request", visit);
    detail::visitAll(connection.carries, u"carries", visit);
    detail::visitIfSet(connection.answers, u"answers", visit);
}

template <typename Visit>
void visitReferences(const Acceptance&, Visit)
{
}

} // namespace throughline
