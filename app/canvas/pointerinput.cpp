// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/pointerinput.h"

#include "app/canvas/connecttool.h"
#include "app/canvas/pantool.h"
#include "app/canvas/placetool.h"
#include "app/canvas/selecttool.h"
#include "app/canvas/thread.h"

#include <QGuiApplication>
#include <QLineF>
#include <QMouseEvent>
#include <QStyleHints>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ScrollIntervalMs = 16;
constexpr double ScrollBorderPx = 28;
constexpr double ScrollSpeedPx = 14;
/// It begins slowly: whoever only passes the border stays where he is.
constexpr double ScrollRampMs = 700;
/// How far beyond the drawing it goes, in logical pixels.
constexpr double BeyondPx = 200;
/// A pointer that rests on a card this long asks what the card belongs to.
constexpr int LightAfterMs = 600;
constexpr double WheelNotch = 120;
constexpr double WheelStepPx = 80;
constexpr double ZoomPerNotch = 1.2;

std::unique_ptr<Tool> makeTool(const QString& name, CanvasView& view)
{
    if (name == u"card"_s)
        return std::make_unique<PlaceTool>(view);
    if (name == u"connect"_s)
        return std::make_unique<ConnectTool>(view);
    if (name == u"pan"_s)
        return std::make_unique<PanTool>(view);
    return std::make_unique<SelectTool>(view);
}

} // namespace

PointerInput::PointerInput(CanvasView& view, InlineEditor& editor, QObject* parent)
    : QObject(parent), m_view(view), m_editor(editor), m_tool(makeTool({}, view)), m_toolName(u"select"_s)
{
    m_scrollTimer.setInterval(ScrollIntervalMs);
    connect(&m_scrollTimer, &QTimer::timeout, this, &PointerInput::autoScroll);
    m_lightTimer.setSingleShot(true);
    m_lightTimer.setInterval(LightAfterMs);
    connect(&m_lightTimer, &QTimer::timeout, this, &PointerInput::lightThread);
    connect(&view, &CanvasView::documentTouched, this, [this] { cancelDrag(); });
}

PointerInput::~PointerInput() = default;

void PointerInput::setTool(const QString& name)
{
    const QStringList known{u"select"_s, u"card"_s, u"connect"_s, u"pan"_s};
    const QString next = known.contains(name) ? name : u"select"_s;
    if (next == m_toolName)
        return;
    cancelDrag();
    m_toolName = next;
    m_tool = makeTool(next, m_view);
    updateCursor();
    Q_EMIT toolChanged();
}

bool PointerInput::leaveTool()
{
    if (m_tool->cancel())
        return true;
    const bool left = m_toolName != u"select"_s;
    setTool({});
    return left;
}

Pointer PointerInput::pointerAt(QPointF item, Qt::KeyboardModifiers modifiers) const
{
    return {item, m_view.geometry().toScene(item), modifiers};
}

void PointerInput::press(QMouseEvent* event)
{
    m_lightTimer.stop();
    m_view.setLit({});
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    m_last = pointer;
    if (m_drag)
        return;
    m_button = event->button();
    // The first click went to the finding, and something else lies below the pointer now.
    const auto since = event->timestamp() - m_clickedAt;
    if (m_clicked == Hit::Part::Badge && since < quint64(QGuiApplication::styleHints()->mouseDoubleClickInterval()))
        return;
    const Hit hit = m_view.hitAt(pointer.item);
    m_panPress = event->button() == Qt::MiddleButton || (m_spaceHeld && event->button() == Qt::LeftButton) ||
                 (event->button() == Qt::LeftButton && !m_view.canEdit());
    if (event->button() == Qt::RightButton) {
        openContextMenu(hit, pointer);
        return;
    }
    m_pressed = hit;
    m_pressedAt = pointer;
    if (!m_panPress)
        m_tool->press(hit, pointer);
}

void PointerInput::move(QMouseEvent* event)
{
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    m_last = pointer;
    if (!m_drag && m_pressed) {
        const double way = QLineF(m_pressedAt.item, pointer.item).length();
        if (way < QGuiApplication::styleHints()->startDragDistance() / 2.0)
            return;
        m_drag = m_panPress ? std::make_unique<PanDrag>(m_view, m_pressedAt) : m_tool->drag(*m_pressed, m_pressedAt);
        Q_EMIT draggingChanged();
    }
    if (!m_drag)
        return;
    moveDrag(pointer);
    if (m_drag->scrolls() && !m_scrollTimer.isActive())
        m_scrollTimer.start();
}

void PointerInput::moveDrag(const Pointer& pointer)
{
    m_drag->move(pointer);
    Q_EMIT cursorWanted(m_drag->cursor());
}

void PointerInput::setModifiers(Qt::KeyboardModifiers modifiers)
{
    m_last.modifiers = modifiers;
    if (m_drag)
        moveDrag(m_last);
}

