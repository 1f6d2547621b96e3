// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Throughline

// One of the figures to begin with: what it is, how much, how much of it is known, and the sentence.
AbstractButton {
    id: root

    required property var modelData

    text: modelData.title
    enabled: modelData.elements.length > 0
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    padding: 12
    Accessible.name: qsTr("%1: %2").arg(modelData.title).arg(modelData.value)
    Accessible.description: modelData.sentence
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    HoverHandler {
        cursorShape: root.enabled ? Qt.PointingHandCursor : Qt.ArrowCursor
    }
    contentItem: Column {
        spacing: 2

        Caption {
            width: parent.width
            text: root.modelData.value
            tone: root.modelData.known ? "ink" : "muted"
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.strong
            elide: Text.ElideRight
        }
        Caption {
            width: parent.width
            text: root.modelData.caption
            font.pixelSize: Theme.small
        }
        Caption {
            width: parent.width
            text: root.modelData.coverage
            tone: "muted"
            font.pixelSize: Theme.small
            visible: text.length > 0
        }
    }
    background: Rectangle {
        radius: 6
        color: root.down ? Theme.pressed : root.hovered && root.enabled ? Theme.hover : "transparent"

        FocusRing {
            anchors.margins: 0
            radius: 6
            shown: root.visualFocus
        }
    }

    Hint {
        visible: root.hovered || root.visualFocus
        text: root.modelData.sentence
        y: root.height + 4
    }
}
