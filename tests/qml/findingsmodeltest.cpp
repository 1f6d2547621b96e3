// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"

#include "core/edit/operations.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

struct Restaurant
{
    DocumentController document;
    CheckRunner runner;
    FindingsModel open;
    FindingsModel accepted;

    Restaurant()
    {
        document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s));
        runner.setDocument(&document);
        runner.runNow();
        open.setCheckRunner(&runner);
        accepted.setAccepted(true);
        accepted.setCheckRunner(&runner);
    }
};

} // namespace

TEST(FindingsModel, movesAFindingToTheAcceptedOnesWithItsReason)
{
    Restaurant restaurant;
    const int before = restaurant.open.count();
    ASSERT_GT(before, 1);
    const QString key = restaurant.open.keyAt(0);
    EXPECT_FALSE(restaurant.open.accept(key, u"  "_s));
    EXPECT_TRUE(restaurant.open.accept(key, u"The owner wants it so"_s));
    restaurant.runner.runNow();
    EXPECT_EQ(restaurant.open.count(), before - 1);
    ASSERT_EQ(restaurant.accepted.count(), 1);
    EXPECT_EQ(restaurant.accepted.index(0).data(FindingsModel::ReasonRole), u"The owner wants it so"_s);
    EXPECT_TRUE(restaurant.accepted.reopen(key));
    restaurant.runner.runNow();
    EXPECT_EQ(restaurant.open.count(), before);
}

TEST(FindingsModel, keepsTheRowsOfFindingsThatStay)
{
    Restaurant restaurant;
    QSignalSpy resets(&restaurant.open, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&restaurant.open, &QAbstractItemModel::rowsRemoved);
    const QPersistentModelIndex last = restaurant.open.index(restaurant.open.count() - 1);
    const QString lastKey = last.data(FindingsModel::KeyRole).toString();
    restaurant.open.accept(restaurant.open.keyAt(0), u"Known"_s);
    restaurant.runner.runNow();
    EXPECT_EQ(resets.size(), 0);
    EXPECT_EQ(removed.size(), 1);
    EXPECT_EQ(last.data(FindingsModel::KeyRole).toString(), lastKey);
}

TEST(FindingsModel, walksRoundTheEnd)
{
    Restaurant restaurant;
    const QString first = restaurant.open.keyAt(0);
    const QString last = restaurant.open.keyAt(restaurant.open.count() - 1);
    EXPECT_EQ(restaurant.open.neighbour({}, 1), first);
    EXPECT_EQ(restaurant.open.neighbour({}, -1), last);
    EXPECT_EQ(restaurant.open.neighbour(last, 1), first);
    EXPECT_EQ(restaurant.open.neighbour(first, -1), last);
}

TEST(FindingsModel, knowsWhereAFindingStands)
{
    Restaurant restaurant;
    for (int row = 0; row < restaurant.open.count(); ++row)
        EXPECT_FALSE(restaurant.open.evidence(restaurant.open.keyAt(row)).isEmpty());
}

TEST(FindingsModel, remembersWhoAcceptedWhenAndUntilWhen)
{
    Restaurant restaurant;
    const QString key = restaurant.open.keyAt(0);
    ASSERT_TRUE(restaurant.open.accept(key, u"Until the new till"_s, u" Ann "_s, u"2999-12-31"_s));
    const Acceptance* acceptance = restaurant.document.blueprint().find(AcceptanceId(key));
    ASSERT_TRUE(acceptance);
    EXPECT_EQ(acceptance->who, u"Ann"_s);
    EXPECT_TRUE(acceptance->when.isValid());
    EXPECT_EQ(acceptance->until, QDate(2999, 12, 31));
    restaurant.runner.runNow();
    ASSERT_EQ(restaurant.accepted.count(), 1);
    const QModelIndex row = restaurant.accepted.index(0);
    EXPECT_EQ(row.data(FindingsModel::WhoRole), u"Ann"_s);
    EXPECT_EQ(row.data(FindingsModel::UntilRole), u"2999-12-31"_s);
    EXPECT_TRUE(row.data(FindingsModel::TermRole).toString().contains(u"days left"_s));
}

