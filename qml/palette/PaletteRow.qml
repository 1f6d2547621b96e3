// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

// A command or a place in the palette: what it is, where or in which state, and its shortcut or code.
Rectangle {
    id: root

    required property int index
    required property string text
    required property string marked
    required property string detail
    required property string keys
    required property bool available
    property bool current: false

    signal pointed
    signal chosen

    implicitHeight: Theme.px(34)
    radius: 6
    color: root.current ? (root.available ? Theme.accentWash : Theme.hover) : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: root.text
    Accessible.description: !root.available ? qsTr("not available now") : root.keys.length > 0 ? root.keys : root.detail
    Accessible.selectable: true
    Accessible.selected: root.current
    Accessible.onPressAction: root.chosen()

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 12
        anchors.rightMargin: 12
        spacing: 16

        Text {
            Layout.fillWidth: true
            text: root.marked
            textFormat: Text.StyledText
            font.family: Theme.family
            font.pixelSize: Theme.normal
            color: root.available ? Theme.ink : Theme.disabled
            elide: Text.ElideRight
            maximumLineCount: 1
        }
        Text {
            Layout.maximumWidth: root.width * 0.38
            visible: text.length > 0
            text: root.detail
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: Theme.small
            color: root.available ? Theme.muted : Theme.disabled
            elide: Text.ElideRight
            maximumLineCount: 1
        }
        Text {
            visible: text.length > 0
            text: root.keys
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: Theme.small
            color: root.available ? Theme.body : Theme.disabled
        }
    }
    MouseArea {
        property point last

        anchors.fill: parent
        hoverEnabled: true
        // Only a pointer that moves points: rows that come to lie under it do not become current.
        onPositionChanged: mouse => {
            const here = mapToGlobal(mouse.x, mouse.y);
            if (last.x !== 0 && (here.x !== last.x || here.y !== last.y))
                root.pointed();
            last = here;
        }
        onClicked: root.chosen()
    }
}
