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

    // As large as the words ask for and ten of them have room.
    readonly property int side: Math.max(38, Math.min(Theme.px(38), (height - 84) / 10 - 4))

    implicitWidth: side + 14
    color: Theme.paper

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 10
        spacing: 4

        IconButton {
            objectName: "tool.select"
            implicitWidth: root.side
            implicitHeight: root.side
            text: qsTr("Select and move")
            shortcut: Keyboard.nativeText("Escape")
            glyph: "select"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "select"
            onClicked: root.canvas.tool = "select"
        }
        IconButton {
            objectName: "tool.card"
            implicitWidth: root.side
            implicitHeight: root.side
            text: qsTr("New card: click into the grid")
            glyph: "card"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "card"
            onClicked: root.canvas.tool = "card"
        }
        IconButton {
            objectName: "tool.connect"
            implicitWidth: root.side
            implicitHeight: root.side
            text: qsTr("Connect: drag or click from card to card")
            shortcut: Keyboard.nativeText("Ctrl+L")
            glyph: "connect"
            hintPlacement: Qt.RightEdge
            checked: root.canvas.tool === "connect"
            onClicked: root.canvas.tool = "connect"
        }
        IconButton {
            objectName: "tool.pan"
            implicitWidth: root.side
            implicitHeight: root.side
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
            implicitWidth: root.side
            implicitHeight: root.side
            text: root.commands.addLane.text
            shortcut: Keyboard.nativeText(root.commands.addLane.shortcut)
            glyph: "lane"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.addLane.trigger()
        }
        IconButton {
            objectName: "tool.step"
            implicitWidth: root.side
            implicitHeight: root.side
            text: root.commands.addStep.text
            shortcut: Keyboard.nativeText(root.commands.addStep.shortcut)
            glyph: "step"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.addStep.trigger()
        }
        IconButton {
            objectName: "tool.phase"
            implicitWidth: root.side
            implicitHeight: root.side
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
            implicitWidth: root.side
            implicitHeight: root.side
            text: qsTr("Departments and roles")
            shortcut: Keyboard.nativeText(root.commands.house.shortcut)
            glyph: "people"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.house.trigger()
        }
        IconButton {
            objectName: "tool.requests"
            implicitWidth: root.side
            implicitHeight: root.side
            text: qsTr("Requests and data")
            shortcut: Keyboard.nativeText(root.commands.requests.shortcut)
            glyph: "request"
            hintPlacement: Qt.RightEdge
            onClicked: root.commands.requests.trigger()
        }
        IconButton {
            objectName: "tool.text"
            implicitWidth: root.side
            implicitHeight: root.side
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
