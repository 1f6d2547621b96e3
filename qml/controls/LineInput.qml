// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// One line of text. What was typed is committed on Enter or when the field is left; Escape takes it back.
TextField {
    id: root

    property string value: ""
    property bool wrong: false

    signal committed(string text)
    signal reverted

    function commit() {
        if (text !== value)
            committed(text);
    }

    text: value
    implicitHeight: Theme.controlHeight
    leftPadding: 10
    rightPadding: 10
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.normal
    color: Theme.ink
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    onValueChanged: if (text !== value)
        text = value
    onEditingFinished: commit()
    Keys.onEscapePressed: event => {
        event.accepted = text !== value || wrong;
        reverted();
        text = value;
    }
    background: InputFrame {
        active: root.activeFocus
        hovered: root.hovered
        wrong: root.wrong
        available: root.enabled
    }
}
