// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The table of who can answer what, below the drawing. Its upper edge can be dragged.
FocusScope {
    id: root

    required property DocumentController document
    required property AskRunner runner
    required property Commands commands
    readonly property bool hasCell: table.hasCurrent && table.currentRow >= 0 && table.currentColumn >= 0
    readonly property string currentRole: hasCell ? table.currentRole : ""
    readonly property string currentRequest: hasCell ? table.currentRequest : ""
    // The cell that is spoken of: under the pointer, or else the current one.
    readonly property int spokenRow: table.hoveredRow >= 0 || table.hoveredColumn >= 0 ? table.hoveredRow : table.hasCurrent ? table.currentRow : -1
    readonly property int spokenColumn: table.hoveredRow >= 0 || table.hoveredColumn >= 0 ? table.hoveredColumn : table.hasCurrent ? table.currentColumn : -1
    property string told: ""

    signal leaveRequested
    signal askRequested(string role, string request)

    function takeFocus() {
        table.forceActiveFocus();
    }
    function show(role: string, request: string) {
        table.show(role, request);
    }
    function forget() {
        table.forget();
    }

    onSpokenRowChanged: told = ""
    onSpokenColumnChanged: told = ""

    RoleRequestModel {
        id: cells

        runner: root.runner
        dark: Theme.dark
        onRefused: why => root.told = why
        onKnowledgeChanged: ++table.generation
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 14
            Layout.rightMargin: 8
            Layout.preferredHeight: Theme.px(40)
            spacing: 6

            Caption {
                text: qsTr("Who can answer what")
                tone: "ink"
                font.weight: Font.DemiBold
                font.pixelSize: Theme.strong
                wrapMode: Text.NoWrap
            }
            Caption {
                Layout.fillWidth: true
                Layout.leftMargin: 14
                tone: "muted"
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: qsTr("●  sees to it     →  passes it on     ✕  dies     ↻  goes in a circle     ?  nobody has said     ·  not met")
            }
            AddField {
                id: addRole

                fieldName: "addRole"
                text: qsTr("+ Role")
                hint: qsTr("Add a role")
                shortcut: Keyboard.nativeText("Insert")
                placeholder: qsTr("Name of the new role")
                onAdded: name => {
                    const id = cells.addRole(name);
                    if (id.length > 0)
                        table.show(id, table.currentRequest);
                    table.forceActiveFocus();
                }
                onCancelled: table.forceActiveFocus()
            }
            AddField {
                id: addRequest

                fieldName: "addRequest"
                text: qsTr("+ Request")
                hint: qsTr("Add something a customer may ask for")
                shortcut: Keyboard.nativeText("Shift+Insert")
                placeholder: qsTr("What may be asked for")
                onAdded: name => {
                    const id = cells.addRequest(name);
                    if (id.length > 0)
                        table.show(table.currentRole, id);
                    table.forceActiveFocus();
                }
                onCancelled: table.forceActiveFocus()
            }
            IconButton {
                implicitWidth: 28
                implicitHeight: Theme.px(28)
                text: qsTr("Hide the table")
                shortcut: Keyboard.nativeText(root.commands.requestTable.shortcut)
                glyph: "close"
                hintPlacement: Qt.BottomEdge
                onClicked: root.commands.requestTable.trigger()
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AskTable {
                id: table

                anchors.fill: parent
                visible: cells.roles.count > 0
                focus: true
                model: cells
                document: root.document
                onLeaveRequested: root.leaveRequested()
                onAskRequested: root.askRequested(root.currentRole, root.currentRequest)
                onAddRoleRequested: addRole.begin()
                onAddRequestRequested: addRequest.begin()
            }
            Caption {
                objectName: "requestsEmpty"
                anchors.centerIn: parent
                width: Math.min(parent.width - 40, 460)
                visible: cells.roles.count === 0 || cells.requests.count === 0
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.3
                tone: "muted"
                text: cells.roles.count === 0 ? qsTr("Nobody to ask yet. Add a role with “+ Role”, and what a customer may ask for with “+ Request”.") : qsTr("Nothing to ask for yet. Add what a customer may ask for with “+ Request”: the bill, a glass of water.")
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        Item {
            Layout.fillWidth: true
            Layout.leftMargin: 14
            Layout.rightMargin: 14
            Layout.preferredHeight: Theme.px(38)

            Caption {
                id: sentence

                objectName: "askSentence"
                anchors.left: parent.left
                anchors.right: next.visible ? next.left : parent.right
                anchors.rightMargin: next.visible ? 16 : 0
                anchors.verticalCenter: parent.verticalCenter
                maximumLineCount: 2
                elide: Text.ElideRight
                tone: root.told.length > 0 ? "error" : text.length > 0 ? "ink" : "muted"
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                text: {
                    if (root.told.length > 0)
                        return root.told;
                    // Anew whenever the answers are others.
                    const fresh = table.generation >= 0;
                    if (fresh && root.spokenRow >= 0 && root.spokenColumn >= 0)
                        return cells.sentence(root.spokenRow, root.spokenColumn);
                    if (root.spokenRow >= 0 || root.spokenColumn >= 0)
                        return qsTr("Double-click or F2 renames, Delete removes, a right click offers more.");
                    return cells.roles.count > 0 && cells.requests.count > 0 ? qsTr("Point at a cell to read what happens; click it to say what the role does.") : "";
                }
            }
            Caption {
                id: next

                objectName: "askNext"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: text.length > 0
                tone: "muted"
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                text: {
                    const what = table.generation >= 0 && root.told.length === 0 ? cells.nextText(root.spokenRow, root.spokenColumn) : "";
                    return what.length > 0 ? qsTr("Click: %1").arg(what) : "";
                }
            }
        }
    }

    Rule {
        width: parent.width
    }
    MouseArea {
        y: -4
        width: parent.width
        height: 8
        cursorShape: Qt.SplitVCursor
        onPositionChanged: mouse => {
            if (pressed)
                AppSettings.requestsHeight = Math.round(root.height - (mouse.y - 4));
        }
    }
}
