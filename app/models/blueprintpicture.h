// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/displaylist.h"

#include <QQuickPaintedItem>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// A blueprint out of a file or the resources as a small picture, from its beginning as far as the item reaches, as on
/// the start page. Empty when the file cannot be read.
class BlueprintPicture : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY darkChanged)

public:
    explicit BlueprintPicture(QQuickItem* parent = nullptr);

    [[nodiscard]] QUrl source() const { return m_source; }
    void setSource(const QUrl& source);
    [[nodiscard]] bool isDark() const { return m_dark; }
    void setDark(bool dark);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void sourceChanged();
    void darkChanged();

private:
    void rebuild();

    QUrl m_source;
    DisplayList m_picture;
    Rgba m_paper = 0;
    bool m_dark = false;
    bool m_stale = true;
};

} // namespace throughline
