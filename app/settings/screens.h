// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

class QScreen;

namespace throughline {

/// The screens of the machine, to present on: the one chosen last, else the one beside the window one works in.
class Screens : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit Screens(QObject* parent = nullptr);

    [[nodiscard]] int count() const;
    /// Puts window on the screen chosen last, or else on one that near is not on, or else on its own.
    Q_INVOKABLE void place(QObject* window, QObject* near) const;
    /// Puts window on the screen after its own and remembers that.
    Q_INVOKABLE void moveToNext(QObject* window) const;

Q_SIGNALS:
    void countChanged();
};

} // namespace throughline
