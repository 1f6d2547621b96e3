// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numberspattern.h"

#include <QPainter>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

constexpr int TilePx = 6;
/// Tiles are painted so much larger and shown so much smaller: sharp on screens of every density.
constexpr int Oversampling = 4;

QImage emptyTile(const QColor& ground)
{
    QImage tile(TilePx * Oversampling, TilePx * Oversampling, QImage::Format_ARGB32_Premultiplied);
    tile.fill(ground);
    return tile;
}

QImage hatchTile(const QColor& ink, const QColor& ground)
{
    QImage tile = emptyTile(ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(Oversampling, Oversampling);
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::FlatCap));
    for (const int shift : {-TilePx, 0, TilePx})
        painter.drawLine(QPointF(shift - 1, TilePx + 1), QPointF(shift + TilePx + 1, -1));
    return tile;
}

QImage dotTile(const QColor& ink, const QColor& ground)
{
    QImage tile = emptyTile(ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(Oversampling, Oversampling);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    constexpr double Radius = 1.3;
    for (const QPointF& centre : {QPointF(TilePx / 4.0, TilePx / 4.0), QPointF(TilePx * 0.75, TilePx * 0.75)})
        painter.drawEllipse(centre, Radius, Radius);
    return tile;
}

} // namespace

NumbersPattern::NumbersPattern(QQuickItem* parent) : QQuickPaintedItem(parent) {}

void NumbersPattern::setPattern(const QString& pattern)
{
    if (std::exchange(m_pattern, pattern) == pattern)
        return;
    refresh();
    Q_EMIT patternChanged();
}

void NumbersPattern::setInk(const QColor& ink)
{
    if (std::exchange(m_ink, ink) == ink)
        return;
    refresh();
    Q_EMIT inkChanged();
}

void NumbersPattern::setGround(const QColor& ground)
{
    if (std::exchange(m_ground, ground) == ground)
        return;
    refresh();
    Q_EMIT groundChanged();
}

void NumbersPattern::setBars(QObject* bars)
{
    if (bars == m_bars)
        return;
    m_bars = bars;
    fillBars();
    Q_EMIT barsChanged();
}

QBrush NumbersPattern::brush() const
{
    if (m_pattern == u"hollow"_s)
        return QBrush(m_ground);
    if (m_pattern == u"solid"_s)
        return QBrush(m_ink);
    QBrush brush(m_pattern == u"dots"_s ? dotTile(m_ink, m_ground) : hatchTile(m_ink, m_ground));
    brush.setTransform(QTransform::fromScale(1.0 / Oversampling, 1.0 / Oversampling));
    return brush;
}

void NumbersPattern::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->fillRect(boundingRect(), brush());
    painter->setPen(QPen(m_ink, 1));
    painter->drawRect(boundingRect().adjusted(0.5, 0.5, -0.5, -0.5));
}

void NumbersPattern::fillBars()
{
    if (m_bars)
        m_bars->setProperty("brush", brush());
}

void NumbersPattern::refresh()
{
    update();
    fillBars();
}

} // namespace throughline
