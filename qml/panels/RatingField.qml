// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// None to much in a form.
RatingInput {
    id: root

    required property FieldRow field

    rating: field.value === undefined ? -1 : field.value
    onRated: rating => field.put(rating)
}
