// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

// An acceptance that matches no finding any more, and the way to be rid of it.
ColumnLayout {
    id: root

    required property var acceptance // { id, title, reason, by }

    signal removed

    spacing: 2

    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        text: root.acceptance.title
        tone: "muted"
    }
    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        text: root.acceptance.reason
    }
    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: 28 + Theme.px(22)
        Layout.rightMargin: 16
        visible: text.length > 0
        text: root.acceptance.by
        tone: "muted"
        font.pixelSize: Theme.small
    }
    ActionButton {
        Layout.leftMargin: 40
        objectName: "staleRemove"
        implicitHeight: Theme.px(26)
        look: "quiet"
        font.pixelSize: Theme.small
        text: qsTr("Remove")
        hint: qsTr("The finding is gone; so may be its reason")
        onClicked: root.removed()
    }
}