void PointerInput::release(QMouseEvent* event)
{
    if (event->button() != m_button)
        return;
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    m_last = pointer;
    if (m_drag) {
        drop(pointer);
    } else if (m_pressed && !m_panPress) {
        const Hit hit = *m_pressed;
        m_clicked = hit.part;
        m_clickedAt = event->timestamp();
        const quint64 revision = m_view.document()->revision();
        if (hit.part == Hit::Part::Badge)
            Q_EMIT badgeClicked(hit.ref);
        if (const ElementRef made = m_tool->click(hit, pointer); made.kind != ElementKind::Blueprint)
            editMade(made, revision);
    }
    m_pressed.reset();
    hover(pointer.item, pointer.modifiers);
}

void PointerInput::drop(const Pointer& pointer)
{
    m_scrollTimer.stop();
    m_cameFrom.reset();
    const std::unique_ptr<Drag> drag = std::move(m_drag);
    const quint64 revision = m_view.document() ? m_view.document()->revision() : 0;
    drag->drop(pointer);
    Q_EMIT draggingChanged();
    if (const ElementRef made = drag->madeCard(); made.kind != ElementKind::Blueprint)
        editMade(made, revision);
    updateCursor();
}

void PointerInput::editMade(const ElementRef& ref, quint64 revisionBefore)
{
    m_editor.begin(ref, {}, m_view.document()->revision() != revisionBefore);
}

void PointerInput::doubleClick(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_view.canEdit())
        return;
    m_pressed.reset();
    if (m_clicked == Hit::Part::Badge)
        return;
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    const quint64 revision = m_view.document()->revision();
    if (const ElementRef ref = m_tool->doubleClick(m_view.hitAt(pointer.item), pointer);
        ref.kind != ElementKind::Blueprint)
        editMade(ref, revision);
}

void PointerInput::openContextMenu(const Hit& hit, const Pointer& pointer)
{
    if (!m_view.canEdit())
        return;
    if (hit.ref.kind == ElementKind::Blueprint) {
        const bool onCell = (hit.part == Hit::Part::Cell || hit.part == Hit::Part::CurvePoint) && hit.spot;
        m_view.select({});
        Q_EMIT m_view.cellPicked(onCell ? hit.spot->row : -1, onCell ? hit.spot->column : -1);
    } else {
        // Of several selected, what is done to one is done to the one that was clicked.
        QList<ElementRef> refs = m_view.selection();
        if (!refs.removeOne(hit.ref))
            refs.clear();
        m_view.select(refs + QList<ElementRef>{hit.ref});
    }
    Q_EMIT contextMenuWanted(hit.ref, pointer.item);
}

bool PointerInput::cancelDrag()
{
    m_pressed.reset();
    m_scrollTimer.stop();
    if (!m_drag)
        return false;
    const std::unique_ptr<Drag> drag = std::move(m_drag);
    drag->cancel();
    if (m_cameFrom)
        m_view.setCamera(*m_cameFrom);
    m_cameFrom.reset();
    Q_EMIT draggingChanged();
    updateCursor();
    return true;
}

void PointerInput::hover(QPointF item, Qt::KeyboardModifiers modifiers, bool entered)
{
    // Under a pointer at rest things come and go; only who moves it points at something.
    const bool moved = !entered && item != m_last.item;
    m_last = pointerAt(item, modifiers);
    m_yields = m_yields && !moved;
    if (m_drag || m_yields)
        return;
    const Hit hit = m_view.hitAt(item);
    const ElementRef before = m_view.hovered();
    m_view.setHovered(hit.ref);
    HeaderMarks& marks = m_view.marks();
    const bool onHeader = hit.part == Hit::Part::Header || hit.part == Hit::Part::Fold;
    const bool canInsert = m_view.canEdit() && (hit.part == Hit::Part::Plus || onHeader);
    const ElementRef fold = m_view.canEdit() && hit.part == Hit::Part::Fold ? hit.ref : ElementRef();
    const std::optional<Gap> plus = canInsert ? hit.gap : std::nullopt;
    const bool hot = hit.part == Hit::Part::Plus;
    if (fold != marks.foldHot) {
        marks.foldHot = fold;
        m_view.overlayChanged();
        Q_EMIT tipChanged();
    }
    if (plus != marks.plus || hot != marks.plusHot) {
        marks.plus = plus;
        marks.plusHot = hot;
        m_view.overlayChanged();
    }
    if (before != hit.ref) {
        pointAtNothing();
        Q_EMIT tipChanged();
    }
    const bool inGrid = hit.ref.kind == ElementKind::Card || hit.ref.kind == ElementKind::Connection;
    if (moved && inGrid && m_pointedAt != hit.ref && !m_editor.isActive()) {
        m_pointedAt = hit.ref;
        m_lightTimer.start();
    }
    updateCursor();
}

