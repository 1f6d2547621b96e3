// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/report.h"

#include "core/export/mapkey.h"
#include "core/export/reportfacts.h"
#include "core/layout/layoutstyle.h"

#include <QMap>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double DesignSidePt = 1190.55; // the longer side of the paper the report's texts are set for: A3
constexpr double SmallestScale = 0.83;   // of the report's texts, on A4 and smaller: keeps them above 7 pt
constexpr double LargestScale = 3;
constexpr double LongestSidePt = 14'400; // readers show no larger page (ISO 32000-1, annex C)
constexpr double LeastFitPt = 770;       // the frame of a page that grows to a small map
constexpr double LegiblePt = 7;
constexpr double NoteColumnPt = 236;
constexpr double NoteGapPt = 24;
constexpr double NoteTextPt = 26; // from a note's left edge to its text
constexpr double SidePt = 250;    // a column of notes beside a tall map
constexpr double FramePaddingPt = 8;
constexpr double FooterPt = 30;
constexpr double FigureGapPt = 14;
constexpr double TitleShare = 0.4;  // of the width, where the figures stand beside the title
constexpr double NotesShare = 0.34; // of the height below the head: what notes may take from the map at most

struct Block
{
    Note note;
    QStringList titleLines;
    QStringList textLines;
    double height = 0;
};

/// The smallest text of a picture. Names in capitals count by the height of small letters they equal.
double smallestText(const DisplayList& list)
{
    constexpr double CapitalsPerSmall = 1.35;
    double smallest = 1e9;
    for (const DisplayItem& item : list.items) {
        for (const DrawOp& op : item.ops) {
            if (const auto* text = std::get_if<TextOp>(&op)) {
                const double size = textStyle(text->role).sizePt;
                smallest = std::min(smallest, text->role == TextRole::LineName ? size * CapitalsPerSmall : size);
            }
        }
    }
    return smallest;
}

bool isLegible(double textPt)
{
    return textPt >= LegiblePt - 0.05;
}

/// What a report shows, whatever paper it comes on.
struct Contents
{
    Picture picture;
    QList<KeyEntry> key;
    QList<Figure> figures;
    QList<Note> notes;
    double smallestTextPt = 0; ///< of the picture
};

Contents contentsOf(const Blueprint& blueprint, const CheckResult& check, const PdfOptions& options,
                    const QtTextMeasurer& measurer)
{
    const std::optional<Excerpt>& part = options.excerpt;
    Contents contents;
    contents.picture = makePicture(blueprint, check, part, options.annotated, printTheme(), measurer);
    contents.smallestTextPt = smallestText(contents.picture.list);
    QList<Finding> findings;
    if (options.annotated) {
        const JourneyMetrics metrics = part ? journeyMetrics(blueprint) : contents.picture.metrics;
        contents.figures = figuresOf(metrics, check);
        contents.notes = part ? notesOf(part->check, part->numbers) : notesOf(check);
        findings = part ? part->check.findings : check.findings;
    }
    contents.key = keyOf(part ? part->blueprint : blueprint, contents.picture, findings, printTheme(), measurer);
    return contents;
}

class Composer
{
public:
    Composer(const Blueprint& blueprint, const Contents& contents, const PageSetup& setup, const PdfOptions& options,
             const QtTextMeasurer& measurer)
        : m_blueprint(blueprint),
          m_contents(contents),
          m_setup(setup),
          m_options(options),
          m_measurer(measurer),
          m_theme(printTheme())
    {
        m_report.picture = contents.picture;
        m_map = m_report.picture.list.bounds.size();
        const QSizeF size = setup.fit ? QSizeF(std::max(m_map.width(), LeastFitPt), 595) : setup.sizePt();
        m_scale = std::clamp(std::max(size.width(), size.height()) / DesignSidePt, SmallestScale, LargestScale);
        m_margin = setup.marginPt / std::min(m_scale, 1.0);
        m_pageWidth = size.width() / m_scale + (setup.fit ? 2 * (m_margin + FramePaddingPt) : 0);
        m_pageHeight = size.height() / m_scale;
    }

