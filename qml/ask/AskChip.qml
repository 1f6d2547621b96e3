// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// One stop of a question that is played: "2 fetches Waiter". Those ahead are pale, the present one is filled.
AbstractButton {
    id: root

    required property string number
    required property string doing
    required property string who
    required property string sign
    property bool present: false
    property bool ahead: false
    readonly property color fill: sign === "answered" ? "#0B7A4B" : sign === "dies" ? Theme.errorFill : sign === "circles" ? Theme.warningFill : sign === "unknown" ? Theme.acceptedFill : Theme.accent
    readonly property string mark: sign === "answered" ? "✓" : sign === "dies" ? "✕" : sign === "circles" ? "↻" : sign === "unknown" ? "?" : number

    implicitWidth: implicitContentWidth + 26
    implicitHeight: Theme.px(34)
    leftPadding: 13
    rightPadding: 13
    focusPolicy: Qt.NoFocus
    opacity: ahead ? 0.45 : 1
    Accessible.name: qsTr("%1 %2 %3").arg(mark).arg(doing).arg(who)

    contentItem: Row {
        spacing: 6

        Text {
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            visible: text.length > 0
            text: root.mark
            font.family: Theme.family
            font.pixelSize: Theme.px(15)
            font.weight: Font.Bold
            color: root.present ? Theme.accentInk : Theme.ink
        }
        Text {
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            visible: text.length > 0
            text: root.doing
            font.family: Theme.family
            font.pixelSize: Theme.px(15)
            color: root.present ? Theme.accentInk : Theme.body
        }
        Text {
            height: parent.height
            verticalAlignment: Text.AlignVCenter
            text: root.who
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: Theme.px(15)
            font.weight: Font.DemiBold
            color: root.present ? Theme.accentInk : Theme.ink
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.present ? root.fill : root.hovered ? Theme.hover : Theme.raised
        border.width: root.present ? 0 : root.ahead ? 1 : 2
        border.color: root.ahead ? Theme.outline : root.fill
    }
}
