// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/displaylistpainter.h"

#include "core/render/fonttable.h"
#include "core/render/imagesource.h"
#include "core/render/palette.h"

#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <array>

namespace throughline {

namespace {

constexpr double FullScale = 0.4;
constexpr double ShapesScale = 0.1;
constexpr qsizetype MostTexts = 40'000; // kept; a screen shows some hundreds

/// Text that stays readable when cards have become blocks.
bool isHeading(TextRole role)
{
    return role == TextRole::LaneName || role == TextRole::PhaseName || role == TextRole::LineName;
}

QPainterPath pathOf(const PathOp& op)
{
    QPainterPath path;
    for (const PathOp::Segment& segment : op.segments) {
        switch (segment.kind) {
        case PathOp::Segment::Kind::Move:
            path.moveTo(segment.to);
            break;
        case PathOp::Segment::Kind::Line:
            path.lineTo(segment.to);
            break;
        case PathOp::Segment::Kind::Curve:
            path.cubicTo(segment.control1, segment.control2, segment.to);
            break;
        case PathOp::Segment::Kind::Close:
            path.closeSubpath();
            break;
        }
    }
    return path;
}

QPen penOf(const Stroke& stroke, Detail detail)
{
    if (stroke.widthPt <= 0)
        return Qt::NoPen;
    QPen pen(toColor(stroke.colour));
    pen.setWidthF(detail == Detail::Flat ? 0 : stroke.widthPt);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (stroke.dash == Stroke::Dash::Dashed && detail != Detail::Flat)
        pen.setDashPattern({5 / stroke.widthPt, 3.5 / stroke.widthPt});
    else if (stroke.dash == Stroke::Dash::Dotted && detail != Detail::Flat)
        pen.setDashPattern({1.5 / stroke.widthPt, 3 / stroke.widthPt});
    return pen;
}

QBrush brushOf(Rgba fill)
{
    return (fill >> 24) == 0 ? QBrush(Qt::NoBrush) : QBrush(toColor(fill));
}

void paintRect(const RectOp& op, QPainter& painter, Detail detail)
{
    if (detail == Detail::Flat) {
        painter.fillRect(op.rect, toColor(op.fill));
        return;
    }
    painter.setPen(penOf(op.stroke, detail));
    painter.setBrush(brushOf(op.fill));
    const double radius = std::min({op.radiusPt, op.rect.width() / 2, op.rect.height() / 2});
    if (radius > 0)
        painter.drawRoundedRect(op.rect, radius, radius);
    else if (op.stroke.widthPt <= 0)
        painter.fillRect(op.rect, toColor(op.fill));
    else
        painter.drawRect(op.rect);
}

void paintPath(const PathOp& op, QPainter& painter, Detail detail)
{
    painter.setPen(penOf(op.stroke, detail));
    painter.setBrush(brushOf(op.fill));
    painter.drawPath(pathOf(op));
}

void paintImage(const ImageOp& op, ImageSource* images, QPainter& painter)
{
    const FoundImage found = images ? images->find(op.target) : FoundImage{{}, true};
    if (found.missing) {
        painter.setPen(QPen(toColor(op.ink), 1));
        painter.drawLine(op.rect.topLeft(), op.rect.bottomRight());
        painter.drawLine(op.rect.bottomLeft(), op.rect.topRight());
        return;
    }
    if (found.image.isNull())
        return;
    QRectF place({}, QSizeF(found.image.size()).scaled(op.rect.size(), Qt::KeepAspectRatio));
    place.moveCenter(op.rect.center());
    painter.save();
    painter.setOpacity(op.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, found.image);
    painter.restore();
}

} // namespace

Detail detailFor(double scale)
{
    if (scale >= FullScale)
        return Detail::Full;
    return scale >= ShapesScale ? Detail::Shapes : Detail::Flat;
}

class DisplayListPainter::Cache
{
public:
    Cache(const Typeface& typeface, Text text) : m_typeface(typeface), m_text(text) {}

