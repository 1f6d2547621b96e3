// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitemparts.h"

#include <QAccessible>
#include <QHoverEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTouchEvent>
#include <QWheelEvent>

/// What the drawing hears from its window.
namespace throughline {

namespace {

/// The modifiers once the key of the event is down or up; the event itself tells of those before it.
Qt::KeyboardModifiers modifiersAfter(const QKeyEvent& event, bool down)
{
    const auto own = event.key() == Qt::Key_Control ? Qt::ControlModifier
                     : event.key() == Qt::Key_Shift ? Qt::ShiftModifier
                     : event.key() == Qt::Key_Alt   ? Qt::AltModifier
                                                    : Qt::NoModifier;
    return down ? event.modifiers() | own : event.modifiers() & ~Qt::KeyboardModifiers(own);
}

} // namespace

bool CanvasItem::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && m_parts->keys.claims(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QQuickItem::event(event);
}

void CanvasItem::inputMethodEvent(QInputMethodEvent* event)
{
    // What is being composed goes on in the title; what has been composed (a dead key and its letter) begins it.
    const bool composes = !event->preeditString().isEmpty();
    event->setAccepted((composes || !event->commitString().isEmpty()) && m_parts->keys.takesText() &&
                       m_parts->keys.type(composes ? QString() : event->commitString()));
}

QVariant CanvasItem::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImEnabled)
        return m_parts->keys.takesText();
    if (query == Qt::ImCursorRectangle) {
        const GridPlace at = place();
        return at.isCell() ? rectOfCell(at.row, at.column) : rectOf(QList<ElementRef>{at.element});
    }
    return QQuickItem::inputMethodQuery(query);
}

void CanvasItem::mousePressEvent(QMouseEvent* event)
{
    // A click elsewhere keeps what was typed and asks for nothing more.
    m_parts->editor.stopAfterThis();
    m_parts->keys.stopGoingOn();
    m_parts->pressing = true;
    forceActiveFocus(Qt::MouseFocusReason);
    m_parts->pressing = false;
    m_parts->pointer.press(event);
}

void CanvasItem::mouseMoveEvent(QMouseEvent* event)
{
    m_parts->pointer.move(event);
}

void CanvasItem::mouseReleaseEvent(QMouseEvent* event)
{
    m_parts->pointer.release(event);
}

void CanvasItem::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_parts->pointer.doubleClick(event);
}

void CanvasItem::mouseUngrabEvent()
{
    m_parts->pointer.cancelDrag();
}

void CanvasItem::hoverEnterEvent(QHoverEvent* event)
{
    m_parts->pointer.hover(event->position(), event->modifiers(), true);
}

void CanvasItem::hoverMoveEvent(QHoverEvent* event)
{
    m_parts->pointer.hover(event->position(), event->modifiers());
}

void CanvasItem::hoverLeaveEvent(QHoverEvent*)
{
    m_parts->pointer.leave();
}

void CanvasItem::wheelEvent(QWheelEvent* event)
{
    m_parts->pointer.wheel(event);
}

void CanvasItem::touchEvent(QTouchEvent* event)
{
    m_parts->pointer.touch(event);
}

void CanvasItem::keyPressEvent(QKeyEvent* event)
{
    m_parts->pointer.setModifiers(modifiersAfter(*event, true));
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_parts->pointer.setSpaceHeld(true);
    if (event->key() == Qt::Key_Escape && isPreviewing()) {
        clearPreview();
        Q_EMIT previewDismissed();
        event->accept();
        return;
    }
    const bool left = event->key() == Qt::Key_Escape && !event->isAutoRepeat() && leave();
    const bool used = !left && m_parts->keys.press(event);
    if (used)
        m_parts->pointer.yieldToKeys();
    event->setAccepted(left || used || event->key() == Qt::Key_Space);
}

bool CanvasItem::leave()
{
    return m_parts->pointer.cancelDrag() ||
           (m_parts->view.canEdit() && (m_parts->keys.leave() || m_parts->pointer.leaveTool()));
}

void CanvasItem::keyReleaseEvent(QKeyEvent* event)
{
    m_parts->pointer.setModifiers(modifiersAfter(*event, false));
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_parts->pointer.setSpaceHeld(false);
    QQuickItem::keyReleaseEvent(event);
}

void CanvasItem::focusInEvent(QFocusEvent* event)
{
    m_parts->view.setFocused(true);
    m_parts->cameByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    Q_EMIT descriptionChanged();
    if (QAccessible::isActive())
        QAccessible::queryAccessibleInterface(this); // it announces what the keys stand on from now on
    QQuickItem::focusInEvent(event);
}

void CanvasItem::focusOutEvent(QFocusEvent* event)
{
    m_parts->pointer.setSpaceHeld(false);
    // Whoever looks something up in another window comes back to the same place.
    if (event->reason() != Qt::ActiveWindowFocusReason)
        m_parts->keys.stopGoingOn();
    m_parts->view.setFocused(false);
    m_parts->cameByKey = false;
    Q_EMIT descriptionChanged();
    QQuickItem::focusOutEvent(event);
}

} // namespace throughline
