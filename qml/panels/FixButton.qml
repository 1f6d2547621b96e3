// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// One way to mend a finding: its sentence. The one whose effect is told below is tinted, the one on the drawing filled.
AbstractButton {
    id: root

    property bool shown: false
    property bool drawn: false

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
        color: root.drawn ? Theme.accentInk : root.shown ? Theme.accentText : Theme.ink
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.drawn ? root.down ? Qt.darker(Theme.accent, 1.25) : root.hovered ? Theme.accentHover : Theme.accent : root.down ? Theme.pressed : root.shown ? Theme.accentWash : Theme.raised
        border.width: root.drawn ? 0 : 1
        border.color: root.shown ? Theme.accent : Theme.outline

        FocusRing {
            shown: root.visualFocus
        }
    }
}
