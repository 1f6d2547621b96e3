// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numbersmodel.h"

#include "app/models/numberscharts.h"
#include "core/edit/operations.h"
#include "core/io/notationreader.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

Blueprint read(const QByteArray& notation)
{
    Result<Blueprint> blueprint = readNotation(notation, u"test"_s);
    EXPECT_TRUE(blueprint) << qPrintable(describe(blueprint.error()));
    return blueprint ? *std::move(blueprint) : Blueprint();
}

const QByteArray shop = "dept Floor\ndept Bar\nrole Host dept=Floor\nrole Barman dept=Bar\nrole Chef\n"
                        "ask beer\nphase Come\nphase Eat\n"
                        "lane Guest stage=customer\nlane F stage=frontstage role=Host\n"
                        "lane B stage=frontstage role=Barman\nlane K stage=backstage role=Chef\n"
                        "card a lane=Guest step=1 phase=Come minutes=10 worry=1\n"
                        "card w lane=Guest step=2 phase=Come kind=wait dur=30 worry=3 effort=2\n"
                        "card c lane=Guest step=3 phase=Eat\n"
                        "card f1 lane=F step=1\ncard b2 lane=B step=2\ncard k3 lane=K step=3\n"
                        "a -> w\nw -> c\na -- f1\nw -- b2\nf1 => b2\nb2 => k3\n";

/// The numbers of a document, worked out.
class Numbers
{
public:
    explicit Numbers(const QByteArray& notation = shop)
    {
        document.setBlueprint(read(notation));
        runner.setDocument(&document);
        runner.runNow();
        model.setDocument(&document);
        model.setCheckRunner(&runner);
        model.setActive(true);
        model.runNow();
    }

    DocumentController document;
    CheckRunner runner;
    NumbersModel model;
};

QString titleOf(const QVariantMap& chart)
{
    return chart.value(u"title"_s).toString();
}

QString missingOf(const QVariantMap& chart)
{
    return chart.value(u"missing"_s).toString();
}

QVariantMap rowOf(const QVariantMap& chart, int row)
{
    return chart.value(u"rows"_s).toList().at(row).toMap();
}

QStringList idsOf(const QVariant& elements)
{
    QStringList ids;
    for (const ElementRef& ref : refsFrom(elements.toList()))
        ids += ref.id;
    return ids;
}

/// The elements of the marks of one row of a chart of bars: the whole row first, then its parts.
QList<QStringList> marksOf(const QVariantMap& chart, int row)
{
    QList<QStringList> marks;
    for (const QVariant& mark : chart.value(u"marks"_s).toList()) {
        if (mark.toMap().value(u"row"_s).toInt() == row)
            marks += idsOf(mark.toMap().value(u"elements"_s));
    }
    return marks;
}

} // namespace

TEST(NumbersModel, saysWhereTheCustomersTimeGoes)
{
    const Numbers numbers;
    const QVariantMap time = numbers.model.time();
    EXPECT_EQ(titleOf(time), u"The guest waits 30 of at least 40 min, all of it in “Come”"_s);
    EXPECT_EQ(time.value(u"note"_s).toString(), u"1 of 3 steps has no time."_s);
    EXPECT_EQ(rowOf(time, 0).value(u"text"_s), u"40 min"_s);
    EXPECT_EQ(rowOf(time, 1).value(u"text"_s), u"not known"_s) << "unknown is not zero";
    EXPECT_EQ(marksOf(time, 0), (QList<QStringList>{{u"a"_s, u"w"_s}, {u"a"_s}, {u"w"_s}}));
    EXPECT_EQ(marksOf(time, 1), QList<QStringList>{{u"c"_s}}) << "of a part that nobody knows there is no bar";
}

TEST(NumbersModel, drawsWorryWithGapsWhereNobodyHasSaid)
{
    const Numbers numbers;
    const QVariantMap burden = numbers.model.burden();
    EXPECT_EQ(titleOf(burden), u"Worry and effort are both highest at “w”"_s);
    const QVariantMap worry = burden.value(u"measures"_s).toList().at(0).toMap();
    const QVariantMap effort = burden.value(u"measures"_s).toList().at(1).toMap();
    EXPECT_EQ(worry.value(u"lines"_s).toList().size(), 1);
    EXPECT_EQ(worry.value(u"lines"_s).toList().at(0).toList().size(), 2);
    EXPECT_EQ(worry.value(u"gaps"_s).toList(), QVariantList{2});
    EXPECT_EQ(effort.value(u"gaps"_s).toList(), (QVariantList{0, 2}));
    const QVariantMap last = burden.value(u"marks"_s).toList().at(2).toMap();
    EXPECT_EQ(last.value(u"worry"_s), -1);
    EXPECT_EQ(last.value(u"description"_s), u"c: worry not said, effort not said"_s);
}

