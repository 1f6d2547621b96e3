// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// Find and replace, above the drawing.
Rectangle {
    id: root

    required property DocumentController document
    property bool replacing: false

    signal found(var elements)
    signal leaveRequested

    // A button that can no longer be pressed gives the keyboard back to the field.
    function replace(run: var) {
        run();
        if (finder.count === 0)
            field.forceActiveFocus(Qt.TabFocusReason);
    }
    function begin(withReplacement: bool) {
        replacing = withReplacement;
        visible = true;
        field.forceActiveFocus();
        field.selectAll();
    }
    function leave() {
        visible = false;
        leaveRequested();
    }

    component Field: TextField {
        id: input

        property bool wrong: false

        implicitHeight: Theme.controlHeight
        leftPadding: 10
        rightPadding: 10
        topPadding: 0
        bottomPadding: 0
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.family
        font.pixelSize: Theme.normal
        color: Theme.ink
        placeholderTextColor: Theme.muted
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        selectByMouse: true
        Accessible.name: placeholderText
        background: InputFrame {
            active: input.activeFocus
            hovered: input.hovered
            wrong: input.wrong
        }
    }
    component Toggle: ActionButton {
        id: toggle

        look: "quiet"
        checkable: true
        Accessible.name: hint
        Accessible.checkable: true
        palette.buttonText: checked ? Theme.accentText : Theme.body
        palette.brightText: Theme.accentText
        background: Rectangle {
            radius: Theme.radius
            color: toggle.checked ? Theme.accentWash : toggle.hovered ? Theme.hover : "transparent"

            FocusRing {
                shown: toggle.visualFocus
            }
        }
    }

    visible: false
    implicitHeight: grid.implicitHeight + 17
    color: Theme.paper
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Find")
    Keys.onEscapePressed: root.leave()

    TextFinder {
        id: finder

        document: root.document
        active: root.visible && root.document.isOpen
        text: field.text
        replacement: replaceField.text
        regular: regularToggle.checked
        matchCase: caseToggle.checked
        onFound: elements => root.found(elements)
    }
    // In the order of Tab, which is not that of the rows: from what is looked for to what it is replaced with.
    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: 12
        anchors.rightMargin: 12
        anchors.topMargin: 8
        columns: 2
        columnSpacing: 4
        rowSpacing: 6

        Field {
            id: field

            objectName: "findField"
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: true
            Layout.minimumWidth: 120
            Layout.preferredWidth: 320
            Layout.maximumWidth: 320
            placeholderText: qsTr("Find")
            wrong: finder.problem.length > 0
            Keys.onReturnPressed: event => finder.walk(event.modifiers & Qt.ShiftModifier ? -1 : 1)
            Keys.onEnterPressed: event => finder.walk(event.modifiers & Qt.ShiftModifier ? -1 : 1)
        }
        Field {
            id: replaceField

            objectName: "replaceField"
            Layout.row: 2
            Layout.column: 0
            Layout.fillWidth: true
            Layout.minimumWidth: 120
            Layout.preferredWidth: 320
            Layout.maximumWidth: 320
            visible: root.replacing
            placeholderText: regularToggle.checked ? qsTr("Replace with, $1 for the first group") : qsTr("Replace with")
            Keys.onReturnPressed: finder.replaceCurrent()
            Keys.onEnterPressed: finder.replaceCurrent()
        }
        RowLayout {
            Layout.row: 2
            Layout.column: 1
            Layout.leftMargin: 4
            visible: root.replacing
            spacing: 8

            ActionButton {
                objectName: "replaceOne"
                text: qsTr("Replace")
                enabled: finder.count > 0
                onClicked: root.replace(() => finder.replaceCurrent())
            }
            ActionButton {
                objectName: "replaceAll"
                text: qsTr("Replace all")
                enabled: finder.count > 0
                onClicked: root.replace(() => finder.replaceAll())
            }
            Item {
                Layout.fillWidth: true
            }
        }
        RowLayout {
            Layout.row: 0
            Layout.column: 1
            spacing: 4

            Toggle {
                id: caseToggle

                objectName: "findCase"
                text: qsTr("Aa")
                hint: qsTr("Mind capitals")
            }
            Toggle {
                id: regularToggle

                objectName: "findRegular"
                text: ".*"
                hint: qsTr("Regular expression")
            }
            IconButton {
                text: qsTr("Previous match")
                shortcut: Keyboard.nativeText("Shift+Return")
                glyph: "previous"
                enabled: finder.count > 0
                onClicked: finder.walk(-1)
            }
            IconButton {
                text: qsTr("Next match")
                shortcut: Keyboard.nativeText("Return")
                glyph: "next"
                enabled: finder.count > 0
                onClicked: finder.walk(1)
            }
            Caption {
                Layout.fillWidth: true
                Layout.minimumWidth: implicitWidth
                Layout.leftMargin: 8
                objectName: "findSummary"
                text: finder.summary
                tone: "muted"
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.role: Accessible.StatusBar
                Accessible.name: text
            }
            IconButton {
                text: qsTr("Close")
                shortcut: Keyboard.nativeText("Escape")
                glyph: "close"
                onClicked: root.leave()
            }
        }
        Caption {
            Layout.row: 1
            Layout.column: 0
            Layout.columnSpan: 2
            Layout.fillWidth: true
            objectName: "findProblem"
            visible: text.length > 0
            text: finder.problem
            tone: "error"
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.hairline
    }
}
