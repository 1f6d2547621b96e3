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

    // With a key: "return", "tab" or "backtab".
    signal committed(string text, string key)
    // The keyboard is elsewhere, or is wanted there.
    signal leaving(string text)
    signal cancelled

    function begin(ref: var, rect: rect, present: string, fontPx: real, firstKey: string) {
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
    function move(rect: rect, fontPx: real) {
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
            return event.modifiers & Qt.ShiftModifier ? "" : "return";
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

    objectName: "titleEditor"
    visible: false
    x: place.x
    y: place.y
    width: Math.max(place.width, 80)
    height: Math.max(place.height, contentHeight + topPadding + bottomPadding)
    padding: 0
    leftPadding: 4
    rightPadding: 4
    topPadding: 2
    bottomPadding: 2
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.family: Theme.family
    font.weight: subject.length > 0 ? Font.Normal : Font.DemiBold
    placeholderText: subject.length > 0 ? subjects[subject] : ""
    placeholderTextColor: Theme.muted
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    Accessible.name: subject.length > 0 ? subjects[subject] : qsTr("Title")
    background: Rectangle {
        radius: 4
        color: Theme.raised
        border.width: 2
        border.color: Theme.focus
    }
    // While another window has the keyboard the text waits.
    onActiveFocusChanged: if (!activeFocus && Window.active)
        leave()
    Keys.onPressed: event => {
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
