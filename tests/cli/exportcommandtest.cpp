// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/commandrun.h"

#include <QImage>
#include <QXmlStreamReader>

using namespace throughline;
using throughline::testing::CommandRun;
using throughline::testing::run;

class ExportCommand : public throughline::testing::InFolder
{
};

TEST_F(ExportCommand, writesEachFormatByItsEnding)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const CommandRun result = run(
        {QStringLiteral("export"), file, QStringLiteral("--to"), path(QStringLiteral("a.pdf")), QStringLiteral("--to"),
         path(QStringLiteral("a.svg")), QStringLiteral("--to"), path(QStringLiteral("a.png")), QStringLiteral("--to"),
         path(QStringLiteral("b.bpt")), QStringLiteral("--to"), path(QStringLiteral("a.blueprint"))});
    ASSERT_EQ(result.status, ExitStatus::NothingFound) << qPrintable(result.err);
    EXPECT_TRUE(read(path(QStringLiteral("a.pdf"))).startsWith("%PDF-"));
    EXPECT_TRUE(read(path(QStringLiteral("a.svg"))).contains("<svg"));
    EXPECT_TRUE(read(path(QStringLiteral("a.blueprint"))).startsWith("{"));
    EXPECT_TRUE(read(path(QStringLiteral("b.bpt"))).contains("c1 ?> b1 mortgage"));
    const QImage picture(path(QStringLiteral("a.png")));
    EXPECT_GT(picture.width(), 400);
    EXPECT_NE(picture.pixel(picture.width() / 2, picture.height() / 2), 0U) << "something is drawn";
}

TEST_F(ExportCommand, makesThePictureAsLargeAsAskedFor)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    ASSERT_EQ(run({QStringLiteral("export"), file, QStringLiteral("--dpi"), QStringLiteral("72"),
                   QStringLiteral("--to"), path(QStringLiteral("small.png"))})
                  .status,
              ExitStatus::NothingFound);
    ASSERT_EQ(run({QStringLiteral("export"), file, QStringLiteral("--dpi"), QStringLiteral("144"),
                   QStringLiteral("--to"), path(QStringLiteral("large.png"))})
                  .status,
              ExitStatus::NothingFound);
    EXPECT_NEAR(QImage(path(QStringLiteral("large.png"))).width(),
                2 * QImage(path(QStringLiteral("small.png"))).width(), 2);
}

TEST_F(ExportCommand, writesNothingWhenOneOutputIsWrong)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const CommandRun result =
        run({QStringLiteral("export"), file, QStringLiteral("--to"), path(QStringLiteral("a.svg")),
             QStringLiteral("--to"), path(QStringLiteral("a.xyz"))});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_FALSE(QFile::exists(path(QStringLiteral("a.svg"))));
    EXPECT_TRUE(result.err.contains(QStringLiteral("a.xyz"))) << qPrintable(result.err);
}

TEST_F(ExportCommand, leavesTheOldFileWhenTheFolderIsGone)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const QString target = path(QStringLiteral("gone/a.svg"));
    const CommandRun result = run({QStringLiteral("export"), file, QStringLiteral("--to"), target});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_TRUE(result.err.contains(QStringLiteral("a.svg"))) << qPrintable(result.err);
    EXPECT_EQ(result.err.count(u'\n'), 1);
}

TEST_F(ExportCommand, refusesNonsense)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const QString out = path(QStringLiteral("a.pdf"));
    for (const QStringList& arguments : {QStringList{QStringLiteral("export"), file},
                                         QStringList{QStringLiteral("export"), QStringLiteral("--to"), out},
                                         QStringList{QStringLiteral("export"), file, QStringLiteral("--to"), out,
                                                     QStringLiteral("--page"), QStringLiteral("A99")},
                                         QStringList{QStringLiteral("export"), file, QStringLiteral("--to"), out,
                                                     QStringLiteral("--dpi"), QStringLiteral("nan")},
                                         QStringList{QStringLiteral("import"), file}}) {
        EXPECT_EQ(run(arguments).status, ExitStatus::Fault) << qPrintable(arguments.join(u' '));
        EXPECT_FALSE(QFile::exists(out));
    }
}

TEST_F(ExportCommand, saysWhichOptionItDoesNotKnow)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const CommandRun result = run({QStringLiteral("export"), file, QStringLiteral("--pdf"), QStringLiteral("a.pdf")});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_EQ(result.err.toStdString(),
              "throughline: export: unknown option 'pdf'; throughline export --help lists the options\n");
}

