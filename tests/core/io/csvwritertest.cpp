// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvwriter.h"

#include "core/model/queries.h"
#include "tests/core/io/awkwardblueprint.h"
#include "tests/support/readnotation.h"

#include <QSet>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::blueprintOf;

namespace {

/// Reads a table as RFC 4180 has it, knowing nothing of how it was written.
QList<QStringList> rowsOf(const QByteArray& csv)
{
    QString text = QString::fromUtf8(csv);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || c == u'\n')) {
            row += cell;
            cell.clear();
            if (c == u'\n') {
                rows += row;
                row.clear();
            }
        } else if (quoted || c != u'\r') {
            cell += c;
        }
    }
    EXPECT_TRUE(cell.isEmpty() && row.isEmpty() && !quoted) << "the last line is not closed";
    return rows;
}

/// The cell of a card's row under a heading.
QString cellOf(const QList<QStringList>& rows, const QString& card, const QString& heading)
{
    const qsizetype column = rows.first().indexOf(heading);
    EXPECT_GE(column, 0) << qPrintable(heading);
    for (const QStringList& row : rows) {
        if (row.first() == card)
            return row.value(column);
    }
    ADD_FAILURE() << "no row of " << qPrintable(card);
    return {};
}

} // namespace

TEST(CsvWriter, saysOfACardWhatTheDrawingSays)
{
    const QList<QStringList> rows = rowsOf(writeCsv(blueprintOf(
        "dept Floor \"The floor\"\nrole Waiter dept=Floor\nrole Busser\nask bill \"the bill\"\n"
        "data table \"Table number\"\nphase P \"At the table\"\n"
        "lane Guest stage=customer\nlane Serving stage=frontstage role=Waiter,Busser \"Serves\"\n"
        "card g1 lane=Guest step=2 to=4 phase=P kind=payment bill=tab minutes=2.5 worry=0 effort=3 money=9.50 "
        "gives=table end note=\"He is in a hurry\" \"Pays\"\n"
        "card w1 lane=Serving step=2 phase=P kind=wait wait=time dur=5 timeout=9 timeoutto=g1 asks=table owner=Floor "
        "reconfirm reason=\"Tables move\"\n"
        "card v1 lane=Guest step=3 phase=P kind=voice about=pricing\n"
        "g1 ?> w1 bill\nw1 -> g1 if \"it is late\"\ng1 -- Serving\n")));
    ASSERT_EQ(rows.size(), 4);
    const auto cell = [&](const char* card, const char* heading) {
        return cellOf(rows, QString::fromLatin1(card), QString::fromLatin1(heading)).toStdString();
    };
    EXPECT_EQ(cell("g1", "phase"), "At the table");
    EXPECT_EQ(cell("g1", "step"), "2");
    EXPECT_EQ(cell("g1", "last step"), "4");
    EXPECT_EQ(cell("w1", "last step"), "2");
    EXPECT_EQ(cell("g1", "stage"), "customer");
    EXPECT_EQ(cell("w1", "lane"), "Serves");
    EXPECT_EQ(cell("w1", "roles"), "Waiter; Busser");
    EXPECT_EQ(cell("w1", "departments"), "The floor");
    EXPECT_EQ(cell("g1", "title"), "Pays");
    EXPECT_EQ(cell("g1", "kind"), "payment");
    EXPECT_EQ(cell("g1", "end"), "yes");
    EXPECT_EQ(cell("w1", "end"), "");
    EXPECT_EQ(cell("w1", "owner"), "The floor");
    EXPECT_EQ(cell("w1", "wait ends by"), "time");
    EXPECT_EQ(cell("w1", "wait minutes"), "5");
    EXPECT_EQ(cell("w1", "timeout minutes"), "9");
    EXPECT_EQ(cell("w1", "timeout to"), "g1");
    EXPECT_EQ(cell("g1", "minutes"), "2.5");
    EXPECT_EQ(cell("g1", "worry"), "0");
    EXPECT_EQ(cell("w1", "worry"), "") << "unknown is not zero";
    EXPECT_EQ(cell("g1", "effort"), "3");
    EXPECT_EQ(cell("g1", "money"), "9.5");
    EXPECT_EQ(cell("g1", "gives"), "Table number");
    EXPECT_EQ(cell("w1", "asks"), "Table number");
    EXPECT_EQ(cell("w1", "asked again on purpose"), "yes");
    EXPECT_EQ(cell("w1", "reason for asking again"), "Tables move");
    EXPECT_EQ(cell("g1", "bill"), "tab");
    EXPECT_EQ(cell("v1", "about"), "pricing");
    EXPECT_EQ(cell("g1", "note"), "He is in a hurry");
    EXPECT_EQ(cell("g1", "connections out"), "request the bill → w1; auto → lane Serves");
    EXPECT_EQ(cell("w1", "connections out"), "flow → g1 (if it is late)");
}

