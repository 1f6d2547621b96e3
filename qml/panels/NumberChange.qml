// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Throughline

// One number before and after, and whether that is better: by a sign and a word, not by colour alone.
RowLayout {
    id: root

    required property var change // { title, before, after, verdict, verdictText }

    spacing: 8
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2, then %3. %4").arg(change.title).arg(change.before).arg(change.after).arg(change.verdictText)

    Caption {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        text: root.change.title
        font.pixelSize: Theme.small
    }
    Caption {
        Layout.alignment: Qt.AlignTop
        text: qsTr("%1 → %2").arg(root.change.before).arg(root.change.after)
        tone: "ink"
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
    }
    Caption {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Theme.px(58)
        text: root.change.verdict === "better" ? qsTr("✓ %1").arg(root.change.verdictText) : root.change.verdict === "worse" ? qsTr("! %1").arg(root.change.verdictText) : ""
        color: root.change.verdict === "better" ? Theme.goodText : Theme.errorText
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
    }
}
