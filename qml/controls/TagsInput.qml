// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// Several of a list, as chips.
FocusScope {
    id: root

    property var value: []
    property var choices: []
    property InspectorModel source: null
    property string key: ""
    property bool creates: false
    property string placeholder: ""
    property string name: ""

    signal changed(var value)

    readonly property var tags: Array.isArray(value) || (value && value.length !== undefined) ? value : []

    function textOf(id: string): string {
        const found = choices.find(choice => choice.value === id);
        return found !== undefined ? found.text : id;
    }
    function without(index: int): var {
        return Array.from(tags).filter((tag, i) => i !== index);
    }

    implicitHeight: Math.max(Theme.controlHeight, flow.implicitHeight + 10)

    InputFrame {
        anchors.fill: parent
        active: adder.activeFocus || picker.visible
        hovered: whole.containsMouse
    }
    MouseArea {
        id: whole

        anchors.fill: parent
        hoverEnabled: true
        onClicked: adder.clicked()
    }
    Flow {
        id: flow

        x: 5
        y: 5
        width: parent.width - 10
        spacing: 4

        Repeater {
            model: root.tags

            Rectangle {
                id: chip

                required property string modelData
                required property int index

                width: Math.min(flow.width, tagText.implicitWidth + 28)
                height: Theme.px(22)
                radius: 11
                color: Theme.accentWash

                Text {
                    id: tagText

                    x: 9
                    width: Math.min(implicitWidth, flow.width - 28)
                    height: parent.height
                    text: root.textOf(chip.modelData)
                    font.family: Theme.family
                    font.pixelSize: Theme.small
                    color: Theme.ink
                    elide: Text.ElideRight
                    verticalAlignment: Text.AlignVCenter
                }
                AbstractButton {
                    id: remover

                    anchors.right: parent.right
                    width: 20
                    height: Theme.px(22)
                    text: qsTr("Remove %1").arg(tagText.text)
                    Accessible.name: text
                    onClicked: root.changed(root.without(chip.index))
                    Keys.onReturnPressed: remover.clicked()
                    contentItem: Text {
                        text: "×"
                        font.family: Theme.family
                        font.pixelSize: Theme.normal
                        color: remover.hovered || remover.visualFocus ? Theme.ink : Theme.muted
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                    }

                    FocusRing {
                        anchors.margins: 1
                        radius: 10
                        shown: remover.visualFocus
                    }
                }
            }
        }
        AbstractButton {
            id: adder

            implicitHeight: Theme.px(22)
            implicitWidth: Math.min(flow.width, implicitContentWidth + 12)
            focus: true
            text: root.tags.length === 0 && root.placeholder.length > 0 ? root.placeholder : qsTr("+ Add")
            Accessible.name: qsTr("Add to %1").arg(root.name)
            onClicked: picker.open()
            Keys.onReturnPressed: adder.clicked()
            Keys.onDownPressed: adder.clicked()
            contentItem: Text {
                leftPadding: 6
                text: adder.text
                font.family: Theme.family
                font.pixelSize: Theme.small
                color: adder.hovered ? Theme.accentText : Theme.muted
                elide: Text.ElideRight
                verticalAlignment: Text.AlignVCenter
            }
            background: null // the frame of the whole says where the keyboard is
        }
    }
    Picker {
        id: picker

        y: root.height + 4
        width: Math.max(220, root.width)
        choices: root.choices
        source: root.source
        key: root.key
        except: Array.from(root.tags)
        creates: root.creates
        onPicked: value => root.changed(Array.from(root.tags).concat([value]))
    }
}
