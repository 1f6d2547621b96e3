// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/palettemodel.h"

#include "app/document/elementref.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;

namespace {

QVariantMap command(const QString& id, const QString& text, bool available = true)
{
    return {{u"id"_s, id}, {u"text"_s, text}, {u"keys"_s, u"Ctrl+"_s + id}, {u"available"_s, available}};
}

/// A restaurant with a cell of two cards, and three commands.
struct Palette
{
    Palette()
    {
        document.setBlueprint(blueprintOf("role Cook\n"
                                          "role Nobody\n"
                                          "lane Guest stage=customer\n"
                                          "lane Kitchen stage=backstage role=Cook\n"
                                          "card g1 lane=Guest step=1 \"Orders <soup>\"\n"
                                          "card k1 lane=Kitchen step=1 \"Cooks\"\n"
                                          "card k2 lane=Kitchen step=1 \"Tastes\"\n"));
        model.setDocument(&document);
        model.setCommands(
            {command(u"o"_s, u"Open"_s), command(u"s"_s, u"Save"_s, false), command(u"a"_s, u"Add step"_s)});
    }
    QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < model.count(); ++row)
            all += model.textAt(row);
        return all;
    }
    QVariant at(int row, PaletteModel::Role role) const { return model.data(model.index(row), role); }

    DocumentController document;
    PaletteModel model;
};

} // namespace

TEST(PaletteModel, listsEveryCommandWithTheLastUsedFirst)
{
    Palette palette;
    EXPECT_EQ(palette.texts(), (QStringList{u"Open"_s, u"Save"_s, u"Add step"_s}));
    palette.model.setRecent({u"a"_s, u"gone"_s, u"s"_s});
    EXPECT_EQ(palette.texts(), (QStringList{u"Add step"_s, u"Save"_s, u"Open"_s}));
}

TEST(PaletteModel, findsACommandByOtherWordsAndPutsWhatCannotBeDoneLast)
{
    Palette palette;
    QVariantMap print = command(u"p"_s, u"Export PDF"_s);
    print.insert(u"words"_s, u"print report"_s);
    palette.model.setCommands({command(u"c"_s, u"Close blueprint"_s), print, command(u"d"_s, u"Prints"_s, false)});
    palette.model.setQuery(u"print"_s);
    EXPECT_EQ(palette.texts().mid(0, 3), (QStringList{u"Export PDF"_s, u"Close blueprint"_s, u"Prints"_s}));
    palette.model.setQuery(u"rint"_s); // no word begins so
    EXPECT_FALSE(palette.texts().contains(u"Export PDF"_s));
}

TEST(PaletteModel, keepsTellingWhatCannotBeDoneNow)
{
    Palette palette;
    palette.model.setQuery(u"save"_s);
    ASSERT_EQ(palette.model.commandAt(0), u"s"_s);
    EXPECT_FALSE(palette.model.availableAt(0));
    EXPECT_EQ(palette.at(0, PaletteModel::KeysRole).toString(), u"Ctrl+s"_s);
}

TEST(PaletteModel, goesToACardByItsCode)
{
    Palette palette;
    palette.model.setQuery(u"1b2"_s);
    EXPECT_EQ(palette.texts().value(0), u"Go to card Tastes"_s);
    EXPECT_EQ(palette.at(0, PaletteModel::KeysRole).toString(), u"1B2"_s);
    EXPECT_EQ(palette.at(0, PaletteModel::DetailRole).toString(), u"Kitchen, step 1"_s);
    EXPECT_EQ(refsFrom(palette.model.elementsOf(0)), QList<ElementRef>{refTo(CardId(u"k2"_s))});
    EXPECT_TRUE(palette.model.commandAt(0).isEmpty());
    // A card that is alone in its cell answers with and without its order.
    palette.model.setQuery(u"1A1"_s);
    EXPECT_EQ(palette.texts().value(0), u"Go to card Orders <soup>"_s);
    palette.model.setQuery(u"1 a"_s);
    EXPECT_EQ(palette.texts().value(0), u"Go to card Orders <soup>"_s);
}

TEST(PaletteModel, goesToStepsLanesAndRolesByTheirNames)
{
    Palette palette;
    palette.model.setQuery(u"kitch"_s);
    EXPECT_EQ(palette.texts().value(0), u"Go to lane Kitchen"_s);
    palette.model.setQuery(u"1"_s);
    EXPECT_EQ(refsFrom(palette.model.elementsOf(0)).value(0).kind, ElementKind::Step);
    palette.model.setQuery(u"cook"_s);
    const qsizetype role = palette.texts().indexOf(u"Go to the cards of Cook"_s);
    ASSERT_GE(role, 0);
    EXPECT_EQ(refsFrom(palette.model.elementsOf(int(role))),
              (QList<ElementRef>{refTo(CardId(u"k1"_s)), refTo(CardId(u"k2"_s))}));
    // A role that does nothing is nowhere.
    palette.model.setQuery(u"nobody"_s);
    EXPECT_TRUE(palette.texts().isEmpty());
}

TEST(PaletteModel, marksTheLettersTypedAndNothingOfTheNameAsMarkup)
{
    Palette palette;
    palette.model.setQuery(u"add"_s);
    EXPECT_EQ(palette.at(0, PaletteModel::MarkedRole).toString(), u"<b>Add</b> step"_s);
    palette.model.setQuery(u"soup"_s);
    EXPECT_EQ(palette.at(0, PaletteModel::MarkedRole).toString(), u"Go to card Orders &lt;<b>soup</b>&gt;"_s);
}

TEST(PaletteModel, offersNoPlacesOfADocumentThatWasClosed)
{
    Palette palette;
    palette.document.close();
    palette.model.readPlaces();
    palette.model.setQuery(u"tastes"_s);
    EXPECT_TRUE(palette.texts().isEmpty());
}
