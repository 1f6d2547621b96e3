// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"

#include <QImage>
#include <QQuickWindow>

namespace throughline::testing {

/// A window with a canvas and its document, played by mouse and keys as the platform would.
class CanvasWindow
{
public:
    explicit CanvasWindow(const Blueprint& blueprint, QSize size = {1000, 700});

    DocumentController document;
    CheckRunner checkRunner;
    QQuickWindow window;
    CanvasItem* canvas = nullptr;

    [[nodiscard]] const Blueprint& blueprint() const { return document.blueprint(); }
    [[nodiscard]] const Card* card(const QString& id) const { return blueprint().find(CardId(id)); }
    /// The middle of an element in the window.
    [[nodiscard]] QPoint at(const char* kind, const QString& id) const;
    /// The middle of the cell of a lane and a step.
    [[nodiscard]] QPoint cell(const QString& lane, const QString& step) const
    {
        return {at("step", step).x(), at("lane", lane).y()};
    }
    [[nodiscard]] QRectF rectOf(const char* kind, const QString& id) const;
    [[nodiscard]] QList<ElementRef> selection() const { return document.selection(); }

    void click(QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton);
    void doubleClick(QPoint at);
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton);
    /// Presses and moves without letting go.
    void hold(QPoint from, QPoint to);
    void letGo(QPoint at);
    void moveTo(QPoint at);
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers = {});
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);
    /// Draws until nothing is left to draw, and gives the picture.
    QImage settle();
};

/// Three lanes (Guest, Waiter, Kitchen), four steps in two phases, the cards g1, g2 (Guest, steps 1 and 2), w1 (Waiter,
/// step 1) and k1 (Kitchen, step 3), a connection e1 from g1 to w1.
[[nodiscard]] Blueprint smallBlueprint();
/// One of the templates, "restaurant.blueprint".
[[nodiscard]] Blueprint templateNamed(const QString& name);

} // namespace throughline::testing
