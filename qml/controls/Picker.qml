// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Throughline
import Throughline.App

// A list to choose from with a field to narrow it down; what is not in it can be made, where that is allowed.
Popup {
    id: root

    property var choices: []
    // Lists the choices of a field when it is opened, instead.
    property InspectorModel source: null
    property string key: ""
    property var except: []
    property bool creates: false
    property string placeholder: qsTr("Find…")

    signal picked(string value)

    readonly property var offered: {
        if (!source)
            return {
                choices: choices,
                more: 0
            };
        return visible ? source.choicesOf(key, search.text.trim()) : {
            choices: [],
            more: 0
        };
    }
    readonly property var shown: {
        const wanted = search.text.trim().toLowerCase();
        const list = offered.choices.filter(choice => !except.includes(choice.value) && choice.text.toLowerCase().includes(wanted));
        const known = offered.choices.some(choice => choice.text.toLowerCase() === wanted);
        if (creates && wanted.length > 0 && !known) {
            list.push({
                value: "+%1".arg(search.text.trim()),
                text: qsTr("New: %1").arg(search.text.trim())
            });
        }
        return list;
    }

    function choose(index: int) {
        if (index < 0 || index >= shown.length)
            return;
        const value = shown[index].value;
        close();
        picked(value);
    }

    width: 260
    padding: 6
    focus: true
    onAboutToShow: {
        search.text = "";
        list.currentIndex = 0;
    }
    onOpened: search.forceActiveFocus()
    background: Sheet {}

    contentHeight: column.implicitHeight

    Column {
        id: column

        width: root.availableWidth
        spacing: 4

        TextField {
            id: search

            width: parent.width
            implicitHeight: Theme.px(30)
            leftPadding: 8
            font.family: Theme.family
            font.pixelSize: Theme.normal
            color: Theme.ink
            placeholderText: root.creates ? qsTr("Find or name a new one…") : root.placeholder
            placeholderTextColor: Theme.muted
            selectionColor: Theme.accent
            selectByMouse: true
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            onTextChanged: list.currentIndex = 0
            onAccepted: root.choose(list.currentIndex)
            background: InputFrame {
                active: search.activeFocus
            }
        }
        RowList {
            id: list

            width: parent.width
            height: Math.min(contentHeight, 240)
            model: root.shown
            keyNavigationWraps: true
            delegate: ItemDelegate {
                id: entry

                required property var modelData
                required property int index

                width: ListView.view.width
                implicitHeight: Theme.px(30)
                leftPadding: 8
                rightPadding: 8
                text: modelData.text
                onClicked: root.choose(index)
                onHoveredChanged: if (hovered)
                    list.currentIndex = index
                contentItem: Text {
                    text: entry.text
                    font.family: Theme.family
                    font.pixelSize: Theme.normal
                    color: entry.modelData.value.startsWith("+") ? Theme.accentText : Theme.ink
                    elide: Text.ElideRight
                    verticalAlignment: Text.AlignVCenter
                }
                background: Rectangle {
                    radius: 5
                    color: entry.ListView.isCurrentItem ? Theme.accentWash : "transparent"
                }
            }
        }
        Caption {
            objectName: "pickerMore"
            visible: root.offered.more > 0
            width: parent.width
            padding: 8
            tone: "muted"
            font.pixelSize: Theme.small
            text: qsTr("%1 more: type a part of the name.").arg(root.offered.more)
        }
        Caption {
            visible: list.count === 0
            width: parent.width
            padding: 8
            tone: "muted"
            text: root.creates ? qsTr("Nothing yet: type a name and press Enter.") : qsTr("Nothing to choose from.")
        }
    }
}
