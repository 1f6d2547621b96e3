// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

SheetDialog {
    id: root

    objectName: "aboutDialog"
    width: 480
    heading: qsTr("Throughline")
    note: qsTr("Version %1").arg(Qt.application.version)
    contentItem: ColumnLayout {
        spacing: 12

        Caption {
            Layout.fillWidth: true
            text: qsTr("An editor for service blueprints that finds where a service breaks for its customer. The name is the customer's line through every department.")
            lineHeight: 1.3
        }
        Caption {
            Layout.fillWidth: true
            text: qsTr("Free software under the GNU General Public License, version 3 or later. You may use, study, share and change it; it comes without any warranty.")
            lineHeight: 1.3
        }
        Caption {
            Layout.fillWidth: true
            text: qsTr("Built with Qt, qpdf and RapidJSON.")
            tone: "muted"
        }
    }
    onOpened: closeButton.forceActiveFocus(Qt.TabFocusReason)
    buttons: [
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            id: closeButton

            text: qsTr("Close")
            look: "primary"
            onClicked: root.close()
        }
    ]
}
