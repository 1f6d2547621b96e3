// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The ways to mend the current finding. Pointing at one, or walking to it with the arrow keys, shows it on the canvas;
// what it does stands below.
ColumnLayout {
    id: root

    required property FixesModel fixes
    property int hoveredRow: -1
    property int focusedRow: -1
    property bool allNumbers: false
    // Where the list came up under a pointer at rest nobody points at anything: the second press of a double click on the
    // finding is not for the way that has come there meanwhile.
    property point rest: Qt.point(-1, -1)
    property bool pointed: false
    readonly property int fewNumbers: 4

    signal chosen(int row)
    signal leaveRequested
    // What the keyboard walks through wants to be seen.
    signal revealRequested

    function focusAt(row: int) {
        const button = buttons.itemAt(Math.max(0, Math.min(row, buttons.count - 1)));
        if (button)
            button.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: 8
    HoverHandler {
        onPointChanged: {
            const at = point.scenePosition;
            if (root.rest.x < 0)
                root.rest = at;
            else if (Math.abs(at.x - root.rest.x) + Math.abs(at.y - root.rest.y) > 3)
                root.pointed = true;
        }
    }
    Timer {
        id: young

        interval: 600
        running: true
    }
    onFocusedRowChanged: if (focusedRow >= 0)
        settled.start()

    // When the heights below have followed.
    Timer {
        id: settled

        interval: 0
        onTriggered: root.revealRequested()
    }
    Binding {
        target: root.fixes
        property: "previewed"
        value: root.pointed && root.hoveredRow >= 0 ? root.hoveredRow : root.focusedRow
        restoreMode: Binding.RestoreNone
    }

    Repeater {
        id: buttons

        model: root.fixes

        FixButton {
            id: button

            required property int index
            required text

            Layout.fillWidth: true
            objectName: "fix." + index
            shown: index === root.fixes.shown
            drawn: index === root.fixes.previewed
            onHoveredChanged: root.hoveredRow = hovered ? index : root.hoveredRow === index ? -1 : root.hoveredRow
            onActiveFocusChanged: root.focusedRow = activeFocus ? index : root.focusedRow === index ? -1 : root.focusedRow
            onClicked: {
                if (young.running && !root.pointed && !activeFocus)
                    return;
                focus = false;
                root.chosen(index);
            }
            Keys.onDownPressed: root.focusAt(index + 1)
            Keys.onUpPressed: root.focusAt(index - 1)
            Keys.onEscapePressed: {
                focus = false;
                root.leaveRequested();
            }
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: 2
        spacing: 4

        Caption {
            Layout.fillWidth: true
            objectName: "fixEffect"
            text: root.fixes.effect
            tone: "ink"
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
        }
        Repeater {
            model: root.fixes.alsoMended

            Caption {
                required property string modelData

                Layout.fillWidth: true
                text: qsTr("✓ Mends %1").arg(modelData)
                color: Theme.goodText
                font.pixelSize: Theme.small
            }
        }
        Repeater {
            model: root.fixes.opened

            Caption {
                required property string modelData

                Layout.fillWidth: true
                text: qsTr("! Opens %1").arg(modelData)
                color: Theme.warningText
                font.pixelSize: Theme.small
            }
        }
        Repeater {
            model: root.fixes.numbers

            NumberChange {
                required property int index
                required property var modelData

                visible: root.allNumbers || index < root.fewNumbers
                Layout.fillWidth: true
                change: modelData
            }
        }
        ActionButton {
            Layout.leftMargin: -10
            objectName: "allNumbers"
            visible: root.fixes.numbers.length > root.fewNumbers
            implicitHeight: Theme.px(24)
            look: "quiet"
            font.pixelSize: Theme.small
            text: root.allNumbers ? qsTr("Fewer numbers") : qsTr("%1 more numbers").arg(root.fixes.numbers.length - root.fewNumbers)
            onClicked: root.allNumbers = !root.allNumbers
        }
    }
}
