// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keyboard.h"

#include <QKeySequence>

namespace throughline {

QString Keyboard::nativeText(const QVariant& shortcut) const
{
    if (shortcut.metaType() == QMetaType::fromType<int>())
        return QKeySequence(static_cast<QKeySequence::StandardKey>(shortcut.toInt()))
            .toString(QKeySequence::NativeText);
    return QKeySequence(shortcut.toString()).toString(QKeySequence::NativeText);
}

} // namespace throughline
