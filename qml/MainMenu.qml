// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Throughline
import Throughline.App

// The menu of the window: every command has its place here.
Popover {
    id: root

    required property Commands commands
    required property DocumentController document

    signal templateChosen(url source)
    signal fileChosen(url file)

    // The templates are read when somebody looks at the menu.
    property bool used: false
    readonly property TemplateModel templates: TemplateModel {}

    onAboutToShow: used = true

    Popover {
        id: newMenu

        title: qsTr("New")

        Repeater {
            model: root.used ? root.templates : null

            MenuRow {
                required property url source
                required property string title

                text: title
                onTriggered: root.templateChosen(source)
            }
        }
    }
    MenuRow {
        action: root.commands.open
    }
    Popover {
        id: recentMenu

        title: qsTr("Open recent")
        enabled: AppSettings.recentFiles.length > 0

        Repeater {
            model: AppSettings.recentFiles

            MenuRow {
                required property var modelData

                text: modelData.name
                Accessible.description: modelData.folder
                onTriggered: root.fileChosen(modelData.url)
            }
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Forget these")
            onTriggered: AppSettings.clearRecentFiles()
        }
    }
    MenuRow {
        action: root.commands.importBpmn
    }
    MenuLine {}
    MenuRow {
        action: root.commands.save
    }
    MenuRow {
        action: root.commands.saveAs
    }
    MenuRow {
        action: root.commands.versions
    }
    Popover {
        title: qsTr("Export")
        enabled: root.document.isOpen

        MenuRow {
            action: root.commands.exportPdf
        }
        MenuRow {
            text: qsTr("Picture for slides (PNG)…")
            onTriggered: root.commands.exportRequested("png")
        }
        MenuRow {
            text: qsTr("Drawing that scales (SVG)…")
            onTriggered: root.commands.exportRequested("svg")
        }
        MenuRow {
            text: qsTr("Text notation (BPT)…")
            onTriggered: root.commands.exportRequested("bpt")
        }
    }
    MenuRow {
        action: root.commands.closeDocument
    }
    MenuLine {}
    Popover {
        title: qsTr("Edit")
        enabled: root.document.isOpen

        MenuRow {
            action: root.commands.undo
        }
        MenuRow {
            action: root.commands.redo
        }
        MenuLine {}
        MenuRow {
            action: root.commands.find
        }
        MenuRow {
            action: root.commands.replace
        }
        MenuLine {}
        MenuRow {
            action: root.commands.rename
        }
        MenuRow {
            action: root.commands.details
        }
        MenuLine {}
        MenuRow {
            action: root.commands.cut
        }
        MenuRow {
            action: root.commands.copy
        }
        MenuRow {
            action: root.commands.paste
        }
        MenuRow {
            action: root.commands.duplicate
        }
        MenuRow {
            action: root.commands.copyPng
        }
        MenuRow {
            action: root.commands.copySvg
        }
        MenuLine {}
        MenuRow {
            action: root.commands.selectAll
        }
        MenuRow {
            action: root.commands.remove
        }
    }
    Popover {
        id: drawMenu

        title: qsTr("Draw")
        enabled: root.commands.drawing

        MenuRow {
            text: qsTr("Next card in this lane")
            keys: Keyboard.nativeText("Return")
            enabled: root.commands.cardsSelected
            onTriggered: root.commands.canvas.perform("next-card")
        }
        MenuRow {
            text: qsTr("Card below in the same cell")
            keys: Keyboard.nativeText("Shift+Return")
            enabled: root.commands.cardsSelected
            onTriggered: root.commands.canvas.perform("card-below")
        }
        MenuRow {
            text: qsTr("Connected card in the lane below")
            keys: Keyboard.nativeText("Tab")
            enabled: root.commands.cardsSelected
            onTriggered: root.commands.canvas.perform("answering-card")
        }
        MenuRow {
            text: qsTr("Ask the lane below")
            keys: Keyboard.nativeText("Ctrl+Return")
            enabled: root.commands.cardsSelected
            onTriggered: root.commands.canvas.perform("ask-and-answer")
        }
        MenuRow {
            text: qsTr("Connect…")
            keys: Keyboard.nativeText("Ctrl+L")
            enabled: root.commands.document.selectionCount > 0
            onTriggered: root.commands.canvas.perform("connect")
        }
        MenuRow {
            text: qsTr("Next connection of the card")
            keys: Keyboard.nativeText("Ctrl+J")
            enabled: root.commands.document.selectionCount > 0
            onTriggered: root.commands.canvas.perform("next-connection")
        }
        MenuLine {}
        MenuRow {
            action: root.commands.addLane
        }
        MenuRow {
            action: root.commands.addStep
        }
        MenuRow {
            action: root.commands.addPhase
        }
        Popover {
            title: qsTr("Attachments")

            MenuRow {
                action: root.commands.attach
            }
            MenuRow {
                action: root.commands.openAttachment
            }
        }
        Popover {
            title: qsTr("Notes and curves")

            MenuRow {
                text: qsTr("Sticky note")
                keys: Keyboard.nativeText("Alt+N")
                onTriggered: root.commands.canvas.perform("new-note")
            }
            MenuRow {
                text: qsTr("Pain point")
                keys: Keyboard.nativeText("Alt+P")
                onTriggered: root.commands.canvas.perform("new-pain-point")
            }
            MenuRow {
                text: qsTr("Opportunity")
                keys: Keyboard.nativeText("Alt+O")
                onTriggered: root.commands.canvas.perform("new-opportunity")
            }
            MenuLine {}
            MenuRow {
                text: qsTr("Note on the card")
                keys: Keyboard.nativeText("Alt+Shift+N")
                enabled: root.commands.cardsSelected
                onTriggered: root.commands.canvas.perform("add-note")
            }
            MenuRow {
                text: qsTr("Pain point on the card")
                keys: Keyboard.nativeText("Alt+Shift+P")
                enabled: root.commands.cardsSelected
                onTriggered: root.commands.canvas.perform("add-pain-point")
            }
            MenuRow {
                text: qsTr("Opportunity on the card")
                keys: Keyboard.nativeText("Alt+Shift+O")
                enabled: root.commands.cardsSelected
                onTriggered: root.commands.canvas.perform("add-opportunity")
            }
            MenuLine {}
            MenuRow {
                text: qsTr("Curve of what the customer feels")
                onTriggered: root.commands.canvas.perform("curve-emotion")
            }
            MenuRow {
                text: qsTr("Curve of the customer's effort")
                onTriggered: root.commands.canvas.perform("curve-effort")
            }
            MenuRow {
                text: qsTr("Curve of the customer's worry")
                onTriggered: root.commands.canvas.perform("curve-worry")
            }
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Card one step longer")
            keys: Keyboard.nativeText("Alt+Shift+Right")
            enabled: root.commands.cardsSelected
            onTriggered: root.commands.canvas.perform("longer")
        }
        MenuRow {
            text: qsTr("Card one step shorter")
            keys: Keyboard.nativeText("Alt+Shift+Left")
            enabled: root.commands.cardsSelected
            onTriggered: root.commands.canvas.perform("shorter")
        }
    }
    Popover {
        title: qsTr("View")

        MenuRow {
            action: root.commands.zoomIn
        }
        MenuRow {
            action: root.commands.zoomOut
        }
        MenuRow {
            action: root.commands.zoom100
        }
        MenuRow {
            action: root.commands.fit
        }
        MenuRow {
            action: root.commands.zoomToSelection
        }
        MenuRow {
            action: root.commands.trace
        }
        MenuRow {
            action: root.commands.map
        }
        MenuLine {}
        MenuRow {
            action: root.commands.whatToShow
        }
        MenuRow {
            action: root.commands.showEverything
        }
        MenuRow {
            action: root.commands.hideLane
        }
        MenuRow {
            action: root.commands.fold
        }
        Popover {
            title: qsTr("Saved views")
            enabled: root.commands.views.names.length > 0

            Repeater {
                model: root.commands.views.names

                MenuRow {
                    required property string modelData
                    required property int index

                    text: modelData
                    keys: index < 9 ? Keyboard.nativeText("Alt+%1".arg(index + 1)) : ""
                    checkable: true
                    checked: root.commands.views.current === modelData
                    onTriggered: root.commands.views.show(modelData)
                }
            }
        }
        MenuLine {}
        MenuRow {
            action: root.commands.panel
        }
        MenuRow {
            action: root.commands.textPane
        }
        MenuRow {
            action: root.commands.requestTable
        }
        MenuRow {
            text: qsTr("Less motion")
            checkable: true
            checked: AppSettings.reducedMotion
            onTriggered: AppSettings.reducedMotion = checked
        }
        MenuRow {
            text: qsTr("More contrast")
            checkable: true
            checked: AppSettings.highContrast
            onTriggered: AppSettings.highContrast = checked
        }
        MenuRow {
            text: AppSettings.textScale >= 2 ? qsTr("Words of the usual size") : qsTr("Larger words (%1 %)").arg(Math.round(100 * (AppSettings.textScale + 0.25)))
            onTriggered: AppSettings.textScale = AppSettings.textScale >= 2 ? 1 : AppSettings.textScale + 0.25
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Light or dark as the system")
            checkable: true
            checked: AppSettings.theme === "system"
            onTriggered: AppSettings.theme = "system"
        }
        MenuRow {
            text: qsTr("Light")
            checkable: true
            checked: AppSettings.theme === "light"
            onTriggered: AppSettings.theme = "light"
        }
        MenuRow {
            text: qsTr("Dark")
            checkable: true
            checked: AppSettings.theme === "dark"
            onTriggered: AppSettings.theme = "dark"
        }
    }
    Popover {
        title: qsTr("Check")
        enabled: root.document.isOpen

        MenuRow {
            action: root.commands.check
        }
        MenuRow {
            action: root.commands.nextFinding
        }
        MenuRow {
            action: root.commands.previousFinding
        }
        MenuRow {
            action: root.commands.mend
        }
        MenuRow {
            action: root.commands.accept
        }
        MenuRow {
            action: root.commands.fixSafe
        }
        MenuLine {}
        MenuRow {
            action: root.commands.rules
        }
    }
    MenuRow {
        action: root.commands.ask
    }
    MenuRow {
        action: root.commands.house
    }
    MenuRow {
        action: root.commands.requests
    }
    MenuRow {
        action: root.commands.numbers
    }
    MenuRow {
        action: root.commands.present
    }
    MenuLine {}
    MenuRow {
        action: root.commands.palette
    }
    MenuRow {
        action: root.commands.shortcuts
    }
    MenuRow {
        action: root.commands.about
    }
    MenuRow {
        action: root.commands.quit
    }
}
