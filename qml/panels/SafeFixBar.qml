// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// What can be mended at once without changing what the drawing means.
Rectangle {
    id: root

    required property SafeFixer fixer

    implicitHeight: row.implicitHeight + 20
    color: Theme.accentWash

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 12
        anchors.topMargin: 10
        anchors.bottomMargin: 10
        spacing: 8

        Caption {
            Layout.fillWidth: true
            text: qsTr("%1: this changes nothing the drawing means.").arg(root.fixer.text)
            font.pixelSize: Theme.small
        }
        ActionButton {
            id: button

            Layout.alignment: Qt.AlignVCenter
            objectName: "fixSafe"
            implicitHeight: Theme.px(28)
            text: qsTr("Fix all")
            hint: qsTr("Fix all that is safe, as one step that undo takes back")
            onClicked: root.fixer.apply()

            Binding {
                target: root.fixer
                property: "previewing"
                value: button.hovered || button.visualFocus
            }
        }
    }
    Rule {
        width: parent.width
    }
}
