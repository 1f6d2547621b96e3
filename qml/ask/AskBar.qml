// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// A question that is played on the drawing: who is asked for what, the stops, what becomes of it.
FocusScope {
    id: root

    required property AskPlayer player
    readonly property bool atEnd: player.count > 0 && player.index === player.count - 1

    signal leaveRequested

    function takeFocus() {
        if (player.role.length === 0)
            rolePick.forceActiveFocus();
        else if (player.request.length === 0)
            requestPick.forceActiveFocus();
        else
            keys.forceActiveFocus();
    }
    function leave() {
        player.end();
        leaveRequested();
    }

    implicitHeight: column.implicitHeight + 20
    Keys.onEscapePressed: root.leave()
    // From every button of the bar.
    Keys.onRightPressed: root.player.next()
    Keys.onLeftPressed: root.player.previous()
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Home)
            root.player.index = 0;
        else if (event.key === Qt.Key_End)
            root.player.index = root.player.count - 1;
        else if (event.key === Qt.Key_W && root.player.hasWorst)
            root.player.worst = !root.player.worst;
        else
            event.accepted = false;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Rule {
        width: parent.width
    }

    // What has the keyboard while a question is played.
    Item {
        id: keys

        objectName: "askKeys"
        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Animation
        Accessible.name: root.player.question
        Accessible.description: root.atEnd ? root.player.sentence : root.player.detail
        Keys.onSpacePressed: root.player.toggle()
        Keys.onReturnPressed: root.player.toggle()

        FocusRing {
            anchors.margins: 3
            shown: keys.activeFocus
        }
    }

    ColumnLayout {
        id: column

        x: 14
        y: 10
        width: parent.width - 24
        spacing: 8

        RowLayout {
            Layout.fillWidth: true
            spacing: 8

            Caption {
                text: qsTr("Ask")
                tone: "ink"
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
            }
            Choice {
                id: rolePick

                objectName: "askRole"
                Layout.fillWidth: true
                Layout.maximumWidth: 190
                Layout.minimumWidth: 90
                options: root.player.roleChoices
                value: root.player.role
                emptyText: qsTr("whom?")
                Accessible.name: qsTr("Who is asked")
                onPicked: value => root.player.role = value
                onListLeft: root.takeFocus()
            }
            Caption {
                text: qsTr("for")
                wrapMode: Text.NoWrap
            }
            Choice {
                id: requestPick

                objectName: "askRequest"
                Layout.fillWidth: true
                Layout.maximumWidth: 220
                Layout.minimumWidth: 90
                options: root.player.requestChoices
                value: root.player.request
                emptyText: qsTr("what?")
                Accessible.name: qsTr("What is asked for")
                onPicked: value => root.player.request = value
                onListLeft: root.takeFocus()
            }
            Caption {
                text: qsTr("at")
                wrapMode: Text.NoWrap
            }
            Choice {
                objectName: "askCard"
                Layout.fillWidth: true
                Layout.maximumWidth: 260
                Layout.minimumWidth: 90
                options: root.player.cardChoices
                value: root.player.card
                Accessible.name: qsTr("Where it is asked")
                onPicked: value => root.player.card = value
                onListLeft: root.takeFocus()
            }
            Item {
                Layout.fillWidth: true
            }
            ModeSwitch {
                objectName: "askWays"
                visible: root.player.hasWorst
                compact: true
                options: [
                    {
                        value: "best",
                        text: qsTr("Best"),
                        hint: qsTr("The best way it can go")
                    },
                    {
                        value: "worst",
                        text: qsTr("Worst"),
                        hint: qsTr("The worst way it can go")
                    }
                ]
                value: root.player.worst ? "worst" : "best"
                onChosen: value => root.player.worst = value === "worst"
            }
            IconButton {
                objectName: "askClose"
                implicitWidth: 28
                implicitHeight: Theme.px(28)
                text: qsTr("End")
                shortcut: Keyboard.nativeText("Escape")
                glyph: "close"
                onClicked: root.leave()
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(36)
            spacing: 10

            Row {
                spacing: 2

                IconButton {
                    objectName: "askPrevious"
                    hintPlacement: Qt.TopEdge
                    text: qsTr("One stop back")
                    shortcut: Keyboard.nativeText("Left")
                    glyph: "previous"
                    enabled: root.player.index > 0
                    onClicked: root.player.previous()
                }
                IconButton {
                    objectName: "askPlay"
                    hintPlacement: Qt.TopEdge
                    text: root.player.playing ? qsTr("Pause") : qsTr("Play")
                    shortcut: Keyboard.nativeText("Space")
                    glyph: root.player.playing ? "pause" : "play"
                    enabled: root.player.count > 0
                    onClicked: root.player.toggle()
                }
                IconButton {
                    objectName: "askNext"
                    hintPlacement: Qt.TopEdge
                    text: qsTr("One stop on")
                    shortcut: Keyboard.nativeText("Right")
                    glyph: "next"
                    enabled: root.player.index < root.player.count - 1
                    onClicked: root.player.next()
                }
            }
            Flickable {
                id: strip

                // The present stop stays in sight.
                readonly property Item present: chips.count > 0 ? chips.itemAt(root.player.index) : null

                Layout.fillWidth: true
                Layout.fillHeight: true
                clip: true
                contentWidth: stops.width
                contentHeight: height
                flickableDirection: Flickable.HorizontalFlick
                boundsBehavior: Flickable.StopAtBounds
                contentX: present ? Math.max(0, Math.min(contentWidth - width, present.x + present.width / 2 - width / 2)) : 0

                Row {
                    id: stops

                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 4

                    Repeater {
                        id: chips

                        model: root.player.stops

                        Row {
                            id: stop

                            required property int index
                            required property var modelData

                            spacing: 4

                            Text {
                                anchors.verticalCenter: parent.verticalCenter
                                visible: stop.index > 0
                                text: "→"
                                font.family: Theme.family
                                font.pixelSize: Theme.px(15)
                                color: Theme.muted
                                opacity: stop.index > root.player.index ? 0.5 : 1
                            }
                            AskChip {
                                objectName: "askStop." + stop.index
                                number: stop.modelData.number
                                doing: stop.modelData.action
                                who: stop.modelData.who
                                sign: stop.modelData.sign
                                present: stop.index === root.player.index
                                ahead: stop.index > root.player.index
                                onClicked: root.player.index = stop.index
                            }
                        }
                    }
                }
            }
            Caption {
                objectName: "askFigures"
                visible: text.length > 0
                tone: "ink"
                font.pixelSize: Theme.px(15)
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                text: root.player.hopsText.length === 0 ? "" : qsTr("%1 · %2").arg(root.player.hopsText).arg(root.player.timeText)
            }
        }
        Caption {
            objectName: "askWords"
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(40)
            verticalAlignment: Text.AlignVCenter
            tone: root.player.count > 0 ? "ink" : "muted"
            font.pixelSize: Theme.px(15)
            maximumLineCount: 2
            elide: Text.ElideRight
            text: {
                if (root.player.count === 0)
                    return root.player.roleChoices.length === 0 ? qsTr("The customer meets no role yet: give the lanes their roles, then ask.") : qsTr("Choose whom the customer asks, and for what.");
                return root.atEnd ? root.player.sentence : root.player.detail;
            }
        }
    }
}
