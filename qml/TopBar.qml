// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The bar along the top: menu, what is open, undo and redo, export, present.
Rectangle {
    id: root

    required property DocumentController document
    required property Commands commands

    signal leaveRequested
    signal templateChosen(url source)
    signal fileChosen(url file)

    implicitHeight: Theme.px(52)
    color: Theme.paper

    // Half of what the switch in the middle leaves: for the title, and for the file.
    readonly property real nameWidth: modeSwitch.visible ? Math.min(root.width * 0.22, (modeSwitch.x - 76) / 2) : root.width * 0.22

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 8
        anchors.rightMargin: 16
        spacing: 8

        IconButton {
            id: menuButton

            objectName: "menuButton"
            text: qsTr("Menu")
            shortcut: Keyboard.nativeText("F10")
            glyph: "menu"
            onClicked: menu.visible ? menu.close() : menu.popup(menuButton, 0, menuButton.height + 4)

            Shortcut {
                sequence: "F10"
                onActivated: menuButton.clicked()
            }
            MainMenu {
                id: menu

                commands: root.commands
                document: root.document
                onTemplateChosen: source => root.templateChosen(source)
                onFileChosen: file => root.fileChosen(file)
            }
        }

        Caption {
            id: titleText

            Layout.maximumWidth: root.nameWidth
            objectName: "titleText"
            visible: !titleField.visible
            text: root.document.isOpen ? root.document.title : qsTr("Throughline")
            tone: "ink"
            font.pixelSize: Theme.strong
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            maximumLineCount: 1
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Accessible.onPressAction: titleField.begin()

            TapHandler {
                enabled: root.document.isOpen
                onTapped: titleField.begin()
            }
            HoverHandler {
                id: onTitle

                enabled: root.document.isOpen
                cursorShape: Qt.IBeamCursor
            }
            Hint {
                visible: onTitle.hovered
                text: qsTr("Rename the blueprint")
            }
        }
        LineInput {
            id: titleField

            function begin() {
                visible = true;
                forceActiveFocus();
                selectAll();
            }

            Layout.preferredWidth: Math.max(Theme.px(160), Math.min(root.nameWidth, titleText.implicitWidth + 28))
            objectName: "titleField"
            visible: false
            value: root.document.title
            font.pixelSize: Theme.strong
            font.weight: Font.DemiBold
            Accessible.name: qsTr("Title of the blueprint")
            onCommitted: title => root.document.rename("blueprint", "", title)
            onEditingFinished: {
                // Return leaves the keyboard with the drawing; a click elsewhere has it already.
                const returned = activeFocus;
                visible = false;
                if (returned)
                    root.leaveRequested();
            }
            Keys.onEscapePressed: {
                text = value;
                visible = false;
                root.leaveRequested();
            }
        }
        Caption {
            id: fileState

            Layout.maximumWidth: root.nameWidth
            Layout.leftMargin: 4
            objectName: "fileState"
            visible: root.document.isOpen
            text: {
                if (root.document.fileName.length === 0)
                    return qsTr("not saved yet");
                return root.document.modified ? qsTr("%1 · modified").arg(root.document.fileName) : qsTr("%1 · saved").arg(root.document.fileName);
            }
            tone: "muted"
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap

            HoverHandler {
                id: stateHover
            }
            Hint {
                visible: stateHover.hovered && root.document.displayPath.length > 0
                text: root.document.displayPath
            }
        }

        Item {
            Layout.fillWidth: true
        }

        IconButton {
            objectName: "undoButton"
            text: root.commands.undo.text
            shortcut: Keyboard.nativeText(root.commands.undo.shortcut)
            glyph: "undo"
            visible: root.document.isOpen
            enabled: root.commands.undo.enabled
            onClicked: root.commands.undo.trigger()
        }
        IconButton {
            objectName: "redoButton"
            text: root.commands.redo.text
            shortcut: Keyboard.nativeText(root.commands.redo.shortcut)
            glyph: "redo"
            visible: root.document.isOpen
            enabled: root.commands.redo.enabled
            onClicked: root.commands.redo.trigger()
        }
        IconButton {
            objectName: "viewsButton"
            text: root.commands.whatToShow.text
            shortcut: Keyboard.nativeText(root.commands.whatToShow.shortcut)
            glyph: "filter"
            visible: root.document.isOpen
            enabled: root.commands.whatToShow.enabled
            checked: root.commands.views.active
            onClicked: root.commands.whatToShow.trigger()
        }
        ActionButton {
            objectName: "exportButton"
            Layout.leftMargin: 8
            text: qsTr("Export PDF")
            hint: qsTr("One page with the map and its findings")
            shortcut: Keyboard.nativeText(root.commands.exportPdf.shortcut)
            visible: root.document.isOpen
            onClicked: root.commands.exportPdf.trigger()
        }
        ActionButton {
            objectName: "presentButton"
            text: qsTr("Present")
            look: "primary"
            hint: qsTr("Full screen, phase by phase and finding by finding")
            shortcut: Keyboard.nativeText(root.commands.present.shortcut)
            visible: root.document.isOpen
            onClicked: root.commands.present.trigger()
        }
    }

    ModeSwitch {
        id: modeSwitch

        objectName: "modeSwitch"
        anchors.centerIn: parent
        visible: root.document.isOpen && root.width > 900 * Theme.panelScale
        value: root.commands.numbersShown ? "numbers" : "draw"
        options: [
            {
                value: "draw",
                text: qsTr("Draw")
            },
            {
                value: "numbers",
                text: qsTr("Numbers")
            },
            {
                value: "present",
                text: qsTr("Present")
            }
        ]
        onChosen: value => {
            if (value === "present")
                root.commands.present.trigger();
            else if ((value === "numbers") !== root.commands.numbersShown)
                root.commands.numbers.trigger();
        }
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
