// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// Yes or no in a form.
CheckField {
    id: root

    required property FieldRow field

    text: field.label
    tristate: false
    checkState: field.mixed ? Qt.PartiallyChecked : field.value ? Qt.Checked : Qt.Unchecked
    nextCheckState: () => checkState
    onClicked: field.put(checkState !== Qt.Checked)
}
