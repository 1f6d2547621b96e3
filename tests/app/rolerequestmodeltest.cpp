// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rolerequestmodel.h"

#include "core/edit/operations.h"
#include "tests/support/largeblueprint.h"
#include "tests/support/workedcase.h"

#include <QSignalSpy>
#include <QtTest>

using namespace throughline;
using namespace Qt::StringLiterals;
using throughline::testing::blueprintOf;
using throughline::testing::workedCase;

namespace {

/// The table over a document.
class Sheet
{
public:
    explicit Sheet(const Blueprint& blueprint)
    {
        document.setBlueprint(blueprint);
        runner.setActive(true);
        runner.setDocument(&document);
        model.setRunner(&runner);
    }

    [[nodiscard]] QString sign(const QString& role, const QString& request) const
    {
        return model.index(model.rowOf(role), model.columnOf(request)).data(RoleRequestModel::SignRole).toString();
    }
    [[nodiscard]] QString aside(const QString& role, const QString& request) const
    {
        return model.index(model.rowOf(role), model.columnOf(request)).data(RoleRequestModel::AsideRole).toString();
    }
    bool cycle(const QString& role, const QString& request, bool backwards = false)
    {
        return model.cycle(model.rowOf(role), model.columnOf(request), backwards);
    }
    [[nodiscard]] QList<Capability> said(const QString& role) const
    {
        return document.blueprint().find(RoleId(role))->capabilities;
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids += model.roleAt(row);
        return ids;
    }

    DocumentController document;
    AskRunner runner;
    RoleRequestModel model;
};

/// A guest meets the waiter and the busser; the cook is never met. Nobody has said anything.
Blueprint silentDinner()
{
    return blueprintOf("role Waiter\nrole Busser\nrole Cook\nask bill\nask water\nlane G stage=customer\n"
                       "lane W stage=frontstage role=Waiter\nlane B stage=frontstage role=Busser\n"
                       "lane K stage=backstage role=Cook\ncard g1 lane=G step=1\ncard g2 lane=G step=2\n"
                       "card w lane=W step=1\ncard b lane=B step=2\ncard k lane=K step=2\ng1 -- w\ng2 -- b\n");
}

Capability capability(const QString& request, Capability::Ability ability, const QString& passesTo = {})
{
    Capability said;
    said.request = RequestId(request);
    said.ability = ability;
    said.passesTo = RoleId(passesTo);
    return said;
}

} // namespace

TEST(RoleRequestModel, showsTheTableOfTheCommandLineAndBelowItWhomTheCustomerNeverMeets)
{
    const Blueprint blueprint = workedCase("1a");
    const Sheet table(blueprint);
    const RoleRequestTable expected = roleRequestTable(blueprint);
    ASSERT_EQ(table.model.metCount(), int(expected.rows.size()));
    ASSERT_EQ(table.model.columnCount(), int(expected.columns.size()));
    for (qsizetype row = 0; row < expected.rows.size(); ++row) {
        for (qsizetype column = 0; column < expected.columns.size(); ++column)
            EXPECT_EQ(table.sign(expected.rows[row].value, expected.columns[column].value),
                      sign(expected.cells[row][column], blueprint));
    }
    const Sheet silent(silentDinner());
    EXPECT_EQ(silent.rows(), QStringList({u"Waiter"_s, u"Busser"_s, u"Cook"_s}));
    EXPECT_EQ(silent.model.metCount(), 2);
    EXPECT_EQ(silent.sign(u"Cook"_s, u"bill"_s), u"·"_s);
}

TEST(RoleRequestModel, aClickSaysTheNextThingAsOneUndoStep)
{
    using Ability = Capability::Ability;
    Sheet table(silentDinner());
    table.document.apply(
        sayAbility(table.document.blueprint(), RoleId(u"Waiter"_s), RequestId(u"bill"_s), Ability::Fulfils), u"said"_s);
    const QList<QList<Capability>> expected{{capability(u"bill"_s, Ability::Fulfils)},
                                            {capability(u"bill"_s, Ability::PassesOn, u"Waiter"_s)},
                                            {capability(u"bill"_s, Ability::Refuses)},
                                            {}};
    const QStringList signs{u"●"_s, u"→Waiter(1)"_s, u"✕"_s, u"?"_s};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const Blueprint before = table.document.blueprint();
        ASSERT_TRUE(table.cycle(u"Busser"_s, u"bill"_s));
        EXPECT_EQ(table.said(u"Busser"_s), expected[i]);
        EXPECT_EQ(table.sign(u"Busser"_s, u"bill"_s), signs[i]);
        const Blueprint after = table.document.blueprint();
        table.document.undo();
        EXPECT_EQ(table.document.blueprint(), before);
        table.document.redo();
        EXPECT_EQ(table.document.blueprint(), after);
    }
    ASSERT_TRUE(table.cycle(u"Busser"_s, u"bill"_s, true));
    EXPECT_EQ(table.sign(u"Busser"_s, u"bill"_s), u"✕"_s);
}

TEST(RoleRequestModel, isLiveAfterEditsAndUndoAndTellsOnlyWhatChanged)
{
    Sheet table(silentDinner());
    QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    table.cycle(u"Waiter"_s, u"bill"_s);
    EXPECT_EQ(table.sign(u"Waiter"_s, u"bill"_s), u"●"_s);
    EXPECT_EQ(changed.size(), 1);
    table.document.undo();
    EXPECT_EQ(table.sign(u"Waiter"_s, u"bill"_s), u"?"_s);
    EXPECT_EQ(changed.size(), 2);
    table.document.rename(u"card"_s, u"w"_s, u"Greet"_s);
    EXPECT_EQ(changed.size(), 2);
    EXPECT_EQ(reset.size(), 0);
}

