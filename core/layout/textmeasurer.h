// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

namespace throughline {

/// The few kinds of text a blueprint is drawn with. Sizes and weights belong to LayoutStyle and Theme.
enum class TextRole {
    CardTitle,     ///< 12 pt semibold
    CardMeta,      ///< 9.5 pt: role, time, marks
    LaneName,      ///< 12 pt bold
    LaneDetail,    ///< 9.5 pt
    PhaseName,     ///< 12 pt bold
    StepName,      ///< 9.5 pt
    LineName,      ///< 8 pt bold, capitals, spaced
    Label,         ///< 9.5 pt: on connections
    Badge,         ///< 9.5 pt bold: number of a finding
    ReportTitle,   ///< 26 pt bold
    ReportLead,    ///< 13 pt
    ReportHeading, ///< 12 pt bold
    ReportBody,    ///< 10.5 pt
    ReportFigure,  ///< 24 pt bold
    ReportSmall,   ///< 9 pt: footers
};

/// Measures text in points at the design size, so that layout needs no fonts: tests use a fake one, programs the one in
/// core/render/qttextmeasurer.h. Results depend only on the arguments.
class TextMeasurer
{
public:
    virtual ~TextMeasurer() = default;

    /// The text broken into lines that are no wider than widthPt; never empty for a non-empty text; a word that is too
    /// long is broken inside. Existing line breaks are kept.
    [[nodiscard]] virtual QStringList wrap(const QString& text, TextRole role, double widthPt) const = 0;
    /// The advance width of one line.
    [[nodiscard]] virtual double width(const QString& line, TextRole role) const = 0;
    /// The distance from baseline to baseline.
    [[nodiscard]] virtual double lineHeight(TextRole role) const = 0;
    /// The distance from the top of a line to its baseline.
    [[nodiscard]] virtual double ascent(TextRole role) const = 0;
};

} // namespace throughline
