// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// The number of a finding, as it also stands on the drawing.
Rectangle {
    id: root

    property string severity: "error"
    property string text: ""
    property bool accepted: false

    implicitWidth: Math.max(Theme.px(22), label.implicitWidth + 10)
    implicitHeight: Theme.px(22)
    radius: height / 2
    color: accepted ? Theme.acceptedFill : Theme.severityFill(severity)

    Text {
        id: label

        anchors.centerIn: parent
        text: root.text
        font.family: Theme.family
        font.pixelSize: root.height > Theme.px(40) ? Theme.heading : Theme.small
        font.weight: Font.Bold
        color: "#FFFFFF"
    }
}
