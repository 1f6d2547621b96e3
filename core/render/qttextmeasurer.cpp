// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/qttextmeasurer.h"

#include "core/render/fonttable.h"

#include <QTextLayout>
#include <QTextOption>

#include <array>

namespace throughline {

class QtTextMeasurer::Fonts
{
public:
    explicit Fonts(const Typeface& face) : typeface(face) {}

    FontTable& of(TextRole role)
    {
        std::unique_ptr<FontTable>& table = m_tables[size_t(role)];
        if (!table)
            table = std::make_unique<FontTable>(typeface, role);
        return *table;
    }

    const Typeface typeface;

private:
    std::array<std::unique_ptr<FontTable>, TextRoleCount> m_tables;
};

namespace {

double widthOf(FontTable& table, QStringView line)
{
    double width = 0;
    QChar previous;
    for (const QChar c : line) {
        width += table.advance(previous, c);
        previous = c;
    }
    return width;
}

bool breaksAfter(QChar c)
{
    return c == u'-' || c == u'/' || c == u'\u2013' || c == u'\u2014';
}

/// Where the line that begins at start ends, and where the next one begins.
std::pair<qsizetype, qsizetype> lineEnd(FontTable& table, QStringView text, qsizetype start, double width)
{
    double x = 0;
    QChar previous;
    qsizetype end = -1;
    qsizetype next = -1;
    for (qsizetype i = start; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u' ') {
            end = i;
            next = i + 1;
        }
        x += table.advance(previous, c);
        if (x > width && c != u' ') {
            if (end > start)
                return {end, next};
            const qsizetype cut = std::max(i, start + 1);
            return {cut, cut};
        }
        if (breaksAfter(c) && i + 1 < text.size()) {
            end = i + 1;
            next = i + 1;
        }
        previous = c;
    }
    return {text.size(), text.size()};
}

/// Adds the lines of a part of text; one that is all of text, which most are, is text itself.
void wrapSimple(FontTable& table, const QString& text, QStringView part, double width, QStringList& lines)
{
    for (qsizetype start = 0; start < part.size();) {
        const auto [end, next] = lineEnd(table, part, start, width);
        const QStringView line = part.sliced(start, end - start).trimmed();
        lines += line.size() == text.size() ? text : line.toString();
        start = next;
    }
}

void wrapShaped(const QFont& font, const QString& text, double width, QStringList& lines)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const QString part = text.mid(line.textStart(), line.textLength()).trimmed();
        if (!part.isEmpty())
            lines += part;
    }
    layout.endLayout();
}

double shapedWidth(const QFont& font, const QString& text)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(int(text.size()));
    layout.endLayout();
    return line.naturalTextWidth();
}

} // namespace

QtTextMeasurer::QtTextMeasurer(const Typeface& typeface) : m_fonts(std::make_unique<Fonts>(typeface)) {}

QtTextMeasurer::~QtTextMeasurer() = default;

const Typeface& QtTextMeasurer::typeface() const
{
    return m_fonts->typeface;
}

std::unique_ptr<TextMeasurer> QtTextMeasurer::clone() const
{
    return std::make_unique<QtTextMeasurer>(typeface());
}

QStringList QtTextMeasurer::wrap(const QString& text, TextRole role, double widthPt) const
{
    FontTable& table = m_fonts->of(role);
    const double width = std::max(widthPt, 1.0) * UnitsPerPoint;
    QStringList lines;
    for (const QStringView paragraph : QStringView(text).tokenize(u'\n')) {
        if (table.isSimple(paragraph))
            wrapSimple(table, text, paragraph, width, lines);
        else
            wrapShaped(table.font(), paragraph.toString(), width, lines);
    }
    return lines;
}

double QtTextMeasurer::width(const QString& line, TextRole role) const
{
    FontTable& table = m_fonts->of(role);
    return (table.isSimple(line) ? widthOf(table, line) : shapedWidth(table.font(), line)) / UnitsPerPoint;
}

double QtTextMeasurer::lineHeight(TextRole role) const
{
    return m_fonts->of(role).lineHeight() / UnitsPerPoint;
}

double QtTextMeasurer::ascent(TextRole role) const
{
    return m_fonts->of(role).ascent() / UnitsPerPoint;
}

} // namespace throughline
