// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// A number with its sentence; folded out, what it means. A click goes to the cards behind it.
Item {
    id: root

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

    property bool open: false
    readonly property string words: qsTr("%1: %2. %3").arg(title).arg(value).arg(sentence)
    property bool current: false
    readonly property bool narrow: width < Theme.px(720)

    signal chosen(var elements)

    function act() {
        if (root.reachable)
            root.chosen(root.elements);
        else
            root.open = !root.open;
    }

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: words
    Accessible.description: meaning
    Accessible.onPressAction: root.act()

    HoverHandler {
        id: hover

        cursorShape: root.reachable ? Qt.PointingHandCursor : Qt.ArrowCursor
    }
    TapHandler {
        id: tap

        onTapped: root.act()
    }
    ColumnLayout {
        id: column

        width: parent.width
        spacing: 0

        Caption {
            Layout.leftMargin: 12
            Layout.topMargin: root.index > 0 ? 24 : 4
            Layout.bottomMargin: 8
            visible: root.first
            text: root.family
            tone: "ink"
            font.pixelSize: Theme.strong
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Rule {
            Layout.fillWidth: true
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: Math.max(36, cells.implicitHeight + 16)

            Rectangle {
                anchors.fill: parent
                anchors.topMargin: 1
                color: tap.pressed ? Theme.pressed : hover.hovered ? Theme.hover : "transparent"
            }
            FocusRing {
                anchors.margins: 1
                radius: 4
                shown: root.current
            }
            GridLayout {
                id: cells

                anchors.left: parent.left
                anchors.right: unfold.left
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: root.part ? 28 : 12
                columns: root.narrow ? 3 : 4
                columnSpacing: 16
                rowSpacing: 4

                Caption {
                    Layout.preferredWidth: Theme.px(root.narrow ? 200 : 228) - (root.part ? 16 : 0)
                    text: root.title
                    tone: root.part ? "body" : "ink"
                    font.weight: root.part ? Font.Normal : Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                Caption {
                    Layout.preferredWidth: Theme.px(124)
                    text: root.value
                    tone: "ink"
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                    horizontalAlignment: Text.AlignRight
                    elide: Text.ElideRight
                }
                Caption {
                    Layout.preferredWidth: Theme.px(108)
                    text: root.coverage
                    tone: "muted"
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                }
                Caption {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.narrow ? 3 : 1
                    text: root.sentence
                }
                Caption {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.narrow ? 3 : 4
                    visible: root.open
                    text: root.direction.length > 0 ? qsTr("%1 (%2)").arg(root.meaning).arg(root.direction) : root.meaning
                    font.pixelSize: Theme.small
                }
            }
            AbstractButton {
                id: unfold

                anchors.right: parent.right
                anchors.top: parent.top
                width: 40
                height: Theme.px(36)
                text: root.open ? qsTr("Hide what %1 means").arg(root.title) : qsTr("What %1 means").arg(root.title)
                focusPolicy: Qt.NoFocus
                Accessible.name: text
                onClicked: root.open = !root.open
                contentItem: Item {
                    Chevron {
                        anchors.centerIn: parent
                        open: root.open
                    }
                }

                Hint {
                    visible: unfold.hovered && !root.open
                    text: root.direction.length > 0 ? qsTr("%1 (%2)").arg(root.meaning).arg(root.direction) : root.meaning
                    x: root.width > 600 ? unfold.width - width : 0
                }
            }
        }
    }
}
