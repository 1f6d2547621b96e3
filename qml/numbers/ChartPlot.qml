// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts

// The bare plot of a chart: what is written and clicked lies over it.
ChartView {
    enabled: false
    antialiasing: true
    backgroundColor: "transparent"
    backgroundRoundness: 0
    dropShadowEnabled: false
    legend.visible: false
    margins.left: 0
    margins.right: 0
    margins.top: 0
    margins.bottom: 0
    plotArea: Qt.rect(0, 0, width, height)
    Accessible.ignored: true
}
