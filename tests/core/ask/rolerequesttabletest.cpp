// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/rolerequesttable.h"

#include "tests/support/randomblueprint.h"
#include "tests/support/workedcase.h"

using namespace throughline;
using throughline::testing::blueprintOf;
using throughline::testing::randomBlueprint;
using throughline::testing::workedCase;

namespace {

std::string textOf(const Blueprint& blueprint)
{
    return toText(roleRequestTable(blueprint), blueprint).toStdString();
}

} // namespace

TEST(RoleRequestTable, showsWhoCanDoWhatInTheOrderOfMeeting)
{
    EXPECT_EQ(textOf(workedCase("1a")),
              "role     bill        clear  drink       food        loyalty  water\n"
              "Hostess  ?           ?      ?           ?           ?        ?\n"
              "Waiter   \u25cf           ?      \u25cf           \u25cf           \u00b7        \u25cf\n"
              "Busser   \u2192Waiter(1)  \u25cf      \u2192Waiter(1)  \u2192Waiter(1)  \u00b7        \u25cf\n");
}

TEST(RoleRequestTable, marksWhatDiesOnceTheListIsComplete)
{
    const Blueprint blueprint = workedCase("1b");
    const RoleRequestTable table = roleRequestTable(blueprint);
    const qsizetype busser = table.rows.indexOf(RoleId(QStringLiteral("Busser")));
    ASSERT_GE(busser, 0);
    const auto cell = [&](const QString& request) {
        return table.cells[busser][table.columns.indexOf(RequestId(request))].kind;
    };
    EXPECT_EQ(cell(QStringLiteral("bill")), RoleRequestCell::Kind::Dies);
    EXPECT_EQ(cell(QStringLiteral("drink")), RoleRequestCell::Kind::Dies);
    EXPECT_EQ(cell(QStringLiteral("food")), RoleRequestCell::Kind::PassesOn);
    EXPECT_EQ(cell(QStringLiteral("water")), RoleRequestCell::Kind::Fulfils);
    EXPECT_EQ(cell(QStringLiteral("loyalty")), RoleRequestCell::Kind::NotMet);
}

TEST(RoleRequestTable, marksCircles)
{
    EXPECT_EQ(textOf(workedCase("12a")), "role    highchair\n"
                                         "Busser  \u21bb\n"
                                         "Host    \u21bb\n"
                                         "Waiter  \u21bb\n");
}

TEST(RoleRequestTable, asksWhatIsOnlyDrawnOfThoseItIsDrawnInto)
{
    EXPECT_EQ(textOf(workedCase("16a")), "role    beer        bill\n"
                                         "Busser  \u2192Waiter(1)  \u2192Waiter(1)\n"
                                         "Waiter  \u00b7           \u00b7\n");
}

TEST(RoleRequestTable, knowsNothingWhereNobodySaidAnything)
{
    EXPECT_EQ(textOf(blueprintOf("role R\nask q\nlane C stage=customer\nlane F stage=frontstage role=R\n"
                                 "card c lane=C step=1\ncard f lane=F step=1\nc -- f\n")),
              "role  q\nR     ?\n");
    EXPECT_EQ(textOf(Blueprint()), "role\n");
}

TEST(RoleRequestTable, holdsTogetherOnRandomBlueprints)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        const Blueprint blueprint = randomBlueprint(random);
        const RoleRequestTable table = roleRequestTable(blueprint);
        ASSERT_EQ(table.cells.size(), table.rows.size());
        for (const QList<RoleRequestCell>& row : table.cells) {
            ASSERT_EQ(row.size(), table.columns.size());
            for (const RoleRequestCell& cell : row) {
                const bool passes = cell.kind == RoleRequestCell::Kind::PassesOn;
                EXPECT_EQ(passes, cell.hops > 0) << "seed " << seed;
                EXPECT_EQ(passes, !cell.via.isEmpty()) << "seed " << seed;
            }
        }
        EXPECT_EQ(roleRequestTable(throughline::testing::redeclared(blueprint, random)), table) << "seed " << seed;
    }
}

TEST(RoleRequestTable, believesAnEmptyListThatIsSaidToBeAll)
{
    EXPECT_EQ(textOf(blueprintOf("role R complete\nask q\nlane C stage=customer\nlane F stage=frontstage role=R\n"
                                 "card c lane=C step=1\ncard f lane=F step=1\nc -- f\n")),
              "role  q\nR     \u2715\n");
}
