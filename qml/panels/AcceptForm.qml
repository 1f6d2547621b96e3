// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// Why a finding is right as it is, who says so, and until when.
ColumnLayout {
    id: root

    required property FindingsModel findings
    property string confirmText: qsTr("Accept")
    readonly property string untilProblem: findings.untilProblem(until.text)
    readonly property bool complete: reason.text.trim().length > 0 && untilProblem.length === 0

    signal confirmed(string reason, string who, string until)
    signal cancelled

    function begin(reasonText: string, whoText: string, untilText: string) {
        reason.text = reasonText;
        who.text = whoText.length > 0 ? whoText : AppSettings.personName;
        until.text = untilText;
        reason.forceActiveFocus(Qt.TabFocusReason);
    }
    function confirm() {
        if (!complete)
            return;
        AppSettings.personName = who.text;
        confirmed(reason.text, who.text, until.text);
    }

    spacing: 8
    Keys.onReturnPressed: root.confirm()
    Keys.onEnterPressed: root.confirm()
    Keys.onEscapePressed: root.cancelled()

    LineInput {
        id: reason

        Layout.fillWidth: true
        objectName: "acceptReason"
        placeholderText: qsTr("Why is it right as it is?")
        Accessible.name: qsTr("Reason for accepting")
        Keys.onEscapePressed: root.cancelled()
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: 8
        rowSpacing: 4

        Caption {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Accepted by")
            tone: "muted"
            font.pixelSize: Theme.small
        }
        Caption {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            text: qsTr("Until (if not for good)")
            tone: "muted"
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        LineInput {
            id: who

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "acceptWho"
            Accessible.name: qsTr("Accepted by")
            Keys.onEscapePressed: root.cancelled()
        }
        DateInput {
            id: until

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            objectName: "acceptUntil"
            wrong: root.untilProblem.length > 0
            name: qsTr("Accepted until")
            onEscaped: root.cancelled()
        }
    }
    Caption {
        Layout.fillWidth: true
        objectName: "acceptProblem"
        visible: root.untilProblem.length > 0
        text: root.untilProblem
        tone: "error"
        font.pixelSize: Theme.small
    }
    RowLayout {
        spacing: 8

        ActionButton {
            objectName: "acceptConfirm"
            implicitHeight: Theme.px(28)
            look: "primary"
            text: root.confirmText
            enabled: root.complete
            onClicked: root.confirm()
        }
        ActionButton {
            implicitHeight: Theme.px(28)
            text: qsTr("Cancel")
            look: "quiet"
            onClicked: root.cancelled()
        }
    }
}
