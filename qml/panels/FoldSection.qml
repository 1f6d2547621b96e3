// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// A heading that folds what stands below it.
ColumnLayout {
    id: root

    property string title: ""
    property bool open: false
    default property alias content: body.data

    spacing: 0

    AbstractButton {
        id: head

        Layout.fillWidth: true
        implicitHeight: Theme.px(40)
        text: root.title
        focusPolicy: Qt.TabFocus
        Accessible.name: root.title
        Accessible.description: root.open ? qsTr("open") : qsTr("folded")
        onClicked: root.open = !root.open
        Keys.onReturnPressed: head.clicked()
        contentItem: Item {
            Chevron {
                x: 18
                anchors.verticalCenter: parent.verticalCenter
                open: root.open
            }
            Caption {
                x: 50
                width: parent.width - 66
                anchors.verticalCenter: parent.verticalCenter
                text: root.title
                tone: "ink"
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        background: Rectangle {
            color: head.hovered ? Theme.hover : "transparent"

            FocusRing {
                anchors.margins: 3
                shown: head.visualFocus
            }
        }
    }
    ColumnLayout {
        id: body

        Layout.fillWidth: true
        Layout.bottomMargin: 8
        visible: root.open
        spacing: 8
    }
    Rule {
        Layout.fillWidth: true
    }
}
