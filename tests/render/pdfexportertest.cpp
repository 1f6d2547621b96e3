// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pdfexporter.h"

#include "core/export/report.h"
#include "tests/support/largeblueprint.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

Blueprint dinner()
{
    return blueprintOf(R"(
        title "Dinner for two"
        phase p "Order"
        lane g stage=customer "Guest"
        lane f stage=frontstage "Floor"
        card a lane=g step=1 phase=p minutes=2 "Ask for a beer"
        card b lane=f step=1 "Fetch the waiter"
        a ?> b beer
    )");
}

CheckResult findings(int count)
{
    CheckResult check;
    for (int i = 0; i < count; ++i) {
        Finding finding;
        finding.rule = QStringLiteral("unanswered-handoff");
        finding.severity = i % 2 == 0 ? Severity::Error : Severity::Warning;
        finding.title = QStringLiteral("Unanswered handoff: request %1").arg(i + 1);
        finding.message =
            QStringLiteral("The request for a beer goes to the floor, and no answer returns to the guest");
        finding.evidence = {{Evidence::Part::Subject, {ElementKind::Card, QStringLiteral("a")}, {}}};
        check.findings += finding;
    }
    return check;
}

ExportedPdf exported(const Blueprint& blueprint, const CheckResult& check, QStringView page, bool annotated = true)
{
    PdfOptions options;
    options.annotated = annotated;
    options.date = QDate(2026, 11, 22);
    Result<ExportedPdf> pdf = exportPdf(blueprint, check, *pageSetupFrom(page), options);
    EXPECT_TRUE(pdf);
    return pdf ? *std::move(pdf) : ExportedPdf();
}

class Opened
{
public:
    explicit Opened(const ExportedPdf& pdf)
    {
        m_pdf.processMemoryFile("test.pdf", pdf.data.constData(), size_t(pdf.data.size()));
        m_pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
    }

    [[nodiscard]] int pages() const { return int(m_pages.size()); }
    [[nodiscard]] int warnings() const { return int(m_pdf.numWarnings()); }
    [[nodiscard]] int linksOn(size_t page) { return int(m_pages[page].getAnnotations("/Link").size()); }
    [[nodiscard]] double width() { return m_pages[0].getMediaBox().getArrayItem(2).getNumericValue(); }
    [[nodiscard]] QPDFObjectHandle root() { return m_pdf.getRoot(); }

private:
    QPDF m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
};

} // namespace

TEST(Pdf, putsMapAndFindingsOnOnePageWithLinksBothWays)
{
    const ExportedPdf pdf = exported(dinner(), findings(3), u"A3");
    Opened opened(pdf);
    EXPECT_EQ(opened.pages(), 1);
    EXPECT_EQ(opened.warnings(), 0);
    EXPECT_EQ(opened.linksOn(0), 6);
    EXPECT_NEAR(opened.width(), 1190.55, 1);
    QPDFObjectHandle title = opened.root().getKey("/Outlines").getKey("/First");
    EXPECT_EQ(title.getKey("/Title").getUTF8Value(), "Dinner for two");
    EXPECT_EQ(title.getKey("/First").getKey("/Title").getUTF8Value(), "1  Unanswered handoff: request 1");
    EXPECT_TRUE(pdf.warnings.isEmpty());
}

TEST(Pdf, continuesOnFurtherPagesRatherThanShrinkTheText)
{
    const ExportedPdf pdf = exported(dinner(), findings(90), u"A4");
    Opened opened(pdf);
    EXPECT_GT(opened.pages(), 1);
    EXPECT_EQ(opened.pages(), pdf.pages);
    int links = 0;
    for (int i = 0; i < opened.pages(); ++i)
        links += opened.linksOn(size_t(i));
    EXPECT_EQ(links, 180);
    EXPECT_GE(pdf.smallestTextPt, 7);
}

TEST(Pdf, warnsWhenTheTextBecomesTooSmallToRead)
{
    const ExportedPdf small = exported(largeBlueprint(200), {}, u"A4");
    EXPECT_LT(small.smallestTextPt, 7);
    EXPECT_EQ(small.warnings.size(), 1);
    const ExportedPdf grown = exported(largeBlueprint(200), {}, u"fit");
    EXPECT_GE(grown.smallestTextPt, 7);
    EXPECT_TRUE(grown.warnings.isEmpty());
}

