// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// What others do to the file: both changed the same, or another computer left its mark.
Rectangle {
    id: root

    required property DocumentController document
    readonly property var conflict: document.conflict
    readonly property bool conflicting: conflict.sentence !== undefined
    readonly property string sentence: conflicting ? conflict.sentence : document.leftLock

    // A button was pressed, and the keyboard is wanted elsewhere.
    signal answered

    function resolve(choice: string) {
        document.resolveConflict(choice);
        answered();
    }

    implicitHeight: visible ? column.implicitHeight + 16 : 0
    visible: sentence.length > 0
    color: conflicting ? Theme.errorWash : Theme.accentWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence

    Rectangle {
        x: 16
        y: 8
        width: 4
        height: parent.height - 16
        radius: 2
        color: root.conflicting ? Theme.errorText : Theme.accentText
    }
    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.leftMargin: 32
        anchors.rightMargin: 8
        anchors.topMargin: 8
        anchors.bottomMargin: 8
        spacing: 8

        Caption {
            objectName: "outsideText"
            Layout.fillWidth: true
            text: root.sentence
            tone: "ink"
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        Flow {
            Layout.fillWidth: true
            spacing: 8

            ActionButton {
                objectName: "mergeMine"
                visible: root.conflicting && root.conflict.canMerge === true
                text: qsTr("Merge, mine where both changed")
                look: "primary"
                hint: qsTr("One step, which can be undone")
                onClicked: root.resolve("merge-mine")
            }
            ActionButton {
                objectName: "mergeTheirs"
                visible: root.conflicting && root.conflict.canMerge === true
                text: qsTr("Merge, theirs where both changed")
                hint: qsTr("One step, which can be undone")
                onClicked: root.resolve("merge-theirs")
            }
            ActionButton {
                objectName: "keepMine"
                visible: root.conflicting
                text: qsTr("Keep mine")
                hint: qsTr("Saving writes over what the other program saved")
                onClicked: root.resolve("mine")
            }
            ActionButton {
                objectName: "takeTheirs"
                visible: root.conflicting
                text: qsTr("Take theirs")
                hint: qsTr("One step, which can be undone")
                onClicked: root.resolve("theirs")
            }
            ActionButton {
                objectName: "removeLeftLock"
                visible: !root.conflicting
                text: qsTr("It is closed there")
                hint: qsTr("Removes the mark and offers what was not saved there")
                onClicked: {
                    root.document.removeLeftLock();
                    root.answered();
                }
            }
        }
    }
    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
