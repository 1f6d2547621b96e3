// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandrun.h"

using namespace throughline;
using throughline::testing::CommandRun;
using throughline::testing::run;

class AskCommand : public throughline::testing::InFolder
{
protected:
    /// A busser who fetches the waiter for the bill, and an office that the guest never sees.
    static QByteArray table()
    {
        return "dept Floor\nrole Waiter dept=Floor fulfils=bill \"The Waiter\"\n"
               "role Busser dept=Floor passes=bill:Waiter\nrole Office\nask bill \"the bill\"\n"
               "lane Guest stage=customer\nlane S stage=frontstage role=Waiter\nlane B stage=frontstage role=Busser\n"
               "card g1 lane=Guest step=1 \"Eats\"\ncard g2 lane=Guest step=2 \"Leaves\"\n"
               "card b1 lane=B step=1\ncard w2 lane=S step=2\ng1 -- b1\ng2 -- w2\n";
    }
};

TEST_F(AskCommand, saysWhatBecomesOfAQuestion)
{
    const CommandRun result = run({QStringLiteral("ask"), QStringLiteral("-"), QStringLiteral("--role"),
                                   QStringLiteral("Busser"), QStringLiteral("--request"), QStringLiteral("bill")},
                                  table());
    EXPECT_EQ(result.status, ExitStatus::NothingFound);
    EXPECT_EQ(result.out.toStdString(), "Ask the Busser for the bill: he fetches The Waiter, who brings it. 1 hop, "
                                        "same department.\n(Asked at \u201cEats\u201d.)\n");
    EXPECT_TRUE(result.err.isEmpty()) << qPrintable(result.err);
}

TEST_F(AskCommand, takesNamesForIds)
{
    const QString file = write(QStringLiteral("a.bpt"), table());
    const CommandRun result =
        run({QStringLiteral("ask"), file, QStringLiteral("--role"), QStringLiteral("the waiter"),
             QStringLiteral("--request"), QStringLiteral("THE BILL"), QStringLiteral("--at"), QStringLiteral("eats")});
    EXPECT_EQ(result.out.toStdString(), "The Waiter is not there at \u201cEats\u201d; the nearest moment to meet The "
                                        "Waiter is \u201cLeaves\u201d.\n");
}

TEST_F(AskCommand, printsTheTable)
{
    const CommandRun result = run({QStringLiteral("ask"), QStringLiteral("--table"), QStringLiteral("-")}, table());
    EXPECT_EQ(result.status, ExitStatus::NothingFound);
    EXPECT_EQ(result.out.toStdString(), "role        the bill\n"
                                        "Busser      \u2192The Waiter(1)\n"
                                        "The Waiter  \u25cf\n");
}

TEST_F(AskCommand, saysWhatIsWrong)
{
    const QString file = write(QStringLiteral("a.bpt"), table());
    const QString role = QStringLiteral("--role");
    const QString request = QStringLiteral("--request");
    const QString busser = QStringLiteral("Busser");
    const QString bill = QStringLiteral("bill");
    for (const QStringList& arguments : {
             QStringList{file},
             QStringList{role, busser, request, bill},
             QStringList{file, role, busser},
             QStringList{file, request, bill},
             QStringList{file, QStringLiteral("--table"), role, busser},
             QStringList{file, role, QStringLiteral("Butler"), request, bill},
             QStringList{file, role, busser, request, QStringLiteral("beer")},
             QStringList{file, role, busser, request, bill, QStringLiteral("--at"), QStringLiteral("g9")},
             QStringList{file, role, busser, request, bill, QStringLiteral("--at"), QStringLiteral("b1")},
             QStringList{path(QStringLiteral("missing.bpt")), role, busser, request, bill},
         }) {
        const CommandRun result = run(QStringList{QStringLiteral("ask")} + arguments);
        EXPECT_EQ(result.status, ExitStatus::Fault) << qPrintable(arguments.join(u' '));
        EXPECT_TRUE(result.out.isEmpty());
        EXPECT_EQ(result.err.count(u'\n'), 1) << qPrintable(result.err);
    }
    const QString message = run({QStringLiteral("ask"), file, role, QStringLiteral("Butler"), request, bill}).err;
    EXPECT_TRUE(message.contains(QStringLiteral("there is no role \"Butler\"; there is Busser, Office, Waiter (The "
                                                "Waiter)")))
        << qPrintable(message);
}

TEST_F(AskCommand, asksForTheIdWhereTwoShareAName)
{
    const QString file = write(QStringLiteral("a.bpt"), "role a \"Guide\"\nrole b \"guide\"\nask q\n");
    const CommandRun result = run({QStringLiteral("ask"), file, QStringLiteral("--role"), QStringLiteral("Guide"),
                                   QStringLiteral("--request"), QStringLiteral("q")});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_TRUE(result.err.contains(QStringLiteral("by its id: a, b"))) << qPrintable(result.err);
}

TEST_F(AskCommand, helps)
{
    const CommandRun result = run({QStringLiteral("ask"), QStringLiteral("--help")});
    EXPECT_EQ(result.status, ExitStatus::NothingFound);
    EXPECT_TRUE(result.out.startsWith(QStringLiteral("Usage: throughline ask [options] FILE")))
        << qPrintable(result.out);
}
