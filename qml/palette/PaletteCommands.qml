// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// Everything that can be done by name, for the command palette: the commands of the window, those of the drawing and
// the choices of menus.
QtObject {
    id: root

    required property Commands commands
    required property DocumentController document
    required property CanvasItem canvas
    required property Attacher attacher

    readonly property var cardKinds: ChoiceLists.cards
    readonly property var stages: ChoiceLists.stages
    readonly property bool onCard: commands.cardsSelected
    readonly property bool onConnection: commands.selects("connection")
    readonly property bool onGrid: onCard || commands.selects("lane") || commands.selects("step") || commands.selects("phase")
    readonly property string lane: selected("lane")
    readonly property string phase: selected("phase")
    readonly property bool onCell: commands.drawing && canvas.onCell

    signal fileRequested(url file)
    signal viewNameRequested(bool renaming)

    // What else people call some of them.
    readonly property var words: ({
            "export-pdf": qsTr("print report"),
            "export-picture": qsTr("screenshot image"),
            "copy-png": qsTr("screenshot image"),
            "keys": qsTr("shortcuts hotkeys help"),
            "rules": qsTr("settings preferences options"),
            "house": qsTr("settings organisation organization people"),
            "remove": qsTr("erase clear"),
            "find": qsTr("search"),
            "replace": qsTr("search substitute"),
            "what-to-show": qsTr("filter layers hide"),
            "fold": qsTr("collapse expand"),
            "versions": qsTr("history backup revert"),
            "less-motion": qsTr("settings preferences animation accessibility"),
            "more-contrast": qsTr("settings preferences accessibility"),
            "present": qsTr("slideshow fullscreen"),
            "mend": qsTr("fix repair"),
            "accept": qsTr("ignore suppress")
        })

    // The commands of the window, by the name that is remembered.
    readonly property var actions: ({
            "open": commands.open,
            "new": commands.newDocument,
            "save": commands.save,
            "save-as": commands.saveAs,
            "versions": commands.versions,
            "import": commands.importBpmn,
            "export-pdf": commands.exportPdf,
            "export-picture": commands.exportPicture,
            "close": commands.closeDocument,
            "undo": commands.undo,
            "redo": commands.redo,
            "select-all": commands.selectAll,
            "remove": commands.remove,
            "cut": commands.cut,
            "copy": commands.copy,
            "paste": commands.paste,
            "copy-png": commands.copyPng,
            "copy-svg": commands.copySvg,
            "duplicate": commands.duplicate,
            "rename": commands.rename,
            "details": commands.details,
            "find": commands.find,
            "replace": commands.replace,
            "attach": commands.attach,
            "open-attachment": commands.openAttachment,
            "add-lane": commands.addLane,
            "add-step": commands.addStep,
            "add-phase": commands.addPhase,
            "zoom-in": commands.zoomIn,
            "zoom-out": commands.zoomOut,
            "zoom-100": commands.zoom100,
            "fit": commands.fit,
            "zoom-to-selection": commands.zoomToSelection,
            "trace": commands.trace,
            "map": commands.map,
            "what-to-show": commands.whatToShow,
            "show-everything": commands.showEverything,
            "hide-lane": commands.hideLane,
            "fold": commands.fold,
            "panel": commands.panel,
            "text": commands.textPane,
            "request-table": commands.requestTable,
            "ask": commands.ask,
            "check": commands.check,
            "next-finding": commands.nextFinding,
            "previous-finding": commands.previousFinding,
            "mend": commands.mend,
            "accept": commands.accept,
            "fix-safe": commands.fixSafe,
            "rules": commands.rules,
            "numbers": commands.numbers,
            "present": commands.present,
            "house": commands.house,
            "requests": commands.requests,
            "keys": commands.shortcuts,
            "about": commands.about,
            "quit": commands.quit
        })

    // All of them as they are now: objects {id, text, keys, detail, available}.
    function listed(): var {
        const list = [];
        for (const id in actions) {
            const action = actions[id];
            list.push({
                id: id,
                text: action.text,
                keys: Keyboard.nativeText(action.shortcut),
                detail: !action.checkable ? "" : action.checked ? qsTr("on") : qsTr("off"),
                available: action.enabled,
                words: words[id] ?? ""
            });
        }
        for (const own of others()) {
            list.push({
                id: own.id,
                text: own.text,
                keys: own.keys ? Keyboard.nativeText(own.keys) : "",
                detail: own.detail ? own.detail : "",
                available: own.available,
                words: own.words ?? words[own.id] ?? ""
            });
        }
        return list;
    }
    // Does one of them, if it can be done now.
    function run(id: string) {
        if (actions[id] !== undefined) {
            if (actions[id].enabled)
                actions[id].trigger();
            return;
        }
        const own = others().find(entry => entry.id === id);
        if (own !== undefined && own.available)
            own.run();
    }

    function selected(kind: string): string {
        return commands.selects(kind) ? document.onlySelected(kind) : "";
    }
    function onCanvas(id: string, text: string, keys: string, available: bool): var {
        return {
            id: id,
            text: text,
            keys: keys,
            available: available,
            run: () => canvas.perform(id)
        };
    }
    function entry(id: string, text: string, available: bool, run: var): var {
        return {
            id: id,
            text: text,
            available: available,
            run: run
        };
    }
    function others(): var {
        const list = [];
        for (const part of [barEntries(), drawingEntries(), kindEntries(), noteEntries(), attachmentEntries(), connectionEntries(), gridEntries(), stageEntries(), toolEntries(), viewEntries(), fileEntries(), windowEntries()]) {
            for (const own of part)
                list.push(own);
        }
        return list;
    }
    // What the bars above the drawing ask, while they do.
    function barEntries(): var {
        const list = [];
        const offer = (id, text, run) => list.push(entry(id, text, true, run));
        if (document.recovery.changes > 0) {
            offer("restore-unsaved", qsTr("Restore the unsaved changes"), () => document.restoreUnsaved());
            offer("discard-unsaved", qsTr("Discard the unsaved changes"), () => document.discardUnsaved());
        }
        if (document.conflict.sentence !== undefined) {
            if (document.conflict.canMerge === true) {
                offer("merge-mine", qsTr("Merge, mine where both changed"), () => document.resolveConflict("merge-mine"));
                offer("merge-theirs", qsTr("Merge, theirs where both changed"), () => document.resolveConflict("merge-theirs"));
            }
            offer("keep-mine", qsTr("Keep mine, not what the other program saved"), () => document.resolveConflict("mine"));
            offer("take-theirs", qsTr("Take theirs, what the other program saved"), () => document.resolveConflict("theirs"));
        } else if (document.leftLock.length > 0) {
            offer("remove-left-lock", qsTr("It is closed there"), () => document.removeLeftLock());
        }
        if (document.canOverwrite)
            offer("overwrite", qsTr("Save over it"), () => document.overwrite());
        if (document.message.length > 0)
            offer("dismiss-message", qsTr("Dismiss the message"), () => document.dismissMessage());
        return list;
    }
    function drawingEntries(): var {
        return [
            onCanvas("new-card", qsTr("New card here"), "", onCard || (commands.drawing && canvas.onCell)),
            onCanvas("next-card", qsTr("Next card in this lane"), "Return", onCard),
            onCanvas("answering-card", qsTr("Connected card in the lane below"), "Tab", onCard),
            onCanvas("card-above", qsTr("Connected card in the lane above"), "Shift+Tab", onCard),
            onCanvas("card-below", qsTr("Card below in the same cell"), "Shift+Return", onCard),
            onCanvas("ask-and-answer", qsTr("Request and answer: ask the lane below"), "Ctrl+Return", onCard),
            onCanvas("connect", qsTr("Connect the selected card or lane"), "Ctrl+L", onCard || lane.length > 0),
            onCanvas("next-connection", qsTr("Next connection of the card"), "Ctrl+J", onCard || onConnection),
            onCanvas("other-end", qsTr("Go to the other end of the connection"), "Return", onConnection),
            onCanvas("to-step", qsTr("Go to the step's name"), "Ctrl+Shift+Up", onCard || (commands.drawing && canvas.onCell)),
            onCanvas("to-lane", qsTr("Go to the lane's name"), "Ctrl+Shift+Left", onCard || (commands.drawing && canvas.onCell)),
            onCanvas("longer", qsTr("Card one step longer"), "Alt+Shift+Right", onCard),
            onCanvas("shorter", qsTr("Card one step shorter"), "Alt+Shift+Left", onCard),
            onCanvas("move-left", qsTr("Move left"), "Alt+Left", onGrid),
            onCanvas("move-right", qsTr("Move right"), "Alt+Right", onGrid),
            onCanvas("move-up", qsTr("Move up"), "Alt+Up", onGrid),
            onCanvas("move-down", qsTr("Move down"), "Alt+Down", onGrid)
        ];
    }
    function kindEntries(): var {
        return cardKinds.map(kind => entry("kind-" + kind.value, qsTr("Kind of card: %1").arg(kind.text), onCard, () => document.setCardKind(kind.value)));
    }
    function noteEntries(): var {
        return [
            onCanvas("new-note", qsTr("New sticky note"), "Alt+N", onGrid || canvas.onCell),
            onCanvas("new-pain-point", qsTr("New pain point"), "Alt+P", onGrid || canvas.onCell),
            onCanvas("new-opportunity", qsTr("New opportunity"), "Alt+O", onGrid || canvas.onCell),
            onCanvas("add-note", qsTr("Note on the card"), "Alt+Shift+N", onCard),
            onCanvas("add-pain-point", qsTr("Pain point on the card"), "Alt+Shift+P", onCard),
            onCanvas("add-opportunity", qsTr("Opportunity on the card"), "Alt+Shift+O", onCard),
            onCanvas("status-observed", qsTr("The card is observed"), "Alt+B", onCard),
            onCanvas("status-assumed", qsTr("The card is assumed"), "Alt+A", onCard),
            onCanvas("status-proposed", qsTr("The card is proposed"), "Alt+R", onCard),
            onCanvas("status-unstated", qsTr("Nothing said of how the card is known"), "Alt+U", onCard),
            onCanvas("feel-better", qsTr("Feeling: one better"), "Alt+Shift+Up", onCard || canvas.onCell),
            onCanvas("feel-worse", qsTr("Feeling: one worse"), "Alt+Shift+Down", onCard || canvas.onCell),
            onCanvas("curve-emotion", qsTr("Add a curve of what the customer feels"), "", commands.drawing),
            onCanvas("curve-effort", qsTr("Add a curve of the customer's effort"), "", commands.drawing),
            onCanvas("curve-worry", qsTr("Add a curve of the customer's worry"), "", commands.drawing)
        ];
    }
    function attachmentEntries(): var {
        return Array.from(attacher.attachments).map((one, index) => entry("open-attachment-" + index, qsTr("Open %1").arg(one.name), onCard, () => attacher.open(one.name, one.target)));
    }
    function connectionEntries(): var {
        return [
            onCanvas("plain", qsTr("Connection: plain arrow"), "N", onConnection),
            onCanvas("request", qsTr("Connection: request"), "R", onConnection),
            onCanvas("answer", qsTr("Connection: answer"), "A", onConnection),
            onCanvas("handover", qsTr("Connection: hand-over of work"), "H", onConnection),
            onCanvas("tell", qsTr("Connection: tell, no reply needed"), "T", onConnection),
            onCanvas("send-away", qsTr("Connection: send away"), "X", onConnection),
            onCanvas("flow", qsTr("Connection: flow, then"), "F", onConnection),
            entry("turn", qsTr("Turn the connection round"), onConnection, () => document.reverseConnections())
        ];
    }
    function gridEntries(): var {
        return [
            onCanvas("lane-above", qsTr("Add a lane above"), "", onCard || onCell || lane.length > 0),
            entry("lane-below", qsTr("Add a lane below"), onCard || onCell || lane.length > 0, () => canvas.perform("insert-lane")),
            onCanvas("step-before", qsTr("Insert a step before"), "", onCard || onCell || selected("step").length > 0),
            entry("step-after", qsTr("Insert a step after"), onCard || onCell || selected("step").length > 0, () => canvas.perform("insert-step")),
            entry("phase-here", qsTr("Begin a phase here"), selected("step").length > 0, () => canvas.perform("insert-phase")),
            onCanvas("phase-last", qsTr("Add a phase at the end"), "", commands.drawing)
        ];
    }
    function stageEntries(): var {
        return stages.map(stage => entry("stage-" + stage.value, qsTr("Stage of the lane: %1").arg(stage.text), lane.length > 0, () => document.setLaneStage(lane, stage.value)));
    }
    function toolEntries(): var {
        const tool = (name, text) => entry("tool-" + name, text, commands.drawing, () => canvas.tool = name);
        return [
            tool("select", qsTr("Tool: select and move")),
            tool("card", qsTr("Tool: new card")),
            tool("connect", qsTr("Tool: connect")),
            tool("pan", qsTr("Tool: move the view"))
        ];
    }
    function viewEntries(): var {
        const views = commands.views;
        const onView = commands.drawing && views.current.length > 0;
        const kept = Array.from(views.names).map((name, index) => Object.assign(entry("view-" + name, qsTr("View: %1").arg(name), commands.drawing, () => views.show(name)), {
                    keys: index < 9 ? "Alt+%1".arg(index + 1) : "",
                    detail: views.current === name ? qsTr("on") : ""
                }));
        return kept.concat([
            entry("only-phase", qsTr("Show only this phase"), phase.length > 0, () => views.showOnlyPhase(phase)),
            entry("save-view", qsTr("Save what is shown as a view…"), commands.drawing && views.active, () => viewNameRequested(false)),
            entry("update-view", onView ? qsTr("Update the view %1").arg(views.current) : qsTr("Update the view"), onView && views.differs, () => views.save(views.current)),
            entry("rename-view", onView ? qsTr("Rename the view %1…").arg(views.current) : qsTr("Rename the view…"), onView, () => viewNameRequested(true)),
            entry("delete-view", onView ? qsTr("Delete the view %1").arg(views.current) : qsTr("Delete the view"), onView, () => views.remove(views.current))
        ]);
    }
    function fileEntries(): var {
        return Array.from(AppSettings.recentFiles).map(file => entry("recent-" + file.url, qsTr("Open recent: %1").arg(file.name), true, () => fileRequested(file.url)));
    }
    function windowEntries(): var {
        const withState = (own, state) => Object.assign(own, {
                detail: state
            });
        const oneOf = (own, chosen, words) => Object.assign(own, {
                detail: chosen ? qsTr("on") : "",
                words: words
            });
        const textSize = scale => oneOf(entry("text-size-" + 100 * scale, qsTr("Size of words: %1 %").arg(100 * scale), true, () => AppSettings.textScale = scale), AppSettings.textScale === scale, qsTr("larger bigger smaller font letters zoom text"));
        const theme = (name, text) => oneOf(entry("theme-" + name, text, true, () => AppSettings.theme = name), AppSettings.theme === name, qsTr("theme appearance mode colours colors"));
        return [
            entry("export-svg", qsTr("Export a drawing that scales (SVG)…"), document.isOpen, () => commands.exportRequested("svg")),
            entry("export-bpt", qsTr("Export the text notation (BPT)…"), document.isOpen, () => commands.exportRequested("bpt")),
            withState(entry("less-motion", qsTr("Less motion"), true, () => AppSettings.reducedMotion = !AppSettings.reducedMotion), AppSettings.reducedMotion ? qsTr("on") : qsTr("off")),
            withState(entry("more-contrast", qsTr("More contrast"), true, () => AppSettings.highContrast = !AppSettings.highContrast), AppSettings.highContrast ? qsTr("on") : qsTr("off")),
            textSize(1),
            textSize(1.25),
            textSize(1.5),
            textSize(2),
            theme("system", qsTr("Light or dark as the system")),
            theme("light", qsTr("Light")),
            theme("dark", qsTr("Dark"))
        ];
    }
}
