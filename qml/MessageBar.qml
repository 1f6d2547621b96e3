// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// What went wrong stays above the drawing until it is dismissed. What is only worth knowing floats over the drawing, moves
// nothing, and goes by itself.
Rectangle {
    id: root

    required property DocumentController document
    property alias actionText: actionButton.text
    // Shows what is worth knowing, instead of what went wrong.
    property bool floating: false

    signal saveAsRequested
    // A button was pressed that had the keyboard, which is wanted elsewhere.
    signal answered

    function answer(button: Item, run: var) {
        const held = button.activeFocus;
        run();
        if (held)
            answered();
    }

    implicitHeight: visible ? row.implicitHeight + 16 : 0
    implicitWidth: words.implicitWidth + 96
    visible: document.message.length > 0 && document.messageIsError !== floating
    color: document.messageIsError ? Theme.errorWash : Theme.accentWash
    radius: floating ? Theme.radius : 0
    border.width: floating ? 1 : 0
    border.color: Theme.accentText
    Accessible.role: Accessible.AlertMessage
    Accessible.name: document.message

    HoverHandler {
        id: pointer
    }
    Timer {
        id: goes

        // Long enough to read it twice; what is long, as the notes of an import are, waits until it was read.
        interval: 8000
        running: root.visible && root.floating && root.document.message.length < 140 && !pointer.hovered && !dismiss.activeFocus
        onTriggered: root.document.dismissMessage()
    }
    Connections {
        target: root.document
        function onMessageChanged() {
            if (goes.running)
                goes.restart();
        }
    }

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
            id: words

            objectName: "messageText"
            Layout.fillWidth: true
            text: root.document.message
            tone: "ink"
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        ActionButton {
            id: overwriteButton

            visible: root.document.canOverwrite
            text: qsTr("Save over it")
            onClicked: root.answer(overwriteButton, () => root.document.overwrite())
        }
        ActionButton {
            id: actionButton

            objectName: "messageSaveAs"
            visible: root.document.canSaveAs
            text: qsTr("Save as…")
            onClicked: root.saveAsRequested()
        }
        IconButton {
            id: dismiss

            objectName: "dismissMessage"
            text: qsTr("Dismiss")
            glyph: "close"
            onClicked: root.answer(dismiss, () => root.document.dismissMessage())
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !root.floating
    }
}
