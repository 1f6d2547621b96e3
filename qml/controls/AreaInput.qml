// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// Several lines of text; committed while it is typed, so that little of it is ever on the screen alone, on Ctrl+Enter
// and when the field is left. Escape takes back what was typed since the field was entered. Tab leaves the field.
TextArea {
    id: root

    property string value: ""
    property bool wrong: false
    // What it held when the keyboard came.
    property string began: ""

    signal committed(string text)

    // But for spaces, with which a value neither begins nor ends.
    function isSame(one: string, other: string): bool {
        return ` ${one} `.replace(/\s+/g, " ") === ` ${other} `.replace(/\s+/g, " ");
    }
    function commit() {
        if (text !== value)
            committed(text);
    }

    Component.onCompleted: text = value
    implicitHeight: Math.max(64, contentHeight + topPadding + bottomPadding)
    leftPadding: 10
    rightPadding: 10
    topPadding: 7
    bottomPadding: 7
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    font.family: Theme.family
    font.pixelSize: Theme.normal
    color: Theme.ink
    placeholderTextColor: Theme.muted
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onEscapePressed: event => {
        event.accepted = text !== began || wrong;
        text = began;
        commit();
    }
    Keys.onReturnPressed: event => {
        if (event.modifiers & Qt.ControlModifier)
            commit();
        else
            event.accepted = false;
    }
    // A space that is the last letter so far stays.
    onValueChanged: {
        if (text === value || activeFocus && isSame(text, value))
            return;
        text = value;
        began = value;
    }
    onActiveFocusChanged: if (activeFocus)
        began = text
    onEditingFinished: commit()

    onTextChanged: typing.start()

    TypingTimer {
        id: typing

        onTriggered: if (root.activeFocus && !root.wrong && !root.isSame(root.text, root.value))
            root.commit()
    }
    background: InputFrame {
        active: root.activeFocus
        hovered: root.hovered
        wrong: root.wrong
        available: root.enabled
    }
}
