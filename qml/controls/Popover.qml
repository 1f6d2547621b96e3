// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A menu in the look of the window.
Menu {
    id: root

    padding: 4
    topPadding: 4
    bottomPadding: 4
    margins: 8
    overlap: 4
    implicitWidth: 300
    cascade: true
    delegate: MenuRow {}
    background: Sheet {
        implicitWidth: 300
    }
}
