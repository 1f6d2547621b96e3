// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The files and addresses of a card, in a form: open, rename, remove, add.
ColumnLayout {
    id: root

    required property FieldRow field

    readonly property var attachments: Array.from(field.value === undefined || field.value === null ? [] : field.value)

    function renamed(index: int, name: string): var {
        return attachments.map((one, i) => i === index ? {
                name: name.trim().length > 0 ? name.trim() : one.name,
                target: one.target
            } : one);
    }

    spacing: 4

    Attacher {
        id: attacher

        document: root.field.form.document
    }
    FileChooser {
        id: dialog

        objectName: "attachDialog"
        title: qsTr("Attach files to the card")
        several: true
        onAccepted: attacher.addFiles(dialog.files)
    }

    Repeater {
        model: root.attachments

        RowLayout {
            id: row

            required property var modelData
            required property int index

            spacing: 4

            LineInput {
                Layout.fillWidth: true
                value: row.modelData.name
                Accessible.name: qsTr("Name of the attachment")
                onCommitted: text => root.field.put(root.renamed(row.index, text))
            }
            ActionButton {
                text: qsTr("Open")
                look: "quiet"
                hint: row.modelData.where
                Accessible.name: qsTr("Open %1").arg(row.modelData.name)
                onClicked: attacher.open(row.modelData.name, row.modelData.target)
            }
            IconButton {
                text: qsTr("Remove %1").arg(row.modelData.name)
                glyph: "close"
                onClicked: root.field.put(root.attachments.filter((one, i) => i !== row.index))
            }
        }
    }
    RowLayout {
        spacing: 4

        LineInput {
            id: address

            objectName: "attachAddress"
            Layout.fillWidth: true
            placeholderText: qsTr("Web or mail address")
            Accessible.name: qsTr("Attach an address")
            onAccepted: {
                if (text.trim().length > 0 && attacher.addAddress(text))
                    text = "";
            }
        }
        ActionButton {
            objectName: "attachFile"
            text: qsTr("File…")
            hint: qsTr("Attach files")
            onClicked: dialog.open()
        }
    }
}
