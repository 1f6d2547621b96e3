// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/elementaccessible.h"

#include "app/canvas/canvasscene.h"
#include "app/canvas/elementspeech.h"
#include "app/document/elementref.h"
#include "core/model/queries.h"

#include <QQuickWindow>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

CanvasAccessible* ElementAccessible::tree() const
{
    return m_canvas ? dynamic_cast<CanvasAccessible*>(QAccessible::queryAccessibleInterface(m_canvas)) : nullptr;
}

bool ElementAccessible::isValid() const
{
    if (!m_canvas)
        return false;
    return m_place.isCell() ? !name().isEmpty() : contains(m_canvas->scene().blueprint(), element());
}

QWindow* ElementAccessible::window() const
{
    return m_canvas ? m_canvas->window() : nullptr;
}

QAccessibleInterface* ElementAccessible::parent() const
{
    CanvasAccessible* tree = this->tree();
    if (!tree)
        return nullptr;
    const Blueprint& blueprint = m_canvas->scene().blueprint();
    QAccessibleInterface* holder = nullptr;
    if (const Card* card = element().kind == ElementKind::Card ? blueprint.find(CardId(element().id)) : nullptr) {
        holder = tree->interfaceOf(refTo(card->lane));
    } else if (element().kind == ElementKind::Connection) {
        const Connection* connection = blueprint.find(ConnectionId(element().id));
        if (const CardId* from = connection ? cardAt(connection->from) : nullptr)
            holder = tree->interfaceOf(refTo(*from));
        else if (const LaneId* lane = connection ? laneAt(connection->from) : nullptr)
            holder = tree->interfaceOf(refTo(*lane));
    } else if (m_place.isCell() && m_place.row < m_canvas->scene().layout().rows().size()) {
        holder = tree->interfaceOf(refTo(m_canvas->scene().layout().rows()[m_place.row].lane));
    }
    return holder ? holder : tree;
}

int ElementAccessible::childCount() const
{
    const CanvasAccessible* tree = this->tree();
    return tree && !m_place.isCell() ? int(tree->contentsOf(element()).size()) : 0;
}

QAccessibleInterface* ElementAccessible::child(int index) const
{
    CanvasAccessible* tree = this->tree();
    return tree && index >= 0 && index < childCount() ? tree->interfaceOf(tree->contentsOf(element())[index]) : nullptr;
}

int ElementAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const CanvasAccessible* tree = this->tree();
    const auto* other = dynamic_cast<const ElementAccessible*>(child);
    return tree && other && !m_place.isCell() ? int(tree->contentsOf(element()).indexOf(other->element())) : -1;
}

QAccessibleInterface* ElementAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface* each = child(i);
        if (each && each->rect().contains(x, y))
            return each;
    }
    return nullptr;
}

QString ElementAccessible::name() const
{
    const CanvasScene& scene = m_canvas->scene();
    if (m_place.isCell())
        return spokenCell(scene.blueprint(), scene.layout(), m_place.row, m_place.column);
    const auto fold = scene.options().folds.constFind(element());
    const QString name = fold == scene.options().folds.cend()
                             ? spokenName(scene.blueprint(), element())
                             : spokenFolded(spokenName(scene.blueprint(), element()), *fold);
    const CanvasAccessible* tree = element().kind == ElementKind::Card ? this->tree() : nullptr;
    if (!tree)
        return name;
    const CardId card(element().id);
    const QString relations = spokenRelations(scene.blueprint(), card, tree->connectionsAt(card));
    return relations.isEmpty() ? name : name + u", "_s + relations;
}

QString ElementAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    const Blueprint& blueprint = m_canvas->scene().blueprint();
    switch (kind) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description: {
        if (const CanvasAccessible* tree = this->tree();
            tree && !tree->told().isEmpty() && element() == m_canvas->place().element)
            return tree->told();
        if (m_place.isCell())
            return CanvasItem::tr("Type a card into the cell");
        const CheckRunner* runner = m_canvas->checkRunner();
        return spokenDetails(blueprint, element(), runner ? runner->result().findings : QList<Finding>());
    }
    case QAccessible::Value:
        return m_place.isCell() ? QString() : nameOf(blueprint, element());
    default:
        return {};
    }
}

void ElementAccessible::setText(QAccessible::Text kind, const QString& text)
{
    if (kind == QAccessible::Value && isValid() && m_canvas->beginEdit(kindWord(element().kind), element().id))
        m_canvas->commitEdit(text);
}

QRect ElementAccessible::rect() const
{
    if (!isValid() || !m_canvas->window())
        return {};
    const QRectF area = m_place.isCell() ? m_canvas->rectOfCell(m_place.row, m_place.column)
                                         : m_canvas->rectOf(QList<ElementRef>{element()});
    const QRectF scene = m_canvas->mapRectToScene(area);
    return QRectF(m_canvas->window()->mapToGlobal(scene.topLeft()), scene.size()).toRect();
}

QAccessible::Role ElementAccessible::role() const
{
    switch (element().kind) {
    case ElementKind::Card:
        return QAccessible::ListItem;
    case ElementKind::Connection:
        return QAccessible::Link;
    case ElementKind::Lane:
        return QAccessible::List;
    case ElementKind::Step:
    case ElementKind::Phase:
        return QAccessible::ColumnHeader;
    default:
        return QAccessible::Cell;
    }
}

QAccessible::State ElementAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = !m_place.isCell();
    state.editable = !m_place.isCell() && !m_canvas->isPresenting();
    const GridPlace here = m_canvas->place();
    const bool current = m_place.isCell() ? here == m_place : here.element == element();
    state.focused = current && m_canvas->hasActiveFocus();
    state.selected = m_canvas->document() && m_canvas->document()->selection().contains(element());
    state.offscreen = !m_canvas->window() ||
                      !rect().intersects(QRect(m_canvas->window()->mapToGlobal(QPoint()), m_canvas->window()->size()));
    return state;
}

void* ElementAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QStringList ElementAccessible::actionNames() const
{
    return m_place.isCell() ? QStringList{setFocusAction()}
                            : QStringList{setFocusAction(), pressAction(), showMenuAction()};
}

void ElementAccessible::doAction(const QString& action)
{
    if (!isValid() || m_place.isCell() || !m_canvas->document())
        return;
    m_canvas->document()->setSelection({element()});
    m_canvas->reveal(kindWord(element().kind), element().id);
    if (action == setFocusAction())
        m_canvas->forceActiveFocus();
    else if (action == showMenuAction())
        Q_EMIT m_canvas->contextMenuRequested(toVariant(element()),
                                              m_canvas->rectOf(QList<ElementRef>{element()}).center());
}

QStringList ElementAccessible::keyBindingsForAction(const QString& action) const
{
    return action == showMenuAction() ? QStringList{u"Menu"_s} : QStringList();
}

} // namespace throughline