    /// The key of the map is left out where it would cost a page, or make the map's words too small to be read.
    Report compose()
    {
        layOut();
        const qsizetype pages = m_report.pages.size();
        const bool legible = isLegible(smallestOnPaper());
        m_hasKey = true;
        layOut();
        if (m_report.pages.size() > pages || (legible && !isLegible(smallestOnPaper()))) {
            m_hasKey = false;
            layOut();
        }
        finish();
        return std::move(m_report);
    }

private:
    /// All pages but their feet, from the start.
    void layOut()
    {
        m_report.pages.clear();
        m_report.warnings.clear();
        m_places.clear();
        m_nextBlock = 0;
        m_width = m_pageWidth;
        m_height = m_pageHeight;
        newPage();
        if (m_setup.fit)
            growToMap(head(false));
        else
            fitToPaper();
        while (m_nextBlock < m_blocks.size())
            continuation();
    }

    [[nodiscard]] double smallestOnPaper() const { return m_contents.smallestTextPt * m_report.pages.first().mapScale; }

    [[nodiscard]] double innerWidth() const { return m_width - 2 * m_margin; }
    [[nodiscard]] double bottom() const { return m_height - m_margin - FooterPt; }
    ReportPage& page() { return m_report.pages.last(); }

    void newPage()
    {
        ReportPage page;
        page.scale = m_scale;
        DisplayItem item;
        item.layer = Layer::Overlay;
        page.items += item;
        m_report.pages += page;
    }

    void add(const DrawOp& op) { page().items.last().ops += op; }

    /// Lines below each other from y on; returns where they end.
    double lines(const QStringList& text, TextRole role, double x, double y, Rgba colour,
                 TextOp::Align align = TextOp::Align::Left)
    {
        for (const QString& line : text) {
            add(TextOp{line, QPointF(x, y + m_measurer.ascent(role)), role, colour, align,
                       m_measurer.width(line, role)});
            y += m_measurer.lineHeight(role);
        }
        return y;
    }

    void rule(double x, double y, double width, double thicknessPt, Rgba colour)
    {
        add(RectOp{QRectF(x, y, width, thicknessPt), 0, colour, {}});
    }

    /// Title and figures; beneath each other, or side by side where the map needs the height. Returns where they end.
    double head(bool sideBySide)
    {
        const double width = sideBySide ? innerWidth() * TitleShare - NoteGapPt : innerWidth();
        double y = lines(m_measurer.wrap(titleOf(m_blueprint), TextRole::ReportTitle, width), TextRole::ReportTitle,
                         m_margin, m_margin, m_theme.ink);
        y = lines(m_measurer.wrap(subtitleOf(m_blueprint), TextRole::ReportLead, width), TextRole::ReportLead, m_margin,
                  y + 2, m_theme.muted);
        y = part(y, width);
        if (!m_options.annotated)
            return y + 16;
        const double left = sideBySide ? m_margin + innerWidth() * TitleShare : m_margin;
        return std::max(y, figures(left, sideBySide ? m_margin + 6 : y + 14)) + 16;
    }

    /// Says that the page shows a part, marked by a bar so that nobody passes it over. Returns where it ends.
    double part(double y, double width)
    {
        if (!m_options.excerpt)
            return y;
        constexpr double BarPt = 3;
        constexpr double IndentPt = 10;
        const QString figures = m_options.annotated ? u" The figures are those of the whole blueprint."_s : QString();
        const QStringList text =
            m_measurer.wrap(m_options.excerpt->sentence + figures, TextRole::ReportBody, width - IndentPt);
        const double end = lines(text, TextRole::ReportBody, m_margin + IndentPt, y + 8, m_theme.ink);
        rule(m_margin, y + 8, BarPt, end - y - 8, m_theme.warning);
        return end;
    }

    double figures(double left, double y)
    {
        const double all = m_width - m_margin - left;
        const auto count = double(m_contents.figures.size());
        const double width = (all - FigureGapPt * (count - 1)) / count;
        double end = y;
        double x = left;
        for (const Figure& figure : m_contents.figures) {
            rule(x, y, width, 1.5, m_theme.ink);
            double below = lines(m_measurer.wrap(figure.value, TextRole::ReportFigure, width), TextRole::ReportFigure,
                                 x, y + 8, m_theme.ink);
            below = lines(m_measurer.wrap(figure.caption, TextRole::ReportBody, width), TextRole::ReportBody, x, below,
                          m_theme.muted);
            end = std::max(end, below);
            x += width + FigureGapPt;
        }
        return end;
    }

