// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/journal.h"

#include "core/edit/operations.h"
#include "core/io/patchtext.h"
#include "tests/support/randomblueprint.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::countingIds;
using throughline::testing::randomBlueprint;
using throughline::testing::randomEdit;

namespace {

constexpr int Blueprints = 60;
constexpr int Edits = 25;

/// A journal of random edits, and the document after each of them (the first: before any).
class Journal : public ::testing::Test
{
protected:
    void record(unsigned seed)
    {
        std::mt19937 random(seed);
        const IdSource newId = countingIds();
        states = {randomBlueprint(random)};
        JournalWriter writer;
        ASSERT_TRUE(writer.begin(path(), head, states.first()));
        while (states.size() <= Edits) {
            const Patch patch = randomEdit(states.last(), random, newId);
            if (patch.isEmpty())
                continue;
            Blueprint next = states.last();
            ASSERT_TRUE(apply(next, patch));
            ASSERT_TRUE(writer.append(patch));
            states += next;
        }
        ASSERT_TRUE(writer.sync());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u".dinner.blueprint.journal"_s); }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void write(const QByteArray& content) const
    {
        QFile file(path());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(content), content.size());
    }

    const JournalHead head{u"/home/ann/dinner.blueprint"_s, QDateTime(QDate(2026, 5, 3), QTime(9, 30), Qt::UTC)};
    QList<Blueprint> states;

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST(PatchText, readsEveryEditItWrote)
{
    for (unsigned seed = 1; seed <= Blueprints; ++seed) {
        std::mt19937 random(seed);
        const IdSource newId = countingIds();
        Blueprint blueprint = randomBlueprint(random);
        for (int i = 0; i < Edits; ++i) {
            const Patch patch = randomEdit(blueprint, random, newId);
            const QByteArray line = writePatch(patch);
            EXPECT_FALSE(line.contains('\n'));
            const Result<Patch> read = readPatch(line);
            ASSERT_TRUE(read) << qPrintable(describe(read.error())) << line.constData();
            Blueprint expected = blueprint;
            Blueprint actual = blueprint;
            ASSERT_TRUE(apply(expected, patch));
            ASSERT_TRUE(apply(actual, *read)) << line.constData();
            EXPECT_EQ(actual, expected);
            blueprint = expected;
        }
    }
}

TEST(PatchText, carriesTheHeader)
{
    Header after;
    after.title = u"Dinner\nfor two"_s;
    after.ruleSeverities.insert(u"silo-break"_s, Severity::Off);
    const Patch patch{{HeaderChange{Header(), after}}};
    const Result<Patch> read = readPatch(writePatch(patch));
    ASSERT_TRUE(read) << qPrintable(describe(read.error()));
    EXPECT_EQ(*read, patch);
}

TEST(PatchText, refusesWhatIsNoPatch)
{
    for (const char* line : {"", "{}", "{}\t", "{}\t[]", "{\"cards\": [{}]}\t{}", "{\"formatVersion\": \"1.0\"}\t{}"})
        EXPECT_FALSE(readPatch(line)) << line;
}

TEST_F(Journal, givesBackTheDocumentAsItWas)
{
    record(1);
    const Result<JournalContent> content = readJournal(path());
    ASSERT_TRUE(content) << qPrintable(describe(content.error()));
    EXPECT_EQ(content->head, head);
    EXPECT_EQ(content->base, states.first());
    EXPECT_EQ(content->now, states.last());
    EXPECT_EQ(content->changes, Edits);
    EXPECT_FALSE(content->isTorn);
}

TEST_F(Journal, cutOffAnywhereGivesBackTheLastWholeChange)
{
    record(2);
    const QByteArray whole = bytes();
    const qsizetype firstChange = [&] {
        qsizetype offset = 0;
        for (int line = 0; line < 3; ++line)
            offset = whole.indexOf('\n', offset) + 1;
        return offset;
    }();
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        const qsizetype cut = firstChange + qsizetype(random() % unsigned(whole.size() - firstChange));
        write(whole.first(cut));
        const int changes = int(whole.first(cut).count('\n')) - 3;
        const Result<JournalContent> content = readJournal(path());
        if (changes == 0 && cut > firstChange) {
            EXPECT_FALSE(content) << "nothing to give back";
            continue;
        }
        ASSERT_TRUE(content) << qPrintable(describe(content.error()));
        EXPECT_EQ(content->changes, changes);
        EXPECT_EQ(content->now, states.at(changes));
    }
}

TEST_F(Journal, stopsAtADamagedLine)
{
    record(3);
    QByteArray damaged = bytes();
    qsizetype offset = 0;
    for (int line = 0; line < 8; ++line)
        offset = damaged.indexOf('\n', offset) + 1;
    damaged[offset + 40] = damaged.at(offset + 40) == 'x' ? 'y' : 'x';
    write(damaged);
    const Result<JournalContent> content = readJournal(path());
    ASSERT_TRUE(content) << qPrintable(describe(content.error()));
    EXPECT_EQ(content->changes, 5);
    EXPECT_EQ(content->now, states.at(5));
    EXPECT_TRUE(content->isTorn);
}

TEST_F(Journal, goesOnBehindTheLastWholeChange)
{
    record(4);
    write(bytes().chopped(10));
    JournalWriter writer;
    ASSERT_TRUE(writer.resume(path()));
    const Result<JournalContent> before = readJournal(path());
    ASSERT_TRUE(before);
    std::mt19937 random(5);
    Patch patch;
    while (patch.isEmpty())
        patch = randomEdit(before->now, random, countingIds(5000));
    ASSERT_TRUE(writer.append(patch));
    writer.close();

    Blueprint expected = before->now;
    ASSERT_TRUE(apply(expected, patch));
    const Result<JournalContent> content = readJournal(path());
    ASSERT_TRUE(content);
    EXPECT_EQ(content->now, expected);
    EXPECT_FALSE(content->isTorn);
}

TEST_F(Journal, saysSoWhereItCannotBeKept)
{
    JournalWriter writer;
    const Result<void> begun = writer.begin(path() + u"/no/such/folder"_s, head, Blueprint());
    ASSERT_FALSE(begun);
    EXPECT_EQ(begun.error().code, Error::Code::System);
    write("something else");
    EXPECT_FALSE(readJournal(path()));
}

TEST_F(Journal, isGoneWhenDiscarded)
{
    JournalWriter writer;
    ASSERT_TRUE(writer.begin(path(), head, Blueprint()));
    writer.discard();
    EXPECT_FALSE(QFile::exists(path()));
}

TEST(JournalPath, standsBesideTheDocument)
{
    EXPECT_EQ(journalPathFor(u"/home/ann/dinner.blueprint"_s), u"/home/ann/.dinner.blueprint.journal"_s);
}
