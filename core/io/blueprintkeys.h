// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QStringList>

/// The names of the .blueprint format, in the order in which they are written (docs/file-format.md).
namespace throughline {

/// The value of "format".
[[nodiscard]] QString blueprintFormatName();
/// The version this program writes; it reads every minor version of the same major one.
inline constexpr int BlueprintFormatMajor = 1;
inline constexpr int BlueprintFormatMinor = 0;

/// The kinds of elements in the order of their tables in a file; each table is called tableName(kind).
[[nodiscard]] const QList<ElementKind>& blueprintTables();

/// The keys this version knows in an element of that kind; for ElementKind::Blueprint those of the file as a whole.
[[nodiscard]] const QStringList& blueprintKeys(ElementKind kind);

} // namespace throughline
