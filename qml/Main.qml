// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// The window of one blueprint.
ApplicationWindow {
    id: root

    // The file to open at once; empty: the start page.
    property url file
    property bool closing: false
    // A file was named and has not been opened yet.
    property bool starting: String(file).length > 0
    // What was asked for before there was something to save; nothing once that is answered.
    property var afterSaving: null
    // The numbers stand in the place of the drawing.
    property bool numbersShown: false

    // Keeps what is being typed in a title, a form or the text. Who types goes on where he was.
    function commitTyping() {
        canvasArea.keepTyped();
        const field = root.activeFocusItem;
        if (!canvasArea.canvas.editing && (field instanceof TextInput || field instanceof TextEdit)) {
            canvasArea.canvas.forceActiveFocus();
            field.forceActiveFocus();
        }
        textDock.readTyped();
    }
    // Does what would lose changes, now or after asking.
    function guarded(action: var) {
        commitTyping();
        if (!document.modified) {
            canvasArea.canvas.finishEdit();
            action();
            return;
        }
        afterSaving = action;
        unsavedDialog.open();
    }
    function save(): bool {
        commitTyping();
        if (document.fileName.length > 0)
            return document.save();
        saveDialog.askFor(exporter.proposedFile("blueprint"));
        return false;
    }
    function finishGuarded() {
        const action = afterSaving;
        afterSaving = null;
        if (action)
            action();
    }
    // Saved or not: what waited for it goes on only where nothing is left unsaved but a text with an error, of which the
    // question has said that it is lost.
    function goOn(saved: bool) {
        if (saved && (!document.modified || document.hasDraft))
            finishGuarded();
        else
            afterSaving = null;
    }
    function openFile(url: url) {
        guarded(() => {
            if (importer.isBpmn(url)) {
                starting = false;
                importer.begin(url);
            } else {
                document.open(url);
            }
        });
    }
    function newFrom(source: url) {
        guarded(() => {
            if (document.newFromTemplate(source))
                canvasArea.canvas.forceActiveFocus();
        });
    }
    function showFinding(key: string) {
        if (key.length === 0)
            return;
        if (numbersShown)
            showNumbers(false);
        // The view goes elsewhere: what is being typed is kept and ends.
        canvasArea.canvas.finishEdit();
        AppSettings.panelVisible = true;
        panel.currentKey = key;
        panel.showFinding(key);
        canvasArea.canvas.currentFindingKey = key;
        const evidence = findings.evidence(key);
        if (evidence.length > 0)
            canvasArea.canvas.flyTo(evidence);
    }
    // To the fields of what is selected. Later, because the menu it is chosen from gives the keyboard back as it closes.
    function showDetails() {
        if (numbersShown)
            showNumbers(false);
        AppSettings.panelVisible = true;
        panel.page = 0;
        detailsFocus.restart();
    }
    // The way back from wherever nothing else is to be left.
    function leaveToDrawing() {
        if (numbersShown)
            showNumbers(false);
        else if (document.isOpen)
            canvasArea.canvas.forceActiveFocus(Qt.TabFocusReason);
    }
    // To what is in sight, when the button that had the keyboard goes.
    function moveKeysOn() {
        if (numbersShown)
            numbersView.takeFocus();
        else if (document.isOpen)
            canvasArea.canvas.forceActiveFocus(Qt.TabFocusReason);
    }
    function ask(role: string, request: string) {
        if (numbersShown)
            showNumbers(false);
        askPlayer.begin(role, request);
        askBar.takeFocus();
    }
    // The numbers in the place of the drawing, or the drawing again.
    function showNumbers(shown: bool) {
        numbersShown = shown && document.isOpen;
        if (numbersShown)
            numbersView.takeFocus();
        else
            canvasArea.canvas.forceActiveFocus();
    }
    // On the drawing, selected and in sight.
    function showElements(elements: var) {
        showNumbers(false);
        document.selectRefs(elements);
        canvasArea.canvas.flyTo(elements);
    }
    // To the current finding, or the first one.
    function showCurrentFinding() {
        showFinding(findings.rowOf(panel.currentKey) < 0 ? findings.neighbour("", 1) : panel.currentKey);
    }
    function showFixes() {
        showCurrentFinding();
        panel.focusFixes();
    }
    function showAcceptance() {
        showCurrentFinding();
        panel.beginAcceptance();
    }
    // What was done, beside the way to take it back.
    function noteStep(sentence: string) {
        toast.step = document.undoText;
        toast.show(sentence);
    }
    // What comes next is chosen, but the view stays where the fix is to be seen.
    function noteFixed(title: string, next: string) {
        noteStep(title.length > 0 ? qsTr("Mended: %1").arg(title) : qsTr("Mended."));
        makeCurrent(next);
    }
    // Without moving the view.
    function makeCurrent(key: string) {
        panel.currentKey = key;
        canvasArea.canvas.currentFindingKey = key;
    }
    function present() {
        commitTyping();
        presenter.begin(panel.currentKey);
    }

    width: Math.min(1440, Screen.desktopAvailableWidth)
    height: Math.min(900, Screen.desktopAvailableHeight - 32)
    minimumWidth: 800
    minimumHeight: 560
    visible: true
    color: Theme.desk
    title: document.isOpen ? qsTr("%1 – Throughline").arg(document.title) : qsTr("Throughline")
    font.family: Theme.family
    font.pixelSize: Theme.normal
    palette {
        window: Theme.paper
        windowText: Theme.ink
        base: Theme.raised
        alternateBase: Theme.sunken
        text: Theme.ink
        button: Theme.raised
        buttonText: Theme.ink
        highlight: Theme.accent
        highlightedText: Theme.accentInk
        placeholderText: Theme.muted
        light: Theme.hover
        midlight: Theme.hover
        mid: Theme.hairline
        dark: Theme.muted
    }

    Component.onCompleted: {
        const geometry = AppSettings.windowGeometry;
        if (geometry.width > 0) {
            x = geometry.x;
            y = geometry.y;
            width = geometry.width;
            height = geometry.height;
        }
        if (AppSettings.windowMaximised)
            showMaximized();
        if (String(file).length > 0)
            openFile(file);
    }
    onActiveChanged: {
        // The settings of the folder may have been edited elsewhere, and the day may have changed.
        if (active) {
            checkRunner.rereadSettings();
            document.checkOutside();
        }
    }
    onClosing: close => {
        root.commitTyping();
        if (!root.closing && document.modified) {
            close.accepted = false;
            root.guarded(() => {
                root.closing = true;
                root.close();
            });
            return;
        }
        // Whether unsaved changes may go has been answered.
        document.giveUpChanges();
        AppSettings.windowMaximised = root.visibility === Window.Maximized;
        if (root.visibility === Window.Windowed)
            AppSettings.windowGeometry = Qt.rect(root.x, root.y, root.width, root.height);
    }

    DocumentController {
        id: document

        onOpenFinished: (ok, url) => {
            root.starting = false;
            if (!ok)
                return;
            if (String(url).length > 0)
                AppSettings.addRecentFile(url);
            canvasArea.canvas.forceActiveFocus();
        }
        onSaved: url => AppSettings.addRecentFile(url)
        onBroughtIn: sentence => root.noteStep(sentence)
        onDeleted: sentence => root.noteStep(sentence)
        onReset: panel.currentKey = ""
        onStateChanged: {
            if (document.undoText !== toast.step)
                toast.hide();
        }
    }
    CheckRunner {
        id: checkRunner

        document: document
        enabled: AppSettings.checkEnabled
        preset: AppSettings.checkPreset
        onSettingsProblemChanged: {
            if (settingsProblem.length > 0)
                document.showMessage(qsTr("%1. The check goes on without these settings.").arg(settingsProblem), true);
        }
    }
    ViewsModel {
        id: views

        document: document
        checkRunner: checkRunner
    }
    AskRunner {
        id: askRunner

        document: document
        active: requestsDock.visible || askPlayer.active
    }
    AskPlayer {
        id: askPlayer

        runner: askRunner
        checkRunner: checkRunner
        canvas: canvasArea.canvas
        reducedMotion: AppSettings.reducedMotion
    }
    FindingsModel {
        id: findings

        checkRunner: checkRunner
    }
    FixesModel {
        id: fixes

        checkRunner: checkRunner
        findingKey: panel.visible && panel.page === 1 ? panel.currentKey : ""
        onApplied: (title, next) => root.noteFixed(title, next)
    }
    Attacher {
        id: attacher

        document: document
        keeps: true
    }
    SafeFixer {
        id: safeFixer

        checkRunner: checkRunner
        onApplied: text => {
            toast.step = document.undoText;
            toast.show(qsTr("Done: %1").arg(text));
        }
    }
    // What a fix would do, on the drawing.
    Binding {
        target: canvasArea.canvas
        property: "preview"
        value: safeFixer.previewing ? safeFixer.previewedPatch : fixes.previewedPatch
    }
    Timer {
        id: detailsFocus

        interval: 0
        onTriggered: panel.focusDetails()
    }
    Timer {
        id: keysMove

        interval: 0
        onTriggered: textDock.moveKeys()
    }
    Connections {
        target: AppSettings
        // Later, because what loses the keyboard may change the document, on which it depends what is visible.
        function onTextChanged() {
            if (textDock.wanted === AppSettings.textVisible)
                return;
            textDock.wanted = AppSettings.textVisible;
            keysMove.restart();
        }
    }
    Connections {
        target: canvasArea.canvas
        function onPreviewDismissed() {
            fixes.previewed = -1;
            safeFixer.previewing = false;
        }
    }
    ExportController {
        id: exporter

        document: document
        checkRunner: checkRunner
        views: views
        onFinished: (ok, message) => document.showMessage(message, !ok)
    }

    BpmnImporter {
        id: importer

        document: document
        onChooseCustomer: customerDialog.ask()
        onImported: canvasArea.canvas.forceActiveFocus()
    }

    Commands {
        id: commands

        document: document
        checkRunner: checkRunner
        canvas: canvasArea.canvas
        numbersShown: root.numbersShown
        choosing: palettePopup.visible
        safeFixer: safeFixer
        views: views
        onNewRequested: templateDialog.open()
        onOpenRequested: openDialog.open()
        onSaveRequested: root.save()
        onSaveAsRequested: {
            root.commitTyping();
            saveDialog.askFor(exporter.proposedFile("blueprint"));
        }
        onVersionsRequested: versionsDialog.open()
        onImportRequested: importDialog.open()
        onCopyPictureRequested: kind => exporter.copyPicture(kind, root.numbersShown ? [] : document.selection)
        onAttachRequested: attachDialog.open()
        onExportRequested: ending => exportDialog.openFor(ending)
        onCloseRequested: root.guarded(() => document.close())
        onQuitRequested: root.close()
        onFindRequested: replacing => findBar.begin(replacing)
        onWhatToShowRequested: viewBar.visible ? viewBar.leave() : viewBar.begin()
        onDetailsRequested: root.showDetails()
        onFindingRequested: delta => root.showFinding(findings.neighbour(panel.currentKey, delta))
        onNumbersRequested: root.showNumbers(!root.numbersShown)
        onFixesRequested: root.showFixes()
        typedLast: textDock.typedLast
        typedTakenBack: textDock.typedTakenBack
        onTypedUndoRequested: textDock.undo()
        onTypedRedoRequested: textDock.redo()
        onAcceptRequested: root.showAcceptance()
        onRulesRequested: rulesDialog.open()
        onPresentRequested: root.present()
        onAskRequested: root.ask(requestsDock.activeFocus ? requestsDock.currentRole : "", requestsDock.activeFocus ? requestsDock.currentRequest : "")
        onHouseRequested: kind => houseDialog.openAt(kind)
        onPaletteRequested: palettePopup.open()
        onShortcutsRequested: keysDialog.open()
        onAboutRequested: aboutDialog.open()
    }

    header: TopBar {
        Keys.onEscapePressed: root.leaveToDrawing()
        document: document
        commands: commands
        onLeaveRequested: root.leaveToDrawing()
        onTemplateChosen: source => root.newFrom(source)
        onFileChosen: file => root.openFile(file)
    }
    footer: StatusBar {
        Keys.onEscapePressed: root.leaveToDrawing()
        visible: document.isOpen && !root.numbersShown
        document: document
        checkRunner: checkRunner
        canvas: canvasArea.canvas
        drawingFocused: canvasArea.activeFocus || !root.active
        exporter: exporter
        commands: commands
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        Keys.onEscapePressed: root.leaveToDrawing()

        MessageBar {
            id: messageBar

            Layout.fillWidth: true
            objectName: "messageBar"
            document: document
            onAnswered: root.moveKeysOn()
            onSaveAsRequested: commands.saveAs.trigger()
        }
        RecoveryBar {
            id: recoveryBar

            Layout.fillWidth: true
            objectName: "recoveryBar"
            document: document
            onAnswered: root.moveKeysOn()
        }
        OutsideBar {
            id: outsideBar

            Layout.fillWidth: true
            objectName: "outsideBar"
            document: document
            onAnswered: root.moveKeysOn()
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: document.isOpen
            // Covered by the numbers it keeps its size, so that the view is where it was and can be sent elsewhere.
            enabled: !root.numbersShown
            opacity: root.numbersShown ? 0 : 1
            spacing: 0

            ToolStrip {
                Layout.fillHeight: true
                canvas: canvasArea.canvas
                commands: commands
            }
            TextDock {
                id: textDock

                // What the keyboard went by last.
                property bool wanted: false

                function moveKeys() {
                    if (visible)
                        takeFocus();
                    else
                        canvasArea.canvas.forceActiveFocus();
                }

                objectName: "textDock"
                Layout.fillHeight: true
                Layout.preferredWidth: Math.min(AppSettings.textWidth, root.width * 0.45)
                visible: AppSettings.textVisible && document.isOpen
                document: document
                commands: commands
                Component.onCompleted: wanted = AppSettings.textVisible
                onLeaveRequested: canvasArea.canvas.forceActiveFocus()
                onDraftTaken: AppSettings.textVisible = true
                onPicked: (kind, id) => canvasArea.canvas.reveal(kind, id)
            }
            ColumnLayout {
                spacing: 0

                FindBar {
                    id: findBar

                    objectName: "findBar"
                    Layout.fillWidth: true
                    document: document
                    onFound: elements => canvasArea.canvas.flyTo(elements)
                    onLeaveRequested: canvasArea.canvas.forceActiveFocus()
                }
                ViewBar {
                    id: viewBar

                    objectName: "viewBar"
                    Layout.fillWidth: true
                    views: views
                    commands: commands
                    onLeaveRequested: canvasArea.canvas.forceActiveFocus()
                }
                CanvasArea {
                    id: canvasArea

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    document: document
                    checkRunner: checkRunner
                    views: views
                    onFindingActivated: key => root.showFinding(key)
                    commands: commands
                    attacher: attacher
                    onAskRequested: root.ask("", "")
                    onAttachRequested: attachDialog.open()

                    Toast {
                        id: toast

                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: 20
                        anchors.horizontalCenter: parent.horizontalCenter
                        objectName: "toast"
                        actionText: qsTr("Undo")
                        onTriggered: document.undo()
                    }
                }
                AskBar {
                    id: askBar

                    objectName: "askBar"
                    Layout.fillWidth: true
                    visible: askPlayer.active
                    player: askPlayer
                    onLeaveRequested: requestsDock.visible ? requestsDock.takeFocus() : canvasArea.canvas.forceActiveFocus()
                }
                RequestsDock {
                    id: requestsDock

                    objectName: "requestsDock"
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.min(AppSettings.requestsHeight * Theme.panelScale, root.height * 0.6)
                    // In a low window a question that is played needs the room.
                    visible: AppSettings.requestsVisible && document.isOpen && !(askPlayer.active && root.height < 880)
                    document: document
                    runner: askRunner
                    commands: commands
                    onVisibleChanged: if (visible)
                        shown.start()
                    onCurrentRoleChanged: showPath()
                    onCurrentRequestChanged: showPath()
                    onActiveFocusChanged: showPath()
                    onAskRequested: (role, request) => root.ask(role, request)
                    onLeaveRequested: canvasArea.canvas.forceActiveFocus()

                    // The keyboard comes when it is there: with it a path is shown, and that decides whether it is.
                    Timer {
                        id: shown

                        interval: 0
                        onTriggered: if (requestsDock.visible)
                            requestsDock.takeFocus()
                    }

                    // The current cell's path lies in the light while the table has the keyboard.
                    function showPath() {
                        askPlayer.preview(activeFocus ? currentRole : "", activeFocus ? currentRequest : "");
                    }
                }
            }
            SidePanel {
                id: panel

                Layout.fillHeight: true
                Layout.preferredWidth: Math.min(AppSettings.panelWidth * Theme.panelScale, root.width * 0.5)
                visible: AppSettings.panelVisible
                document: document
                checkRunner: checkRunner
                findings: findings
                fixes: fixes
                safeFixer: safeFixer
                commands: commands
                onFindingChosen: key => root.showFinding(key)
                onSettled: next => root.makeCurrent(next)
                player: askPlayer
                onPlayRequested: key => {
                    if (askPlayer.playFinding(key))
                        askBar.takeFocus();
                }
                onLeaveRequested: canvasArea.canvas.forceActiveFocus()
            }
        }
        StartPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "startPage"
            visible: !document.isOpen && !document.loading && !root.starting
            dropping: dropArea.containsDrag
            onTemplateChosen: source => root.newFrom(source)
            onFileChosen: file => root.openFile(file)
            onUnsavedChosen: journal => root.guarded(() => document.openUnsaved(journal))
            onOpenRequested: commands.open.trigger()
            onImportRequested: commands.importBpmn.trigger()
        }
    }

    NumbersView {
        id: numbersView

        anchors.fill: parent
        anchors.topMargin: messageBar.implicitHeight + recoveryBar.implicitHeight + outsideBar.implicitHeight
        objectName: "numbersView"
        visible: root.numbersShown && document.isOpen
        document: document
        checkRunner: checkRunner
        onChosen: elements => root.showElements(elements)
        onLeaveRequested: root.showNumbers(false)
    }

    MessageBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: numbersView.top
        anchors.topMargin: 12
        width: Math.min(implicitWidth, Theme.px(720), parent.width - 32)
        objectName: "noteBar"
        floating: true
        document: document
        onAnswered: root.moveKeysOn()
        onSaveAsRequested: commands.saveAs.trigger()
    }

    DropArea {
        id: dropArea

        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            // Blueprints are opened, anything else is evidence.
            if (drop.urls.length === 1 && (!document.isOpen || root.numbersShown || /\.(blueprint|bpt|bpmn|xml)$/i.test(drop.urls[0])))
                root.openFile(drop.urls[0]);
            else if (drop.urls.length > 0)
                attacher.drop(canvasArea.canvas, dropArea.mapToItem(canvasArea.canvas, drop.x, drop.y), drop.urls);
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: 8
            visible: dropArea.containsDrag && document.isOpen
            radius: 12
            color: "transparent"
            border.width: 3
            border.color: Theme.accent
        }
    }

    PaletteCommands {
        id: paletteCommands

        commands: commands
        document: document
        canvas: canvasArea.canvas
        attacher: attacher
        onFileRequested: file => root.openFile(file)
        onViewNameRequested: renaming => viewBar.askName(renaming)
    }
    CommandPalette {
        id: palettePopup

        commands: paletteCommands
        document: document
        onPlaceChosen: elements => root.showElements(elements)
    }
    UnsavedDialog {
        id: unsavedDialog

        document: document
        onSaveChosen: {
            const saved = root.save();
            if (!saveDialog.visible)
                root.goOn(saved);
        }
        onDiscardChosen: root.finishGuarded()
        onRejected: root.afterSaving = null
    }
    TemplateDialog {
        id: templateDialog

        onTemplateChosen: source => root.newFrom(source)
    }
    VersionsDialog {
        id: versionsDialog

        document: document
        onCopyChosen: open => root.guarded(open)
        onClosed: canvasArea.canvas.forceActiveFocus()
    }
    CustomerDialog {
        id: customerDialog

        importer: importer
    }
    ExportDialog {
        id: exportDialog

        exporter: exporter
    }
    HouseDialog {
        id: houseDialog

        document: document
    }
    RulesDialog {
        id: rulesDialog

        checkRunner: checkRunner
    }
    KeysDialog {
        id: keysDialog

        commands: commands
    }
    AboutDialog {
        id: aboutDialog
    }
    FileChooser {
        id: openDialog

        title: qsTr("Open a blueprint")
        nameFilters: [qsTr("Blueprints (*.blueprint *.bpt *.bpmn *.xml)"), qsTr("All files (*)")]
        onAccepted: root.openFile(openDialog.file)
    }
    FileChooser {
        id: attachDialog

        title: qsTr("Attach files to the card")
        several: true
        onAccepted: attacher.addFiles(attachDialog.files)
    }
    FileChooser {
        id: importDialog

        title: qsTr("Import a BPMN diagram")
        nameFilters: [qsTr("BPMN diagrams (*.bpmn *.xml)"), qsTr("All files (*)")]
        onAccepted: root.openFile(importDialog.file)
    }
    FileChooser {
        id: saveDialog

        title: qsTr("Save the blueprint")
        saves: true
        acceptLabel: qsTr("Save")
        defaultSuffix: "blueprint"
        nameFilters: [qsTr("Blueprints (*.blueprint)"), qsTr("Text notation (*.bpt)")]
        onAccepted: root.goOn(document.saveAs(saveDialog.file))
        onRejected: root.afterSaving = null
    }
    PresentWindow {
        id: presenter

        document: document
        checkRunner: checkRunner
        views: views
        near: root
    }
}
