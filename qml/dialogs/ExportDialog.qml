// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline
import Throughline.App

// How the blueprint is written: kind of file, paper, with or without findings; then where to.
SheetDialog {
    id: root

    required property ExportController exporter
    property string ending: "pdf"
    property bool annotated: true
    property bool landscape: true
    property string sharpness: "2"
    // What the window shows rather than everything, where it leaves something out.
    property bool shownOnly: true
    readonly property bool hasPart: exporter.views !== null && exporter.views.active && ending !== "bpt"
    readonly property bool part: hasPart && shownOnly

    // What is asked for, as the exporter takes it.
    readonly property var wanted: ({
            paper: AppSettings.paper,
            landscape: root.landscape,
            annotated: root.annotated,
            shown: root.part,
            scale: parseFloat(root.sharpness),
            ending: root.ending
        })

    function foresee() {
        if (opened && ending === "pdf")
            exporter.foresee(wanted);
    }
    function openFor(wanted: string) {
        ending = wanted;
        shownOnly = true;
        open();
    }

    objectName: "exportDialog"
    width: Math.min(Theme.px(460), root.parent ? root.parent.width - 48 : 460)
    heading: qsTr("Export")
    onOpened: {
        go.forceActiveFocus(Qt.TabFocusReason);
        foresee();
    }
    onWantedChanged: foresee()

    contentItem: ColumnLayout {
        spacing: 14

        ModeSwitch {
            objectName: "exportKind"
            Layout.maximumWidth: root.width
            value: root.ending
            options: [
                {
                    value: "pdf",
                    text: qsTr("PDF"),
                    hint: qsTr("PDF: pages to hand out")
                },
                {
                    value: "png",
                    text: qsTr("PNG"),
                    hint: qsTr("PNG: a picture for slides")
                },
                {
                    value: "svg",
                    text: qsTr("SVG"),
                    hint: qsTr("SVG: a drawing that scales")
                },
                {
                    value: "bpt",
                    text: qsTr("Text"),
                    hint: qsTr("Text notation")
                }
            ]
            onChosen: value => root.ending = value
        }
        Caption {
            Layout.fillWidth: true
            text: {
                switch (root.ending) {
                case "png":
                    return root.part ? qsTr("What is shown as a picture, for slides and mails. It says that it is a part.") : qsTr("The whole blueprint as a picture, for slides and mails.");
                case "svg":
                    return root.part ? qsTr("What is shown as a drawing that is sharp at any size. It says that it is a part.") : qsTr("The whole blueprint as a drawing that is sharp at any size, text as text.");
                case "bpt":
                    return qsTr("The blueprint as lines of text that can be read, compared and edited anywhere.");
                default:
                    return root.part ? qsTr("What is shown as one map, with its findings. The page says that it is a part, and how many findings lie outside.") : qsTr("The whole blueprint as one map, its findings numbered and told beside it, on further pages where need be.");
                }
            }
        }
        RowLayout {
            visible: root.hasPart
            spacing: 8

            Caption {
                Layout.preferredWidth: Theme.px(96)
                text: qsTr("Show")
            }
            ModeSwitch {
                objectName: "exportShown"
                value: root.shownOnly ? "shown" : "whole"
                options: [
                    {
                        value: "shown",
                        text: qsTr("What is shown"),
                        hint: root.hasPart ? root.exporter.views.summary : ""
                    },
                    {
                        value: "whole",
                        text: qsTr("The whole blueprint")
                    }
                ]
                onChosen: value => root.shownOnly = value === "shown"
            }
        }
        RowLayout {
            visible: root.ending === "pdf"
            spacing: 8

            Caption {
                Layout.preferredWidth: Theme.px(96)
                text: qsTr("Paper")
            }
            Choice {
                objectName: "paper"
                Layout.preferredWidth: Theme.px(160)
                options: Array.from(root.exporter.papers()).map(name => ({
                            value: name,
                            text: name === "fit" ? qsTr("Grows to fit") : name
                        }))
                value: AppSettings.paper
                Accessible.name: qsTr("Paper")
                onPicked: value => AppSettings.paper = value
            }
        }
        RowLayout {
            visible: root.ending === "pdf" && AppSettings.paper !== "fit"
            spacing: 8

            Caption {
                Layout.preferredWidth: Theme.px(96)
                text: qsTr("Orientation")
            }
            ModeSwitch {
                value: root.landscape ? "landscape" : "portrait"
                options: [
                    {
                        value: "landscape",
                        text: qsTr("Landscape")
                    },
                    {
                        value: "portrait",
                        text: qsTr("Portrait")
                    }
                ]
                onChosen: value => root.landscape = value === "landscape"
            }
        }
        Caption {
            objectName: "forecast"
            Layout.fillWidth: true
            visible: root.ending === "pdf"
            text: root.exporter.forecast
        }
        RowLayout {
            visible: root.ending === "png"
            spacing: 8

            Caption {
                Layout.preferredWidth: Theme.px(96)
                text: qsTr("Sharpness")
            }
            ModeSwitch {
                value: root.sharpness
                options: [
                    {
                        value: "1",
                        text: qsTr("72 dpi")
                    },
                    {
                        value: "2",
                        text: qsTr("144 dpi")
                    },
                    {
                        value: "4",
                        text: qsTr("288 dpi")
                    }
                ]
                onChosen: value => root.sharpness = value
            }
        }
        CheckField {
            objectName: "annotated"
            Layout.fillWidth: true
            visible: root.ending !== "bpt"
            text: root.ending === "pdf" ? qsTr("With the findings, numbered and told in sentences") : qsTr("With the numbers of the findings")
            checked: root.annotated
            onClicked: root.annotated = checked
        }
    }
    buttons: [
        Item {
            Layout.fillWidth: true
        },
        ActionButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        ActionButton {
            id: go

            objectName: "exportGo"
            text: qsTr("Choose where…")
            look: "primary"
            onClicked: {
                root.close();
                file.askFor(root.exporter.proposedFile(root.ending));
            }
        }
    ]

    FileChooser {
        id: file

        title: qsTr("Export to")
        saves: true
        acceptLabel: qsTr("Save")
        defaultSuffix: root.ending
        nameFilters: root.ending === "pdf" ? [qsTr("PDF (*.pdf)")] : root.ending === "png" ? [qsTr("PNG picture (*.png)")] : root.ending === "svg" ? [qsTr("SVG drawing (*.svg)")] : [qsTr("Text notation (*.bpt)")]
        onAccepted: root.exporter.exportTo(file.file, root.wanted)
    }
}