    /// How the map is fitted below a head that ends at top.
    struct Fit
    {
        double scale = 0;
        bool beside = false; ///< the notes stand beside the map
    };

    [[nodiscard]] Fit fitBelow(double top)
    {
        const double available = bottom() - top; // the key takes from the map alone, so that it costs no page
        m_short = false;
        shapeBlocks(columnWidth());
        if (blocksHeight() + 16 > NotesShare * available) {
            m_short = true;
            shapeBlocks(columnWidth());
        }
        const double wanted = m_blocks.isEmpty() ? 0 : blocksHeight() + 16;
        const double below = wanted <= NotesShare * available ? wanted : rowsWithin(NotesShare * available);
        const double most = 1.25 / m_scale;
        const double belowScale =
            std::min({(innerWidth() - 2 * FramePaddingPt) / m_map.width(),
                      (available - below - keyHeight(innerWidth()) - 2 * FramePaddingPt) / m_map.height(), most});
        if (m_blocks.isEmpty())
            return {belowScale, false};
        const double besideScale = std::min(
            {(innerWidth() - SidePt - NoteGapPt - 2 * FramePaddingPt) / m_map.width(),
             (available - keyHeight(innerWidth() - SidePt - NoteGapPt) - 2 * FramePaddingPt) / m_map.height(), most});
        return besideScale > belowScale * 1.03 ? Fit{besideScale, true} : Fit{belowScale, false};
    }

    /// Breaks the notes for a column of that width.
    void shapeBlocks(double width)
    {
        m_blocks.clear();
        for (const Note& note : m_contents.notes) {
            Block block;
            block.note = note;
            block.titleLines = m_measurer.wrap(note.title, TextRole::ReportHeading, width - NoteTextPt);
            block.textLines =
                m_measurer.wrap(m_short ? note.shortText : note.text, TextRole::ReportBody, width - NoteTextPt);
            block.height = double(block.titleLines.size()) * m_measurer.lineHeight(TextRole::ReportHeading) + 2 +
                           double(block.textLines.size()) * m_measurer.lineHeight(TextRole::ReportBody) + 12;
            m_blocks += block;
        }
    }

    [[nodiscard]] int columns() const
    {
        return std::max(1, int((innerWidth() + NoteGapPt) / (NoteColumnPt + NoteGapPt)));
    }
    [[nodiscard]] double columnWidth() const { return (innerWidth() - NoteGapPt * (columns() - 1)) / columns(); }

    [[nodiscard]] double rowHeight(qsizetype first, int count) const
    {
        double height = 0;
        for (qsizetype i = first; i < std::min(first + count, m_blocks.size()); ++i)
            height = std::max(height, m_blocks[i].height);
        return height;
    }

    [[nodiscard]] double blocksHeight() const
    {
        double height = 0;
        for (qsizetype i = 0; i < m_blocks.size(); i += columns())
            height += rowHeight(i, columns());
        return height;
    }

    /// The height of the rows of notes that fit into height, at least one.
    [[nodiscard]] double rowsWithin(double height) const
    {
        double used = 16 + rowHeight(0, columns());
        for (qsizetype i = columns(); i < m_blocks.size(); i += columns()) {
            const double row = rowHeight(i, columns());
            if (used + row > height)
                break;
            used += row;
        }
        return used;
    }

    /// As many rows of notes as fit above limit, side by side in reading order; returns where they end.
    double placeRows(double y, double limit, int count, double left, double width)
    {
        while (m_nextBlock < m_blocks.size()) {
            const double height = rowHeight(m_nextBlock, count);
            if (y + height - 12 > limit && y > m_margin + 80)
                break;
            for (int c = 0; c < count && m_nextBlock < m_blocks.size(); ++c)
                place(m_blocks[m_nextBlock++], left + c * (width + NoteGapPt), y, width);
            y += height;
        }
        return y;
    }

