// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rulesmodel.h"

#include "core/edit/operations.h"
#include "core/io/blueprintwriter.h"
#include "core/io/files.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

struct Restaurant
{
    DocumentController document;
    CheckRunner runner;
    RulesModel rules;

    Restaurant()
    {
        document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s));
        runner.setDocument(&document);
        runner.runNow();
        rules.setCheckRunner(&runner);
    }
    [[nodiscard]] QString said(const QString& rule, const QString& what) const
    {
        return rules.rule(rule).value(what).toString();
    }
};

} // namespace

TEST(RulesModel, listsEveryRuleWithWhatPeopleReadOfIt)
{
    const RulesModel rules;
    EXPECT_EQ(rules.count(), catalogue().size());
    for (int row = 0; row < rules.count(); ++row) {
        for (const int role : {RulesModel::TitleRole, RulesModel::FamilyRole, RulesModel::ExplanationRole,
                               RulesModel::DefinitionRole, RulesModel::RemedyRole, RulesModel::LevelRole})
            EXPECT_FALSE(rules.index(row).data(role).toString().isEmpty()) << rules.ruleAt(row).toStdString();
    }
}

TEST(RulesModel, setsTheLevelForTheBlueprintInOneStep)
{
    Restaurant restaurant;
    const Finding& finding = restaurant.runner.result().findings.first();
    const QString rule = finding.rule;
    const int before = restaurant.rules.rule(rule).value(u"findings"_s).toInt();
    ASSERT_GT(before, 0);
    ASSERT_TRUE(restaurant.rules.setLevel(rule, u"off"_s));
    EXPECT_EQ(restaurant.document.blueprint().header().ruleSeverities.value(rule), Severity::Off);
    EXPECT_EQ(restaurant.said(rule, u"level"_s), u"off"_s);
    EXPECT_EQ(restaurant.said(rule, u"own"_s), u"off"_s);
    EXPECT_NE(restaurant.said(rule, u"inherited"_s), u"off"_s);
    restaurant.runner.runNow();
    EXPECT_EQ(restaurant.rules.rule(rule).value(u"findings"_s).toInt(), 0);
    ASSERT_TRUE(restaurant.rules.setLevel(rule, {}));
    EXPECT_TRUE(restaurant.document.blueprint().header().ruleSeverities.isEmpty());
    restaurant.document.undo();
    EXPECT_EQ(restaurant.said(rule, u"own"_s), u"off"_s);
    EXPECT_FALSE(restaurant.rules.setLevel(rule, u"loud"_s));
    EXPECT_FALSE(restaurant.rules.setLevel(u"no-such-rule"_s, u"off"_s));
}

TEST(RulesModel, narrowsDownToWhatHoldsEveryWord)
{
    RulesModel rules;
    rules.setFilter(u"silo break"_s);
    EXPECT_GE(rules.rowOf(u"silo-break"_s), 0);
    EXPECT_LT(rules.count(), catalogue().size());
    rules.setFilter(u"no rule says this"_s);
    EXPECT_EQ(rules.count(), 0);
    rules.setFilter({});
    EXPECT_EQ(rules.count(), catalogue().size());
}

TEST(RulesModel, saysWhereALevelComesFrom)
{
    const QTemporaryDir folder;
    ASSERT_TRUE(writeFile(folder.filePath(u".throughline.json"_s),
                          "{\"preset\": \"start\", \"severities\": {\"silo-break\": \"hint\"}}"));
    Restaurant restaurant;
    EXPECT_EQ(restaurant.rules.preset(), u"recommended"_s);
    EXPECT_FALSE(restaurant.rules.isPresetFromFolder());
    EXPECT_TRUE(restaurant.said(u"silo-break"_s, u"origin"_s).contains(u"recommended"_s));

    ASSERT_TRUE(restaurant.document.saveAs(QUrl::fromLocalFile(folder.filePath(u"dinner.blueprint"_s))));
    EXPECT_EQ(restaurant.rules.preset(), u"start"_s);
    EXPECT_TRUE(restaurant.rules.isPresetFromFolder());
    EXPECT_EQ(restaurant.said(u"silo-break"_s, u"level"_s), u"hint"_s);
    EXPECT_TRUE(restaurant.said(u"silo-break"_s, u"origin"_s).contains(u".throughline.json"_s));

    ASSERT_TRUE(restaurant.rules.setLevel(u"silo-break"_s, u"error"_s));
    EXPECT_EQ(restaurant.said(u"silo-break"_s, u"level"_s), u"error"_s);
    EXPECT_EQ(restaurant.said(u"silo-break"_s, u"inherited"_s), u"hint"_s);
    EXPECT_TRUE(restaurant.said(u"silo-break"_s, u"origin"_s).contains(u"this blueprint"_s));
}

TEST(RulesModel, staysSilentWhileTheDrawingIsEdited)
{
    Restaurant restaurant;
    const QSignalSpy told(&restaurant.rules, &QAbstractItemModel::dataChanged);
    const Blueprint& blueprint = restaurant.document.blueprint();
    Card card = *blueprint.cards().begin();
    card.title = u"Something else"_s;
    ASSERT_TRUE(restaurant.document.apply(replaceElement(blueprint, card), u"Rename"_s));
    EXPECT_EQ(told.count(), 0) << "no level depends on it";
    const QString rule = restaurant.runner.result().findings.first().rule;
    ASSERT_TRUE(restaurant.rules.setLevel(rule, u"off"_s));
    EXPECT_GT(told.count(), 0);
}
