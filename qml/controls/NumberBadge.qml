// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// The number of a finding, as it also stands on the drawing.
Rectangle {
    id: root

    property string severity: "error"
    property string text: ""

    implicitWidth: Math.max(Theme.px(22), label.implicitWidth + 10)
    implicitHeight: Theme.px(22)
    radius: height / 2
    color: Theme.severityBadge(severity)

    Text {
        id: label

        anchors.centerIn: parent
        text: root.text
        font.family: Theme.family
        font.pixelSize: Theme.small
        font.weight: Font.Bold
        color: Theme.badgeInk
    }
}
