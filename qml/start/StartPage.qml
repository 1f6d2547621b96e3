// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// An empty window: templates as small pictures, the last files, a place to drop one.
Rectangle {
    id: root

    property bool dropping: false
    // The templates are read when the page is first shown.
    property bool used: false
    readonly property TemplateModel templates: TemplateModel {}
    readonly property UnsavedWork unsaved: UnsavedWork {}
    readonly property GoneFiles gone: GoneFiles {}

    signal templateChosen(url source)
    signal fileChosen(url file)
    signal unsavedChosen(string journal)
    signal openRequested
    signal importRequested

    color: Theme.desk
    function noteShown() {
        if (!visible)
            return;
        used = true;
        unsaved.refresh();
        gone.lookFor(AppSettings.missingFiles);
    }

    onVisibleChanged: noteShown()
    Component.onCompleted: noteShown()

    Flickable {
        id: sheet

        anchors.fill: parent
        contentHeight: Math.max(height, page.implicitHeight + 96)
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ThinScrollBar {}

        FollowFocus {
            view: sheet
        }
        ColumnLayout {
            id: page

            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.max(40, (parent.height - implicitHeight) * 0.4)
            width: Math.min(root.width - 96, 1000)
            spacing: 28

            ColumnLayout {
                spacing: 4

                Caption {
                    text: qsTr("Start a blueprint")
                    tone: "ink"
                    font.pixelSize: Theme.display
                    font.weight: Font.Bold
                    font.letterSpacing: -0.5
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                Caption {
                    Layout.fillWidth: true
                    text: qsTr("Draw what the customer does in the light and what the departments do behind it. What breaks for the customer shows as you draw.")
                    font.pixelSize: Theme.strong
                }
            }

            GridLayout {
                id: templates

                Layout.fillWidth: true
                columns: root.width > Theme.px(960) ? 4 : 2
                columnSpacing: 16
                rowSpacing: 16

                Repeater {
                    model: root.used ? root.templates : null

                    TemplateTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        onClicked: root.templateChosen(source)
                    }
                }
            }

            GridLayout {
                Layout.fillWidth: true
                columns: root.width > Theme.px(860) ? 2 : 1
                columnSpacing: 32
                rowSpacing: 24

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 600
                    Layout.alignment: Qt.AlignTop
                    spacing: 2

                    Caption {
                        Layout.bottomMargin: 6
                        visible: root.unsaved.entries.length > 0
                        text: qsTr("Unsaved work")
                        tone: "ink"
                        font.weight: Font.DemiBold
                    }
                    Repeater {
                        model: root.unsaved.entries

                        UnsavedRow {
                            Layout.fillWidth: true
                            Layout.leftMargin: -10
                            onClicked: root.unsavedChosen(modelData.journal)
                            onRemoveRequested: root.unsaved.remove(modelData.journal)
                        }
                    }
                    Caption {
                        Layout.topMargin: root.unsaved.entries.length > 0 ? 18 : 0
                        Layout.bottomMargin: 6
                        text: qsTr("Recent files")
                        tone: "ink"
                        font.weight: Font.DemiBold
                    }
                    Caption {
                        visible: AppSettings.recentFiles.length === 0 && root.gone.entries.length === 0
                        text: qsTr("What you open or save stands here next time.")
                        tone: "muted"
                    }
                    Repeater {
                        model: Array.from(AppSettings.recentFiles).slice(0, 6)

                        RecentRow {
                            Layout.fillWidth: true
                            Layout.leftMargin: -10
                            onClicked: root.fileChosen(modelData.url)
                        }
                    }
                    Repeater {
                        model: Array.from(root.gone.entries).slice(0, 3)

                        RecentRow {
                            Layout.fillWidth: true
                            Layout.leftMargin: -10
                            objectName: "goneRow"
                            onClicked: root.fileChosen(modelData.url)
                        }
                    }
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 400
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredHeight: drop.implicitHeight + 40
                    radius: 12
                    color: root.dropping ? Theme.accentWash : "transparent"
                    border.width: root.dropping ? 2 : 1
                    border.color: root.dropping ? Theme.accent : Theme.outline

                    ColumnLayout {
                        id: drop

                        anchors.centerIn: parent
                        width: parent.width - 40
                        spacing: 12

                        Caption {
                            Layout.fillWidth: true
                            text: qsTr("Drop a file here")
                            tone: "ink"
                            font.weight: Font.DemiBold
                            horizontalAlignment: Text.AlignHCenter
                        }
                        Caption {
                            Layout.fillWidth: true
                            text: qsTr("A blueprint, a text in the notation, or a BPMN diagram")
                            horizontalAlignment: Text.AlignHCenter
                        }
                        RowLayout {
                            Layout.alignment: Qt.AlignHCenter
                            spacing: 8

                            ActionButton {
                                objectName: "startOpen"
                                text: qsTr("Open…")
                                shortcut: Keyboard.nativeText("Ctrl+O")
                                hint: qsTr("Open a file")
                                onClicked: root.openRequested()
                            }
                            ActionButton {
                                objectName: "startImport"
                                text: qsTr("Import BPMN…")
                                shortcut: Keyboard.nativeText("Ctrl+I")
                                hint: qsTr("Choose which pool is the customer")
                                onClicked: root.importRequested()
                            }
                        }
                    }
                }
            }
        }
    }
}
