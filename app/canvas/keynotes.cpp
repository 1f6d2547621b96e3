// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/clipboardedits.h"
#include "app/canvas/keyinput.h"
#include "app/canvas/noteedits.h"
#include "core/model/queries.h"
#include "core/scene/curve.h"

#include <QKeyEvent>

/// Notes by keys: sticky notes in the grid, slips on cards, how a card is known, what the customer feels.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

bool KeyInput::pressAlt(QKeyEvent* event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_N:
        return perform(shift ? u"add-note"_s : u"new-note"_s);
    case Qt::Key_P:
        return perform(shift ? u"add-pain-point"_s : u"new-pain-point"_s);
    case Qt::Key_O:
        return perform(shift ? u"add-opportunity"_s : u"new-opportunity"_s);
    default:
        break;
    }
    if (shift)
        return false;
    switch (event->key()) {
    case Qt::Key_B:
        return perform(u"status-observed"_s);
    case Qt::Key_A:
        return perform(u"status-assumed"_s);
    case Qt::Key_R:
        return perform(u"status-proposed"_s);
    case Qt::Key_U:
        return perform(u"status-unstated"_s);
    default:
        return false;
    }
}

bool KeyInput::newSticky(CardKind kind)
{
    const GridPlace here = place();
    const Blueprint& blueprint = m_view.blueprint();
    if (here.isCell())
        return editNew(NoteEdits(m_view).newSticky(landingAt(blueprint, spotOf(here)), kind));
    const CellPlace beside = ClipboardEdits::placeAt(blueprint, here.element);
    if (beside.lane.isEmpty()) {
        m_view.document()->showMessage(tr("Choose a cell or a card first: the note is put there."));
        return false;
    }
    return editNew(NoteEdits(m_view).newSticky(Landing{blueprint, {}, beside}, kind));
}

const Card* KeyInput::sticky() const
{
    const ElementRef current = m_view.current();
    const Card* card = current.kind == ElementKind::Card ? m_view.blueprint().find(CardId(current.id)) : nullptr;
    return card && isSticky(*card) ? card : nullptr;
}

bool KeyInput::oneMore(const QString& firstKey)
{
    const Card* card = sticky();
    const CellPlace below = ClipboardEdits::placeAt(m_view.blueprint(), m_view.current());
    return card && editNew(NoteEdits(m_view).newSticky(Landing{m_view.blueprint(), {}, below}, card->kind), firstKey);
}

bool KeyInput::addRemark(Remark remark)
{
    const GridPlace here = place();
    if (here.element.kind != ElementKind::Card) {
        m_view.document()->showMessage(tr("Select the card to write on first."));
        return false;
    }
    return m_editor.beginRemark(CardId(here.element.id), remark);
}

bool KeyInput::setStatus(CardStatus status)
{
    return NoteEdits(m_view).setStatus(cardsOf(m_view.selection()), status);
}

LaneCurve KeyInput::curveHere() const
{
    const GridPlace here = place();
    return here.isCell() ? curveOf(m_view.blueprint(), m_view.scene().layout().rows()[here.row]) : LaneCurve::None;
}

bool KeyInput::setCurveValue(std::optional<int> value)
{
    const GridPlace here = place();
    return curveHere() != LaneCurve::None && NoteEdits(m_view).setCurveValue(here.row, here.column, value);
}

bool KeyInput::feel(int by)
{
    const GridPlace here = place();
    if (curveHere() != LaneCurve::None)
        return NoteEdits(m_view).shiftCurveValue(here.row, here.column, by);
    return NoteEdits(m_view).shiftEmotion(cardsOf(m_view.selection()), by);
}

bool KeyInput::openAttachment()
{
    const ElementRef current = m_view.current();
    const Card* card = current.kind == ElementKind::Card ? m_view.blueprint().find(CardId(current.id)) : nullptr;
    if (!card || card->attachments.isEmpty()) {
        m_view.document()->showMessage(
            card ? tr("Nothing is attached to this card. Drop a file on it, or paste a picture or an address.")
                 : tr("Select the card whose attachment to open first."));
        return false;
    }
    Q_EMIT m_view.attachmentWanted(card->attachments.first().name, card->attachments.first().target);
    return true;
}

bool KeyInput::addCurve(LaneCurve curve)
{
    const ElementRef lane = NoteEdits(m_view).newCurveLane(curve);
    if (lane.kind == ElementKind::Blueprint)
        return false;
    m_view.reveal(m_view.scene().areaOf(lane));
    return true;
}

} // namespace throughline
