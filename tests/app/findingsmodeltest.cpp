// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"

#include "core/model/patch.h"
#include "tests/support/randomservice.h"
#include "tests/support/readnotation.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An unanswered request and a silo break: two rows.
Blueprint twoFindings()
{
    return testing::blueprintOf(
        "dept A\ndept B\nrole R dept=A\nrole S dept=B\n"
        "lane G stage=customer\nlane F stage=frontstage role=R\nlane K stage=frontstage role=S\n"
        "card g1 lane=G step=1\ncard g2 lane=G step=2\ncard g3 lane=G step=3 end\n"
        "card f1 lane=F step=1\ncard k2 lane=K step=2\ncard f3 lane=F step=3\n"
        "card f4 lane=F step=4\ncard k4 lane=K step=4 end\n"
        "g1 -> g2\ng2 -> g3\ng1 -- f1\ng2 ?> k2 key\ng3 -- f3\nf4 => k4 +d\n");
}

/// A model on a document, and everything it tells its view.
class Panel
{
public:
    explicit Panel(const Blueprint& blueprint)
    {
        document.setBlueprint(blueprint);
        runner.setDocument(&document);
        runner.runNow();
        model.setCheckRunner(&runner);
    }
    void watch()
    {
        runner.runNow();
        for (QSignalSpy* spy : {&inserted, &removed, &moved, &reset})
            spy->clear();
    }
    [[nodiscard]] QStringList keys() const
    {
        QStringList keys;
        for (int row = 0; row < model.rowCount(); ++row)
            keys += model.keyAt(row);
        return keys;
    }
    [[nodiscard]] QList<int> numbers() const
    {
        QList<int> numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers += model.data(model.index(row), FindingsModel::NumberRole).toInt();
        return numbers;
    }

    DocumentController document;
    CheckRunner runner;
    FindingsModel model;
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy moved{&model, &QAbstractItemModel::rowsMoved};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
};

TEST(FindingsModel, keepsRowsAndNumbersWhileAWordIsTyped)
{
    Panel panel(twoFindings());
    panel.watch();
    const QStringList keys = panel.keys();
    const QList<int> numbers = panel.numbers();
    ASSERT_EQ(keys.size(), 2);
    QSignalSpy changed(&panel.model, &QAbstractItemModel::dataChanged);
    for (const QString& title : {u"P"_s, u"Pa"_s, u"Pay"_s, u"Pays"_s}) {
        ASSERT_TRUE(panel.document.rename(u"card"_s, u"g2"_s, title));
        panel.runner.runNow();
        EXPECT_EQ(panel.keys(), keys);
        EXPECT_EQ(panel.numbers(), numbers);
    }
    EXPECT_EQ(panel.inserted.size() + panel.removed.size() + panel.moved.size() + panel.reset.size(), 0);
    EXPECT_GT(changed.size(), 0) << "the sentences name the card";
    EXPECT_TRUE(panel.model.data(panel.model.index(1), FindingsModel::MessageRole).toString().contains(u"Pays"_s));
}

TEST(FindingsModel, takesOutOneRowWhereOneFindingIsMended)
{
    Panel panel(twoFindings());
    panel.watch();
    QStringList keys = panel.keys();
    Connection answer;
    answer.id = ConnectionId(u"answer"_s);
    answer.from = CardId(u"k2"_s);
    answer.to = CardId(u"g2"_s);
    answer.kind = ConnectionKind::Answer;
    ASSERT_TRUE(panel.document.apply(Patch{{ElementChange<Connection>{std::nullopt, answer}}}, u"Answer"_s));
    panel.runner.runNow();
    EXPECT_EQ(panel.removed.size(), 1);
    EXPECT_EQ(panel.inserted.size() + panel.moved.size() + panel.reset.size(), 0);
    ASSERT_EQ(panel.keys().size(), keys.size() - 1);
    for (const QString& key : panel.keys())
        EXPECT_TRUE(keys.removeOne(key));
    panel.document.undo();
    panel.runner.runNow();
    EXPECT_EQ(panel.inserted.size(), 1);
    EXPECT_EQ(panel.reset.size(), 0);
}

TEST(FindingsModel, movesAnAcceptedFindingToTheOtherList)
{
    Panel panel(twoFindings());
    FindingsModel accepted;
    accepted.setAccepted(true);
    accepted.setCheckRunner(&panel.runner);
    panel.watch();
    const QString key = panel.model.keyAt(0);
    EXPECT_FALSE(panel.model.accept(key, u"  "_s)) << "a reason is required";
    ASSERT_TRUE(panel.model.accept(key, u"It is meant to be so"_s));
    panel.runner.runNow();
    EXPECT_EQ(panel.model.rowOf(key), -1);
    ASSERT_EQ(accepted.rowOf(key), 0);
    EXPECT_EQ(accepted.data(accepted.index(0), FindingsModel::ReasonRole).toString(), u"It is meant to be so"_s);
    EXPECT_EQ(panel.removed.size(), 1);
    EXPECT_EQ(panel.reset.size(), 0);
}

TEST(FindingsModel, comesToTheSameRowsWhateverItShowedBefore)
{
    Panel panel(twoFindings());
    const QAbstractItemModelTester tester(&panel.model);
    qsizetype shown = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        panel.document.setBlueprint(testing::randomService(random));
        panel.runner.runNow();
        FindingsModel fresh;
        fresh.setCheckRunner(&panel.runner);
        QStringList expected;
        for (int row = 0; row < fresh.rowCount(); ++row)
            expected += fresh.keyAt(row);
        ASSERT_EQ(panel.keys(), expected) << "seed " << seed;
        shown += expected.size();
    }
    EXPECT_GT(shown, 40);
}

} // namespace
} // namespace throughline
