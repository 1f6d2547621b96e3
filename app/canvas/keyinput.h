// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasedits.h"
#include "app/canvas/gridwalk.h"
#include "app/canvas/inlineeditor.h"

#include <QObject>

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
    /// Does a command ("next-card", "card-below", "answering-card", …; commands() lists all). False when it is unknown
    /// or makes no sense now.
    bool perform(const QString& command);
    [[nodiscard]] static QStringList commands();

    /// Keys have something to act on: an element or a cell.
    [[nodiscard]] bool hasPlace() const { return m_cell.isCell() || m_view.current().kind != ElementKind::Blueprint; }
    /// "Waiter, step 5, Take the order": what keys act on, in words.
    [[nodiscard]] QString description() const;

Q_SIGNALS:
    void placeChanged();
    void contextMenuWanted(const throughline::ElementRef& ref, const QPointF& item);

private:
    [[nodiscard]] GridPlace place() const;
    void go(const GridPlace& place, bool extend);
    void pickCell(int row, int column);
    void onSelectionChanged();
    bool pressArrow(QKeyEvent* event);
    bool pressView(QKeyEvent* event);
    bool pressLetter(QKeyEvent* event);
    bool shift(Direction direction);
    bool enter();
    bool insertBeside();
    bool makeAnswer(int by);
    bool edit();
    bool remove();
    bool setKind(ConnectionKind kind);
    bool nextConnection();
    bool beginConnecting();
    bool finishConnecting();
    void showConnecting();
    bool insertStep();
    bool insertLane();
    bool insertPhase();
    bool duplicate();
    bool cut();
    bool paste();
    /// The hand stays where it was when things went: on what comes next, or in the empty cell.
    void stayAt(const GridPlace& place);
    bool editNew(const ElementRef& ref, const QString& firstKey = {});
    [[nodiscard]] CellSpot spotOf(const GridPlace& place) const;

    CanvasView& m_view;
    InlineEditor& m_editor;
    GridPlace m_cell;     ///< the empty cell keys act on, while nothing is selected
    CardId m_connectFrom; ///< a connection is being made with keys
    bool m_goingToCell = false;
};

} // namespace throughline
