// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// What of the blueprint is shown, and the views that are kept, above the drawing.
Rectangle {
    id: root

    required property ViewsModel views
    required property Commands commands
    readonly property int columns: width > Theme.px(1000) ? 6 : width > Theme.px(560) ? 3 : 2

    signal leaveRequested

    function begin() {
        visible = true;
        departments.forceActiveFocus(Qt.TabFocusReason);
    }
    // Asks for the name of what is shown, or another one for the current view.
    function askName(renaming: bool) {
        visible = true;
        if (renaming)
            namer.ask(qsTr("Rename"), views.current, name => name === views.current || views.rename(views.current, name));
        else
            namer.ask(qsTr("Save"), "", name => views.save(name));
    }
    function leave() {
        visible = false;
        leaveRequested();
    }

    visible: false
    // The drawing keeps most of the height.
    implicitHeight: Math.min(column.implicitHeight + 21, Math.max(150, Window.height * 0.36))
    color: Theme.paper
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("What to show")
    Keys.onEscapePressed: root.leave()

    Flickable {
        id: sheet

        anchors.fill: parent
        contentHeight: column.implicitHeight + 20
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ThinScrollBar {}

        FollowFocus {
            view: sheet
        }
        ColumnLayout {
            id: column

            x: 12
            y: 10
            width: sheet.width - 24
            spacing: 8

            GridLayout {
                columns: root.columns
                columnSpacing: 10
                rowSpacing: 6

                FilterField {
                    id: departments

                    objectName: "filterDepartments"
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("Departments")
                    empty: qsTr("Any")
                    choices: root.views.departments
                    chosen: root.views.chosenDepartments
                    onPicked: values => root.views.choose("department", values)
                }
                FilterField {
                    objectName: "filterRoles"
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("Roles")
                    empty: qsTr("Any")
                    choices: root.views.roles
                    chosen: root.views.chosenRoles
                    onPicked: values => root.views.choose("role", values)
                }
                FilterField {
                    objectName: "filterPhases"
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("Phases")
                    empty: qsTr("Any")
                    choices: root.views.phases
                    chosen: root.views.chosenPhases
                    onPicked: values => root.views.choose("phase", values)
                }
                FilterField {
                    objectName: "filterRules"
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("With findings of")
                    empty: qsTr("Any or none")
                    choices: root.views.rules
                    chosen: root.views.chosenRules
                    onPicked: values => root.views.choose("rule", values)
                }
                FilterField {
                    objectName: "filterLanes"
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("Hidden lanes")
                    empty: qsTr("None")
                    choices: root.views.lanes
                    chosen: root.views.hiddenLanes
                    onPicked: values => root.views.choose("lane", values)
                }
                Item {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    implicitHeight: saved.y + saved.height

                    Caption {
                        id: savedCaption

                        text: qsTr("Saved views")
                        tone: "muted"
                        font.pixelSize: Theme.small
                        wrapMode: Text.NoWrap
                    }
                    Choice {
                        id: saved

                        objectName: "savedViews"
                        y: savedCaption.height + 2
                        width: parent.width
                        options: Array.from(root.views.names).map(name => ({
                                    value: name,
                                    text: name
                                }))
                        value: root.views.current
                        emptyText: enabled ? qsTr("Choose one") : qsTr("None")
                        enabled: root.views.names.length > 0
                        Accessible.name: savedCaption.text
                        onPicked: name => root.views.show(name)
                    }
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: 8

                ModeSwitch {
                    objectName: "filterRest"
                    options: [
                        {
                            value: "fade",
                            text: qsTr("Fade the rest")
                        },
                        {
                            value: "hide",
                            text: qsTr("Leave it out")
                        }
                    ]
                    value: root.views.hidesRest ? "hide" : "fade"
                    onChosen: value => root.views.hidesRest = value === "hide"
                }
                ActionButton {
                    objectName: "showEverything"
                    look: "quiet"
                    text: root.commands.showEverything.text
                    hint: qsTr("Shows the whole blueprint again")
                    shortcut: Keyboard.nativeText(root.commands.showEverything.shortcut)
                    enabled: root.commands.showEverything.enabled
                    onClicked: root.commands.showEverything.trigger()
                }
                ActionButton {
                    objectName: "updateView"
                    look: "quiet"
                    visible: root.views.differs
                    text: qsTr("Update")
                    hint: qsTr("Keeps what is shown now as %1").arg(root.views.current)
                    onClicked: root.views.save(root.views.current)
                }
                ActionButton {
                    id: saveButton

                    objectName: "saveView"
                    look: "quiet"
                    text: qsTr("Save as view…")
                    enabled: root.views.active
                    onClicked: root.askName(false)
                }
                ActionButton {
                    objectName: "renameView"
                    look: "quiet"
                    visible: root.views.current.length > 0
                    text: qsTr("Rename…")
                    onClicked: root.askName(true)
                }
                ActionButton {
                    objectName: "deleteView"
                    look: "quiet"
                    visible: root.views.current.length > 0
                    text: qsTr("Delete")
                    hint: qsTr("Deletes the view, not what it shows")
                    onClicked: root.views.remove(root.views.current)
                }
                ActionButton {
                    look: "quiet"
                    text: qsTr("Close")
                    shortcut: Keyboard.nativeText("Escape")
                    onClicked: root.leave()
                }
            }
        }
    }
    ViewNameField {
        id: namer

        x: Math.min(saveButton.mapToItem(root, 0, 0).x, root.width - width - 8)
        y: root.height + 4
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.hairline
    }
}
