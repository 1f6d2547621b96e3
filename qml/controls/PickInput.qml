// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// One of a list; a name that is not in it makes a new one.
AbstractButton {
    id: root

    property string value: ""
    property var choices: []
    property InspectorModel source: null
    property string key: ""
    property bool creates: true
    property string placeholder: ""
    property bool wrong: false

    signal picked(string value)

    readonly property var found: choices.find(choice => choice.value === value)

    implicitHeight: Theme.controlHeight
    leftPadding: 10
    rightPadding: 28
    focusPolicy: Qt.StrongFocus
    text: found !== undefined ? found.text : placeholder
    Accessible.role: Accessible.ComboBox
    onClicked: picker.open()
    Keys.onReturnPressed: root.clicked()
    Keys.onDownPressed: root.clicked()
    contentItem: Text {
        text: root.text
        font.family: Theme.family
        font.pixelSize: Theme.normal
        color: root.value.length > 0 ? Theme.ink : Theme.muted
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }
    background: InputFrame {
        active: root.visualFocus || picker.visible
        hovered: root.hovered
        wrong: root.wrong

        Chevron {
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    Picker {
        id: picker

        y: root.height + 4
        width: Math.max(220, root.width)
        choices: root.choices
        source: root.source
        key: root.key
        creates: root.creates
        onPicked: value => {
            if (value !== root.value)
                root.picked(value);
        }
    }
}
