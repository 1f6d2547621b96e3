// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/minimap.h"

#include "app/canvas/gridwalk.h"
#include "app/canvas/picturenode.h"
#include "app/document/follow.h"
#include "core/model/queries.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QQuickWindow>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// Painting waits for a rest in the changes, and goes on for so long at a time: less than a frame takes.
constexpr int RestMs = 150;
constexpr double SliceMs = 2;
/// Less wide or high than this nothing can be taken hold of.
constexpr double LeastSidePx = 40;
/// What is less than this far out of sight is nothing to go to.
constexpr double SliverPx = 4;
/// Of a finding that rests on more, the first are looked at.
constexpr qsizetype MostLookedAt = 64;
/// How far an arrow key moves the view, in views.
constexpr double KeyStep = 0.25;

} // namespace

MiniMap::MiniMap(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setCursor(Qt::PointingHandCursor);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &MiniMap::paintSome);
}

void MiniMap::setCanvas(CanvasItem* canvas)
{
    if (!follow(this, m_canvas, canvas, when(&CanvasItem::viewChanged, &MiniMap::onViewChanged),
                when(&CanvasItem::contentChanged, &MiniMap::onContentChanged),
                when(&CanvasItem::sceneTouched, &MiniMap::onTouched),
                when(&CanvasItem::descriptionChanged, &MiniMap::updateCovering),
                when(&CanvasItem::currentFindingChanged, &MiniMap::updateCovering)))
        return;
    Q_EMIT canvasChanged();
    onTouched({true, {}});
    onContentChanged();
}

void MiniMap::setRoom(QSizeF room)
{
    if (room == m_room)
        return;
    m_room = room;
    Q_EMIT roomChanged();
    updateSize();
}

QRectF MiniMap::content() const
{
    return m_canvas ? m_canvas->scene().content() : QRectF();
}

QPointF MiniMap::toMap(QPointF scene) const
{
    const QRectF all = content();
    if (all.isEmpty())
        return {};
    return {(scene.x() - all.left()) / all.width() * width(), (scene.y() - all.top()) / all.height() * height()};
}

QPointF MiniMap::toScene(QPointF map) const
{
    const QRectF all = content();
    if (width() <= 0 || height() <= 0)
        return {};
    return {all.left() + map.x() / width() * all.width(), all.top() + map.y() / height() * all.height()};
}

QRectF MiniMap::seen() const
{
    if (!m_canvas)
        return {};
    const QRectF scene = m_canvas->visibleScene();
    return QRectF(toMap(scene.topLeft()), toMap(scene.bottomRight())).intersected(boundingRect());
}

QString MiniMap::description() const
{
    if (!m_canvas)
        return {};
    const QRectF scene = m_canvas->visibleScene();
    const Layout& layout = m_canvas->scene().layout();
    const auto [firstColumn, lastColumn] = layout.columnsIn(scene.left(), scene.right());
    const auto [firstRow, lastRow] = layout.rowsIn(scene.top(), scene.bottom());
    if (lastColumn < firstColumn || lastRow < firstRow)
        return {};
    return tr("In sight: steps %1 to %2 of %3, lanes %4 to %5 of %6")
        .arg(firstColumn + 1)
        .arg(lastColumn + 1)
        .arg(layout.columns().size())
        .arg(firstRow + 1)
        .arg(lastRow + 1)
        .arg(layout.rows().size());
}

void MiniMap::onViewChanged()
{
    const QRectF all = content();
    const double sliver = m_canvas && m_canvas->zoom() > 0 ? SliverPx / m_canvas->zoom() : 0;
    const bool useful = m_canvas && !all.isEmpty() &&
                        !m_canvas->visibleScene().adjusted(-sliver, -sliver, sliver, sliver).contains(all);
    if (useful != m_useful) {
        m_useful = useful;
        Q_EMIT usefulChanged();
    }
    Q_EMIT seenChanged();
    updateCovering();
}

void MiniMap::onContentChanged()
{
    updateSize();
    onViewChanged();
    rest();
}

void MiniMap::onTouched(const SceneDirt& dirt)
{
    m_picture.invalidate(dirt);
    rest();
}

/// The cell, the card or the cards at the connection that keys act on, those that the current finding rests on and
/// those a question stops at, in the item of the canvas; nothing for what is larger.
QList<QRectF> MiniMap::lookedAt() const
{
    const GridPlace place = m_canvas->place();
    if (place.isCell())
        return {m_canvas->rectOfCell(place.row, place.column)};
    QList<QRectF> rects;
    const auto add = [&](const ElementRef& ref) {
        if (ref.kind == ElementKind::Card)
            rects += m_canvas->rectOf(QList{ref});
    };
    const Blueprint& blueprint = m_canvas->document()->blueprint();
    QList<ElementRef> refs = QList{place.element} + m_canvas->evidence().mid(0, MostLookedAt);
    for (const WalkStop& stop : m_canvas->walk().stops.mid(0, MostLookedAt))
        refs += stop.place;
    for (const ElementRef& ref : std::as_const(refs)) {
        add(ref);
        if (const Connection* connection =
                ref.kind == ElementKind::Connection ? blueprint.find(ConnectionId(ref.id)) : nullptr) {
            add(attachedTo(connection->from));
            add(attachedTo(connection->to));
        }
    }
    return rects;
}

