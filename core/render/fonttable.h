// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/typeface.h"

#include <QHash>
#include <QRawFont>

#include <vector>

namespace throughline {

/// Advances, kerning and glyphs of one role's font, kept for the letters of simple scripts: Latin, Greek and Cyrillic
/// without combining marks, where one character is one glyph. All lengths in units of 1/UnitsPerPoint pt. For one
/// thread.
class FontTable
{
public:
    FontTable(const Typeface& typeface, TextRole role);

    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] const QRawFont& rawFont() const { return m_raw; }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double ascent() const { return m_ascent; }

    /// True when the table can measure and draw the text itself.
    [[nodiscard]] bool isSimple(QStringView text);
    /// The advance of c after previous (null at the start of a line), kerning included. Simple characters only.
    [[nodiscard]] double advance(QChar previous, QChar c)
    {
        return letter(c).advance + (previous.isNull() ? 0 : kerning(previous, c));
    }
    [[nodiscard]] double kerning(QChar previous, QChar c);
    [[nodiscard]] quint32 glyph(QChar c) { return letter(c).glyph; }

private:
    struct Letter
    {
        double advance = 0;
        quint32 glyph = 0;
        bool known = false;
    };

    const Letter& letter(QChar c);

    QFont m_font;
    QRawFont m_raw;
    double m_lineHeight = 0;
    double m_ascent = 0;
    std::vector<Letter> m_letters;
    std::vector<float> m_asciiKerning;
    QHash<quint32, float> m_kerning;
};

} // namespace throughline
