// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// What stands behind the grid: departments, roles and what they can do, requests, data items. A list at the left, all
// fields of the chosen one at the right.
SheetDialog {
    id: root

    required property DocumentController document
    property string kind: "role"
    property string currentId: ""

    readonly property var kinds: [
        {
            value: "department",
            text: qsTr("Departments")
        },
        {
            value: "role",
            text: qsTr("Roles")
        },
        {
            value: "request",
            text: qsTr("Requests")
        },
        {
            value: "dataItem",
            text: qsTr("Data")
        }
    ]
    readonly property var notes: ({
            department: qsTr("A border between departments is where a service breaks: say who belongs where."),
            role: qsTr("Who works here, and what each can do when a customer asks."),
            request: qsTr("What a customer may ask for."),
            dataItem: qsTr("What a customer has to tell, and what is handed on.")
        })

    function openAt(wantedKind: string) {
        kind = wantedKind;
        open();
        currentId = house.count > 0 ? house.idAt(0) : "";
    }
    function choose(row: int) {
        if (row >= 0 && row < house.count)
            currentId = house.idAt(row);
    }
    function add() {
        const id = house.add(newName.text);
        if (id.length > 0) {
            newName.text = "";
            currentId = id;
        }
    }

    objectName: "houseDialog"
    width: Math.min(900, root.parent ? root.parent.width - 64 : 900)
    height: Math.min(680, root.parent ? root.parent.height - 64 : 680)
    heading: qsTr("The house behind the blueprint")
    note: root.notes[kind]
    onOpened: {
        if (house.count > 0)
            list.forceActiveFocus(Qt.TabFocusReason);
        else
            newName.forceActiveFocus(Qt.TabFocusReason);
    }
    onKindChanged: currentId = house.count > 0 ? house.idAt(0) : ""

    HouseModel {
        id: house

        document: root.document
        active: root.visible
        kind: root.kind
        onCountChanged: {
            if (rowOf(root.currentId) < 0)
                root.currentId = count > 0 ? idAt(0) : "";
        }
    }
    InspectorModel {
        id: form

        document: root.document
        active: root.visible
        elements: root.currentId.length > 0 ? [
            {
                kind: root.kind,
                id: root.currentId
            }
        ] : []
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 16

        ModeSwitch {
            objectName: "houseKinds"
            options: root.kinds
            value: root.kind
            onChosen: value => root.kind = value
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 20

            ColumnLayout {
                Layout.preferredWidth: 280
                Layout.maximumWidth: 280
                Layout.fillHeight: true
                spacing: 8

                Rectangle {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    radius: Theme.radius
                    color: "transparent"
                    border.width: 1
                    border.color: Theme.hairline

                    RowList {
                        id: list

                        anchors.fill: parent
                        anchors.margins: 4
                        objectName: "houseList"
                        activeFocusOnTab: true
                        model: house
                        currentIndex: {
                            house.count; // follow rows that move
                            return house.rowOf(root.currentId);
                        }
                        Accessible.name: root.heading
                        Accessible.description: (list.currentItem as ItemDelegate)?.Accessible.name ?? ""
                        Keys.onDownPressed: root.choose(currentIndex + 1)
                        Keys.onUpPressed: root.choose(currentIndex - 1)
                        Keys.onDeletePressed: house.remove(root.currentId)

                        delegate: ItemDelegate {
                            id: entry

                            required property string elementId
                            required property string name
                            required property string detail
                            readonly property bool current: elementId === root.currentId

                            width: ListView.view.width
                            implicitHeight: Theme.px(46)
                            text: name
                            focusPolicy: Qt.NoFocus
                            padding: 0
                            Accessible.name: qsTr("%1, %2").arg(name).arg(detail)
                            onClicked: root.currentId = elementId
                            contentItem: Column {
                                leftPadding: 10
                                topPadding: 5
                                spacing: 1

                                Caption {
                                    width: entry.width - 20
                                    text: entry.name
                                    tone: "ink"
                                    font.weight: entry.current ? Font.DemiBold : Font.Medium
                                    elide: Text.ElideRight
                                    wrapMode: Text.NoWrap
                                }
                                Caption {
                                    width: entry.width - 20
                                    text: entry.detail
                                    tone: "muted"
                                    font.pixelSize: Theme.small
                                    elide: Text.ElideRight
                                    wrapMode: Text.NoWrap
                                }
                            }
                            background: Rectangle {
                                radius: 6
                                color: entry.current ? Theme.accentWash : entry.hovered ? Theme.hover : "transparent"

                                FocusRing {
                                    anchors.margins: 0
                                    radius: 6
                                    shown: list.activeFocus && entry.current
                                }
                            }
                        }
                    }
                    Caption {
                        anchors.centerIn: parent
                        width: parent.width - 40
                        visible: house.count === 0
                        text: qsTr("None yet. Name the first one below.")
                        tone: "muted"
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: 8

                    LineInput {
                        id: newName

                        Layout.fillWidth: true
                        objectName: "houseNewName"
                        placeholderText: qsTr("Name of a new one")
                        Accessible.name: placeholderText
                        Keys.onReturnPressed: root.add()
                        Keys.onEnterPressed: root.add()
                    }
                    ActionButton {
                        objectName: "houseAdd"
                        text: qsTr("Add")
                        enabled: newName.text.trim().length > 0
                        onClicked: root.add()
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: true
                radius: Theme.radius
                color: "transparent"
                border.width: 1
                border.color: Theme.hairline

                FieldList {
                    anchors.fill: parent
                    anchors.margins: 1
                    form: form
                    visible: root.currentId.length > 0
                }
                Caption {
                    anchors.centerIn: parent
                    visible: root.currentId.length === 0
                    text: qsTr("Nothing is chosen.")
                    tone: "muted"
                }
            }
        }
    }
    buttons: [
        ActionButton {
            objectName: "houseRemove"
            text: qsTr("Delete “%1”").arg(form.subject)
            visible: root.currentId.length > 0
            hint: qsTr("It is forgotten wherever it is named; undo brings it back")
            onClicked: house.remove(root.currentId)
        },
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            text: qsTr("Done")
            look: "primary"
            onClicked: root.close()
        }
    ]
}
