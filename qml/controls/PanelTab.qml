// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A tab of the panel at the right: words with a line under the current one.
TabButton {
    id: root

    implicitHeight: Theme.px(44)
    implicitWidth: implicitContentWidth + 24
    width: implicitWidth
    padding: 0
    font.family: Theme.family
    font.pixelSize: Theme.normal
    font.weight: checked ? Font.DemiBold : Font.Medium
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selectable: true
    Accessible.selected: checked
    Keys.onReturnPressed: root.checked = true
    Keys.onEnterPressed: root.checked = true

    contentItem: Text {
        text: root.text
        font: root.font
        color: root.checked || root.hovered ? Theme.ink : Theme.muted
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            x: 12
            width: parent.width - 24
            height: 2
            color: Theme.ink
            visible: root.checked
        }
        FocusRing {
            anchors.margins: 4
            shown: root.visualFocus
        }
    }
}
