// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/check/lines.h"
#include "core/export/pdfexporter.h"
#include "core/export/svgexporter.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/bpmnreader.h"
#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"
#include "core/layout/gridlayout.h"
#include "core/render/qttextmeasurer.h"
#include "core/render/typeface.h"
#include "tests/support/coveringlabels.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace throughline;

namespace {

/// Real process models: every .bpmn below the folder that THROUGHLINE_CORPUS names. Skipped where it names none.
class Corpus : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const QString folder = qEnvironmentVariable("THROUGHLINE_CORPUS");
        if (folder.isEmpty())
            GTEST_SKIP() << "THROUGHLINE_CORPUS names no folder of process models";
        QDirIterator found(folder, {QStringLiteral("*.bpmn")}, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            m_files += found.next();
        m_files.sort();
        ASSERT_FALSE(m_files.isEmpty()) << "THROUGHLINE_CORPUS holds no .bpmn file";
    }

    /// Every model of one exercise, solutions included.
    [[nodiscard]] QStringList exercise(const QString& name) const { return m_files.filter(name); }

    /// The pool that is the guest, by the names people gave it; empty where they gave none.
    static QString guestIn(const QByteArray& bpmn)
    {
        static const QRegularExpression pool(QStringLiteral("<(?:\\w+:)?participant\\b[^>]*?\\bname=\"([^\"]*)\""));
        static const QRegularExpression guest(QStringLiteral("guest|customer|client|diner"),
                                              QRegularExpression::CaseInsensitiveOption);
        QRegularExpressionMatchIterator pools = pool.globalMatch(QString::fromUtf8(bpmn));
        while (pools.hasNext()) {
            const QString name = pools.next().captured(1).replace(QStringLiteral("&#10;"), QStringLiteral(" "));
            if (name.contains(guest))
                return name.simplified();
        }
        return {};
    }

    /// The model solutions of one exercise.
    [[nodiscard]] QStringList solutions(const QString& exercise) const
    {
        QStringList chosen;
        for (const QString& file : m_files) {
            if (file.contains(exercise) && file.contains(QStringLiteral("/solution/")))
                chosen += file;
        }
        return chosen;
    }

    [[nodiscard]] const QStringList& files() const { return m_files; }

    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
        return file.readAll();
    }

    static CheckResult checkAll(const Blueprint& blueprint)
    {
        CheckOptions options;
        options.preset = Preset::All;
        return checkBlueprint(blueprint, options);
    }

private:
    QStringList m_files;
};

} // namespace

TEST_F(Corpus, isImportedCheckedLaidOutAndExportedWhole)
{
    for (const QString& file : files()) {
        SCOPED_TRACE(file.toStdString());
        const Result<BpmnImport> import = readBpmn(contents(file), file);
        ASSERT_TRUE(import) << qPrintable(describe(import.error()));
        ASSERT_TRUE(validate(import->blueprint));
        const CheckResult check = checkAll(import->blueprint);
        EXPECT_TRUE(check.ruleErrors.isEmpty());
        const Result<ExportedPdf> pdf = exportPdf(import->blueprint, check, {}, {});
        ASSERT_TRUE(pdf) << qPrintable(describe(pdf.error()));
        EXPECT_GE(pdf->pages, 1);
        EXPECT_TRUE(exportSvg(import->blueprint, check).contains("</svg>"));
    }
}

TEST_F(Corpus, isDrawnWithoutWordsOnOtherConnections)
{
    const QtTextMeasurer measurer(screenTypeface());
    int labels = 0;
    QStringList covering;
    for (const QString& file : files()) {
        const Result<BpmnImport> import = readBpmn(contents(file), file);
        ASSERT_TRUE(import) << qPrintable(describe(import.error()));
        const Layout layout = layoutBlueprint(import->blueprint, {}, measurer);
        for (const Connection& connection : import->blueprint.connections())
            labels += layout.route(connection.id)->label.isNull() ? 0 : 1;
        covering += throughline::testing::coveringLabels(import->blueprint, layout);
    }
    EXPECT_GT(labels, 400);
    EXPECT_LE(covering.size(), labels / 100) << qPrintable(covering.join(u' '));
}

