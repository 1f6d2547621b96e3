// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/theme.h"

#include <gtest/gtest.h>

using namespace throughline;

namespace {

constexpr double TextContrast = 4.5; // WCAG 2.1, 1.4.3, level AA
constexpr double ShapeContrast = 3;  // WCAG 2.1, 1.4.11

class Themes : public ::testing::TestWithParam<const Theme*>
{
};

} // namespace

TEST_P(Themes, textReachesAaOnEverySurfaceItStandsOn)
{
    const Theme& theme = *GetParam();
    QList<Rgba> surfaces(theme.bands.begin(), theme.bands.end());
    surfaces += {theme.paper,   theme.card, theme.evidenceCard, theme.label,
                 theme.chevron, theme.note, theme.painPoint,    theme.opportunity};
    for (const Rgba band : theme.bands)
        surfaces += mix(band, theme.paper, 0.5); // the tray
    for (const Rgba surface : surfaces) {
        EXPECT_GE(contrast(theme.ink, surface), TextContrast) << std::hex << surface;
        EXPECT_GE(contrast(theme.muted, surface), TextContrast) << std::hex << surface;
    }
    for (const Rgba finding : {theme.error, theme.warning, theme.hint}) {
        EXPECT_GE(contrast(finding, theme.label), TextContrast);
        EXPECT_GE(contrast(finding, theme.paper), TextContrast);
        EXPECT_GE(contrast(theme.badgeText, finding), TextContrast);
    }
    EXPECT_GE(contrast(theme.accent, theme.label), TextContrast);
}

TEST_P(Themes, connectionsAndStripesStandOutFromTheirGround)
{
    const Theme& theme = *GetParam();
    for (const Rgba band : theme.bands) {
        EXPECT_GE(contrast(theme.connection, band), ShapeContrast);
        EXPECT_GE(contrast(theme.quietConnection, band), 2.25);
    }
    for (const Rgba department : theme.departments)
        EXPECT_GE(contrast(department, theme.card), ShapeContrast);
}

INSTANTIATE_TEST_SUITE_P(All, Themes,
                         ::testing::Values(&lightTheme(), &darkTheme(), &printTheme(), &projectorTheme(),
                                           &contrastTheme(), &darkContrastTheme()),
                         [](const auto& theme) { return QString(theme.param->name).remove(u'-').toStdString(); });

TEST(Contrast, ofThemesForThoseWhoNeedMoreReachesAaa)
{
    for (const Theme* theme : {&contrastTheme(), &darkContrastTheme()}) {
        QList<Rgba> surfaces(theme->bands.begin(), theme->bands.end());
        surfaces += {theme->paper, theme->card, theme->label, theme->note, theme->painPoint, theme->opportunity};
        for (const Rgba surface : surfaces) {
            EXPECT_GE(contrast(theme->ink, surface), 7) << std::hex << surface;
            EXPECT_GE(contrast(theme->muted, surface), 7) << std::hex << surface;
            EXPECT_GE(contrast(theme->connection, surface), 4.5) << std::hex << surface;
            EXPECT_GE(contrast(theme->quietConnection, surface), 4.5) << std::hex << surface;
            EXPECT_GE(contrast(theme->cardEdge, surface), 4.5) << std::hex << surface;
        }
    }
}

TEST(Contrast, isThatOfTheStandard)
{
    EXPECT_DOUBLE_EQ(contrast(0xFF000000, 0xFFFFFFFF), 21);
    EXPECT_NEAR(contrast(0xFF767676, 0xFFFFFFFF), 4.54, 0.01);
}
