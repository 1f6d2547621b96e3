// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/gridlayout.h"
#include "core/model/elements.h"
#include "core/scene/displaylist.h"

#include <array>

namespace throughline {

/// The colours a blueprint is drawn in. Every text colour reaches WCAG AA (4.5 : 1) on every surface it stands on.
struct Theme
{
    QString name;
    Rgba paper = 0;              ///< around the grid and behind the headers of columns
    Rgba ink = 0;                ///< text
    Rgba muted = 0;              ///< secondary text
    Rgba hairline = 0;           ///< rules
    Rgba grid = 0;               ///< dotted borders between phases
    std::array<Rgba, 5> bands{}; ///< by Stage
    Rgba chevron = 0;            ///< phases
    Rgba card = 0;
    Rgba cardEdge = 0;
    Rgba cardShadow = 0;
    Rgba evidenceCard = 0;
    Rgba evidenceEdge = 0;
    Rgba note = 0; ///< the paper of sticky notes and of slips on cards
    Rgba painPoint = 0;
    Rgba opportunity = 0;
    Rgba connection = 0;      ///< requests, answers, hand-overs
    Rgba quietConnection = 0; ///< plain arrows and flows
    Rgba label = 0;           ///< behind a connection's label
    Rgba accent = 0;          ///< selection
    Rgba error = 0;
    Rgba warning = 0;
    Rgba hint = 0;
    Rgba badgeText = 0;
    std::array<Rgba, 8> departments{};
    Rgba noDepartment = 0;  ///< stripes where the department is unknown
    double strokeScale = 1; ///< multiplies line widths; larger in the projector theme

    [[nodiscard]] Rgba band(Stage stage) const { return bands[size_t(stage)]; }
    [[nodiscard]] Rgba of(Severity severity) const;
    /// The paper of a slip with that mark: a note's unless it is a pain point, an opportunity or an attachment.
    [[nodiscard]] Rgba paperOf(CardMark mark) const;
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
[[nodiscard]] const Theme& printTheme();
[[nodiscard]] const Theme& projectorTheme();
/// For people who need more contrast: text reaches WCAG AAA (7 : 1), edges 4.5 : 1.
[[nodiscard]] const Theme& contrastTheme();
[[nodiscard]] const Theme& darkContrastTheme();

/// The contrast of two opaque colours as WCAG 2.1 defines it: 1 to 21.
[[nodiscard]] double contrast(Rgba left, Rgba right);
/// Two opaque colours mixed, share (0-1) of the second.
[[nodiscard]] Rgba mix(Rgba left, Rgba right, double share);

} // namespace throughline
