// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// One cell of the table of requests: the sign of what becomes of a question, and below it what the role itself does
// where the sign does not say so.
Item {
    id: root

    required property string sign
    required property string kind
    required property string via
    required property int hops
    required property string aside
    required property string label
    property real topGap: 0
    property color tint: "transparent"
    property bool marked: false
    property bool focused: false

    readonly property color ink: {
        switch (kind) {
        case "fulfils":
            return Theme.goodText;
        case "passes-on":
            return Theme.ink;
        case "dies":
            return Theme.errorText;
        case "circles":
            return Theme.warningText;
        default:
            return Theme.muted;
        }
    }

    signal clicked(bool backwards)
    signal menuRequested(real x, real y)
    signal entered
    signal exited

    Accessible.role: Accessible.Cell
    Accessible.name: root.label
    Accessible.focused: root.marked && root.focused
    Accessible.onPressAction: root.clicked(false)

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: root.topGap
        color: root.kind === "dies" ? Theme.errorWash : root.tint

        Rectangle {
            anchors.fill: parent
            color: mouse.pressed ? Theme.pressed : Theme.hover
            opacity: mouse.containsMouse ? 0.9 : 0
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: 6
            visible: root.marked
            color: root.focused ? "transparent" : Qt.rgba(Theme.accent.r, Theme.accent.g, Theme.accent.b, 0.08)
            border.width: 2
            border.color: root.focused ? Theme.focus : Theme.outline
        }
        Column {
            anchors.centerIn: parent
            width: parent.width - 12

            Text {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                elide: Text.ElideMiddle
                text: root.kind === "passes-on" ? qsTr("→ %1").arg(root.via) : root.sign
                textFormat: Text.PlainText
                font.family: Theme.family
                font.pixelSize: root.kind === "passes-on" ? Theme.normal : root.kind === "fulfils" ? 18 : 16
                font.weight: root.kind === "passes-on" || root.kind === "not-met" ? Font.Medium : Font.DemiBold
                color: root.ink
            }
            Text {
                width: parent.width
                visible: text.length > 0
                horizontalAlignment: Text.AlignHCenter
                elide: Text.ElideRight
                text: {
                    if (root.kind !== "passes-on")
                        return root.aside;
                    const way = root.hops === 1 ? qsTr("1 hop") : qsTr("%1 hops").arg(root.hops);
                    return root.aside.length > 0 ? qsTr("%1, %2").arg(way).arg(root.aside) : way;
                }
                textFormat: Text.PlainText
                font.family: Theme.family
                font.pixelSize: Theme.tiny
                color: Theme.muted
            }
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
        Rule {
            anchors.right: parent.right
            height: parent.height
        }
    }
    MouseArea {
        id: mouse

        anchors.fill: parent
        anchors.topMargin: root.topGap
        hoverEnabled: true
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        cursorShape: Qt.PointingHandCursor
        onEntered: root.entered()
        onExited: root.exited()
        onClicked: event => {
            if (event.button === Qt.RightButton)
                root.menuRequested(event.x, event.y);
            else
                root.clicked((event.modifiers & Qt.ShiftModifier) !== 0);
        }
        // Two quick clicks are two clicks.
        onDoubleClicked: event => {
            if (event.button === Qt.LeftButton)
                root.clicked((event.modifiers & Qt.ShiftModifier) !== 0);
        }
    }
}
