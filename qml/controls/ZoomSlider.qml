// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// How near the view is, on a logarithmic scale from 10 %, or what the blueprint is seen at least with, to 400 %.
Slider {
    id: root

    required property CanvasItem canvas

    implicitHeight: 26
    from: Math.log(Math.max(0.1, root.canvas.leastZoom))
    to: Math.log(4)
    value: Math.log(Math.max(0.02, root.canvas.zoom))
    stepSize: 0
    Accessible.name: qsTr("Zoom")
    onMoved: {
        const centre = Qt.point(root.canvas.width / 2, root.canvas.height / 2);
        root.canvas.zoomBy(Math.exp(root.value) / root.canvas.zoom, centre);
        root.value = Qt.binding(() => Math.log(Math.max(0.02, root.canvas.zoom)));
    }

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + root.availableHeight / 2 - 1
        width: root.availableWidth
        height: 2
        radius: 1
        color: Theme.outline
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + root.availableHeight / 2 - height / 2
        implicitWidth: 12
        implicitHeight: 12
        radius: 6
        color: root.pressed ? Theme.accent : Theme.muted

        FocusRing {
            radius: 8
            shown: root.visualFocus
        }
    }
}
