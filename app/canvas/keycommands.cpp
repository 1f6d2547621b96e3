// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/clipboardedits.h"
#include "app/canvas/keyinput.h"
#include "app/canvas/noteedits.h"
#include "app/document/attachments.h"
#include "app/document/clip.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

const QList<KeyInput::Command>& KeyInput::table()
{
    using Kind = ConnectionKind;
    static const QList<Command> commands{
        {u"next-card"_s, [](KeyInput& k) { return k.enter(); }},
        {u"card-below"_s, [](KeyInput& k) { return k.cardBelow(); }},
        {u"answering-card"_s, [](KeyInput& k) { return k.makeAnswer(1); }},
        {u"card-above"_s, [](KeyInput& k) { return k.makeAnswer(-1); }},
        {u"ask-and-answer"_s, [](KeyInput& k) { return k.askAndAnswer(); }},
        {u"edit"_s, [](KeyInput& k) { return k.edit(); }},
        {u"delete"_s, [](KeyInput& k) { return k.remove(); }},
        {u"connect"_s, [](KeyInput& k) { return k.isConnecting() ? k.finishConnecting() : k.beginConnecting(); }},
        {u"next-connection"_s, [](KeyInput& k) { return k.nextConnection(); }},
        {u"other-end"_s, [](KeyInput& k) { return k.goToOtherEnd(); }},
        {u"insert-step"_s, [](KeyInput& k) { return k.insertStep(); }},
        {u"insert-lane"_s, [](KeyInput& k) { return k.insertLane(); }},
        {u"insert-phase"_s, [](KeyInput& k) { return k.insertPhase(); }},
        {u"new-card"_s, [](KeyInput& k) { return k.newCard(); }},
        {u"step-before"_s, [](KeyInput& k) { return k.insertStep(true); }},
        {u"lane-above"_s, [](KeyInput& k) { return k.insertLane(true); }},
        {u"phase-last"_s, [](KeyInput& k) { return k.insertPhase(true); }},
        {u"to-step"_s, [](KeyInput& k) { return k.goToHeader(Direction::Up); }},
        {u"to-lane"_s, [](KeyInput& k) { return k.goToHeader(Direction::Left); }},
        {u"request"_s, [](KeyInput& k) { return k.setKind(Kind::Request); }},
        {u"answer"_s, [](KeyInput& k) { return k.setKind(Kind::Answer); }},
        {u"handover"_s, [](KeyInput& k) { return k.setKind(Kind::Handover); }},
        {u"tell"_s, [](KeyInput& k) { return k.setKind(Kind::Tell); }},
        {u"send-away"_s, [](KeyInput& k) { return k.setKind(Kind::SendAway); }},
        {u"flow"_s, [](KeyInput& k) { return k.setKind(Kind::Flow); }},
        {u"plain"_s, [](KeyInput& k) { return k.setKind(Kind::Auto); }},
        {u"move-left"_s, [](KeyInput& k) { return k.shift(Direction::Left); }},
        {u"move-right"_s, [](KeyInput& k) { return k.shift(Direction::Right); }},
        {u"move-up"_s, [](KeyInput& k) { return k.shift(Direction::Up); }},
        {u"move-down"_s, [](KeyInput& k) { return k.shift(Direction::Down); }},
        {u"longer"_s, [](KeyInput& k) { return k.stretch(1); }},
        {u"shorter"_s, [](KeyInput& k) { return k.stretch(-1); }},
        {u"new-note"_s, [](KeyInput& k) { return k.newSticky(CardKind::Note); }},
        {u"new-pain-point"_s, [](KeyInput& k) { return k.newSticky(CardKind::PainPoint); }},
        {u"new-opportunity"_s, [](KeyInput& k) { return k.newSticky(CardKind::Opportunity); }},
        {u"add-note"_s, [](KeyInput& k) { return k.addRemark(Remark::Note); }},
        {u"add-pain-point"_s, [](KeyInput& k) { return k.addRemark(Remark::PainPoint); }},
        {u"add-opportunity"_s, [](KeyInput& k) { return k.addRemark(Remark::Opportunity); }},
        {u"status-unstated"_s, [](KeyInput& k) { return k.setStatus(CardStatus::Unstated); }},
        {u"status-observed"_s, [](KeyInput& k) { return k.setStatus(CardStatus::Observed); }},
        {u"status-assumed"_s, [](KeyInput& k) { return k.setStatus(CardStatus::Assumed); }},
        {u"status-proposed"_s, [](KeyInput& k) { return k.setStatus(CardStatus::Proposed); }},
        {u"feel-better"_s, [](KeyInput& k) { return k.feel(1); }},
        {u"feel-worse"_s, [](KeyInput& k) { return k.feel(-1); }},
        {u"open-attachment"_s, [](KeyInput& k) { return k.openAttachment(); }},
        {u"curve-emotion"_s, [](KeyInput& k) { return k.addCurve(LaneCurve::Emotion); }},
        {u"curve-effort"_s, [](KeyInput& k) { return k.addCurve(LaneCurve::Effort); }},
        {u"curve-worry"_s, [](KeyInput& k) { return k.addCurve(LaneCurve::Worry); }},
        {u"duplicate"_s, [](KeyInput& k) { return k.duplicate(); }},
        {u"cut"_s, [](KeyInput& k) { return k.cut(); }},
        {u"copy"_s, [](KeyInput& k) { return ClipboardEdits(k.m_view).copy(); }},
        {u"paste"_s, [](KeyInput& k) { return k.paste(); }},
        {u"select-all"_s, [](KeyInput& k) { return k.selectAll(); }},
        {u"clear"_s, [](KeyInput& k) { return k.clear(); }},
    };
    return commands;
}

