// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasedits.h"
#include "app/canvas/gridwalk.h"
#include "app/canvas/inlineeditor.h"

#include <QObject>

#include <functional>

class QKeyEvent;

namespace throughline {

/// The keyboard on the canvas: walking the grid, typing, making cards and connections, moving things; and the same as
/// commands by name, for menus and the command palette.
class KeyInput : public QObject
{
    Q_OBJECT

public:
    KeyInput(CanvasView& view, InlineEditor& editor, QObject* parent = nullptr);

    /// True when the key was used.
    bool press(QKeyEvent* event);
    /// Whether a key is for the drawing, whatever shortcut of the window it is as well.
    [[nodiscard]] bool claims(const QKeyEvent& event) const;
    /// Text for what keys act on: it begins its new name, or a card in the empty cell. False where there is nothing to
    /// name.
    bool type(const QString& text);
    /// There is something to name: type() would do it.
    [[nodiscard]] bool takesText() const;
    /// Ends the edit in place with what was typed. key is what ended it: after the title of a new card "return" lets
    /// what is typed next become the next card of the lane; "tab" and "backtab" make the card below or above.
    void endEdit(const QString& text, const QString& key);
    /// Ends what keys have begun (a connection, typing card after card), before that a message; false when nothing was.
    bool leave();
    /// What is typed next renames what is selected, as ever.
    void stopGoingOn();
    /// Does a command ("next-card", "card-below", "ask-and-answer", …; commands() lists all). False when it is unknown
    /// or makes no sense now.
    bool perform(const QString& command);
    [[nodiscard]] static QStringList commands();

    /// Keys have something to act on: an element or a cell.
    [[nodiscard]] bool hasPlace() const { return m_cell.isCell() || m_view.current().kind != ElementKind::Blueprint; }
    [[nodiscard]] bool isOnCell() const { return m_cell.isCell(); }
    /// The empty cell keys act on while nothing is selected.
    [[nodiscard]] const GridPlace& cell() const { return m_cell; }
    /// What the lane of that cell draws; None where it holds cards.
    [[nodiscard]] LaneCurve curveHere() const;
    /// Gives the point of the curve there a value, or none.
    bool setCurveValue(std::optional<int> value);
    /// "Waiter, step 5, Take the order": what keys act on, in words.
    [[nodiscard]] QString description() const;
    /// What the next keys would do there: "Return next card · Tab card in the lane below"; empty where there is nothing
    /// to say.
    [[nodiscard]] QString hint() const;

Q_SIGNALS:
    void placeChanged();
    void contextMenuWanted(const throughline::ElementRef& ref, const QPointF& item);

private:
    struct Command
    {
        QString name;
        std::function<bool(KeyInput&)> run;
    };
    [[nodiscard]] static const QList<Command>& table();

    [[nodiscard]] QString placeInWords() const;
    [[nodiscard]] QString editingHint() const;
    [[nodiscard]] GridPlace place() const;
    /// Where an element is, a connection by the card it leads to; an invalid place for what has none.
    [[nodiscard]] GridPlace placeOfElement(const ElementRef& ref) const;
    /// Where arrow keys set out from: the place, or the last one while it is there and nothing is selected.
    [[nodiscard]] GridPlace start() const;
    /// Where the first card of a blueprint without any goes that is typed before a place was chosen; no cell elsewhere.
    [[nodiscard]] GridPlace firstCell() const;
    void go(const GridPlace& place);
    /// Selects the next card (or header) as well; back on the one before, gives up the last.
    void extend(Direction direction);
    void pickCell(int row, int column);
    void onSelectionChanged();
    void onDocumentFollowed();
    void onRetraced(const Patch& patch);
    /// Where the hand is: what is selected, and its place in the grid.
    struct Stand
    {
        QList<ElementRef> selection;
        GridMark mark;

        bool operator==(const Stand&) const = default;
    };
    void noteStand();
    /// Back to where the hand was, or to what is there now. Without moving the view.
    void standAt(const Stand& stand);
    [[nodiscard]] QRectF markOfCell() const;
    void showCell();
    /// What is typed becomes the card after this one.
    void goOnAfter(const CardId& card);
    [[nodiscard]] bool isGoingOn() const { return !m_goesOnAfter.isEmpty(); }
    bool pressArrow(QKeyEvent* event);
    bool pressView(QKeyEvent* event);
    bool pressLetter(QKeyEvent* event);
    bool pressEnter(Qt::KeyboardModifiers modifiers);
    bool pressControl(int key);
    bool pressAlt(QKeyEvent* event);
    /// To the next card of the row or column.
    void jump(Direction direction);
    bool goToHeader(Direction direction);
    bool selectAll();
    bool clear();
    bool shift(Direction direction);
    bool stretch(int by);
    bool enter();
    bool cardBelow();
    /// The sticky note that is selected; null: something else is. No part of the service, so that nothing follows it or
    /// is connected with it: what comes after it is one more of its kind.
    [[nodiscard]] const Card* sticky() const;
    bool oneMore(const QString& firstKey = {});
    bool insertBeside();
    bool makeAnswer(int by);
    bool edit();
    bool remove();
    bool setKind(ConnectionKind kind);
    bool nextConnection();
    [[nodiscard]] CardId cardOfConnection() const;
    bool goToOtherEnd();
    [[nodiscard]] bool isConnecting() const { return !std::holds_alternative<LooseEnd>(m_connectFrom); }
    bool beginConnecting();
    bool finishConnecting();
    void leaveConnecting();
    void showConnecting();
    [[nodiscard]] QRectF rectOfEnd(const End& end) const;
    bool askAndAnswer();
    bool newCard();
    bool insertStep(bool before = false);
    bool insertLane(bool above = false);
    bool insertPhase(bool last = false);
    bool newSticky(CardKind kind);
    bool addRemark(Remark remark);
    bool setStatus(CardStatus status);
    /// What the customer feels, one better or worse: at the selected cards, or in the cell of a curve.
    bool feel(int by);
    bool addCurve(LaneCurve curve);
    bool openAttachment();
    /// The current card has one.
    [[nodiscard]] bool hasAttachment() const;
    bool duplicate();
    bool cut();
    bool paste();
    bool editNew(const ElementRef& ref, const QString& firstKey = {});
    [[nodiscard]] CellSpot spotOf(const GridPlace& place) const;

    CanvasView& m_view;
    InlineEditor& m_editor;
    GridPlace m_cell;     ///< the empty cell keys act on, while nothing is selected
    Stand m_stand;        ///< where the hand is
    Stand m_before;       ///< where it was before
    Stand m_last;         ///< where it was last at something
    Stand m_return;       ///< where it goes when what was just made is taken back
    CardId m_goesOnAfter; ///< what is typed becomes the card after this one; empty: it renames
    End m_connectFrom;    ///< where the connection begins that is being made with keys; loose: none is
    CardId m_pivot;       ///< the card whose connections are gone through
    bool m_goingToCell = false;
};

} // namespace throughline
