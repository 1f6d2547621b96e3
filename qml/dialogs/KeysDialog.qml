// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// Every key in one place.
SheetDialog {
    id: root

    required property Commands commands

    readonly property var groups: [
        {
            name: "drawing",
            title: qsTr("Drawing"),
            keys: [[qsTr("Type to rename the selected card"), qsTr("any letter")], [qsTr("Rename"), "F2"], [commands.details.text, commands.details.shortcut], [qsTr("Next card in the lane"), "Return"], [qsTr("Connected card in the lane below"), "Tab"], [qsTr("Request and answer in one: ask the lane below"), qsTr("Ctrl+Return or ?")], [qsTr("Walk the grid"), qsTr("arrow keys")], [qsTr("Select several; back again: fewer"), qsTr("Shift + arrow keys")], [qsTr("Jump to the next card"), qsTr("Ctrl + arrow keys")], [qsTr("To the name of the step, of the lane"), "Ctrl+Shift+Up, Ctrl+Shift+Left"], [qsTr("Move the selection"), qsTr("Alt + arrow keys")], [qsTr("Card one step longer, shorter"), "Alt+Shift+Right, Alt+Shift+Left"], [qsTr("Card below in the cell"), "Shift+Return"], [qsTr("Connect the selected card"), "Ctrl+L"], [qsTr("Next connection of the card; to its other end"), "Ctrl+J, Return"], [qsTr("Connection: request, answer, hand-over, tell, send away, flow, plain"), "R A H T X F N"], [qsTr("Sticky note, pain point, opportunity"), "Alt+N, Alt+P, Alt+O"], [qsTr("The same on the selected card"), "Alt+Shift+N, Alt+Shift+P, Alt+Shift+O"], [qsTr("The card is observed, assumed, proposed"), "Alt+B, Alt+A, Alt+R"], [qsTr("Nothing said of how the card is known"), "Alt+U"], [qsTr("The customer feels better, worse"), "Alt+Shift+Up, Alt+Shift+Down"], [commands.openAttachment.text, commands.openAttachment.shortcut], [commands.addLane.text, commands.addLane.shortcut], [commands.addStep.text, commands.addStep.shortcut], [commands.addPhase.text, commands.addPhase.shortcut], [commands.remove.text, commands.remove.shortcut], [qsTr("Cut, copy, paste"), "Ctrl+X, Ctrl+C, Ctrl+V"], [commands.duplicate.text, commands.duplicate.shortcut], [qsTr("Copy a picture for slides"), commands.copyPng.shortcut], [commands.selectAll.text, commands.selectAll.shortcut], [qsTr("Undo"), commands.undo.shortcut], [qsTr("Redo"), "Ctrl+Shift+Z, Ctrl+Y"]]
        },
        {
            name: "mouse",
            title: qsTr("Mouse"),
            keys: [[qsTr("New card"), qsTr("double-click a cell")], [qsTr("Copy instead of move"), qsTr("Ctrl while dragging")], [qsTr("New step or lane for a card"), qsTr("drop it between two")], [qsTr("Insert into a connection"), qsTr("drop the card on it")], [qsTr("Card over several steps"), qsTr("pull its edge")], [qsTr("Connect"), qsTr("drag a dot at a side")], [qsTr("Open an attachment"), qsTr("Ctrl and click on it")], [qsTr("Connect with a whole lane"), qsTr("to its name or with Shift")], [qsTr("New step or lane"), qsTr("+ between the names")], [qsTr("Leave a drag"), "Escape"]]
        },
        {
            name: "view",
            title: qsTr("View"),
            keys: [[qsTr("Any command; any card by its title or code"), commands.palette.shortcut], [qsTr("Find"), commands.find.shortcut], [qsTr("Find and replace"), commands.replace.shortcut], [qsTr("Next match, the one before"), "Return, Shift+Return"], [qsTr("Zoom"), qsTr("Ctrl + wheel")], [commands.zoomIn.text, "Ctrl++, Ctrl+="], [commands.zoomOut.text, commands.zoomOut.shortcut], [commands.zoom100.text, commands.zoom100.shortcut], [commands.fit.text, commands.fit.shortcut], [commands.zoomToSelection.text, commands.zoomToSelection.shortcut], [commands.map.text, commands.map.shortcut], [qsTr("What to show"), commands.whatToShow.shortcut], [commands.showEverything.text, commands.showEverything.shortcut], [commands.hideLane.text, commands.hideLane.shortcut], [qsTr("Fold lane or phase"), commands.fold.shortcut], [qsTr("The first saved view, the second …"), "Alt+1, Alt+2"], [commands.trace.text, commands.trace.shortcut], [qsTr("Move the view"), qsTr("Space and drag")], [commands.panel.text, commands.panel.shortcut], [commands.textPane.text, commands.textPane.shortcut], [qsTr("Back to the drawing"), "Escape"], [commands.numbers.text, commands.numbers.shortcut], [commands.present.text, commands.present.shortcut]]
        },
        {
            name: "check",
            title: qsTr("Check"),
            keys: [[commands.nextFinding.text, commands.nextFinding.shortcut], [commands.previousFinding.text, commands.previousFinding.shortcut], [commands.mend.text, commands.mend.shortcut], [qsTr("Preview another way to mend it"), qsTr("Up, Down")], [qsTr("Mend it"), "Return"], [qsTr("Leave the ways to mend it"), "Escape"], [commands.accept.text, commands.accept.shortcut], [commands.fixSafe.text, commands.fixSafe.shortcut], [commands.rules.text, commands.rules.shortcut], [commands.check.text, commands.check.shortcut]]
        },
        {
            name: "ask",
            title: qsTr("Asking"),
            keys: [[commands.requestTable.text, commands.requestTable.shortcut], [qsTr("In its table: sees to it, passes it on, refuses"), "F, P, R"], [qsTr("Says the next thing; the one before"), "Space, Shift+Space"], [qsTr("Only these"), "O"], [qsTr("Ask it and watch"), "Q"], [qsTr("Add a role, a request"), "Insert, Shift+Insert"], [commands.ask.text, commands.ask.shortcut], [qsTr("Play and pause"), "Space"], [qsTr("One stop back, one stop on"), "Left, Right"], [qsTr("The best way, the worst way"), "W"]]
        },
        {
            name: "file",
            title: qsTr("File"),
            keys: [[qsTr("Menu"), "F10"], [commands.shortcuts.text, commands.shortcuts.shortcut], [commands.newDocument.text, commands.newDocument.shortcut], [commands.open.text, commands.open.shortcut], [commands.save.text, commands.save.shortcut], [commands.saveAs.text, commands.saveAs.shortcut], [commands.versions.text, commands.versions.shortcut], [commands.importBpmn.text, commands.importBpmn.shortcut], [commands.exportPdf.text, commands.exportPdf.shortcut], [commands.exportPicture.text, commands.exportPicture.shortcut], [commands.closeDocument.text, commands.closeDocument.shortcut], [commands.house.text, commands.house.shortcut], [commands.requests.text, commands.requests.shortcut], [commands.quit.text, commands.quit.shortcut]]
        }
    ]

    objectName: "keysDialog"
    width: Math.min(Theme.px(960), root.parent ? root.parent.width - 48 : 960)
    heading: qsTr("Keys")
    contentHeight: Math.min(grid.implicitHeight, (root.parent ? root.parent.height : 800) - 220)

    Flickable {
        id: sheet

        function scrollBy(distance: real) {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + distance));
        }

        anchors.fill: parent
        objectName: "keysSheet"
        contentHeight: grid.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ThinScrollBar {
            policy: sheet.contentHeight > sheet.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded
        }

        // Positioned, not laid out: Qt 6.4's layouts leave the keys where they were when the words come to need fewer lines.
        Grid {
            id: grid

            width: sheet.width - 12
            // Side by side where both the words and the keys have room.
            columns: width > Theme.px(700) ? 2 : 1
            columnSpacing: 40
            rowSpacing: 20

            Repeater {
                // Side by side, of about one length.
                model: [["drawing", "file"], ["mouse", "view", "check", "ask"]]

                Column {
                    id: column

                    required property var modelData

                    width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns
                    spacing: 20

                    Repeater {
                        model: column.modelData.map(name => root.groups.find(group => group.name === name))

                        Column {
                            id: group

                            required property var modelData

                            width: column.width
                            spacing: 6

                            Caption {
                                text: group.modelData.title
                                tone: "ink"
                                font.weight: Font.DemiBold
                            }
                            Repeater {
                                model: group.modelData.keys

                                Item {
                                    id: line

                                    required property var modelData
                                    readonly property string standard: Keyboard.nativeText(modelData[1])

                                    objectName: "keysLine"
                                    width: group.width
                                    height: Math.max(words.height, keys.height)
                                    Accessible.role: Accessible.StaticText
                                    Accessible.name: qsTr("%1: %2").arg(modelData[0]).arg(keys.text)

                                    Caption {
                                        id: words

                                        anchors.verticalCenter: parent.verticalCenter
                                        width: parent.width - keys.width - 8
                                        spoken: false
                                        text: line.modelData[0]
                                    }
                                    Caption {
                                        id: keys

                                        anchors.verticalCenter: parent.verticalCenter
                                        anchors.right: parent.right
                                        spoken: false
                                        text: line.standard.length > 0 ? line.standard : line.modelData[1]
                                        tone: "muted"
                                        wrapMode: Text.NoWrap
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    onOpened: closeButton.forceActiveFocus(Qt.TabFocusReason)
    buttons: [
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            id: closeButton

            text: qsTr("Close")
            look: "primary"
            onClicked: root.close()
            Keys.onPressed: event => {
                const page = sheet.height * 0.9;
                const steps = {
                    [Qt.Key_Down]: 40,
                    [Qt.Key_Up]: -40,
                    [Qt.Key_PageDown]: page,
                    [Qt.Key_PageUp]: -page,
                    [Qt.Key_End]: sheet.contentHeight,
                    [Qt.Key_Home]: -sheet.contentHeight
                };
                event.accepted = steps[event.key] !== undefined;
                if (event.accepted)
                    sheet.scrollBy(steps[event.key]);
            }
        }
    ]
}
