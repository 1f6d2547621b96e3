// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// The heading of a column: the request, and in which phases it can be asked.
Item {
    id: root

    required property string elementId
    required property string name
    required property string detail
    property bool current: false
    property bool focused: false
    property bool renaming: false

    signal clicked
    signal renameRequested
    signal renamed(string name)
    signal renameEnded
    signal menuRequested(real x, real y)
    signal entered
    signal exited

    Accessible.role: Accessible.ColumnHeader
    Accessible.name: qsTr("%1, asked: %2").arg(name).arg(detail)
    Accessible.focused: root.current && root.focused

    onRenamingChanged: {
        if (renaming) {
            field.text = root.name;
            field.selectAll();
            field.forceActiveFocus();
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: 6
        visible: root.current
        color: "transparent"
        border.width: 2
        border.color: root.focused ? Theme.focus : Theme.outline
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onEntered: root.entered()
        onExited: root.exited()
        onClicked: event => event.button === Qt.RightButton ? root.menuRequested(event.x, event.y) : root.clicked()
        onDoubleClicked: root.renameRequested()
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 14
        visible: !root.renaming
        spacing: 1

        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
            text: root.name
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: Theme.normal
            font.weight: Font.DemiBold
            color: Theme.ink
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
            text: root.detail
            textFormat: Text.PlainText
            font.family: Theme.family
            font.pixelSize: Theme.tiny
            color: Theme.muted
        }
    }
    LineInput {
        id: field

        objectName: "renameRequest"
        visible: root.renaming
        x: 4
        width: parent.width - 8
        implicitHeight: Theme.px(28)
        anchors.verticalCenter: parent.verticalCenter
        value: root.name
        Accessible.name: qsTr("Name of the request")
        onCommitted: text => root.renamed(text)
        onEditingFinished: root.renameEnded()
        onReverted: root.renameEnded()
    }
    Rule {
        anchors.right: parent.right
        height: parent.height
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
