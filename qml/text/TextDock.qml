// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Throughline
import Throughline.App

// The text of the blueprint beside the drawing. Its right edge can be dragged.
FocusScope {
    id: root

    required property DocumentController document
    required property Commands commands

    signal leaveRequested
    // What was typed in a window that was killed is here again.
    signal draftTaken
    // The caret went to the line of an element, which is selected now.
    signal picked(string kind, string id)

    readonly property alias typedLast: pane.typedLast
    readonly property alias typedTakenBack: pane.typedTakenBack

    function undo() {
        pane.undo();
    }
    function redo() {
        pane.redo();
    }
    // Afterwards the document has what is typed.
    function readTyped() {
        pane.readTypedNow();
    }
    function takeFocus() {
        area.forceActiveFocus();
    }
    function goToProblem() {
        area.cursorPosition = pane.problemPosition();
        area.forceActiveFocus();
    }

    TextPane {
        id: pane

        document: root.document
        textDocument: area.textDocument
        active: root.visible
        dark: Theme.dark
        onRevealed: (position, withCaret) => {
            if (withCaret || !area.activeFocus)
                area.cursorPosition = position;
            view.reveal(position);
        }
        onTextChanged: view.refresh()
        // The line just written is what one is at.
        onTypedRead: if (area.activeFocus)
            selectAt(area.cursorPosition)
        onDraftTaken: root.draftTaken()
        onPicked: (kind, id) => root.picked(kind, id)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 14
            Layout.rightMargin: 8
            Layout.preferredHeight: Theme.px(40)
            spacing: 6

            Caption {
                text: qsTr("Text")
                tone: "ink"
                font.weight: Font.DemiBold
                font.pixelSize: Theme.strong
                wrapMode: Text.NoWrap
            }
            Caption {
                Layout.fillWidth: true
                Layout.leftMargin: 8
                tone: "muted"
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                text: pane.readOnly ? qsTr("what is selected") : qsTr("what you type is drawn")
            }
            IconButton {
                implicitWidth: 28
                implicitHeight: Theme.px(28)
                text: qsTr("Hide the text")
                shortcut: Keyboard.nativeText(root.commands.textPane.shortcut)
                glyph: "close"
                onClicked: root.commands.textPane.trigger()
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        Caption {
            objectName: "textNote"
            Layout.fillWidth: true
            Layout.margins: 14
            visible: text.length > 0
            tone: "muted"
            lineHeight: 1.3
            text: pane.note
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true

            Rectangle {
                id: gutter

                readonly property var selectedLines: pane.selectedLines

                width: numbers.width + 22
                height: parent.height
                visible: !pane.readOnly
                color: Theme.sunken

                TextMetrics {
                    id: numbers

                    font.family: AppSettings.monospace
                    font.pixelSize: Theme.small
                    text: String(Math.max(100, pane.lineCount))
                }
                Repeater {
                    model: view.shownCount

                    Item {
                        id: number

                        required property int index
                        readonly property int line: view.firstLine + index
                        readonly property bool wrong: line === pane.problemLine
                        readonly property bool current: gutter.selectedLines.indexOf(line) >= 0

                        y: view.yOf(line, view.generation) - view.contentY
                        width: gutter.width
                        height: view.lineHeight
                        visible: line < pane.lineCount

                        Rectangle {
                            anchors.fill: parent
                            visible: number.wrong || number.current
                            color: number.wrong ? Theme.errorFill : Theme.accentWash
                        }
                        Text {
                            anchors.right: parent.right
                            anchors.rightMargin: 8
                            anchors.verticalCenter: parent.verticalCenter
                            font: numbers.font
                            color: number.wrong ? "#FFFFFF" : number.current ? Theme.accentText : Theme.muted
                            text: number.line + 1
                        }
                        Text {
                            x: 4
                            anchors.verticalCenter: parent.verticalCenter
                            visible: number.wrong
                            font.family: Theme.family
                            font.pixelSize: Theme.small
                            font.weight: Font.Bold
                            color: "#FFFFFF"
                            text: "!"
                        }
                    }
                }
            }
            Flickable {
                id: view

                // Grows whenever the lines may stand elsewhere.
                property int generation: 0
                readonly property real lineHeight: metrics.height
                readonly property int shownCount: Math.ceil(height / Math.max(8, lineHeight)) + 2
                readonly property int firstLine: generation >= 0 ? pane.lineAt(area.positionAt(0, contentY)) : 0

                function refresh() {
                    ++generation;
                }
                function yOf(line: int, fresh: int): real {
                    return fresh >= 0 && line < pane.lineCount ? area.positionToRectangle(pane.positionOf(line)).y : 0;
                }
                function reveal(position: int) {
                    const place = area.positionToRectangle(position);
                    if (place.y < contentY || place.y + place.height > contentY + height)
                        contentY = Math.max(0, Math.min(place.y - area.topPadding - height / 3, contentHeight - height));
                    contentX = 0;
                }

                // What comes up below it leaves the line that is being written in sight.
                onHeightChanged: {
                    const line = area.cursorRectangle;
                    if (area.activeFocus && line.y + line.height > contentY + height - 12)
                        contentY = Math.max(0, line.y + line.height - height + 12);
                }

                anchors.fill: parent
                anchors.leftMargin: pane.readOnly ? 0 : gutter.width
                clip: true // the lines marked would cover their numbers
                boundsBehavior: Flickable.StopAtBounds
                contentWidth: Math.max(width, area.implicitWidth)
                contentHeight: Math.max(height, area.implicitHeight)
                ScrollBar.vertical: ThinScrollBar {}
                ScrollBar.horizontal: ThinScrollBar {
                    policy: view.contentWidth > view.width ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded
                }

                FontMetrics {
                    id: metrics

                    font: area.font
                }
                Rectangle {
                    width: view.contentWidth
                    height: view.lineHeight
                    y: view.yOf(pane.problemLine, view.generation)
                    visible: pane.problemLine >= 0
                    color: Theme.errorWash
                }
                Repeater {
                    model: pane.selectedLines

                    Rectangle {
                        required property int modelData

                        width: view.contentWidth
                        height: view.lineHeight
                        y: view.yOf(modelData, view.generation)
                        visible: modelData !== pane.problemLine
                        color: Theme.accentWash
                    }
                }
                TextArea.flickable: TextArea {
                    id: area

                    objectName: "textArea"
                    focus: true
                    leftPadding: 8
                    rightPadding: 16
                    topPadding: 6
                    bottomPadding: 6
                    font.family: AppSettings.monospace
                    font.pixelSize: Theme.normal
                    color: Theme.ink
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.accentInk
                    wrapMode: TextEdit.NoWrap
                    textFormat: TextEdit.PlainText
                    selectByMouse: true
                    persistentSelection: true
                    readOnly: pane.readOnly
                    background: null
                    Accessible.name: qsTr("Text of the blueprint")
                    Accessible.description: pane.problem
                    KeyNavigation.priority: KeyNavigation.BeforeItem
                    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                    Keys.onEscapePressed: root.leaveRequested()
                    // One history: the document's.
                    Keys.onPressed: event => {
                        if (event.matches(StandardKey.Undo)) {
                            pane.undo();
                            event.accepted = true;
                        } else if (event.matches(StandardKey.Redo) || (event.key === Qt.Key_Y && event.modifiers === Qt.ControlModifier)) {
                            pane.redo();
                            event.accepted = true;
                        }
                    }
                    onCursorPositionChanged: if (activeFocus)
                        pane.selectAt(cursorPosition)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            return;
                        pane.readTyped();
                        view.contentX = 0;
                    }
                    onContentHeightChanged: view.refresh()
                }
            }
            Caption {
                anchors.centerIn: parent
                width: Math.min(parent.width - 40, 320)
                visible: pane.readOnly && area.length === 0
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.3
                tone: "muted"
                text: qsTr("Select something in the drawing to read its statement.")
            }
        }
        Rectangle {
            id: problemBar

            objectName: "textProblem"
            Layout.fillWidth: true
            implicitHeight: problemText.implicitHeight + 20
            visible: pane.problem.length > 0
            color: Theme.errorWash
            activeFocusOnTab: true
            Accessible.role: Accessible.AlertMessage
            Accessible.name: pane.problem
            Keys.onReturnPressed: root.goToProblem()
            Keys.onSpacePressed: root.goToProblem()

            Rule {
                width: parent.width
            }
            Rectangle {
                x: 14
                y: 10
                width: 4
                height: parent.height - 20
                radius: 2
                color: Theme.errorText
            }
            Caption {
                id: problemText

                objectName: "textProblemText"
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: 28
                anchors.rightMargin: 14
                anchors.verticalCenter: parent.verticalCenter
                tone: "ink"
                maximumLineCount: 6
                elide: Text.ElideRight
                text: pane.problem
            }
            FocusRing {
                shown: problemBar.activeFocus
            }
            MouseArea {
                anchors.fill: parent
                cursorShape: Qt.PointingHandCursor
                onClicked: root.goToProblem()
            }
        }
    }

    Rule {
        anchors.right: parent.right
        height: parent.height
    }
    MouseArea {
        x: root.width - 4
        width: 8
        height: parent.height
        cursorShape: Qt.SplitHCursor
        onPositionChanged: mouse => {
            if (pressed)
                AppSettings.textWidth = Math.round(root.width + mouse.x - 4);
        }
    }
}
