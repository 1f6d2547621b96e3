// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Throughline

// A text of the window; size and tone by name.
Text {
    id: root

    property string tone: "body"
    // A screen reader comes to it by itself; not where it stands on a button, whose name says it.
    property bool spoken: !isOnButton()

    function isOnButton(): bool {
        let part = root as Item;
        for (let above = root.parent; above !== null; above = above.parent) {
            const button = above as T.AbstractButton;
            if (button !== null)
                return button.contentItem === part || button.background === part;
            part = above;
        }
        return false;
    }

    font.family: Theme.family
    font.pixelSize: Theme.normal
    color: tone === "ink" ? Theme.ink : tone === "muted" ? Theme.muted : tone === "error" ? Theme.errorText : Theme.body
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: !spoken || text.length === 0
}
