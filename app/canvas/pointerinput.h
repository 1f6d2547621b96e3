// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/inlineeditor.h"
#include "app/canvas/tool.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QHoverEvent;
class QMouseEvent;
class QTouchEvent;
class QWheelEvent;

namespace throughline {

/// Mouse, wheel and touch on the canvas.
class PointerInput : public QObject
{
    Q_OBJECT

public:
    PointerInput(CanvasView& view, InlineEditor& editor, QObject* parent = nullptr);
    ~PointerInput() override;

    [[nodiscard]] QString tool() const { return m_toolName; }
    /// "select", "card", "connect" or "pan"; anything else is "select".
    void setTool(const QString& name);

    void press(QMouseEvent* event);
    void move(QMouseEvent* event);
    void release(QMouseEvent* event);
    void doubleClick(QMouseEvent* event);
    /// entered: the pointer has come from elsewhere in the window, or what lay over the drawing has gone.
    void hover(QPointF item, Qt::KeyboardModifiers modifiers, bool entered = false);
    void leave();
    void wheel(QWheelEvent* event);
    void touch(QTouchEvent* event);
    /// A key like Ctrl went down or up: what is being dragged may mean something else now.
    void setModifiers(Qt::KeyboardModifiers modifiers);
    /// Space is held: dragging pans.
    void setSpaceHeld(bool held);
    /// A key did something: until the pointer moves nothing is marked below it.
    void yieldToKeys();
    /// Ends what clicks with the tool have begun, or goes back from it to the select tool; false when that is it.
    bool leaveTool();
    /// Ends what is being dragged without effect; false when nothing is.
    bool cancelDrag();
    [[nodiscard]] bool isDragging() const { return m_drag != nullptr; }
    /// Something is dragged, and not the view itself.
    [[nodiscard]] bool isWorking() const { return m_drag && m_drag->scrolls(); }
    /// Where the pointer was seen last, in the item.
    [[nodiscard]] QPointF place() const { return m_last.item; }
    /// What the hand can do while it drags, or with the next click, in words; empty: nothing that it could not do
    /// before.
    [[nodiscard]] QString help() const { return m_drag ? m_drag->help() : m_tool->help(); }

Q_SIGNALS:
    void toolChanged();
    void draggingChanged();
    /// The pointer came to something of the headers that has a name, or left it.
    void tipChanged();
    void cursorWanted(Qt::CursorShape shape);
    void contextMenuWanted(const throughline::ElementRef& ref, const QPointF& item);
    void badgeClicked(const throughline::ElementRef& ref);

private:
    [[nodiscard]] Pointer pointerAt(QPointF item, Qt::KeyboardModifiers modifiers) const;
    void moveDrag(const Pointer& pointer);
    void drop(const Pointer& pointer);
    void editMade(const ElementRef& ref, quint64 revisionBefore);
    void openContextMenu(const Hit& hit, const Pointer& pointer);
    void autoScroll();
    /// How far the view goes on for a pointer near its border: no further than a cell beyond the drawing.
    [[nodiscard]] QPointF scrollStep() const;
    /// No thread is about to be lit.
    void pointAtNothing();
    void lightThread();
    void updateCursor();

    CanvasView& m_view;
    InlineEditor& m_editor;
    std::unique_ptr<Tool> m_tool;
    QString m_toolName;
    std::unique_ptr<Drag> m_drag;
    std::optional<Hit> m_pressed;
    Hit::Part m_clicked = Hit::Part::Nothing; ///< what the last click was on
    quint64 m_clickedAt = 0;                  ///< in milliseconds of the events' clock
    Qt::MouseButton m_button = Qt::NoButton;  ///< that was pressed
    Pointer m_pressedAt;
    Pointer m_last;
    bool m_spaceHeld = false;
    bool m_panPress = false;
    double m_pinchDistance = 0;
    QPointF m_pinchCentre;
    QTimer m_scrollTimer;
    QElapsedTimer m_scrolling;        ///< since the pointer came to the border
    std::optional<Camera> m_cameFrom; ///< where the view was before it scrolled under what is dragged
    QTimer m_lightTimer;
    bool m_yields = false;  ///< to keys, until the pointer moves
    ElementRef m_pointedAt; ///< what the pointer moved to last; its thread is lit
};

} // namespace throughline
