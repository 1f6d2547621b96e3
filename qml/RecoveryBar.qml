// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// Changes that could not be saved when the editor was killed: make them again or drop them.
Rectangle {
    id: root

    required property DocumentController document
    readonly property var found: document.recovery
    readonly property int changes: found.changes ?? 0
    readonly property string sentence: {
        if (changes === 0)
            return "";
        const text = qsTr("Unsaved changes from %1 were found (%2).").arg(found.when).arg(changes === 1 ? qsTr("1 change") : qsTr("%1 changes").arg(changes));
        return found.outdated ? text + " " + qsTr("The file was written since; restoring brings the changes into what it says now.") : text;
    }

    // A button was pressed, and the keyboard is wanted elsewhere.
    signal answered

    implicitHeight: visible ? row.implicitHeight + 16 : 0
    visible: changes > 0
    color: Theme.accentWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 8
        anchors.topMargin: 8
        anchors.bottomMargin: 8
        spacing: 12

        Rectangle {
            Layout.preferredWidth: 4
            Layout.fillHeight: true
            radius: 2
            color: Theme.accentText
        }
        Caption {
            objectName: "recoveryText"
            Layout.fillWidth: true
            text: root.sentence
            tone: "ink"
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        ActionButton {
            objectName: "restoreUnsaved"
            text: qsTr("Restore")
            look: "primary"
            hint: qsTr("One step, which can be undone")
            onClicked: {
                root.document.restoreUnsaved();
                root.answered();
            }
        }
        ActionButton {
            objectName: "discardUnsaved"
            text: qsTr("Discard")
            hint: qsTr("Drops these changes for good")
            onClicked: {
                root.document.discardUnsaved();
                root.answered();
            }
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
