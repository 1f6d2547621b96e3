// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/textsearch.h"

#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::blueprintOf;

namespace {

Blueprint billSpokenOf()
{
    return blueprintOf("role Waiter\n"
                       "lane Guest stage=customer\n"
                       "lane Serving stage=frontstage role=Waiter\n"
                       "card w2 lane=Serving step=2 \"Brings the bill, the bill\"\n"
                       "card g1 lane=Guest step=1 \"Asks for the Bill\"\n"
                       "g1 ?> w2 bill\n");
}

TextQuery regular(const QString& text)
{
    return {text, true, false};
}

QStringList foundIn(const Blueprint& blueprint, const TextQuery& query)
{
    const Result<QList<TextMatch>> matches = findText(blueprint, query);
    QStringList ids;
    for (const TextMatch& match : matches ? *matches : QList<TextMatch>())
        ids += match.element.id;
    return ids;
}

/// The blueprint with every match replaced.
Blueprint replaced(const Blueprint& blueprint, const TextQuery& query, const QString& replacement)
{
    Blueprint result = blueprint;
    const Result<Patch> patch = replaceText(blueprint, query, replacement, *findText(blueprint, query));
    EXPECT_TRUE(patch && apply(result, *patch));
    return result;
}

QString title(const Blueprint& blueprint, const QString& id)
{
    return blueprint.find(CardId(id))->title;
}

} // namespace

TEST(TextSearch, findsEveryPlaceInReadingOrder)
{
    EXPECT_EQ(foundIn(billSpokenOf(), {u"bill"_s}).mid(0, 3), (QStringList{u"g1"_s, u"w2"_s, u"w2"_s}));
    EXPECT_EQ(foundIn(billSpokenOf(), {u"bill"_s, false, true}).mid(0, 2), (QStringList{u"w2"_s, u"w2"_s}));
    EXPECT_EQ(foundIn(billSpokenOf(), {u"serving"_s}).size(), 1);
    EXPECT_EQ(foundIn(billSpokenOf(), {u"waiter"_s}).size(), 1);
    EXPECT_TRUE(foundIn(billSpokenOf(), {QString()}).isEmpty());
    EXPECT_TRUE(foundIn(billSpokenOf(), {u"dessert"_s}).isEmpty());
}

TEST(TextSearch, takesTextForWhatItIsUnlessItIsAnExpression)
{
    EXPECT_TRUE(foundIn(billSpokenOf(), {u"B.ll"_s}).isEmpty());
    EXPECT_EQ(foundIn(billSpokenOf(), regular(u"^asks"_s)), QStringList{u"g1"_s});
    // What matches nothing at all is no place.
    EXPECT_TRUE(foundIn(billSpokenOf(), regular(u"x*"_s)).isEmpty());
}

TEST(TextSearch, saysWhatIsWrongWithAnExpression)
{
    const Result<QList<TextMatch>> matches = findText(billSpokenOf(), regular(u"(bill"_s));
    ASSERT_FALSE(matches);
    EXPECT_EQ(matches.error().code, Error::Code::Syntax);
    EXPECT_TRUE(matches.error().message.contains(u"at its end"_s)) << qPrintable(matches.error().message);
    const Error inside = findText(billSpokenOf(), regular(u"a**"_s)).error();
    EXPECT_TRUE(inside.message.contains(u"at character 3"_s)) << qPrintable(inside.message);
    EXPECT_TRUE(findText(billSpokenOf(), {u"(bill"_s}));
}

TEST(TextSearch, replacesEverywhereAsOnePatch)
{
    const Blueprint after = replaced(billSpokenOf(), {u"the bill"_s}, u"a $1 receipt"_s);
    EXPECT_EQ(title(after, u"g1"_s), u"Asks for a $1 receipt"_s);
    EXPECT_EQ(title(after, u"w2"_s), u"Brings a $1 receipt, a $1 receipt"_s);
}

TEST(TextSearch, replacesWithWhatTheGroupsFound)
{
    EXPECT_EQ(title(replaced(billSpokenOf(), regular(u"(\\w+) for (.*)"_s), u"$2: $1 ($0) $$1 $"_s), u"g1"_s),
              u"the Bill: Asks (Asks for the Bill) $1 $"_s);
}

TEST(TextSearch, replacesOnlyThePlacesNamed)
{
    Blueprint blueprint = billSpokenOf();
    const QList<TextMatch> matches = *findText(blueprint, {u"the bill"_s, false, true});
    ASSERT_EQ(matches.size(), 2);
    const Result<Patch> patch = replaceText(blueprint, {u"the bill"_s, false, true}, u"it"_s, {matches[1]});
    ASSERT_TRUE(patch && apply(blueprint, *patch));
    EXPECT_EQ(title(blueprint, u"w2"_s), u"Brings the bill, it"_s);
}

TEST(TextSearch, replacesInNotesAndNames)
{
    Blueprint blueprint = billSpokenOf();
    Card card = *blueprint.find(CardId(u"g1"_s));
    card.note = u"the Waiter comes\nlater "_s;
    ASSERT_TRUE(apply(blueprint, Patch{{ElementChange<Card>{*blueprint.find(card.id), card}}}));
    const Blueprint after = replaced(blueprint, regular(u"^later|waiter"_s), u"Host"_s);
    EXPECT_EQ(after.find(card.id)->note, u"the Host comes\nHost "_s);
    EXPECT_EQ(after.roles().begin()->name, u"Host"_s);
}

TEST(TextSearch, changesNothingWhereTheTextStaysTheSame)
{
    EXPECT_TRUE(replaceText(billSpokenOf(), {u"bill"_s, false, true}, u"bill"_s,
                            *findText(billSpokenOf(), {u"bill"_s, false, true}))
                    ->isEmpty());
}

TEST(FindText, findsAfterAnEditWhatASearchOfTheWholeFinds)
{
    qsizetype found = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Blueprint blueprint = throughline::testing::randomBlueprint(random);
        const IdSource newId = throughline::testing::countingIds();
        const TextQuery query = regular(seed % 2 == 0 ? u"e"_s : u"[a-m]n?"_s);
        QList<TextMatch> matches = *findText(blueprint, query);
        for (int i = 0; i < 25; ++i) {
            const Patch patch = throughline::testing::randomEdit(blueprint, random, newId);
            ASSERT_TRUE(apply(blueprint, patch));
            matches = *findTextAgain(matches, blueprint, query, patch);
            ASSERT_EQ(matches, *findText(blueprint, query)) << "seed " << seed << " edit " << i;
            found += matches.size();
        }
    }
    EXPECT_GT(found, 1000);
}

TEST(FindText, saysWhatIsWrongWithAnExpressionAfterAnEditToo)
{
    EXPECT_FALSE(findTextAgain({}, billSpokenOf(), regular(u"("_s), {}));
    EXPECT_TRUE(findTextAgain({}, billSpokenOf(), {}, {})->isEmpty());
}
