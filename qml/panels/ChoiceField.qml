// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// One of several in a form.
Choice {
    id: root

    required property FieldRow field

    options: field.choices
    source: field.offers ? field.form : null
    key: field.key
    value: field.mixed ? "(several)" : field.text()
    emptyText: field.placeholder
    wrong: field.error.length > 0
    Accessible.name: field.label
    onPicked: value => field.put(value)
}
