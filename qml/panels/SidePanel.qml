// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// The panel at the right: what is selected, and what was found. Its left edge can be dragged.
Rectangle {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner
    required property FindingsModel findings
    required property FixesModel fixes
    required property SafeFixer safeFixer
    required property Commands commands
    property alias currentKey: findingsPanel.currentKey
    property alias player: findingsPanel.player
    property alias page: tabs.currentIndex

    signal findingChosen(string key)
    signal leaveRequested
    signal settled(string next)
    signal playRequested(string key)

    function showFinding(key: string) {
        tabs.currentIndex = 1;
        findingsPanel.show(key);
    }
    function focusFixes() {
        findingsPanel.focusFixes();
    }
    function beginAcceptance() {
        findingsPanel.beginAcceptance();
    }
    function focusDetails() {
        inspectorPanel.takeFocus();
    }

    color: Theme.paper

    InspectorModel {
        id: inspector

        document: root.document
        elements: root.document.selection
        active: inspectorPanel.visible
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            spacing: 0

            TabBar {
                id: tabs

                Layout.leftMargin: 4
                spacing: 0
                currentIndex: 1
                background: null

                PanelTab {
                    objectName: "tab.card"
                    text: inspector.heading
                }
                PanelTab {
                    objectName: "tab.findings"
                    text: root.checkRunner.count > 0 ? qsTr("Findings %1").arg(root.checkRunner.count) : qsTr("Findings")
                }
            }
            Item {
                Layout.fillWidth: true
            }
            IconButton {
                Layout.rightMargin: 8
                text: qsTr("Hide the panel")
                shortcut: Keyboard.nativeText(root.commands.panel.shortcut)
                glyph: "panel"
                onClicked: root.commands.panel.trigger()
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        StackLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: tabs.currentIndex

            InspectorPanel {
                id: inspectorPanel

                document: root.document
                form: inspector
                commands: root.commands
            }
            FindingsPanel {
                id: findingsPanel

                checkRunner: root.checkRunner
                findings: root.findings
                fixes: root.fixes
                safeFixer: root.safeFixer
                onRulesRequested: root.commands.rules.trigger()
                onChosen: key => root.findingChosen(key)
                onSettled: next => root.settled(next)
                onLeaveRequested: root.leaveRequested()
                onPlayRequested: key => root.playRequested(key)
            }
        }
    }

    Rule {
        height: parent.height
    }
    MouseArea {
        x: -4
        width: 8
        height: parent.height
        cursorShape: Qt.SplitHCursor
        onPositionChanged: mouse => {
            if (pressed)
                AppSettings.panelWidth = Math.round((root.width - (mouse.x - 4)) / Theme.panelScale);
        }
    }
}