void MiniMap::updateCovering()
{
    bool covering = false;
    if (m_canvas && m_canvas->document() && m_useful) {
        const QRectF own = mapRectToItem(m_canvas, boundingRect());
        const QList<QRectF> rects = lookedAt();
        covering = std::any_of(rects.begin(), rects.end(), [&](const QRectF& rect) { return rect.intersects(own); });
    }
    if (covering == m_covering)
        return;
    m_covering = covering;
    Q_EMIT coveringChanged();
}

void MiniMap::updateSize()
{
    const QRectF all = content();
    if (all.isEmpty() || m_room.isEmpty())
        return;
    const double scale = std::min(m_room.width() / all.width(), m_room.height() / all.height());
    const auto side = [&](double points, double most) {
        return std::round(std::clamp(points * scale, std::min(LeastSidePx, most), most));
    };
    setImplicitSize(side(all.width(), m_room.width()), side(all.height(), m_room.height()));
}

void MiniMap::rest()
{
    if (!isVisible())
        m_rest.stop();
    else
        m_rest.start(m_picture.image().isNull() ? 0 : RestMs);
}

void MiniMap::paintSome()
{
    if (!m_canvas || !isVisible() || !window())
        return;
    if (!m_canvas->isSettled()) {
        m_rest.start(RestMs);
        return;
    }
    const double unit = window()->effectiveDevicePixelRatio();
    m_picture.setSize((size() * unit).toSize(), unit);
    if (!m_picture.paint(m_canvas->scene(), SliceMs)) {
        m_rest.start(0);
        return;
    }
    ++m_version;
    update();
}

QSGNode* MiniMap::updatePaintNode(QSGNode* node, UpdatePaintNodeData*)
{
    auto* pictures = static_cast<PictureNode*>(node);
    if (!pictures)
        pictures = new PictureNode;
    if (m_picture.image().isNull())
        pictures->show({}, window());
    else
        pictures->show({Picture{1, m_version, m_picture.image(), {}, boundingRect(), false}}, window());
    return pictures;
}

void MiniMap::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    update();
    Q_EMIT seenChanged();
    updateCovering();
    if (now.size() != before.size())
        rest();
}

void MiniMap::itemChange(ItemChange change, const ItemChangeData& value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemVisibleHasChanged || change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        rest();
    // The keys go on to the drawing.
    if (change == ItemVisibleHasChanged && !value.boolValue && hasFocus() && m_canvas)
        m_canvas->setFocus(true, Qt::OtherFocusReason);
}

void MiniMap::mousePressEvent(QMouseEvent* event)
{
    if (!m_canvas)
        return;
    const QPointF at = toScene(event->position());
    const QRectF inSight = m_canvas->visibleScene();
    const bool onFrame = inSight.contains(at);
    m_grip = onFrame ? at - inSight.center() : QPointF();
    setCursor(Qt::ClosedHandCursor);
    if (!onFrame)
        m_canvas->lookAt(at, true);
}

void MiniMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_canvas)
        m_canvas->lookAt(toScene(event->position()) - m_grip, false);
}

void MiniMap::mouseReleaseEvent(QMouseEvent*)
{
    setCursor(Qt::PointingHandCursor);
}

void MiniMap::mouseUngrabEvent()
{
    setCursor(Qt::PointingHandCursor);
}

void MiniMap::wheelEvent(QWheelEvent* event)
{
    if (!m_canvas || event->angleDelta().y() == 0)
        return;
    // As over the drawing with Ctrl, but about the middle of what is in sight.
    const QPointF middle((m_canvas->headerWidth() + m_canvas->width()) / 2,
                         (m_canvas->headerHeight() + m_canvas->height()) / 2);
    m_canvas->zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), middle);
}

void MiniMap::keyPressEvent(QKeyEvent* event)
{
    if (!m_canvas)
        return;
    const auto move = [&](double across, double down) {
        const QRectF inSight = m_canvas->visibleScene();
        m_canvas->lookAt(inSight.center() + QPointF(across * inSight.width(), down * inSight.height()) * KeyStep,
                         false);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, -1);
    case Qt::Key_Down:
        return move(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_canvas->zoomIn();
    case Qt::Key_Minus:
        return m_canvas->zoomOut();
    case Qt::Key_Escape:
        return m_canvas->forceActiveFocus(Qt::OtherFocusReason);
    default:
        event->ignore();
    }
}

} // namespace throughline
