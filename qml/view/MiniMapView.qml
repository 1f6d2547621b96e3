// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// The map of the blueprint in a corner of the drawing, with what is in sight as a frame. Gone when everything is in
// sight, in a drawing that is low or narrow, and while what is worked at or what the current finding rests on would lie
// below it.
Item {
    id: root

    required property CanvasItem canvas
    readonly property bool wanted: AppSettings.mapVisible && map.useful
    // Half of the drawing is left to draw in.
    readonly property bool fits: 2 * width <= root.canvas.width - root.canvas.headerWidth && 2 * height <= root.canvas.height - root.canvas.headerHeight
    // Whoever uses it keeps it.
    readonly property bool used: pointed.hovered || map.activeFocus

    width: map.implicitWidth + 8
    height: map.implicitHeight + 8
    visible: root.wanted && root.fits && !root.canvas.dragging && (root.used || !map.covering)

    Sheet {
        anchors.fill: parent
        radius: 6
    }
    // What the map has no use for is not for the drawing behind it either.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    MiniMap {
        id: map

        objectName: "miniMap"
        anchors.centerIn: parent
        width: map.implicitWidth
        height: map.implicitHeight
        canvas: root.canvas
        room: Qt.size(Math.max(110, Math.min(220, root.canvas.width * 0.2)), Math.max(56, Math.min(140, root.canvas.height * 0.2)))
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Map of the blueprint")
        Accessible.description: map.activeFocus ? map.description : ""
        Accessible.focusable: true
    }
    Item {
        anchors.fill: map
        clip: true

        Rectangle {
            objectName: "miniMapFrame"
            x: Math.max(-1, Math.min(map.seen.x - 1, map.width - width + 1))
            y: Math.max(-1, Math.min(map.seen.y - 1, map.height - height + 1))
            width: Math.max(10, map.seen.width + 2)
            height: Math.max(10, map.seen.height + 2)
            radius: 3
            color: Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.1)
            border.width: 2
            border.color: Theme.accentText
        }
    }
    FocusRing {
        shown: map.activeFocus
    }
    HoverHandler {
        id: pointed
    }
    IconButton {
        objectName: "miniMapClose"
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 2
        visible: pointed.hovered
        implicitWidth: 22
        implicitHeight: 22
        icon.width: 12
        icon.height: 12
        focusPolicy: Qt.NoFocus
        text: qsTr("Hide the map")
        shortcut: Keyboard.nativeText("Ctrl+M")
        glyph: "close"
        onClicked: AppSettings.mapVisible = false
    }
}
