// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// A figure with what it counts.
Row {
    id: root

    property int figure: 0
    property color tint: Theme.ink
    property string text: ""

    spacing: 6
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 %2").arg(figure).arg(text)

    Text {
        id: number

        text: root.figure
        font.family: Theme.family
        font.pixelSize: Theme.heading
        font.weight: Font.Bold
        color: root.figure > 0 ? root.tint : Theme.muted
    }
    Text {
        anchors.baseline: number.baseline
        text: root.text
        font.family: Theme.family
        font.pixelSize: Theme.normal
        color: Theme.muted
    }
}