    void place(const Block& block, double x, double y, double width)
    {
        const QString number = QString::number(block.note.number);
        const double radius = 9;
        const double pill = std::max(2 * radius, m_measurer.width(number, TextRole::Badge) + 10);
        const QRectF badge(x, y - 2, pill, 2 * radius);
        add(RectOp{badge, radius, m_theme.of(block.note.severity), {}});
        const double baseline =
            badge.center().y() + m_measurer.ascent(TextRole::Badge) - m_measurer.lineHeight(TextRole::Badge) / 2;
        add(TextOp{number, QPointF(badge.center().x(), baseline), TextRole::Badge, m_theme.badgeText,
                   TextOp::Align::Centre, m_measurer.width(number, TextRole::Badge)});
        double end = lines(block.titleLines, TextRole::ReportHeading, x + NoteTextPt, y, m_theme.ink);
        end = lines(block.textLines, TextRole::ReportBody, x + NoteTextPt, end + 2, m_theme.muted);
        const int index = int(m_report.pages.size()) - 1;
        m_places.insert(block.note.number, {index, onPaper(QRectF(x, y - 2, width, end - y + 2)), onPaper(badge)});
    }

    [[nodiscard]] QRectF onPaper(const QRectF& rect) const { return {rect.topLeft() * m_scale, rect.size() * m_scale}; }

    void frame(const QRectF& rect)
    {
        add(RectOp{rect, 8, m_theme.paper, {m_theme.hairline, 0.75, Stroke::Dash::Solid}});
    }

