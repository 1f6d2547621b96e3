// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// All fields of a form, one below the other.
Flickable {
    id: root

    required property InspectorModel form
    property alias header: headerSlot.data

    function ensureVisible(item: Item) {
        if (!item)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        if (top < contentY + 8)
            contentY = Math.max(0, top - 24);
        else if (top + item.height > contentY + height - 8)
            contentY = Math.min(Math.max(0, contentHeight - height), top + item.height - height + 24);
    }
    function isWithin(item: Item): bool {
        for (let up = item; up; up = up.parent) {
            if (up === column)
                return true;
        }
        return false;
    }

    // To the first field, where there is one.
    function takeFocus() {
        const first = column.nextItemInFocusChain(true);
        if (isWithin(first))
            first.forceActiveFocus(Qt.TabFocusReason);
    }

    contentHeight: column.height + 32
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    ScrollBar.vertical: ThinScrollBar {}

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem;
            if (root.isWithin(item))
                root.ensureVisible(item);
        }
    }

    // A Column, because a layout of rows whose height follows from their width goes over them again and again.
    Column {
        id: column

        x: 16
        y: 16
        width: root.width - 32
        spacing: 12

        ColumnLayout {
            id: headerSlot

            width: column.width
            spacing: 8
        }
        Repeater {
            model: root.form

            FieldRow {
                width: column.width
                form: root.form
            }
        }
    }
}
