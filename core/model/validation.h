// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/blueprint.h"

/// The invariants of Blueprint, element by element; used by apply(), validate() and, with their own places, by readers.
namespace throughline {

/// The kind of element as it is called in files and error paths: "cards", "connections".
[[nodiscard]] QString tableName(ElementKind kind);

template <typename Element>
[[nodiscard]] constexpr ElementKind kindOf();
template <>
constexpr ElementKind kindOf<Department>()
{
    return ElementKind::Department;
}
template <>
constexpr ElementKind kindOf<Role>()
{
    return ElementKind::Role;
}
template <>
constexpr ElementKind kindOf<Request>()
{
    return ElementKind::Request;
}
template <>
constexpr ElementKind kindOf<DataItem>()
{
    return ElementKind::DataItem;
}
template <>
constexpr ElementKind kindOf<Phase>()
{
    return ElementKind::Phase;
}
template <>
constexpr ElementKind kindOf<Step>()
{
    return ElementKind::Step;
}
template <>
constexpr ElementKind kindOf<Lane>()
{
    return ElementKind::Lane;
}
template <>
constexpr ElementKind kindOf<Card>()
{
    return ElementKind::Card;
}
template <>
constexpr ElementKind kindOf<Connection>()
{
    return ElementKind::Connection;
}
template <>
constexpr ElementKind kindOf<Acceptance>()
{
    return ElementKind::Acceptance;
}

/// Checks that an element's own values are in range and that all it names exists in blueprint. An error's place.path is
/// "cards/g1/lane".
template <typename Element>
[[nodiscard]] Result<void> validateElement(const Blueprint& blueprint, const Element& element);

extern template Result<void> validateElement(const Blueprint&, const Department&);
extern template Result<void> validateElement(const Blueprint&, const Role&);
extern template Result<void> validateElement(const Blueprint&, const Request&);
extern template Result<void> validateElement(const Blueprint&, const DataItem&);
extern template Result<void> validateElement(const Blueprint&, const Phase&);
extern template Result<void> validateElement(const Blueprint&, const Step&);
extern template Result<void> validateElement(const Blueprint&, const Lane&);
extern template Result<void> validateElement(const Blueprint&, const Card&);
extern template Result<void> validateElement(const Blueprint&, const Connection&);
extern template Result<void> validateElement(const Blueprint&, const Acceptance&);

/// Step numbers are unique. O(steps).
[[nodiscard]] Result<void> validateStepNumbers(const Blueprint& blueprint);
/// No department is its own ancestor. O(departments).
[[nodiscard]] Result<void> validateDepartmentTree(const Blueprint& blueprint);

} // namespace throughline
