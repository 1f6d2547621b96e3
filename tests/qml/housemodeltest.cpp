// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/housemodel.h"

#include "core/edit/operations.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

struct House
{
    DocumentController document;
    HouseModel model;

    House()
    {
        document.setBlueprint(
            throughline::testing::blueprintOf("dept Floor\nrole Waiter dept=Floor\nrole Busser dept=Floor\n"
                                              "lane Guest stage=customer\n"
                                              "lane Serving stage=frontstage role=Waiter\n"
                                              "card g1 lane=Guest step=1 gives=name\n"
                                              "card w1 lane=Serving step=1 asks=name\n"
                                              "card w2 lane=Serving step=2\n"
                                              "g1 ?> w1 table\ng1 ?> w2 table\nw1 !> g1 table\n"));
        model.setDocument(&document);
    }
    [[nodiscard]] QStringList details(const QString& kind)
    {
        model.setKind(kind);
        QStringList details;
        for (int row = 0; row < model.rowCount(); ++row)
            details += model.index(row).data(HouseModel::DetailRole).toString();
        return details;
    }
};

} // namespace

TEST(HouseModel, countsWhereThingsAreUsed)
{
    House house;
    EXPECT_EQ(house.details(u"department"_s), QStringList{u"2 roles"_s});
    EXPECT_EQ(house.details(u"request"_s), QStringList{u"drawn 2 times"_s});
    EXPECT_EQ(house.details(u"dataItem"_s), QStringList{u"on 2 cards"_s});
    EXPECT_EQ(house.details(u"role"_s), (QStringList{u"Floor · 0 requests"_s, u"Floor · 0 requests"_s}));
}

TEST(HouseModel, waitsUntilSomebodyLooks)
{
    House house;
    house.model.setKind(u"role"_s);
    house.model.setActive(false);
    Role role;
    role.id = RoleId(u"cook"_s);
    ASSERT_TRUE(house.document.apply(addElement(house.document.blueprint(), role), u"Add"_s));
    EXPECT_EQ(house.model.count(), 2);
    house.model.setActive(true);
    EXPECT_EQ(house.model.count(), 3);
}
