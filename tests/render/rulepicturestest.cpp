// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "core/check/checker.h"
#include "core/export/svgexporter.h"
#include "core/io/blueprintreader.h"
#include "core/io/files.h"
#include "core/io/notationreader.h"
#include "core/metrics/comparisonrules.h"
#include "tests/support/allrules.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::allRulesOn;

/// The pictures of docs/rules.md are drawn by the program from tests/data/rules. tests/update-rule-pictures writes
/// them anew; here they are held to what would be written. Positions follow the fonts of the machine, so what is
/// compared is every word and how many shapes there are.
namespace {

Blueprint exampleOf(const QString& rule, const QString& kind)
{
    const QString base = QStringLiteral(THROUGHLINE_TEST_DATA "/rules/%1/%2").arg(rule, kind);
    for (const QString& ending : {u".bpt"_s, u".blueprint"_s}) {
        if (!QFile::exists(base + ending))
            continue;
        const Result<QByteArray> file = readFile(base + ending);
        EXPECT_TRUE(file) << qPrintable(base);
        const Result<Blueprint> blueprint =
            ending == u".bpt"_s ? readNotation(*file, base) : readBlueprint(*file, base);
        EXPECT_TRUE(blueprint) << qPrintable(base);
        return blueprint ? *blueprint : Blueprint();
    }
    ADD_FAILURE() << "no file " << qPrintable(base);
    return {};
}

/// The findings of this rule alone: other callouts would only distract.
CheckResult findingsOf(const QString& rule, const Blueprint& blueprint, const QString& kind)
{
    CheckResult result = checkBlueprint(blueprint, allRulesOn());
    result.findings.removeIf([&](const Finding& finding) { return finding.rule != rule; });
    if (rule == comparisonCatalogue().first().id && kind != u"before"_s)
        result.findings = findShifts(exampleOf(rule, u"before"_s), blueprint);
    return result;
}

struct RulePicture
{
    QString path;
    QByteArray svg;
};

RulePicture pictureOf(const QString& rule, const QString& kind)
{
    const Blueprint blueprint = exampleOf(rule, kind);
    const QString path = QStringLiteral(THROUGHLINE_SOURCE_DIR "/docs/pictures/rules/%1-%2.svg").arg(rule, kind);
    return {path,
            exportSvg(blueprint, findingsOf(rule, blueprint, kind), {.annotated = true, .marginPt = 8, .folder = {}})};
}

QList<RulePicture> allPictures()
{
    QList<RulePicture> pictures;
    for (const QList<CatalogueEntry>* entries : {&catalogue(), &comparisonCatalogue()}) {
        for (const CatalogueEntry& entry : *entries) {
            pictures += pictureOf(entry.id, u"breaks"_s);
            pictures += pictureOf(entry.id, u"holds"_s);
        }
    }
    pictures += pictureOf(comparisonCatalogue().first().id, u"before"_s);
    return pictures;
}

struct Content
{
    QString letters;
    int shapes = 0;
    bool operator==(const Content&) const = default;
};

Content contentOf(const QByteArray& svg)
{
    Content content;
    bool inText = false;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            inText = reader.name() == u"text"_s || reader.name() == u"tspan"_s;
            content.shapes += inText || reader.name() == u"style"_s ? 0 : 1;
        } else if (token == QXmlStreamReader::EndElement) {
            inText = false;
        } else if (token == QXmlStreamReader::Characters && inText) {
            content.letters += reader.text().toString().simplified().remove(u' ');
        }
    }
    EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString());
    return content;
}

} // namespace

TEST(RulePictures, showWhatTheProgramDraws)
{
    const bool update = qEnvironmentVariableIsSet("THROUGHLINE_UPDATE_PICTURES");
    const QDir folder(QStringLiteral(THROUGHLINE_SOURCE_DIR "/docs/pictures/rules"));
    ASSERT_TRUE(!update || folder.mkpath(u"."_s));
    QStringList names;
    for (const RulePicture& picture : allPictures()) {
        names += QFileInfo(picture.path).fileName();
        ASSERT_TRUE(!update || writeFile(picture.path, picture.svg)) << qPrintable(picture.path);
        const Result<QByteArray> file = readFile(picture.path);
        ASSERT_TRUE(file) << qPrintable(picture.path) << ": run tests/update-rule-pictures";
        EXPECT_EQ(contentOf(*file), contentOf(picture.svg))
            << qPrintable(picture.path) << " is not what the program draws: run tests/update-rule-pictures";
    }
    names.sort();
    EXPECT_EQ(folder.entryList({u"*.svg"_s}, QDir::Files, QDir::Name), names);
}

TEST(RulePictures, markTheBrokenDrawingAndNotTheOther)
{
    for (const CatalogueEntry& entry : catalogue()) {
        SCOPED_TRACE(entry.id.toStdString());
        EXPECT_FALSE(findingsOf(entry.id, exampleOf(entry.id, u"breaks"_s), u"breaks"_s).findings.isEmpty());
        EXPECT_TRUE(findingsOf(entry.id, exampleOf(entry.id, u"holds"_s), u"holds"_s).findings.isEmpty());
    }
}