TEST(Pdf, leavesTheFindingsOutWhenPlain)
{
    Opened opened(exported(dinner(), findings(5), u"A3", false));
    EXPECT_EQ(opened.pages(), 1);
    EXPECT_EQ(opened.linksOn(0), 0);
}

TEST(Pdf, isTheSameForTheSameBlueprint)
{
    EXPECT_EQ(exported(dinner(), findings(2), u"A3").data, exported(dinner(), findings(2), u"A3").data);
}

TEST(Pdf, holdsAnyBlueprint)
{
    std::mt19937 random(51);
    for (int round = 0; round < 8; ++round) {
        for (const QStringView page : {u"A4", u"fit"})
            EXPECT_EQ(Opened(exported(randomBlueprint(random), findings(round), page)).warnings(), 0);
    }
    EXPECT_EQ(Opened(exported(Blueprint(), {}, u"A3")).pages(), 1);
}

TEST(PageSetups, areKnownByName)
{
    EXPECT_EQ(pageSetupFrom(u"a4")->sizePt(), QSizeF(841.89, 595.28));
    EXPECT_TRUE(pageSetupFrom(u"fit")->fit);
    const Result<PageSetup> unknown = pageSetupFrom(u"A9");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, Error::Code::Usage);
    EXPECT_TRUE(unknown.error().message.contains(u"A3"));
}

namespace {

QString wordsOf(const QList<DisplayItem>& items)
{
    QStringList words;
    for (const DisplayItem& item : items) {
        for (const DrawOp& op : item.ops) {
            if (const auto* text = std::get_if<TextOp>(&op))
                words += text->text;
        }
    }
    return words.join(u' ');
}

} // namespace

TEST(Pdf, saysOnItsPageThatItShowsAPart)
{
    ViewFilter filter;
    filter.hiddenLanes = {LaneId(QStringLiteral("g"))};
    const CheckResult check = findings(3); // all at a card of that lane
    PdfOptions options;
    options.excerpt = excerptOf(dinner(), check, filter, QStringLiteral("1 lane hidden"));
    const QtTextMeasurer measurer(printTypeface());
    const Report report = composeReport(dinner(), check, *pageSetupFrom(u"A3"), options, measurer);
    const QString page = wordsOf(report.pages.first().items);
    EXPECT_TRUE(page.contains(QStringLiteral("Part of the blueprint: 1 lane hidden, 1 of 2 cards, 1 of 2 lanes.")))
        << qPrintable(page);
    EXPECT_TRUE(page.contains(QStringLiteral("3 findings outside this view"))) << qPrintable(page);
    EXPECT_TRUE(page.contains(QStringLiteral("figures are those of the whole"))) << qPrintable(page);
    EXPECT_FALSE(page.contains(QStringLiteral("Unanswered handoff"))) << qPrintable(page);
    EXPECT_FALSE(wordsOf(report.picture.list.items).contains(QStringLiteral("Ask for a beer")));
}

TEST(Pdf, saysInTheHeadersOfWhatIsFoldedHowMuchItHolds)
{
    const Blueprint blueprint = blueprintOf(R"(
        phase p "Order"
        phase q folded "Eat"
        lane g stage=customer "Guest"
        lane f stage=frontstage folded "Floor"
        card a lane=g step=1 phase=p "Ask"
        card b lane=f step=1 "Write"
        card c lane=g step=2 phase=q "Eat"
        card d lane=g step=3 phase=q "Drink"
    )");
    PdfOptions options;
    ViewFilter filter;
    options.excerpt = excerptOf(blueprint, {}, filter, QStringLiteral("all"));
    const QtTextMeasurer measurer(printTypeface());
    const Report folded = composeReport(blueprint, {}, *pageSetupFrom(u"A3"), options, measurer);
    const QString map = wordsOf(folded.picture.list.items);
    EXPECT_TRUE(map.contains(QStringLiteral("2 steps, 2 cards"))) << qPrintable(map);
    EXPECT_TRUE(map.contains(QStringLiteral("1 card"))) << qPrintable(map);
    // Without a view phases are shown open.
    options.excerpt.reset();
    const Report open = composeReport(blueprint, {}, *pageSetupFrom(u"A3"), options, measurer);
    EXPECT_TRUE(wordsOf(open.picture.list.items).contains(QStringLiteral("Drink")));
    EXPECT_FALSE(wordsOf(open.picture.list.items).contains(QStringLiteral("2 steps,")));
}
