// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// One of a list in a form, or a new one.
PickInput {
    id: root

    required property FieldRow field

    choices: field.choices
    source: field.offers ? field.form : null
    key: field.key
    creates: field.creates
    value: field.text()
    placeholder: field.placeholder
    wrong: field.error.length > 0
    Accessible.name: field.label
    onPicked: value => field.put(value)
}
