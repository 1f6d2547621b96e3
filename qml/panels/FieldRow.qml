// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// One field of a form: its heading, label, control, and what is wrong with it.
ColumnLayout {
    id: root

    required property InspectorModel form
    required property string key
    required property string type
    required property string section
    required property string label
    required property var value
    required property var choices
    required property bool offers
    required property bool searched
    required property string placeholder
    required property string unit
    required property string help
    required property bool creates
    required property string error
    required property bool mixed
    // Where the label stands: beside the control where there is room.
    readonly property bool inline: type === "rating" || type === "number"

    function put(newValue: var) {
        root.form.setValue(root.key, newValue);
    }
    function putTyped(text: string) {
        root.form.setTyped(root.key, text);
    }
    function keepTyped(text: string) {
        root.form.keepTyped(root.key, text);
    }
    function load() {
        const files = {
            area: "AreaField.qml",
            number: "LineField.qml",
            choice: root.creates || root.searched ? "PickField.qml" : "ChoiceField.qml",
            tags: "TagsField.qml",
            flag: "FlagField.qml",
            rating: "RatingField.qml",
            attachments: "AttachmentsField.qml",
            capabilities: "CapabilitiesField.qml"
        };
        const file = files[root.type];
        loader.setSource(file !== undefined ? file : "LineField.qml", {
            field: root
        });
    }
    function text(): string {
        return root.value === undefined || root.value === null ? "" : String(root.value);
    }

    spacing: 4
    Component.onCompleted: load()

    Rule {
        Layout.fillWidth: true
        Layout.topMargin: 12
        Layout.leftMargin: -16
        Layout.rightMargin: -16
        visible: root.section.length > 0
    }
    Caption {
        Layout.fillWidth: true
        Layout.topMargin: 8
        Layout.bottomMargin: 4
        visible: root.section.length > 0
        text: root.section
        tone: "ink"
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Caption {
        visible: root.type !== "flag" && !root.inline
        text: root.label
        tone: "muted"
        font.pixelSize: Theme.small
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: 8

        Caption {
            Layout.preferredWidth: 112 * Theme.panelScale
            visible: root.inline
            text: root.label
            font.pixelSize: Theme.small
            tone: "muted"
        }
        Loader {
            id: loader

            objectName: "field." + root.key
            Layout.fillWidth: root.type !== "rating"
        }
        Caption {
            visible: root.type === "number" && root.unit.length > 0
            text: root.unit
            tone: "muted"
            font.pixelSize: Theme.small
        }
        Item {
            Layout.fillWidth: true
            visible: root.type === "rating"
        }
    }
    Caption {
        Layout.fillWidth: true
        objectName: "error." + root.key
        visible: root.error.length > 0
        text: root.error
        tone: "error"
        font.pixelSize: Theme.small
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Caption {
        Layout.fillWidth: true
        visible: root.help.length > 0 && root.error.length === 0
        text: root.help
        tone: "muted"
        font.pixelSize: Theme.tiny
    }
}
