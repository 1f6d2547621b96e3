// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// A new blueprint out of a template.
SheetDialog {
    id: root

    // The templates are read when the dialog is first opened.
    property bool used: false
    readonly property TemplateModel templates: TemplateModel {}

    signal templateChosen(url source)

    objectName: "templateDialog"
    onAboutToShow: used = true
    width: Math.min(920, root.parent ? root.parent.width - 64 : 920)
    heading: qsTr("New blueprint")
    note: qsTr("Start from an example or from an empty grid.")
    contentItem: GridLayout {
        columns: root.width > 720 ? 4 : 2
        columnSpacing: 12
        rowSpacing: 12

        Repeater {
            model: root.used ? root.templates : null

            TemplateTile {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: {
                    root.close();
                    root.templateChosen(source);
                }
            }
        }
    }
    buttons: [
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        }
    ]
}
