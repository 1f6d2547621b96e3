// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/keyinput.h"

#include "app/canvas/clipboardedits.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>
#include <utility>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double ZoomStep = 1.25;

std::optional<Direction> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Direction::Left;
    case Qt::Key_Right:
        return Direction::Right;
    case Qt::Key_Up:
        return Direction::Up;
    case Qt::Key_Down:
        return Direction::Down;
    default:
        return std::nullopt;
    }
}

std::optional<ConnectionKind> kindOfKey(int key)
{
    switch (key) {
    case Qt::Key_R:
        return ConnectionKind::Request;
    case Qt::Key_A:
        return ConnectionKind::Answer;
    case Qt::Key_H:
        return ConnectionKind::Handover;
    case Qt::Key_T:
        return ConnectionKind::Tell;
    case Qt::Key_X:
        return ConnectionKind::SendAway;
    case Qt::Key_F:
        return ConnectionKind::Flow;
    case Qt::Key_N:
        return ConnectionKind::Auto;
    default:
        return std::nullopt;
    }
}

} // namespace

KeyInput::KeyInput(CanvasView& view, InlineEditor& editor, QObject* parent)
    : QObject(parent), m_view(view), m_editor(editor)
{
    connect(&view, &CanvasView::selectionChanged, this, &KeyInput::onSelectionChanged);
    connect(&view, &CanvasView::cellPicked, this, &KeyInput::pickCell);
    connect(&view, &CanvasView::documentTouched, this, [this] {
        m_cell = {};
        m_view.overlay().cursorCell = {};
    });
}

GridPlace KeyInput::place() const
{
    const ElementRef current = m_view.current();
    const Layout& layout = m_view.scene().layout();
    if (current.kind == ElementKind::Connection) {
        const Connection* connection = m_view.blueprint().find(ConnectionId(current.id));
        const CardId* card = connection ? cardAt(connection->to) : nullptr;
        return card ? placeOf(layout, refTo(*card)) : GridPlace();
    }
    if (current.kind != ElementKind::Blueprint)
        return placeOf(layout, current);
    return m_cell;
}

void KeyInput::onSelectionChanged()
{
    if (!m_goingToCell && m_view.current().kind != ElementKind::Blueprint) {
        m_cell = {};
        m_view.overlay().cursorCell = {};
    }
    if (!m_connectFrom.isEmpty())
        showConnecting();
    Q_EMIT placeChanged();
}

void KeyInput::pickCell(int row, int column)
{
    const Layout& layout = m_view.scene().layout();
    if (row < 0 || column < 0 || row >= layout.rows().size() || column >= layout.columns().size())
        return;
    m_cell = {{}, row, column};
    m_view.overlay().cursorCell = cellRect(layout, row, column);
    m_view.overlayChanged();
    Q_EMIT placeChanged();
}

void KeyInput::go(const GridPlace& to, bool extend)
{
    const Layout& layout = m_view.scene().layout();
    if (to.isCell()) {
        if (extend)
            return;
        m_goingToCell = true;
        m_cell = to;
        m_view.select({});
        m_view.overlay().cursorCell = cellRect(layout, to.row, to.column);
        m_view.reveal(m_view.overlay().cursorCell);
        m_goingToCell = false;
        m_view.overlayChanged();
        Q_EMIT placeChanged();
    } else if (to.element.kind != ElementKind::Blueprint) {
        QList<ElementRef> refs = extend ? m_view.selection() : QList<ElementRef>();
        refs.removeOne(to.element);
        m_view.select(refs + QList<ElementRef>{to.element});
        const QRectF area = to.element.kind == ElementKind::Card ? layout.cardRect(CardId(to.element.id))
                                                                 : m_view.scene().areaOf(to.element);
        const QRectF seen = m_view.camera().toScene(QRectF(QPointF(), m_view.viewport().size()));
        if (to.element.kind == ElementKind::Card)
            m_view.reveal(area);
        else if (to.element.kind == ElementKind::Lane)
            m_view.reveal(QRectF(seen.left() + seen.width() / 2, area.top(), 1, area.height()));
        else
            m_view.reveal(QRectF(area.left(), seen.top() + seen.height() / 2, area.width(), 1));
    }
    if (!m_connectFrom.isEmpty())
        showConnecting();
}

