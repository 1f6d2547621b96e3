// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline

// A button that becomes a field for the name of what it adds. Enter adds, Escape leaves.
FocusScope {
    id: root

    property string text: ""
    property string hint: ""
    property string placeholder: ""
    property string shortcut: ""
    property string fieldName: ""
    property bool adding: false

    signal added(string name)
    signal cancelled

    function begin() {
        adding = true;
        field.text = "";
        field.forceActiveFocus();
    }

    implicitWidth: adding ? 190 : button.implicitWidth
    implicitHeight: Theme.px(28)

    ActionButton {
        id: button

        objectName: root.fieldName + "Button"
        anchors.fill: parent
        implicitHeight: Theme.px(28)
        visible: !root.adding
        look: "quiet"
        text: root.text
        hint: root.hint
        shortcut: root.shortcut
        onClicked: root.begin()
    }
    LineInput {
        id: field

        objectName: root.fieldName
        anchors.fill: parent
        implicitHeight: Theme.px(28)
        visible: root.adding
        placeholderText: root.placeholder
        Accessible.name: root.placeholder
        onAccepted: {
            const name = text;
            root.adding = false;
            if (name.trim().length > 0)
                root.added(name);
            else
                root.cancelled();
        }
        onActiveFocusChanged: if (!activeFocus)
            root.adding = false
        Keys.onEscapePressed: {
            root.adding = false;
            root.cancelled();
        }
    }
}
