// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/layoutstyle.h"

namespace throughline::testing {

/// Measures without fonts, the same on every machine: every letter is half as wide as its size.
class FakeMeasurer : public TextMeasurer
{
public:
    [[nodiscard]] std::unique_ptr<TextMeasurer> clone() const override { return std::make_unique<FakeMeasurer>(); }
    [[nodiscard]] QStringList wrap(const QString& text, TextRole role, double widthPt) const override
    {
        const auto most = std::max<qsizetype>(qsizetype(widthPt / letter(role)), 1);
        QStringList lines;
        QString line;
        for (QString word : text.split(u' ', Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > most)
                lines += std::exchange(line, QString());
            for (; word.size() > most; word = word.mid(most))
                lines += word.left(most);
            line += line.isEmpty() ? word : u' ' + word;
        }
        if (!line.isEmpty())
            lines += line;
        return lines;
    }
    [[nodiscard]] double width(const QString& line, TextRole role) const override
    {
        return double(line.size()) * letter(role);
    }
    [[nodiscard]] double lineHeight(TextRole role) const override { return textStyle(role).sizePt * 1.25; }
    [[nodiscard]] double ascent(TextRole role) const override { return textStyle(role).sizePt; }

private:
    [[nodiscard]] static double letter(TextRole role) { return textStyle(role).sizePt / 2; }
};

} // namespace throughline::testing
