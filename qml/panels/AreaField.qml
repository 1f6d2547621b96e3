// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// Several lines of text of a form.
AreaInput {
    id: root

    required property FieldRow field

    implicitHeight: Math.max(field.key === "title" ? Theme.controlHeight : 64, contentHeight + topPadding + bottomPadding)
    value: field.text()
    wrong: field.error.length > 0
    placeholderText: field.placeholder
    Accessible.name: field.label
    onCommitted: text => field.putTyped(text)

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
