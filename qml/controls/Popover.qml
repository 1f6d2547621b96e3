// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// A menu in the look of the window.
Menu {
    id: root

    padding: 4
    topPadding: 4
    bottomPadding: 4
    margins: 8
    overlap: 4
    // As wide as its widest entry, within reason: names of files have no end.
    implicitWidth: {
        let widest = 300;
        for (let i = 0; i < count; ++i) {
            const entry = itemAt(i);
            if (entry !== null && entry.visible)
                widest = Math.max(widest, entry.implicitWidth + leftPadding + rightPadding);
        }
        return Math.ceil(Math.min(widest, Theme.px(460)));
    }
    cascade: true
    delegate: MenuRow {}
    contentItem: RowList {
        implicitHeight: contentHeight
        // All rows are there, so that their height is known.
        beyond: 10000
        model: root.contentModel
        currentIndex: root.currentIndex
        interactive: contentHeight > height
        Accessible.ignored: true
        // Who sees a menu end looks no further.
        ScrollBar.vertical: ThinScrollBar {
            policy: size < 1.0 ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        }
    }
    background: Sheet {}
}
