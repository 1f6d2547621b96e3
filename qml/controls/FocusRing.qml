// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// The mark of keyboard focus, drawn around its parent.
Rectangle {
    property bool shown: false
    // With a gap, around what is filled with a colour like its own.
    property bool apart: false
    readonly property int reach: apart ? 4 : 2

    anchors.fill: parent
    anchors.margins: -reach
    radius: Theme.radius + reach
    color: "transparent"
    border.width: 2
    border.color: Theme.focus
    visible: shown
}
