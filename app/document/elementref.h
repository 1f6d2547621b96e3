// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QVariant>

/// References to elements as QML sees them: an object with a kind ("card", "connection", "lane", "step", "phase",
/// "department", "role", "request", "dataItem", "acceptance", "blueprint") and an id.
namespace throughline {

[[nodiscard]] QString kindWord(ElementKind kind);
/// Blueprint for a word it does not know.
[[nodiscard]] ElementKind kindFromWord(QStringView text);

/// A lane, step or phase: its name stands beside or above the grid, and cards stand in it.
[[nodiscard]] inline bool isHeader(ElementKind kind)
{
    return kind == ElementKind::Lane || kind == ElementKind::Step || kind == ElementKind::Phase;
}

[[nodiscard]] QVariantMap toVariant(const ElementRef& ref);
[[nodiscard]] QVariantList toVariant(const QList<ElementRef>& refs);
/// Reads what toVariant() made; the blueprint itself for anything else.
[[nodiscard]] ElementRef refFrom(const QVariant& value);
[[nodiscard]] QList<ElementRef> refsFrom(const QVariantList& values);

template <typename Element>
[[nodiscard]] ElementRef refTo(ElementKind kind, const Id<Element>& id)
{
    return {kind, id.value};
}
[[nodiscard]] inline ElementRef refTo(const CardId& id)
{
    return {ElementKind::Card, id.value};
}
[[nodiscard]] inline ElementRef refTo(const ConnectionId& id)
{
    return {ElementKind::Connection, id.value};
}
[[nodiscard]] inline ElementRef refTo(const LaneId& id)
{
    return {ElementKind::Lane, id.value};
}
[[nodiscard]] inline ElementRef refTo(const StepId& id)
{
    return {ElementKind::Step, id.value};
}
[[nodiscard]] inline ElementRef refTo(const PhaseId& id)
{
    return {ElementKind::Phase, id.value};
}

} // namespace throughline
