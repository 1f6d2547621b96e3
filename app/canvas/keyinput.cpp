// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/keyinput.h"

#include "core/model/queries.h"

#include <QKeyEvent>

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
    connect(&view, &CanvasView::documentReplaced, this, [this] { m_last = {}; });
    connect(&view, &CanvasView::documentTouched, this, &KeyInput::stopGoingOn);
    connect(&view, &CanvasView::documentFollowed, this, &KeyInput::onDocumentFollowed);
    connect(&view, &CanvasView::retraced, this, &KeyInput::onRetraced);
    connect(&editor, &InlineEditor::takingBack, this, [this] { m_return = m_before; });
    connect(&editor, &InlineEditor::takenBack, this, [this] { standAt(m_return); });
}

GridPlace KeyInput::place() const
{
    const ElementRef current = m_view.current();
    return current.kind == ElementKind::Blueprint ? m_cell : placeOfElement(current);
}

GridPlace KeyInput::placeOfElement(const ElementRef& ref) const
{
    const Layout& layout = m_view.scene().layout();
    if (ref.kind != ElementKind::Connection)
        return placeOf(layout, ref);
    const Connection* connection = m_view.blueprint().find(ConnectionId(ref.id));
    const CardId* card = connection ? cardAt(connection->to) : nullptr;
    return card ? placeOf(layout, refTo(*card)) : GridPlace();
}

GridPlace KeyInput::start() const
{
    if (hasPlace())
        return place();
    if (!m_last.selection.isEmpty())
        return placeOfElement(m_last.selection.last());
    const Layout& layout = m_view.scene().layout();
    const GridPlace there = placeAt(layout, m_last.mark);
    const GridMark mark = markOf(layout, there);
    return mark.lane == m_last.mark.lane && mark.step == m_last.mark.step ? there : GridPlace();
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
    // A key held down makes one thing, and takes one away.
    if (event->isAutoRepeat() && !(mods == Qt::ControlModifier && event->key() == Qt::Key_J))
        return true;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return pressEnter(mods);
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
        return mods & Qt::ShiftModifier ? insertLane() : mods & Qt::ControlModifier ? insertPhase() : insertStep();
    case Qt::Key_Escape:
        return clear();
    case Qt::Key_Menu: {
        const bool onCell = m_cell.isCell() && m_view.current().kind == ElementKind::Blueprint;
        const QRectF area =
            m_view.geometry().toItem(onCell ? cellRect(m_view.scene().layout(), m_cell.row, m_cell.column)
                                            : m_view.scene().areaOf(m_view.current()));
        Q_EMIT contextMenuWanted(m_view.current(), area.isNull() ? m_view.viewport().center() : area.center());
        return true;
    }
    default:
        break;
    }
    if (mods & Qt::AltModifier)
        return pressAlt(event);
    return mods == Qt::ControlModifier ? pressControl(event->key()) : pressLetter(event);
}

bool KeyInput::claims(const QKeyEvent& event) const
{
    if (!m_view.canEdit() || !hasPlace())
        return false;
    const Qt::KeyboardModifiers mods = event.modifiers() & ~Qt::KeypadModifier;
    // Letters are titles and kinds of connections.
    const bool plain = !(mods & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && !event.text().isEmpty() && event.text().at(0).isPrint())
        return true;
    switch (event.key()) {
    case Qt::Key_Insert:
        return !(mods & (Qt::AltModifier | Qt::MetaModifier));
    case Qt::Key_Delete:
        return mods == Qt::NoModifier;
    case Qt::Key_D:
    case Qt::Key_V:
    case Qt::Key_X:
        return mods == Qt::ControlModifier;
    default:
        return false;
    }
}

bool KeyInput::pressEnter(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier)
        return askAndAnswer();
    if (isConnecting())
        return finishConnecting();
    if (modifiers & Qt::ShiftModifier)
        return cardBelow();
    return modifiers == Qt::NoModifier && enter();
}

