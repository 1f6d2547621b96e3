// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// Asks what to do with changes that are not saved before they would be lost.
SheetDialog {
    id: root

    required property DocumentController document

    signal saveChosen
    signal discardChosen

    objectName: "unsavedDialog"
    width: 460
    heading: qsTr("Save the changes to “%1”?").arg(document.title)
    note: {
        const changes = document.fileGone ? qsTr("Its file is no longer there: the whole blueprint would be lost, not its changes alone.") : qsTr("What was changed since it was last saved would be lost.");
        const typed = qsTr("What you typed in the text has an error and cannot be saved. Cancel to mend it, else it is lost.");
        return !document.hasDraft ? changes : document.fileGone ? changes + " " + typed : typed;
    }
    onOpened: saveButton.forceActiveFocus(Qt.TabFocusReason)
    buttons: [
        ActionButton {
            objectName: "discardButton"
            text: qsTr("Discard")
            onClicked: {
                root.close();
                root.discardChosen();
            }
        },
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            objectName: "cancelButton"
            text: qsTr("Cancel")
            onClicked: root.reject()
        },
        ActionButton {
            id: saveButton

            objectName: "saveButton"
            text: qsTr("Save")
            look: "primary"
            onClicked: {
                root.close();
                root.saveChosen();
            }
        }
    ]
}
