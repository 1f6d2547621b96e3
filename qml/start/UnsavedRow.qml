// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline

// Changes that were not saved when the editor was killed. They are removed by a second click.
AbstractButton {
    id: root

    required property var modelData
    readonly property string changesText: modelData.changes === 1 ? qsTr("1 change") : qsTr("%1 changes").arg(modelData.changes)
    property bool sure: false

    signal removeRequested

    function remove() {
        if (sure)
            removeRequested();
        else
            sure = true;
    }

    implicitHeight: Theme.px(44)
    leftPadding: 10
    rightPadding: 4
    text: modelData.name
    objectName: "unsavedRow"
    Accessible.name: qsTr("Open %1 with its unsaved changes").arg(text)
    Accessible.description: qsTr("%1, %2").arg(modelData.when).arg(changesText)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onDeletePressed: root.remove()
    onActiveFocusChanged: if (!activeFocus)
        sure = false

    contentItem: RowLayout {
        spacing: 12

        Caption {
            text: root.text
            tone: "ink"
            font.weight: Font.Medium
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.maximumWidth: root.width * 0.4
        }
        Caption {
            Layout.fillWidth: true
            text: root.modelData.folder.length > 0 ? root.modelData.folder : qsTr("never saved")
            tone: "muted"
            font.pixelSize: Theme.small
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
        }
        Caption {
            text: qsTr("%1 · %2").arg(root.modelData.when).arg(root.changesText)
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
        }
        ActionButton {
            objectName: "removeUnsaved"
            text: root.sure ? qsTr("Remove for good") : qsTr("Remove")
            look: root.sure ? "danger" : "quiet"
            onClicked: root.remove()
            onActiveFocusChanged: if (!activeFocus)
                root.sure = false
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.hovered ? Theme.pressed : "transparent"

        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
        }
    }
}
