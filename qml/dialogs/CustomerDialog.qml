// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// Which pool of a BPMN diagram is the customer; the most likely one is chosen already.
SheetDialog {
    id: root

    required property BpmnImporter importer
    property string pool: ""

    function ask() {
        pool = importer.proposed;
        open();
    }

    objectName: "customerDialog"
    width: 480
    heading: qsTr("Who is the customer?")
    note: qsTr("The diagram has several pools. The customer's is drawn in the light; what breaks is judged from his side.")
    onOpened: go.forceActiveFocus(Qt.TabFocusReason)
    contentHeight: list.implicitHeight

    ColumnLayout {
        id: list

        anchors.fill: parent
        spacing: 4

        Repeater {
            model: root.importer.candidates

            RadioButton {
                id: entry

                required property var modelData
                readonly property bool current: modelData.value === root.pool

                Layout.fillWidth: true
                implicitHeight: Theme.px(46)
                text: modelData.text
                checked: current
                padding: 0
                indicator: null
                Accessible.name: text
                onClicked: {
                    root.pool = modelData.value;
                    entry.checked = Qt.binding(() => entry.current);
                }
                Keys.onReturnPressed: go.clicked()
                contentItem: RowLayout {
                    spacing: 10

                    Rectangle {
                        Layout.leftMargin: 10
                        Layout.preferredWidth: 16
                        Layout.preferredHeight: 16
                        radius: 8
                        color: "transparent"
                        border.width: entry.current ? 5 : 1
                        border.color: entry.current ? Theme.accent : Theme.outline
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Caption {
                            Layout.fillWidth: true
                            text: entry.text
                            tone: "ink"
                            elide: Text.ElideRight
                            wrapMode: Text.NoWrap
                        }
                        Caption {
                            Layout.fillWidth: true
                            visible: text.length > 0
                            text: entry.modelData.why
                            tone: "muted"
                            font.pixelSize: Theme.tiny
                            elide: Text.ElideRight
                            wrapMode: Text.NoWrap
                        }
                    }
                    Caption {
                        Layout.rightMargin: 10
                        visible: entry.modelData.value === root.importer.proposed
                        text: qsTr("proposed")
                        tone: "muted"
                        font.pixelSize: Theme.small
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: entry.current ? Theme.accentWash : entry.hovered ? Theme.hover : "transparent"

                    FocusRing {
                        anchors.margins: 0
                        shown: entry.visualFocus
                    }
                }
            }
        }
    }
    buttons: [
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        ActionButton {
            id: go

            objectName: "customerGo"
            text: qsTr("Import")
            look: "primary"
            onClicked: {
                root.close();
                root.importer.finish(root.pool);
            }
        }
    ]
}
