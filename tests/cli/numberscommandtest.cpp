// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace throughline;
using throughline::testing::CommandRun;
using throughline::testing::run;

class NumbersCommand : public throughline::testing::InFolder
{
};

using CompareCommand = NumbersCommand;

TEST_F(NumbersCommand, printsEveryNumberWithItsSentence)
{
    const CommandRun result = run({QStringLiteral("numbers"), QStringLiteral("-")}, unanswered());
    EXPECT_EQ(result.status, ExitStatus::NothingFound);
    EXPECT_TRUE(result.out.startsWith(QStringLiteral("Silos\n"))) << qPrintable(result.out);
    EXPECT_TRUE(result.out.contains(QStringLiteral("0 of 1"))) << "of the one question none is answered";
    EXPECT_TRUE(result.out.contains(QStringLiteral("0 of 1 question of the customer")));
    EXPECT_TRUE(result.err.isEmpty()) << qPrintable(result.err);
}

TEST_F(NumbersCommand, printsJson)
{
    const CommandRun result = run({QStringLiteral("numbers"), QStringLiteral("--format"), QStringLiteral("json"),
                                   write(QStringLiteral("a.bpt"), unanswered())});
    const QJsonObject root = QJsonDocument::fromJson(result.out.toUtf8()).object();
    EXPECT_EQ(root.value(QStringLiteral("title")).toString(), QStringLiteral("A question"));
    EXPECT_GT(root.value(QStringLiteral("metrics")).toArray().size(), 20);
}

TEST_F(NumbersCommand, saysWhatIsWrong)
{
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("numbers")},
          QStringList{QStringLiteral("numbers"), QStringLiteral("-"), QStringLiteral("-")},
          QStringList{QStringLiteral("numbers"), QStringLiteral("-"), QStringLiteral("--format"),
                      QStringLiteral("xml")},
          QStringList{QStringLiteral("numbers"), path(QStringLiteral("missing.bpt"))},
          QStringList{QStringLiteral("compare"), QStringLiteral("-")},
          QStringList{QStringLiteral("compare"), QStringLiteral("-"), QStringLiteral("-")},
          QStringList{QStringLiteral("compare"), QStringLiteral("-"), path(QStringLiteral("missing.bpt"))}}) {
        const CommandRun result = run(arguments, unanswered());
        EXPECT_EQ(result.status, ExitStatus::Fault) << qPrintable(arguments.join(u' '));
        EXPECT_TRUE(result.out.isEmpty());
        EXPECT_EQ(result.err.count(u'\n'), 1) << qPrintable(result.err);
    }
}

TEST_F(CompareCommand, saysWhatChangedAndWhatItBuys)
{
    const QString before = write(QStringLiteral("before.bpt"), unanswered());
    const QString after = write(QStringLiteral("after.bpt"), unanswered() + "p1 !> c2 mortgage\n");
    const CommandRun result = run({QStringLiteral("compare"), before, after});
    EXPECT_EQ(result.status, ExitStatus::NothingFound);
    EXPECT_TRUE(result.out.contains(QStringLiteral("0 of 1 \u2192 1 of 1"))) << qPrintable(result.out);
    EXPECT_TRUE(result.out.contains(QStringLiteral("better")));
    EXPECT_TRUE(result.out.contains(QStringLiteral("Changed in the drawing: 1 element\n"))) << qPrintable(result.out);
    EXPECT_TRUE(result.out.contains(QStringLiteral("connection \u201cGets the mail \u2192 Decides\u201d: added")))
        << qPrintable(result.out);
}

TEST_F(CompareCommand, writesJson)
{
    const QString before = write(QStringLiteral("before.bpt"), unanswered());
    const QString after = write(QStringLiteral("after.bpt"), unanswered() + "p1 !> c2 mortgage\n");
    const CommandRun result =
        run({QStringLiteral("compare"), QStringLiteral("--format"), QStringLiteral("json"), before, after});
    EXPECT_EQ(result.status, ExitStatus::NothingFound);
    const QJsonObject json = QJsonDocument::fromJson(result.out.toUtf8()).object();
    EXPECT_EQ(json.value(QStringLiteral("elements")).toArray().size(), 1) << qPrintable(result.out);
    EXPECT_TRUE(json.value(QStringLiteral("findings")).isArray());
    EXPECT_EQ(run({QStringLiteral("compare"), QStringLiteral("--format"), QStringLiteral("xml"), before, after}).status,
              ExitStatus::Fault);
}

TEST_F(CompareCommand, helps)
{
    EXPECT_TRUE(run({QStringLiteral("compare"), QStringLiteral("--help")})
                    .out.startsWith(QStringLiteral("Usage: throughline compare [options] BEFORE AFTER")));
    EXPECT_TRUE(run({QStringLiteral("numbers"), QStringLiteral("--help")})
                    .out.startsWith(QStringLiteral("Usage: throughline numbers [options] FILE")));
}
