// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/typeface.h"

#include <memory>

namespace throughline {

/// Measures text with the fonts of a typeface, independent of device and hinting. Needs a QGuiApplication. Caches
/// advances of simple text; not for use in two threads at once: give each thread its own.
class QtTextMeasurer : public TextMeasurer
{
public:
    explicit QtTextMeasurer(const Typeface& typeface);
    ~QtTextMeasurer() override;

    [[nodiscard]] const Typeface& typeface() const;
    [[nodiscard]] std::unique_ptr<TextMeasurer> clone() const override;
    [[nodiscard]] QStringList wrap(const QString& text, TextRole role, double widthPt) const override;
    [[nodiscard]] double width(const QString& line, TextRole role) const override;
    [[nodiscard]] double lineHeight(TextRole role) const override;
    [[nodiscard]] double ascent(TextRole role) const override;

private:
    class Fonts;
    std::unique_ptr<Fonts> m_fonts;
};

} // namespace throughline
