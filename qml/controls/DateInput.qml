// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// A day: typed as 2026-05-31 or picked from a calendar.
FocusScope {
    id: root

    property alias text: field.text
    property alias wrong: field.wrong
    property string name: ""
    property int shownYear: 2026
    property int shownMonth: 0 // 0 to 11
    // Days of the month before in the first row, which begins on a Monday.
    readonly property int leadingDays: (new Date(shownYear, shownMonth, 1).getDay() + 6) % 7

    signal escaped

    function isoOf(date: date): string {
        return "%1-%2-%3".arg(date.getFullYear()).arg(String(date.getMonth() + 1).padStart(2, "0")).arg(String(date.getDate()).padStart(2, "0"));
    }
    function turn(months: int) {
        const first = new Date(shownYear, shownMonth + months, 1);
        shownYear = first.getFullYear();
        shownMonth = first.getMonth();
    }

    implicitWidth: 130
    implicitHeight: Theme.controlHeight

    LineInput {
        id: field

        anchors.fill: parent
        focus: true
        rightPadding: 32
        placeholderText: qsTr("year-month-day")
        maximumLength: 10
        inputMethodHints: Qt.ImhDate
        Accessible.name: root.name
        Accessible.description: qsTr("Year, month and day, such as 2026-05-31")
        Keys.onEscapePressed: root.escaped()
    }
    IconButton {
        anchors.right: parent.right
        width: 30
        height: parent.height
        icon.width: 16
        icon.height: 16
        glyph: "calendar"
        text: qsTr("Pick the day")
        onClicked: {
            const typed = new Date(field.text);
            const shown = isNaN(typed.getTime()) ? new Date() : typed;
            root.shownYear = shown.getFullYear();
            root.shownMonth = shown.getMonth();
            calendar.open();
        }
    }

    Popup {
        id: calendar

        x: root.width - width
        y: root.height + 4
        margins: 8
        padding: 10
        focus: true
        background: Sheet {}

        ColumnLayout {
            spacing: 6

            RowLayout {
                Layout.fillWidth: true

                ActionButton {
                    implicitHeight: Theme.px(28)
                    look: "quiet"
                    text: "‹"
                    Accessible.name: qsTr("Month before")
                    onClicked: root.turn(-1)
                }
                Caption {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: Qt.formatDate(new Date(root.shownYear, root.shownMonth, 1), "MMMM yyyy")
                    tone: "ink"
                    font.weight: Font.DemiBold
                }
                ActionButton {
                    implicitHeight: Theme.px(28)
                    look: "quiet"
                    text: "›"
                    Accessible.name: qsTr("Month after")
                    onClicked: root.turn(1)
                }
            }
            Grid {
                columns: 7

                Repeater {
                    model: 7

                    // A Monday and the days after it.
                    Caption {
                        required property int index

                        width: 32
                        height: Theme.px(22)
                        text: Qt.formatDate(new Date(2024, 0, 1 + index), "ddd").substring(0, 2)
                        tone: "muted"
                        font.pixelSize: Theme.small
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
            }
            Grid {
                columns: 7

                Repeater {
                    model: 42

                    AbstractButton {
                        id: day

                        required property int index
                        readonly property date date: new Date(root.shownYear, root.shownMonth, 1 + index - root.leadingDays)
                        readonly property bool chosen: root.isoOf(date) === field.text

                        width: 32
                        height: Theme.px(28)
                        focusPolicy: Qt.NoFocus
                        text: Qt.formatDate(date, "d")
                        Accessible.name: Qt.formatDate(date, "d MMMM yyyy")
                        onClicked: {
                            field.text = root.isoOf(date);
                            calendar.close();
                            field.forceActiveFocus();
                        }
                        contentItem: Caption {
                            text: day.text
                            color: day.chosen ? Theme.accentInk : day.date.getMonth() === root.shownMonth ? Theme.ink : Theme.disabled
                            horizontalAlignment: Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                        }
                        background: Rectangle {
                            radius: 6
                            color: day.chosen ? Theme.accent : day.hovered ? Theme.hover : root.isoOf(day.date) === root.isoOf(new Date()) ? Theme.accentWash : "transparent"
                        }
                    }
                }
            }
        }
    }
}