    /// The signs of the map below a frame that ends at y and is width wide, line by line; returns where they end.
    double key(double y, double width, bool draws)
    {
        constexpr double AbovePt = 6;
        constexpr double GapPt = 5; // from a sign to its words
        constexpr double BetweenPt = 16;
        constexpr double LinePt = KeySamplePt + 2;
        if (!m_hasKey || m_contents.key.isEmpty())
            return y;
        double x = 0;
        y += AbovePt;
        for (const KeyEntry& entry : m_contents.key) {
            const double words = m_measurer.width(entry.words, TextRole::ReportSmall);
            const double wide = entry.widthPt + GapPt + words;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += LinePt;
            }
            if (draws) {
                const double top = y + (KeySamplePt - m_measurer.lineHeight(TextRole::ReportSmall)) / 2;
                for (const DrawOp& op : entry.sample)
                    add(moved(op, {m_margin + x, y}));
                lines({entry.words}, TextRole::ReportSmall, m_margin + x + entry.widthPt + GapPt, top, m_theme.muted);
            }
            x += wide + BetweenPt;
        }
        return y + LinePt;
    }

    [[nodiscard]] double keyHeight(double width) { return key(0, width, false); }

    void setMap(const QPointF& at, double scale)
    {
        page().hasMap = true;
        page().mapAt = at * m_scale;
        page().mapScale = scale * m_scale;
    }

    void fitToPaper()
    {
        const double stacked = fitBelow(head(false)).scale;
        page().items.last().ops.clear();
        const double sideBySide = m_options.annotated ? fitBelow(head(true)).scale : 0;
        page().items.last().ops.clear();
        const double top = head(sideBySide > stacked * 1.03);
        const auto [scale, beside] = fitBelow(top);
        const double frameHeight = m_map.height() * scale + 2 * FramePaddingPt;
        const double frameWidth = beside ? innerWidth() - SidePt - NoteGapPt : innerWidth();
        frame(QRectF(m_margin, top, frameWidth, frameHeight));
        setMap({m_margin + (frameWidth - m_map.width() * scale) / 2, top + FramePaddingPt}, scale);
        const double below = key(top + frameHeight, frameWidth, true);
        if (beside) {
            shapeBlocks(SidePt);
            placeRows(top + 4, bottom(), 1, m_width - m_margin - SidePt, SidePt);
        } else {
            placeRows(below + 16, bottom(), columns(), m_margin, columnWidth());
        }
        if (m_contents.notes.isEmpty() && m_options.annotated)
            nothingFound(below + 16);
    }

    void growToMap(double top)
    {
        shapeBlocks(columnWidth());
        const double notes = m_blocks.isEmpty() ? 28 : blocksHeight() + 16;
        const double around = top + 2 * FramePaddingPt + keyHeight(innerWidth()) + 16 + notes + FooterPt + m_margin;
        double scale = 1 / m_scale;
        const double most = LongestSidePt / m_scale;
        if (m_width > most || around + m_map.height() * scale > most) {
            scale = std::min({scale, (std::min(m_width, most) - 2 * m_margin - 2 * FramePaddingPt) / m_map.width(),
                              std::max(most - around, most / 2) / m_map.height()});
            m_report.warnings += u"The blueprint is larger than the largest page a PDF may have; it was made smaller"_s;
        }
        m_width = std::min(m_width, most);
        m_height = std::min(around + m_map.height() * scale, most);
        const double frameHeight = m_map.height() * scale + 2 * FramePaddingPt;
        frame(QRectF(m_margin, top, innerWidth(), frameHeight));
        setMap({m_margin + (innerWidth() - m_map.width() * scale) / 2, top + FramePaddingPt}, scale);
        const double below = key(top + frameHeight, innerWidth(), true);
        placeRows(below + 16, bottom(), columns(), m_margin, columnWidth());
        if (m_contents.notes.isEmpty() && m_options.annotated)
            nothingFound(below + 12);
    }

    void nothingFound(double y)
    {
        if (y + m_measurer.lineHeight(TextRole::ReportBody) < bottom() + 12)
            lines({m_options.excerpt
                       ? u"In this part the check found nothing that breaks the service for the customer."_s
                       : u"The check found nothing that breaks the service for the customer."_s},
                  TextRole::ReportBody, m_margin, y, m_theme.muted);
    }

    void continuation()
    {
        newPage();
        double y = lines({u"Findings, continued"_s}, TextRole::ReportFigure, m_margin, m_margin, m_theme.ink);
        shapeBlocks(columnWidth());
        placeRows(y + 14, bottom(), columns(), m_margin, columnWidth());
    }

    void finish()
    {
        const int count = int(m_report.pages.size());
        for (int i = 0; i < count; ++i) {
            ReportPage& sheet = m_report.pages[i];
            sheet.sizePt = QSizeF(m_width, m_height) * m_scale;
            DisplayItem footer;
            footer.layer = Layer::Overlay;
            sheet.items += footer;
            DisplayItem& item = sheet.items.last();
            const double y = m_height - m_margin - 14;
            const auto text = [&](const QString& line, double x, TextOp::Align align) {
                item.ops += TextOp{line,
                                   QPointF(x, y + m_measurer.ascent(TextRole::ReportSmall)),
                                   TextRole::ReportSmall,
                                   m_theme.muted,
                                   align,
                                   m_measurer.width(line, TextRole::ReportSmall)};
            };
            item.ops += RectOp{QRectF(m_margin, y - 6, innerWidth(), 0.5), 0, m_theme.hairline, {}};
            const QString shown = m_options.excerpt ? u" \u00b7 "_s + m_options.excerpt->words : QString();
            text(footerOf(m_blueprint, m_options.date) + shown, m_margin, TextOp::Align::Left);
            text(u"%1 of %2"_s.arg(i + 1).arg(count), m_width - m_margin, TextOp::Align::Right);
            for (DisplayItem& drawn : sheet.items)
                drawn.bounds = QRectF(0, 0, m_width, m_height);
        }
        link();
        judgeText();
    }

    /// Callouts on the map to their sentences and back, and the table of contents.
    void link()
    {
        const ReportPage& first = m_report.pages.first();
        Bookmark root{titleOf(m_blueprint), 0, QPointF(0, 0), {}};
        QMap<int, QRectF> callouts;
        const auto onPaper = [&](const QRectF& rect) {
            return QRectF(first.mapAt + (rect.topLeft() - m_report.picture.list.bounds.topLeft()) * first.mapScale,
                          rect.size() * first.mapScale);
        };
        for (const DisplayItem& item : m_report.picture.list.items) {
            for (const ItemLink& leads : item.links)
                m_report.links += ReportLink{0, onPaper(leads.rect), 0, {}, leads.address, leads.name};
            if (item.layer != Layer::Badge)
                continue;
            for (qsizetype i = 0; i + 1 < item.ops.size(); ++i) {
                const auto* pill = std::get_if<RectOp>(&item.ops[i]);
                const auto* number = std::get_if<TextOp>(&item.ops[i + 1]);
                if (!pill || !number || !m_places.contains(number->text.toInt()))
                    continue;
                const QRectF onMap(first.mapAt + pill->rect.topLeft() * first.mapScale,
                                   pill->rect.size() * first.mapScale);
                const Place& place = m_places[number->text.toInt()];
                m_report.links += ReportLink{0, onMap, place.page, place.area.topLeft(), {}, {}};
                if (!callouts.contains(number->text.toInt()))
                    callouts.insert(number->text.toInt(), onMap);
            }
        }
        for (const Note& note : m_contents.notes) {
            const Place& place = m_places[note.number];
            if (const auto callout = callouts.constFind(note.number); callout != callouts.constEnd())
                m_report.links += ReportLink{place.page, place.area, 0, callout->topLeft() - QPointF(40, 40), {}, {}};
            root.children +=
                Bookmark{u"%1  %2"_s.arg(note.number).arg(note.title), place.page, place.area.topLeft(), {}};
        }
        m_report.bookmarks += root;
    }

    /// The smallest text on the paper.
    void judgeText()
    {
        const double smallest = smallestOnPaper();
        const double own = textStyle(TextRole::ReportSmall).sizePt * m_scale;
        m_report.smallestOnMapPt = smallest;
        m_report.smallestTextPt = std::min(smallest, own);
        if (isLegible(smallest))
            return;
        m_report.warnings +=
            u"The smallest text on the map is %1 pt on this paper, too small to read in print; choose larger "
            "paper or the page that grows to the blueprint"_s.arg(smallest, 0, 'f', 1);
    }

    struct Place
    {
        int page = 0;
        QRectF area;
        QRectF badge;
    };

    const Blueprint& m_blueprint;
    const Contents& m_contents;
    const PageSetup& m_setup;
    const PdfOptions& m_options;
    const QtTextMeasurer& m_measurer;
    const Theme& m_theme;
    Report m_report;
    QList<Block> m_blocks;
    qsizetype m_nextBlock = 0;
    bool m_short = false; ///< notes leave out why it matters, for want of room
    QMap<int, Place> m_places;
    QSizeF m_map;
    bool m_hasKey = false;
    double m_scale = 1;
    double m_pageWidth = 0; ///< before the page grows to the map
    double m_pageHeight = 0;
    double m_width = 0;
    double m_height = 0;
    double m_margin = 0;
};

} // namespace

