// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

// An accepted finding: struck through, with the reason, and the way back.
RowLayout {
    id: root

    required property string key
    required property string title
    required property string message
    required property string reason
    required property string acceptedBy

    signal chosen
    signal reopened

    spacing: 8

    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 50
        spacing: 2

        Caption {
            Layout.fillWidth: true
            text: root.title
            tone: "muted"
            font.strikeout: true

            TapHandler {
                onTapped: root.chosen()
            }
        }
        Caption {
            Layout.fillWidth: true
            text: root.reason
        }
        Caption {
            Layout.fillWidth: true
            text: root.acceptedBy
            tone: "muted"
            font.pixelSize: Theme.tiny
        }
    }
    ActionButton {
        Layout.alignment: Qt.AlignTop
        Layout.rightMargin: 12
        implicitHeight: 26
        look: "quiet"
        font.pixelSize: Theme.small
        text: qsTr("Reopen")
        hint: qsTr("Count it as a finding again")
        onClicked: root.reopened()
    }
}