void PointerInput::pointAtNothing()
{
    m_lightTimer.stop();
    m_pointedAt = {};
}

void PointerInput::yieldToKeys()
{
    if (m_drag || m_yields)
        return;
    m_yields = true;
    pointAtNothing();
    m_view.setHovered({});
}

void PointerInput::leave()
{
    pointAtNothing();
    m_view.setHovered({});
    m_view.marks().plus.reset();
    m_view.marks().foldHot = {};
    m_view.overlayChanged();
    Q_EMIT tipChanged();
}

void PointerInput::lightThread()
{
    const ElementRef ref = m_view.hovered();
    if (m_toolName != u"select"_s || m_drag || m_pressed || m_editor.isActive() || m_view.isTracing() ||
        m_view.selection().contains(ref))
        return;
    m_view.setLit(threadOf(m_view.blueprint(), {ref}).elements);
}

void PointerInput::wheel(QWheelEvent* event)
{
    m_view.setLit({});
    const QPointF pixels = event->pixelDelta();
    const QPointF notches = QPointF(event->angleDelta()) / WheelNotch;
    if (event->modifiers() & Qt::ControlModifier) {
        m_view.zoomBy(std::pow(ZoomPerNotch, notches.y()), event->position());
    } else {
        QPointF step = pixels.isNull() ? notches * WheelStepPx : pixels;
        if ((event->modifiers() & Qt::ShiftModifier) && step.x() == 0)
            step = step.transposed();
        m_view.panBy(-step);
    }
    if (m_drag)
        moveDrag(pointerAt(event->position(), event->modifiers()));
    else
        hover(event->position(), event->modifiers());
    event->accept();
}

void PointerInput::touch(QTouchEvent* event)
{
    if (event->points().size() != 2) {
        m_pinchDistance = 0;
        event->ignore();
        return;
    }
    cancelDrag();
    const QPointF first = event->points()[0].position();
    const QPointF second = event->points()[1].position();
    const QPointF centre = (first + second) / 2;
    const double distance = std::max(QLineF(first, second).length(), 1.0);
    if (m_pinchDistance > 0) {
        m_view.panBy(m_pinchCentre - centre);
        m_view.zoomBy(distance / m_pinchDistance, centre);
    }
    m_pinchDistance = distance;
    m_pinchCentre = centre;
    event->accept();
}

void PointerInput::setSpaceHeld(bool held)
{
    m_spaceHeld = held;
    updateCursor();
}

QPointF PointerInput::scrollStep() const
{
    const QRectF view = m_view.viewport();
    const QRectF drawn = m_view.geometry().toItem(m_view.scene().content());
    const auto step = [](double at, double from, double to, double drawnFrom, double drawnTo) {
        const double before = std::min((from + ScrollBorderPx - at) / ScrollBorderPx, 1.0) * ScrollSpeedPx;
        const double after = std::min((at - to + ScrollBorderPx) / ScrollBorderPx, 1.0) * ScrollSpeedPx;
        if (before > 0)
            return -std::clamp(from + BeyondPx - drawnFrom, 0.0, before);
        return after > 0 ? std::clamp(drawnTo + BeyondPx - to, 0.0, after) : 0.0;
    };
    const Qt::Orientations along = m_drag->scrolling();
    const QPointF at = m_last.item;
    return {along & Qt::Horizontal ? step(at.x(), view.left(), view.right(), drawn.left(), drawn.right()) : 0,
            along & Qt::Vertical ? step(at.y(), view.top(), view.bottom(), drawn.top(), drawn.bottom()) : 0};
}

void PointerInput::autoScroll()
{
    if (!m_drag || !m_drag->scrolls()) {
        m_scrollTimer.stop();
        return;
    }
    const QPointF step = scrollStep();
    if (step.isNull()) {
        m_scrolling.invalidate();
        return;
    }
    if (!m_scrolling.isValid())
        m_scrolling.start();
    if (!m_cameFrom)
        m_cameFrom = m_view.camera();
    m_view.panBy(step * std::min(double(m_scrolling.elapsed()) / ScrollRampMs, 1.0));
    m_last = pointerAt(m_last.item, m_last.modifiers);
    moveDrag(m_last);
}

void PointerInput::updateCursor()
{
    if (m_drag)
        Q_EMIT cursorWanted(m_drag->cursor());
    else if (m_spaceHeld)
        Q_EMIT cursorWanted(Qt::OpenHandCursor);
    else if (!m_view.canEdit())
        Q_EMIT cursorWanted(Qt::ArrowCursor);
    else
        Q_EMIT cursorWanted(m_tool->cursor(m_view.hitAt(m_last.item)));
}

} // namespace throughline
