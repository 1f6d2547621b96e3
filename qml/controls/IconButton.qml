// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A square button that shows an icon; its text is what a tooltip and a screen reader say.
Button {
    id: root

    property string glyph: ""
    property string shortcut: ""
    property color glyphColor: Theme.body
    property int hintPlacement: Qt.BottomEdge
    // Whoever has used it knows what it does.
    property bool used: false

    // It grows with the words as far as the button does.
    readonly property int pictureSize: Math.max(18, Math.min(Theme.px(18), implicitHeight - 14))

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    padding: 0
    display: AbstractButton.IconOnly
    icon.source: glyph.length > 0 ? "qrc:/icons/" + glyph + ".svg" : ""
    icon.width: pictureSize
    icon.height: pictureSize
    icon.color: !enabled ? Theme.disabled : checked ? Theme.accentText : glyphColor
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.checkable: checkable
    // Qt 6.4 tells no screen reader that a button is off.
    Accessible.description: enabled ? "" : qsTr("not available now")

    onPressed: used = true
    onHoveredChanged: if (!hovered)
        used = false
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.checked ? Theme.accentWash : root.down ? Theme.pressed : root.hovered && root.enabled ? Theme.hover : "transparent"

        FocusRing {
            shown: root.visualFocus
        }
    }

    Hint {
        visible: root.visible && ((root.hovered && !root.used) || root.visualFocus)
        text: root.text
        shortcut: root.shortcut
        x: root.hintPlacement === Qt.RightEdge ? root.width + 6 : (root.width - width) / 2
        y: root.hintPlacement === Qt.RightEdge ? (root.height - height) / 2 : root.hintPlacement === Qt.TopEdge ? -height - 6 : root.height + 6
    }
}
