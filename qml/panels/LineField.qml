// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// One line of text, or a number, of a form.
LineInput {
    id: root

    required property FieldRow field

    value: field.text()
    wrong: field.error.length > 0
    placeholderText: field.placeholder
    horizontalAlignment: field.type === "number" ? TextInput.AlignRight : TextInput.AlignLeft
    inputMethodHints: field.type === "number" ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
    Accessible.name: field.label
    onCommitted: text => field.putTyped(text)
    onTyped: text => field.keepTyped(text)
    onReverted: field.form.discard(field.key)

    Connections {
        target: root.field.form

        function onAboutToChange() {
            root.commit();
        }
        function onElementsChanged() {
            root.began = root.value;
        }
    }
}
