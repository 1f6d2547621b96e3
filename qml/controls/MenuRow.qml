// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// One command in a menu, with its key.
MenuItem {
    id: root

    property string keys: root.action && root.action.shortcut !== undefined ? Keyboard.nativeText(root.action.shortcut) : ""
    property color textColor: Theme.ink
    // The one of several that is so.
    property bool marked: false

    implicitHeight: Math.max(30, Theme.px(22))
    leftPadding: 10
    rightPadding: 10
    topPadding: 0
    bottomPadding: 0
    font.family: Theme.family
    font.pixelSize: Theme.normal
    Accessible.name: text
    Accessible.description: !enabled ? qsTr("not available now") : marked ? qsTr("so at present") : ""

    indicator: Text {
        x: 10
        y: (root.height - height) / 2
        text: "✓"
        visible: root.marked || (root.checkable && root.checked)
        font: root.font
        color: Theme.accentText
    }
    arrow: Text {
        x: root.width - width - 10
        y: (root.height - height) / 2 - 1
        text: "›"
        visible: root.subMenu !== null
        font.family: Theme.family
        font.pixelSize: Theme.strong
        color: Theme.muted
    }
    contentItem: Text {
        leftPadding: 18
        rightPadding: keyText.width + 16
        text: root.text
        font: root.font
        color: root.enabled ? root.textColor : Theme.disabled
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }

    Text {
        id: keyText

        anchors.right: parent.right
        anchors.rightMargin: 10
        height: parent.height
        text: root.subMenu ? "" : root.keys
        font.family: Theme.family
        font.pixelSize: Theme.small
        color: root.enabled ? Theme.muted : Theme.disabled
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: 5
        color: root.highlighted && root.enabled ? Theme.accentWash : "transparent"
    }
}
