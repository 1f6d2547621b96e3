// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/blueprintpicture.h"

#include "app/document/documentcontroller.h"
#include "core/layout/gridlayout.h"
#include "core/render/displaylistpainter.h"
#include "core/render/palette.h"
#include "core/render/qttextmeasurer.h"
#include "core/scene/scenebuilder.h"
#include "core/scene/theme.h"

#include <QPainter>

namespace throughline {

BlueprintPicture::BlueprintPicture(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void BlueprintPicture::setSource(const QUrl& source)
{
    if (source == m_source)
        return;
    m_source = source;
    Q_EMIT sourceChanged();
    m_stale = true;
    update();
}

void BlueprintPicture::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT darkChanged();
    m_stale = true;
    update();
}

void BlueprintPicture::rebuild()
{
    m_stale = false;
    m_picture = {};
    DocumentController document;
    if (!m_source.isEmpty() && document.newFromTemplate(m_source)) {
        const Theme& theme = m_dark ? darkTheme() : lightTheme();
        const QtTextMeasurer measurer(screenTypeface());
        const Layout layout = layoutBlueprint(document.blueprint(), LayoutStyle(), measurer);
        m_picture = buildDisplayList(document.blueprint(), layout, theme, SceneOptions(), measurer);
        m_paper = theme.paper;
    }
}

void BlueprintPicture::paint(QPainter* painter)
{
    if (m_stale)
        rebuild();
    if (m_picture.bounds.isEmpty())
        return;
    const QRectF bounds = m_picture.bounds;
    const double scale = height() / bounds.height();
    painter->fillRect(boundingRect(), toColor(m_paper));
    painter->scale(scale, scale);
    painter->translate(-bounds.topLeft());
    DisplayListPainter(screenTypeface()).paint(m_picture.items, *painter, {}, Detail::Full);
}

} // namespace throughline
