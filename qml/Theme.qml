// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick
import Throughline.App

// Every colour, size and duration of the window. Light and dark, contrast and the size of words follow AppSettings.
QtObject {
    id: theme

    readonly property bool dark: AppSettings.dark
    readonly property bool contrast: AppSettings.highContrast
    // The theme of the drawing.
    readonly property string drawing: contrast ? (dark ? "dark-contrast" : "contrast") : (dark ? "dark" : "light")

    // Surfaces
    readonly property color paper: contrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#1B1F27" : "#FFFFFF"
    readonly property color raised: contrast ? (dark ? "#0D0D0D" : "#FFFFFF") : dark ? "#262C37" : "#FFFFFF"
    readonly property color sunken: contrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#12151B" : "#F0EEE8"
    readonly property color desk: contrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#101318" : "#EEEDE8"
    readonly property color hairline: contrast ? (dark ? "#A6A6A6" : "#595959") : dark ? "#343B47" : "#DAD7CE"
    readonly property color outline: contrast ? (dark ? "#D9D9D9" : "#1A1A1A") : dark ? "#5A6473" : "#C4C1B7"
    readonly property color hover: contrast ? (dark ? "#262626" : "#E6E6E6") : dark ? "#2A313D" : "#F4F2EC"
    readonly property color pressed: contrast ? (dark ? "#404040" : "#D0D0D0") : dark ? "#343C4A" : "#E9E6DD"
    readonly property color shadow: dark ? "#66000000" : "#261E2430"

    // Text
    readonly property color ink: contrast ? (dark ? "#FFFFFF" : "#000000") : dark ? "#E9ECF1" : "#1E2430"
    readonly property color body: contrast ? (dark ? "#F2F2F2" : "#141414") : dark ? "#C5CBD5" : "#475063"
    readonly property color muted: contrast ? (dark ? "#E0E0E0" : "#262626") : dark ? "#9AA4B2" : "#667085"
    readonly property color disabled: contrast ? (dark ? "#A6A6A6" : "#595959") : dark ? "#5F6979" : "#A5ABB6"

    // Selection and the main action
    readonly property color accent: contrast ? "#0033B3" : "#2563EB"
    readonly property color accentHover: contrast ? "#00257F" : "#1D4FD0"
    readonly property color accentInk: "#FFFFFF"
    readonly property color accentText: contrast ? (dark ? "#9DC1FF" : "#0033B3") : dark ? "#8FB2FF" : "#2563EB"
    readonly property color accentWash: contrast ? (dark ? "#0F2654" : "#D9E4FF") : dark ? "#22335C" : "#E6EDFD"
    readonly property color focus: contrast ? (dark ? "#FFD54A" : "#0033B3") : dark ? "#8FB2FF" : "#2563EB"

    // Findings; the fills carry white text in both themes
    readonly property color errorText: contrast ? (dark ? "#FFAB8F" : "#8A1C00") : dark ? "#FF9B7A" : "#C4320A"
    readonly property color warningText: contrast ? (dark ? "#FFC978" : "#6E3000") : dark ? "#FDB022" : "#B54708"
    readonly property color hintText: contrast ? (dark ? "#A8CBFF" : "#003A99") : dark ? "#84ADFF" : "#175CD3"
    readonly property color errorFill: contrast ? "#8A1C00" : "#C4320A"
    readonly property color warningFill: contrast ? "#6E3000" : "#B54708"
    readonly property color hintFill: contrast ? "#003A99" : "#175CD3"
    readonly property color acceptedFill: contrast ? (dark ? "#595959" : "#404040") : dark ? "#4A5362" : "#667085"
    // The numbers of findings, in the colours they have on the drawing
    readonly property color errorBadge: !dark ? errorFill : contrast ? errorText : "#FF8A65"
    readonly property color warningBadge: !dark ? warningFill : contrast ? warningText : "#F5B04C"
    readonly property color hintBadge: !dark ? hintFill : contrast ? hintText : "#84B4FF"
    readonly property color badgeInk: contrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#14171D" : "#FFFFFF"
    readonly property color errorWash: contrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#3A211B" : "#FFF4F0"
    readonly property color goodText: contrast ? (dark ? "#8CF0BA" : "#00401F") : dark ? "#75D9A5" : "#05603A"

    // Charts: one hue in three depths, and the text that stands on the strong one
    readonly property color chartStrong: contrast ? (dark ? "#B8CCF0" : "#1B3A6B") : dark ? "#86A3D6" : "#3D5A8A"
    readonly property color chartSoft: contrast ? (dark ? "#33415C" : "#C2D0E8") : dark ? "#2B3850" : "#D9E2F0"
    readonly property color chartDeep: contrast ? (dark ? "#FFFFFF" : "#000000") : dark ? "#E3EAF6" : "#1B2942"
    readonly property color chartInk: contrast ? (dark ? "#000000" : "#FFFFFF") : dark ? "#12151B" : "#FFFFFF"

    // Type
    readonly property string family: AppSettings.family
    readonly property int tiny: px(11)
    readonly property int small: px(12)
    readonly property int normal: px(13)
    readonly property int strong: px(14)
    readonly property int heading: px(20)
    readonly property int display: px(34)

    // Measure
    readonly property int unit: 4
    readonly property int radius: 8
    // How much wider panels are for larger words.
    readonly property real panelScale: Math.min(AppSettings.textScale, 1.6)
    readonly property int controlHeight: px(32)
    readonly property int motion: AppSettings.reducedMotion ? 0 : 140

    // A height or size that grows with the words in it.
    function px(size: real): int {
        return Math.round(size * AppSettings.textScale);
    }
    // The colour a finding of a severity is written in, the one that fills what it says in white, and that of its
    // number.
    function severityText(severity: string): color {
        return severity === "error" ? errorText : severity === "warning" ? warningText : hintText;
    }
    function severityFill(severity: string): color {
        return severity === "error" ? errorFill : severity === "warning" ? warningFill : hintFill;
    }
    function severityBadge(severity: string): color {
        return severity === "error" ? errorBadge : severity === "warning" ? warningBadge : hintBadge;
    }
}
