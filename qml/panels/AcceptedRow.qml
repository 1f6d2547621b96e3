// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// An accepted finding: struck through, with the reason, who gave it and until when it holds, and the ways back.
ColumnLayout {
    id: root

    required property string key
    required property string title
    required property string message
    required property string reason
    required property string who
    required property string acceptedBy
    required property string until
    required property string term
    required property FindingsModel findings
    property bool editing: false

    signal chosen
    signal reopened
    signal changed(string reason, string who, string until)

    spacing: 2

    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        text: root.title
        tone: "muted"
        font.strikeout: true

        TapHandler {
            onTapped: root.chosen()
        }
    }
    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        visible: !root.editing
        text: root.reason
    }
    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        visible: !root.editing && text.length > 0
        text: root.acceptedBy
        tone: "muted"
        font.pixelSize: Theme.small
    }
    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        objectName: "acceptedTerm"
        visible: !root.editing && text.length > 0
        text: root.term
        tone: "muted"
        font.pixelSize: Theme.small
    }
    RowLayout {
        Layout.leftMargin: 40
        visible: !root.editing
        spacing: 0

        ActionButton {
            objectName: "acceptedEdit"
            implicitHeight: Theme.px(26)
            look: "quiet"
            font.pixelSize: Theme.small
            text: qsTr("Edit…")
            hint: qsTr("Another reason, name or last day")
            onClicked: {
                root.editing = true;
                form.begin(root.reason, root.who, root.until);
            }
        }
        ActionButton {
            objectName: "acceptedReopen"
            implicitHeight: Theme.px(26)
            look: "quiet"
            font.pixelSize: Theme.small
            text: qsTr("Reopen")
            hint: qsTr("Count it as a finding again")
            onClicked: root.reopened()
        }
    }
    AcceptForm {
        id: form

        Layout.fillWidth: true
        Layout.topMargin: 4
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        visible: root.editing
        findings: root.findings
        confirmText: qsTr("Save")
        onCancelled: root.editing = false
        onConfirmed: (reason, who, until) => {
            root.editing = false;
            root.changed(reason, who, until);
        }
    }
}
