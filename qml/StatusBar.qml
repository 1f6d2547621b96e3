// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// The bar along the bottom: how much there is, what the check says, how near the view is.
Rectangle {
    id: root

    required property DocumentController document
    required property CheckRunner checkRunner
    required property CanvasItem canvas
    // The drawing has the keyboard, or what is typed on it.
    property bool drawingFocused: true
    required property ExportController exporter
    required property Commands commands

    implicitHeight: Theme.px(32)
    color: Theme.paper

    Rule {
        width: parent.width
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 8
        spacing: 20

        Caption {
            objectName: "counts"
            text: qsTr("%1 · %2").arg(root.document.cardCount === 1 ? qsTr("1 card") : qsTr("%1 cards").arg(root.document.cardCount)).arg(root.document.connectionCount === 1 ? qsTr("1 connection") : qsTr("%1 connections").arg(root.document.connectionCount))
            tone: "muted"
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
        }
        Caption {
            objectName: "checkState"
            // What the next keys do is worth more than how long the check took.
            visible: root.width > (keyHint.text.length > 0 ? 1500 : 900) * Theme.panelScale
            text: {
                if (!root.checkRunner.enabled)
                    return qsTr("the check is off");
                if (root.checkRunner.running)
                    return qsTr("checking…");
                const ms = root.checkRunner.durationMs;
                return qsTr("checked in %1 ms").arg(Number(ms).toLocaleString(Qt.locale(), "f", ms < 10 ? 1 : 0));
            }
            tone: "muted"
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
        }
        ActionButton {
            objectName: "filterState"
            visible: root.commands.views.active
            implicitHeight: Theme.px(26)
            leftPadding: 10
            rightPadding: 10
            look: "quiet"
            font.pixelSize: Theme.small
            palette.buttonText: Theme.accentText
            text: root.commands.views.summary
            hint: root.commands.showEverything.text
            shortcut: Keyboard.nativeText(root.commands.showEverything.shortcut)
            onClicked: root.commands.showEverything.trigger()
        }
        Row {
            visible: root.exporter.running
            spacing: 8

            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("writing %1…").arg(root.exporter.target)
                tone: "muted"
                font.pixelSize: Theme.small
            }
            ActionButton {
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: Theme.px(24)
                look: "quiet"
                text: qsTr("Stop")
                onClicked: root.exporter.cancel()
            }
        }
        Caption {
            id: keyHint

            objectName: "keyHint"
            Layout.fillWidth: true
            Layout.minimumWidth: Math.min(implicitWidth, root.width * 0.5)
            text: root.drawingFocused ? root.canvas.hint : ""
            tone: "muted"
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Caption {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            Layout.maximumWidth: Math.min(Math.ceil(implicitWidth), root.width / 3)
            text: root.canvas.description
            tone: "muted"
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignRight
        }

        RowLayout {
            spacing: 0

            IconButton {
                objectName: "mapButton"
                Layout.rightMargin: 8
                implicitWidth: 26
                implicitHeight: Theme.px(26)
                icon.width: 16
                icon.height: 16
                checkable: true
                checked: AppSettings.mapVisible
                text: root.commands.map.text
                shortcut: Keyboard.nativeText(root.commands.map.shortcut)
                glyph: "map"
                onClicked: root.commands.map.trigger()
            }
            IconButton {
                implicitWidth: 26
                implicitHeight: Theme.px(26)
                icon.width: 14
                icon.height: 14
                text: root.commands.zoomOut.text
                shortcut: Keyboard.nativeText(root.commands.zoomOut.shortcut)
                glyph: "minus"
                onClicked: root.commands.zoomOut.trigger()
            }
            ZoomSlider {
                objectName: "zoomSlider"
                Layout.preferredWidth: 96
                canvas: root.canvas
            }
            IconButton {
                implicitWidth: 26
                implicitHeight: Theme.px(26)
                icon.width: 14
                icon.height: 14
                text: root.commands.zoomIn.text
                shortcut: Keyboard.nativeText(root.commands.zoomIn.shortcut)
                glyph: "plus"
                onClicked: root.commands.zoomIn.trigger()
            }
            ActionButton {
                objectName: "zoomPercent"
                implicitHeight: Theme.px(26)
                implicitWidth: Theme.px(60)
                leftPadding: 6
                rightPadding: 6
                look: "quiet"
                font.pixelSize: Theme.small
                text: qsTr("%1 %").arg(Math.round(root.canvas.zoom * 100))
                hint: root.commands.zoom100.text
                shortcut: Keyboard.nativeText(root.commands.zoom100.shortcut)
                onClicked: root.commands.zoom100.trigger()
            }
            ActionButton {
                objectName: "fitButton"
                implicitHeight: Theme.px(26)
                leftPadding: 10
                rightPadding: 10
                look: "quiet"
                font.pixelSize: Theme.small
                text: qsTr("Fit")
                hint: root.commands.fit.text
                shortcut: Keyboard.nativeText(root.commands.fit.shortcut)
                onClicked: root.commands.fit.trigger()
            }
        }
    }
}