TEST_F(ExportCommand, importsATextAsABlueprintThatChecksTheSame)
{
    const QString file = write(QStringLiteral("a.bpt"), unanswered());
    const QString blueprint = path(QStringLiteral("a.blueprint"));
    ASSERT_EQ(run({QStringLiteral("import"), file, QStringLiteral("-o"), blueprint}).status, ExitStatus::NothingFound);
    EXPECT_EQ(run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("lines"), blueprint}).out,
              run({QStringLiteral("check"), QStringLiteral("--format"), QStringLiteral("lines"), file}).out);
}

namespace {

/// The question about a mortgage with a view of one department, and one card that only others see.
QByteArray withView(const QByteArray& text)
{
    return text + "view \"Mortgages alone\" dept=Mortgages only\n";
}

QString textOf(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text().toString() + u' ';
    }
    return text;
}

} // namespace

TEST_F(ExportCommand, showsWhatAViewShowsAndSaysSo)
{
    const QString file = write(QStringLiteral("a.bpt"), withView(unanswered()));
    const CommandRun result =
        run({QStringLiteral("export"), file, QStringLiteral("--view"), QStringLiteral("Mortgages alone"),
             QStringLiteral("--to"), path(QStringLiteral("a.svg")), QStringLiteral("--to"),
             path(QStringLiteral("a.pdf")), QStringLiteral("--to"), path(QStringLiteral("a.png"))});
    ASSERT_EQ(result.status, ExitStatus::NothingFound) << qPrintable(result.err);
    const QString text = textOf(read(path(QStringLiteral("a.svg"))));
    EXPECT_TRUE(text.contains(QStringLiteral("Gets the mail"))) << qPrintable(text);
    EXPECT_FALSE(text.contains(QStringLiteral("Asks about"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("Part of the blueprint: view \u201cMortgages alone\u201d, 1 of 4 cards")))
        << qPrintable(text);
    EXPECT_TRUE(read(path(QStringLiteral("a.pdf"))).startsWith("%PDF-"));
    // Without the view nothing is said.
    ASSERT_EQ(run({QStringLiteral("export"), file, QStringLiteral("--to"), path(QStringLiteral("b.svg"))}).status,
              ExitStatus::NothingFound);
    EXPECT_FALSE(textOf(read(path(QStringLiteral("b.svg")))).contains(QStringLiteral("Part of")));
}

TEST_F(ExportCommand, namesTheViewsThereAreAndWritesNothingForAnother)
{
    const QString file = write(QStringLiteral("a.bpt"), withView(unanswered()));
    const CommandRun result = run({QStringLiteral("export"), file, QStringLiteral("--view"), QStringLiteral("Bar"),
                                   QStringLiteral("--to"), path(QStringLiteral("a.svg"))});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_TRUE(result.err.contains(QStringLiteral("no view \"Bar\"; the views are \"Mortgages alone\"")))
        << qPrintable(result.err);
    EXPECT_FALSE(QFile::exists(path(QStringLiteral("a.svg"))));
}

TEST_F(ExportCommand, hasViewsForPicturesAlone)
{
    const QString file = write(QStringLiteral("a.bpt"), withView(unanswered()));
    const CommandRun result =
        run({QStringLiteral("export"), file, QStringLiteral("--view"), QStringLiteral("Mortgages alone"),
             QStringLiteral("--to"), path(QStringLiteral("a.csv"))});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_TRUE(result.err.contains(QStringLiteral("--view goes with"))) << qPrintable(result.err);
}

TEST_F(ExportCommand, saysThatTheFolderDoesNotExist)
{
    const CommandRun result = run({QStringLiteral("export"), write(QStringLiteral("a.bpt"), unanswered()),
                                   QStringLiteral("--to"), path(QStringLiteral("nowhere/out.csv"))});
    EXPECT_EQ(result.status, ExitStatus::Fault);
    EXPECT_TRUE(result.err.endsWith(QStringLiteral("nowhere\" does not exist\n"))) << qPrintable(result.err);
}

TEST(Commands, sayThatAWordIsNeitherCommandNorFile)
{
    EXPECT_TRUE(isCommandLine({QStringLiteral("exprt")})) << "no editor opens";
    const CommandRun near = run({QStringLiteral("exprt"), QStringLiteral("a.blueprint")});
    EXPECT_EQ(near.status, ExitStatus::Fault);
    EXPECT_EQ(near.err, QStringLiteral("throughline: there is no command or file \"exprt\"; did you mean \"throughline "
                                       "export\"?\n"));
    const CommandRun far = run({QStringLiteral("print")});
    EXPECT_EQ(far.status, ExitStatus::Fault);
    EXPECT_TRUE(far.err.endsWith(QStringLiteral("throughline --help lists the commands\n"))) << qPrintable(far.err);
    EXPECT_FALSE(isCommandLine({QStringLiteral("dinner.blueprint")})) << "the editor says that it is missing";
    EXPECT_FALSE(isCommandLine({QStringLiteral("folder/dinner")}));
    EXPECT_FALSE(isCommandLine({}));
}
