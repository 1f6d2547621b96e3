// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/editsession.h"
#include "core/edit/operations.h"
#include "tests/support/randomblueprint.h"

#include <gtest/gtest.h>

using namespace throughline;
using throughline::testing::countingIds;
using throughline::testing::randomBlueprint;
using throughline::testing::randomEdit;

TEST(RandomEdits, keepEveryInvariantAndUndoToTheStart)
{
    qsizetype edits = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        std::mt19937 random(seed);
        const Blueprint start = randomBlueprint(random);
        EditSession session(start);
        const IdSource newId = countingIds();
        for (int i = 0; i < 40; ++i) {
            const Patch patch = randomEdit(session.blueprint(), random, newId);
            const Result<void> applied = session.apply(patch, QStringLiteral("edit"));
            ASSERT_TRUE(applied) << "seed " << seed << ": " << qPrintable(describe(applied.error()));
            const Result<void> valid = validate(session.blueprint());
            ASSERT_TRUE(valid) << "seed " << seed << " edit " << i << ": " << qPrintable(describe(valid.error()));
        }
        const Blueprint end = session.blueprint();
        edits += session.history().size();
        while (session.history().canUndo())
            EXPECT_FALSE(session.undo().isEmpty());
        ASSERT_EQ(session.blueprint(), start) << "seed " << seed;
        while (session.history().canRedo())
            EXPECT_FALSE(session.redo().isEmpty());
        ASSERT_EQ(session.blueprint(), end) << "seed " << seed;
    }
    EXPECT_GT(edits, 3000) << "most random edits must do something, or this test proves nothing";
}

TEST(RandomEdits, diffTurnsOneBlueprintIntoTheOther)
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        std::mt19937 random(seed);
        const Blueprint before = randomBlueprint(random);
        Blueprint after = before;
        const IdSource newId = countingIds();
        for (int i = 0; i < 10; ++i)
            ASSERT_TRUE(apply(after, randomEdit(after, random, newId)));
        Blueprint walked = before;
        ASSERT_TRUE(apply(walked, diff(before, after)));
        EXPECT_EQ(walked, after) << "seed " << seed;
        const Blueprint other = randomBlueprint(random);
        Blueprint far = before;
        ASSERT_TRUE(apply(far, diff(before, other)));
        EXPECT_EQ(far, other) << "seed " << seed;
    }
}

TEST(RandomEdits, composedPatchesDoWhatTheirPartsDo)
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        std::mt19937 random(seed);
        const Blueprint before = randomBlueprint(random);
        Blueprint after = before;
        const IdSource newId = countingIds();
        Patch all;
        for (int i = 0; i < 8; ++i) {
            const Patch patch = randomEdit(after, random, newId);
            ASSERT_TRUE(apply(after, patch));
            all = compose(all, patch);
        }
        Blueprint walked = before;
        ASSERT_TRUE(apply(walked, all)) << "seed " << seed;
        EXPECT_EQ(walked, after) << "seed " << seed;
        ASSERT_TRUE(apply(walked, inverse(all)));
        EXPECT_EQ(walked, before) << "seed " << seed;
    }
}

TEST(RandomEdits, refuseToApplyToAnotherStateAndLeaveItAsItIs)
{
    std::mt19937 random(5);
    const IdSource newId = countingIds();
    int refused = 0;
    for (int i = 0; i < 200; ++i) {
        Blueprint blueprint = randomBlueprint(random);
        const Patch patch = randomEdit(blueprint, random, newId);
        if (patch.isEmpty())
            continue;
        Blueprint other = randomBlueprint(random);
        const Blueprint untouched = other;
        if (!apply(other, patch)) {
            ++refused;
            EXPECT_EQ(other, untouched);
        }
    }
    EXPECT_GT(refused, 50);
}
