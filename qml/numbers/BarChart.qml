// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtCharts
import Throughline

// Stacked bars, one below the other, with a name at the left and a figure at the end. Arrow keys walk the parts.
FocusScope {
    id: root

    // A chart of bars as numberscharts.h describes it.
    property var chart: ({})
    property int current: 0
    readonly property var marks: chart.marks ?? []
    readonly property var rows: chart.rows ?? []
    readonly property int rowHeight: Theme.px(28)
    readonly property real nameWidth: Math.min(Theme.px(168), Math.round(width * 0.36))
    readonly property real textWidth: Theme.px(84)
    readonly property real plotWidth: Math.max(40, width - nameWidth - textWidth - 20)
    readonly property real most: Math.max(chart.most ?? 0, 0.001)

    signal chosen(var elements)

    function seriesAt(index: int): var {
        return (chart.series ?? [])[index] ?? null;
    }
    function valuesAt(index: int): var {
        return (chart.values ?? [])[index] ?? [];
    }
    function go(to: int) {
        current = Math.max(0, Math.min(to, marks.length - 1));
    }
    function choose(index: int) {
        const mark = marks[index];
        if (mark && mark.elements.length > 0)
            chosen(mark.elements);
    }

    implicitHeight: key.height + 12 + rows.length * rowHeight
    activeFocusOnTab: marks.length > 0 || activeFocus
    onChartChanged: go(current)
    Keys.onLeftPressed: root.go(root.current - 1)
    Keys.onRightPressed: root.go(root.current + 1)
    Keys.onUpPressed: root.go(root.marks[root.current].above)
    Keys.onDownPressed: root.go(root.marks[root.current].below)
    Keys.onReturnPressed: root.choose(root.current)
    Keys.onEnterPressed: root.choose(root.current)
    Keys.onSpacePressed: root.choose(root.current)
    Accessible.role: Accessible.Chart
    Accessible.name: root.chart.title ?? ""
    Accessible.description: root.activeFocus && root.marks[root.current] ? root.marks[root.current].description : (root.chart.note ?? "")

    Flow {
        id: key

        width: parent.width
        spacing: 16

        Repeater {
            model: root.chart.series ?? []

            Row {
                id: entry

                required property var modelData

                spacing: 6

                SeriesFill {
                    anchors.verticalCenter: parent.verticalCenter
                    series: entry.modelData
                }
                Caption {
                    text: entry.modelData.name
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    SeriesFill {
        id: fill0

        visible: false
        series: root.seriesAt(0)
        bars: set0
    }
    SeriesFill {
        id: fill1

        visible: false
        series: root.seriesAt(1)
        bars: set1
    }
    SeriesFill {
        id: fill2

        visible: false
        series: root.seriesAt(2)
        bars: set2
    }
    SeriesFill {
        id: fill3

        visible: false
        series: root.seriesAt(3)
        bars: set3
    }

    ChartPlot {
        id: plot

        x: root.nameWidth + 12
        y: key.height + 12
        width: root.plotWidth
        height: root.rows.length * root.rowHeight

        HorizontalStackedBarSeries {
            barWidth: 0.5
            axisX: ValuesAxis {
                min: 0
                max: root.most
                visible: false
            }
            axisY: BarCategoryAxis {
                visible: false
                categories: Array.from(root.rows, (row, i) => String(i))
            }

            BarSet {
                id: set0

                values: root.valuesAt(0)
                borderColor: fill0.ink
            }
            BarSet {
                id: set1

                values: root.valuesAt(1)
                borderColor: fill1.ink
            }
            BarSet {
                id: set2

                values: root.valuesAt(2)
                borderColor: fill2.ink
            }
            BarSet {
                id: set3

                values: root.valuesAt(3)
                borderColor: fill3.ink
            }
        }
    }
    Rule {
        x: plot.x
        y: plot.y
        height: plot.height
        color: Theme.outline
    }

    Repeater {
        model: root.rows

        Item {
            id: line

            required property var modelData
            required property int index

            y: plot.y + index * root.rowHeight
            width: root.width
            height: root.rowHeight

            Caption {
                width: root.nameWidth
                height: parent.height
                text: line.modelData.label
                tone: "ink"
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                verticalAlignment: Text.AlignVCenter
            }
            Caption {
                anchors.right: parent.right
                width: root.textWidth
                height: parent.height
                text: line.modelData.text
                tone: "ink"
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignRight
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
    Repeater {
        model: root.marks

        ChartMark {
            id: mark

            required property var modelData
            required property int index
            readonly property bool isRow: modelData.series < 0
            readonly property var series: root.seriesAt(modelData.series)
            readonly property bool solid: series !== null && series.pattern === "solid"
            readonly property bool patterned: series !== null && !solid && series.pattern !== "hollow"
            readonly property string tone: series !== null ? series.tone : ""
            readonly property real start: modelData.from / root.most * root.plotWidth
            readonly property real length: (modelData.to - modelData.from) / root.most * root.plotWidth

            x: isRow ? -6 : plot.x + start
            y: plot.y + modelData.row * root.rowHeight + (isRow ? 1 : 5)
            width: isRow ? root.width + 12 : Math.max(8, length)
            height: root.rowHeight - (isRow ? 2 : 10)
            quiet: isRow
            hint: modelData.description
            current: root.activeFocus && index === root.current
            reachable: modelData.elements.length > 0
            onChosen: {
                root.go(index);
                root.choose(index);
            }

            // What the part amounts to, where there is room; on a patterned ground it brings its own.
            Rectangle {
                anchors.centerIn: parent
                width: amount.implicitWidth + 6
                height: Theme.px(12)
                radius: 3
                visible: !mark.isRow && amount.text.length > 0 && width + 4 <= mark.width
                color: mark.patterned ? Theme.paper : "transparent"

                Text {
                    id: amount

                    anchors.centerIn: parent
                    text: mark.modelData.text
                    font.family: Theme.family
                    font.pixelSize: Theme.tiny
                    font.weight: Font.DemiBold
                    color: mark.solid ? mark.tone === "plain" ? Theme.chartInk : "#FFFFFF" : Theme.ink
                }
            }
        }
    }
}