bool KeyInput::press(QKeyEvent* event)
{
    // Who presents has other uses for every key.
    if (m_view.isPresenting())
        return false;
    const Qt::KeyboardModifiers mods = event->modifiers() & ~Qt::KeypadModifier;
    if (pressArrow(event) || pressView(event))
        return true;
    if (!m_view.canEdit())
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_connectFrom.isEmpty())
            return finishConnecting();
        if (mods & Qt::ShiftModifier)
            return perform(u"card-below"_s);
        return mods == Qt::NoModifier && enter();
    case Qt::Key_Tab:
        return mods == Qt::NoModifier && makeAnswer(1);
    case Qt::Key_Backtab:
        return makeAnswer(-1);
    case Qt::Key_F2:
        return edit();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return remove();
    case Qt::Key_Insert:
        return mods & Qt::ShiftModifier ? insertLane() : insertStep();
    case Qt::Key_Escape:
        return perform(u"clear"_s);
    case Qt::Key_Menu: {
        const QRectF area = m_view.geometry().toItem(m_view.scene().areaOf(m_view.current()));
        Q_EMIT contextMenuWanted(m_view.current(), area.isNull() ? m_view.viewport().center() : area.center());
        return true;
    }
    default:
        break;
    }
    if (mods == Qt::ControlModifier) {
        switch (event->key()) {
        case Qt::Key_A:
            return perform(u"select-all"_s);
        case Qt::Key_C:
            return perform(u"copy"_s);
        case Qt::Key_D:
            return perform(u"duplicate"_s);
        case Qt::Key_J:
            return perform(u"next-connection"_s);
        case Qt::Key_L:
            return perform(u"connect"_s);
        case Qt::Key_V:
            return perform(u"paste"_s);
        case Qt::Key_X:
            return perform(u"cut"_s);
        default:
            return false;
        }
    }
    return pressLetter(event);
}

bool KeyInput::pressArrow(QKeyEvent* event)
{
    const auto direction = directionOf(event->key());
    if (!direction)
        return false;
    const Qt::KeyboardModifiers mods = event->modifiers() & ~Qt::KeypadModifier;
    if (mods & (Qt::AltModifier | Qt::ControlModifier))
        return m_view.canEdit() && shift(*direction);
    const GridPlace here = place();
    go(walk(m_view.scene().layout(), here, *direction), mods & Qt::ShiftModifier);
    return true;
}

bool KeyInput::pressView(QKeyEvent* event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool idle = m_view.current().kind == ElementKind::Blueprint && !m_cell.isCell();
    const Layout& layout = m_view.scene().layout();
    const double page = m_view.viewport().height() * 0.8;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (!control && !idle)
            return false;
        m_view.zoomBy(ZoomStep, m_view.viewport().center());
        return true;
    case Qt::Key_Minus:
        if (!control && !idle)
            return false;
        m_view.zoomBy(1 / ZoomStep, m_view.viewport().center());
        return true;
    case Qt::Key_0:
        if (control)
            m_view.zoomBy(1 / m_view.camera().scale, m_view.viewport().center());
        return control;
    case Qt::Key_1:
        if (control)
            m_view.fitAll();
        return control;
    case Qt::Key_F:
        if (idle && !control)
            m_view.fitAll();
        return idle && !control;
    case Qt::Key_PageUp:
        m_view.panBy({0, -page});
        return true;
    case Qt::Key_PageDown:
        m_view.panBy({0, page});
        return true;
    case Qt::Key_Home:
        go(control ? firstPlace(layout) : endOfRow(layout, place(), false), false);
        return true;
    case Qt::Key_End:
        go(endOfRow(layout, place(), true), false);
        return true;
    default:
        return false;
    }
}

