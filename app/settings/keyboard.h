// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Keys in the words of the platform and language, for menus and tooltips.
class Keyboard : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    /// "Ctrl+Shift+Z" as the user's keyboard names it; a number is a QKeySequence::StandardKey. Empty for nothing.
    Q_INVOKABLE QString nativeText(const QVariant& shortcut) const;
};

} // namespace throughline
