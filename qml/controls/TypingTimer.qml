// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Started with every letter, it is time to keep what is typed: little of it is ever on the screen alone.
Timer {
    interval: 900
}
