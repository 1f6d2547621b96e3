// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Throughline

// What a role does about each request: fulfils it, passes it on to a role, refuses it; and how long that takes.
ColumnLayout {
    id: root

    property var rows: []
    property var offers: ({})

    signal changed(var rows)

    function withRow(index: int, key: string, value: var): var {
        const copy = Array.from(rows).map(row => Object.assign({}, row));
        copy[index][key] = value;
        return copy;
    }

    spacing: 8

    Repeater {
        model: root.rows

        ColumnLayout {
            id: row

            required property var modelData
            required property int index

            Layout.fillWidth: true
            spacing: 4

            RowLayout {
                Layout.fillWidth: true
                spacing: 4

                PickInput {
                    Layout.fillWidth: true
                    choices: root.offers.requests
                    value: row.modelData.request
                    placeholder: qsTr("Which request")
                    Accessible.name: qsTr("Request")
                    onPicked: value => root.changed(root.withRow(row.index, "request", value))
                }
                IconButton {
                    text: qsTr("Remove this line")
                    glyph: "close"
                    icon.width: 14
                    icon.height: 14
                    onClicked: root.changed(Array.from(root.rows).filter((other, i) => i !== row.index))
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.rightMargin: 36
                spacing: 4

                Choice {
                    Layout.preferredWidth: 128
                    options: root.offers.abilities
                    value: row.modelData.ability
                    Accessible.name: qsTr("What it does about it")
                    onPicked: value => root.changed(root.withRow(row.index, "ability", value))
                }
                PickInput {
                    Layout.fillWidth: true
                    visible: row.modelData.ability === "passes"
                    choices: root.offers.roles
                    value: row.modelData.passesTo
                    placeholder: qsTr("to whom")
                    Accessible.name: qsTr("Passes it on to")
                    onPicked: value => root.changed(root.withRow(row.index, "passesTo", value))
                }
                Item {
                    Layout.fillWidth: true
                    visible: row.modelData.ability !== "passes"
                }
                LineInput {
                    Layout.preferredWidth: 56
                    value: row.modelData.takes
                    placeholderText: "–"
                    horizontalAlignment: TextInput.AlignRight
                    Accessible.name: qsTr("Takes minutes")
                    onCommitted: text => root.changed(root.withRow(row.index, "takes", text))
                }
                Caption {
                    text: qsTr("min")
                    tone: "muted"
                    font.pixelSize: Theme.small
                }
            }
        }
    }
    ActionButton {
        id: adder

        implicitHeight: Theme.px(28)
        font.pixelSize: Theme.small
        text: qsTr("Add a request")
        onClicked: picker.open()

        Picker {
            id: picker

            y: adder.height + 4
            choices: root.offers.requests !== undefined ? root.offers.requests : []
            except: Array.from(root.rows).map(row => row.request)
            creates: true
            onPicked: value => root.changed(Array.from(root.rows).concat([
                {
                    request: value,
                    ability: value === "*" ? "passes" : "fulfils",
                    passesTo: "",
                    takes: ""
                }
            ]))
        }
    }
}
