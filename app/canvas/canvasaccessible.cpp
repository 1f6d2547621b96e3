// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasaccessible.h"

#include "app/canvas/canvasscene.h"
#include "app/canvas/elementaccessible.h"
#include "app/document/checkrunner.h"
#include "app/document/elementref.h"
#include "core/model/queries.h"
#include "core/model/referrers.h"

#include <QQuickWindow>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QAccessibleInterface* makeInterface(const QString& className, QObject* object)
{
    if (className != QLatin1StringView(CanvasItem::staticMetaObject.className()))
        return nullptr;
    return new CanvasAccessible(qobject_cast<CanvasItem*>(object));
}

void notify(QAccessibleInterface* interface, QAccessible::Event kind)
{
    QAccessibleEvent event(interface, kind);
    QAccessible::updateAccessibility(&event);
}

} // namespace

void installCanvasAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    static_cast<void>(installed);
}

CanvasAccessible::CanvasAccessible(CanvasItem* canvas) : QAccessibleObject(canvas)
{
    const auto follow = [this, canvas] {
        forgetAll();
        if (DocumentController* document = canvas->document()) {
            m_links += QObject::connect(document, &DocumentController::changed, canvas,
                                        [this](const DocumentChange& change) { documentChanged(change.patch); });
            m_links += QObject::connect(document, &DocumentController::reset, canvas, [this] { forgetAll(); });
        }
    };
    follow();
    m_links += QObject::connect(canvas, &CanvasItem::documentChanged, canvas, follow);
    m_links += QObject::connect(canvas, &CanvasItem::descriptionChanged, canvas, [this] { announceFocus(); });
    m_links += QObject::connect(canvas, &CanvasItem::currentFindingChanged, canvas, [this] { announceFinding(); });
    m_links += QObject::connect(canvas, &QQuickItem::activeFocusChanged, canvas, [this] {
        m_announced.clear();
        announceFocus();
    });
}

CanvasAccessible::~CanvasAccessible()
{
    for (const QMetaObject::Connection& link : std::as_const(m_links))
        QObject::disconnect(link);
    forgetAll();
}

CanvasItem* CanvasAccessible::canvas() const
{
    return qobject_cast<CanvasItem*>(object());
}

void CanvasAccessible::forgetAll()
{
    m_contents.clear();
    const QHash<ElementRef, QAccessible::Id> ids = std::exchange(m_ids, {});
    for (const QAccessible::Id id : ids)
        QAccessible::deleteAccessibleInterface(id);
    if (m_cell != 0)
        QAccessible::deleteAccessibleInterface(std::exchange(m_cell, 0));
}

void CanvasAccessible::documentChanged(const Patch& patch)
{
    m_contents.clear();
    for (const ElementRef& ref : touched(patch)) {
        const auto known = m_ids.constFind(ref);
        if (known == m_ids.cend())
            continue;
        QAccessibleInterface* interface = QAccessible::accessibleInterface(*known);
        if (interface && contains(canvas()->scene().blueprint(), ref)) {
            notify(interface, QAccessible::NameChanged);
            continue;
        }
        QAccessible::deleteAccessibleInterface(*known);
        m_ids.erase(known);
    }
    notify(this, QAccessible::ObjectReorder);
}

QList<ElementRef> CanvasAccessible::findContents(const ElementRef& ref) const
{
    const CanvasScene& scene = canvas()->scene();
    const Layout& layout = scene.layout();
    QList<ElementRef> contents;
    const auto addLeaving = [&](const QList<const Connection*>& connections, const End& end) {
        for (const Connection* connection : connections) {
            if (connection->from == end)
                contents += refTo(connection->id);
        }
    };
    if (ref.kind == ElementKind::Blueprint) {
        for (const LayoutPhase& phase : layout.phases()) {
            if (!contents.contains(refTo(phase.phase)))
                contents += refTo(phase.phase);
        }
        for (const LayoutColumn& column : layout.columns()) {
            if (column.kind == ColumnKind::Step)
                contents += refTo(column.step);
        }
        for (const LayoutRow& row : layout.rows())
            contents += refTo(row.lane);
    } else if (ref.kind == ElementKind::Lane) {
        const LaneId lane(ref.id);
        if (const int index = layout.rowOf(lane); index >= 0) {
            const LayoutRow& row = layout.rows()[index];
            const QRectF band(layout.bounds().left(), row.top, layout.bounds().width(), row.bottom - row.top);
            for (const CardId& id : layout.cardsIn(band)) {
                const Card* card = scene.blueprint().find(id);
                if (card && card->lane == lane)
                    contents += refTo(id);
            }
        }
        addLeaving(referrers(scene.blueprint().connections(), lane), lane);
    } else if (ref.kind == ElementKind::Card) {
        const CardId card(ref.id);
        addLeaving(referrers(scene.blueprint().connections(), card), card);
    }
    return contents;
}

const QList<ElementRef>& CanvasAccessible::contentsOf(const ElementRef& ref) const
{
    auto known = m_contents.find(ref);
    if (known == m_contents.end())
        known = m_contents.insert(ref, findContents(ref));
    return *known;
}

QList<ConnectionId> CanvasAccessible::connectionsAt(const CardId& card) const
{
    QList<ConnectionId> ids;
    for (const Connection& connection : throughline::connectionsAt(canvas()->scene().blueprint(), {card}))
        ids += connection.id;
    return ids;
}

