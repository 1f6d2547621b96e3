// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Throughline

// Worry and effort, one line each over the steps of the journey; a gap where nobody has said. Arrow keys walk the steps.
FocusScope {
    id: root

    // As burdenChart() of numberscharts.h makes it.
    property var chart: ({})
    property int current: 0
    readonly property int count: chart.count ?? 0
    readonly property var marks: chart.marks ?? []
    readonly property real scaleWidth: 44
    readonly property real plotWidth: Math.max(40, width - scaleWidth)
    readonly property real columnWidth: plotWidth / Math.max(1, count)

    signal chosen(var elements)

    function go(to: int) {
        current = Math.max(0, Math.min(to, count - 1));
    }
    function choose(index: int) {
        if (marks[index])
            chosen(marks[index].elements);
    }

    implicitHeight: strips.implicitHeight + 4 + phases.height
    activeFocusOnTab: count > 0 || activeFocus
    onChartChanged: go(current)
    Keys.onLeftPressed: root.go(root.current - 1)
    Keys.onRightPressed: root.go(root.current + 1)
    Keys.onReturnPressed: root.choose(root.current)
    Keys.onEnterPressed: root.choose(root.current)
    Keys.onSpacePressed: root.choose(root.current)
    Accessible.role: Accessible.Chart
    Accessible.name: root.chart.title ?? ""
    Accessible.description: root.activeFocus && root.marks[root.current] ? root.marks[root.current].description : (root.chart.note ?? "")

    Column {
        id: strips

        width: parent.width
        spacing: 12

        Repeater {
            model: root.chart.measures ?? []

            MeasureStrip {
                width: strips.width
                count: root.count
                scaleWidth: root.scaleWidth
            }
        }
    }

    Item {
        id: phases

        y: strips.implicitHeight + 4
        width: parent.width
        height: Theme.px(24)

        Repeater {
            model: root.chart.phases ?? []

            Item {
                id: band

                required property var modelData

                x: root.scaleWidth + modelData.from * root.columnWidth
                width: (modelData.to - modelData.from + 1) * root.columnWidth
                height: phases.height

                Rule {
                    x: 2
                    width: parent.width - 4
                    color: Theme.outline
                }
                Caption {
                    x: 2
                    y: 6
                    width: parent.width - 4
                    text: band.modelData.label
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignHCenter
                }
            }
        }
    }

    Repeater {
        model: root.marks

        ChartMark {
            required property var modelData
            required property int index

            x: root.scaleWidth + index * root.columnWidth + 1
            width: root.columnWidth - 2
            height: strips.implicitHeight
            quiet: true
            tips: true
            hint: modelData.description
            current: root.activeFocus && index === root.current
            onChosen: {
                root.go(index);
                root.choose(index);
            }
        }
    }
}
