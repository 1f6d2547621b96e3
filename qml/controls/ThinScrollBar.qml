// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

ScrollBar {
    id: root

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.08
    contentItem: Rectangle {
        radius: 3
        color: root.pressed ? Theme.muted : Theme.outline
        opacity: root.policy === ScrollBar.AlwaysOn || (root.active && root.size < 1.0) ? 0.9 : 0.0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.motion
            }
        }
    }
    background: null
}
