// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitemparts.h"

#include <QAccessible>
#include <QHoverEvent>
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
    // Letters typed here are titles and kinds of connections: no shortcut may take them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && !key->text().isEmpty() && key->text().at(0).isPrint() && m_parts->view.canEdit() &&
            !m_parts->view.selection().isEmpty()) {
            event->accept();
            return true;
        }
    }
    return QQuickItem::event(event);
}

void CanvasItem::mousePressEvent(QMouseEvent* event)
{
    // A click elsewhere keeps what was typed and asks for nothing more.
    m_parts->editor.stopAfterThis();
    forceActiveFocus(Qt::MouseFocusReason);
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
    m_parts->pointer.hover(event->position(), event->modifiers());
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
    const bool cancelled = event->key() == Qt::Key_Escape && m_parts->pointer.cancelDrag();
    event->setAccepted(cancelled || m_parts->keys.press(event) || event->key() == Qt::Key_Space);
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
    if (QAccessible::isActive())
        QAccessible::queryAccessibleInterface(this); // it announces what the keys stand on from now on
    QQuickItem::focusInEvent(event);
}

void CanvasItem::focusOutEvent(QFocusEvent* event)
{
    m_parts->pointer.setSpaceHeld(false);
    m_parts->view.setFocused(false);
    QQuickItem::focusOutEvent(event);
}

} // namespace throughline
