// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
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

    function isWithin(item: Item): bool {
        for (let at = item; at !== null; at = at.parent) {
            if (at === board)
                return true;
        }
        return false;
    }

    readonly property Item focused: Window.activeFocusItem
    focus: true
    objectName: "numbersPage"
    Keys.onEscapePressed: root.leaveRequested()
    // Where nothing on the page has the keyboard yet, Tab begins at its top.
    Keys.onTabPressed: event => {
        event.accepted = !isWithin(focused);
        if (event.accepted)
            board.takeFocus();
    }

    NumbersModel {
        id: numbers

        document: root.document
        checkRunner: root.checkRunner
        active: root.visible
    }
    RowList {
        id: list

        readonly property real pageWidth: Math.min(1520, width - 48)
        // The keyboard is on the rows. Tab comes to them by their head, which stands after the charts.
        readonly property bool walked: activeFocus && (board.sheetFocused || !root.isWithin(root.focused))
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
        visible: numbers.ready
        model: numbers.table
        currentIndex: -1
        highlightFollowsCurrentItem: false
        beyond: 600

        FollowFocus {
            view: list
            margin: 16
        }
        Accessible.name: qsTr("Every number")
        Accessible.description: (list.currentItem as NumberLine)?.words ?? ""
        Keys.onDownPressed: {
            board.goToSheet();
            list.currentIndex = Math.min(list.currentIndex + 1, list.count - 1);
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        }
        Keys.onUpPressed: {
            board.goToSheet();
            list.currentIndex = Math.max(list.currentIndex - 1, 0);
            list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        }
        Keys.onReturnPressed: (list.currentItem as NumberLine)?.act()
        Keys.onSpacePressed: (list.currentItem as NumberLine)?.toggle()

        delegate: NumberLine {
            width: list.width
            inset: list.pageX
            last: index === list.count - 1
            current: list.walked && index === list.currentIndex
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
            sheetWords: (list.currentItem as NumberLine)?.words ?? ""
            onChosen: elements => root.chosen(elements)
            onLeaveRequested: root.leaveRequested()
        }
    }
}
