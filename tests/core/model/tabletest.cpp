// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/table.h"

#include "core/model/elements.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

using namespace throughline;

namespace {

Lane lane(int number)
{
    Lane lane;
    lane.id = LaneId(QStringLiteral("l%1").arg(number));
    lane.position = number;
    return lane;
}

} // namespace

TEST(Table, ordersIdsByTheirNumbers)
{
    Table<Lane> table;
    table.insert(lane(10));
    table.insert(lane(9));
    table.insert(lane(2));
    QStringList ids;
    for (const Lane& l : table)
        ids += l.id.value;
    EXPECT_EQ(ids, QStringList({QStringLiteral("l2"), QStringLiteral("l9"), QStringLiteral("l10")}));
}

TEST(Table, behavesLikeAMapUnderRandomEdits)
{
    std::mt19937 random(7);
    Table<Lane> table;
    std::map<int, Lane> expected;
    for (int i = 0; i < 20'000; ++i) {
        const int number = int(random() % 1500);
        if (random() % 3 == 0) {
            EXPECT_EQ(table.remove(lane(number).id), expected.erase(number) == 1);
        } else {
            Lane value = lane(number);
            value.name = QString::number(i);
            expected[number] = value;
            table.insert(value);
        }
    }
    ASSERT_EQ(table.size(), qsizetype(expected.size()));
    auto next = expected.begin();
    for (const Lane& l : table)
        EXPECT_EQ(l, (next++)->second);
    for (int number = 0; number < 1500; ++number)
        EXPECT_EQ(table.contains(lane(number).id), expected.contains(number));
}

TEST(Table, leavesCopiesAsTheyWere)
{
    Table<Lane> table;
    for (int i = 0; i < 300; ++i)
        table.insert(lane(i));
    const Table<Lane> copy = table;
    Lane changed = lane(150);
    changed.name = QStringLiteral("Bar");
    table.insert(changed);
    table.remove(lane(7).id);
    EXPECT_EQ(copy.size(), 300);
    EXPECT_TRUE(copy.find(lane(150).id)->name.isEmpty());
    EXPECT_EQ(table.find(lane(150).id)->name, QStringLiteral("Bar"));
}

TEST(Table, comparesToWhatDiffers)
{
    Table<Lane> before;
    for (int i = 0; i < 500; ++i)
        before.insert(lane(i));
    Table<Lane> after = before;
    Lane changed = lane(400);
    changed.name = QStringLiteral("Floor");
    after.insert(changed);
    after.remove(lane(3).id);
    after.insert(lane(900));
    QStringList seen;
    Table<Lane>::compare(before, after, [&](const Lane* left, const Lane* right) {
        seen += (left ? QStringLiteral("-") : QString()) + (right ? QStringLiteral("+") : QString()) +
                (left ? left : right)->id.value;
    });
    EXPECT_EQ(seen, QStringList({QStringLiteral("-l3"), QStringLiteral("-+l400"), QStringLiteral("+l900")}));
}
