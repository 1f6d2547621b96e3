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
    // It is being committed while typing goes on: a space that is the last letter so far stays.
    property bool keeping: false

    signal committed(string text)

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
    onValueChanged: {
        if (keeping || text === value)
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

        onTriggered: {
            if (!root.activeFocus || root.wrong)
                return;
            root.keeping = true;
            root.commit();
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