TEST(FindingsModel, changesAnAcceptanceAndKeepsItsFirstDay)
{
    Restaurant restaurant;
    const QString key = restaurant.open.keyAt(0);
    ASSERT_TRUE(restaurant.open.accept(key, u"One reason"_s, u"Ann"_s));
    Acceptance older = *restaurant.document.blueprint().find(AcceptanceId(key));
    older.when = QDate(2020, 1, 2);
    ASSERT_TRUE(restaurant.document.apply(replaceElement(restaurant.document.blueprint(), older), u"older"_s));
    restaurant.runner.runNow();
    ASSERT_TRUE(restaurant.accepted.accept(key, u"A better reason"_s, u"Bo"_s, u"2999-01-01"_s));
    const Acceptance* now = restaurant.document.blueprint().find(AcceptanceId(key));
    EXPECT_EQ(now->reason, u"A better reason"_s);
    EXPECT_EQ(now->who, u"Bo"_s);
    EXPECT_EQ(now->when, QDate(2020, 1, 2));
    EXPECT_EQ(restaurant.document.blueprint().acceptances().size(), 1);
}

TEST(FindingsModel, saysWhatIsWrongWithALastDay)
{
    const FindingsModel model;
    EXPECT_TRUE(model.untilProblem({}).isEmpty());
    EXPECT_TRUE(model.untilProblem(u"2999-02-28"_s).isEmpty());
    EXPECT_TRUE(model.untilProblem(u"31.5.2999"_s).contains(u"2026-05-31"_s));
    EXPECT_FALSE(model.untilProblem(u"2999-02-30"_s).isEmpty());
    EXPECT_TRUE(model.untilProblem(u"2020-01-01"_s).contains(u"over"_s));
}

TEST(FindingsModel, opensAFindingAgainWhenItsAcceptanceHasRunOutAndSaysSo)
{
    Restaurant restaurant;
    const QString key = restaurant.open.keyAt(0);
    const int before = restaurant.open.count();
    ASSERT_TRUE(restaurant.open.accept(key, u"For now"_s, u"Ann"_s));
    Acceptance over = *restaurant.document.blueprint().find(AcceptanceId(key));
    over.until = QDate(2020, 1, 1);
    ASSERT_TRUE(restaurant.document.apply(replaceElement(restaurant.document.blueprint(), over), u"over"_s));
    restaurant.runner.runNow();
    EXPECT_EQ(restaurant.open.count(), before);
    const QString expired =
        restaurant.open.index(restaurant.open.rowOf(key)).data(FindingsModel::ExpiredRole).toString();
    EXPECT_TRUE(expired.contains(u"For now"_s) && expired.contains(u"Ann"_s)) << expired.toStdString();
    ASSERT_TRUE(restaurant.open.accept(key, u"Once more"_s, u"Ann"_s));
    EXPECT_EQ(restaurant.document.blueprint().acceptances().size(), 1) << "the one that ran out is renewed";
    restaurant.runner.runNow();
    EXPECT_EQ(restaurant.open.count(), before - 1);
}

TEST(FindingsModel, removesAcceptancesThatAreNoLongerNeededOnlyWhenAsked)
{
    Restaurant restaurant;
    for (const QString& id : {u"old1"_s, u"old2"_s, u"old3"_s}) {
        Acceptance acceptance;
        acceptance.id = AcceptanceId(id);
        acceptance.rule = u"silo-break"_s;
        acceptance.subject = id;
        acceptance.reason = u"Gone"_s;
        ASSERT_TRUE(restaurant.document.apply(addElement(restaurant.document.blueprint(), acceptance), u"old"_s));
    }
    restaurant.runner.runNow();
    ASSERT_EQ(restaurant.open.stale().size(), 3);
    EXPECT_TRUE(restaurant.open.removeStale(u"old2"_s));
    EXPECT_EQ(restaurant.document.blueprint().acceptances().size(), 2);
    EXPECT_FALSE(restaurant.document.blueprint().find(AcceptanceId(u"old2"_s)));
    restaurant.runner.runNow();
    EXPECT_TRUE(restaurant.open.removeStale());
    EXPECT_TRUE(restaurant.document.blueprint().acceptances().isEmpty());
    restaurant.document.undo();
    EXPECT_EQ(restaurant.document.blueprint().acceptances().size(), 2) << "all of them were one step";
}
