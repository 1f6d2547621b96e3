// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>
#include <QStringList>

#include <memory>

namespace throughline {

/// The few kinds of text a blueprint is drawn with. Their sizes and weights: textStyle() in core/layout/layoutstyle.h.
enum class TextRole {
    CardTitle,
    CardQuiet, ///< the title of an evidence card: regular weight
    CardMeta,  ///< role, time
    LaneName,
    LaneDetail,
    PhaseName,
    StepName,
    LineName, ///< capitals
    Label,    ///< on connections
    Badge,    ///< number of a finding
    ReportTitle,
    ReportLead,
    ReportHeading,
    ReportBody,
    ReportFigure,
    ReportSmall,
};

/// Every role, for tables that hold something for each.
inline constexpr int TextRoleCount = int(TextRole::ReportSmall) + 1;

/// Measures text in points at the design size, so that layout needs no fonts: tests use a fake one, programs the one in
/// core/render/qttextmeasurer.h. Results depend only on the arguments.
class TextMeasurer
{
public:
    virtual ~TextMeasurer() = default;

    /// Another one that measures the same, for use in another thread.
    [[nodiscard]] virtual std::unique_ptr<TextMeasurer> clone() const = 0;
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