bool KeyInput::pressControl(int key)
{
    switch (key) {
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

bool KeyInput::pressArrow(QKeyEvent* event)
{
    const auto direction = directionOf(event->key());
    if (!direction)
        return false;
    const Qt::KeyboardModifiers mods = event->modifiers() & ~Qt::KeypadModifier;
    const bool across = *direction == Direction::Left || *direction == Direction::Right;
    if (mods & Qt::AltModifier) {
        if (!m_view.canEdit())
            return false;
        if (!(mods & Qt::ShiftModifier))
            return shift(*direction);
        return across ? stretch(*direction == Direction::Right ? 1 : -1) : feel(*direction == Direction::Up ? 1 : -1);
    }
    if (mods & Qt::ControlModifier) {
        if (!(mods & Qt::ShiftModifier))
            jump(*direction);
        else if (*direction == Direction::Up || *direction == Direction::Left)
            return goToHeader(*direction);
        return true;
    }
    if (mods & Qt::ShiftModifier)
        extend(*direction);
    else
        go(walk(m_view.scene().layout(), start(), *direction));
    return true;
}

void KeyInput::extend(Direction direction)
{
    const Layout& layout = m_view.scene().layout();
    const GridPlace here = start();
    const ElementKind kind = here.isCell() ? ElementKind::Card : here.element.kind;
    GridPlace last = here;
    GridPlace next = walk(layout, last, direction);
    while (next != last && next.element.kind == ElementKind::Blueprint) {
        last = next;
        next = walk(layout, last, direction);
    }
    if (next == here || next.element.kind != kind)
        return;
    QList<ElementRef> refs = m_view.selection();
    // Back on the one before, the last one is given up.
    if (refs.size() > 1 && refs[refs.size() - 2] == next.element)
        refs.removeLast();
    refs.removeOne(next.element);
    m_view.select(refs + QList<ElementRef>{next.element});
    m_view.revealElements({next.element});
}

void KeyInput::jump(Direction direction)
{
    const Layout& layout = m_view.scene().layout();
    GridPlace last = start();
    const bool inGrid = last.isCell() || last.element.kind == ElementKind::Card;
    for (GridPlace next = walk(layout, last, direction); next != last; next = walk(layout, last, direction)) {
        const bool found = next.element.kind == ElementKind::Card;
        // Along headers every one is a place to stop at; from the grid none is, so that nobody renames a lane for a
        // card.
        if (found || (!next.isCell() && !inGrid)) {
            go(next);
            return;
        }
        if (!next.isCell())
            break;
        last = next;
    }
    go(last);
}

bool KeyInput::goToHeader(Direction direction)
{
    const GridPlace here = start();
    const Layout& layout = m_view.scene().layout();
    if (direction == Direction::Left && here.row >= 0 && here.row < layout.rows().size())
        go({refTo(layout.rows()[here.row].lane), here.row, -1});
    else if (direction == Direction::Up && here.column >= 0 && here.column < layout.columns().size() &&
             layout.columns()[here.column].kind == ColumnKind::Step)
        go({refTo(layout.columns()[here.column].step), -1, here.column});
    else
        return false;
    return true;
}

bool KeyInput::pressView(QKeyEvent* event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool idle = !hasPlace() && !takesText();
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
            m_view.setCamera(m_view.actualSize());
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
        go(control ? firstPlace(layout) : endOfRow(layout, start(), false));
        return true;
    case Qt::Key_End:
        go(endOfRow(layout, start(), true));
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
    if (m_view.current().kind == ElementKind::Connection) {
        const auto kind = kindOfKey(event->key());
        return kind && setKind(*kind);
    }
    return type(text);
}

GridPlace KeyInput::firstCell() const
{
    const Layout& layout = m_view.scene().layout();
    if (hasPlace() || !m_view.canEdit() || !m_view.blueprint().cards().isEmpty() || layout.columns().isEmpty())
        return {};
    for (int row = 0; row < layout.rows().size(); ++row) {
        const Lane* lane = m_view.blueprint().find(layout.rows()[row].lane);
        if (lane && lane->stage == Stage::Customer && lane->curve == LaneCurve::None)
            return {{}, row, 0};
    }
    return {};
}

bool KeyInput::takesText() const
{
    // Several have no title in common.
    return m_view.canEdit() && (hasPlace() || firstCell().isCell()) &&
           m_view.current().kind != ElementKind::Connection && m_view.selection().size() <= 1;
}

bool KeyInput::type(const QString& text)
{
    const ElementRef current = m_view.current();
    if (!takesText() || (!text.isEmpty() && text.at(0).isSpace()))
        return false;
    // What the notation writes for a request.
    if (text == u"?" && current.kind == ElementKind::Card)
        return askAndAnswer();
    if (isGoingOn())
        return sticky() ? oneMore(text) : editNew(CanvasEdits(m_view).nextCard(m_goesOnAfter), text);
    if (const GridPlace first = firstCell(); first.isCell())
        go(first);
    if (current.kind != ElementKind::Blueprint)
        return m_editor.begin(current, text);
    return editNew(CanvasEdits(m_view).newCard(spotOf(m_cell)), text);
}

} // namespace throughline