bool KeyInput::pressLetter(QKeyEvent* event)
{
    const QString text = event->text();
    if (text.isEmpty() || !text.at(0).isPrint() || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    const ElementRef current = m_view.current();
    if (current.kind == ElementKind::Connection) {
        const auto kind = kindOfKey(event->key());
        return kind && setKind(*kind);
    }
    if (text.at(0).isSpace())
        return false;
    if (current.kind != ElementKind::Blueprint)
        return m_editor.begin(current, text);
    if (m_cell.isCell())
        return editNew(CanvasEdits(m_view).newCard(spotOf(m_cell)), text);
    return false;
}

QStringList KeyInput::commands()
{
    return {u"next-card"_s,   u"card-below"_s,  u"answering-card"_s, u"card-above"_s,
            u"edit"_s,        u"delete"_s,      u"connect"_s,        u"next-connection"_s,
            u"insert-step"_s, u"insert-lane"_s, u"insert-phase"_s,   u"request"_s,
            u"answer"_s,      u"handover"_s,    u"tell"_s,           u"send-away"_s,
            u"flow"_s,        u"plain"_s,       u"move-left"_s,      u"move-right"_s,
            u"move-up"_s,     u"move-down"_s,   u"select-all"_s,     u"duplicate"_s,
            u"cut"_s,         u"copy"_s,        u"paste"_s,          u"clear"_s};
}

bool KeyInput::perform(const QString& command)
{
    const QList<std::pair<QString, std::function<bool()>>> table{
        {u"next-card"_s, [this] { return enter(); }},
        {u"card-below"_s,
         [this] {
             const GridPlace here = place();
             return here.element.kind == ElementKind::Card
                        ? editNew(CanvasEdits(m_view).cardBelow(CardId(here.element.id)))
                        : enter();
         }},
        {u"answering-card"_s, [this] { return makeAnswer(1); }},
        {u"card-above"_s, [this] { return makeAnswer(-1); }},
        {u"edit"_s, [this] { return edit(); }},
        {u"delete"_s, [this] { return remove(); }},
        {u"connect"_s, [this] { return m_connectFrom.isEmpty() ? beginConnecting() : finishConnecting(); }},
        {u"next-connection"_s, [this] { return nextConnection(); }},
        {u"insert-step"_s, [this] { return insertStep(); }},
        {u"insert-lane"_s, [this] { return insertLane(); }},
        {u"insert-phase"_s, [this] { return insertPhase(); }},
        {u"request"_s, [this] { return setKind(ConnectionKind::Request); }},
        {u"answer"_s, [this] { return setKind(ConnectionKind::Answer); }},
        {u"handover"_s, [this] { return setKind(ConnectionKind::Handover); }},
        {u"tell"_s, [this] { return setKind(ConnectionKind::Tell); }},
        {u"send-away"_s, [this] { return setKind(ConnectionKind::SendAway); }},
        {u"flow"_s, [this] { return setKind(ConnectionKind::Flow); }},
        {u"plain"_s, [this] { return setKind(ConnectionKind::Auto); }},
        {u"move-left"_s, [this] { return shift(Direction::Left); }},
        {u"move-right"_s, [this] { return shift(Direction::Right); }},
        {u"move-up"_s, [this] { return shift(Direction::Up); }},
        {u"move-down"_s, [this] { return shift(Direction::Down); }},
        {u"duplicate"_s, [this] { return duplicate(); }},
        {u"cut"_s, [this] { return cut(); }},
        {u"copy"_s, [this] { return ClipboardEdits(m_view).copy(); }},
        {u"paste"_s, [this] { return paste(); }},
        {u"select-all"_s,
         [this] {
             m_view.document()->selectAll();
             return true;
         }},
        {u"clear"_s,
         [this] {
             const bool had = !m_connectFrom.isEmpty() || m_cell.isCell() || !m_view.selection().isEmpty();
             if (!std::exchange(m_connectFrom, CardId()).isEmpty())
                 m_view.document()->dismissMessage();
             m_view.overlay().draft.reset();
             m_cell = {};
             m_view.overlay().cursorCell = {};
             m_view.select({});
             m_view.overlayChanged();
             return had;
         }},
    };
    if (!m_view.canEdit())
        return false;
    const auto known =
        std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == command; });
    return known != table.end() && known->second();
}

CellSpot KeyInput::spotOf(const GridPlace& at) const
{
    const Layout& layout = m_view.scene().layout();
    const LayoutColumn& column = layout.columns()[at.column];
    CellSpot spot;
    spot.row = at.row;
    spot.column = at.column;
    spot.lane = layout.rows()[at.row].lane;
    spot.step = column.step;
    spot.phase = column.phase;
    spot.index = -1;
    return spot;
}

bool KeyInput::editNew(const ElementRef& ref, const QString& firstKey)
{
    if (ref.kind == ElementKind::Blueprint)
        return false;
    m_editor.begin(ref, firstKey, true);
    return true;
}

bool KeyInput::enter()
{
    const GridPlace here = place();
    CanvasEdits edits(m_view);
    if (here.element.kind == ElementKind::Card)
        return editNew(edits.nextCard(CardId(here.element.id)));
    if (here.isCell())
        return editNew(edits.newCard(spotOf(here)));
    return insertBeside();
}

bool KeyInput::insertBeside()
{
    switch (m_view.current().kind) {
    case ElementKind::Lane:
        return insertLane();
    case ElementKind::Step:
        return insertStep();
    case ElementKind::Phase:
        return insertPhase();
    default:
        return false;
    }
}

bool KeyInput::makeAnswer(int by)
{
    const GridPlace here = place();
    return here.element.kind == ElementKind::Card &&
           editNew(CanvasEdits(m_view).answeringCard(CardId(here.element.id), by));
}

