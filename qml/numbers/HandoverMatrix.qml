// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Throughline

// Who hands over to whom: a row for each department that gives, a column for each that takes. Arrow keys walk the cells.
FocusScope {
    id: root

    // As handoverChart() of numberscharts.h makes it.
    property var chart: ({})
    property int current: 0
    readonly property var names: chart.names ?? []
    readonly property var cells: chart.cells ?? []
    readonly property int count: names.length
    readonly property real nameWidth: Math.min(Theme.px(136), Math.round(width * 0.28))
    readonly property real cellWidth: Math.min(Theme.px(104), (width - nameWidth) / Math.max(1, count))
    readonly property int cellHeight: Theme.px(36)
    readonly property bool upright: cellWidth < Theme.px(68)

    signal chosen(var elements)

    function go(to: int) {
        if (to >= 0 && to < cells.length)
            current = to;
    }
    function choose(index: int) {
        if (cells[index] && cells[index].count > 0)
            chosen(cells[index].elements);
    }

    implicitHeight: heads.height + 4 + count * cellHeight
    activeFocusOnTab: count > 0 || activeFocus
    onChartChanged: current = Math.max(0, Math.min(current, cells.length - 1))
    Keys.onLeftPressed: root.go(root.current - 1)
    Keys.onRightPressed: root.go(root.current + 1)
    Keys.onUpPressed: root.go(root.current - root.count)
    Keys.onDownPressed: root.go(root.current + root.count)
    Keys.onReturnPressed: root.choose(root.current)
    Keys.onEnterPressed: root.choose(root.current)
    Keys.onSpacePressed: root.choose(root.current)
    Accessible.role: Accessible.Table
    Accessible.name: root.chart.title ?? ""
    Accessible.description: root.activeFocus && root.cells[root.current] ? root.cells[root.current].description : (root.chart.note ?? "")

    Item {
        id: heads

        width: parent.width
        height: Theme.px(root.upright ? 88 : 36)

        Caption {
            width: root.nameWidth - 12
            height: parent.height
            text: qsTr("from ↓  to →")
            tone: "muted"
            font.pixelSize: Theme.small
            verticalAlignment: Text.AlignBottom
            wrapMode: Text.NoWrap
        }
        Repeater {
            model: root.names

            Item {
                id: head

                required property string modelData
                required property int index

                x: root.nameWidth + index * root.cellWidth
                width: root.cellWidth
                height: heads.height

                // Across where there is room for it, else from below upwards.
                Caption {
                    anchors.bottom: parent.bottom
                    x: root.upright ? Math.round((parent.width - height) / 2) + height : 4
                    width: root.upright ? parent.height : parent.width - 8
                    rotation: root.upright ? -90 : 0
                    transformOrigin: Item.BottomLeft
                    text: head.modelData
                    tone: "ink"
                    font.pixelSize: Theme.small
                    elide: Text.ElideRight
                    wrapMode: root.upright ? Text.NoWrap : Text.WordWrap
                    maximumLineCount: root.upright ? 1 : 2
                    horizontalAlignment: root.upright ? Text.AlignLeft : Text.AlignHCenter
                }
            }
        }
    }
    Repeater {
        model: root.names

        Caption {
            required property string modelData
            required property int index

            y: heads.height + 4 + index * root.cellHeight
            width: root.nameWidth - 12
            height: root.cellHeight
            text: modelData
            tone: "ink"
            elide: Text.ElideRight
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            lineHeight: 0.95
            verticalAlignment: Text.AlignVCenter
        }
    }
    Repeater {
        model: root.cells

        Rectangle {
            id: cell

            required property var modelData
            required property int index
            readonly property bool filled: modelData.count > 0 && !modelData.within
            readonly property bool strong: filled && modelData.share > 0.5

            x: root.nameWidth + (index % root.count) * root.cellWidth + 2
            y: heads.height + 4 + Math.floor(index / root.count) * root.cellHeight + 2
            width: root.cellWidth - 4
            height: root.cellHeight - 4
            radius: 4
            color: !filled ? "transparent" : strong ? Theme.chartStrong : Theme.chartSoft
            border.width: filled ? 0 : 1
            border.color: modelData.within ? Theme.outline : Theme.hairline

            Text {
                anchors.centerIn: parent
                visible: cell.modelData.count > 0
                text: cell.modelData.count
                font.family: Theme.family
                font.pixelSize: Theme.normal
                font.weight: cell.filled ? Font.Bold : Font.Normal
                color: cell.strong ? Theme.chartInk : cell.filled ? Theme.ink : Theme.body
            }
            ChartMark {
                anchors.fill: parent
                hint: cell.modelData.count > 0 || current ? cell.modelData.description : ""
                current: root.activeFocus && cell.index === root.current
                reachable: cell.modelData.count > 0
                onChosen: {
                    root.go(cell.index);
                    root.choose(cell.index);
                }
            }
        }
    }
}
