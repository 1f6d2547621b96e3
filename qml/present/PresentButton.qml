// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// A round button on the dark of a presentation.
IconButton {
    id: root

    required property real side

    implicitWidth: side
    implicitHeight: side
    icon.width: Math.round(side * 0.55)
    icon.height: Math.round(side * 0.55)
    icon.color: enabled ? "#FFFFFF" : "#6B7488"

    background: Rectangle {
        radius: height / 2
        color: root.down ? "#5A6478" : root.hovered && root.enabled ? "#39404F" : "transparent"

        FocusRing {
            radius: height / 2
            border.color: "#FFFFFF"
            shown: root.visualFocus
        }
    }
}
