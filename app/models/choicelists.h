// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/labels.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Choices that menus offer: objects {value, text}.
class ChoiceLists : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(QVariantList cards READ cards CONSTANT)
    Q_PROPERTY(QVariantList connections READ connections CONSTANT)
    Q_PROPERTY(QVariantList stages READ stages CONSTANT)

public:
    using QObject::QObject;

    [[nodiscard]] static QVariantList cards() { return cardKindChoices(); }
    [[nodiscard]] static QVariantList connections() { return connectionKindChoices(); }
    [[nodiscard]] static QVariantList stages() { return stageChoices(); }
};

} // namespace throughline
