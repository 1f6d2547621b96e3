// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"

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
