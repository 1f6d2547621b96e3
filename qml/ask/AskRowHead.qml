// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// The heading of a row: the role, its department, and whether what is listed is all it does.
Item {
    id: root

    required property string elementId
    required property string name
    required property string detail
    required property color colour
    required property bool onlyThese
    required property bool met
    property real topGap: 0
    property string sectionText: ""
    property bool current: false
    property bool focused: false
    property bool renaming: false
    readonly property bool hasColour: detail.length > 0

    signal clicked
    signal toggled
    signal renameRequested
    signal renamed(string name)
    signal renameEnded
    signal menuRequested(real x, real y)
    signal entered
    signal exited

    Accessible.role: Accessible.RowHeader
    Accessible.name: hasColour ? qsTr("%1, %2").arg(name).arg(detail) : qsTr("%1, department not known").arg(name)
    Accessible.focused: root.current && root.focused

    onRenamingChanged: {
        if (renaming) {
            field.text = root.name;
            field.selectAll();
            field.forceActiveFocus();
        }
    }

    Text {
        x: 12
        height: root.topGap
        visible: root.sectionText.length > 0
        verticalAlignment: Text.AlignVCenter
        text: root.sectionText
        font.family: Theme.family
        font.pixelSize: Theme.tiny
        font.weight: Font.DemiBold
        color: Theme.muted
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: root.topGap
        color: root.hasColour ? Qt.tint(Theme.paper, Qt.rgba(root.colour.r, root.colour.g, root.colour.b, 0.09)) : Theme.paper

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
        Rectangle {
            width: 4
            height: parent.height - 1
            color: root.hasColour ? root.colour : Theme.outline
        }
        Column {
            x: 14
            width: only.x - x - 8
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.renaming
            spacing: 1

            Text {
                width: parent.width
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
                elide: Text.ElideRight
                text: root.hasColour ? root.detail : qsTr("no department")
                textFormat: Text.PlainText
                font.family: Theme.family
                font.pixelSize: Theme.tiny
                font.italic: !root.hasColour
                color: Theme.muted
            }
        }
        AbstractButton {
            id: only

            objectName: "onlyThese." + root.elementId
            x: parent.width - width - 10
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.renaming
            implicitWidth: implicitContentWidth + 18
            implicitHeight: Theme.px(24)
            checkable: false
            focusPolicy: Qt.NoFocus
            text: qsTr("only these")
            Accessible.role: Accessible.CheckBox
            Accessible.name: qsTr("%1 does only what is listed").arg(root.name)
            Accessible.checked: root.onlyThese
            onClicked: root.toggled()
            contentItem: Text {
                text: root.onlyThese ? qsTr("✓ %1").arg(only.text) : qsTr("☐ %1").arg(only.text)
                font.family: Theme.family
                font.pixelSize: Theme.tiny
                font.weight: root.onlyThese ? Font.DemiBold : Font.Normal
                color: root.onlyThese ? Theme.accentText : Theme.muted
                verticalAlignment: Text.AlignVCenter
                horizontalAlignment: Text.AlignHCenter
            }
            background: Rectangle {
                radius: 12
                color: root.onlyThese ? Theme.accentWash : only.hovered ? Theme.hover : "transparent"
                border.width: only.hovered || root.onlyThese ? 1 : 0
                border.color: root.onlyThese ? Theme.accentText : Theme.outline
            }
            Hint {
                visible: only.hovered
                text: root.onlyThese ? qsTr("What is not listed counts as “cannot”") : qsTr("What is not listed counts as “nobody has said”")
            }
        }
        LineInput {
            id: field

            objectName: "renameRole"
            visible: root.renaming
            x: 10
            width: parent.width - 20
            implicitHeight: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            value: root.name
            Accessible.name: qsTr("Name of the role")
            onCommitted: text => root.renamed(text)
            onEditingFinished: root.renameEnded()
            onReverted: root.renameEnded()
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
}
