// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// The surface of what floats: menus, lists that drop down, dialogs.
Item {
    property alias radius: face.radius

    Rectangle {
        anchors.fill: face
        anchors.margins: -1
        anchors.topMargin: 2
        anchors.bottomMargin: -4
        radius: face.radius + 2
        color: Theme.shadow
    }
    Rectangle {
        id: face

        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.hairline
    }
}
