// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
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
    width: Math.min(Theme.px(920), root.parent ? root.parent.width - 64 : 920)
    heading: qsTr("New blueprint")
    note: qsTr("Start from an example or from an empty grid.")
    onOpened: {
        const first = tiles.itemAt(0) ?? cancel;
        first.forceActiveFocus(Qt.TabFocusReason);
    }
    contentHeight: Math.min(grid.implicitHeight + 4, (root.parent ? root.parent.height : 800) - implicitHeaderHeight - implicitFooterHeight - 60)

    Flickable {
        id: sheet

        anchors.fill: parent
        contentHeight: grid.implicitHeight + 4
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ThinScrollBar {}

        FollowFocus {
            view: sheet
            margin: 4
        }
        GridLayout {
            id: grid

            // Room for the mark of the keyboard.
            x: 2
            y: 2
            width: sheet.width - 4
            columns: root.width > Theme.px(720) ? 4 : 2
            columnSpacing: 12
            rowSpacing: 12

            Repeater {
                id: tiles

                model: root.used ? root.templates : null

                TemplateTile {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onClicked: {
                        root.close();
                        root.templateChosen(source);
                    }
                }
            }
        }
    }
    buttons: [
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            id: cancel

            text: qsTr("Cancel")
            onClicked: root.close()
        }
    ]
}