TEST_F(Corpus, survivesBothOfOurFormats)
{
    for (const QString& file : files()) {
        SCOPED_TRACE(file.toStdString());
        const Result<BpmnImport> import = readBpmn(contents(file), file);
        ASSERT_TRUE(import);
        const Result<Blueprint> asJson = readBlueprint(writeBlueprint(import->blueprint), file);
        ASSERT_TRUE(asJson) << qPrintable(describe(asJson.error()));
        EXPECT_EQ(*asJson, import->blueprint);
        const Result<Blueprint> asText = readNotation(writeNotation(import->blueprint), file);
        ASSERT_TRUE(asText) << qPrintable(describe(asText.error()));
        EXPECT_EQ(linesOf(checkAll(*asText)), linesOf(checkAll(import->blueprint)));
    }
}

TEST_F(Corpus, findsTheModelSolutionOfTheRestaurantClean)
{
    const QStringList restaurants = solutions(QStringLiteral("Self-service-restaurant"));
    ASSERT_FALSE(restaurants.isEmpty());
    for (const QString& file : restaurants) {
        const Result<BpmnImport> import = readBpmn(contents(file), file, {QStringLiteral("Guest")});
        ASSERT_TRUE(import) << qPrintable(describe(import.error()));
        EXPECT_EQ(linesOf(checkAll(import->blueprint)), QStringList()) << qPrintable(file);
    }
}

TEST_F(Corpus, missesTheCustomerInTheModelSolutionsOfTheCreditScoring)
{
    const QStringList scorings = solutions(QStringLiteral("Credit-scoring"));
    ASSERT_FALSE(scorings.isEmpty());
    for (const QString& file : scorings) {
        const Result<BpmnImport> import = readBpmn(contents(file), file);
        ASSERT_TRUE(import) << qPrintable(describe(import.error()));
        EXPECT_TRUE(linesOf(checkAll(import->blueprint)).contains(QStringLiteral("no-customer-lane blueprint")))
            << qPrintable(file);
    }
}

/// Real models are mostly sound: whoever checks one should not be shouted at. Counted are the findings of the first
/// four families, of whatever severity, over the restaurants with the guest as customer and the credit scorings as they
/// are. Left out is no-customer-lane, which is rightly found once in every model that has no customer.
TEST_F(Corpus, findsAtMostOneFaultInThreeModels)
{
    QMap<QString, int> counts;
    int models = 0;
    int found = 0;
    QStringList files = exercise(QStringLiteral("Self-service-restaurant"));
    files += exercise(QStringLiteral("Credit-scoring"));
    for (const QString& file : files) {
        const QByteArray bpmn = contents(file);
        const bool restaurant = file.contains(QStringLiteral("Self-service-restaurant"));
        const QString guest = restaurant ? guestIn(bpmn) : QString();
        const Result<BpmnImport> import = guest.isEmpty() ? readBpmn(bpmn, file) : readBpmn(bpmn, file, {guest});
        ASSERT_TRUE(import) << qPrintable(describe(import.error()));
        ++models;
        for (const Finding& finding : checkAll(import->blueprint).findings) {
            ++counts[finding.rule];
            const bool counted = finding.family == RuleFamily::Silos || finding.family == RuleFamily::DeadEnds ||
                                 finding.family == RuleFamily::Unanswered || finding.family == RuleFamily::Perspective;
            found += counted && finding.rule != QStringLiteral("no-customer-lane") ? 1 : 0;
        }
    }
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        RecordProperty(it.key().toStdString(), it.value());
    RecordProperty("models", models);
    RecordProperty("found", found);
    EXPECT_GE(models, 80);
    EXPECT_LE(found * 3, models) << found << " findings in " << models << " models";
}
