// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// The text area that lies over a card or a header while its title is typed. Enter or a click elsewhere keeps what was
// typed, Escape takes it back, Shift+Enter breaks the line.
TextArea {
    id: root

    property rect place
    property bool ending: false
    // What is written on a card: "pain", "opportunity", "note"; empty for a title or a name.
    property string subject: ""
    readonly property var subjects: ({
            pain: qsTr("Pain point"),
            opportunity: qsTr("Opportunity"),
            note: qsTr("Note")
        })

    signal committed(string text)
    signal cancelled

    function begin(rect: rect, present: string, fontPx: real, firstKey: string, remark: var) {
        subject = remark === undefined ? "" : remark;
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
    function commit() {
        if (ending || !visible)
            return;
        ending = true;
        visible = false;
        committed(text);
    }
    function cancel() {
        if (ending)
            return;
        ending = true;
        visible = false;
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
    onActiveFocusChanged: if (!activeFocus)
        commit()
    Keys.onPressed: event => {
        const plain = !(event.modifiers & Qt.ShiftModifier);
        if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && plain) {
            event.accepted = true;
            commit();
        } else if (event.key === Qt.Key_Tab) {
            event.accepted = true;
            commit();
        } else if (event.key === Qt.Key_Escape) {
            event.accepted = true;
            cancel();
        }
    }
}