QAccessibleInterface* CanvasAccessible::interfaceOf(const ElementRef& ref)
{
    return ref.kind == ElementKind::Blueprint ? nullptr : interfaceOf(GridPlace{ref, -1, -1});
}

QAccessibleInterface* CanvasAccessible::interfaceOf(const GridPlace& place)
{
    if (place.isCell()) {
        if (m_cell == 0)
            m_cell = QAccessible::registerAccessibleInterface(new ElementAccessible(canvas(), place));
        auto* cell = static_cast<ElementAccessible*>(QAccessible::accessibleInterface(m_cell));
        cell->setPlace(place);
        return cell;
    }
    const ElementRef& ref = place.element;
    if (ref.kind == ElementKind::Blueprint || !contains(canvas()->scene().blueprint(), ref))
        return nullptr;
    const auto known = m_ids.constFind(ref);
    if (known != m_ids.cend())
        return QAccessible::accessibleInterface(*known);
    auto* made = new ElementAccessible(canvas(), GridPlace{ref, -1, -1});
    m_ids.insert(ref, QAccessible::registerAccessibleInterface(made));
    return made;
}

void CanvasAccessible::announceFocus()
{
    if (!canvas()->hasActiveFocus())
        return;
    QAccessibleInterface* focus = interfaceOf(canvas()->place());
    const QString words = canvas()->description();
    // What has been said once is not said again because something else was changed.
    if (!focus || (focus == m_focus && words == m_announced))
        return;
    m_focus = focus;
    m_announced = words;
    m_told.clear();
    notify(focus, QAccessible::Focus);
}

QString CanvasAccessible::findingInWords() const
{
    const CheckRunner* runner = canvas()->checkRunner();
    const qsizetype index = runner ? runner->indexOf(canvas()->currentFindingKey()) : -1;
    if (index < 0)
        return {};
    const Finding& finding = runner->result().findings[index];
    return CanvasItem::tr("Finding %1: %2. %3").arg(runner->numberOf(index)).arg(finding.title, finding.message);
}

/// Nothing gets the focus: that the description of what has it is another one is what is read out.
void CanvasAccessible::announceFinding()
{
    m_told = findingInWords();
    if (m_told.isEmpty() || !canvas()->hasActiveFocus())
        return;
    QAccessibleInterface* focus = interfaceOf(canvas()->place());
    notify(focus ? focus : this, QAccessible::DescriptionChanged);
}

QAccessibleInterface* CanvasAccessible::parent() const
{
    for (QQuickItem* item = canvas()->parentItem(); item; item = item->parentItem()) {
        if (QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(item))
            return interface;
    }
    return QAccessible::queryAccessibleInterface(canvas()->window());
}

int CanvasAccessible::childCount() const
{
    return int(contentsOf({}).size());
}

QAccessibleInterface* CanvasAccessible::child(int index) const
{
    const QList<ElementRef>& top = contentsOf({});
    return index >= 0 && index < top.size() ? const_cast<CanvasAccessible*>(this)->interfaceOf(top[index]) : nullptr;
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* element = dynamic_cast<const ElementAccessible*>(child);
    return element && !element->place().isCell() ? int(contentsOf({}).indexOf(element->place().element)) : -1;
}

QAccessibleInterface* CanvasAccessible::childAt(int x, int y) const
{
    const QPointF at = canvas()->mapFromGlobal(QPointF(x, y));
    if (!canvas()->contains(at))
        return nullptr;
    return const_cast<CanvasAccessible*>(this)->interfaceOf(refFrom(canvas()->elementAt(at)));
}

QAccessibleInterface* CanvasAccessible::focusChild() const
{
    return canvas()->hasActiveFocus() ? const_cast<CanvasAccessible*>(this)->interfaceOf(canvas()->place()) : nullptr;
}

QString CanvasAccessible::text(QAccessible::Text kind) const
{
    const Blueprint& blueprint = canvas()->scene().blueprint();
    switch (kind) {
    case QAccessible::Name: {
        const QString title = blueprint.header().title;
        return title.isEmpty() ? CanvasItem::tr("Blueprint") : CanvasItem::tr("Blueprint %1").arg(title);
    }
    case QAccessible::Description:
        if (!m_told.isEmpty())
            return m_told;
        return CanvasItem::tr("%1 lanes, %2 steps, %3 cards. Arrow keys walk the cells, Return makes the next card.")
            .arg(blueprint.lanes().size())
            .arg(blueprint.steps().size())
            .arg(blueprint.cards().size());
    default:
        return {};
    }
}

QRect CanvasAccessible::rect() const
{
    const QRectF scene = canvas()->mapRectToScene(canvas()->boundingRect());
    return canvas()->window() ? QRectF(canvas()->window()->mapToGlobal(scene.topLeft()), scene.size()).toRect()
                              : QRect();
}

QAccessible::Role CanvasAccessible::role() const
{
    return QAccessible::Canvas;
}

QAccessible::State CanvasAccessible::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.focused = canvas()->hasActiveFocus();
    state.invisible = !canvas()->isVisible();
    state.disabled = !canvas()->isEnabled();
    return state;
}

void* CanvasAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QStringList CanvasAccessible::actionNames() const
{
    return {setFocusAction()};
}

void CanvasAccessible::doAction(const QString& action)
{
    if (action == setFocusAction())
        canvas()->forceActiveFocus();
}

QStringList CanvasAccessible::keyBindingsForAction(const QString&) const
{
    return {};
}

} // namespace throughline
