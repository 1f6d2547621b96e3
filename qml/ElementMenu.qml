// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Throughline
import Throughline.App

// What can be done with the element under the pointer.
Item {
    id: root

    required property DocumentController document
    required property CanvasItem canvas
    required property ViewsModel views
    required property Attacher attacher
    required property Commands commands
    property string kind: "blueprint"
    property string elementId: ""
    // The kind of the card or connection, as it was when the menu came up.
    property string presentKind: ""
    readonly property bool isNote: presentKind === "note" || presentKind === "pain" || presentKind === "opportunity"
    // What the point of a curve under the pointer can say.
    property var curveValues: []

    signal askRequested
    signal attachRequested

    component KindRow: MenuRow {
        required property string value

        marked: root.presentKind === value
        onTriggered: root.document.setConnectionKind(value)
    }

    // A value of a curve. Rows of a Repeater whose model changes would come up among the others.
    component CurveRow: MenuRow {
        required property int number
        readonly property var own: root.curveValues[number]

        visible: own !== undefined
        height: visible ? implicitHeight : 0
        text: own !== undefined ? own.text : ""
        marked: own !== undefined && own.present
        onTriggered: root.canvas.setCurveValue(own.value)
    }

    function showFor(ref: var, pos: point) {
        kind = ref.kind;
        elementId = ref.id === undefined ? "" : ref.id;
        presentKind = document.kindOf(kind, elementId);
        if (kind !== "blueprint" && !document.isSelected(kind, elementId))
            document.select(kind, elementId);
        const menus = {
            card: cardMenu,
            connection: connectionMenu,
            lane: laneMenu,
            step: stepMenu,
            phase: phaseMenu
        };
        curveValues = canvas.curveValues;
        const ground = curveValues.length > 0 ? curveMenu : canvas.onCell ? cellMenu : groundMenu;
        const menu = menus[kind] !== undefined ? menus[kind] : ground;
        menu.popup(canvas, pos.x, pos.y);
    }
    function edit() {
        canvas.beginEdit(kind, elementId);
    }
    function nameStep() {
        if (canvas.perform("to-step"))
            canvas.perform("edit");
    }

    Popover {
        id: cardMenu

        objectName: "cardMenu"

        MenuRow {
            text: qsTr("Rename")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.edit()
        }
        Popover {
            id: kindMenu

            title: qsTr("Kind")

            Repeater {
                model: ChoiceLists.cards

                MenuRow {
                    required property var modelData

                    text: modelData.text
                    marked: root.presentKind === modelData.value
                    onTriggered: root.document.setCardKind(modelData.value)
                }
            }
        }
        Popover {
            title: qsTr("Notes")

            MenuRow {
                text: qsTr("Pain point on the card")
                keys: Keyboard.nativeText("Alt+Shift+P")
                onTriggered: root.canvas.perform("add-pain-point")
            }
            MenuRow {
                text: qsTr("Opportunity on the card")
                keys: Keyboard.nativeText("Alt+Shift+O")
                onTriggered: root.canvas.perform("add-opportunity")
            }
            MenuRow {
                text: qsTr("Note on the card")
                keys: Keyboard.nativeText("Alt+Shift+N")
                onTriggered: root.canvas.perform("add-note")
            }
            MenuLine {}
            MenuRow {
                text: qsTr("Sticky note below it")
                keys: Keyboard.nativeText("Alt+N")
                onTriggered: root.canvas.perform("new-note")
            }
            MenuRow {
                text: qsTr("Pain point below it")
                keys: Keyboard.nativeText("Alt+P")
                onTriggered: root.canvas.perform("new-pain-point")
            }
            MenuRow {
                text: qsTr("Opportunity below it")
                keys: Keyboard.nativeText("Alt+O")
                onTriggered: root.canvas.perform("new-opportunity")
            }
            MenuLine {}
            MenuRow {
                text: qsTr("Feels one better")
                keys: Keyboard.nativeText("Alt+Shift+Up")
                onTriggered: root.canvas.perform("feel-better")
            }
            MenuRow {
                text: qsTr("Feels one worse")
                keys: Keyboard.nativeText("Alt+Shift+Down")
                onTriggered: root.canvas.perform("feel-worse")
            }
        }
        Popover {
            title: qsTr("Attachments")

            Repeater {
                model: root.attacher.attachments

                MenuRow {
                    required property var modelData
                    required property int index

                    text: qsTr("Open %1").arg(modelData.name)
                    keys: index === 0 ? Keyboard.nativeText("Ctrl+Shift+O") : ""
                    onTriggered: root.attacher.open(modelData.name, modelData.target)
                }
            }
            MenuRow {
                text: qsTr("Attach files…")
                onTriggered: root.attachRequested()
            }
        }
        Popover {
            title: qsTr("How it is known")

            MenuRow {
                text: qsTr("Observed")
                keys: Keyboard.nativeText("Alt+B")
                onTriggered: root.canvas.perform("status-observed")
            }
            MenuRow {
                text: qsTr("Assumed")
                keys: Keyboard.nativeText("Alt+A")
                onTriggered: root.canvas.perform("status-assumed")
            }
            MenuRow {
                text: qsTr("Proposed")
                keys: Keyboard.nativeText("Alt+R")
                onTriggered: root.canvas.perform("status-proposed")
            }
            MenuRow {
                text: qsTr("Not said")
                keys: Keyboard.nativeText("Alt+U")
                onTriggered: root.canvas.perform("status-unstated")
            }
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Next card in this lane")
            keys: Keyboard.nativeText("Return")
            onTriggered: root.canvas.perform("next-card")
        }
        MenuRow {
            visible: !root.isNote
            height: visible ? implicitHeight : 0
            text: qsTr("Connected card in the lane below")
            keys: Keyboard.nativeText("Tab")
            onTriggered: root.canvas.perform("answering-card")
        }
        MenuRow {
            visible: !root.isNote
            height: visible ? implicitHeight : 0
            text: qsTr("Ask the lane below")
            keys: Keyboard.nativeText("Ctrl+Return")
            onTriggered: root.canvas.perform("ask-and-answer")
        }
        MenuRow {
            text: qsTr("Connect…")
            keys: Keyboard.nativeText("Ctrl+L")
            onTriggered: root.canvas.perform("connect")
        }
        MenuLine {}
        MenuRow {
            text: qsTr("One step longer")
            keys: Keyboard.nativeText("Alt+Shift+Right")
            onTriggered: root.canvas.perform("longer")
        }
        MenuRow {
            text: qsTr("One step shorter")
            keys: Keyboard.nativeText("Alt+Shift+Left")
            onTriggered: root.canvas.perform("shorter")
        }
        MenuRow {
            text: qsTr("Insert a step")
            keys: Keyboard.nativeText("Insert")
            onTriggered: root.canvas.perform("insert-step")
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Cut")
            keys: Keyboard.nativeText("Ctrl+X")
            onTriggered: root.canvas.perform("cut")
        }
        MenuRow {
            text: qsTr("Copy")
            keys: Keyboard.nativeText("Ctrl+C")
            onTriggered: root.canvas.perform("copy")
        }
        MenuRow {
            text: qsTr("Paste")
            keys: Keyboard.nativeText("Ctrl+V")
            onTriggered: root.canvas.perform("paste")
        }
        MenuRow {
            text: qsTr("Duplicate")
            keys: Keyboard.nativeText("Ctrl+D")
            onTriggered: root.canvas.perform("duplicate")
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Trace the selection")
            keys: Keyboard.nativeText("Ctrl+T")
            checkable: true
            checked: root.canvas.tracing
            onTriggered: root.canvas.tracing = checked
        }
        MenuRow {
            text: qsTr("Ask and watch…")
            keys: Keyboard.nativeText("F6")
            onTriggered: root.askRequested()
        }
        MenuRow {
            action: root.commands.details
        }
        MenuRow {
            text: qsTr("Delete")
            keys: Keyboard.nativeText("Delete")
            textColor: Theme.errorText
            onTriggered: root.canvas.perform("delete")
        }
    }
    Popover {
        id: connectionMenu

        objectName: "connectionMenu"

        KindRow {
            text: qsTr("Plain arrow")
            keys: Keyboard.nativeText("N")
            value: "auto"
        }
        KindRow {
            text: qsTr("Request")
            keys: Keyboard.nativeText("R")
            value: "request"
        }
        KindRow {
            text: qsTr("Answer")
            keys: Keyboard.nativeText("A")
            value: "answer"
        }
        KindRow {
            text: qsTr("Hand-over of work")
            keys: Keyboard.nativeText("H")
            value: "handover"
        }
        KindRow {
            text: qsTr("Tell, no reply needed")
            keys: Keyboard.nativeText("T")
            value: "tell"
        }
        KindRow {
            text: qsTr("Send away")
            keys: Keyboard.nativeText("X")
            value: "sendAway"
        }
        KindRow {
            text: qsTr("Flow: then")
            keys: Keyboard.nativeText("F")
            value: "flow"
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Edit the label")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.edit()
        }
        MenuRow {
            text: qsTr("Go to the other end")
            keys: Keyboard.nativeText("Return")
            onTriggered: root.canvas.perform("other-end")
        }
        MenuRow {
            text: qsTr("Turn round")
            onTriggered: root.document.reverseConnections()
        }
        MenuRow {
            text: qsTr("Trace the selection")
            keys: Keyboard.nativeText("Ctrl+T")
            checkable: true
            checked: root.canvas.tracing
            onTriggered: root.canvas.tracing = checked
        }
        MenuLine {}
        MenuRow {
            action: root.commands.details
        }
        MenuRow {
            text: qsTr("Delete")
            keys: Keyboard.nativeText("Delete")
            textColor: Theme.errorText
            onTriggered: root.canvas.perform("delete")
        }
    }
    Popover {
        id: laneMenu

        objectName: "laneMenu"

        MenuRow {
            text: qsTr("Rename")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.edit()
        }
        Popover {
            id: stageMenu

            title: qsTr("Stage")

            Repeater {
                model: ChoiceLists.stages

                MenuRow {
                    required property var modelData

                    text: modelData.text
                    onTriggered: root.document.setLaneStage(root.elementId, modelData.value)
                }
            }
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Add a lane above")
            onTriggered: root.canvas.perform("lane-above")
        }
        MenuRow {
            text: qsTr("Add a lane below")
            onTriggered: root.canvas.perform("insert-lane")
        }
        Popover {
            title: qsTr("Add a curve")

            MenuRow {
                text: qsTr("What the customer feels")
                onTriggered: root.canvas.perform("curve-emotion")
            }
            MenuRow {
                text: qsTr("The customer's effort")
                onTriggered: root.canvas.perform("curve-effort")
            }
            MenuRow {
                text: qsTr("The customer's worry")
                onTriggered: root.canvas.perform("curve-worry")
            }
        }
        MenuLine {}
        MenuRow {
            text: root.commands.fold.text
            keys: Keyboard.nativeText("Ctrl+G")
            onTriggered: root.commands.fold.trigger()
        }
        MenuRow {
            text: qsTr("Hide this lane")
            keys: Keyboard.nativeText("Ctrl+Shift+G")
            onTriggered: root.views.hideLanes()
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Ask and watch…")
            keys: Keyboard.nativeText("F6")
            onTriggered: root.askRequested()
        }
        MenuRow {
            action: root.commands.details
        }
        MenuRow {
            text: qsTr("Delete with its cards")
            textColor: Theme.errorText
            onTriggered: root.canvas.perform("delete")
        }
    }
    Popover {
        id: stepMenu

        objectName: "stepMenu"

        MenuRow {
            text: qsTr("Rename")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.edit()
        }
        MenuRow {
            text: qsTr("Insert a step before")
            onTriggered: root.canvas.perform("step-before")
        }
        MenuRow {
            text: qsTr("Insert a step after")
            onTriggered: root.canvas.perform("insert-step")
        }
        MenuRow {
            text: qsTr("Begin a phase here")
            onTriggered: root.canvas.perform("insert-phase")
        }
        MenuLine {}
        MenuRow {
            action: root.commands.details
        }
        MenuRow {
            text: qsTr("Delete with its cards")
            textColor: Theme.errorText
            onTriggered: root.canvas.perform("delete")
        }
    }
    Popover {
        id: phaseMenu

        objectName: "phaseMenu"

        MenuRow {
            text: qsTr("Rename")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.edit()
        }
        MenuRow {
            text: qsTr("Add a phase at the end")
            onTriggered: root.canvas.perform("phase-last")
        }
        MenuRow {
            text: root.commands.fold.text
            keys: Keyboard.nativeText("Ctrl+G")
            onTriggered: root.commands.fold.trigger()
        }
        MenuRow {
            text: qsTr("Show only this phase")
            onTriggered: root.views.showOnlyPhase(root.elementId)
        }
        MenuLine {}
        MenuRow {
            action: root.commands.details
        }
        MenuRow {
            text: qsTr("Delete, keep its steps")
            textColor: Theme.errorText
            onTriggered: root.canvas.perform("delete")
        }
    }
    Popover {
        id: cellMenu

        objectName: "cellMenu"

        MenuRow {
            text: qsTr("New card here")
            keys: Keyboard.nativeText("Return")
            onTriggered: root.canvas.perform("next-card")
        }
        Popover {
            title: qsTr("Notes")

            MenuRow {
                text: qsTr("Sticky note here")
                keys: Keyboard.nativeText("Alt+N")
                onTriggered: root.canvas.perform("new-note")
            }
            MenuRow {
                text: qsTr("Pain point here")
                keys: Keyboard.nativeText("Alt+P")
                onTriggered: root.canvas.perform("new-pain-point")
            }
            MenuRow {
                text: qsTr("Opportunity here")
                keys: Keyboard.nativeText("Alt+O")
                onTriggered: root.canvas.perform("new-opportunity")
            }
        }
        MenuRow {
            text: qsTr("Paste here")
            keys: Keyboard.nativeText("Ctrl+V")
            onTriggered: root.canvas.perform("paste")
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Insert a step after this one")
            keys: Keyboard.nativeText("Insert")
            onTriggered: root.canvas.perform("insert-step")
        }
        MenuRow {
            text: qsTr("Insert a lane below this one")
            keys: Keyboard.nativeText("Shift+Insert")
            onTriggered: root.canvas.perform("insert-lane")
        }
        MenuRow {
            text: qsTr("Name the step")
            keys: Keyboard.nativeText("Ctrl+Shift+Up")
            onTriggered: root.nameStep()
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Select all")
            keys: Keyboard.nativeText("Ctrl+A")
            onTriggered: root.canvas.perform("select-all")
        }
        MenuRow {
            text: qsTr("Fit the whole blueprint")
            keys: Keyboard.nativeText("Ctrl+1")
            onTriggered: root.canvas.fitAll()
        }
    }
    Popover {
        id: curveMenu

        objectName: "curveMenu"

        CurveRow {
            number: 0
        }
        CurveRow {
            number: 1
        }
        CurveRow {
            number: 2
        }
        CurveRow {
            number: 3
        }
        CurveRow {
            number: 4
        }
        CurveRow {
            number: 5
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Insert a step after this one")
            keys: Keyboard.nativeText("Insert")
            onTriggered: root.canvas.perform("insert-step")
        }
        MenuRow {
            text: qsTr("Name the step")
            keys: Keyboard.nativeText("Ctrl+Shift+Up")
            onTriggered: root.nameStep()
        }
    }
    Popover {
        id: groundMenu

        objectName: "groundMenu"

        MenuRow {
            text: qsTr("Add lane at the bottom")
            onTriggered: root.canvas.perform("insert-lane")
        }
        MenuRow {
            text: qsTr("Add step at the right")
            onTriggered: root.canvas.perform("insert-step")
        }
        MenuRow {
            text: qsTr("Add phase at the right")
            onTriggered: root.canvas.perform("phase-last")
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Paste")
            keys: Keyboard.nativeText("Ctrl+V")
            onTriggered: root.canvas.perform("paste")
        }
        MenuRow {
            text: qsTr("Select all")
            keys: Keyboard.nativeText("Ctrl+A")
            onTriggered: root.canvas.perform("select-all")
        }
        MenuRow {
            text: qsTr("Fit the whole blueprint")
            keys: Keyboard.nativeText("Ctrl+1")
            onTriggered: root.canvas.fitAll()
        }
    }
}
