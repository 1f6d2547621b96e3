// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// What a role does about requests, in a form.
CapabilitiesInput {
    id: root

    required property FieldRow field

    rows: field.value === undefined || field.value === null ? [] : field.value
    offers: field.choices.length > 0 ? field.choices[0] : ({})
    onChanged: rows => field.put(rows)
}
