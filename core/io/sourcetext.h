// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

/// What every reader does first with the bytes of a file, and how it tells people where in the file something stands.
namespace throughline {

/// The position of the first byte that is not UTF-8 (overlong forms, surrogates and cut-off sequences included), or -1.
[[nodiscard]] qsizetype firstInvalidUtf8(QByteArrayView bytes);

/// Line and column (1-based, columns in code points) of a byte of a UTF-8 text. O(offset).
[[nodiscard]] Place placeAt(QByteArrayView utf8, qsizetype offset, const QString& fileName);
/// Line and column (1-based, columns in code points) of a code unit of a text. O(offset).
[[nodiscard]] Place placeAt(QStringView text, qsizetype offset, const QString& fileName);

/// The bytes without a byte order mark, checked: at most maxSize bytes, all UTF-8. Errors: Limit, Syntax with the place
/// of the first bad byte; a file in UTF-16 is named as such.
[[nodiscard]] Result<QByteArrayView> checkedUtf8(QByteArrayView bytes, qsizetype maxSize, const QString& fileName);

} // namespace throughline