QStringList KeyInput::commands()
{
    QStringList names;
    for (const Command& command : table())
        names += command.name;
    return names;
}

bool KeyInput::perform(const QString& name)
{
    if (!m_view.canEdit())
        return false;
    m_editor.finish();
    const auto known =
        std::find_if(table().begin(), table().end(), [&](const Command& command) { return command.name == name; });
    return known != table().end() && known->run(*this);
}

bool KeyInput::selectAll()
{
    if (m_view.part().isWhole()) {
        m_view.document()->selectAll();
        return true;
    }
    QList<ElementRef> cards; // only what is seen
    for (const Card& card : m_view.scene().blueprint().cards())
        cards += refTo(card.id);
    m_view.select(cards);
    return true;
}

bool KeyInput::leave()
{
    if (!m_view.document()->message().isEmpty() && !m_view.document()->messageIsError()) {
        m_view.document()->dismissMessage();
        return true;
    }
    if (isConnecting()) {
        // Back to where it would have begun.
        const ElementRef from = attachedTo(m_connectFrom);
        leaveConnecting();
        go(placeOf(m_view.scene().layout(), from));
        return true;
    }
    if (isGoingOn()) {
        stopGoingOn();
        return true;
    }
    return false;
}

bool KeyInput::clear()
{
    if (leave())
        return true;
    const bool had = m_cell.isCell() || !m_view.selection().isEmpty();
    m_cell = {};
    m_stand = {};
    m_view.select({});
    showCell();
    return had;
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
    if (ref.kind != ElementKind::Card)
        m_view.revealElements({ref});
    m_editor.begin(ref, firstKey, true);
    return true;
}

bool KeyInput::newCard()
{
    const GridPlace here = place();
    return here.row >= 0 && here.column >= 0 && editNew(CanvasEdits(m_view).newCard(spotOf(here)));
}

bool KeyInput::enter()
{
    if (m_view.current().kind == ElementKind::Connection)
        return goToOtherEnd();
    if (sticky())
        return oneMore();
    const GridPlace here = place();
    CanvasEdits edits(m_view);
    if (here.element.kind == ElementKind::Card)
        return editNew(edits.nextCard(CardId(here.element.id)));
    if (here.isCell())
        return editNew(edits.newCard(spotOf(here)));
    return insertBeside();
}

bool KeyInput::cardBelow()
{
    if (sticky())
        return oneMore();
    const GridPlace here = place();
    return here.element.kind == ElementKind::Card ? editNew(CanvasEdits(m_view).cardBelow(CardId(here.element.id)))
                                                  : enter();
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
    if (sticky())
        return oneMore();
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
    if (m_view.selection().isEmpty() && curveHere() != LaneCurve::None)
        return setCurveValue({});
    return !m_view.selection().isEmpty() && m_view.document()->deleteSelection();
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
        // Into the phase of the step it passes.
        moved = edits.moveStepTo(StepId(current.id), {Gap::Between::Columns, column, 0}, across < 0);
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

bool KeyInput::insertStep(bool before)
{
    const GridPlace here = place();
    const Layout& layout = m_view.scene().layout();
    const bool known = here.column >= 0 && here.column < layout.columns().size();
    const QString beside = known ? layout.columns()[here.column].step.value : QString();
    return m_view.document()->insertStep(beside, before) && editNew(m_view.current());
}

bool KeyInput::insertLane(bool above)
{
    const GridPlace here = place();
    const QList<LayoutRow>& rows = m_view.scene().layout().rows();
    const bool known = here.row >= 0 && here.row < rows.size();
    const QString beside = known ? rows[here.row].lane.value : rows.isEmpty() ? QString() : rows.last().lane.value;
    return m_view.document()->addLane(beside, above) && editNew(m_view.current());
}

bool KeyInput::insertPhase(bool last)
{
    const GridPlace here = place();
    const Layout& layout = m_view.scene().layout();
    // On a step: from there on a phase of its own; elsewhere a phase after the last.
    const bool onStep = !last && m_view.current().kind == ElementKind::Step && here.column >= 0;
    const QString first = onStep ? layout.columns()[here.column].step.value : QString();
    return m_view.document()->addPhase(first) && editNew(m_view.current());
}

bool KeyInput::stretch(int by)
{
    const QList<CardId> cards = cardsOf(m_view.selection());
    if (cards.isEmpty())
        return false;
    CanvasEdits(m_view).stretchBy(cards, by);
    return true;
}

bool KeyInput::duplicate()
{
    const QList<CardId> cards = cardsOf(m_view.selection());
    const QList<ElementRef> copies =
        cards.isEmpty() ? QList<ElementRef>() : CanvasEdits(m_view).copyCardsBy(cards, 0, 1);
    m_view.revealElements(copies);
    return !copies.isEmpty();
}

bool KeyInput::cut()
{
    return ClipboardEdits(m_view).cut();
}

bool KeyInput::paste()
{
    const GridPlace here = place();
    const Blueprint& blueprint = m_view.blueprint();
    const QMimeData* clip = QGuiApplication::clipboard()->mimeData();
    if (clip && !clip->hasFormat(fragmentMime()) && isAttachable(*clip)) {
        if (here.element.kind == ElementKind::Card)
            return NoteEdits(m_view).attach(CardId(here.element.id), *clip);
        if (here.isCell())
            return NoteEdits(m_view).newEvidence(landingAt(blueprint, spotOf(here)), *clip);
    }
    return ClipboardEdits(m_view).paste(
        here.isCell() ? landingAt(blueprint, spotOf(here))
                      : Result<Landing>(Landing{blueprint, {}, ClipboardEdits::placeAt(blueprint, here.element)}));
}

} // namespace throughline
