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
    // No text is smaller than this.
    readonly property real smallestText: Math.ceil(height / 45)
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
    color: "#15171F"
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
                canvas.frame(stops.elements, 0.86, root.smallestText, 600);
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
            showHeaders: true
            showBadges: true
            textScale: Math.max(1, root.smallestText / 11)
            smallestText: root.smallestText
            theme: "projector"
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
            anchors.fill: parent
            cursorShape: Qt.BlankCursor
            acceptedButtons: Qt.LeftButton | Qt.RightButton
            onClicked: mouse => mouse.button === Qt.RightButton ? stops.previous() : stops.next()
        }
        PresentCaption {
            id: caption

            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.round(parent.height * 0.26)
            stops: stops
            smallestText: root.smallestText
            severalScreens: Screens.count > 1
        }
    }
}
