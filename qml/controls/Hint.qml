// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A tooltip: what a control does, and the key that does the same.
ToolTip {
    id: root

    property string shortcut: ""

    delay: 600
    timeout: 8000
    padding: 8
    leftPadding: 10
    rightPadding: 10
    font.family: Theme.family
    font.pixelSize: Theme.small
    contentItem: Row {
        spacing: 10

        Text {
            text: root.text
            font: root.font
            color: "#FFFFFF"
        }
        Text {
            text: root.shortcut
            font: root.font
            color: "#B9C0CC"
            visible: text.length > 0
        }
    }
    background: Rectangle {
        radius: 6
        color: Theme.dark ? "#3A4250" : "#1E2430"
    }
}
