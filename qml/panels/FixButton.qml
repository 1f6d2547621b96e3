// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// One way to mend a finding: its sentence. The one whose effect is told below is filled.
AbstractButton {
    id: root

    property bool shown: false

    implicitHeight: Math.max(Theme.controlHeight, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: 12
    rightPadding: 12
    topPadding: 7
    bottomPadding: 7
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    Accessible.description: qsTr("Mends the finding; the drawing shows how")
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Text {
        text: root.text
        font.family: Theme.family
        font.pixelSize: Theme.normal
        font.weight: Font.DemiBold
        color: root.shown ? Theme.accentInk : Theme.ink
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.shown ? root.down ? Qt.darker(Theme.accent, 1.25) : root.hovered ? Theme.accentHover : Theme.accent : root.down ? Theme.pressed : Theme.raised
        border.width: root.shown ? 0 : 1
        border.color: Theme.outline

        FocusRing {
            shown: root.visualFocus
        }
    }
}