bool KeyInput::edit()
{
    return m_view.current().kind != ElementKind::Blueprint && m_editor.begin(m_view.current());
}

bool KeyInput::remove()
{
    if (m_view.selection().isEmpty())
        return false;
    const GridPlace here = place();
    if (m_view.document()->deleteSelection())
        stayAt(here);
    return true;
}

void KeyInput::stayAt(const GridPlace& here)
{
    if (here.row >= 0 && here.column >= 0 && here.row < m_view.scene().layout().rows().size() &&
        here.column < m_view.scene().layout().columns().size()) {
        const QList<CardId> left = m_view.scene().layout().cardsInCell(here.row, here.column);
        go(left.isEmpty() ? GridPlace{{}, here.row, here.column}
                          : GridPlace{refTo(left.first()), here.row, here.column},
           false);
    }
}

bool KeyInput::setKind(ConnectionKind kind)
{
    return m_view.document()->setConnectionKind(word(kind));
}

bool KeyInput::shift(Direction direction)
{
    const int across = direction == Direction::Right ? 1 : direction == Direction::Left ? -1 : 0;
    const int down = direction == Direction::Down ? 1 : direction == Direction::Up ? -1 : 0;
    const ElementRef current = m_view.current();
    const Layout& layout = m_view.scene().layout();
    CanvasEdits edits(m_view);
    bool moved = false;
    if (const QList<CardId> cards = cardsOf(m_view.selection()); !cards.isEmpty()) {
        moved = cards.size() == 1 && down != 0 ? edits.moveCardVertically(cards.first(), down)
                                               : edits.moveCardsBy(cards, down, across);
    } else if (current.kind == ElementKind::Lane && down != 0) {
        const int row = layout.rowOf(LaneId(current.id)) + (down > 0 ? 2 : -1);
        if (row < 0 || row > layout.rows().size())
            return true;
        // Into the stage of the lane it passes.
        moved = edits.moveLaneTo(LaneId(current.id), {Gap::Between::Rows, row, 0}, down < 0);
    } else if (current.kind == ElementKind::Step && across != 0) {
        const int column = layout.columnOf(StepId(current.id)) + (across > 0 ? 2 : -1);
        if (column < 0 || column > layout.columns().size())
            return true;
        moved = edits.moveStepTo(StepId(current.id), {Gap::Between::Columns, column, 0});
    } else if (current.kind == ElementKind::Phase && across != 0) {
        const GridPlace here = placeOf(layout, current);
        const GridPlace next = walk(layout, here, direction);
        const auto target = std::find_if(layout.phases().begin(), layout.phases().end(), [&](const LayoutPhase& phase) {
            return phase.phase.value == next.element.id;
        });
        if (target == layout.phases().end() || next == here)
            return true;
        moved = edits.movePhaseTo(
            PhaseId(current.id), {Gap::Between::Columns, across > 0 ? target->lastColumn + 1 : target->firstColumn, 0});
    } else {
        return false;
    }
    if (moved && m_view.current().kind == ElementKind::Card)
        m_view.reveal(m_view.scene().areaOf(m_view.current()));
    return true;
}

bool KeyInput::nextConnection()
{
    const ElementRef current = m_view.current();
    CardId card = current.kind == ElementKind::Card ? CardId(current.id) : CardId();
    if (current.kind == ElementKind::Connection) {
        const Connection* connection = m_view.blueprint().find(ConnectionId(current.id));
        const CardId* from = connection ? cardAt(connection->from) : nullptr;
        card = from ? *from : CardId();
    }
    if (card.isEmpty())
        return false;
    const QList<Connection> all = connectionsAt(m_view.blueprint(), {card});
    if (all.isEmpty())
        return false;
    const auto here = std::find_if(all.begin(), all.end(), [&](const Connection& c) { return refTo(c.id) == current; });
    const bool wrap = here == all.end() || here + 1 == all.end();
    m_view.select({refTo(wrap ? all.first().id : (here + 1)->id)});
    return true;
}

bool KeyInput::beginConnecting()
{
    if (m_view.current().kind != ElementKind::Card)
        return false;
    m_connectFrom = CardId(m_view.current().id);
    m_view.document()->showMessage(tr("Go to the other card with the arrow keys and press Enter; Esc leaves."));
    showConnecting();
    return true;
}

