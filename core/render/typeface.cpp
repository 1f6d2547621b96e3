// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/typeface.h"

#include "core/layout/layoutstyle.h"

#include <QFontDatabase>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

Typeface firstOf(const QStringList& families)
{
    for (const QString& family : families) {
        if (QFontDatabase::hasFamily(family))
            return {family, 0};
    }
    return {QFontDatabase::systemFont(QFontDatabase::GeneralFont).family(), 0};
}

} // namespace

Typeface screenTypeface()
{
    return firstOf({u"Inter"_s, u"Cantarell"_s, u"Noto Sans"_s, u"Liberation Sans"_s, u"DejaVu Sans"_s});
}

Typeface printTypeface()
{
    return firstOf({u"Liberation Sans"_s, u"Arimo"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
}

QFont fontOf(const Typeface& typeface, TextRole role)
{
    const TextStyle style = textStyle(role);
    QFont font(typeface.family);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(int(std::lround(style.sizePt * UnitsPerPoint)));
    font.setWeight(QFont::Weight(std::clamp(style.weight + typeface.heavier, 100, 900)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace throughline
