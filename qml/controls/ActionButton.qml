// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A button with words: primary (the one main action), secondary, quiet (no frame) or danger.
Button {
    id: root

    property string look: "secondary"
    property string hint: ""
    property string shortcut: ""
    readonly property bool filled: look === "primary" || look === "danger"
    readonly property color fill: look === "danger" ? Theme.errorFill : Theme.accent
    readonly property color inkColor: !enabled ? Theme.disabled : filled ? Theme.accentInk : look === "quiet" ? Theme.body : Theme.ink

    implicitHeight: Theme.controlHeight
    leftPadding: look === "quiet" ? 10 : 14
    rightPadding: leftPadding
    topPadding: 0
    bottomPadding: 0
    spacing: 8
    font.family: Theme.family
    font.pixelSize: Theme.normal
    font.weight: look === "quiet" ? Font.Medium : Font.DemiBold
    icon.width: 16
    icon.height: 16
    icon.color: inkColor
    palette.buttonText: inkColor
    palette.brightText: inkColor
    palette.windowText: inkColor
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    // Qt 6.4 tells no screen reader that a button is off.
    Accessible.description: enabled ? hint : qsTr("not available now")

    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: {
            if (root.filled)
                return !root.enabled ? Theme.pressed : root.down ? Qt.darker(root.fill, 1.25) : root.hovered ? Qt.darker(root.fill, 1.1) : root.fill;
            return root.down ? Theme.pressed : root.hovered ? Theme.hover : root.look === "quiet" ? "transparent" : Theme.raised;
        }
        border.width: root.look === "secondary" ? 1 : 0
        border.color: root.enabled ? Theme.outline : Theme.hairline

        FocusRing {
            shown: root.visualFocus
            apart: root.filled
        }
    }

    Hint {
        visible: root.visible && root.hint.length > 0 && (root.hovered || root.visualFocus)
        text: root.hint
        shortcut: root.shortcut
    }
}
