// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace throughline {

/// A text in the user's language: what QObject::tr() is to objects, for all that is said outside of them.
[[nodiscard]] inline QString tr(const char* text)
{
    return QCoreApplication::translate("Throughline", text);
}

} // namespace throughline
