// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// A number on the sheet of all numbers; the sheet is as wide as the page of the board above.
Item {
    id: root

    required property string key
    required property string family
    required property bool first
    required property string title
    required property bool part
    required property string value
    required property string direction
    required property string coverage
    required property string sentence
    required property string meaning
    required property var elements
    required property bool reachable
    required property int index
    property real inset: 0
    property bool last: false
    property alias current: row.current
    readonly property alias words: row.words

    signal chosen(var elements)

    function act() {
        row.act();
    }
    function toggle() {
        row.open = !row.open;
    }

    implicitHeight: row.implicitHeight + (last ? 12 : 0)

    Rectangle {
        x: root.inset
        width: root.width - 2 * root.inset
        height: parent.height
        color: Theme.paper

        Rule {
            height: parent.height
        }
        Rule {
            anchors.right: parent.right
            height: parent.height
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.last
        }
    }
    NumberRow {
        id: row

        x: root.inset + 8
        width: root.width - 2 * root.inset - 16
        family: root.family
        first: root.first
        title: root.title
        part: root.part
        value: root.value
        direction: root.direction
        coverage: root.coverage
        sentence: root.sentence
        meaning: root.meaning
        elements: root.elements
        reachable: root.reachable
        index: root.index
        onChosen: elements => root.chosen(elements)
    }
}
