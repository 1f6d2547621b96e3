// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// One of the last files. One that is not there any more says which version of it is kept.
AbstractButton {
    id: root

    required property var modelData
    readonly property bool gone: modelData.when !== undefined
    readonly property string note: gone ? qsTr("not there any more · version of %1").arg(modelData.when) : ""

    implicitHeight: Theme.px(36)
    leftPadding: 10
    rightPadding: 10
    text: modelData.name
    Accessible.name: gone ? qsTr("Open the version of %1 that is kept").arg(text) : qsTr("Open %1").arg(text)
    Accessible.description: note
    Keys.onReturnPressed: root.clicked()

    contentItem: RowLayout {
        spacing: 12

        Caption {
            text: root.text
            tone: root.gone ? "muted" : "ink"
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
        Caption {
            visible: root.gone
            text: root.note
            font.pixelSize: Theme.small
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
