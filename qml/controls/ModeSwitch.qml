// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A row of choices of which one holds; arrow keys walk it.
FocusScope {
    id: root

    property var options: [] // [{ value, text, hint }]
    property string value: ""
    property bool compact: false

    signal chosen(string value)

    function step(from: int, delta: int) {
        const to = Math.max(0, Math.min(root.options.length - 1, from + delta));
        root.chosen(root.options[to].value);
        repeater.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: row.implicitWidth + 6
    implicitHeight: compact ? 28 : 34
    Accessible.role: Accessible.PageTabList

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 2

        Repeater {
            id: repeater

            model: root.options

            AbstractButton {
                id: option

                required property var modelData
                required property int index
                readonly property bool current: modelData.value === root.value

                implicitWidth: Math.max(root.compact ? 28 : 72, implicitContentWidth + (root.compact ? 16 : 28))
                implicitHeight: root.compact ? 22 : 28
                text: modelData.text
                focusPolicy: Qt.TabFocus
                activeFocusOnTab: current || activeFocus || root.value === ""
                objectName: "mode." + modelData.value
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData.hint !== undefined ? modelData.hint : text
                Accessible.checked: current
                onClicked: root.chosen(modelData.value)
                Keys.onRightPressed: root.step(option.index, 1)
                Keys.onLeftPressed: root.step(option.index, -1)
                Keys.onReturnPressed: option.clicked()

                contentItem: Text {
                    text: option.text
                    font.family: Theme.family
                    font.pixelSize: root.compact ? Theme.small : Theme.normal
                    font.weight: option.current ? Font.DemiBold : Font.Medium
                    color: option.current ? Theme.ink : option.hovered ? Theme.ink : Theme.muted
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
                background: Rectangle {
                    radius: 6
                    color: option.current ? Theme.raised : "transparent"
                    border.width: option.current ? 1 : 0
                    border.color: Theme.hairline

                    FocusRing {
                        radius: 8
                        shown: option.visualFocus
                    }
                }
            }
        }
    }
}
