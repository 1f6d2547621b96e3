// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasaccessible.h"

#include <QPointer>

namespace throughline {

/// One element of the drawing, or the empty cell the keys act on, as screen readers see it: its name says where it
/// stands, what it is and what it has to do with others.
class ElementAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ElementAccessible(CanvasItem* canvas, const GridPlace& place) : m_canvas(canvas), m_place(place) {}

    [[nodiscard]] const GridPlace& place() const { return m_place; }
    /// Moves the interface of a cell to another.
    void setPlace(const GridPlace& place) { m_place = place; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override;
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text kind, const QString& text) override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString& action) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString& action) const override;

private:
    [[nodiscard]] CanvasAccessible* tree() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] const ElementRef& element() const { return m_place.element; }

    QPointer<CanvasItem> m_canvas;
    GridPlace m_place;
};

} // namespace throughline
