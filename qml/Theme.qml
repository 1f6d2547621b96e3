// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Throughline.App

// Every colour, size and duration of the window. Light and dark follow AppSettings.
QtObject {
    id: theme

    readonly property bool dark: AppSettings.dark

    // Surfaces
    readonly property color paper: dark ? "#1B1F27" : "#FFFFFF"
    readonly property color raised: dark ? "#262C37" : "#FFFFFF"
    readonly property color sunken: dark ? "#12151B" : "#F0EEE8"
    readonly property color desk: dark ? "#101318" : "#EEEDE8"
    readonly property color hairline: dark ? "#343B47" : "#DAD7CE"
    readonly property color outline: dark ? "#5A6473" : "#C4C1B7"
    readonly property color hover: dark ? "#2A313D" : "#F4F2EC"
    readonly property color pressed: dark ? "#343C4A" : "#E9E6DD"
    readonly property color shadow: dark ? "#66000000" : "#261E2430"

    // Text
    readonly property color ink: dark ? "#E9ECF1" : "#1E2430"
    readonly property color body: dark ? "#C5CBD5" : "#475063"
    readonly property color muted: dark ? "#9AA4B2" : "#667085"
    readonly property color disabled: dark ? "#5F6979" : "#A5ABB6"

    // Selection and the main action
    readonly property color accent: "#2563EB"
    readonly property color accentHover: "#1D4FD0"
    readonly property color accentInk: "#FFFFFF"
    readonly property color accentText: dark ? "#8FB2FF" : "#2563EB"
    readonly property color accentWash: dark ? "#22335C" : "#E6EDFD"
    readonly property color focus: dark ? "#8FB2FF" : "#2563EB"

    // Findings; the fills carry white text in both themes
    readonly property color errorText: dark ? "#FF9B7A" : "#C4320A"
    readonly property color warningText: dark ? "#FDB022" : "#B54708"
    readonly property color hintText: dark ? "#84ADFF" : "#175CD3"
    readonly property color errorFill: "#C4320A"
    readonly property color warningFill: "#B54708"
    readonly property color hintFill: "#175CD3"
    readonly property color acceptedFill: dark ? "#4A5362" : "#667085"
    readonly property color errorWash: dark ? "#3A211B" : "#FFF4F0"
    readonly property color goodText: dark ? "#75D9A5" : "#05603A"

    // Charts: one hue in three depths, and the text that stands on the strong one
    readonly property color chartStrong: dark ? "#86A3D6" : "#3D5A8A"
    readonly property color chartSoft: dark ? "#2B3850" : "#D9E2F0"
    readonly property color chartDeep: dark ? "#E3EAF6" : "#1B2942"
    readonly property color chartInk: dark ? "#12151B" : "#FFFFFF"

    // Type
    readonly property string family: AppSettings.family
    readonly property int tiny: 11
    readonly property int small: 12
    readonly property int normal: 13
    readonly property int strong: 14
    readonly property int heading: 20
    readonly property int display: 34

    // Measure
    readonly property int unit: 4
    readonly property int radius: 8
    readonly property int controlHeight: 32
    readonly property int motion: AppSettings.reducedMotion ? 0 : 140

    // The colour a finding of a severity is written in, and the one its badge is filled with.
    function severityText(severity: string): color {
        return severity === "error" ? errorText : severity === "warning" ? warningText : hintText;
    }
    function severityFill(severity: string): color {
        return severity === "error" ? errorFill : severity === "warning" ? warningFill : hintFill;
    }
}
