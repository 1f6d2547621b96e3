// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// A hairline.
Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.hairline
}
