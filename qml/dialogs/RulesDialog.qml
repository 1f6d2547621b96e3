// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// What is checked, and how loud each rule is for this blueprint. A list at the left, the chosen rule at the right.
SheetDialog {
    id: root

    required property CheckRunner checkRunner
    property string currentRule: ""
    property var current: ({})

    function choose(row: int) {
        if (row >= 0 && row < rules.count)
            currentRule = rules.ruleAt(row);
    }
    function refresh() {
        current = rules.rule(currentRule);
    }
    function levelText(level: string): string {
        return level === "error" ? qsTr("Break") : level === "warning" ? qsTr("Risk") : level === "hint" ? qsTr("Hint") : qsTr("Off");
    }

    objectName: "rulesDialog"
    width: Math.min(Theme.px(940), root.parent ? root.parent.width - 64 : 940)
    height: Math.min(Theme.px(720), root.parent ? root.parent.height - 48 : 720)
    heading: qsTr("Rules of the check")
    note: rules.folderFile.length > 0 ? qsTr("For this folder %1 holds as well; what is said here, in the blueprint, is stronger.").arg(rules.folderFile) : qsTr("How loud each rule is for this blueprint. What is said here is saved with it.")
    onCurrentRuleChanged: refresh()
    onAboutToShow: {
        filter.text = "";
        choose(Math.max(0, rules.rowOf(currentRule)));
        refresh();
    }
    onOpened: filter.forceActiveFocus()

    RulesModel {
        id: rules

        checkRunner: root.checkRunner
        filter: filter.text
        onLevelsChanged: root.refresh()
        onCountChanged: {
            if (rowOf(root.currentRule) < 0)
                root.choose(0);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 16

        RowLayout {
            Layout.fillWidth: true
            spacing: 12

            Caption {
                text: qsTr("Preset")
                tone: "ink"
                font.weight: Font.DemiBold
            }
            ModeSwitch {
                objectName: "rulesPreset"
                enabled: !rules.presetFromFolder
                opacity: enabled ? 1 : 0.6
                value: rules.preset
                options: [
                    {
                        value: "start",
                        text: qsTr("Start")
                    },
                    {
                        value: "recommended",
                        text: qsTr("Recommended")
                    },
                    {
                        value: "all",
                        text: qsTr("All")
                    }
                ]
                onChosen: value => AppSettings.checkPreset = value
            }
            Caption {
                Layout.fillWidth: true
                // The choices come first where there is little room.
                Layout.preferredWidth: 1
                text: rules.presetFromFolder ? qsTr("Said by %1.").arg(rules.folderFile) : rules.preset === "start" ? qsTr("The headline rules only. For all blueprints whose folder does not say.") : rules.preset === "all" ? qsTr("Everything there is. For all blueprints whose folder does not say.") : qsTr("Right for most. For all blueprints whose folder does not say.")
                tone: "muted"
                font.pixelSize: Theme.small
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 20

            ColumnLayout {
                Layout.preferredWidth: Math.min(Theme.px(330), root.width * 0.4)
                Layout.maximumWidth: Layout.preferredWidth
                Layout.fillHeight: true
                spacing: 8

                LineInput {
                    id: filter

                    Layout.fillWidth: true
                    objectName: "rulesFilter"
                    placeholderText: qsTr("Find a rule…")
                    Accessible.name: qsTr("Find a rule")
                    Keys.onDownPressed: {
                        list.forceActiveFocus();
                        root.choose(list.currentIndex < 0 ? 0 : list.currentIndex);
                    }
                    Keys.onEscapePressed: event => {
                        event.accepted = text.length > 0;
                        text = "";
                    }
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    radius: Theme.radius
                    color: "transparent"
                    border.width: 1
                    border.color: Theme.hairline

                    RowList {
                        id: list

                        anchors.fill: parent
                        anchors.margins: 4
                        objectName: "rulesList"
                        activeFocusOnTab: true
                        model: rules
                        currentIndex: {
                            rules.count; // follow the filter
                            return rules.rowOf(root.currentRule);
                        }
                        Accessible.name: root.heading
                        Accessible.description: (list.currentItem as ItemDelegate)?.Accessible.name ?? ""
                        Keys.onDownPressed: root.choose(currentIndex + 1)
                        Keys.onUpPressed: {
                            if (currentIndex > 0)
                                root.choose(currentIndex - 1);
                            else
                                filter.forceActiveFocus();
                        }
                        delegate: ItemDelegate {
                            id: entry

                            required property string rule
                            required property string title
                            required property string level
                            required property string own
                            required property int findings
                            required property string heading
                            readonly property int headingHeight: heading.length > 0 ? Theme.px(30) : 0
                            readonly property bool current: rule === root.currentRule

                            width: ListView.view.width
                            implicitHeight: Math.max(Theme.px(32), implicitContentHeight + 8) + headingHeight
                            topPadding: headingHeight
                            text: title
                            focusPolicy: Qt.NoFocus
                            padding: 0
                            Accessible.name: qsTr("%1, %2").arg(title).arg(root.levelText(level))
                            onClicked: root.currentRule = rule
                            contentItem: RowLayout {
                                spacing: 8

                                Caption {
                                    Layout.fillWidth: true
                                    Layout.leftMargin: 10
                                    text: entry.title
                                    tone: entry.level === "off" ? "muted" : "ink"
                                    font.weight: entry.current ? Font.DemiBold : Font.Medium
                                }
                                Caption {
                                    visible: entry.findings > 0
                                    text: entry.findings
                                    tone: "muted"
                                    font.pixelSize: Theme.small
                                }
                                Caption {
                                    Layout.preferredWidth: Theme.px(64)
                                    Layout.rightMargin: 8
                                    text: entry.own.length > 0 ? qsTr("%1 •").arg(root.levelText(entry.level)) : root.levelText(entry.level)
                                    color: entry.level === "off" ? Theme.muted : Theme.severityText(entry.level)
                                    font.pixelSize: Theme.small
                                    font.weight: entry.own.length > 0 ? Font.DemiBold : Font.Normal
                                    horizontalAlignment: Text.AlignRight
                                    wrapMode: Text.NoWrap
                                }
                            }
                            background: Item {
                                Caption {
                                    x: 10
                                    y: entry.headingHeight - height - 4
                                    visible: text.length > 0
                                    text: entry.heading
                                    tone: "muted"
                                    font.pixelSize: Theme.small
                                    font.weight: Font.DemiBold
                                }
                                Rectangle {
                                    y: entry.headingHeight
                                    width: parent.width
                                    height: parent.height - y
                                    radius: 6
                                    color: entry.current ? Theme.accentWash : entry.hovered ? Theme.hover : "transparent"

                                    FocusRing {
                                        anchors.margins: 0
                                        radius: 6
                                        shown: list.activeFocus && entry.current
                                    }
                                }
                            }
                        }
                    }
                    Caption {
                        anchors.centerIn: parent
                        width: parent.width - 40
                        visible: rules.count === 0
                        text: qsTr("No rule speaks of “%1”.").arg(filter.text)
                        tone: "muted"
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.fillHeight: true
                radius: Theme.radius
                color: "transparent"
                border.width: 1
                border.color: Theme.hairline

                Flickable {
                    anchors.fill: parent
                    anchors.margins: 1
                    contentHeight: texts.implicitHeight + 40
                    boundsBehavior: Flickable.StopAtBounds
                    clip: true
                    visible: root.current.title !== undefined
                    ScrollBar.vertical: ThinScrollBar {}

                    ColumnLayout {
                        id: texts

                        x: 20
                        y: 20
                        width: parent.width - 40
                        spacing: 6

                        Caption {
                            Layout.fillWidth: true
                            objectName: "ruleTitle"
                            text: root.current.title ?? ""
                            tone: "ink"
                            font.pixelSize: Theme.px(16)
                            font.weight: Font.DemiBold
                        }
                        Caption {
                            Layout.bottomMargin: 8
                            text: root.current.rule ?? ""
                            tone: "muted"
                            font.pixelSize: Theme.small
                        }
                        ModeSwitch {
                            objectName: "ruleLevel"
                            compact: texts.width < 480
                            value: root.current.own ?? ""
                            options: [
                                {
                                    value: "",
                                    text: qsTr("As preset: %1").arg(root.levelText(root.current.inherited ?? "off"))
                                },
                                {
                                    value: "error",
                                    text: root.levelText("error")
                                },
                                {
                                    value: "warning",
                                    text: root.levelText("warning")
                                },
                                {
                                    value: "hint",
                                    text: root.levelText("hint")
                                },
                                {
                                    value: "off",
                                    text: root.levelText("off")
                                }
                            ]
                            onChosen: value => rules.setLevel(root.currentRule, value)
                        }
                        Caption {
                            Layout.fillWidth: true
                            Layout.bottomMargin: 12
                            objectName: "ruleOrigin"
                            text: root.current.origin ?? ""
                            tone: "muted"
                            font.pixelSize: Theme.small
                        }
                        Caption {
                            Layout.fillWidth: true
                            Layout.bottomMargin: 12
                            text: root.current.explanation ?? ""
                            lineHeight: 1.3
                        }
                        Caption {
                            text: qsTr("When it fires")
                            tone: "ink"
                            font.weight: Font.DemiBold
                        }
                        Caption {
                            Layout.fillWidth: true
                            Layout.bottomMargin: 12
                            text: root.current.definition ?? ""
                            lineHeight: 1.3
                        }
                        Caption {
                            text: qsTr("How to mend it")
                            tone: "ink"
                            font.weight: Font.DemiBold
                        }
                        Caption {
                            Layout.fillWidth: true
                            text: root.current.remedy ?? ""
                            lineHeight: 1.3
                        }
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
            text: qsTr("Done")
            look: "primary"
            onClicked: root.close()
        }
    ]
}
