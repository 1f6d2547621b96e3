// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// What can be clicked on a chart: a bar, a part of it, a point, a cell.
Item {
    id: root

    property string hint: ""
    property bool current: false
    // There is something on the drawing to go to.
    property bool reachable: true
    // Lies behind other marks: shows a wash where the pointer is, not a frame.
    property bool quiet: false
    property bool tips: !quiet

    signal chosen

    z: quiet ? -1 : 1
    Accessible.role: Accessible.Button
    Accessible.name: hint
    Accessible.focusable: reachable
    Accessible.onPressAction: root.chosen()

    Rectangle {
        anchors.fill: parent
        radius: 6
        visible: root.quiet && hover.hovered && root.reachable
        color: Theme.hover
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -2
        radius: 4
        visible: !root.quiet && hover.hovered && root.reachable && !root.current
        color: "transparent"
        border.width: 1
        border.color: Theme.ink
    }
    FocusRing {
        anchors.margins: root.quiet ? 0 : -4
        radius: 6
        shown: root.current
    }
    HoverHandler {
        id: hover

        cursorShape: root.reachable ? Qt.PointingHandCursor : Qt.ArrowCursor
    }
    TapHandler {
        enabled: root.reachable
        onTapped: root.chosen()
    }
    Hint {
        visible: root.hint.length > 0 && (hover.hovered && root.tips || root.current)
        text: root.hint
        delay: 300
    }
}
