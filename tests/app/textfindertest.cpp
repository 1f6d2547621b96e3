// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/textfinder.h"

#include "app/document/elementref.h"
#include "tests/support/readnotation.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;

namespace {

struct Finder
{
    Finder()
    {
        document.setBlueprint(blueprintOf("lane Guest stage=customer\n"
                                          "card g1 lane=Guest step=1 \"Asks for the bill\"\n"
                                          "card g2 lane=Guest step=2 \"Pays the bill, keeps the bill\"\n"));
        finder.setDocument(&document);
        finder.setActive(true);
        finder.setText(u"the bill"_s);
    }
    QString title(const QString& id) const { return document.blueprint().find(CardId(id))->title; }
    QString selected() const { return document.selection().value(0).id; }

    DocumentController document;
    TextFinder finder;
};

} // namespace

TEST(TextFinder, walksTheMatchesRoundTheEnd)
{
    Finder f;
    QSignalSpy found(&f.finder, &TextFinder::found);
    EXPECT_EQ(f.finder.summary(), u"3 found"_s);
    EXPECT_TRUE(f.document.selection().isEmpty());
    f.finder.walk(1);
    EXPECT_EQ(f.finder.summary(), u"1 of 3"_s);
    EXPECT_EQ(f.selected(), u"g1"_s);
    f.finder.walk(-1);
    EXPECT_EQ(f.finder.summary(), u"3 of 3"_s);
    EXPECT_EQ(f.selected(), u"g2"_s);
    f.finder.walk(1);
    EXPECT_EQ(f.finder.summary(), u"1 of 3"_s);
    EXPECT_EQ(found.count(), 3);
    f.finder.setText(u"soup"_s);
    EXPECT_EQ(f.finder.summary(), u"Nothing found"_s);
    EXPECT_FALSE(f.finder.walk(1));
}

TEST(TextFinder, replacesOneAfterTheOtherAndNeverWhatItPutIn)
{
    Finder f;
    f.finder.setReplacement(u"all of the bill"_s);
    EXPECT_TRUE(f.finder.replaceCurrent());
    EXPECT_FALSE(f.document.canUndo()) << "the first time shows what would be replaced";
    f.finder.replaceCurrent();
    EXPECT_EQ(f.title(u"g1"_s), u"Asks for all of the bill"_s);
    EXPECT_EQ(f.selected(), u"g2"_s);
    f.finder.replaceCurrent();
    f.finder.replaceCurrent();
    EXPECT_EQ(f.title(u"g2"_s), u"Pays all of the bill, keeps all of the bill"_s);
    EXPECT_EQ(f.title(u"g1"_s), u"Asks for all of the bill"_s);
    EXPECT_EQ(f.document.undoText(), u"Replace text"_s);
}

TEST(TextFinder, goesOnBehindWhatAGroupPutIn)
{
    Finder f;
    f.finder.setRegular(true);
    f.finder.setText(u"(the bill)"_s);
    f.finder.setReplacement(u"$1, $1"_s);
    f.finder.walk(1);
    for (int i = 0; i < 3; ++i)
        f.finder.replaceCurrent();
    EXPECT_EQ(f.title(u"g1"_s), u"Asks for the bill, the bill"_s);
    EXPECT_EQ(f.title(u"g2"_s), u"Pays the bill, the bill, keeps the bill, the bill"_s);
}

TEST(TextFinder, keepsItsPlaceWhileTheDocumentChanges)
{
    Finder f;
    f.finder.walk(1);
    f.finder.walk(1);
    f.finder.setActive(true);
    EXPECT_EQ(f.finder.summary(), u"2 of 3"_s);
    f.document.setBlueprint(f.document.blueprint());
    EXPECT_EQ(f.finder.summary(), u"3 found"_s) << "another document begins anew";
}

TEST(TextFinder, replacesAllAsOneStep)
{
    Finder f;
    const Blueprint before = f.document.blueprint();
    f.finder.setReplacement(u"it"_s);
    EXPECT_TRUE(f.finder.replaceAll());
    EXPECT_EQ(f.title(u"g2"_s), u"Pays it, keeps it"_s);
    EXPECT_EQ(f.document.undoText(), u"Replace text in 3 places"_s);
    EXPECT_EQ(f.finder.count(), 0);
    EXPECT_EQ(f.finder.summary(), u"3 replaced"_s);
    f.document.undo();
    EXPECT_EQ(f.document.blueprint(), before);
    EXPECT_EQ(f.finder.summary(), u"3 found"_s);
}

TEST(TextFinder, saysWhatIsWrongWithAnExpression)
{
    Finder f;
    f.finder.setRegular(true);
    f.finder.setText(u"(the"_s);
    EXPECT_FALSE(f.finder.problem().isEmpty());
    EXPECT_FALSE(f.finder.replaceAll());
    f.finder.setText(u"(the) bill"_s);
    EXPECT_TRUE(f.finder.problem().isEmpty());
    EXPECT_EQ(f.finder.count(), 3);
}

TEST(TextFinder, followsTheDocumentAndRestsWhileItIsNotActive)
{
    Finder f;
    f.finder.setText(u"THE BILL"_s);
    EXPECT_EQ(f.finder.count(), 3);
    f.finder.setMatchCase(true);
    EXPECT_EQ(f.finder.count(), 0);
    f.document.rename(u"card"_s, u"g1"_s, u"THE BILL"_s);
    EXPECT_EQ(f.finder.count(), 1);
    f.finder.setActive(false);
    EXPECT_EQ(f.finder.count(), 0);
}
