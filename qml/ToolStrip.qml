// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The tools at the left: what a click on the drawing does, and what can be added to the grid.
Rectangle {
    id: root

    required property CanvasItem canvas
    required property Commands commands

    implicitWidth: 52
    color: Theme.paper

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 10
        spacing: 4

        IconButton {
            objectName: "tool.select"
            implicitWidth: 38
            implicitHeight: 38
            text: qsTr("Select and move")
            glyph: "select"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "select"
            onClicked: root.canvas.tool = "select"
        }
        IconButton {
            objectName: "tool.card"
            implicitWidth: 38
            implicitHeight: 38
            text: qsTr("New card: click into the grid")
            glyph: "card"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "card"
            onClicked: root.canvas.tool = "card"
        }
        IconButton {
            objectName: "tool.connect"
            implicitWidth: 38
            implicitHeight: 38
            text: qsTr("Connect: drag from card to card")
            shortcut: Keyboard.nativeText("Ctrl+L")
            glyph: "connect"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "connect"
            onClicked: root.canvas.tool = "connect"
        }
        IconButton {
            objectName: "tool.pan"
            implicitWidth: 38
            implicitHeight: 38
            text: qsTr("Move the view")
            shortcut: qsTr("Space and drag")
            glyph: "hand"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "pan"
            onClicked: root.canvas.tool = "pan"
        }

        Rule {
            Layout.topMargin: 6
            Layout.bottomMargin: 6
            Layout.preferredWidth: 24
            Layout.alignment: Qt.AlignHCenter
        }

        IconButton {
            objectName: "tool.lane"
            implicitWidth: 38
            implicitHeight: 38
            text: root.commands.addLane.text
            shortcut: Keyboard.nativeText(root.commands.addLane.shortcut)
            glyph: "lane"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.addLane.trigger()
        }
        IconButton {
            objectName: "tool.step"
            implicitWidth: 38
            implicitHeight: 38
            text: root.commands.addStep.text
            shortcut: Keyboard.nativeText(root.commands.addStep.shortcut)
            glyph: "step"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.addStep.trigger()
        }
        IconButton {
            objectName: "tool.phase"
            implicitWidth: 38
            implicitHeight: 38
            text: root.commands.addPhase.text
            shortcut: Keyboard.nativeText(root.commands.addPhase.shortcut)
            glyph: "phase"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.addPhase.trigger()
        }

        Rule {
            Layout.topMargin: 6
            Layout.bottomMargin: 6
            Layout.preferredWidth: 24
            Layout.alignment: Qt.AlignHCenter
        }

        IconButton {
            objectName: "tool.house"
            implicitWidth: 38
            implicitHeight: 38
            text: qsTr("Departments and roles")
            shortcut: Keyboard.nativeText(root.commands.house.shortcut)
            glyph: "people"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.house.trigger()
        }
        IconButton {
            objectName: "tool.requests"
            implicitWidth: 38
            implicitHeight: 38
            text: qsTr("Requests and data")
            shortcut: Keyboard.nativeText(root.commands.requests.shortcut)
            glyph: "request"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.requests.trigger()
        }
        IconButton {
            objectName: "tool.text"
            implicitWidth: 38
            implicitHeight: 38
            text: root.commands.textPane.text
            shortcut: Keyboard.nativeText(root.commands.textPane.shortcut)
            glyph: "text"
            hintPlacement: Qt.RightEdge
            checked: AppSettings.textVisible
            onClicked: root.commands.textPane.trigger()
        }
    }

    Rule {
        anchors.right: parent.right
        height: parent.height
    }
}
