// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace throughline {

QString describe(const Error& error)
{
    QString text = error.place.file;
    if (error.place.line > 0) {
        text += u':' + QString::number(error.place.line);
        if (error.place.column > 0)
            text += u':' + QString::number(error.place.column);
    }
    if (!text.isEmpty())
        text += QStringLiteral(": ");
    text += error.message;
    if (!error.place.path.isEmpty())
        text += QStringLiteral(" (at ") + error.place.path + u')';
    return text;
}

} // namespace throughline
