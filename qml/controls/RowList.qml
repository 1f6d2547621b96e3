// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

// A list of rows that scrolls. It makes no rows ahead in idle time: where the rows change while Qt 6.4 makes one so,
// parts of it can be made when it is gone, and that crashes.
ListView {
    // Rows so far out of sight are there all the same, for who has the screen read; in pixels.
    property int beyond: 0

    displayMarginBeginning: beyond
    displayMarginEnd: beyond
    cacheBuffer: 0
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    ScrollBar.vertical: ThinScrollBar {}
}
