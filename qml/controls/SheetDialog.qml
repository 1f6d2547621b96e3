// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Throughline

// A dialog in the middle of the window: a heading, what it holds, and a row of buttons.
Dialog {
    id: root

    property string heading: ""
    property alias buttons: buttonRow.data
    property string note: ""

    parent: T.Overlay.overlay
    x: root.parent ? Math.round((root.parent.width - width) / 2) : 0
    // Where it came up: what is chosen in it may change its height, but moves nothing away from under the pointer.
    property real firstHeight: 0
    y: root.parent ? Math.round(Math.max(0, Math.min((root.parent.height - (firstHeight > 0 ? firstHeight : height)) / 2.4, root.parent.height - height - 8))) : 0
    onAboutToShow: firstHeight = 0
    onOpenedChanged: if (opened)
        firstHeight = height
    modal: true
    focus: true
    padding: 24
    topPadding: 12
    bottomPadding: 20
    closePolicy: Popup.CloseOnEscape
    T.Overlay.modal: Rectangle {
        color: Theme.dark ? "#99000000" : "#591E2430"
    }
    // What a screen reader calls it: Qt 6.4 gives a name to the item of a dialog only.
    Binding {
        target: root.contentItem.parent.Accessible
        property: "name"
        value: root.heading
    }
    header: ColumnLayout {
        spacing: 4

        Text {
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
            Layout.topMargin: 20
            text: root.heading
            font.family: Theme.family
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            color: Theme.ink
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 24
            text: root.note
            visible: text.length > 0
            font.family: Theme.family
            font.pixelSize: Theme.normal
            color: Theme.body
            wrapMode: Text.Wrap
            lineHeight: 1.3
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    footer: Item {
        implicitHeight: buttonRow.visibleChildren.length > 0 ? buttonRow.implicitHeight + 24 : 0

        RowLayout {
            id: buttonRow

            anchors.right: parent.right
            anchors.left: parent.left
            anchors.rightMargin: 24
            anchors.leftMargin: 24
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 24
            spacing: 8
        }
    }
    background: Sheet {
        radius: 12
    }
}
