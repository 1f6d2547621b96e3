// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Throughline

// The mark of what drops down or folds out.
Shape {
    id: root

    property bool open: true
    property color tint: Theme.muted

    implicitWidth: 10
    implicitHeight: 10
    rotation: open ? 0 : -90

    ShapePath {
        strokeColor: root.tint
        strokeWidth: 1.5
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        startX: 1.5
        startY: 3.5

        PathLine {
            x: 5
            y: 7
        }
        PathLine {
            x: 8.5
            y: 3.5
        }
    }
}
