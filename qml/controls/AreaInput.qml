// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// Several lines of text; committed on Ctrl+Enter or when the field is left, Escape takes it back. Tab leaves the field.
TextArea {
    id: root

    property string value: ""
    property bool wrong: false

    signal committed(string text)

    function commit() {
        if (text !== value)
            committed(text);
    }

    text: value
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
        event.accepted = text !== value;
        text = value;
    }
    Keys.onReturnPressed: event => {
        if (event.modifiers & Qt.ControlModifier)
            commit();
        else
            event.accepted = false;
    }
    onValueChanged: if (text !== value)
        text = value
    onEditingFinished: commit()
    background: InputFrame {
        active: root.activeFocus
        hovered: root.hovered
        wrong: root.wrong
        available: root.enabled
    }
}
