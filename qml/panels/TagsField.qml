// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// Several of a list in a form.
TagsInput {
    id: root

    required property FieldRow field

    choices: field.choices
    source: field.offers ? field.form : null
    key: field.key
    value: field.value
    creates: field.creates
    placeholder: field.placeholder
    name: field.label
    onChanged: value => field.put(value)
}