void KeyInput::showConnecting()
{
    const QRectF from = m_view.scene().layout().cardRect(m_connectFrom);
    const GridPlace here = place();
    const bool onCard = here.element.kind == ElementKind::Card && here.element.id != m_connectFrom.value;
    const QRectF to = onCard          ? m_view.scene().layout().cardRect(CardId(here.element.id))
                      : here.isCell() ? cellRect(m_view.scene().layout(), here.row, here.column)
                                      : QRectF();
    if (from.isNull() || to.isNull()) {
        m_view.overlay().draft.reset();
    } else {
        m_view.overlay().draft = ConnectionDraft{from.center(), to.center(), to, true, !onCard};
    }
    m_view.overlayChanged();
}

bool KeyInput::finishConnecting()
{
    const CardId from = std::exchange(m_connectFrom, CardId());
    m_view.overlay().draft.reset();
    m_view.document()->dismissMessage();
    const GridPlace here = place();
    CanvasEdits edits(m_view);
    if (here.element.kind == ElementKind::Card && here.element.id != from.value)
        return edits.connect(from, CardId(here.element.id)).kind != ElementKind::Blueprint;
    if (here.isCell())
        return editNew(edits.connectToNewCard(from, spotOf(here)));
    m_view.overlayChanged();
    return false;
}

bool KeyInput::insertStep()
{
    const GridPlace here = place();
    const Layout& layout = m_view.scene().layout();
    const bool known = here.column >= 0 && here.column < layout.columns().size();
    const QString beside = known ? layout.columns()[here.column].step.value : QString();
    return m_view.document()->insertStep(beside) && editNew(m_view.current());
}

bool KeyInput::insertLane()
{
    const GridPlace here = place();
    const Layout& layout = m_view.scene().layout();
    const bool known = here.row >= 0 && here.row < layout.rows().size();
    const QString beside = known ? layout.rows()[here.row].lane.value : QString();
    return m_view.document()->addLane(beside) && editNew(m_view.current());
}

bool KeyInput::insertPhase()
{
    const GridPlace here = place();
    const Layout& layout = m_view.scene().layout();
    // On a step: from there on a phase of its own; elsewhere a phase after the last.
    const bool onStep = m_view.current().kind == ElementKind::Step && here.column >= 0;
    const QString first = onStep ? layout.columns()[here.column].step.value : QString();
    return m_view.document()->addPhase(first) && editNew(m_view.current());
}

bool KeyInput::duplicate()
{
    const QList<CardId> cards = cardsOf(m_view.selection());
    return !cards.isEmpty() && !CanvasEdits(m_view).copyCardsBy(cards, 0, 1).isEmpty();
}

bool KeyInput::cut()
{
    const GridPlace here = place();
    if (!ClipboardEdits(m_view).cut())
        return false;
    stayAt(here);
    return true;
}

bool KeyInput::paste()
{
    const GridPlace here = place();
    const Blueprint& blueprint = m_view.blueprint();
    return ClipboardEdits(m_view).paste(
        here.isCell() ? landingAt(blueprint, spotOf(here))
                      : Result<Landing>(Landing{blueprint, {}, ClipboardEdits::placeAt(blueprint, here.element)}));
}

QString KeyInput::description() const
{
    const GridPlace here = place();
    const Layout& layout = m_view.scene().layout();
    const Blueprint& blueprint = m_view.blueprint();
    const ElementRef current = m_view.current();
    const auto laneName = [&](int row) { return nameOf(blueprint, refTo(layout.rows()[row].lane)); };
    const auto stepName = [&](int column) {
        return layout.columns()[column].kind == ColumnKind::Step ? tr("step %1").arg(layout.columns()[column].number)
                                                                 : tr("not placed");
    };
    switch (current.kind) {
    case ElementKind::Card:
        return here.row < 0
                   ? QString()
                   : tr("%1, %2, %3").arg(laneName(here.row), stepName(here.column), nameOf(blueprint, current));
    case ElementKind::Connection: {
        const Connection* connection = blueprint.find(ConnectionId(current.id));
        return connection ? tr("Connection, %1, %2").arg(word(connection->kind), nameOf(blueprint, current))
                          : QString();
    }
    case ElementKind::Lane:
        return tr("Lane %1").arg(nameOf(blueprint, current));
    case ElementKind::Step:
        return here.column < 0
                   ? QString()
                   : tr("Step %1 %2").arg(layout.columns()[here.column].number).arg(nameOf(blueprint, current));
    case ElementKind::Phase:
        return tr("Phase %1").arg(nameOf(blueprint, current));
    default:
        return here.isCell() ? tr("%1, %2, empty").arg(laneName(here.row), stepName(here.column)) : QString();
    }
}

} // namespace throughline
