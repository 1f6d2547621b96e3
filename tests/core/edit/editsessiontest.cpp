// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/editsession.h"

#include "core/edit/operations.h"

#include <gtest/gtest.h>

using namespace throughline;

namespace {

Patch title(const EditSession& session, const QString& text)
{
    return *rename(session.blueprint(), {}, text);
}

void type(EditSession& session, const QString& text, qint64 atMs)
{
    ASSERT_TRUE(
        session.apply(title(session, text), QStringLiteral("Rename the blueprint"), QStringLiteral("title"), atMs));
}

} // namespace

TEST(EditSession, namesWhatItUndoes)
{
    EditSession session;
    ASSERT_TRUE(session.apply(title(session, QStringLiteral("Dinner")), QStringLiteral("Rename the blueprint")));
    EXPECT_EQ(session.history().undoText(), QStringLiteral("Rename the blueprint"));
    EXPECT_EQ(session.history().redoText(), QString());
    session.undo();
    EXPECT_EQ(session.blueprint().header().title, QString());
    EXPECT_EQ(session.history().redoText(), QStringLiteral("Rename the blueprint"));
}

TEST(EditSession, takesFastTypingAsOneEdit)
{
    EditSession session;
    type(session, QStringLiteral("D"), 0);
    type(session, QStringLiteral("Di"), 900);
    type(session, QStringLiteral("Din"), 1800);
    type(session, QStringLiteral("Dinner"), 9000);
    EXPECT_EQ(session.history().size(), 2);
    session.undo();
    EXPECT_EQ(session.blueprint().header().title, QStringLiteral("Din"));
    session.undo();
    EXPECT_EQ(session.blueprint(), Blueprint());
}

TEST(EditSession, knowsTheSavedStateThroughUndoAndRedo)
{
    EditSession session;
    EXPECT_TRUE(session.isClean());
    type(session, QStringLiteral("Dinner"), 0);
    EXPECT_FALSE(session.isClean());
    session.markClean();
    session.undo();
    EXPECT_FALSE(session.isClean());
    session.redo();
    EXPECT_TRUE(session.isClean());
}

TEST(EditSession, neverMergesIntoTheSavedState)
{
    EditSession session;
    type(session, QStringLiteral("D"), 0);
    session.markClean();
    type(session, QStringLiteral("Di"), 10);
    EXPECT_FALSE(session.isClean());
    session.undo();
    EXPECT_TRUE(session.isClean());
    EXPECT_EQ(session.blueprint().header().title, QStringLiteral("D"));
}

TEST(EditSession, forgetsTheSavedStateThatNoUndoCanReach)
{
    EditSession session;
    type(session, QStringLiteral("A"), 0);
    session.markClean();
    session.undo();
    type(session, QStringLiteral("B"), 9000);
    EXPECT_FALSE(session.isClean());
    session.undo();
    EXPECT_FALSE(session.isClean());
}

TEST(EditSession, remembersWhatChangedBesideTheBlueprintAsAnEditOfItsOwn)
{
    EditSession session;
    session.markClean();
    const quint64 first = session.history().state();
    session.noteBeside(QStringLiteral("Edit text"), QStringLiteral("text"), 0);
    session.noteBeside(QStringLiteral("Edit text"), QStringLiteral("text"), 100);
    EXPECT_EQ(session.history().size(), 1) << "one burst of typing";
    EXPECT_FALSE(session.isClean());
    const quint64 second = session.history().state();
    EXPECT_NE(second, first);
    EXPECT_TRUE(session.undo().isEmpty());
    EXPECT_TRUE(session.isClean());
    EXPECT_EQ(session.history().state(), first);
    session.redo();
    EXPECT_EQ(session.history().state(), second);
    EXPECT_EQ(session.blueprint(), Blueprint());
    session.undo();
    session.noteBeside(QStringLiteral("Edit text"));
    EXPECT_NE(session.history().state(), second) << "no state has the name of another";
}

TEST(EditSession, countsEveryChangeAsARevision)
{
    EditSession session;
    type(session, QStringLiteral("A"), 0);
    session.undo();
    session.redo();
    EXPECT_EQ(session.revision(), 3U);
    ASSERT_TRUE(session.apply({}, QStringLiteral("nothing")));
    EXPECT_EQ(session.revision(), 3U);
}
