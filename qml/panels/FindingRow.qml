// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// One finding: number, title and sentence; the current one also why it matters, what mends it, and how to accept it.
AbstractButton {
    id: root

    required property string key
    required property int number
    required property string severity
    required property string title
    required property string message
    required property string consequence
    required property var remedies
    required property var suppressed
    required property bool inferred
    property bool current: false
    property bool accepting: false
    // It is about a question that can be played on the drawing.
    property bool playable: false

    signal accepted(string reason)
    signal playRequested

    implicitHeight: column.implicitHeight + 28
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2. %3").arg(number).arg(title).arg(message)
    onCurrentChanged: if (!current)
        accepting = false

    background: Rectangle {
        color: root.current ? Theme.errorWash : root.hovered ? Theme.hover : "transparent"

        Rectangle {
            width: 3
            height: parent.height
            visible: root.current
            color: Theme.severityFill(root.severity)
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    NumberBadge {
        x: 16
        y: 14
        severity: root.severity
        text: String(root.number)
    }
    ColumnLayout {
        id: column

        x: 50
        y: 15
        width: root.width - x - 16
        spacing: 6

        Caption {
            Layout.fillWidth: true
            text: root.title
            tone: "ink"
            font.weight: Font.DemiBold
        }
        Caption {
            Layout.fillWidth: true
            text: root.message
            lineHeight: 1.25
        }
        Caption {
            Layout.fillWidth: true
            visible: root.current && text.length > 0
            text: root.consequence
            tone: "muted"
            lineHeight: 1.25
        }
        Caption {
            Layout.fillWidth: true
            visible: root.current && root.inferred
            text: qsTr("Concluded from plain arrows: saying what they mean would settle it.")
            tone: "muted"
            font.pixelSize: Theme.small
        }
        Caption {
            Layout.topMargin: 4
            visible: root.current && root.remedies.length > 0
            text: qsTr("What would mend it")
            tone: "ink"
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
        }
        Repeater {
            model: root.current ? root.remedies : []

            RowLayout {
                id: remedy

                required property string modelData

                Layout.fillWidth: true
                spacing: 8

                Rectangle {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 6
                    Layout.preferredWidth: 5
                    Layout.preferredHeight: 5
                    radius: 3
                    color: Theme.accentText
                }
                Caption {
                    Layout.fillWidth: true
                    text: remedy.modelData
                }
            }
        }
        Repeater {
            model: root.current ? root.suppressed : []

            Caption {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
                tone: "muted"
                font.pixelSize: Theme.small
            }
        }
        RowLayout {
            Layout.topMargin: 4
            visible: root.current && !root.accepting
            spacing: 8

            ActionButton {
                objectName: "playFinding"
                implicitHeight: 28
                visible: root.playable
                text: qsTr("Play")
                icon.source: "qrc:/icons/play.svg"
                hint: qsTr("Watch the question walk through the drawing")
                onClicked: root.playRequested()
            }
            ActionButton {
                objectName: "acceptButton"
                implicitHeight: 28
                text: qsTr("Accept…")
                hint: qsTr("Keep it as it is, with a reason")
                onClicked: {
                    root.accepting = true;
                    reason.forceActiveFocus();
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: root.current && root.accepting
            spacing: 8

            LineInput {
                id: reason

                Layout.fillWidth: true
                objectName: "acceptReason"
                placeholderText: qsTr("Why is it right as it is?")
                Accessible.name: qsTr("Reason for accepting")
                Keys.onReturnPressed: confirm.clicked()
                Keys.onEnterPressed: confirm.clicked()
                Keys.onEscapePressed: root.accepting = false
            }
            RowLayout {
                spacing: 8

                ActionButton {
                    id: confirm

                    objectName: "acceptConfirm"
                    implicitHeight: 28
                    look: "primary"
                    text: qsTr("Accept")
                    enabled: reason.text.trim().length > 0
                    onClicked: {
                        root.accepting = false;
                        root.accepted(reason.text);
                    }
                }
                ActionButton {
                    implicitHeight: 28
                    text: qsTr("Cancel")
                    look: "quiet"
                    onClicked: root.accepting = false
                }
            }
        }
    }
}
