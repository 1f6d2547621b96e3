// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// Roles by requests, with headings that stay in sight. Arrow keys walk cells and headings.
FocusScope {
    id: root

    required property RoleRequestModel model
    required property DocumentController document
    // The cell that keys act on; -1 is the heading.
    property string currentRole: ""
    property string currentRequest: ""
    property bool hasCurrent: false
    readonly property int currentRow: currentRole.length > 0 ? indexNow(model.roles.count, () => model.rowOf(currentRole)) : -1
    readonly property int currentColumn: currentRequest.length > 0 ? indexNow(model.requests.count, () => model.columnOf(currentRequest)) : -1
    property int hoveredRow: -1
    property int hoveredColumn: -1
    property int generation: 0
    property string renamingRole: ""
    property string renamingRequest: ""
    readonly property bool active: grid.activeFocus
    readonly property real headWidth: Math.min(Theme.px(260), Math.max(Theme.px(190), width * 0.24))
    readonly property real headHeight: Theme.px(42)
    readonly property real rowHeight: Theme.px(40)
    readonly property real sectionHeight: Theme.px(22)
    readonly property real columnWidth: Math.max(Theme.px(108), Math.min(Theme.px(168), (width - headWidth - 12) / Math.max(1, model.requests.count)))

    signal leaveRequested
    signal askRequested
    signal addRoleRequested
    signal addRequestRequested

    // The index is asked for anew whenever the table changed.
    function indexNow(count: int, find: var): int {
        return generation >= 0 && count >= 0 ? find() : -1;
    }
    function gapAbove(row: int): real {
        return row === model.metCount && model.metCount < model.roles.count ? sectionHeight : 0;
    }
    function topOf(row: int): real {
        const gap = row > model.metCount || (row === model.metCount && gapAbove(row) > 0) ? sectionHeight : 0;
        return row * rowHeight + gap;
    }
    function go(row: int, column: int) {
        currentRole = model.roleAt(row);
        currentRequest = model.requestAt(column);
        hasCurrent = true;
        reveal();
    }
    function show(role: string, request: string) {
        currentRole = role;
        currentRequest = request;
        hasCurrent = true;
        reveal();
    }
    function forget() {
        hasCurrent = false;
        currentRole = "";
        currentRequest = "";
    }
    function reveal() {
        if (currentColumn >= 0) {
            const x = currentColumn * columnWidth;
            table.contentX = Math.max(0, Math.min(x, Math.max(table.contentX, x + columnWidth - table.width)));
        }
        if (currentRow >= 0) {
            const y = topOf(currentRow);
            table.contentY = Math.max(0, Math.min(y, Math.max(table.contentY, y + rowHeight - table.height)));
        }
    }
    function step(down: int, across: int) {
        if (!hasCurrent) {
            go(0, 0);
            return;
        }
        const row = Math.max(-1, Math.min(model.roles.count - 1, currentRow + down));
        const column = Math.max(-1, Math.min(model.requests.count - 1, currentColumn + across));
        if (row >= 0 || column >= 0)
            go(row, column);
    }
    function act(backwards: bool) {
        if (currentRow >= 0 && currentColumn >= 0)
            model.cycle(currentRow, currentColumn, backwards);
        else if (currentRow >= 0)
            model.toggleOnlyThese(currentRow);
        else if (currentColumn >= 0)
            renameCurrent();
    }
    function say(ability: string) {
        if (currentRow >= 0 && currentColumn >= 0)
            model.say(currentRow, currentColumn, ability);
    }
    function renameCurrent() {
        if (currentColumn < 0)
            renamingRole = currentRole;
        else if (currentRow < 0)
            renamingRequest = currentRequest;
    }
    // What is removed leaves the keys to the heading behind it, or to the last one.
    function removeCurrent() {
        const row = currentRow;
        const column = currentColumn;
        if (row >= 0 && column >= 0) {
            model.say(row, column, "");
        } else if (row >= 0) {
            const next = model.roleAt(row + 1 < model.roles.count ? row + 1 : row - 1);
            if (document.remove("role", currentRole) && next.length > 0)
                show(next, "");
        } else if (column >= 0) {
            const next = model.requestAt(column + 1 < model.requests.count ? column + 1 : column - 1);
            if (document.remove("request", currentRequest) && next.length > 0)
                show("", next);
        }
    }
    function endRenaming() {
        renamingRole = "";
        renamingRequest = "";
        grid.forceActiveFocus();
    }
    function openTargets() {
        if (currentRow < 0 || currentColumn < 0)
            return;
        targets.choices = model.targets(currentRow, currentColumn);
        targets.x = Math.max(0, Math.min(root.width - targets.width, headWidth + currentColumn * columnWidth - table.contentX));
        targets.y = Math.min(root.height - targets.implicitHeight, headHeight + topOf(currentRow) - table.contentY + rowHeight);
        targets.open();
    }
    function openMenu(item: Item, x: real, y: real) {
        const menu = currentRow >= 0 && currentColumn >= 0 ? cellMenu : currentRow >= 0 ? roleMenu : requestMenu;
        menu.popup(item, x, y);
    }

    Connections {
        target: root.model

        function onKnowledgeChanged() {
            ++root.generation;
            if (root.hasCurrent && root.currentRole.length > 0 && root.currentRow < 0 || root.currentRequest.length > 0 && root.currentColumn < 0)
                root.forget();
        }
    }

    // What has the keyboard.
    Item {
        id: grid

        objectName: "requestGrid"
        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Who can answer what")
        Accessible.description: qsTr("Arrow keys walk the cells. Space says the next thing; F, P and R say that it is seen to, passed on or refused.")
        onActiveFocusChanged: if (activeFocus && !root.hasCurrent && root.model.roles.count > 0)
            root.go(0, root.model.requests.count > 0 ? 0 : -1)

        // Keys of the table are not those of the drawing.
        Keys.onShortcutOverride: event => {
            event.accepted = [Qt.Key_Delete, Qt.Key_F2, Qt.Key_Insert, Qt.Key_Escape].includes(event.key) && !(event.modifiers & Qt.ControlModifier);
        }
        Keys.onPressed: event => {
            if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier)) {
                event.accepted = false;
                return;
            }
            event.accepted = true;
            const backwards = (event.modifiers & Qt.ShiftModifier) !== 0;
            switch (event.key) {
            case Qt.Key_Up:
                return root.step(-1, 0);
            case Qt.Key_Down:
                return root.step(1, 0);
            case Qt.Key_Left:
                return root.step(0, -1);
            case Qt.Key_Right:
                return root.step(0, 1);
            case Qt.Key_Home:
                return root.go(root.currentRow, 0);
            case Qt.Key_End:
                return root.go(root.currentRow, root.model.requests.count - 1);
            case Qt.Key_PageUp:
                return root.go(0, root.currentColumn);
            case Qt.Key_PageDown:
                return root.go(root.model.roles.count - 1, root.currentColumn);
            case Qt.Key_Space:
            case Qt.Key_Return:
            case Qt.Key_Enter:
                return root.act(backwards);
            case Qt.Key_F:
                return root.say("fulfils");
            case Qt.Key_P:
                return root.openTargets();
            case Qt.Key_R:
            case Qt.Key_X:
                return root.say("refuses");
            case Qt.Key_O:
                if (root.currentRow >= 0)
                    root.model.toggleOnlyThese(root.currentRow);
                return;
            case Qt.Key_Q:
                return root.askRequested();
            case Qt.Key_F2:
                return root.renameCurrent();
            case Qt.Key_Delete:
            case Qt.Key_Backspace:
                return root.removeCurrent();
            case Qt.Key_Insert:
                return backwards ? root.addRequestRequested() : root.addRoleRequested();
            case Qt.Key_Menu:
                return root.openMenu(grid, root.headWidth, root.headHeight);
            case Qt.Key_Escape:
                root.forget();
                return root.leaveRequested();
            default:
                event.accepted = false;
            }
        }
    }

    // The corner.
    Item {
        width: root.headWidth
        height: root.headHeight

        Text {
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("asked for  →")
            font.family: Theme.family
            font.pixelSize: Theme.tiny
            color: Theme.muted
            anchors.right: parent.right
            anchors.rightMargin: 12
            horizontalAlignment: Text.AlignRight
        }
        Rule {
            anchors.bottom: parent.bottom
            width: parent.width
        }
        Rule {
            anchors.right: parent.right
            height: parent.height
        }
    }
    Item {
        x: root.headWidth
        width: table.width
        height: root.headHeight
        clip: true

        Row {
            x: -table.contentX

            Repeater {
                model: root.model.requests

                AskColumnHead {
                    id: columnHead

                    required property int index

                    objectName: "request." + elementId
                    width: root.columnWidth
                    height: root.headHeight
                    current: root.hasCurrent && root.currentRow < 0 && root.currentRequest === elementId
                    focused: root.active
                    renaming: root.renamingRequest === elementId
                    onEntered: {
                        root.hoveredRow = -1;
                        root.hoveredColumn = index;
                    }
                    onExited: root.hoveredColumn = -1
                    onClicked: {
                        root.go(-1, index);
                        grid.forceActiveFocus();
                    }
                    onRenameRequested: root.renamingRequest = elementId
                    onRenamed: name => root.document.rename("request", elementId, name)
                    onRenameEnded: root.endRenaming()
                    onMenuRequested: (x, y) => {
                        root.go(-1, index);
                        root.openMenu(columnHead, x, y);
                    }
                }
            }
        }
    }
    Item {
        y: root.headHeight
        width: root.headWidth
        height: table.height
        clip: true

        Column {
            y: -table.contentY
            width: parent.width

            Repeater {
                model: root.model.roles

                AskRowHead {
                    id: rowHead

                    required property int index

                    objectName: "role." + elementId
                    width: root.headWidth
                    height: root.rowHeight + topGap
                    topGap: root.gapAbove(index)
                    sectionText: topGap > 0 ? qsTr("Not met by the customer") : ""
                    current: root.hasCurrent && root.currentColumn < 0 && root.currentRole === elementId
                    focused: root.active
                    renaming: root.renamingRole === elementId
                    onEntered: {
                        root.hoveredColumn = -1;
                        root.hoveredRow = index;
                    }
                    onExited: root.hoveredRow = -1
                    onClicked: {
                        root.go(index, -1);
                        grid.forceActiveFocus();
                    }
                    onToggled: root.model.toggleOnlyThese(index)
                    onRenameRequested: root.renamingRole = elementId
                    onRenamed: name => root.document.rename("role", elementId, name)
                    onRenameEnded: root.endRenaming()
                    onMenuRequested: (x, y) => {
                        root.go(index, -1);
                        root.openMenu(rowHead, x, y);
                    }
                }
            }
        }
    }
    TableView {
        id: table

        objectName: "requestTable"
        x: root.headWidth
        y: root.headHeight
        width: root.width - x
        height: root.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        pointerNavigationEnabled: false
        model: root.model
        columnWidthProvider: () => root.columnWidth
        rowHeightProvider: row => root.rowHeight + root.gapAbove(row)
        onWidthChanged: relayout.restart()
        ScrollBar.vertical: ThinScrollBar {}
        ScrollBar.horizontal: ThinScrollBar {}

        delegate: AskCell {
            id: cell

            required property int row
            required property int column

            objectName: "cell." + root.model.roleAt(row) + "." + root.model.requestAt(column)
            topGap: root.gapAbove(row)
            marked: root.hasCurrent && row === root.currentRow && column === root.currentColumn
            focused: root.active
            onEntered: {
                root.hoveredRow = row;
                root.hoveredColumn = column;
            }
            onExited: {
                if (root.hoveredRow === row && root.hoveredColumn === column) {
                    root.hoveredRow = -1;
                    root.hoveredColumn = -1;
                }
            }
            onClicked: backwards => {
                root.go(row, column);
                grid.forceActiveFocus();
                root.model.cycle(row, column, backwards);
            }
            onMenuRequested: (x, y) => {
                root.go(row, column);
                grid.forceActiveFocus();
                root.openMenu(cell, x, y);
            }
        }
    }
    // The widths of columns are asked for once the new width has settled.
    Timer {
        id: relayout

        interval: 0
        onTriggered: table.forceLayout()
    }
    Connections {
        target: root.model.requests

        function onCountChanged() {
            relayout.restart();
        }
    }

    Picker {
        id: targets

        objectName: "passTargets"
        placeholder: qsTr("To whom does it go?")
        onPicked: value => root.model.say(root.currentRow, root.currentColumn, "passes-on", value)
        onClosed: grid.forceActiveFocus()
    }
    Popover {
        id: cellMenu

        objectName: "askCellMenu"

        MenuRow {
            text: qsTr("Sees to it")
            keys: Keyboard.nativeText("F")
            onTriggered: root.say("fulfils")
        }
        MenuRow {
            text: qsTr("Passes it on to…")
            keys: Keyboard.nativeText("P")
            onTriggered: root.openTargets()
        }
        MenuRow {
            text: qsTr("Refuses")
            keys: Keyboard.nativeText("R")
            onTriggered: root.say("refuses")
        }
        MenuRow {
            text: qsTr("Nobody has said")
            keys: Keyboard.nativeText("Delete")
            onTriggered: root.say("")
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Ask and watch")
            keys: Keyboard.nativeText("Q")
            onTriggered: root.askRequested()
        }
    }
    Popover {
        id: roleMenu

        objectName: "askRoleMenu"

        MenuRow {
            text: qsTr("Rename")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.renamingRole = root.currentRole
        }
        MenuRow {
            text: qsTr("Does only what is listed")
            keys: Keyboard.nativeText("O")
            onTriggered: root.model.toggleOnlyThese(root.currentRow)
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Delete the role")
            keys: Keyboard.nativeText("Delete")
            textColor: Theme.errorText
            onTriggered: root.removeCurrent()
        }
    }
    Popover {
        id: requestMenu

        objectName: "askRequestMenu"

        MenuRow {
            text: qsTr("Rename")
            keys: Keyboard.nativeText("F2")
            onTriggered: root.renamingRequest = root.currentRequest
        }
        MenuLine {}
        MenuRow {
            text: qsTr("Delete the request")
            keys: Keyboard.nativeText("Delete")
            textColor: Theme.errorText
            onTriggered: root.removeCurrent()
        }
    }
}
