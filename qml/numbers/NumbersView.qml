// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// The numbers in the place of the drawing. The page with its charts is made when it is first shown and then kept.
FocusScope {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner

    // Somebody wants to see these on the drawing: objects {kind, id}.
    signal chosen(var elements)
    signal leaveRequested

    function takeFocus() {
        page.forceActiveFocus(Qt.TabFocusReason);
    }

    onVisibleChanged: if (visible && page.status === Loader.Null)
        page.setSource("NumbersPage.qml", {
            document: root.document,
            checkRunner: root.checkRunner
        })

    Rectangle {
        anchors.fill: parent
        color: Theme.desk
    }
    Loader {
        id: page

        anchors.fill: parent
        focus: true
    }
    Connections {
        target: page.item
        ignoreUnknownSignals: true

        function onChosen(elements: var) {
            root.chosen(elements);
        }
        function onLeaveRequested() {
            root.leaveRequested();
        }
    }
}