    void paintText(const TextOp& op, QPainter& painter)
    {
        double x = op.baseline.x();
        if (op.align == TextOp::Align::Centre)
            x -= op.widthPt / 2;
        else if (op.align == TextOp::Align::Right)
            x -= op.widthPt;
        const QTransform before = painter.worldTransform();
        painter.translate(x, op.baseline.y());
        painter.scale(1.0 / UnitsPerPoint, 1.0 / UnitsPerPoint);
        painter.setPen(toColor(op.colour));
        if (m_text == Text::Characters) {
            painter.setFont(table(op.role).font());
            painter.drawText(QPointF(0, 0), op.text);
        } else {
            for (const QGlyphRun& run : glyphs(op))
                painter.drawGlyphRun(QPointF(0, 0), run);
        }
        painter.setWorldTransform(before);
    }

private:
    using Key = std::pair<QString, int>;

    FontTable& table(TextRole role)
    {
        std::unique_ptr<FontTable>& table = m_tables[size_t(role)];
        if (!table)
            table = std::make_unique<FontTable>(m_typeface, role);
        return *table;
    }

    const QList<QGlyphRun>& glyphs(const TextOp& op)
    {
        const Key key(op.text, int(op.role));
        const auto found = m_shaped.constFind(key);
        if (found != m_shaped.constEnd())
            return *found;
        if (m_shaped.size() >= MostTexts)
            m_shaped.clear();
        FontTable& font = table(op.role);
        return *m_shaped.insert(key, font.isSimple(op.text) ? simpleRun(font, op.text) : shapedRuns(font, op.text));
    }

    static QList<QGlyphRun> simpleRun(FontTable& font, const QString& text)
    {
        QList<quint32> indexes;
        QList<QPointF> positions;
        double x = 0;
        QChar previous;
        for (const QChar c : text) {
            if (!previous.isNull())
                x += font.kerning(previous, c);
            indexes += font.glyph(c);
            positions += QPointF(x, 0);
            x += font.advance({}, c);
            previous = c;
        }
        QGlyphRun run;
        run.setRawFont(font.rawFont());
        run.setGlyphIndexes(indexes);
        run.setPositions(positions);
        return {run};
    }

    static QList<QGlyphRun> shapedRuns(FontTable& font, const QString& text)
    {
        QTextLayout layout(text, font.font());
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setNumColumns(int(text.size()));
        layout.endLayout();
        QList<QGlyphRun> runs = layout.glyphRuns();
        for (QGlyphRun& run : runs) {
            QList<QPointF> positions = run.positions();
            for (QPointF& position : positions)
                position.ry() -= line.ascent();
            run.setPositions(positions);
        }
        return runs;
    }

    const Typeface m_typeface;
    const Text m_text;
    std::array<std::unique_ptr<FontTable>, TextRoleCount> m_tables;
    QHash<Key, QList<QGlyphRun>> m_shaped;
};

DisplayListPainter::DisplayListPainter(const Typeface& typeface, Text text)
    : m_cache(std::make_unique<Cache>(typeface, text))
{
}

DisplayListPainter::~DisplayListPainter() = default;
DisplayListPainter::DisplayListPainter(DisplayListPainter&&) noexcept = default;
DisplayListPainter& DisplayListPainter::operator=(DisplayListPainter&&) noexcept = default;

void DisplayListPainter::paint(const QList<DisplayItem>& items, QPainter& painter, const QRectF& clip,
                               Detail detail) const
{
    for (const DisplayItem& item : items) {
        if (clip.isNull() || item.bounds.intersects(clip))
            paint(item, painter, detail);
    }
}

void DisplayListPainter::paint(const DisplayItem& item, QPainter& painter, Detail detail) const
{
    painter.setRenderHint(QPainter::Antialiasing, detail != Detail::Flat);
    for (const DrawOp& op : item.ops) {
        if (const auto* rect = std::get_if<RectOp>(&op)) {
            paintRect(*rect, painter, detail);
        } else if (const auto* path = std::get_if<PathOp>(&op)) {
            paintPath(*path, painter, detail);
        } else if (const auto* image = std::get_if<ImageOp>(&op)) {
            if (detail == Detail::Full)
                paintImage(*image, m_images, painter);
        } else {
            const auto& text = std::get<TextOp>(op);
            if (detail == Detail::Full || isHeading(text.role))
                m_cache->paintText(text, painter);
        }
    }
}

} // namespace throughline
