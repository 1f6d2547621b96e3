// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// The presentation: the whole screen, the blueprint and a caption, nothing else. Arrow keys, Page Up and Page Down and
// with them every presentation remote walk the stops; Escape leaves.
Window {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner
    // What of the document is shown.
    required property ViewsModel views
    // The window one came from; several screens are chosen from its own.
    required property Window near
    // No text of the caption is smaller than this, and no name of a lane or phase, unless the names of the lanes would
    // take more than a quarter of the width.
    readonly property real smallestText: Math.ceil(height / 45 * AppSettings.textScale)
    readonly property real headerScale: Math.max(1, Math.min(smallestText / 13, width / 4 / 176))
    // Words on cards may be, so that what a stop is about is in sight together; below this too little would be told.
    readonly property real smallestOnCards: 2.5
    // Words are drawn down to this; what is smaller is told by bars.
    readonly property real smallestDrawn: 4
    property bool spotlightOn: true

    function begin(findingKey: string) {
        checkRunner.runNow();
        stops.index = stops.stopOf(findingKey);
        Screens.place(root, near);
        root.showFullScreen();
        root.requestActivate();
        stage.forceActiveFocus();
        arrival.restart();
    }
    function leave() {
        root.close();
        near.requestActivate();
    }
    function moveToNextScreen() {
        root.hide();
        Screens.moveToNext(root);
        root.showFullScreen();
        arrival.restart();
    }

    objectName: "presentWindow"
    visible: false
    color: caption.color
    title: qsTr("%1 – presentation").arg(document.title)
    flags: Qt.Window

    PresentModel {
        id: stops

        checkRunner: root.visible ? root.checkRunner : null
        views: root.views
        onIndexChanged: arrival.restart()
    }

    // The window has its size and the stop its texts when the camera sets out.
    Timer {
        id: arrival

        interval: 0
        onTriggered: stage.showStop()
    }
    onWidthChanged: arrival.restart()
    onHeightChanged: arrival.restart()

    FocusScope {
        id: stage

        function showStop() {
            if (!root.visible)
                return;
            canvas.filter = root.views.filter;
            canvas.spotlight = root.spotlightOn ? stops.lit : [];
            canvas.currentFindingKey = stops.findingKey;
            if (stops.kind === "overview")
                canvas.fitAll();
            else
                canvas.frame(stops.elements, 0.92, root.smallestOnCards, root.smallestText, 600);
        }

        anchors.fill: parent
        focus: true
        Keys.onPressed: event => {
            event.accepted = true;
            switch (event.key) {
            case Qt.Key_Right:
            case Qt.Key_Down:
            case Qt.Key_PageDown:
            case Qt.Key_Return:
            case Qt.Key_Enter:
            case Qt.Key_Forward:
                stops.next();
                break;
            case Qt.Key_Left:
            case Qt.Key_Up:
            case Qt.Key_PageUp:
            case Qt.Key_Backspace:
            case Qt.Key_Back:
                stops.previous();
                break;
            case Qt.Key_Home:
                stops.index = 0;
                break;
            case Qt.Key_End:
                stops.index = stops.count - 1;
                break;
            case Qt.Key_Space:
                root.spotlightOn = !root.spotlightOn;
                showStop();
                break;
            case Qt.Key_S:
                root.moveToNextScreen();
                break;
            case Qt.Key_Escape:
                root.leave();
                break;
            default:
                event.accepted = false;
            }
        }

        CanvasItem {
            id: canvas

            objectName: "presentCanvas"
            width: parent.width
            height: parent.height - caption.height
            presenting: true
            // The caption is as tall as the words of a stop.
            onHeightChanged: arrival.restart()
            showHeaders: true
            showBadges: true
            textScale: root.headerScale
            smallestText: root.smallestDrawn
            theme: AppSettings.highContrast ? "contrast" : "projector"
            reducedMotion: AppSettings.reducedMotion
            dimming: root.spotlightOn && stops.lit.length > 0 ? 0.62 : 0
            document: root.visible ? root.document : null
            checkRunner: root.visible ? root.checkRunner : null
            Accessible.name: qsTr("Blueprint")

            Behavior on dimming {
                NumberAnimation {
                    duration: AppSettings.reducedMotion ? 0 : 300
                }
            }
        }
        MouseArea {
            id: pointing

            // Where the pointer was: what moves below it is no movement of its own.
            property point last: Qt.point(-1, -1)

            anchors.fill: parent
            hoverEnabled: true
            cursorShape: controls.wanted ? Qt.ArrowCursor : Qt.BlankCursor
            acceptedButtons: Qt.LeftButton | Qt.RightButton
            onClicked: mouse => mouse.button === Qt.RightButton ? stops.previous() : stops.next()
            onPositionChanged: mouse => {
                const far = last.x >= 0 && Math.abs(mouse.x - last.x) + Math.abs(mouse.y - last.y) > 3;
                if (far)
                    moved.restart();
                if (far || last.x < 0)
                    last = Qt.point(mouse.x, mouse.y);
            }
        }
        Timer {
            id: moved

            interval: 3000
        }
        PresentCaption {
            id: caption

            anchors.bottom: parent.bottom
            width: parent.width
            height: implicitHeight
            stops: stops
            smallestText: root.smallestText
            mostHeight: Math.round(parent.height * 0.52)
            severalScreens: Screens.count > 1
        }
        PresentControls {
            id: controls

            objectName: "presentControls"
            anchors.top: parent.top
            anchors.right: parent.right
            anchors.margins: Math.round(root.smallestText * 0.5)
            stops: stops
            side: Math.max(Theme.px(36), Math.round(root.smallestText * 1.8))
            called: moved.running
            onLeaveRequested: root.leave()
        }
    }
}
