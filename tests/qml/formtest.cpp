// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inspectormodel.h"
#include "core/edit/operations.h"
#include "core/model/queries.h"
#include "tests/support/largeblueprint.h"

#include <QSignalSpy>

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

/// The texts of a list of choices.
QStringList textsOf(const QVariant& choices)
{
    QStringList texts;
    for (const QVariant& choice : choices.toList())
        texts += choice.toMap().value(u"text"_s).toString();
    return texts;
}

QVariantMap connectionRef(const ConnectionId& id)
{
    return {{u"kind"_s, u"connection"_s}, {u"id"_s, id.value}};
}

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

TEST(InspectorModel, namesTheValueOfAListAndListsTheRestWhenItIsOpened)
{
    OneCard one;
    const Connection connection = *one.document.blueprint().connections().begin();
    one.form.setElements({connectionRef(connection.id)});
    const QString from = displayName(*one.document.blueprint().find(*cardAt(connection.from)));
    EXPECT_TRUE(one.field(u"from"_s, InspectorModel::OffersRole).toBool());
    EXPECT_EQ(textsOf(one.field(u"from"_s, InspectorModel::ChoicesRole)), QStringList{from});
    const QVariantMap opened = one.form.choicesOf(u"from"_s);
    const Blueprint& blueprint = one.document.blueprint();
    EXPECT_EQ(opened.value(u"choices"_s).toList().size(), 1 + blueprint.cards().size() + blueprint.lanes().size());
    EXPECT_EQ(opened.value(u"more"_s).toInt(), 0);
    const QStringList texts = textsOf(opened.value(u"choices"_s));
    EXPECT_TRUE(texts.first().startsWith(u"Attached to nothing"_s));
    EXPECT_TRUE(texts.contains(from));
    EXPECT_TRUE(std::is_sorted(texts.begin() + 1, texts.begin() + 1 + blueprint.cards().size(),
                               [](const QString& l, const QString& r) { return l.localeAwareCompare(r) < 0; }));
    EXPECT_TRUE(texts.last().startsWith(u"The whole lane"_s));
}

TEST(InspectorModel, followsTheNameOfWhatAFieldNames)
{
    OneCard one;
    const Connection connection = *one.document.blueprint().connections().begin();
    one.form.setElements({connectionRef(connection.id)});
    Card card = *one.document.blueprint().find(*cardAt(connection.from));
    card.title = u"Quite another name"_s;
    ASSERT_TRUE(one.document.apply(replaceElement(one.document.blueprint(), card), u"Rename"_s));
    EXPECT_EQ(textsOf(one.field(u"from"_s, InspectorModel::ChoicesRole)), QStringList{card.title});
}

TEST(InspectorModel, showsTheNumberOfAStepWithoutListingAll)
{
    OneCard one;
    const QString shown = textsOf(one.field(u"firstStep"_s, InspectorModel::ChoicesRole)).value(0);
    EXPECT_FALSE(shown.isEmpty());
    const QVariantList all = one.form.choicesOf(u"firstStep"_s).value(u"choices"_s).toList();
    const auto same = std::find_if(all.begin(), all.end(), [&](const QVariant& choice) {
        return choice.toMap().value(u"value"_s).toString() == one.now().firstStep.value;
    });
    ASSERT_NE(same, all.end());
    EXPECT_EQ(same->toMap().value(u"text"_s).toString(), shown);
}

TEST(InspectorModel, findsByTheirTextWhatIsTooMuchForAList)
{
    DocumentController document;
    document.setBlueprint(throughline::testing::largeBlueprint(2000));
    Card wanted = *document.blueprint().cards().begin();
    wanted.title = u"Zebra"_s;
    ASSERT_TRUE(document.apply(replaceElement(document.blueprint(), wanted), u"Rename"_s));
    for (const char16_t* title : {u"A zebra", u"Zebra crossing"}) {
        Card card = wanted;
        card.id = CardId(mintId(u'c'));
        card.title = QString::fromUtf16(title);
        ASSERT_TRUE(document.apply(addCard(document.blueprint(), card, -1), u"Add"_s));
    }
    InspectorModel form;
    form.setDocument(&document);
    form.setElements({connectionRef(document.blueprint().connections().begin()->id)});
    const QVariantMap all = form.choicesOf(u"to"_s, {});
    EXPECT_LE(all.value(u"choices"_s).toList().size(), 101);
    EXPECT_GT(all.value(u"more"_s).toInt(), 1500);
    EXPECT_EQ(textsOf(form.choicesOf(u"to"_s, u"zebra"_s).value(u"choices"_s)),
              (QStringList{u"A zebra"_s, u"Zebra"_s, u"Zebra crossing"_s}));
    // What fits best is never among those left out.
    EXPECT_TRUE(textsOf(form.choicesOf(u"to"_s, u"e"_s).value(u"choices"_s)).size() <= 101);
    bool searched = false;
    for (int row = 0; row < form.rowCount(); ++row)
        searched = searched || form.index(row).data(InspectorModel::SearchedRole).toBool();
    EXPECT_TRUE(searched);
}

TEST(InspectorModel, leavesItsRowsAloneWhileNobodyLooks)
{
    OneCard one;
    const QString before = one.field(u"title"_s, InspectorModel::ValueRole).toString();
    one.form.setActive(false);
    const QSignalSpy told(&one.form, &QAbstractItemModel::dataChanged);
    Card card = one.now();
    card.title = u"Something else"_s;
    ASSERT_TRUE(one.document.apply(replaceElement(one.document.blueprint(), card), u"Rename"_s));
    EXPECT_EQ(told.count(), 0);
    EXPECT_EQ(one.field(u"title"_s, InspectorModel::ValueRole).toString(), before);
    EXPECT_EQ(one.form.subject(), card.title) << "the heading is always true";
    one.form.setActive(true);
    EXPECT_EQ(one.field(u"title"_s, InspectorModel::ValueRole).toString(), card.title);
}
