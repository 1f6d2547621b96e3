// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Throughline
import Throughline.App

// What is said at a stop: number, sentence, explanation; below it where we are, how far, and the keys. As tall as its
// words need, for the drawing above has the rest of the screen. What stands where is bound and not left to a positioner:
// the camera sets out for a stop as soon as its words are known, and has to know how much room they leave.
Rectangle {
    id: root

    required property PresentModel stops
    required property real smallestText
    // Words that would make it taller are cut.
    required property real mostHeight
    property bool severalScreens: false
    readonly property bool contrast: AppSettings.highContrast
    readonly property color inkColor: "#FFFFFF"
    readonly property color bodyColor: contrast ? "#FFFFFF" : "#D5DAE3"
    readonly property color quietColor: contrast ? "#FFFFFF" : "#A7B0BF"
    readonly property real side: Math.round(width * 0.038)
    readonly property real gap: Math.round(smallestText * 0.6)
    readonly property real wordsHeight: title.height + (explanation.text.length > 0 ? explanation.anchors.topMargin + explanation.implicitHeight : 0)
    readonly property real saidHeight: Math.max(badge.visible ? badge.height : 0, wordsHeight)

    implicitHeight: 2 * gap + saidHeight + 1.4 * gap + place.height + gap
    color: contrast ? "#000000" : "#15171F"
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1. %2").arg(stops.title).arg(stops.text)

    FontMetrics {
        id: line

        font: explanation.font
    }
    Rectangle {
        id: badge

        x: root.side
        y: 2 * root.gap
        width: visible ? Math.max(height, badgeText.implicitWidth + height * 0.4) : 0
        height: Math.round(root.smallestText * 2.8)
        radius: height / 2
        visible: root.stops.number.length > 0
        color: root.stops.kind === "finding" ? Theme.severityFill(root.stops.severity) : "#39404F"
        border.width: root.contrast ? 2 : 0
        border.color: root.inkColor

        Text {
            id: badgeText

            anchors.centerIn: parent
            text: root.stops.number
            font.family: Theme.family
            font.pixelSize: Math.round(badge.height * 0.48)
            font.weight: Font.Bold
            color: root.inkColor
        }
    }
    Text {
        id: title

        objectName: "presentTitle"
        x: badge.visible ? badge.x + badge.width + root.side * 0.6 : root.side
        y: 2 * root.gap
        width: root.width - x - root.side
        text: root.stops.title
        font.family: Theme.family
        font.pixelSize: Math.round(root.smallestText * 1.55)
        font.weight: Font.Bold
        color: root.inkColor
        elide: Text.ElideRight
    }
    Text {
        id: explanation

        objectName: "presentText"
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        anchors.topMargin: Math.round(root.gap * 0.2)
        text: root.stops.text
        font.family: Theme.family
        font.pixelSize: root.smallestText
        color: root.bodyColor
        wrapMode: Text.Wrap
        maximumLineCount: Math.max(2, Math.floor((root.mostHeight - 4.4 * root.gap - title.height - place.height) / (line.height * lineHeight)))
        elide: Text.ElideRight
        lineHeight: 1.15
    }
    Text {
        id: place

        objectName: "presentPlace"
        x: root.side
        width: Math.min(implicitWidth, keys.x - marks.width - 2 * root.side - x)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.gap
        text: root.stops.place
        font.family: Theme.family
        font.pixelSize: root.smallestText
        color: root.quietColor
        elide: Text.ElideRight
    }
    Row {
        id: marks

        readonly property real markWidth: Math.min(root.width * 0.022, root.width * 0.22 / Math.max(1, root.stops.count) - spacing)

        // In the middle, unless the words at one side need more than their half.
        x: Math.min(Math.max((root.width - width) / 2, place.x + place.width + root.side), keys.x - root.side - width)
        anchors.verticalCenter: place.verticalCenter
        spacing: Math.max(2, Math.round(root.width * 0.004))

        Repeater {
            model: root.stops.count

            Rectangle {
                required property int index

                width: Math.max(3, marks.markWidth)
                height: Math.max(4, Math.round(root.smallestText * 0.19))
                radius: height / 2
                color: index <= root.stops.index ? root.inkColor : root.contrast ? "#737373" : "#454C5C"
            }
        }
    }
    Text {
        id: keys

        objectName: "presentKeys"
        x: root.width - root.side - width
        anchors.verticalCenter: place.verticalCenter
        text: root.severalScreens ? qsTr("← → step · Space light · S screen · Esc") : qsTr("← → step · Space light · Esc")
        font.family: Theme.family
        font.pixelSize: root.smallestText
        color: root.quietColor
    }
}
