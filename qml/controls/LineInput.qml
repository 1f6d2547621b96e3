// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// One line of text. What was typed is committed on Enter or when the field is left; Escape takes it back. Whoever wants
// to keep it meanwhile listens to typed().
TextField {
    id: root

    property string value: ""
    property bool wrong: false
    // What it held when the keyboard came.
    property string began: ""
    // What was typed so far has been kept, perhaps in other words: "5 min" for 5.
    property bool kept: false
    property bool keeping: false

    signal committed(string text)
    signal reverted
    // It is still being typed, and goes on.
    signal typed(string text)

    function commit() {
        if (text !== value)
            committed(text);
        if (kept && !wrong)
            text = value;
        kept = false;
    }

    Component.onCompleted: text = value
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
    onValueChanged: {
        if (keeping || text === value)
            return;
        text = value;
        began = value;
    }
    onActiveFocusChanged: if (activeFocus)
        began = value
    onEditingFinished: commit()
    onTextEdited: typing.start()
    Keys.onEscapePressed: event => {
        event.accepted = text !== began || wrong;
        reverted();
        text = began;
        commit();
    }

    TypingTimer {
        id: typing

        onTriggered: {
            if (!root.activeFocus || root.text === root.value)
                return;
            root.kept = true;
            root.keeping = true;
            root.typed(root.text);
            root.keeping = false;
        }
    }
    background: InputFrame {
        active: root.activeFocus
        hovered: root.hovered
        wrong: root.wrong
        available: root.enabled
    }
}
