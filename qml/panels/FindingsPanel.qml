// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// What breaks for the customer: counts, the list, what was accepted, what was not checked.
FocusScope {
    id: root

    required property CheckRunner checkRunner
    required property FindingsModel findings
    required property FixesModel fixes
    required property SafeFixer safeFixer
    property AskPlayer player: null
    property string currentKey: ""

    signal playRequested(string key)
    signal chosen(string key)
    signal leaveRequested
    signal rulesRequested
    // A finding was dealt with; next is the one after it, if there is one.
    signal settled(string next)

    function show(key: string) {
        list.positionViewAtIndex(findings.rowOf(key), ListView.Contain);
    }
    // To the ways to mend the current finding.
    function focusFixes() {
        const row = list.currentItem as FindingRow;
        if (row)
            row.focusFixes();
    }
    // To the form that accepts the current finding.
    function beginAcceptance() {
        const row = list.currentItem as FindingRow;
        if (row)
            row.beginAcceptance();
    }
    // What is accepted is done with: the next one is current.
    function accept(key: string, reason: string, who: string, until: string) {
        const next = findings.neighbour(key, 1);
        list.forceActiveFocus();
        if (findings.accept(key, reason, who, until))
            root.settled(next === key ? "" : next);
    }
    function applyFix(row: int) {
        // The keyboard stays in the list when the button it was on goes.
        if (list.activeFocus)
            list.forceActiveFocus();
        fixes.apply(row);
    }

    Column {
        id: top

        width: parent.width

        Item {
            width: parent.width
            height: figures.height
            visible: root.checkRunner.enabled

            Flow {
                id: figures

                width: parent.width - 40
                padding: 16
                rightPadding: 0
                spacing: 12
                CountFigure {
                    objectName: "count.breaks"
                    figure: root.checkRunner.errors
                    tint: Theme.errorText
                    text: figure === 1 ? qsTr("break") : qsTr("breaks")
                }
                CountFigure {
                    objectName: "count.risks"
                    figure: root.checkRunner.warnings
                    tint: Theme.warningText
                    text: figure === 1 ? qsTr("risk") : qsTr("risks")
                }
                CountFigure {
                    objectName: "count.hints"
                    visible: figure > 0
                    figure: root.checkRunner.hints
                    tint: Theme.hintText
                    text: figure === 1 ? qsTr("hint") : qsTr("hints")
                }
                CountFigure {
                    objectName: "count.accepted"
                    visible: figure > 0
                    figure: root.checkRunner.accepted
                    tint: Theme.ink
                    text: qsTr("accepted")
                }
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                objectName: "rulesButton"
                glyph: "rules"
                text: qsTr("Rules of the check…")
                onClicked: root.rulesRequested()
            }
        }
        Rule {
            width: parent.width
            visible: root.checkRunner.enabled
        }
        Column {
            width: parent.width
            padding: 16
            spacing: 12
            visible: !root.checkRunner.enabled

            Caption {
                width: parent.width - 32
                text: qsTr("The check is off while you sketch.")
            }
            ActionButton {
                text: qsTr("Switch it on")
                onClicked: AppSettings.checkEnabled = true
            }
        }
        Column {
            width: parent.width
            padding: 16
            spacing: 6
            visible: root.checkRunner.enabled && root.findings.count === 0

            Caption {
                width: parent.width - 32
                objectName: "nothingFound"
                text: qsTr("Nothing breaks for the customer here.")
                tone: "ink"
                font.pixelSize: Theme.strong
                font.weight: Font.DemiBold
            }
            Caption {
                width: parent.width - 32
                text: root.findings.coverage.length > 0 ? qsTr("Some of it could not be checked; what and why stands below.") : qsTr("Everything that is drawn was checked.")
            }
        }
    }

    RowList {
        id: list

        anchors.top: top.bottom
        anchors.bottom: safeBar.top
        width: parent.width
        objectName: "findingsList"
        focus: true
        visible: root.checkRunner.enabled
        model: root.findings
        currentIndex: {
            root.findings.count; // follow rows that move
            return root.findings.rowOf(root.currentKey);
        }
        highlightFollowsCurrentItem: false
        beyond: 320
        activeFocusOnTab: true
        Accessible.name: qsTr("Findings")
        // What the keys walk to is told as it becomes current.
        Accessible.description: (list.currentItem as FindingRow)?.words ?? ""

        FocusRing {
            anchors.margins: 3
            shown: list.activeFocus && list.currentIndex < 0
        }
        FollowFocus {
            id: scroller

            view: list
        }
        Keys.onDownPressed: root.chosen(root.findings.neighbour(root.currentKey, 1))
        Keys.onUpPressed: root.chosen(root.findings.neighbour(root.currentKey, -1))
        Keys.onReturnPressed: root.chosen(root.currentKey)
        Keys.onRightPressed: root.focusFixes()
        Keys.onEscapePressed: root.leaveRequested()

        delegate: FindingRow {
            width: ListView.view.width
            current: key === root.currentKey
            findings: root.findings
            fixes: root.fixes
            follower: scroller
            onClicked: root.chosen(key)
            playable: current && root.player !== null && root.player.canPlay(key)
            onPlayRequested: root.playRequested(key)
            onFixChosen: row => root.applyFix(row)
            onAccepted: (reason, who, until) => root.accept(key, reason, who, until)
            onLeaveRequested: list.forceActiveFocus()
        }
    }

    SafeFixBar {
        id: safeBar

        anchors.bottom: below.top
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: root.checkRunner.enabled && root.safeFixer.available
        fixer: root.safeFixer
    }

    Flickable {
        id: below

        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? Math.min(sections.implicitHeight, root.height * 0.45) : 0
        // Not by the sections' own visible, which is false while this is hidden.
        visible: root.checkRunner.enabled && (accepted.count > 0 || root.findings.coverage.length + root.findings.stale.length > 0)
        contentHeight: sections.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ThinScrollBar {}

        FollowFocus {
            view: below
        }
        ColumnLayout {
            id: sections

            width: below.width
            spacing: 0

            Rule {
                Layout.fillWidth: true
            }

            FoldSection {
                id: acceptedSection

                Layout.fillWidth: true
                objectName: "acceptedSection"
                visible: accepted.count > 0
                title: qsTr("Accepted (%1)").arg(accepted.count)

                Repeater {
                    id: accepted

                    model: FindingsModel {
                        id: acceptedFindings

                        checkRunner: root.checkRunner
                        accepted: true
                    }

                    AcceptedRow {
                        Layout.fillWidth: true
                        findings: acceptedFindings
                        onChanged: (reason, who, until) => acceptedFindings.accept(key, reason, who, until)
                        onReopened: acceptedFindings.reopen(key)
                        onChosen: root.chosen(key)
                    }
                }
            }
            FoldSection {
                Layout.fillWidth: true
                objectName: "staleSection"
                visible: root.findings.stale.length > 0
                title: qsTr("No longer needed (%1)").arg(root.findings.stale.length)

                Repeater {
                    model: root.findings.stale

                    StaleRow {
                        required property var modelData

                        Layout.fillWidth: true
                        acceptance: modelData
                        onRemoved: root.findings.removeStale(modelData.id)
                    }
                }
                ActionButton {
                    Layout.leftMargin: 28 + Theme.px(22)
                    objectName: "staleRemoveAll"
                    implicitHeight: Theme.px(28)
                    visible: root.findings.stale.length > 1
                    text: qsTr("Remove all")
                    hint: qsTr("None of them matches a finding any more")
                    onClicked: root.findings.removeStale("")
                }
            }
            FoldSection {
                id: coverageSection

                Layout.fillWidth: true
                objectName: "coverageSection"
                visible: root.findings.coverage.length > 0
                title: qsTr("Not checked (%1)").arg(root.findings.coverage.length)

                Repeater {
                    model: root.findings.coverage

                    Caption {
                        required property string modelData

                        Layout.fillWidth: true
                        Layout.leftMargin: 28 + Theme.px(22)
                        Layout.rightMargin: 16
                        text: modelData
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
}
