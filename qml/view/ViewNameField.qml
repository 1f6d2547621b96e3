// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// Asks for the name of a view.
Popup {
    id: root

    property string doing: ""
    property var accept: null

    function ask(text: string, name: string, then: var) {
        doing = text;
        accept = then;
        field.text = name;
        open();
        field.selectAll();
    }
    function finish() {
        const name = field.text.trim();
        const accepts = root.accept;
        if (name.length > 0 && accepts(name))
            close();
    }

    width: Theme.px(320)
    padding: 10
    focus: true
    onOpened: field.forceActiveFocus()
    background: Sheet {}

    Row {
        spacing: 8

        LineInput {
            id: field

            objectName: "viewName"
            width: root.availableWidth - done.width - 8
            placeholderText: qsTr("Name of the view")
            Accessible.name: placeholderText
            Keys.onReturnPressed: root.finish()
            Keys.onEnterPressed: root.finish()
        }
        ActionButton {
            id: done

            objectName: "viewNameDone"
            look: "primary"
            text: root.doing
            enabled: field.text.trim().length > 0
            onClicked: root.finish()
        }
    }
}
