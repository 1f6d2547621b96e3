// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Scrolls a view so that what has the keyboard in it is in sight, its top before its bottom.
Item {
    id: root

    required property Flickable view
    property real margin: 24
    readonly property Item focused: Window.activeFocusItem

    function isWithin(item: Item): bool {
        for (let at = item; at !== null; at = at.parent) {
            if (at === view.contentItem)
                return true;
        }
        return false;
    }
    // With so much room above and below it.
    function reveal(item: Item, above: real, below: real) {
        const top = item.mapToItem(view.contentItem, 0, 0).y - above;
        const bottom = top + above + item.height + below;
        const from = view.originY - view.topMargin;
        const to = view.originY + view.contentHeight + view.bottomMargin - view.height;
        const y = Math.min(top, Math.max(view.contentY, bottom - view.height));
        view.contentY = Math.max(from, Math.min(y, to));
    }

    onFocusedChanged: if (view.visible && isWithin(focused))
        reveal(focused, margin, margin)
}
