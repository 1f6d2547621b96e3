// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/keyinput.h"
#include "core/edit/subjects.h"
#include "core/model/queries.h"
#include "core/scene/curve.h"

#include <algorithm>
#include <utility>

/// Where the keyboard stands, and how it keeps its place.
namespace throughline {

namespace {

constexpr double CurveMarkPt = 12; ///< from a point of a curve to the mark around it

/// The cell of the first card that a patch removes, or where the first connection began that it removes.
GridMark placeOfRemoved(const Layout& layout, const Patch& patch)
{
    for (const Change& change : patch.changes) {
        if (const auto* card = std::get_if<ElementChange<Card>>(&change); card && card->before && !card->after) {
            const int row = layout.rowOf(card->before->lane);
            const int column = layout.columnOf(card->before->firstStep);
            const int last = int(layout.columns().size()) - 1;
            if (row >= 0)
                return {card->before->lane, card->before->firstStep, {}, row, column >= 0 ? column : last, 0};
        }
    }
    for (const Change& change : patch.changes) {
        const auto* connection = std::get_if<ElementChange<Connection>>(&change);
        if (!connection || !connection->before || connection->after)
            continue;
        if (const CardId* from = cardAt(connection->before->from))
            return markOf(layout, placeOf(layout, refTo(*from)));
    }
    return {};
}

} // namespace

void KeyInput::onSelectionChanged()
{
    stopGoingOn();
    if (!m_goingToCell && m_view.current().kind != ElementKind::Blueprint) {
        m_cell = {};
        m_view.overlay().cursorCell = {};
    }
    const QList<ElementRef>& held = m_stand.selection;
    const bool isGone = m_view.canEdit() && m_view.selection().isEmpty() && !m_cell.isCell() && !held.isEmpty() &&
                        std::none_of(held.begin(), held.end(),
                                     [this](const ElementRef& ref) { return contains(m_view.blueprint(), ref); });
    if (isGone) {
        standAt(m_stand);
        return;
    }
    if (m_view.current().kind == ElementKind::Card)
        m_pivot = CardId(m_view.current().id);
    noteStand();
    if (isConnecting())
        showConnecting();
    Q_EMIT placeChanged();
}

void KeyInput::noteStand()
{
    const Stand now{m_view.selection(), markOf(m_view.scene().layout(), place())};
    if (hasPlace())
        m_last = now;
    if (now == m_stand)
        return;
    // What moved with the grid is the same place.
    if (now.selection != m_stand.selection || now.selection.isEmpty())
        m_before = std::exchange(m_stand, now);
    else
        m_stand = now;
}

void KeyInput::standAt(const Stand& stand)
{
    QList<ElementRef> left = stand.selection;
    left.removeIf([this](const ElementRef& ref) { return !contains(m_view.scene().blueprint(), ref); });
    GridPlace there = placeAt(m_view.scene().layout(), stand.mark);
    // Where a lane or step was deleted, nothing that holds cards is chosen: the next Delete would take it along.
    if (left.isEmpty() && std::ranges::any_of(stand.selection, isHeader, &ElementRef::kind) &&
        isHeader(there.element.kind))
        there = {{}, std::max(there.row, 0), std::max(there.column, 0)};
    if (left.isEmpty() && there.element.kind != ElementKind::Blueprint)
        left = {there.element};
    if (!left.isEmpty()) {
        m_stand = {};
        m_view.select(left);
        noteStand(); // selected already, nobody says so
        return;
    }
    m_goingToCell = true;
    m_cell = there.isCell() ? there : GridPlace();
    m_view.select({});
    m_goingToCell = false;
    showCell();
    noteStand();
    Q_EMIT placeChanged();
}

void KeyInput::onDocumentFollowed()
{
    const Layout& layout = m_view.scene().layout();
    if (m_cell.isCell()) {
        const GridPlace there = placeAt(layout, m_stand.mark);
        m_cell = there.row >= 0 && there.column >= 0 ? GridPlace{{}, there.row, there.column} : GridPlace();
        showCell();
    }
    if (const GridMark mark = markOf(layout, place()); mark.row >= 0 || mark.column >= 0)
        m_stand.mark = mark;
    if (isConnecting())
        showConnecting();
}

void KeyInput::onRetraced(const Patch& patch)
{
    // Another window on the document, which presents it, stays where it is; and of a comment in its text nothing is
    // drawn.
    if (!m_view.canEdit() || patch.isEmpty())
        return;
    const QList<ElementRef> subjects = subjectsOf(patch);
    if (const QList<ElementRef> before = m_view.document()->selectionBefore();
        subjects.isEmpty() && before.size() > 1) {
        m_view.select(before);
        return;
    }
    if (subjects.isEmpty()) {
        const Layout& layout = m_view.scene().layout();
        go(placeAt(layout, placeOfRemoved(layout, patch)));
        return;
    }
    m_view.select(subjects);
    m_view.revealElements(subjects);
}

void KeyInput::pickCell(int row, int column)
{
    const Layout& layout = m_view.scene().layout();
    const bool isThere = row >= 0 && column >= 0 && row < layout.rows().size() && column < layout.columns().size();
    stopGoingOn();
    m_cell = isThere ? GridPlace{{}, row, column} : GridPlace();
    showCell();
    noteStand();
    Q_EMIT placeChanged();
}

/// Around the cell, the point of its curve, or below the cards in it.
QRectF KeyInput::markOfCell() const
{
    const Layout& layout = m_view.scene().layout();
    if (curveHere() != LaneCurve::None) {
        const QPointF point = curvePoint(m_view.blueprint(), layout, m_cell.row, m_cell.column);
        return {point - QPointF(CurveMarkPt, CurveMarkPt), QSizeF(2 * CurveMarkPt, 2 * CurveMarkPt)};
    }
    const CellSpot end = endOfCell(layout, m_cell.row, m_cell.column);
    return end.index > 0 ? end.target : cellRect(layout, m_cell.row, m_cell.column);
}

void KeyInput::showCell()
{
    m_view.overlay().cursorCell = m_cell.isCell() ? markOfCell() : QRectF();
    m_view.overlayChanged();
}

void KeyInput::go(const GridPlace& to)
{
    stopGoingOn();
    if (to.isCell()) {
        m_goingToCell = true;
        m_cell = to;
        m_view.select({});
        m_goingToCell = false;
        showCell();
        m_view.reveal(m_view.overlay().cursorCell);
        noteStand();
        Q_EMIT placeChanged();
    } else if (to.element.kind != ElementKind::Blueprint) {
        m_view.select({to.element});
        m_view.revealElements({to.element});
    }
    if (isConnecting())
        showConnecting();
}

void KeyInput::endEdit(const QString& text, const QString& key)
{
    const ElementRef ref = m_editor.ref();
    const bool isTitle = ref.kind == ElementKind::Card && !m_editor.remark();
    const bool fresh = m_editor.isFresh();
    const bool isTab = key == u"tab" || key == u"backtab";
    if (isTab && m_editor.namesNewCard() && text.trimmed().isEmpty()) {
        m_editor.cancel(); // nothing was meant
        return;
    }
    m_editor.commit(text);
    if (!isTitle || m_editor.isActive() || !contains(m_view.scene().blueprint(), ref))
        return;
    if (key == u"return") {
        if (fresh && !text.trimmed().isEmpty())
            goOnAfter(CardId(ref.id));
    } else if (isTab || key == u"ask") {
        m_view.select({ref});
        if (isTab)
            makeAnswer(key == u"tab" ? 1 : -1);
        else
            askAndAnswer();
    }
}

void KeyInput::goOnAfter(const CardId& id)
{
    const Layout& layout = m_view.scene().layout();
    const auto card = layout.card(id);
    if (!card || card->inTray)
        return;
    m_view.select({refTo(id)});
    m_goesOnAfter = id;
    if (sticky()) { // goes below, where there is room only once it is there
        Q_EMIT placeChanged();
        return;
    }
    QRectF next = cellRect(layout, card->row, card->lastColumn + 1);
    if (next.isNull() || layout.columns()[card->lastColumn + 1].kind == ColumnKind::Tray) {
        // A step that is not there yet.
        next = cellRect(layout, card->row, card->lastColumn);
        next.moveLeft(next.right() + layout.columns()[card->lastColumn].left -
                      layout.columns()[card->lastColumn].gutterLeft);
    }
    m_view.overlay().cursorCell = next;
    m_view.overlayChanged();
    Q_EMIT placeChanged(); // the hint says how to go on
}

void KeyInput::stopGoingOn()
{
    if (!isGoingOn())
        return;
    m_goesOnAfter = {};
    showCell();
    Q_EMIT placeChanged();
}

} // namespace throughline