Report composeReport(const Blueprint& blueprint, const CheckResult& check, const PageSetup& page,
                     const PdfOptions& options, const QtTextMeasurer& measurer)
{
    const Contents contents = contentsOf(blueprint, check, options, measurer);
    return Composer(blueprint, contents, page, options, measurer).compose();
}

Forecast foresee(const Blueprint& blueprint, const CheckResult& check, const PageSetup& page, const PdfOptions& options,
                 const QtTextMeasurer& measurer)
{
    const Contents contents = contentsOf(blueprint, check, options, measurer);
    const auto reportOn = [&](const PageSetup& setup) {
        return Composer(blueprint, contents, setup, options, measurer).compose();
    };
    const Report report = reportOn(page);
    Forecast forecast{int(report.pages.size()), report.smallestOnMapPt, isLegible(report.smallestOnMapPt), {}};
    if (forecast.isLegible || page.fit)
        return forecast;
    for (const QString& name : {u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s, u"fit"_s}) {
        const Result<PageSetup> larger = pageSetupFrom(name, page.landscape);
        const bool isLarger = larger && (larger->fit || larger->paperPt.width() > page.paperPt.width());
        if (isLarger && isLegible(reportOn(*larger).smallestOnMapPt)) {
            forecast.enough = name;
            break;
        }
    }
    return forecast;
}

} // namespace throughline
