// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/theme.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr Rgba Opaque = 0xFF000000;

Theme makeLight()
{
    Theme theme;
    theme.name = u"light"_s;
    theme.paper = 0xFFFFFFFF;
    theme.ink = 0xFF1E2430;
    theme.muted = 0xFF5A6474;
    theme.hairline = 0xFFDAD7CE;
    theme.grid = 0xFFC9CBCB;
    theme.bands = {0xFFFFFFFF, 0xFFFFFDF7, 0xFFF7F4EC, 0xFFE9EDF2, 0xFFDDE3EA};
    theme.chevron = 0xFFF1EEE4;
    theme.card = 0xFFFFFFFF;
    theme.cardEdge = 0xFFD3D5DA;
    theme.cardShadow = 0x1A1E2430;
    theme.evidenceCard = 0xFFFFFFFF;
    theme.evidenceEdge = 0xFFCFD2D8;
    theme.note = 0xFFFFF4C2;
    theme.painPoint = 0xFFFFE3DC;
    theme.opportunity = 0xFFDFF3E0;
    theme.connection = 0xFF1E2430;
    theme.quietConnection = 0xFF8C95A3;
    theme.label = 0xFFFFFFFF;
    theme.accent = 0xFF2563EB;
    theme.error = 0xFFC4320A;
    theme.warning = 0xFFB54708;
    theme.hint = 0xFF175CD3;
    theme.badgeText = 0xFFFFFFFF;
    theme.departments = {0xFF0E7C86, 0xFFB4540A, 0xFF2F6DB5, 0xFF8A3FA0,
                         0xFF55606E, 0xFF7A6A00, 0xFFA8325E, 0xFF3F7D3A};
    theme.noDepartment = 0xFF9AA3B0;
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.name = u"dark"_s;
    theme.paper = 0xFF14171D;
    theme.ink = 0xFFE9ECF1;
    theme.muted = 0xFFA9B2C0;
    theme.hairline = 0xFF363C47;
    theme.grid = 0xFF434A57;
    theme.bands = {0xFF1B1E25, 0xFF24231F, 0xFF201F1D, 0xFF181C23, 0xFF12161D};
    theme.chevron = 0xFF2B2E35;
    theme.card = 0xFF2A2F39;
    theme.cardEdge = 0xFF454C59;
    theme.cardShadow = 0x40000000;
    theme.evidenceCard = 0xFF20242C;
    theme.evidenceEdge = 0xFF454C59;
    theme.note = 0xFF47401F;
    theme.painPoint = 0xFF502D29;
    theme.opportunity = 0xFF23412E;
    theme.connection = 0xFFE9ECF1;
    theme.quietConnection = 0xFF858E9C;
    theme.label = 0xFF2A2F39;
    theme.accent = 0xFF6EA0FF;
    theme.error = 0xFFFF8A65;
    theme.warning = 0xFFF5B04C;
    theme.hint = 0xFF84B4FF;
    theme.badgeText = 0xFF14171D;
    theme.departments = {0xFF43BCC7, 0xFFE9954B, 0xFF6BA8F0, 0xFFC98BDD,
                         0xFFA3AFBF, 0xFFCDB93A, 0xFFEA7BA4, 0xFF7CC276};
    theme.noDepartment = 0xFF6B7482;
    return theme;
}

/// Ink on white: bands light enough to be read as steps of grey, nothing that asks for much toner.
Theme makePrint()
{
    Theme theme = makeLight();
    theme.name = u"print"_s;
    theme.cardShadow = 0;
    theme.cardEdge = 0xFFB4B9C1;
    theme.evidenceEdge = 0xFFBEC3CA;
    theme.muted = 0xFF4E5766;
    theme.quietConnection = 0xFF7D8693;
    return theme;
}

/// For the last row of a room: pure white paper, black ink, stronger strokes.
Theme makeProjector()
{
    Theme theme = makeLight();
    theme.name = u"projector"_s;
    theme.ink = 0xFF0B0E14;
    theme.muted = 0xFF3D4655;
    theme.hairline = 0xFFBDBFC2;
    theme.grid = 0xFFAEB1B5;
    theme.bands = {0xFFFFFFFF, 0xFFFFFFFF, 0xFFF6F2E6, 0xFFE3E9F0, 0xFFD3DBE4};
    theme.cardEdge = 0xFF9AA1AC;
    theme.evidenceEdge = 0xFF9AA1AC;
    theme.connection = 0xFF0B0E14;
    theme.quietConnection = 0xFF626C7A;
    theme.error = 0xFFB42A06;
    theme.warning = 0xFF9A3C05;
    theme.strokeScale = 1.35;
    return theme;
}

