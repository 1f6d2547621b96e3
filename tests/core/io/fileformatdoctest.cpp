// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/notationreader.h"

#include <QFile>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The first block of docs/file-format.md that is fenced with that word.
QByteArray example(const QByteArray& fence)
{
    QFile file(QStringLiteral(THROUGHLINE_SOURCE_DIR "/docs/file-format.md"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const QByteArray opening = "\n```" + fence + "\n";
    qsizetype start = text.indexOf(opening);
    if (fence.isEmpty()) // skip the end of the block before
        start = text.indexOf(opening, text.indexOf("## The text notation"));
    start += opening.size();
    return text.mid(start, text.indexOf("\n```", start) + 1 - start);
}

} // namespace

TEST(FileFormatDocument, showsABlueprintFileAsItIsWritten)
{
    const QByteArray text = example("json");
    const Result<Blueprint> blueprint = readBlueprint(text, u"example"_s);
    ASSERT_TRUE(blueprint) << describe(blueprint.error()).toStdString();
    EXPECT_EQ(writeBlueprint(*blueprint), text);
}

TEST(FileFormatDocument, showsTheSameBlueprintInTheNotation)
{
    const Result<Blueprint> typed = readNotation(example(""), u"example"_s);
    ASSERT_TRUE(typed) << describe(typed.error()).toStdString();
    EXPECT_EQ(writeBlueprint(*typed), example("json"));
}

} // namespace throughline