TEST(NumbersModel, setsDepartmentsAgainstEachOther)
{
    const Numbers numbers;
    const QVariantMap chart = numbers.model.handovers();
    EXPECT_EQ(titleOf(chart), u"Work changes departments once, from Floor to Bar"_s);
    EXPECT_EQ(chart.value(u"note"_s).toString(), u"1 hand-over concerns a role without a department."_s);
    EXPECT_EQ(chart.value(u"names"_s).toStringList(), (QStringList{u"Floor"_s, u"Bar"_s, u"No department"_s}));
    const QVariantMap cell = chart.value(u"cells"_s).toList().at(1).toMap();
    EXPECT_EQ(cell.value(u"count"_s), 1);
    EXPECT_EQ(idsOf(cell.value(u"elements"_s)), QStringList{u"e5"_s});
    EXPECT_EQ(cell.value(u"description"_s), u"1 hand-over from Floor to Bar"_s);
}

TEST(NumbersModel, countsAnswersByRole)
{
    const Numbers numbers(QByteArray(shop).replace("role Host dept=Floor", "role Host dept=Floor fulfils=beer"));
    const QVariantMap chart = numbers.model.answers();
    EXPECT_EQ(titleOf(chart), u"Of 1 thing customers may ask, the role asked does 1 itself"_s);
    EXPECT_EQ(chart.value(u"note"_s).toString(), u"What becomes of 1 more, nobody has said."_s);
    EXPECT_EQ(rowOf(chart, 0).value(u"label"_s), u"Host"_s);
    EXPECT_EQ(rowOf(chart, 1).value(u"text"_s), u"not known"_s);
    EXPECT_EQ(marksOf(chart, 0).first(), QStringList{u"f1"_s}) << "where the guest meets the host";
}

TEST(NumbersModel, sortsFindingsByFamilyAndSeverity)
{
    const Numbers numbers;
    int inRows = 0;
    const QVariantList rows = numbers.model.findings().value(u"rows"_s).toList();
    for (const QVariant& row : rows)
        inRows += row.toMap().value(u"text"_s).toInt();
    EXPECT_EQ(inRows, numbers.runner.count());
    EXPECT_GT(inRows, 0);
    EXPECT_TRUE(titleOf(numbers.model.findings()).startsWith(QString::number(inRows)));
}

TEST(NumbersModel, saysWhatToFillInWhereThereIsNothingToShow)
{
    Numbers numbers("lane C stage=customer\ncard a lane=C step=1\n");
    EXPECT_TRUE(missingOf(numbers.model.time()).contains(u"fill in “Time”"_s));
    EXPECT_TRUE(missingOf(numbers.model.burden()).contains(u"“Worry” and “Effort”"_s));
    EXPECT_TRUE(missingOf(numbers.model.handovers()).contains(u"Connect cards"_s));
    EXPECT_TRUE(missingOf(numbers.model.answers()).contains(u"“Requests and data…”"_s));
    numbers.runner.setEnabled(false);
    EXPECT_TRUE(missingOf(numbers.model.findings()).contains(u"check is off"_s));
}

TEST(NumbersModel, listsEveryNumberWithItsMeaning)
{
    const Numbers numbers;
    const NumbersTable& table = *numbers.model.table();
    ASSERT_GT(table.count(), 20);
    EXPECT_TRUE(table.index(0).data(NumbersTable::FirstRole).toBool());
    for (int row = 0; row < table.count(); ++row) {
        const QModelIndex index = table.index(row);
        EXPECT_FALSE(index.data(NumbersTable::SentenceRole).toString().isEmpty());
        EXPECT_FALSE(index.data(NumbersTable::MeaningRole).toString().isEmpty());
        if (index.data(NumbersTable::KeyRole) == u"ei-index"_s) {
            EXPECT_TRUE(index.data(NumbersTable::DirectionRole).toString().isEmpty()) << "nobody judges it";
        }
        if (index.data(NumbersTable::KeyRole) == u"customer-minutes"_s) {
            EXPECT_EQ(index.data(NumbersTable::ValueRole), u"≥ 40 min"_s);
            EXPECT_EQ(index.data(NumbersTable::CoverageRole), u"2 of 3 known"_s);
        }
    }
}

