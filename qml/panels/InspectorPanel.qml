// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// Everything the model knows of what is selected; of the blueprint itself when nothing is.
Item {
    id: root

    required property DocumentController document
    required property InspectorModel form
    required property Commands commands

    // To the first field, where there is one.
    function takeFocus() {
        fields.takeFocus();
    }

    FieldList {
        id: fields

        anchors.fill: parent
        form: root.form
        header: [
            Caption {
                Layout.fillWidth: true
                visible: root.form.kind === "mixed"
                text: qsTr("Things of several kinds are selected. Select things of one kind to change them together.")
            },
            Caption {
                Layout.fillWidth: true
                visible: root.form.kind === "connection" && root.document.selectionCount === 1
                text: root.form.subject
                tone: "ink"
                font.weight: Font.DemiBold
            }
        ]
    }
}
