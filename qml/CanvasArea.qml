// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// The drawing with what floats over it: the text being typed and the menus of its elements.
FocusScope {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner
    required property ViewsModel views
    required property Attacher attacher
    required property Commands commands
    readonly property alias canvas: canvas

    // Keeps what is being typed, which goes on being typed.
    function keepTyped() {
        if (editor.visible && !editor.ending)
            canvas.keepEdit(editor.text);
    }

    signal findingActivated(string key)
    signal askRequested
    signal attachRequested

    CanvasItem {
        id: canvas

        anchors.fill: parent
        objectName: "canvas"
        focus: true
        activeFocusOnTab: true
        document: root.document
        checkRunner: root.checkRunner
        theme: Theme.drawing
        filter: root.views.filter
        reducedMotion: AppSettings.reducedMotion
        textScale: AppSettings.textScale
        Accessible.role: Accessible.Canvas
        Accessible.name: qsTr("Blueprint")
        Accessible.description: canvas.description
        onFindingActivated: key => root.findingActivated(key)
        onAttachmentActivated: (name, target) => root.attacher.open(name, target)
        onEditRequested: (ref, rect, text, fontPx, firstKey) => editor.begin(ref, rect, text, fontPx, firstKey, canvas.editLook)
        onEditMoved: (rect, fontPx) => editor.move(rect, fontPx, canvas.editLook)
        onEditFinishing: editor.leave()
        onEditingChanged: {
            if (!canvas.editing && editor.visible)
                editor.end();
        }
        onLanesWanted: lanes => root.views.showLanes(lanes)
        onContextMenuRequested: (ref, pos) => menu.showFor(ref, pos)
    }

    FocusRing {
        anchors.margins: 1
        radius: 0
        shown: canvas.focusUnmarked
    }
    MiniMapView {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 12
        canvas: canvas
    }

    Item {
        x: canvas.tipPlace.x
        y: canvas.tipPlace.y

        Hint {
            objectName: "canvasTip"
            visible: canvas.tip.length > 0
            text: canvas.tip
            shortcut: canvas.tipFolds ? Keyboard.nativeText("Ctrl+G") : ""
            x: -width / 2
            y: 18
        }
    }

    // What is typed in the grid is cut off where the grid is.
    Item {
        id: editorFrame

        readonly property bool inGrid: editor.element !== null && (editor.element.kind === "card" || editor.element.kind === "connection")

        x: inGrid ? canvas.headerWidth : 0
        y: inGrid ? canvas.headerHeight : 0
        width: parent.width - x
        height: parent.height - y
        clip: true

        TitleEditor {
            id: editor

            x: place.x - editorFrame.x
            y: place.y - editorFrame.y
            onCommitted: (text, key) => {
                canvas.commitEdit(text, key);
                // The next name may be asked for already.
                if (!canvas.editing)
                    canvas.forceActiveFocus();
            }
            onTyped: text => canvas.keepTyping(text)
            onLeaving: text => {
                // Whoever comes back to the drawing comes back to the canvas.
                if (editor.focus)
                    canvas.focus = true;
                canvas.leaveEdit(text);
            }
            onCancelled: {
                canvas.cancelEdit();
                canvas.forceActiveFocus();
            }
        }
    }

    ElementMenu {
        id: menu

        document: root.document
        canvas: canvas
        views: root.views
        commands: root.commands
        attacher: root.attacher
        onAskRequested: root.askRequested()
        onAttachRequested: root.attachRequested()
    }
}