TEST(CsvWriter, ordersRowsByStepLaneAndPosition)
{
    const QList<QStringList> rows = rowsOf(writeCsv(blueprintOf(
        "lane Kitchen stage=backstage\nlane Guest stage=customer\n"
        "card a lane=Kitchen step=1\ncard tray lane=Guest\ncard b lane=Guest step=10\n"
        "card c lane=Guest step=2\ncard e lane=Guest step=1 position=2\ncard d lane=Guest step=1 position=5\n")));
    QStringList ids;
    for (const QStringList& row : rows)
        ids += row.first();
    EXPECT_EQ(ids.join(u' ').toStdString(), "id e d a c b tray");
}

TEST(CsvWriter, quotesCommasQuotesAndLineBreaks)
{
    EXPECT_EQ(csvCell(u"plain"_s), u"plain"_s);
    EXPECT_EQ(csvCell(u"a, b"_s), u"\"a, b\""_s);
    EXPECT_EQ(csvCell(u"a \"b\""_s), u"\"a \"\"b\"\"\""_s);
    EXPECT_EQ(csvCell(u"two\nlines"_s), u"\"two\nlines\""_s);
    EXPECT_EQ(csvCell(QString()), QString());
}

TEST(CsvWriter, keepsTextFromBecomingAFormula)
{
    for (const QString& text : {u"=1+1"_s, u"+49 221"_s, u"-3"_s, u"@home"_s, u"\t=1"_s, u"\uFF1D1"_s})
        EXPECT_EQ(csvCell(text), u'\'' + text);
    EXPECT_EQ(csvCell(u"=A1,\"x\""_s), u"\"'=A1,\"\"x\"\"\""_s);
    EXPECT_EQ(csvCell(u"a=b"_s), u"a=b"_s);
    const QList<QStringList> rows =
        rowsOf(writeCsv(blueprintOf("lane Guest stage=customer\ncard g1 lane=Guest step=1 \"=HYPERLINK(1)\"\n")));
    EXPECT_EQ(cellOf(rows, u"g1"_s, u"title"_s), u"'=HYPERLINK(1)"_s);
}

TEST(CsvWriter, isUtf8WithAMarkThatSpreadsheetsLookFor)
{
    const QByteArray csv = writeCsv(blueprintOf("lane Gast stage=customer\ncard k lane=Gast step=1 \"Küche\"\n"));
    EXPECT_TRUE(csv.startsWith("\xEF\xBB\xBFid,"));
    EXPECT_TRUE(csv.contains("K\xC3\xBC"
                             "che"));
    EXPECT_TRUE(csv.endsWith("\r\n"));
}

TEST(CsvWriter, writesHeadingsAloneWithoutCards)
{
    const QList<QStringList> rows = rowsOf(writeCsv(Blueprint()));
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.first().first(), u"id"_s);
}

TEST(CsvWriter, givesEveryCardOneRowOfTheSameWidth)
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        const Blueprint blueprint = awkwardBlueprint(seed, 40);
        const QList<QStringList> rows = rowsOf(writeCsv(blueprint));
        ASSERT_EQ(rows.size(), blueprint.cards().size() + 1) << "seed " << seed;
        QSet<QString> ids;
        for (const QStringList& row : rows) {
            ASSERT_EQ(row.size(), rows.first().size()) << "seed " << seed;
            ids.insert(row.first());
        }
        EXPECT_EQ(ids.size(), rows.size()) << "seed " << seed;
    }
}

} // namespace throughline
