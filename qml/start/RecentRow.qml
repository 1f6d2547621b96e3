// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// One of the last files.
AbstractButton {
    id: root

    required property var modelData

    implicitHeight: Theme.px(36)
    leftPadding: 10
    rightPadding: 10
    text: modelData.name
    Accessible.name: qsTr("Open %1").arg(text)
    Keys.onReturnPressed: root.clicked()

    contentItem: RowLayout {
        spacing: 12

        Caption {
            text: root.text
            tone: "ink"
            font.weight: Font.Medium
            wrapMode: Text.NoWrap
        }
        Caption {
            Layout.fillWidth: true
            text: root.modelData.folder
            tone: "muted"
            font.pixelSize: Theme.small
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.pressed : "transparent"

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
        }
    }
}
