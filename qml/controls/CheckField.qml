// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// Yes or no.
CheckBox {
    id: root

    implicitHeight: Math.max(Theme.px(28), implicitContentHeight)
    spacing: 8
    padding: 0
    font.family: Theme.family
    font.pixelSize: Theme.normal
    Accessible.name: text

    indicator: Rectangle {
        y: (root.height - height) / 2
        implicitWidth: Theme.px(18)
        implicitHeight: Theme.px(18)
        radius: 5
        color: root.checkState === Qt.Unchecked ? Theme.raised : Theme.accent
        border.width: root.checkState === Qt.Unchecked ? 1 : 0
        border.color: Theme.outline

        Text {
            anchors.centerIn: parent
            text: root.checkState === Qt.PartiallyChecked ? "–" : "✓"
            visible: root.checkState !== Qt.Unchecked
            font.family: Theme.family
            font.pixelSize: Theme.small
            font.weight: Font.Bold
            color: Theme.accentInk
        }
        FocusRing {
            radius: 7
            shown: root.visualFocus
        }
    }
    contentItem: Text {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        font: root.font
        color: root.enabled ? Theme.ink : Theme.disabled
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
