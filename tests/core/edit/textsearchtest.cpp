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

Blueprint dinner()
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
    EXPECT_EQ(foundIn(dinner(), {u"bill"_s}).mid(0, 3), (QStringList{u"g1"_s, u"w2"_s, u"w2"_s}));
    EXPECT_EQ(foundIn(dinner(), {u"bill"_s, false, true}).mid(0, 2), (QStringList{u"w2"_s, u"w2"_s}));
    EXPECT_EQ(foundIn(dinner(), {u"serving"_s}).size(), 1);
    EXPECT_EQ(foundIn(dinner(), {u"waiter"_s}).size(), 1);
    EXPECT_TRUE(foundIn(dinner(), {QString()}).isEmpty());
    EXPECT_TRUE(foundIn(dinner(), {u"dessert"_s}).isEmpty());
}

TEST(TextSearch, takesTextForWhatItIsUnlessItIsAnExpression)
{
    EXPECT_TRUE(foundIn(dinner(), {u"B.ll"_s}).isEmpty());
    EXPECT_EQ(foundIn(dinner(), regular(u"^asks"_s)), QStringList{u"g1"_s});
    // What matches nothing at all is no place.
    EXPECT_TRUE(foundIn(dinner(), regular(u"x*"_s)).isEmpty());
}

TEST(TextSearch, saysWhatIsWrongWithAnExpression)
{
    const Result<QList<TextMatch>> matches = findText(dinner(), regular(u"(bill"_s));
    ASSERT_FALSE(matches);
    EXPECT_EQ(matches.error().code, Error::Code::Syntax);
    EXPECT_TRUE(matches.error().message.contains(u"character 6"_s)) << qPrintable(matches.error().message);
    EXPECT_TRUE(findText(dinner(), {u"(bill"_s}));
}

TEST(TextSearch, replacesEverywhereAsOnePatch)
{
    const Blueprint after = replaced(dinner(), {u"the bill"_s}, u"a $1 receipt"_s);
    EXPECT_EQ(title(after, u"g1"_s), u"Asks for a $1 receipt"_s);
    EXPECT_EQ(title(after, u"w2"_s), u"Brings a $1 receipt, a $1 receipt"_s);
}

TEST(TextSearch, replacesWithWhatTheGroupsFound)
{
    EXPECT_EQ(title(replaced(dinner(), regular(u"(\\w+) for (.*)"_s), u"$2: $1 ($0) $$1 $"_s), u"g1"_s),
              u"the Bill: Asks (Asks for the Bill) $1 $"_s);
}

TEST(TextSearch, replacesOnlyThePlacesNamed)
{
    Blueprint blueprint = dinner();
    const QList<TextMatch> matches = *findText(blueprint, {u"the bill"_s, false, true});
    ASSERT_EQ(matches.size(), 2);
    const Result<Patch> patch = replaceText(blueprint, {u"the bill"_s, false, true}, u"it"_s, {matches[1]});
    ASSERT_TRUE(patch && apply(blueprint, *patch));
    EXPECT_EQ(title(blueprint, u"w2"_s), u"Brings the bill, it"_s);
}

TEST(TextSearch, replacesInNotesAndNames)
{
    Blueprint blueprint = dinner();
    Card card = *blueprint.find(CardId(u"g1"_s));
    card.note = u"the Waiter comes\nlater "_s;
    ASSERT_TRUE(apply(blueprint, Patch{{ElementChange<Card>{*blueprint.find(card.id), card}}}));
    const Blueprint after = replaced(blueprint, regular(u"^later|waiter"_s), u"Host"_s);
    EXPECT_EQ(after.find(card.id)->note, u"the Host comes\nHost "_s);
    EXPECT_EQ(after.roles().begin()->name, u"Host"_s);
}

TEST(TextSearch, changesNothingWhereTheTextStaysTheSame)
{
    EXPECT_TRUE(
        replaceText(dinner(), {u"bill"_s, false, true}, u"bill"_s, *findText(dinner(), {u"bill"_s, false, true}))
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
    EXPECT_FALSE(findTextAgain({}, dinner(), regular(u"("_s), {}));
    EXPECT_TRUE(findTextAgain({}, dinner(), {}, {})->isEmpty());
}
