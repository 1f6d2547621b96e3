// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

MenuSeparator {
    padding: 4
    leftPadding: 10
    rightPadding: 10
    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.hairline
    }
}
