// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Throughline
import Throughline.App

// What is said at a stop: number, sentence, explanation; below it where we are, how far, and the keys.
Rectangle {
    id: root

    required property PresentModel stops
    required property real smallestText
    property bool severalScreens: false
    readonly property real side: Math.round(width * 0.038)

    color: "#15171F"
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1. %2").arg(stops.title).arg(stops.text)

    Rectangle {
        id: badge

        x: root.side
        y: Math.round(root.height * 0.19)
        width: visible ? Math.max(height, badgeText.implicitWidth + height * 0.4) : 0
        height: Math.round(root.height * 0.29)
        radius: height / 2
        visible: root.stops.number.length > 0
        color: root.stops.kind === "finding" ? Theme.severityFill(root.stops.severity) : "#39404F"

        Text {
            id: badgeText

            anchors.centerIn: parent
            text: root.stops.number
            font.family: Theme.family
            font.pixelSize: Math.round(badge.height * 0.48)
            font.weight: Font.Bold
            color: "#FFFFFF"
        }
    }
    Column {
        x: badge.visible ? badge.x + badge.width + root.side * 0.6 : root.side
        y: Math.round(root.height * 0.12)
        width: root.width - x - root.side
        spacing: Math.round(root.height * 0.02)

        Text {
            objectName: "presentTitle"
            width: parent.width
            text: root.stops.title
            font.family: Theme.family
            font.pixelSize: Math.round(root.smallestText * 1.55)
            font.weight: Font.Bold
            color: "#FFFFFF"
            elide: Text.ElideRight
        }
        Text {
            objectName: "presentText"
            width: parent.width
            text: root.stops.text
            font.family: Theme.family
            font.pixelSize: root.smallestText
            color: "#D5DAE3"
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            lineHeight: 1.2
        }
    }
    Text {
        x: root.side
        width: marks.x - x - 24
        anchors.verticalCenter: marks.verticalCenter
        text: root.stops.place
        font.family: Theme.family
        font.pixelSize: root.smallestText
        color: "#A7B0BF"
        elide: Text.ElideRight
    }
    Row {
        id: marks

        readonly property real markWidth: Math.min(root.width * 0.022, root.width * 0.3 / Math.max(1, root.stops.count) - spacing)

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round(root.height * 0.13)
        spacing: Math.max(2, Math.round(root.width * 0.004))

        Repeater {
            model: root.stops.count

            Rectangle {
                required property int index

                width: Math.max(3, marks.markWidth)
                height: Math.max(4, Math.round(root.height * 0.018))
                radius: height / 2
                color: index <= root.stops.index ? "#FFFFFF" : "#454C5C"
            }
        }
    }
    Text {
        anchors.right: parent.right
        anchors.rightMargin: root.side
        anchors.verticalCenter: marks.verticalCenter
        text: root.severalScreens ? qsTr("← → step · Space light · S screen · Esc") : qsTr("← → step · Space light · Esc")
        font.family: Theme.family
        font.pixelSize: root.smallestText
        color: "#A7B0BF"
    }
}
