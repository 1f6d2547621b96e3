// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The top of the numbers: a heading, the figures to begin with, and the charts.
Item {
    id: root

    required property NumbersModel numbers
    property real pageWidth: width
    property string title: ""
    readonly property int columns: pageWidth >= Theme.px(1360) ? 3 : pageWidth >= Theme.px(760) ? 2 : 1

    // What the current row below says.
    property string sheetWords: ""
    readonly property alias sheetFocused: sheetHead.activeFocus

    signal chosen(var elements)
    signal leaveRequested

    function takeFocus() {
        (customer.visible ? customer : leave).forceActiveFocus(Qt.TabFocusReason);
    }
    // To the rows below.
    function goToSheet() {
        sheetHead.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: page.implicitHeight + 24

    ColumnLayout {
        id: page

        x: Math.round((root.width - root.pageWidth) / 2)
        y: 24
        width: root.pageWidth
        spacing: 16

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            Caption {
                Layout.fillWidth: true
                text: qsTr("%1 in numbers").arg(root.title)
                tone: "ink"
                font.pixelSize: Theme.heading
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Caption {
                visible: root.numbers.customers.length > 0
                text: qsTr("Customer")
                tone: "muted"
                wrapMode: Text.NoWrap
            }
            Choice {
                id: customer

                objectName: "customerChoice"
                Layout.preferredWidth: Theme.px(200)
                visible: root.numbers.customers.length > 0
                Accessible.name: qsTr("Customer")
                options: Array.from(root.numbers.customers, (name, i) => ({
                            value: String(i),
                            text: name
                        }))
                value: String(root.numbers.customer)
                onPicked: value => root.numbers.customer = parseInt(value)
            }
            ActionButton {
                id: leave

                objectName: "leaveNumbers"
                text: qsTr("Back to the drawing")
                hint: qsTr("The drawing, as you left it")
                shortcut: Keyboard.nativeText("Escape")
                onClicked: root.leaveRequested()
            }
        }

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: figures.implicitHeight + 16
            color: Theme.paper
            radius: Theme.radius
            border.width: 1
            border.color: Theme.hairline

            GridLayout {
                id: figures

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: 8
                anchors.rightMargin: 8
                columns: root.pageWidth >= Theme.px(960) ? 6 : 3
                columnSpacing: 4
                rowSpacing: 4

                Repeater {
                    model: root.numbers.headline

                    HeadlineFigure {
                        objectName: "headline." + modelData.key
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        Layout.alignment: Qt.AlignTop
                        onClicked: root.chosen(modelData.elements)
                    }
                }
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columns: root.columns
            columnSpacing: 16
            rowSpacing: 16

            ChartPanel {
                objectName: "panel.time"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.row: 0
                Layout.column: 0
                topic: qsTr("The customer's time, phase by phase")
                chart: root.numbers.time

                BarChart {
                    objectName: "chart.time"
                    width: parent.width
                    chart: root.numbers.time
                    onChosen: elements => root.chosen(elements)
                }
            }
            // Where the findings stand, so that Tab comes to them in the order in which they are read.
            Item {
                id: second

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.row: 0
                Layout.column: 1
                visible: root.columns === 2
                implicitHeight: findings.implicitHeight
            }
            ChartPanel {
                objectName: "panel.burden"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: columnSpan
                Layout.row: root.columns === 3 ? 0 : 1
                Layout.column: root.columns === 3 ? 1 : 0
                Layout.columnSpan: columnSpan
                readonly property int columnSpan: Math.min(2, root.columns)
                topic: qsTr("Worry and effort along the journey")
                chart: root.numbers.burden

                BurdenChart {
                    objectName: "chart.burden"
                    width: parent.width
                    chart: root.numbers.burden
                    onChosen: elements => root.chosen(elements)
                }
            }
            ChartPanel {
                objectName: "panel.handovers"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.row: root.columns === 3 ? 1 : 2
                Layout.column: 0
                topic: qsTr("Hand-overs between departments")
                chart: root.numbers.handovers

                HandoverMatrix {
                    objectName: "chart.handovers"
                    width: parent.width
                    chart: root.numbers.handovers
                    onChosen: elements => root.chosen(elements)
                }
            }
            ChartPanel {
                objectName: "panel.answers"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.row: root.columns === 3 ? 1 : root.columns === 2 ? 2 : 3
                Layout.column: root.columns > 1 ? 1 : 0
                topic: qsTr("What becomes of what customers ask, by role")
                chart: root.numbers.answers

                BarChart {
                    objectName: "chart.answers"
                    width: parent.width
                    chart: root.numbers.answers
                    onChosen: elements => root.chosen(elements)
                }
            }
            Item {
                id: last

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.row: root.columns === 3 ? 1 : 4
                Layout.column: root.columns === 3 ? 2 : 0
                visible: root.columns !== 2
                implicitHeight: findings.implicitHeight
            }
        }

        // The head of the sheet of all numbers, which goes on in the list below.
        Item {
            id: sheetHead

            objectName: "numbersSheet"
            Layout.fillWidth: true
            implicitHeight: sheetHint.y + sheetHint.height + 12
            clip: true
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Every number")
            Accessible.description: root.sheetWords.length > 0 ? root.sheetWords : sheetHint.text

            Rectangle {
                width: parent.width
                height: parent.height + Theme.radius
                color: Theme.paper
                radius: Theme.radius
                border.width: 1
                border.color: Theme.hairline
            }
            FocusRing {
                anchors.margins: 3
                shown: sheetHead.activeFocus && root.sheetWords.length === 0
            }
            Caption {
                id: sheetTitle

                x: 20
                y: 20
                text: qsTr("Every number")
                tone: "muted"
                font.pixelSize: Theme.small
                spoken: false
            }
            Caption {
                id: sheetHint

                x: 20
                y: sheetTitle.y + sheetTitle.height + 2
                width: parent.width - 40
                spoken: false
                text: qsTr("Arrow keys walk the rows, Enter shows the cards behind a number, Space says what it means.")
                font.pixelSize: Theme.small
            }
        }
    }

    ChartPanel {
        id: findings

        parent: root.columns === 2 ? second : last
        objectName: "panel.findings"
        anchors.fill: parent
        topic: qsTr("What the check found, by family")
        chart: root.numbers.findings

        BarChart {
            objectName: "chart.findings"
            width: parent.width
            chart: root.numbers.findings
            onChosen: elements => root.chosen(elements)
        }
    }
}
