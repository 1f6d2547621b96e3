// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"
#include "app/canvas/gridwalk.h"

#include <QAccessibleObject>
#include <QHash>

namespace throughline {

/// Gives screen readers the drawing: from now on every canvas has a CanvasAccessible. Calling it again does nothing.
void installCanvasAccessibility();

/// The drawing as a tree: phases, steps and lanes; in a lane its cards; in a card the connections that leave it. What
/// the tree holds is made when it is asked for; without an assistive technology nothing is.
class CanvasAccessible : public QAccessibleObject, public QAccessibleActionInterface
{
public:
    explicit CanvasAccessible(CanvasItem* canvas);
    ~CanvasAccessible() override;

    [[nodiscard]] CanvasItem* canvas() const;
    /// The interface of an element or an empty cell; null for what is not drawn. Lives as long as the element.
    [[nodiscard]] QAccessibleInterface* interfaceOf(const GridPlace& place);
    [[nodiscard]] QAccessibleInterface* interfaceOf(const ElementRef& ref);
    /// What stands in an element, in reading order.
    [[nodiscard]] const QList<ElementRef>& contentsOf(const ElementRef& ref) const;
    /// The connections with an end at a card.
    [[nodiscard]] QList<ConnectionId> connectionsAt(const CardId& card) const;

    /// The current finding in words where it became current since the keys stand where they are; else empty.
    [[nodiscard]] QString told() const { return m_told; }

    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString& action) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString& action) const override;

private:
    [[nodiscard]] QList<ElementRef> findContents(const ElementRef& ref) const;
    void documentChanged(const Patch& patch);
    void forgetAll();
    void announceFocus();
    void announceFinding();
    [[nodiscard]] QString findingInWords() const;

    mutable QHash<ElementRef, QList<ElementRef>> m_contents; ///< of those asked for since the last change
    QHash<ElementRef, QAccessible::Id> m_ids;
    QAccessible::Id m_cell = 0;                    ///< the empty cell keys act on
    const QAccessibleInterface* m_focus = nullptr; ///< that was announced last, only to be compared
    QString m_announced;                           ///< what it was then
    QString m_told;                                ///< the current finding, until the keys walk on
    QList<QMetaObject::Connection> m_links;
};

} // namespace throughline
