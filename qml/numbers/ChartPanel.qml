// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

// A chart with the sentence that says what it shows; or what to fill in, where there is nothing to show yet.
Rectangle {
    id: root

    property string topic: ""
    property var chart: ({})
    readonly property bool isMissing: (chart.missing ?? "").length > 0
    default property alias content: body.data

    implicitHeight: column.implicitHeight + 40
    color: Theme.paper
    radius: Theme.radius
    border.width: 1
    border.color: Theme.hairline
    Accessible.role: Accessible.Grouping
    Accessible.name: root.topic

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 20
        spacing: 0

        Caption {
            Layout.fillWidth: true
            text: root.topic
            tone: "muted"
            font.pixelSize: Theme.small
        }
        Caption {
            objectName: "chartTitle"
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: !root.isMissing
            text: root.chart.title ?? ""
            tone: "ink"
            font.pixelSize: Theme.strong
            font.weight: Font.DemiBold
            lineHeight: 1.15
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Caption {
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: !root.isMissing && text.length > 0
            text: root.chart.note ?? ""
            font.pixelSize: Theme.small
        }
        Caption {
            objectName: "chartMissing"
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: root.isMissing
            text: root.chart.missing ?? ""
            lineHeight: 1.25
        }
        Item {
            id: body

            Layout.fillWidth: true
            Layout.topMargin: 16
            visible: !root.isMissing
            implicitHeight: childrenRect.height
        }
    }
}
