// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// What the blueprint says in figures: those to begin with, the charts, and every number there is.
FocusScope {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner

    // Somebody wants to see these on the drawing: objects {kind, id}.
    signal chosen(var elements)
    signal leaveRequested

    // Scrolls as far as needed to show an item of the page.
    function reveal(item: Item) {
        if (item === null || item === list)
            return;
        const top = item.mapToItem(list.contentItem, 0, 0).y;
        const bottom = top + Math.min(item.height, list.height - 32);
        if (top < list.contentY + 16)
            list.contentY = Math.max(list.originY - list.topMargin, top - 16);
        else if (bottom > list.contentY + list.height - 16)
            list.contentY = bottom - list.height + 16;
    }
    function isWithin(item: Item): bool {
        for (let at = item; at !== null; at = at.parent) {
            if (at === board)
                return true;
        }
        return false;
    }

    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: if (visible && isWithin(focused))
        reveal(focused)
    focus: true
    objectName: "numbersPage"
    Keys.onEscapePressed: root.leaveRequested()

    NumbersModel {
        id: numbers

        document: root.document
        checkRunner: root.checkRunner
        active: root.visible
    }
    ListView {
        id: list

        readonly property real pageWidth: Math.min(1520, width - 48)
        // How high the board was when the list was last moved to its top.
        property real shownMargin: 0
        readonly property real pageX: Math.round((width - pageWidth) / 2)

        anchors.fill: parent
        topMargin: board.implicitHeight
        bottomMargin: 24
        onTopMarginChanged: {
            if (contentY <= 1 - shownMargin)
                contentY = -topMargin;
            shownMargin = topMargin;
        }
        objectName: "numbersList"
        focus: true
        clip: true
        visible: numbers.ready
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        reuseItems: false
        cacheBuffer: 600
        model: numbers.table
        currentIndex: -1
        highlightFollowsCurrentItem: false
        ScrollBar.vertical: ThinScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Every number")
        Keys.onDownPressed: {
            list.currentIndex = Math.min(list.currentIndex + 1, list.count - 1);
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        }
        Keys.onUpPressed: {
            list.currentIndex = Math.max(list.currentIndex - 1, 0);
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        }
        Keys.onReturnPressed: (list.currentItem as NumberLine)?.act()
        Keys.onSpacePressed: (list.currentItem as NumberLine)?.toggle()

        delegate: NumberLine {
            width: list.width
            inset: list.pageX
            last: index === list.count - 1
            current: list.activeFocus && index === list.currentIndex
            onChosen: elements => root.chosen(elements)
        }
        // A header of the list cannot use the ids of this file in Qt 6.4, so that the board stands above the first row.
        NumbersBoard {
            id: board

            parent: list.contentItem
            y: -height
            width: list.width
            height: implicitHeight
            pageWidth: list.pageWidth
            numbers: numbers
            title: root.document.title
            onChosen: elements => root.chosen(elements)
            onLeaveRequested: root.leaveRequested()
        }
    }
}
