// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// One finding: number, title and sentence; the current one also why it matters, what mends it, and how to accept it.
ItemDelegate {
    id: root

    required property string key
    required property int number
    required property string severity
    required property string title
    required property string message
    required property string consequence
    required property var remedies
    required property var suppressed
    required property bool inferred
    required property string expired
    required property FindingsModel findings
    required property FixesModel fixes
    // Of the list it stands in.
    required property FollowFocus follower
    property bool current: false
    // It is about a question that can be played on the drawing.
    property bool playable: false
    readonly property string words: qsTr("%1. %2. %3").arg(number).arg(title).arg(message)

    signal fixChosen(int row)
    signal accepted(string reason, string who, string until)
    signal leaveRequested
    signal playRequested

    function focusFixes() {
        const item = details.itemAt(0) as FindingDetails;
        if (item)
            item.focusFixes();
    }
    function beginAcceptance() {
        const item = details.itemAt(0) as FindingDetails;
        if (item)
            item.beginAcceptance();
    }

    // Scrolls the list so that an item of the row is seen, its top before its bottom.
    function reveal(item: Item) {
        if (item === root)
            follower.reveal(item, 0, 0);
        else
            follower.reveal(item, 28, 12);
    }

    function follow() {
        if (current && (settling.running || isAccepting()))
            revealing.restart();
    }
    // The form is open that accepts it.
    function isAccepting(): bool {
        const item = details.itemAt(0) as FindingDetails;
        return item !== null && item.accepting;
    }

    // Once current the row grows, at first and again when the ways to mend it are there: it stays in sight meanwhile.
    onCurrentChanged: {
        if (current)
            settling.restart();
    }
    onHeightChanged: follow()
    // What was above it may have gone.
    onYChanged: follow()

    Timer {
        id: settling

        interval: 700
    }
    // When everything has its new place.
    Timer {
        id: revealing

        interval: 0
        onTriggered: {
            const item = details.itemAt(0) as FindingDetails;
            if (root.isAccepting())
                item.revealForm();
            else
                root.reveal(root);
        }
    }

    implicitHeight: column.implicitHeight + 28
    padding: 0
    focusPolicy: Qt.NoFocus
    Accessible.name: words

    background: Rectangle {
        color: root.current ? Theme.errorWash : root.hovered ? Theme.hover : "transparent"

        Rectangle {
            width: 3
            height: parent.height
            visible: root.current
            color: Theme.severityBadge(root.severity)
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    NumberBadge {
        x: 16
        y: 14
        severity: root.severity
        text: String(root.number)
    }
    ColumnLayout {
        id: column

        x: 28 + Theme.px(22)
        y: 15
        width: root.width - x - 16
        spacing: 6

        Caption {
            Layout.fillWidth: true
            spoken: false
            text: root.title
            tone: "ink"
            font.weight: Font.DemiBold
        }
        Caption {
            Layout.fillWidth: true
            spoken: false
            text: root.message
            lineHeight: 1.25
        }
        // Only the current one is made: a Loader would not do, Qt 6.4's creates no bound components.
        Repeater {
            id: details

            model: root.current ? 1 : 0

            FindingDetails {
                Layout.fillWidth: true
                findings: root.findings
                fixes: root.fixes
                consequence: root.consequence
                remedies: root.remedies
                suppressed: root.suppressed
                inferred: root.inferred
                expired: root.expired
                playable: root.playable
                onPlayRequested: root.playRequested()
                onFixChosen: row => root.fixChosen(row)
                onAccepted: (reason, who, until) => root.accepted(reason, who, until)
                onLeaveRequested: root.leaveRequested()
                onRevealRequested: item => root.reveal(item)
            }
        }
    }
}
