// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/layoutstyle.h"

namespace throughline {

TextStyle textStyle(TextRole role)
{
    switch (role) {
    case TextRole::CardTitle:
        return {13, 600};
    case TextRole::CardQuiet:
        return {12, 400};
    case TextRole::CardMeta:
    case TextRole::LaneDetail:
    case TextRole::StepName:
    case TextRole::Label:
        return {11, 400};
    case TextRole::LaneName:
    case TextRole::PhaseName:
        return {13, 700};
    case TextRole::LineName:
        return {10, 700};
    case TextRole::Badge:
        return {11, 700};
    case TextRole::ReportTitle:
        return {26, 700};
    case TextRole::ReportLead:
        return {12, 400};
    case TextRole::ReportHeading:
        return {10.5, 700};
    case TextRole::ReportBody:
        return {9.5, 400};
    case TextRole::ReportFigure:
        return {20, 700};
    case TextRole::ReportSmall:
        return {8.5, 400};
    }
    return {};
}

} // namespace throughline
