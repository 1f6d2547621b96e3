// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtCharts
import Throughline

// One line of points from 0 to 3 over the steps.
Item {
    id: root

    // {name, summary, lines, points, gaps} of numberscharts.h.
    required property var modelData
    property int count: 0
    property real scaleWidth: 0
    readonly property real columnWidth: plot.width / Math.max(1, count)

    function yOf(level: real): real {
        return Math.round(plot.y + plot.height * (1 - (level - across.min) / (across.max - across.min)));
    }
    function draw() {
        plot.removeAllSeries();
        for (const line of modelData.lines) {
            const series = plot.createSeries(ChartView.SeriesTypeLine, modelData.name, along, across);
            series.color = Theme.chartStrong;
            series.width = 2;
            line.forEach(point => series.append(point.x, point.y));
        }
    }

    implicitHeight: heading.height + 4 + plot.height
    onModelDataChanged: draw()
    Component.onCompleted: draw()

    Connections {
        target: Theme

        function onDarkChanged() {
            root.draw();
        }
    }

    Row {
        id: heading

        spacing: 8

        Caption {
            text: root.modelData.name
            tone: "ink"
            font.weight: Font.DemiBold
        }
        Caption {
            text: root.modelData.summary
            tone: "muted"
            font.pixelSize: Theme.small
            anchors.baseline: parent.children[0].baseline
        }
    }
    Repeater {
        model: [[0, qsTr("none")], [3, qsTr("much")]]

        Item {
            id: level

            required property var modelData

            y: root.yOf(modelData[0])
            width: root.width

            Caption {
                y: -Math.round(height / 2)
                width: root.scaleWidth - 8
                text: level.modelData[1]
                tone: "muted"
                font.pixelSize: Theme.tiny
                horizontalAlignment: Text.AlignRight
            }
            Rule {
                x: root.scaleWidth
                width: parent.width - root.scaleWidth
            }
        }
    }
    ChartPlot {
        id: plot

        x: root.scaleWidth
        y: heading.height + 4
        width: root.width - root.scaleWidth
        height: Theme.px(84)

        ValuesAxis {
            id: along

            min: -0.5
            max: Math.max(0.5, root.count - 0.5)
            visible: false
        }
        ValuesAxis {
            id: across

            min: -0.9
            max: 3.6
            visible: false
        }
    }
    Repeater {
        model: root.modelData.points

        Item {
            id: point

            required property var modelData

            x: plot.x + (modelData.x + 0.5) * root.columnWidth
            y: root.yOf(modelData.y)

            Rectangle {
                anchors.centerIn: parent
                width: 16
                height: 16
                radius: 8
                color: Theme.chartStrong
                border.width: 2
                border.color: Theme.paper

                Text {
                    anchors.centerIn: parent
                    text: point.modelData.y
                    font.family: Theme.family
                    font.pixelSize: Theme.tiny
                    font.weight: Font.Bold
                    color: Theme.chartInk
                }
            }
        }
    }
    Repeater {
        model: root.modelData.gaps

        Caption {
            required property int modelData

            x: plot.x + (modelData + 0.5) * root.columnWidth - width / 2
            y: root.yOf(-0.6) - height / 2
            text: "?"
            tone: "muted"
            font.pixelSize: Theme.tiny
        }
    }
}