TEST(NumbersModel, followsAnEditInTheBackground)
{
    Numbers numbers;
    QSignalSpy changed(&numbers.model, &NumbersModel::timeChanged);
    QSignalSpy other(&numbers.model, &NumbersModel::handoversChanged);
    QSignalSpy reset(numbers.model.table(), &QAbstractItemModel::modelReset);
    Card card = *numbers.document.blueprint().find(CardId(u"c"_s));
    card.minutes = *Minutes::from(20.0);
    ASSERT_TRUE(numbers.document.apply(replaceElement(numbers.document.blueprint(), card), u"Set time"_s));
    EXPECT_TRUE(changed.isEmpty()) << "nothing is worked out while typing";
    ASSERT_TRUE(changed.wait());
    EXPECT_EQ(rowOf(numbers.model.time(), 1).value(u"text"_s), u"20 min"_s);
    EXPECT_EQ(numbers.model.resultRevision(), numbers.document.revision());
    EXPECT_TRUE(other.isEmpty()) << "what did not change does not flicker";
    EXPECT_TRUE(reset.isEmpty());
}

TEST(NumbersModel, restsWhileNobodyLooks)
{
    Numbers numbers;
    numbers.model.setActive(false);
    const quint64 before = numbers.model.resultRevision();
    ASSERT_TRUE(numbers.document.rename(u"card"_s, u"a"_s, u"Arrive"_s));
    QSignalSpy changed(&numbers.model, &NumbersModel::burdenChanged);
    EXPECT_EQ(numbers.model.resultRevision(), before);
    numbers.model.setActive(true);
    ASSERT_TRUE(changed.wait());
    EXPECT_EQ(numbers.model.resultRevision(), numbers.document.revision());
}

TEST(NumbersModel, keepsTheRowsOfTheTableThatStay)
{
    Numbers numbers;
    QSignalSpy removed(numbers.model.table(), &QAbstractItemModel::rowsRemoved);
    const int before = numbers.model.table()->count();
    ASSERT_TRUE(numbers.document.remove(u"card"_s, u"w"_s));
    numbers.model.runNow();
    EXPECT_LT(numbers.model.table()->count(), before + 1);
    ASSERT_TRUE(numbers.document.blueprint().find(CardId(u"a"_s)));
    numbers.document.undo();
    numbers.model.runNow();
    EXPECT_EQ(numbers.model.table()->count(), before);
}

TEST(NumbersModel, showsOneCustomerAtATime)
{
    Numbers numbers("lane B \"Buyer\" stage=customer\nlane U \"User\" stage=customer\n"
                    "card b lane=B step=1 minutes=3\ncard u lane=U step=1 minutes=5\n");
    EXPECT_EQ(numbers.model.customers(), (QStringList{u"The buyer"_s, u"The user"_s}));
    EXPECT_TRUE(titleOf(numbers.model.time()).startsWith(u"The buyer"_s));
    numbers.model.setCustomer(1);
    EXPECT_TRUE(titleOf(numbers.model.time()).startsWith(u"The user"_s));
}

TEST(NumbersModel, findsTheCardsOfRolesAndDepartments)
{
    const Blueprint blueprint = read(shop);
    EXPECT_EQ(DrawnPlaces(blueprint).of({{ElementKind::Role, u"Chef"_s}}),
              (QList<ElementRef>{{ElementKind::Card, u"k3"_s}}));
    EXPECT_EQ(DrawnPlaces(blueprint).of({{ElementKind::Department, u"Bar"_s}, {ElementKind::Card, u"b2"_s}}),
              (QList<ElementRef>{{ElementKind::Card, u"b2"_s}}))
        << "each once";
    EXPECT_TRUE(DrawnPlaces(blueprint).of({{ElementKind::DataItem, u"x"_s}}).isEmpty());
}
