// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/fonttable.h"

#include "core/layout/layoutstyle.h"

#include <QFontMetricsF>

#include <cmath>
#include <limits>

namespace throughline {

namespace {

constexpr char16_t SimpleEnd = 0x0590; // behind Latin, Greek, Cyrillic and Armenian
constexpr char16_t PunctuationStart = 0x2010;
constexpr char16_t PunctuationEnd = 0x2060;
constexpr size_t Letters = SimpleEnd + (PunctuationEnd - PunctuationStart) + 2; // and the euro and the arrow
constexpr int AsciiStart = 32;
constexpr int AsciiCount = 95;
/// Lines stand this far apart, in sizes of the font, whatever the face says: so pages keep their rhythm across faces.
constexpr double LineSpacing = 1.28;

/// Where a character stands in the table, or -1.
int indexOf(QChar c)
{
    const char16_t code = c.unicode();
    if (code < SimpleEnd)
        return code >= 0x20 && (code < 0x0300 || code > 0x036F) && code != 0xAD ? code : -1;
    if (code >= PunctuationStart && code < PunctuationEnd && (code < 0x2028 || code > 0x202F))
        return SimpleEnd + code - PunctuationStart;
    if (code == 0x20AC)
        return int(Letters) - 2;
    return code == 0x2192 ? int(Letters) - 1 : -1;
}

} // namespace

FontTable::FontTable(const Typeface& typeface, TextRole role)
    : m_font(fontOf(typeface, role)),
      m_raw(QRawFont::fromFont(m_font)),
      m_letters(Letters),
      m_asciiKerning(size_t(AsciiCount * AsciiCount), std::numeric_limits<float>::quiet_NaN())
{
    const TextStyle style = textStyle(role);
    m_lineHeight = std::round(style.sizePt * LineSpacing * 4) / 4 * UnitsPerPoint;
    const double content = m_raw.ascent() + m_raw.descent();
    m_ascent = (m_lineHeight - content) / 2 + m_raw.ascent();
}

const FontTable::Letter& FontTable::letter(QChar c)
{
    Letter& letter = m_letters[size_t(indexOf(c))];
    if (!letter.known) {
        letter.known = true;
        const QList<quint32> glyphs = m_raw.glyphIndexesForString(QString(c));
        letter.glyph = glyphs.value(0);
        letter.advance = QFontMetricsF(m_font).horizontalAdvance(c);
    }
    return letter;
}

bool FontTable::isSimple(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [this](QChar c) { return indexOf(c) >= 0 && letter(c).glyph != 0; });
}

double FontTable::kerning(QChar previous, QChar c)
{
    const int row = previous.unicode() - AsciiStart;
    const int column = c.unicode() - AsciiStart;
    const auto measure = [&] {
        const double pair = QFontMetricsF(m_font).horizontalAdvance(QString(previous) + c);
        return float(pair - letter(previous).advance - letter(c).advance);
    };
    if (row >= 0 && row < AsciiCount && column >= 0 && column < AsciiCount) {
        float& kept = m_asciiKerning[size_t(row * AsciiCount + column)];
        if (std::isnan(kept))
            kept = measure();
        return double(kept);
    }
    const quint32 key = quint32(previous.unicode()) << 16 | c.unicode();
    const auto found = m_kerning.constFind(key);
    return double(found != m_kerning.constEnd() ? *found : *m_kerning.insert(key, measure()));
}

} // namespace throughline
