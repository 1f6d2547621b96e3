// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Throughline
import Throughline.App

// How one series of a chart is filled.
NumbersPattern {
    id: root

    // {name, pattern, tone} of numberscharts.h; absent for a series the chart does not have.
    property var series: null
    readonly property string tone: series ? series.tone : "plain"
    readonly property bool isFinding: tone === "error" || tone === "warning" || tone === "hint"

    implicitWidth: 12
    implicitHeight: 12
    pattern: series ? series.pattern : "solid"
    ink: isFinding ? pattern === "solid" ? Theme.severityFill(tone) : Theme.severityText(tone) : tone === "deep" ? Theme.chartDeep : pattern === "hollow" ? Theme.muted : Theme.chartStrong
    ground: pattern === "hollow" ? Theme.paper : isFinding ? Theme.paper : Theme.chartSoft
}