TEST(RoleRequestModel, passesOnToWhoeverIsNearestToDoIt)
{
    Sheet table(silentDinner());
    table.model.say(table.model.rowOf(u"Cook"_s), table.model.columnOf(u"bill"_s), u"fulfils"_s);
    table.model.say(table.model.rowOf(u"Busser"_s), table.model.columnOf(u"bill"_s), u"passes-on"_s);
    EXPECT_EQ(table.sign(u"Busser"_s, u"bill"_s), u"→Cook(1)"_s);
    EXPECT_EQ(table.aside(u"Cook"_s, u"bill"_s), u"●"_s);
    // Another one can be picked, and the one it goes to now is offered first.
    EXPECT_EQ(table.model.targets(1, 0).first().toMap().value(u"value"_s).toString(), u"Cook"_s);
    table.model.say(1, 0, u"passes-on"_s, u"Waiter"_s);
    EXPECT_EQ(table.said(u"Busser"_s).first().passesTo, RoleId(u"Waiter"_s));
    EXPECT_EQ(table.sign(u"Busser"_s, u"bill"_s), u"?"_s);
    EXPECT_EQ(table.aside(u"Busser"_s, u"bill"_s), u"→ Waiter"_s);
}

TEST(RoleRequestModel, neverPassesBackToWhoPassesItHereWhileThereIsAnother)
{
    Sheet table(silentDinner());
    table.model.say(0, 0, u"passes-on"_s, u"Busser"_s);
    table.cycle(u"Busser"_s, u"bill"_s);
    table.cycle(u"Busser"_s, u"bill"_s);
    EXPECT_EQ(table.said(u"Busser"_s).first().passesTo, RoleId(u"Cook"_s));
}

TEST(RoleRequestModel, leavesOutWhatWouldChangeNothingUnderOnlyThese)
{
    Sheet table(silentDinner());
    ASSERT_TRUE(table.model.toggleOnlyThese(1));
    EXPECT_TRUE(table.document.blueprint().find(RoleId(u"Busser"_s))->onlyThese);
    EXPECT_EQ(table.sign(u"Busser"_s, u"bill"_s), u"✕"_s);
    EXPECT_EQ(table.aside(u"Busser"_s, u"bill"_s), u"only these"_s);
    table.cycle(u"Busser"_s, u"bill"_s);
    table.cycle(u"Busser"_s, u"bill"_s);
    table.cycle(u"Busser"_s, u"bill"_s);
    EXPECT_TRUE(table.said(u"Busser"_s).isEmpty());
    table.document.undo();
    table.document.undo();
    table.document.undo();
    table.document.undo();
    EXPECT_EQ(table.document.blueprint(), silentDinner());
}

TEST(RoleRequestModel, saysWhyNothingChangesWhereTheDrawingProvesIt)
{
    Sheet table(blueprintOf("role Waiter\nask bill\nlane G stage=customer\nlane W stage=frontstage role=Waiter\n"
                            "card g lane=G step=1\ncard w lane=W step=1\ng ?> w bill\nw !> g bill\n"));
    ASSERT_EQ(table.sign(u"Waiter"_s, u"bill"_s), u"●"_s);
    EXPECT_EQ(table.aside(u"Waiter"_s, u"bill"_s), u"drawn"_s);
    QSignalSpy refused(&table.model, &RoleRequestModel::refused);
    const quint64 revision = table.document.revision();
    EXPECT_FALSE(table.cycle(u"Waiter"_s, u"bill"_s));
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(table.document.revision(), revision);
    EXPECT_TRUE(table.model.nextText(0, 0).isEmpty());
}

TEST(RoleRequestModel, addsRolesAndRequestsAndKnowsThoseThereAre)
{
    Sheet table(silentDinner());
    const QString host = table.model.addRole(u" Host "_s);
    EXPECT_EQ(table.document.blueprint().find(RoleId(host))->name, u"Host"_s);
    EXPECT_GE(table.model.rowOf(host), table.model.metCount());
    const QString menu = table.model.addRequest(u"the menu"_s);
    EXPECT_EQ(table.sign(u"Waiter"_s, menu), u"?"_s);
    const quint64 revision = table.document.revision();
    EXPECT_EQ(table.model.addRole(u"host"_s), host);
    EXPECT_EQ(table.model.addRequest(u"The Menu"_s), menu);
    EXPECT_TRUE(table.model.addRole(u"  "_s).isEmpty());
    EXPECT_EQ(table.document.revision(), revision);
}

TEST(RoleRequestModel, saysTheSentenceOfTheCommandLine)
{
    const Blueprint blueprint = workedCase("1a");
    const Sheet table(blueprint);
    const AskSimulation simulation(blueprint);
    for (const char* request : {"bill", "water", "loyalty"}) {
        const QString id = QString::fromLatin1(request);
        EXPECT_EQ(table.model.sentence(table.model.rowOf(u"Busser"_s), table.model.columnOf(id)),
                  simulation.ask(RoleId(u"Busser"_s), RequestId(id)).sentence);
    }
}

TEST(RoleRequestModel, worksALargeBlueprintOutInTheBackground)
{
    Sheet table(throughline::testing::largeBlueprint(3000));
    const QString role = table.model.roleAt(0);
    const QString request = table.model.addRequest(u"the bill"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return table.runner.isCurrent(); }));
    ASSERT_GE(table.model.columnOf(request), 0);
    table.cycle(role, request);
    EXPECT_FALSE(table.runner.isCurrent());
    ASSERT_TRUE(QTest::qWaitFor([&] { return table.runner.isCurrent(); }));
    EXPECT_EQ(table.sign(role, request), u"●"_s);
}
