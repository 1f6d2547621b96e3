// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// What went wrong or is worth knowing, beside the document and never in its way.
Rectangle {
    id: root

    required property DocumentController document
    property alias actionText: actionButton.text

    signal saveAsRequested

    implicitHeight: visible ? row.implicitHeight + 16 : 0
    visible: document.message.length > 0
    color: document.messageIsError ? Theme.errorWash : Theme.accentWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: document.message

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 8
        anchors.topMargin: 8
        anchors.bottomMargin: 8
        spacing: 12

        Rectangle {
            Layout.preferredWidth: 4
            Layout.fillHeight: true
            radius: 2
            color: root.document.messageIsError ? Theme.errorText : Theme.accentText
        }
        Caption {
            objectName: "messageText"
            Layout.fillWidth: true
            text: root.document.message
            tone: "ink"
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        ActionButton {
            visible: root.document.canOverwrite
            text: qsTr("Save over it")
            onClicked: root.document.overwrite()
        }
        ActionButton {
            id: actionButton

            visible: root.document.canOverwrite
            text: qsTr("Save as…")
            onClicked: root.saveAsRequested()
        }
        IconButton {
            objectName: "dismissMessage"
            text: qsTr("Dismiss")
            glyph: "close"
            onClicked: root.document.dismissMessage()
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
