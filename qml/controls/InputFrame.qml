// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// The frame of everything one can type in or choose from.
Rectangle {
    property bool active: false
    property bool hovered: false
    property bool wrong: false
    property bool available: true

    radius: 6
    color: available ? Theme.raised : Theme.sunken
    border.width: active || wrong ? 2 : 1
    border.color: wrong ? Theme.errorText : active ? Theme.focus : hovered ? Theme.outline : Theme.hairline
}
