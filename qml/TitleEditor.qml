// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// The text area that lies over a card or a header while its title is typed. Return, Tab or going elsewhere keeps what was
// typed, Escape takes it back, Shift+Return breaks the line.
TextArea {
    id: root

    property rect place
    // As CanvasItem.editLook.
    property var look: ({
            inset: Qt.point(4, 2),
            covers: false,
            paper: Theme.raised,
            quiet: false
        })
    readonly property bool coversCard: look.covers
    // What is named or written on: {kind, id}.
    property var element: null
    property bool ending: false
    // What is written on a card: "pain", "opportunity", "note"; empty for a title or a name.
    property string subject: ""
    readonly property var subjects: ({
            pain: qsTr("Pain point"),
            opportunity: qsTr("Opportunity"),
            note: qsTr("Note")
        })

    // With a key: "return", "ask" (Ctrl+Return), "tab" or "backtab".
    signal committed(string text, string key)
    // The keyboard is elsewhere, or is wanted there.
    signal leaving(string text)
    signal cancelled
    // It is still being typed, and goes on.
    signal typed(string text)

    function begin(ref: var, rect: rect, present: string, fontPx: real, firstKey: string, how: var) {
        look = how;
        element = ref;
        subject = ref.remark === undefined ? "" : ref.remark;
        place = rect;
        font.pixelSize = Math.max(9, Math.round(fontPx));
        ending = false;
        text = firstKey.length > 0 ? firstKey : present;
        visible = true;
        forceActiveFocus();
        if (firstKey.length > 0)
            cursorPosition = text.length;
        else
            selectAll();
    }
    function move(rect: rect, fontPx: real, how: var) {
        look = how;
        place = rect;
        font.pixelSize = Math.max(9, Math.round(fontPx));
    }
    // The edit ended elsewhere.
    function end() {
        ending = true;
        visible = false;
    }
    function commit(key: string) {
        if (ending || !visible)
            return;
        end();
        committed(text, key);
    }
    function leave() {
        if (ending || !visible)
            return;
        end();
        leaving(text);
    }
    function endingKey(event: var): string {
        switch (event.key) {
        case Qt.Key_Return:
        case Qt.Key_Enter:
            return event.modifiers & Qt.ShiftModifier ? "" : event.modifiers & Qt.ControlModifier ? "ask" : "return";
        case Qt.Key_Tab:
            return "tab";
        case Qt.Key_Backtab:
            return "backtab";
        case Qt.Key_Escape:
            return "escape";
        default:
            return "";
        }
    }
    function cancel() {
        if (ending)
            return;
        end();
        cancelled();
    }

    onTextChanged: typing.start()

    TypingTimer {
        id: typing

        onTriggered: if (root.visible && !root.ending)
            root.typed(root.text)
    }

    objectName: "titleEditor"
    visible: false
    width: Math.max(place.width, 80)
    height: Math.max(place.height, contentHeight + topPadding + bottomPadding)
    padding: 0
    leftPadding: look.inset.x
    rightPadding: look.inset.x - (coversCard ? 2 : 0)
    topPadding: look.inset.y
    bottomPadding: Math.min(look.inset.y, 4)
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.family: Theme.family
    font.weight: look.quiet ? Font.Normal : Font.DemiBold
    placeholderText: subject.length > 0 ? subjects[subject] : ""
    placeholderTextColor: Theme.muted
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    Accessible.name: subject.length > 0 ? subjects[subject] : qsTr("Title")
    background: Rectangle {
        radius: 4
        color: root.look.paper
        border.width: !root.coversCard ? 2 : root.height > root.place.height + 1 ? 1 : 0
        border.color: root.coversCard ? Theme.outline : Theme.focus
    }
    // While another window has the keyboard the text waits.
    onActiveFocusChanged: if (!activeFocus && Window.active)
        leave()
    Keys.onPressed: event => {
        // Nothing was typed that could be taken back but what opened it.
        if (event.matches(StandardKey.Undo) && !root.canUndo) {
            event.accepted = true;
            cancel();
            return;
        }
        const key = endingKey(event);
        if (key.length === 0)
            return;
        event.accepted = true;
        if (key === "escape")
            cancel();
        else if (!event.isAutoRepeat)
            commit(key);
    }
}