/// Black on white: nothing is told by a shade alone, edges and connections are as dark as words.
Theme makeContrast()
{
    Theme theme = makeLight();
    theme.name = u"contrast"_s;
    theme.ink = 0xFF000000;
    theme.muted = 0xFF262626;
    theme.hairline = 0xFF4D4D4D;
    theme.grid = 0xFF595959;
    theme.bands = {0xFFFFFFFF, 0xFFFFFFFF, 0xFFF7F7F7, 0xFFEFEFEF, 0xFFE6E6E6};
    theme.chevron = 0xFFE6E6E6;
    theme.cardEdge = 0xFF1A1A1A;
    theme.cardShadow = 0;
    theme.evidenceEdge = 0xFF4D4D4D;
    theme.connection = 0xFF000000;
    theme.quietConnection = 0xFF404040;
    theme.accent = 0xFF0033B3;
    theme.error = 0xFF8A1C00;
    theme.warning = 0xFF6E3000;
    theme.hint = 0xFF003A99;
    theme.departments = {0xFF00545C, 0xFF7A3600, 0xFF1B4A85, 0xFF642678,
                         0xFF3A424D, 0xFF544900, 0xFF7D1F43, 0xFF285426};
    theme.noDepartment = 0xFF4D4D4D;
    theme.strokeScale = 1.5;
    return theme;
}

Theme makeDarkContrast()
{
    Theme theme = makeDark();
    theme.name = u"dark-contrast"_s;
    theme.paper = 0xFF000000;
    theme.ink = 0xFFFFFFFF;
    theme.muted = 0xFFE0E0E0;
    theme.hairline = 0xFFA6A6A6;
    theme.grid = 0xFF8C8C8C;
    theme.bands = {0xFF000000, 0xFF0A0A0A, 0xFF101010, 0xFF161616, 0xFF1C1C1C};
    theme.chevron = 0xFF262626;
    theme.card = 0xFF0D0D0D;
    theme.cardEdge = 0xFFD9D9D9;
    theme.cardShadow = 0;
    theme.evidenceCard = 0xFF000000;
    theme.evidenceEdge = 0xFFA6A6A6;
    theme.note = 0xFF332C00;
    theme.painPoint = 0xFF3D1510;
    theme.opportunity = 0xFF0F2E1B;
    theme.connection = 0xFFFFFFFF;
    theme.quietConnection = 0xFFBFBFBF;
    theme.label = 0xFF0D0D0D;
    theme.accent = 0xFF9DC1FF;
    theme.error = 0xFFFFAB8F;
    theme.warning = 0xFFFFC978;
    theme.hint = 0xFFA8CBFF;
    theme.badgeText = 0xFF000000;
    theme.departments = {0xFF6FE0EA, 0xFFFFB870, 0xFF9CC8FF, 0xFFE3B5F2,
                         0xFFCBD5E1, 0xFFEBDA6A, 0xFFFFA6C6, 0xFFA5E39F};
    theme.noDepartment = 0xFFBFBFBF;
    theme.strokeScale = 1.5;
    return theme;
}

double linear(Rgba channel)
{
    const double value = double(channel & 0xFF) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// WCAG 2.1, relative luminance.
double luminance(Rgba colour)
{
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
}

} // namespace

Rgba Theme::of(Severity severity) const
{
    switch (severity) {
    case Severity::Error:
        return error;
    case Severity::Warning:
        return warning;
    case Severity::Hint:
    case Severity::Off:
        return hint;
    }
    return hint;
}

Rgba Theme::paperOf(CardMark mark) const
{
    if (mark == CardMark::PainPoint)
        return painPoint;
    if (mark == CardMark::Attachment)
        return band(Stage::Backstage);
    return mark == CardMark::Opportunity ? opportunity : note;
}

const Theme& lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& printTheme()
{
    static const Theme theme = makePrint();
    return theme;
}

const Theme& projectorTheme()
{
    static const Theme theme = makeProjector();
    return theme;
}

const Theme& contrastTheme()
{
    static const Theme theme = makeContrast();
    return theme;
}

const Theme& darkContrastTheme()
{
    static const Theme theme = makeDarkContrast();
    return theme;
}

double contrast(Rgba left, Rgba right)
{
    const double a = luminance(left);
    const double b = luminance(right);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Rgba mix(Rgba left, Rgba right, double share)
{
    Rgba mixed = Opaque;
    for (const int shift : {16, 8, 0}) {
        const double a = double((left >> shift) & 0xFF);
        const double b = double((right >> shift) & 0xFF);
        mixed |= Rgba(std::lround(a + (b - a) * share)) << shift;
    }
    return mixed;
}

} // namespace throughline
