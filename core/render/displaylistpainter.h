// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/typeface.h"
#include "core/scene/displaylist.h"

#include <QTransform>

#include <memory>

class QPainter;

namespace throughline {

class ImageSource;

/// How much of a picture is drawn: everything; shapes without card text; flat rectangles and hairlines.
enum class Detail { Full, Shapes, Flat };

/// The detail that suits a scale (device pixels a point): Full from 0.4, Shapes from 0.1.
[[nodiscard]] Detail detailFor(double scale);

/// Paints display items with a QPainter whose coordinates are points. Keeps shaped text from call to call, so keep it
/// alive and use it in one thread only.
class DisplayListPainter
{
public:
    /// How text is drawn: as shaped glyphs, fastest on pixels; or as text, for devices that keep it (PDF).
    enum class Text { Glyphs, Characters };

    explicit DisplayListPainter(const Typeface& typeface, Text text = Text::Glyphs);
    ~DisplayListPainter();
    DisplayListPainter(DisplayListPainter&&) noexcept;
    DisplayListPainter& operator=(DisplayListPainter&&) noexcept;

    /// Where pictures are found; not owned. Without one, each is crossed out.
    void setImages(ImageSource* images) { m_images = images; }

    /// Paints the items that touch clip (in points; null: all), in order. Leaves the painter as it was.
    void paint(const QList<DisplayItem>& items, QPainter& painter, const QRectF& clip = {},
               Detail detail = Detail::Full) const;
    void paint(const DisplayItem& item, QPainter& painter, Detail detail = Detail::Full) const;

private:
    class Cache;
    std::unique_ptr<Cache> m_cache;
    ImageSource* m_images = nullptr;
};

} // namespace throughline
