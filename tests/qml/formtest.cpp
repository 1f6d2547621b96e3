// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inspectormodel.h"
#include "core/model/queries.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

/// A document with one card, "eat", and an inspector that shows it.
struct OneCard
{
    DocumentController document;
    InspectorModel form;
    CardId card;

    OneCard()
    {
        document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s));
        for (const Card& each : document.blueprint().cards()) {
            if (isCustomerCard(document.blueprint(), each) && card.isEmpty())
                card = each.id;
        }
        form.setDocument(&document);
        form.setElements({toVariant(refTo(card))});
    }
    [[nodiscard]] Card now() const { return *document.blueprint().find(card); }
    [[nodiscard]] QVariant field(const QString& key, int role) const
    {
        for (int row = 0; row < form.rowCount(); ++row) {
            if (form.index(row).data(InspectorModel::KeyRole).toString() == key)
                return form.index(row).data(role);
        }
        return {};
    }
};

} // namespace

TEST(InspectorModel, changesATitleAsOneUndoStepWithItsName)
{
    OneCard one;
    EXPECT_TRUE(one.form.setValue(u"title"_s, u"Enjoy the meal"_s));
    EXPECT_EQ(one.now().title, u"Enjoy the meal"_s);
    EXPECT_TRUE(one.document.undoText().contains(u"Title"_s));
    one.document.undo();
    EXPECT_NE(one.now().title, u"Enjoy the meal"_s);
}

TEST(InspectorModel, readsMinutesAsPeopleWriteThem)
{
    OneCard one;
    EXPECT_TRUE(one.form.setValue(u"minutes"_s, u"0:30"_s));
    EXPECT_EQ(one.now().minutes->value(), 0.5);
    EXPECT_TRUE(one.form.setValue(u"minutes"_s, u"2,5"_s));
    EXPECT_EQ(one.now().minutes->value(), 2.5);
    EXPECT_TRUE(one.form.setValue(u"minutes"_s, QString()));
    EXPECT_FALSE(one.now().minutes.has_value());
}

TEST(InspectorModel, keepsARefusedNumberWithAMessageBesideTheField)
{
    OneCard one;
    const auto before = one.now().minutes;
    EXPECT_FALSE(one.form.setValue(u"minutes"_s, u"soon"_s));
    EXPECT_EQ(one.now().minutes, before);
    EXPECT_EQ(one.field(u"minutes"_s, InspectorModel::ValueRole), u"soon"_s);
    EXPECT_FALSE(one.field(u"minutes"_s, InspectorModel::ErrorRole).toString().isEmpty());
    one.form.discard(u"minutes"_s);
    EXPECT_TRUE(one.field(u"minutes"_s, InspectorModel::ErrorRole).toString().isEmpty());
}

TEST(InspectorModel, makesARoleThatIsNamedForTheFirstTime)
{
    OneCard one;
    EXPECT_TRUE(one.form.setValue(u"roles"_s, QStringList{u"+Sommelier"_s}));
    ASSERT_EQ(one.now().roles.size(), 1);
    EXPECT_EQ(one.document.blueprint().find(one.now().roles.first())->name, u"Sommelier"_s);
    one.document.undo();
    EXPECT_TRUE(one.now().roles.isEmpty());
}

TEST(InspectorModel, showsTheFieldsOfAWaitWhenTheCardBecomesOne)
{
    OneCard one;
    one.form.setValue(u"kind"_s, u"action"_s);
    EXPECT_FALSE(one.field(u"waitEndsBy"_s, InspectorModel::KeyRole).isValid());
    one.form.setValue(u"kind"_s, u"wait"_s);
    EXPECT_TRUE(one.field(u"waitEndsBy"_s, InspectorModel::KeyRole).isValid());
}

TEST(InspectorModel, changesAllSelectedCardsAtOnce)
{
    OneCard one;
    QVariantList refs;
    for (const Card& card : one.document.blueprint().cards())
        refs.append(toVariant(refTo(card.id)));
    one.form.setElements(refs);
    EXPECT_TRUE(one.form.setValue(u"note"_s, u"Seen on Friday"_s));
    for (const Card& card : one.document.blueprint().cards())
        EXPECT_EQ(card.note, u"Seen on Friday"_s);
    one.document.undo();
    EXPECT_FALSE(one.document.canUndo());
}

TEST(InspectorModel, asksToWhomARequestIsPassedOn)
{
    OneCard one;
    const Blueprint& blueprint = one.document.blueprint();
    const Role role = *blueprint.roles().begin();
    one.form.setElements({QVariantMap{{u"kind"_s, u"role"_s}, {u"id"_s, role.id.value}}});
    const QVariantMap row{{u"request"_s, blueprint.requests().begin()->id.value}, {u"ability"_s, u"passes"_s}};
    EXPECT_FALSE(one.form.setValue(u"capabilities"_s, QVariantList{row}));
    QVariantMap complete = row;
    complete.insert(u"passesTo"_s, u"+Manager"_s);
    EXPECT_TRUE(one.form.setValue(u"capabilities"_s, QVariantList{complete}));
    EXPECT_EQ(one.document.blueprint().find(role.id)->capabilities.size(), 1);
}
