// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// A row of choices of which one holds; arrow keys walk it. Where it is too narrow for all of them it has several rows.
FocusScope {
    id: root

    property var options: [] // [{ value, text, hint }]
    property string value: ""
    property bool compact: false
    // What all of them need side by side.
    readonly property real wanted: {
        let sum = 0;
        for (let i = 0; i < repeater.count; ++i) {
            const option = repeater.itemAt(i);
            sum += option !== null ? option.implicitWidth + flow.spacing : 0;
        }
        return Math.ceil(Math.max(0, sum - flow.spacing));
    }

    signal chosen(string value)

    function step(from: int, delta: int) {
        const to = Math.max(0, Math.min(root.options.length - 1, from + delta));
        root.chosen(root.options[to].value);
        repeater.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: wanted + 6
    implicitHeight: flow.implicitHeight + 6
    Layout.fillWidth: true
    Layout.maximumWidth: implicitWidth
    Accessible.role: Accessible.PageTabList

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.sunken
    }

    Flow {
        id: flow

        anchors.centerIn: parent
        width: Math.min(root.wanted, root.width - 6)
        spacing: 2

        Repeater {
            id: repeater

            model: root.options

            RadioButton {
                id: option

                required property var modelData
                required property int index
                readonly property bool current: modelData.value === root.value

                implicitWidth: Math.max(root.compact ? 28 : 72, implicitContentWidth + (root.compact ? 16 : 28))
                implicitHeight: Theme.px(root.compact ? 22 : 28)
                text: modelData.text
                checked: current
                padding: 0
                indicator: null
                focusPolicy: Qt.TabFocus
                activeFocusOnTab: current || activeFocus || root.value === ""
                objectName: "mode." + modelData.value
                Accessible.name: modelData.hint !== undefined ? modelData.hint : text
                onClicked: {
                    root.chosen(modelData.value);
                    // What holds is said by the value, whatever a click did to the mark.
                    option.checked = Qt.binding(() => option.current);
                }
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
