// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// For whoever has only a mouse at hand: back, on and out, in a corner for as long as the mouse is being moved.
Rectangle {
    id: root

    required property PresentModel stops
    required property real side
    // The mouse was moved a moment ago.
    required property bool called
    readonly property bool wanted: called || pointer.hovered || back.activeFocus || on.activeFocus || out.activeFocus

    signal leaveRequested

    implicitWidth: row.width + 8
    implicitHeight: row.height + 8
    radius: height / 2
    color: "#15171F"
    border.width: 1
    border.color: "#FFFFFF"
    opacity: wanted ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.motion
        }
    }
    HoverHandler {
        id: pointer
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: 4

        PresentButton {
            id: back

            objectName: "presentBack"
            side: root.side
            glyph: "previous"
            text: qsTr("Back")
            enabled: root.stops.index > 0
            onClicked: root.stops.previous()
        }
        PresentButton {
            id: on

            objectName: "presentOn"
            side: root.side
            glyph: "next"
            text: qsTr("Next")
            enabled: root.stops.index + 1 < root.stops.count
            onClicked: root.stops.next()
        }
        PresentButton {
            id: out

            objectName: "presentLeave"
            side: root.side
            glyph: "close"
            text: qsTr("Leave the presentation")
            onClicked: root.leaveRequested()
        }
    }
}
