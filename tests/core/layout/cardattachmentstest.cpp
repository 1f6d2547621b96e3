// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardattachments.h"

#include "tests/support/fakemeasurer.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::FakeMeasurer;

namespace {

/// One card of a lane, laid out.
struct LaidOut
{
    explicit LaidOut(const QByteArray& words)
        : blueprint(blueprintOf("lane F stage=frontstage\ncard c lane=F step=1 " + words + " \"Serve\"\n")),
          layout(layoutBlueprint(blueprint, {}, measurer))
    {
    }
    [[nodiscard]] LayoutCard placed() const { return *layout.card(CardId(QStringLiteral("c"))); }
    [[nodiscard]] QList<AttachmentSpot> spots() const
    {
        return attachmentSpots(*blueprint.cards().begin(), placed(), layout.style(), measurer);
    }

    FakeMeasurer measurer;
    Blueprint blueprint;
    Layout layout;
};

} // namespace

TEST(CardAttachments, areShownWithinTheCardAndClearOfEachOther)
{
    const LaidOut card(
        "pain=\"Too slow\" minutes=3 attach=\"a.png\" attach=\"Menu|https://example.org\" attach=\"b.jpg\"");
    const QList<AttachmentSpot> spots = card.spots();
    ASSERT_EQ(spots.size(), 3);
    EXPECT_EQ(spots[0].index, 0);
    EXPECT_EQ(spots[1].index, 2);
    EXPECT_EQ(spots[2].index, 1);
    EXPECT_TRUE(spots[0].picture && spots[1].picture && !spots[2].picture);
    for (const AttachmentSpot& spot : spots) {
        EXPECT_TRUE(card.placed().rect.contains(spot.rect));
        for (const AttachmentSpot& other : spots)
            EXPECT_TRUE(spot.index == other.index || !spot.rect.intersects(other.rect));
    }
    // The slip of the link is the one drawn for it, below that of the pain point.
    EXPECT_EQ(card.placed().text.slips[1].lines, QStringList{QStringLiteral("Menu")});
    EXPECT_EQ(spots[2].rect, slipRects(card.placed(), card.layout.style(), card.measurer)[1]);
}

TEST(CardAttachments, makeRoomForPicturesOnce)
{
    const double none = LaidOut("note=\"Ask Ben\" pain=\"Too slow\"").placed().rect.height();
    const double one = LaidOut("note=\"Ask Ben\" pain=\"Too slow\" attach=\"a.png\"").placed().rect.height();
    const double two =
        LaidOut("note=\"Ask Ben\" pain=\"Too slow\" attach=\"a.png\" attach=\"b.png\"").placed().rect.height();
    EXPECT_GE(one, none + 40);
    EXPECT_EQ(one, two);
}

TEST(CardAttachments, sayHowManyMoreThereAre)
{
    const LaidOut card(
        "attach=\"https://a.org\" attach=\"https://b.org\" attach=\"https://c.org\" attach=\"https://d.org\" "
        "attach=\"https://e.org\"");
    EXPECT_EQ(card.placed().text.slips.size(), 4);
    EXPECT_EQ(card.placed().text.slips.last().lines, QStringList{QStringLiteral("2 more")});
    EXPECT_EQ(card.spots().size(), 3);
}
