// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// One of several: a list that drops down. Options are [{ value, text }]; where a form is the source they are listed when
// the list is opened or a key is pressed, and those given only say what the value is called.
ComboBox {
    id: root

    property string value: ""
    property var options: []
    property InspectorModel source: null
    property string key: ""
    property bool filled: false
    property bool wrong: false
    property string emptyText: ""
    // Return was pressed here, and nowhere else: it opens the list when it is let go.
    property bool opening: false
    // Something was chosen in the list that is open, the same as before or another.
    property bool decided: false

    signal picked(string value)
    // The list was closed by choosing in it.
    signal listLeft

    function fill() {
        if (!source || filled)
            return;
        filled = true;
        model = listed().choices;
    }
    // There may be other things to choose than when it was opened last.
    function fillAnew() {
        filled = false;
        fill();
    }
    function listed(): var {
        return source.choicesOf(key);
    }
    function indexOfValueIn(list: var, wanted: string): int {
        for (let i = 0; i < list.length; ++i) {
            if (list[i].value === wanted)
                return i;
        }
        return -1;
    }

    model: options
    onOptionsChanged: {
        filled = false;
        model = options;
        if (popup.visible)
            fill();
    }
    Keys.onPressed: event => {
        if (popup.visible)
            return;
        fillAnew();
        opening = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        event.accepted = opening;
    }
    // A list that was open when the key is let go would be closed by it.
    Keys.onReleased: event => {
        event.accepted = opening && !event.isAutoRepeat && !popup.visible;
        if (event.accepted)
            popup.open();
        opening = opening && event.isAutoRepeat;
    }
    textRole: "text"
    valueRole: "value"
    implicitHeight: Theme.controlHeight
    leftPadding: 10
    rightPadding: 28
    font.family: Theme.family
    font.pixelSize: Theme.normal
    currentIndex: indexOfValueIn(root.model, root.value)
    displayText: currentIndex >= 0 ? currentText : emptyText
    onActivated: index => {
        decided = popup.visible;
        const chosen = root.model[index];
        if (chosen !== undefined && chosen.value !== root.value)
            root.picked(chosen.value);
        root.currentIndex = Qt.binding(() => root.indexOfValueIn(root.model, root.value));
    }
    // The wheel scrolls the panel, it never changes a value by accident.
    wheelEnabled: false

    contentItem: Text {
        text: root.displayText
        font: root.font
        color: root.enabled ? root.currentIndex >= 0 ? Theme.ink : Theme.muted : Theme.disabled
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
    }
    indicator: Chevron {
        x: root.width - width - 10
        y: (root.height - height) / 2
    }
    background: InputFrame {
        active: root.activeFocus || root.popup.visible
        hovered: root.hovered
        wrong: root.wrong
        available: root.enabled
    }
    delegate: ItemDelegate {
        id: entry

        required property var modelData
        required property int index

        width: ListView.view ? ListView.view.width : implicitWidth
        implicitHeight: Theme.px(30)
        leftPadding: 10
        rightPadding: 10
        highlighted: root.highlightedIndex === index
        text: modelData.text
        contentItem: Text {
            text: entry.text
            font.family: Theme.family
            font.pixelSize: Theme.normal
            font.weight: root.currentIndex === entry.index ? Font.DemiBold : Font.Normal
            color: Theme.ink
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
        }
        background: Rectangle {
            radius: 5
            color: entry.highlighted ? Theme.accentWash : "transparent"
        }
    }
    popup: Popup {
        onAboutToShow: {
            root.decided = false;
            root.fillAnew();
        }
        onClosed: {
            if (root.decided)
                root.listLeft();
        }
        y: root.height + 4
        width: root.width
        height: Math.min(contentItem.implicitHeight + 8, 320)
        padding: 4
        contentItem: RowList {
            implicitHeight: contentHeight
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
        }
        background: Sheet {}
    }
}
