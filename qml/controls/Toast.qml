// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

// One quiet line about what was done, with the way back. It goes by itself, or with the next change.
Rectangle {
    id: root

    property string text: ""
    property string actionText: ""
    // The step of the document it speaks of; it goes with the next one.
    property string step: ""

    signal triggered

    function show(sentence: string) {
        text = sentence;
        visible = true;
        timer.restart();
    }
    function hide() {
        visible = false;
        timer.stop();
    }

    implicitWidth: row.implicitWidth + 24
    implicitHeight: row.implicitHeight + 12
    visible: false
    radius: Theme.radius
    color: Theme.dark ? "#3A4250" : "#1E2430"
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        id: timer

        interval: 8000
        onTriggered: {
            if (pointer.hovered)
                restart();
            else
                root.hide();
        }
    }
    HoverHandler {
        id: pointer
    }
    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: 12

        Text {
            Layout.maximumWidth: 420
            text: root.text
            font.family: Theme.family
            font.pixelSize: Theme.normal
            color: "#FFFFFF"
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
        ActionButton {
            implicitHeight: Theme.px(26)
            visible: text.length > 0
            look: "quiet"
            text: root.actionText
            palette.buttonText: "#A9C4FF"
            onClicked: {
                root.hide();
                root.triggered();
            }
        }
    }
}
