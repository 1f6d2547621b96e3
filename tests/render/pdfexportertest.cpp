// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pdfexporter.h"

#include "core/export/mapkey.h"
#include "core/export/report.h"
#include "core/export/reportfacts.h"
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

TEST(ReportFacts, sayTheNumbersAsTheNumbersDo)
{
    // Two ways, a step of which nobody has said how long it takes, and a department that is only met over a lane.
    const Blueprint blueprint = blueprintOf(R"(
        dept Floor
        dept Bar
        role Host dept=Floor
        role Barman dept=Bar
        lane g stage=customer "Guest"
        lane f stage=frontstage role=Host
        lane b stage=frontstage role=Barman
        card a lane=g step=1
        card w lane=g step=2 kind=wait dur=1440
        card q lane=g step=2 minutes=10
        card z lane=g step=3 minutes=720
        card h lane=f step=1
        a -> w
        a -> q
        w -> z
        q -> z
        a -- h
        q -> b
    )");
    const JourneyMetrics metrics = journeyMetrics(blueprint);
    QStringList said;
    for (const Figure& figure : figuresOf(metrics, {}))
        said += figure.value + u' ' + figure.caption;
    const QString time = QStringLiteral("\u2265 12 h 10 min \u2013 1.5 days");
    EXPECT_EQ(said.value(2), time + QStringLiteral(" of the customer's time, from the quickest to the slowest way"));
    EXPECT_EQ(said.value(3), QStringLiteral("67 % of the slowest way spent waiting: 1 day"));
    EXPECT_EQ(said.value(4), QStringLiteral("2 departments the customer meets"));
    const QString text = toText(metrics, blueprint);
    EXPECT_TRUE(text.contains(time)) << qPrintable(text);
    EXPECT_EQ(spokenValue(*metrics.find(QStringLiteral("departments-met"))), QStringLiteral("2"));

    const QtTextMeasurer measurer(printTypeface());
    const Report report = composeReport(blueprint, {}, {}, {}, measurer);
    EXPECT_TRUE(wordsOf(report.picture.list.items).contains(QStringLiteral("3 steps \u00b7 ") + time))
        << "the corner of the map and the head of the page agree";
}

TEST(Pdf, framesTheMapWithinTheMarginsOfEveryPage)
{
    const QtTextMeasurer measurer(printTypeface());
    for (const int cards : {12, 200, 2000}) {
        for (const QStringView paper : {u"A3", u"A4", u"fit"}) {
            const PageSetup setup = *pageSetupFrom(paper);
            const Report report = composeReport(largeBlueprint(cards), findings(4), setup, {}, measurer);
            const ReportPage& page = report.pages.first();
            QRectF frame;
            for (const DrawOp& op : page.items.first().ops) {
                if (const auto* rect = std::get_if<RectOp>(&op); rect && rect->stroke.widthPt > 0 && frame.isNull())
                    frame = QRectF(rect->rect.topLeft() * page.scale, rect->rect.size() * page.scale);
            }
            const QRectF map(page.mapAt, report.picture.list.bounds.size() * page.mapScale);
            const QRectF inside(QPointF(), page.sizePt);
            EXPECT_TRUE(frame.adjusted(1, 1, -1, -1).contains(map))
                << cards << " cards on " << qPrintable(paper.toString());
            EXPECT_TRUE(inside.adjusted(27, 27, -27, -27).contains(frame)) << qPrintable(paper.toString());
        }
    }
}

TEST(Pdf, saysWhatTheSignsOnTheMapMean)
{
    const Blueprint blueprint = blueprintOf(R"(
        lane g stage=customer "Guest"
        lane f stage=frontstage "Floor"
        card a lane=g step=1 "Ask"
        card w lane=g step=2 kind=wait dur=5 "Wait"
        card p lane=g step=3 kind=payment money=9 end "Pay"
        card b lane=f step=1 "Listen"
        a ?> b beer
        b !> w beer
        a -> w
    )");
    const auto said = [&](const CheckResult& check) {
        const QtTextMeasurer measurer(printTypeface());
        const Picture picture = makePicture(blueprint, check, {}, true, printTheme(), measurer);
        QStringList words;
        for (const KeyEntry& entry : keyOf(blueprint, picture, check.findings, printTheme(), measurer)) {
            words += entry.words;
            EXPECT_FALSE(entry.sample.isEmpty()) << qPrintable(entry.words);
        }
        return words.join(u'|');
    };
    const QString signs = QStringLiteral("leads to|request|answer|wait|payment|end of the journey");
    EXPECT_EQ(said({}), signs);
    EXPECT_EQ(said(findings(2)), signs + QStringLiteral("|break in the service|risk"));
    CheckResult accepted = findings(1);
    accepted.findings.first().accepted = Acceptance();
    EXPECT_EQ(said(accepted), signs);

    const QtTextMeasurer measurer(printTypeface());
    for (const QStringView paper : {u"A3", u"fit"}) {
        const Report report = composeReport(blueprint, findings(2), *pageSetupFrom(paper), {}, measurer);
        const QString page = wordsOf(report.pages.first().items);
        EXPECT_TRUE(page.contains(QStringLiteral("leads to request answer wait payment"))) << qPrintable(page);
        EXPECT_FALSE(page.contains(QStringLiteral("hand-over"))) << qPrintable(page);
    }
}

