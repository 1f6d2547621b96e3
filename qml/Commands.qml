// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline.App

// Every command of the window, once: menus, buttons and keys all use these.
Item {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner
    required property CanvasItem canvas
    // The numbers stand in the place of the drawing.
    property bool numbersShown: false
    // There is a drawing in sight to work on.
    readonly property bool drawing: document.isOpen && !numbersShown
    // A text is being typed, whose keys change nothing in the drawing. The field of the command palette is none: it shows
    // the keys of the drawing.
    property bool choosing: false
    readonly property bool typing: !choosing && (Window.activeFocusItem instanceof TextInput || Window.activeFocusItem instanceof TextEdit)
    required property SafeFixer safeFixer
    required property ViewsModel views
    readonly property bool cardsSelected: selects("card")

    // Whether something of a kind is selected in the drawing.
    function selects(kind: string): bool {
        return drawing && Array.from(document.selectedKinds).includes(kind);
    }

    // For keys that mean something else, or nothing, to a text. Their shortcuts do not come and go: Qt 6.4 lets a
    // shortcut that is set anew reach through every dialog.
    function unlessTyping(run: var) {
        if (!typing)
            run();
    }

    readonly property alias newDocument: newAction
    readonly property alias open: openAction
    readonly property alias save: saveAction
    readonly property alias saveAs: saveAsAction
    readonly property alias versions: versionsAction
    readonly property alias importBpmn: importAction
    readonly property alias exportPdf: exportPdfAction
    readonly property alias exportPicture: exportPictureAction
    readonly property alias closeDocument: closeAction
    readonly property alias quit: quitAction
    readonly property alias undo: undoAction
    readonly property alias redo: redoAction
    readonly property alias selectAll: selectAllAction
    readonly property alias remove: removeAction
    readonly property alias cut: cutAction
    readonly property alias copy: copyAction
    readonly property alias paste: pasteAction
    readonly property alias copyPng: copyPngAction
    readonly property alias copySvg: copySvgAction
    readonly property alias duplicate: duplicateAction
    readonly property alias rename: renameAction
    readonly property alias details: detailsAction
    readonly property alias find: findAction
    readonly property alias replace: replaceAction
    readonly property alias attach: attachAction
    readonly property alias openAttachment: openAttachmentAction
    readonly property alias addLane: addLaneAction
    readonly property alias addStep: addStepAction
    readonly property alias addPhase: addPhaseAction
    readonly property alias zoomIn: zoomInAction
    readonly property alias zoomOut: zoomOutAction
    readonly property alias zoom100: zoom100Action
    readonly property alias fit: fitAction
    readonly property alias zoomToSelection: zoomToSelectionAction
    readonly property alias trace: traceAction
    readonly property alias map: mapAction
    readonly property alias whatToShow: whatToShowAction
    readonly property alias showEverything: showEverythingAction
    readonly property alias hideLane: hideLaneAction
    readonly property alias fold: foldAction
    readonly property alias panel: panelAction
    readonly property alias textPane: textPaneAction
    readonly property alias requestTable: requestTableAction
    readonly property alias ask: askAction
    readonly property alias check: checkAction
    readonly property alias nextFinding: nextFindingAction
    readonly property alias previousFinding: previousFindingAction
    readonly property alias numbers: numbersAction
    readonly property alias mend: mendAction
    readonly property alias accept: acceptAction
    readonly property alias fixSafe: fixSafeAction
    readonly property alias rules: rulesAction
    readonly property alias present: presentAction
    readonly property alias house: houseAction
    readonly property alias requests: requestsAction
    readonly property alias palette: paletteAction
    readonly property alias shortcuts: shortcutsAction
    readonly property alias about: aboutAction

    // The last change, or the next one to do again, is what was typed in the text beside the drawing.
    property bool typedLast: false
    property bool typedTakenBack: false

    signal typedUndoRequested
    signal typedRedoRequested
    signal newRequested
    signal openRequested
    signal saveRequested
    signal saveAsRequested
    signal versionsRequested
    signal importRequested
    signal exportRequested(string ending)
    signal copyPictureRequested(string kind)
    signal closeRequested
    signal quitRequested
    signal detailsRequested
    signal findRequested(bool replacing)
    signal whatToShowRequested
    signal findingRequested(int delta)
    signal numbersRequested
    signal fixesRequested
    signal acceptRequested
    signal rulesRequested
    signal presentRequested
    signal houseRequested(string kind)
    signal askRequested
    signal attachRequested
    signal paletteRequested
    signal shortcutsRequested
    signal aboutRequested

    Action {
        id: newAction

        text: qsTr("New…")
        shortcut: "Ctrl+N"
        onTriggered: root.newRequested()
    }
    Action {
        id: openAction

        text: qsTr("Open…")
        shortcut: "Ctrl+O"
        onTriggered: root.openRequested()
    }
    Action {
        id: saveAction

        text: qsTr("Save")
        shortcut: "Ctrl+S"
        enabled: root.document.isOpen
        onTriggered: root.saveRequested()
    }
    Action {
        id: saveAsAction

        text: qsTr("Save as…")
        shortcut: "Ctrl+Shift+S"
        enabled: root.document.isOpen
        onTriggered: root.saveAsRequested()
    }
    Action {
        id: versionsAction

        text: qsTr("Versions…")
        shortcut: "Ctrl+Shift+H"
        enabled: root.document.isOpen && root.document.fileName.length > 0
        onTriggered: root.versionsRequested()
    }
    Action {
        id: importAction

        text: qsTr("Import BPMN…")
        shortcut: "Ctrl+I"
        onTriggered: root.importRequested()
    }
    Action {
        id: exportPdfAction

        text: qsTr("Export PDF…")
        shortcut: "Ctrl+P"
        enabled: root.document.isOpen
        onTriggered: root.exportRequested("pdf")
    }
    Action {
        id: exportPictureAction

        text: qsTr("Export picture or text…")
        shortcut: "Ctrl+Shift+P"
        enabled: root.document.isOpen
        onTriggered: root.exportRequested("png")
    }
    Action {
        id: closeAction

        text: qsTr("Close blueprint")
        shortcut: "Ctrl+W"
        enabled: root.document.isOpen
        onTriggered: root.closeRequested()
    }
    Action {
        id: quitAction

        text: qsTr("Quit")
        shortcut: "Ctrl+Q"
        onTriggered: root.quitRequested()
    }
    Action {
        id: undoAction

        text: root.typedLast ? qsTr("Undo what was typed") : root.document.canUndo ? qsTr("Undo “%1”").arg(root.document.undoText) : qsTr("Undo")
        shortcut: "Ctrl+Z"
        enabled: root.typedLast || root.document.canUndo
        onTriggered: {
            if (root.typedLast)
                root.typedUndoRequested();
            else
                root.document.undo();
        }
    }
    Action {
        id: redoAction

        text: root.typedTakenBack ? qsTr("Redo what was typed") : root.document.canRedo ? qsTr("Redo “%1”").arg(root.document.redoText) : qsTr("Redo")
        shortcut: "Ctrl+Shift+Z"
        enabled: root.typedTakenBack || root.document.canRedo
        onTriggered: {
            if (root.typedTakenBack)
                root.typedRedoRequested();
            else
                root.document.redo();
        }
    }
    Shortcut {
        sequence: "Ctrl+Y"
        enabled: redoAction.enabled
        onActivated: redoAction.trigger()
    }
    Action {
        id: selectAllAction

        text: qsTr("Select all")
        shortcut: "Ctrl+A"
        enabled: root.drawing
        onTriggered: root.canvas.perform("select-all")
    }
    Action {
        id: removeAction

        text: qsTr("Delete")
        shortcut: "Delete"
        enabled: root.drawing && root.document.selectionCount > 0
        onTriggered: root.canvas.perform("delete")
    }
    Action {
        id: cutAction

        text: qsTr("Cut")
        shortcut: "Ctrl+X"
        enabled: root.cardsSelected
        onTriggered: root.canvas.perform("cut")
    }
    Action {
        id: copyAction

        text: qsTr("Copy")
        shortcut: "Ctrl+C"
        enabled: root.cardsSelected
        onTriggered: root.canvas.perform("copy")
    }
    Action {
        id: pasteAction

        text: qsTr("Paste")
        shortcut: "Ctrl+V"
        enabled: root.drawing
        onTriggered: root.canvas.perform("paste")
    }
    Action {
        id: copyPngAction

        text: root.cardsSelected ? qsTr("Copy selection as PNG") : qsTr("Copy as PNG")
        shortcut: "Ctrl+Shift+C"
        enabled: root.document.isOpen
        onTriggered: root.copyPictureRequested("png")
    }
    Action {
        id: copySvgAction

        text: root.cardsSelected ? qsTr("Copy selection as SVG") : qsTr("Copy as SVG")
        enabled: root.document.isOpen
        onTriggered: root.copyPictureRequested("svg")
    }
    Action {
        id: duplicateAction

        text: qsTr("Duplicate")
        shortcut: "Ctrl+D"
        enabled: root.drawing && root.document.selectionCount > 0
        onTriggered: root.unlessTyping(() => root.canvas.perform("duplicate"))
    }
    Action {
        id: renameAction

        text: qsTr("Rename")
        shortcut: "F2"
        enabled: root.drawing && root.document.selectionCount === 1
        onTriggered: root.unlessTyping(() => root.canvas.beginEdit(root.document.selection[0].kind, root.document.selection[0].id))
    }
    Action {
        id: detailsAction

        text: qsTr("All details…")
        shortcut: "Alt+Return"
        enabled: root.drawing
        onTriggered: root.unlessTyping(root.detailsRequested)
    }
    Action {
        id: findAction

        text: qsTr("Find…")
        shortcut: "Ctrl+F"
        enabled: root.drawing
        onTriggered: root.findRequested(false)
    }
    Action {
        id: replaceAction

        text: qsTr("Find and replace…")
        shortcut: "Ctrl+H"
        enabled: root.drawing
        onTriggered: root.findRequested(true)
    }
    Action {
        id: attachAction

        text: qsTr("Attach files…")
        enabled: root.cardsSelected && root.document.selectionCount === 1
        onTriggered: root.attachRequested()
    }
    Action {
        id: openAttachmentAction

        text: qsTr("Open attachment")
        shortcut: "Ctrl+Shift+O"
        enabled: root.cardsSelected
        onTriggered: root.canvas.perform("open-attachment")
    }
    Action {
        id: addLaneAction

        text: qsTr("Add lane")
        shortcut: "Shift+Insert"
        enabled: root.drawing
        onTriggered: root.unlessTyping(() => root.canvas.perform("insert-lane"))
    }
    Action {
        id: addStepAction

        text: qsTr("Add step")
        shortcut: "Insert"
        enabled: root.drawing
        onTriggered: root.unlessTyping(() => root.canvas.perform("insert-step"))
    }
    Action {
        id: addPhaseAction

        text: qsTr("Add phase")
        shortcut: "Ctrl+Insert"
        enabled: root.drawing
        onTriggered: root.unlessTyping(() => root.canvas.perform("insert-phase"))
    }
    Action {
        id: zoomInAction

        text: qsTr("Zoom in")
        shortcut: "Ctrl++"
        enabled: root.drawing
        onTriggered: root.canvas.zoomIn()
    }
    Shortcut {
        sequence: "Ctrl+="
        enabled: zoomInAction.enabled
        onActivated: zoomInAction.trigger()
    }
    Action {
        id: zoomOutAction

        text: qsTr("Zoom out")
        shortcut: "Ctrl+-"
        enabled: root.drawing
        onTriggered: root.canvas.zoomOut()
    }
    Action {
        id: zoom100Action

        text: qsTr("Actual size")
        shortcut: "Ctrl+0"
        enabled: root.drawing
        onTriggered: root.canvas.zoomTo100()
    }
    Action {
        id: fitAction

        text: qsTr("Fit the whole blueprint")
        shortcut: "Ctrl+1"
        enabled: root.drawing
        onTriggered: root.canvas.fitAll()
    }
    Action {
        id: zoomToSelectionAction

        text: qsTr("Zoom to selection")
        shortcut: "Ctrl+2"
        enabled: root.drawing && root.document.selectionCount > 0
        onTriggered: root.canvas.zoomToSelection()
    }
    Action {
        id: traceAction

        text: qsTr("Trace the selection")
        shortcut: "Ctrl+T"
        enabled: root.drawing
        checkable: true
        checked: root.canvas.tracing
        onTriggered: root.canvas.tracing = !root.canvas.tracing
    }
    Action {
        id: mapAction

        text: qsTr("Map of the blueprint")
        shortcut: "Ctrl+M"
        enabled: root.drawing
        checkable: true
        checked: AppSettings.mapVisible
        onTriggered: AppSettings.mapVisible = !AppSettings.mapVisible
    }
    Action {
        id: whatToShowAction

        text: qsTr("What to show…")
        shortcut: "Ctrl+Shift+V"
        enabled: root.drawing
        onTriggered: root.whatToShowRequested()
    }
    Action {
        id: showEverythingAction

        text: qsTr("Show everything")
        shortcut: "Ctrl+Shift+E"
        enabled: root.drawing && root.views.active
        onTriggered: root.views.showEverything()
    }
    Action {
        id: hideLaneAction

        text: qsTr("Hide lane")
        shortcut: "Ctrl+Shift+G"
        enabled: root.selects("lane") || root.cardsSelected
        onTriggered: root.unlessTyping(() => root.views.hideLanes())
    }
    Action {
        id: foldAction

        readonly property string what: root.drawing && root.document.undoText.length >= 0 && root.document.selectedKinds.length > 0 ? root.views.foldText() : ""

        text: what.length > 0 ? what : qsTr("Fold lane or phase")
        shortcut: "Ctrl+G"
        enabled: what.length > 0
        onTriggered: root.unlessTyping(() => root.views.toggleFold())
    }
    Repeater {
        model: Math.min(root.views.names.length, 9)

        Item {
            id: viewKey

            required property int index

            Shortcut {
                sequence: "Alt+%1".arg(viewKey.index + 1)
                enabled: root.drawing
                onActivated: root.views.show(root.views.names[viewKey.index])
            }
        }
    }
    Action {
        id: panelAction

        text: qsTr("Panel at the right")
        shortcut: "F9"
        checkable: true
        checked: AppSettings.panelVisible
        onTriggered: AppSettings.panelVisible = !AppSettings.panelVisible
    }
    Action {
        id: askAction

        text: qsTr("Ask and watch…")
        shortcut: "F6"
        enabled: root.drawing
        onTriggered: root.askRequested()
    }
    Action {
        id: textPaneAction

        text: qsTr("Text beside the drawing")
        shortcut: "Ctrl+Shift+T"
        enabled: root.drawing
        checkable: true
        checked: AppSettings.textVisible
        onTriggered: AppSettings.textVisible = !AppSettings.textVisible
    }
    Action {
        id: requestTableAction

        text: qsTr("Who can answer what")
        shortcut: "F7"
        enabled: root.drawing
        checkable: true
        checked: AppSettings.requestsVisible
        onTriggered: AppSettings.requestsVisible = !AppSettings.requestsVisible
    }
    Action {
        id: checkAction

        text: qsTr("Check while drawing")
        shortcut: "Ctrl+Shift+K"
        checkable: true
        checked: AppSettings.checkEnabled
        onTriggered: AppSettings.checkEnabled = !AppSettings.checkEnabled
    }
    Action {
        id: nextFindingAction

        text: qsTr("Next finding")
        shortcut: "F8"
        enabled: root.checkRunner.count > 0
        onTriggered: root.findingRequested(1)
    }
    Action {
        id: previousFindingAction

        text: qsTr("Previous finding")
        shortcut: "Shift+F8"
        enabled: root.checkRunner.count > 0
        onTriggered: root.findingRequested(-1)
    }
    Action {
        id: numbersAction

        text: qsTr("Numbers")
        shortcut: "Ctrl+Shift+N"
        checkable: true
        checked: root.numbersShown
        enabled: root.document.isOpen
        onTriggered: root.numbersRequested()
    }
    Action {
        id: mendAction

        text: qsTr("Ways to mend the finding")
        shortcut: "Ctrl+."
        enabled: root.checkRunner.count > 0
        onTriggered: root.fixesRequested()
    }
    Action {
        id: acceptAction

        text: qsTr("Accept the finding…")
        shortcut: "Ctrl+Shift+A"
        enabled: root.checkRunner.count > 0
        onTriggered: root.acceptRequested()
    }
    Action {
        id: fixSafeAction

        text: qsTr("Fix all that is safe")
        shortcut: "Ctrl+Shift+F"
        enabled: root.safeFixer.available
        onTriggered: root.safeFixer.apply()
    }
    Action {
        id: rulesAction

        text: qsTr("Rules of the check…")
        shortcut: "Ctrl+Shift+L"
        enabled: root.document.isOpen
        onTriggered: root.rulesRequested()
    }
    Action {
        id: presentAction

        text: qsTr("Present")
        shortcut: "F5"
        enabled: root.document.isOpen
        onTriggered: root.presentRequested()
    }
    Action {
        id: houseAction

        text: qsTr("Departments and roles…")
        shortcut: "Ctrl+Shift+D"
        enabled: root.document.isOpen
        onTriggered: root.houseRequested("role")
    }
    Action {
        id: requestsAction

        text: qsTr("Requests and data…")
        shortcut: "Ctrl+Shift+R"
        enabled: root.document.isOpen
        onTriggered: root.houseRequested("request")
    }
    Action {
        id: paletteAction

        text: qsTr("Commands and places…")
        shortcut: "Ctrl+K"
        onTriggered: root.paletteRequested()
    }
    Action {
        id: shortcutsAction

        text: qsTr("Keys…")
        shortcut: "F1"
        onTriggered: root.shortcutsRequested()
    }
    Action {
        id: aboutAction

        text: qsTr("About Throughline…")
        onTriggered: root.aboutRequested()
    }
}
