// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// What is asked for of one kind, as chips below its name.
FocusScope {
    id: root

    required property string title
    required property string empty
    property var choices: []
    property var chosen: []

    signal picked(var values)

    implicitHeight: field.y + field.height

    Caption {
        id: caption

        text: root.title
        tone: "muted"
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
    }
    TagsInput {
        id: field

        y: caption.height + 2
        width: root.width
        focus: true
        choices: root.choices
        value: root.chosen
        name: root.title
        placeholder: root.empty
        onChanged: value => root.picked(value)
    }
}
