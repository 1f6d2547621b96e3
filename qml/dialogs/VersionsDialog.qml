// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The earlier versions of the open blueprint: what is in them, put one back or open it beside.
SheetDialog {
    id: root

    required property DocumentController document

    // What opens the copy, to be called when unsaved changes are dealt with.
    signal copyChosen(var open)

    objectName: "versionsDialog"
    width: Math.min(620, parent ? parent.width - 48 : 620)
    height: Math.min(600, parent ? parent.height - 48 : 600)
    heading: qsTr("Versions of “%1”").arg(document.title)
    note: qsTr("Each saving keeps what was in the file before: all of the last hour, then one an hour, a day, a week.")
    onAboutToShow: {
        versions.refresh();
        list.currentIndex = 0;
    }
    onOpened: list.forceActiveFocus()

    VersionsModel {
        id: versions

        document: root.document
    }

    Item {
        anchors.fill: parent

        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: "transparent"
            border.width: 1
            border.color: list.activeFocus ? Theme.focus : Theme.hairline
        }
        RowList {
            id: list

            objectName: "versionsList"
            anchors.fill: parent
            anchors.margins: 2
            focus: true
            model: versions
            keyNavigationEnabled: true
            activeFocusOnTab: true
            Accessible.name: root.heading
            Accessible.description: list.currentItem?.Accessible.name ?? ""
            Keys.onReturnPressed: restoreButton.clicked()
            delegate: Rectangle {
                id: row

                required property int index
                required property string when
                required property string content
                required property string differences
                required property bool readable

                width: list.width
                height: words.implicitHeight + 20
                radius: Theme.radius - 2
                color: ListView.isCurrentItem ? Theme.accentWash : rowHover.hovered ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2. %3").arg(when).arg(content).arg(differences)

                ColumnLayout {
                    id: words

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: 14
                    anchors.rightMargin: 14
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2

                    RowLayout {
                        spacing: 10

                        Caption {
                            text: row.when
                            tone: "ink"
                            font.weight: Font.DemiBold
                            wrapMode: Text.NoWrap
                        }
                        Caption {
                            Layout.fillWidth: true
                            text: row.content
                            tone: "muted"
                            font.pixelSize: Theme.small
                            wrapMode: Text.NoWrap
                            elide: Text.ElideRight
                        }
                    }
                    Caption {
                        Layout.fillWidth: true
                        text: row.differences.length > 0 ? row.differences : qsTr("Reading…")
                        tone: row.readable ? "body" : "error"
                        font.pixelSize: Theme.small
                        maximumLineCount: 3
                        elide: Text.ElideRight
                    }
                }
                HoverHandler {
                    id: rowHover
                }
                TapHandler {
                    onTapped: {
                        list.currentIndex = row.index;
                        list.forceActiveFocus();
                    }
                }
            }
        }
        Caption {
            objectName: "versionsEmpty"
            anchors.centerIn: parent
            width: Math.min(parent.width - 60, 380)
            visible: versions.count === 0
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.3
            tone: "muted"
            text: qsTr("No earlier version yet. The next saving keeps the one that is in the file now.")
        }
    }
    buttons: [
        ActionButton {
            objectName: "openVersionCopy"
            text: qsTr("Open as a copy")
            enabled: versions.count > 0
            hint: qsTr("A new blueprint without a file")
            onClicked: {
                const row = list.currentIndex;
                root.close();
                root.copyChosen(() => versions.openCopy(row));
            }
        },
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            objectName: "closeVersions"
            text: qsTr("Close")
            onClicked: root.close()
        },
        ActionButton {
            id: restoreButton

            objectName: "restoreVersion"
            text: qsTr("Restore")
            look: "primary"
            enabled: versions.count > 0
            hint: qsTr("One step, which can be undone")
            onClicked: {
                if (enabled && versions.restore(list.currentIndex))
                    root.close();
            }
        }
    ]
}
