// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// A template as a small picture with its name.
AbstractButton {
    id: root

    required property url source
    required property string title
    required property string detail

    implicitHeight: implicitContentHeight
    text: title
    objectName: "template"
    Accessible.name: qsTr("New from template %1").arg(title)
    Accessible.description: detail
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: 12
        color: Theme.paper
        border.width: root.hovered ? 2 : 1
        border.color: root.hovered ? Theme.accent : Theme.hairline

        FocusRing {
            radius: 14
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: 0

        BlueprintPicture {
            Layout.fillWidth: true
            Layout.preferredHeight: 132
            Layout.margins: 10
            source: root.source
            dark: Theme.dark
        }
        Caption {
            Layout.fillWidth: true
            Layout.leftMargin: 14
            Layout.rightMargin: 14
            text: root.title
            tone: "ink"
            font.weight: Font.DemiBold
        }
        Caption {
            Layout.fillWidth: true
            Layout.leftMargin: 14
            Layout.rightMargin: 14
            Layout.fillHeight: true
            Layout.bottomMargin: 12
            text: root.detail
            tone: "muted"
            font.pixelSize: Theme.small
        }
    }
}
