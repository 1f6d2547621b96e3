// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// A text of the window; size and tone by name.
Text {
    property string tone: "body"

    font.family: Theme.family
    font.pixelSize: Theme.normal
    color: tone === "ink" ? Theme.ink : tone === "muted" ? Theme.muted : tone === "error" ? Theme.errorText : Theme.body
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
}
