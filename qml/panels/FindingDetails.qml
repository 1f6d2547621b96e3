// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// What the current finding says beyond its sentence: why it matters, what mends it, and how to accept it.
ColumnLayout {
    id: root

    required property FindingsModel findings
    required property FixesModel fixes
    property string consequence: ""
    property var remedies: []
    property var suppressed: []
    property bool inferred: false
    property string expired: ""
    // It is about a question that can be played on the drawing.
    property bool playable: false
    property bool accepting: false
    property bool awaitsFixes: false

    signal fixChosen(int row)
    signal accepted(string reason, string who, string until)
    signal leaveRequested
    signal playRequested
    signal revealRequested(item: Item)

    // To the ways to mend it, as soon as they are known; without one, to accepting it.
    function focusFixes() {
        awaitsFixes = !fixes.ready;
        if (fixes.count > 0)
            fixList.focusAt(fixes.shown);
        else if (fixes.ready)
            acceptButton.forceActiveFocus(Qt.TabFocusReason);
    }

    function beginAcceptance() {
        accepting = true;
        form.begin("", "", "");
    }

    function revealForm() {
        revealRequested(form);
    }

    spacing: 6

    Connections {
        target: root.fixes
        function onFixesChanged() {
            if (root.awaitsFixes && root.fixes.ready)
                later.start();
        }
    }
    // When the buttons are there to be walked to.
    Timer {
        id: later

        interval: 0
        onTriggered: root.focusFixes()
    }

    Caption {
        Layout.fillWidth: true
        visible: text.length > 0
        text: root.consequence
        tone: "muted"
        lineHeight: 1.25
    }
    Caption {
        Layout.fillWidth: true
        objectName: "findingExpired"
        visible: text.length > 0
        text: root.expired
        tone: "ink"
        font.pixelSize: Theme.small
    }
    Caption {
        Layout.fillWidth: true
        visible: root.inferred
        text: qsTr("Concluded from plain arrows: saying what they mean would settle it.")
        tone: "muted"
        font.pixelSize: Theme.small
    }
    Caption {
        Layout.topMargin: 4
        visible: root.fixes.count > 0 || remedyList.visible
        text: qsTr("What would mend it")
        tone: "ink"
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }
    FixList {
        id: fixList

        Layout.fillWidth: true
        Layout.topMargin: 2
        visible: root.fixes.count > 0
        fixes: root.fixes
        onChosen: row => root.fixChosen(row)
        onLeaveRequested: root.leaveRequested()
        onRevealRequested: root.revealRequested(fixList)
    }
    Caption {
        Layout.fillWidth: true
        objectName: "fixesWorking"
        visible: root.fixes.slow && !root.fixes.ready
        text: qsTr("Looking for ways to mend it…")
        tone: "muted"
        font.pixelSize: Theme.small
    }
    ColumnLayout {
        id: remedyList

        Layout.fillWidth: true
        spacing: 6
        visible: root.fixes.ready && root.fixes.count === 0 && root.remedies.length > 0

        Repeater {
            model: root.remedies

            RowLayout {
                id: remedy

                required property string modelData

                Layout.fillWidth: true
                spacing: 8

                Rectangle {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 6
                    Layout.preferredWidth: 5
                    Layout.preferredHeight: 5
                    radius: 3
                    color: Theme.accentText
                }
                Caption {
                    Layout.fillWidth: true
                    text: remedy.modelData
                }
            }
        }
    }
    Repeater {
        model: root.suppressed

        Caption {
            required property string modelData

            Layout.fillWidth: true
            text: modelData
            tone: "muted"
            font.pixelSize: Theme.small
        }
    }
    RowLayout {
        Layout.topMargin: 4
        visible: !root.accepting
        spacing: 8

        ActionButton {
            objectName: "playFinding"
            implicitHeight: Theme.px(28)
            visible: root.playable
            text: qsTr("Play")
            icon.source: "qrc:/icons/play.svg"
            hint: qsTr("Watch the question walk through the drawing")
            onClicked: root.playRequested()
        }
        ActionButton {
            id: acceptButton

            objectName: "acceptButton"
            implicitHeight: Theme.px(28)
            text: qsTr("Accept…")
            hint: qsTr("Keep it as it is, with a reason")
            onClicked: root.beginAcceptance()
            Keys.onEscapePressed: {
                focus = false;
                root.leaveRequested();
            }
        }
    }
    AcceptForm {
        id: form

        Layout.fillWidth: true
        Layout.topMargin: 4
        visible: root.accepting
        findings: root.findings
        // As it opens, and as its calendar does.
        onHeightChanged: {
            if (visible)
                revealing.restart();
        }
        onCancelled: {
            root.accepting = false;
            root.leaveRequested();
        }
        onConfirmed: (reason, who, until) => {
            root.accepting = false;
            root.accepted(reason, who, until);
        }
    }

    // When everything has its new place.
    Timer {
        id: revealing

        interval: 0
        onTriggered: root.revealForm()
    }
}