TEST(Pdf, givesUpTheKeyRatherThanAPageOrReadableWords)
{
    const QtTextMeasurer measurer(printTypeface());
    int without = 0;
    for (int count = 0; count < 24; ++count) {
        const CheckResult check = findings(count);
        const Report report = composeReport(largeBlueprint(30), check, *pageSetupFrom(u"A3"), {}, measurer);
        const ReportPage& page = report.pages.first();
        const double bottom = page.sizePt.height() / page.scale;
        for (const DrawOp& op : page.items.first().ops) {
            const auto* text = std::get_if<TextOp>(&op);
            EXPECT_LT(text ? text->baseline.y() : 0, bottom - 28) << count;
        }
        without += !wordsOf(page.items).contains(QStringLiteral("hand-over of work"));
    }
    EXPECT_LT(without, 12) << "most pages have room for it";
}

TEST(Pdf, foreseesPagesAndTheSizeOfWords)
{
    const QtTextMeasurer measurer(printTypeface());
    const Blueprint blueprint = largeBlueprint(60);
    const CheckResult check = findings(20);
    const PageSetup small = *pageSetupFrom(u"A4");
    const Forecast forecast = foresee(blueprint, check, small, {}, measurer);
    EXPECT_EQ(forecast.pages, exported(blueprint, check, u"A4").pages);
    EXPECT_FALSE(forecast.isLegible);
    ASSERT_FALSE(forecast.enough.isEmpty());
    const Forecast better = foresee(blueprint, check, *pageSetupFrom(forecast.enough), {}, measurer);
    EXPECT_TRUE(better.isLegible) << qPrintable(forecast.enough);
    EXPECT_TRUE(better.enough.isEmpty());
    EXPECT_GT(better.smallestOnMapPt, forecast.smallestOnMapPt);
}

TEST(ReportFacts, neverBreakTheSubtitleBeforeItsDot)
{
    const Blueprint blueprint =
        blueprintOf("scenario \"From the first question to the keys\"\npersona \"Nadia, 31\"\n");
    const QtTextMeasurer measurer(printTypeface());
    for (int width = 60; width < 400; width += 7) {
        for (const QString& line : measurer.wrap(subtitleOf(blueprint), TextRole::ReportLead, width))
            EXPECT_FALSE(line.trimmed().startsWith(u'\u00b7')) << width;
    }
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

TEST(Pdf, numbersTheFindingsOfAPartAsTheWholeDoes)
{
    CheckResult check = findings(3);
    check.findings[2].evidence.first().element.id = QStringLiteral("b");
    ViewFilter filter;
    filter.hiddenLanes = {LaneId(QStringLiteral("g"))};
    PdfOptions options;
    options.excerpt = excerptOf(dinner(), check, filter, QStringLiteral("1 lane hidden"));
    ASSERT_EQ(options.excerpt->numbers, QList<int>{3});
    const QtTextMeasurer measurer(printTypeface());
    const Report report = composeReport(dinner(), check, *pageSetupFrom(u"A3"), options, measurer);
    const auto badges = [](const auto& items) {
        QStringList numbers;
        for (const DisplayItem& item : items) {
            for (const DrawOp& op : item.ops) {
                const auto* text = std::get_if<TextOp>(&op);
                if (text && text->role == TextRole::Badge)
                    numbers += text->text;
            }
        }
        return numbers;
    };
    EXPECT_EQ(badges(report.picture.list.items), QStringList{QStringLiteral("3")});
    for (const QString& number : badges(report.pages.first().items))
        EXPECT_EQ(number, QStringLiteral("3"));
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
