// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// None to much, 0 to 3, or not known.
ModeSwitch {
    id: root

    property int rating: -1

    signal rated(int rating)

    compact: true
    value: String(rating)
    options: [
        {
            value: "-1",
            text: "?",
            hint: qsTr("Not known")
        },
        {
            value: "0",
            text: "0",
            hint: qsTr("None")
        },
        {
            value: "1",
            text: "1",
            hint: qsTr("Little")
        },
        {
            value: "2",
            text: "2",
            hint: qsTr("Some")
        },
        {
            value: "3",
            text: "3",
            hint: qsTr("Much")
        }
    ]
    onChosen: value => root.rated(parseInt(value))
}
