// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitemparts.h"

#include <algorithm>

/// Where the view of the drawing goes.
namespace throughline {

void CanvasItem::fitAll()
{
    m_parts->view.fitAll();
}

void CanvasItem::zoomTo100()
{
    m_parts->view.fly(m_parts->view.actualSize());
}

void CanvasItem::zoomToSelection()
{
    CanvasView& view = m_parts->view;
    const QRectF area = view.scene().areaOf(view.selection());
    if (!area.isNull())
        view.fly(fitting(area, view.viewport().size(), 60, 1.5));
}

void CanvasItem::zoomBy(qreal factor, const QPointF& point)
{
    if (factor > 0)
        m_parts->view.zoomBy(factor, point);
}

void CanvasItem::zoomIn()
{
    zoomBy(1.25, m_parts->view.viewport().center());
}

void CanvasItem::zoomOut()
{
    zoomBy(0.8, m_parts->view.viewport().center());
}

void CanvasItem::panBy(qreal dx, qreal dy)
{
    m_parts->view.panBy({dx, dy});
}

void CanvasItem::lookAt(const QPointF& point, bool smoothly)
{
    CanvasView& view = m_parts->view;
    const double scale = view.camera().scale;
    const QSizeF seen = view.viewport().size() / scale;
    const Camera camera{point - QPointF(seen.width(), seen.height()) / 2, scale};
    if (smoothly)
        view.fly(camera);
    else
        view.setCamera(camera);
}

void CanvasItem::flyTo(const QVariantList& refs)
{
    // Words are readable from this scale on.
    constexpr double ReadableScale = 0.7;
    CanvasView& view = m_parts->view;
    view.ensureShown(refsFrom(refs));
    const QRectF area = view.scene().areaOf(refsFrom(refs));
    if (area.isNull())
        return;
    const Camera here = view.destination();
    const Camera whole = fitting(area, view.viewport().size(), 60, std::max(here.scale, ReadableScale));
    if (here.scale >= ReadableScale && whole.scale >= here.scale)
        view.reveal(area);
    else
        view.fly(whole.scale >= ReadableScale ? whole
                                              : view.framing(area, 0.9, ReadableScale * 11, ReadableScale * 11));
}

void CanvasItem::frame(const QVariantList& refs, qreal share, qreal minTextPx, qreal wantedTextPx, int durationMs)
{
    m_parts->view.ensureShown(refsFrom(refs));
    const QRectF area = m_parts->view.areaInSight(refsFrom(refs), share, minTextPx);
    if (!area.isNull())
        m_parts->view.fly(m_parts->view.framing(area, share, minTextPx, wantedTextPx), durationMs);
}

void CanvasItem::setWalk(const Walk& walk, bool withMark)
{
    m_parts->view.setWalk(walk, withMark);
    Q_EMIT descriptionChanged(); // there is something else to do and to look at
}

const Walk& CanvasItem::walk() const
{
    return m_parts->view.walk();
}

void CanvasItem::setWalkPosition(qreal position)
{
    m_parts->view.setWalkPosition(position);
}

qreal CanvasItem::walkPosition() const
{
    return m_parts->view.walkPosition();
}

void CanvasItem::showWalk(int firstStop, int lastStop, int durationMs)
{
    m_parts->view.showWalk(firstStop, lastStop, durationMs);
}

void CanvasItem::reveal(const QString& kind, const QString& id)
{
    const ElementRef ref{kindFromWord(kind), id};
    m_parts->view.ensureShown({ref});
    m_parts->view.reveal(m_parts->view.scene().areaOf(ref));
}

} // namespace throughline
