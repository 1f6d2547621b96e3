// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Throughline
import Throughline.App

// One field for everything: commands by name, and cards, phases, steps, lanes and roles to go to by title or code.
Popup {
    id: root

    required property PaletteCommands commands
    required property DocumentController document

    signal placeChosen(var elements)

    // What was chosen is done when the keyboard is back where it was.
    property string chosenCommand: ""
    property var chosenPlace: []

    function choose(row: int) {
        if (!model.availableAt(row)) {
            root.document.showMessage(qsTr("“%1” is not possible just now: select what it is about first.").arg(model.textAt(row)));
            return;
        }
        chosenCommand = model.commandAt(row);
        chosenPlace = model.elementsOf(row);
        close();
    }

    objectName: "commandPalette"
    parent: T.Overlay.overlay
    x: root.parent ? Math.round((root.parent.width - width) / 2) : 0
    y: 60
    width: Math.min(Theme.px(560), root.parent ? root.parent.width - 48 : 560)
    modal: true
    focus: true
    padding: 8
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.dark ? "#66000000" : "#331E2430"
    }
    background: Sheet {
        radius: 12
    }
    onAboutToShow: {
        chosenCommand = "";
        chosenPlace = [];
        field.text = "";
        model.commands = commands.listed();
        model.recent = AppSettings.recentCommands;
        model.readPlaces();
        list.currentIndex = 0;
        list.positionViewAtBeginning();
    }
    onOpened: field.forceActiveFocus()
    onClosed: {
        if (chosenCommand.length > 0) {
            AppSettings.noteCommand(chosenCommand);
            commands.run(chosenCommand);
        } else if (chosenPlace.length > 0) {
            placeChosen(chosenPlace);
        }
    }

    PaletteModel {
        id: model

        document: root.document
        query: field.text
    }
    contentHeight: column.implicitHeight

    ColumnLayout {
        id: column

        width: root.availableWidth
        spacing: 6

        TextField {
            id: field

            objectName: "paletteField"
            Layout.fillWidth: true
            implicitHeight: Theme.px(40)
            leftPadding: 12
            rightPadding: 12
            font.family: Theme.family
            font.pixelSize: Theme.strong
            color: Theme.ink
            placeholderText: root.document.isOpen ? qsTr("A command, a card's title, or its code: 4B2") : qsTr("A command")
            placeholderTextColor: Theme.muted
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentInk
            selectByMouse: true
            Accessible.name: qsTr("Commands and places")
            Accessible.description: {
                const text = model.textAt(list.currentIndex);
                return text.length === 0 || model.availableAt(list.currentIndex) ? text : qsTr("%1, not available now").arg(text);
            }
            background: InputFrame {
                active: field.activeFocus
            }
            onTextChanged: {
                list.currentIndex = 0;
                list.positionViewAtBeginning();
            }
            onAccepted: root.choose(list.currentIndex)
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onPressed: event => {
                const page = Math.max(1, Math.floor(list.height / Theme.px(34)) - 1);
                if (event.key === Qt.Key_PageDown)
                    list.currentIndex = Math.min(list.count - 1, list.currentIndex + page);
                else if (event.key === Qt.Key_PageUp)
                    list.currentIndex = Math.max(0, list.currentIndex - page);
                else if (event.key === Qt.Key_K && event.modifiers === Qt.ControlModifier)
                    root.close();
                else
                    return;
                event.accepted = true;
            }
        }
        RowList {
            id: list

            objectName: "paletteList"
            Layout.fillWidth: true
            implicitHeight: count === 0 ? nothing.implicitHeight + 16 : Math.max(Theme.px(34), Math.min(contentHeight, Theme.px(34) * 11, (root.parent ? root.parent.height : 800) - root.y - 120))
            model: model
            keyNavigationWraps: true
            highlightMoveDuration: 0
            Accessible.name: qsTr("Commands and places")
            delegate: PaletteRow {
                width: ListView.view.width
                current: ListView.isCurrentItem
                onPointed: list.currentIndex = index
                onChosen: root.choose(index)
            }

            Caption {
                id: nothing

                anchors.verticalCenter: parent.verticalCenter
                visible: list.count === 0
                x: 12
                width: parent.width - 24
                tone: "muted"
                text: root.document.isOpen ? qsTr("No command and no place has these letters.") : qsTr("No command has these letters. Cards can be found when a blueprint is open.")
            }
        }
    }
}
