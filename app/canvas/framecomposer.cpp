// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/framecomposer.h"

#include "core/render/palette.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

constexpr double BudgetMs = 4.5;
/// A whole view that took longer than this is painted at half the resolution while it moves.
constexpr double SlowViewMs = 12;
/// With more new tiles than this at once, one picture of the whole view is quicker.
constexpr int ManyTiles = 5;
/// The dimming is soft: a picture of an eighth of the pixels a side shows the same.
constexpr int DimmingShrink = 8;

enum PictureKey : quint64 {
    BackdropKey = 1,
    GapKey,
    OverlayKey,
    VeilKey,
    WalkKey,
    WalkMarkKey,
    DimmingKey,
    LanesKey,
    StepsKey,
    CornerKey
};

quint64 tileKey(QPoint cell)
{
    return (quint64(1) << 63) | (quint64(quint32(cell.x()) & 0x7fffffffU) << 32) | quint32(cell.y());
}

double elapsedMs(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QRect scaledRect(const QRectF& rect, double scale)
{
    return QRectF(rect.topLeft() * scale, rect.size() * scale).toAlignedRect();
}

constexpr float VeilStrength = 0.7F;

/// The part of a walk that is in the viewport.
OverlayPicture paintWalk(const WalkPainter& walk, const FrameInput& input)
{
    const QRectF seen = input.camera.toViewport(walk.extent()).intersected(QRectF(QPointF(), input.viewport.size()));
    return pictureOf(seen, input.camera, input.dpr, [&walk](QPainter& painter) { walk.paint(painter); });
}

QPoint rounded(QPointF point)
{
    return {int(std::lround(point.x())), int(std::lround(point.y()))};
}

/// What a view shows at half its resolution, one pixel more on each side so that nothing is left out at the edges.
QRect halfOf(const QRect& view, QPointF origin)
{
    const QPoint topLeft(int(std::floor(origin.x())) - 1, int(std::floor(origin.y())) - 1);
    return {topLeft, view.size() / 2 + QSize(4, 4)};
}

} // namespace

void FrameComposer::reset()
{
    m_allDirty = true;
    m_dirt.clear();
}

void FrameComposer::invalidate(const SceneDirt& dirt)
{
    if (dirt.everything)
        reset();
    else if (!dirt.areas.isEmpty())
        m_dirt += dirt;
}

TileCache::Paint FrameComposer::painter(const FrameInput& input, double deviceScale) const
{
    return [this, &input, deviceScale](QImage& image, QPoint origin, const QRect& area) {
        m_painter->paint(*input.scene, image, origin, area, deviceScale);
    };
}

bool FrameComposer::compose(const FrameInput& input)
{
    if (!m_painter || m_typeface != input.scene->typeface()) {
        m_typeface = input.scene->typeface();
        m_painter = std::make_unique<ScenePainter>(m_typeface, m_images);
        m_allDirty = true;
    }
    m_pictures.clear();
    constexpr double Rounding = 0.999;
    // Who says how small words may be has time to draw them: a presentation rests at its stops.
    constexpr double WordsFrom = 0.4;
    const double wordsFrom = input.smallestTextPx > 0
                                 ? Rounding * input.smallestTextPx * input.dpr / textStyle(TextRole::CardMeta).sizePt
                                 : WordsFrom;
    if (wordsFrom != m_painter->wordsFrom()) {
        m_painter->setWordsFrom(wordsFrom);
        m_allDirty = true;
    }
    const double deviceScale = input.camera.scale * input.dpr;
    const QRect view(
        rounded(input.camera.origin * deviceScale),
        QSize(int(std::ceil(input.viewport.width() * input.dpr)), int(std::ceil(input.viewport.height() * input.dpr))));
    if (view.isEmpty())
        return false;
    bool again = true;
    if (input.zooming) {
        m_isSharp = false;
        paintBackdrop(input, view, deviceScale);
        m_tiles.clear();
        m_dirt.clear();
        m_allDirty = false;
        addBackdrop(input, view, deviceScale);
    } else {
        again = refreshTiles(input, view, deviceScale);
        addBackdrop(input, view, deviceScale);
        addTiles(input, view);
    }
    if (input.walk.isEmpty())
        addOverlay(input);
    else
        addWalk(input);
    addDimming(input);
    if (input.showHeaders)
        addHeaders(input);
    m_last = input;
    return again;
}

bool FrameComposer::refreshTiles(const FrameInput& input, const QRect& view, double deviceScale)
{
    QElapsedTimer timer;
    timer.start();
    m_tiles.setScale(deviceScale);
    if (m_allDirty) {
        m_tiles.clear();
        m_backdrop = {};
        m_allDirty = false;
        m_dirt.clear();
    }
    for (const SceneDirt& dirt : std::as_const(m_dirt)) {
        for (const QRectF& area : dirt.areas)
            m_tiles.invalidate(scaledRect(area, deviceScale));
        m_backdrop.upToDate = false;
        // What the picture below shows there is out of date as well, but better than nothing until the tiles are there.
    }
    m_dirt.clear();
    const bool isSharp = m_backdrop.deviceScale == deviceScale;
    QRect covered = isSharp ? QRect(m_backdrop.origin, m_backdrop.image.size()) : QRect();
    if (!m_backdrop.image.isNull() && !isSharp) {
        const double ratio = deviceScale / m_backdrop.deviceScale;
        covered = QRectF(QPointF(m_backdrop.origin) * ratio, QSizeF(m_backdrop.image.size()) * ratio).toRect();
    }
    if (m_tiles.missing(view) > ManyTiles && !covered.contains(view)) {
        m_halfResolution = false;
        paintBackdrop(input, view, deviceScale);
        covered = view;
    }
    const bool complete =
        m_tiles.refresh(view, covered, painter(input, deviceScale), [&] { return BudgetMs - elapsedMs(timer); });
    const QRect below(m_backdrop.origin, m_backdrop.image.size());
    const bool isSharpBelow = m_backdrop.upToDate && m_backdrop.deviceScale == deviceScale && below.contains(view);
    m_isSharp = m_tiles.isComplete(view) || (isSharpBelow && m_tiles.isUpToDate(view));
    if (m_tiles.isComplete(view))
        m_backdrop = {};
    return !complete;
}

void FrameComposer::paintBackdrop(const FrameInput& input, const QRect& view, double deviceScale)
{
    QElapsedTimer timer;
    timer.start();
    // Far views cost little, and half of their pixels would lose what stands for words.
    const bool half = m_halfResolution && deviceScale >= m_painter->wordsFrom();
    const double scale = half ? deviceScale / 2 : deviceScale;
    const QRect area = half ? halfOf(view, input.camera.origin * scale) : view;
    QImage image(area.size(), QImage::Format_RGB32);
    m_painter->paint(*input.scene, image, area.topLeft(), area, scale, deviceScale);
    m_backdrop = {image, area.topLeft(), scale, ++m_version, true};
    const double cost = elapsedMs(timer) * (half ? 3 : 1);
    m_halfResolution = input.zooming && cost > SlowViewMs;
}

void FrameComposer::addBackdrop(const FrameInput& input, const QRect& view, double deviceScale)
{
    if (m_backdrop.image.isNull())
        return;
    const double ratio = deviceScale / m_backdrop.deviceScale;
    const QPointF topLeft = QPointF(m_backdrop.origin) * ratio - QPointF(view.topLeft());
    add(BackdropKey, m_backdrop.version, m_backdrop.image,
        {input.viewport.topLeft() + topLeft / input.dpr, QSizeF(m_backdrop.image.size()) * ratio / input.dpr},
        ratio != 1);
}

void FrameComposer::addTiles(const FrameInput& input, const QRect& view)
{
    m_tiles.visit(view, [&](QPoint cell, const TileCache::Tile& tile) {
        const QPointF topLeft = QPointF(cell * TileCache::Size - view.topLeft()) / input.dpr;
        const double side = TileCache::Size / input.dpr;
        add(tileKey(cell), tile.version, tile.image, {input.viewport.topLeft() + topLeft, QSizeF(side, side)});
    });
}

bool FrameComposer::sameView(const FrameInput& input) const
{
    return m_last.scene == input.scene && m_last.sceneVersion == input.sceneVersion && m_last.camera == input.camera &&
           m_last.viewport == input.viewport && m_last.dpr == input.dpr;
}

FrameComposer::Kept FrameComposer::keep(const OverlayPicture& picture)
{
    return {picture.image, picture.rect, ++m_version};
}

void FrameComposer::addOverlay(const FrameInput& input)
{
    const bool same = sameView(input) && m_last.walk.isEmpty();
    const OverlayPainter painter(*input.scene, *m_painter, input.camera, input.viewport.size(), input.dpr);
    if (const std::optional<Gap>& gap = input.overlay.dropGap; !same || m_last.overlay.dropGap != gap)
        m_gap = gap ? keep(painter.paintGap(*gap)) : Kept{};
    if (!same || m_last.overlay != input.overlay)
        m_overlay = keep(painter.paint(input.overlay));
    if (!m_gap.image.isNull())
        add(GapKey, m_gap.version, m_gap.image, m_gap.rect.translated(input.viewport.topLeft()));
    if (!m_overlay.image.isNull())
        add(OverlayKey, m_overlay.version, m_overlay.image, m_overlay.rect.translated(input.viewport.topLeft()));
}

void FrameComposer::addWalk(const FrameInput& input)
{
    // One pixel of veil, stretched; only what is lit is painted, and only when it changes.
    QColor veil = toColor(input.scene->theme().paper);
    veil.setAlphaF(VeilStrength);
    QImage pixel(1, 1, QImage::Format_ARGB32_Premultiplied);
    pixel.fill(veil);
    if (pixel != m_veil.image)
        m_veil = {pixel, {}, ++m_version};
    add(VeilKey, m_veil.version, m_veil.image, input.viewport);
    const bool sameStop = std::floor(m_last.walkPosition) == std::floor(input.walkPosition);
    if (!sameView(input) || m_last.walk != input.walk || !sameStop) {
        m_track = WalkTrack(*input.scene, input.walk);
        const WalkPainter painter(*input.scene, *m_painter, input.walk, int(std::floor(input.walkPosition)),
                                  input.camera.scale, input.dpr);
        m_walk = keep(paintWalk(painter, input));
    }
    if (!m_walk.image.isNull())
        add(WalkKey, m_walk.version, m_walk.image, m_walk.rect.translated(input.viewport.topLeft()));
    if (input.walkMark)
        addWalkMark(input);
}

void FrameComposer::addWalkMark(const FrameInput& input)
{
    const int stop = std::clamp(int(std::floor(input.walkPosition)), 0, int(input.walk.stops.size()) - 1);
    const WalkSign sign = input.walk.stops[stop].sign;
    if (m_markSign != sign || m_last.dpr != input.dpr) {
        m_mark = {WalkMark::picture(sign, input.dpr), {}, ++m_version};
        m_markSign = sign;
    }
    const QPointF centre = input.camera.toViewport(m_track.pointAt(input.walkPosition));
    constexpr double Half = WalkMark::SidePx / 2.0;
    add(WalkMarkKey, m_mark.version, m_mark.image,
        {input.viewport.topLeft() + centre - QPointF(Half, Half), QSizeF(m_mark.image.size()) / input.dpr}, true);
}

void FrameComposer::addDimming(const FrameInput& input)
{
    if (input.dimming <= 0 || input.spotlight.isEmpty())
        return;
    const QSize size = (input.viewport.size() / DimmingShrink).toSize().expandedTo({1, 1});
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(13, 17, 28, int(std::lround(255 * std::clamp(input.dimming, 0.0, 1.0)))));
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.setPen(Qt::NoPen);
    for (const QRectF& area : input.spotlight) {
        const QRectF seen = input.camera.toViewport(area);
        const QPointF centre = seen.center() / DimmingShrink;
        // An ellipse that holds the whole area in full light, and a soft edge around it.
        const double radiusX = (seen.width() * 0.78 + 40) / DimmingShrink;
        const double radiusY = (seen.height() * 0.78 + 40) / DimmingShrink;
        QRadialGradient light(QPointF(0, 0), 1);
        light.setColorAt(0, Qt::black);
        light.setColorAt(0.78, Qt::black);
        light.setColorAt(1, Qt::transparent);
        painter.save();
        painter.translate(centre);
        painter.scale(radiusX, radiusY);
        painter.setBrush(light);
        painter.drawEllipse(QPointF(0, 0), 1, 1);
        painter.restore();
    }
    painter.end();
    add(DimmingKey, ++m_version, image, input.viewport, true);
}

void FrameComposer::addHeaders(const FrameInput& input)
{
    const HeaderPainter headers(*input.scene, input.camera, input.viewport.size(), input.textScale, input.marks);
    const bool same = m_last.showHeaders && m_last.sceneVersion == input.sceneVersion && m_last.dpr == input.dpr &&
                      m_last.textScale == input.textScale && m_last.viewport == input.viewport;
    const bool sameMarks = same && m_last.marks == input.marks && m_last.camera.scale == input.camera.scale;
    if (!sameMarks || m_lanes.image.isNull() || m_last.camera.origin.y() != input.camera.origin.y())
        m_lanes = {headers.paintLanes(input.dpr), {}, ++m_version};
    if (!sameMarks || m_steps.image.isNull() || m_last.camera.origin.x() != input.camera.origin.x())
        m_steps = {headers.paintSteps(input.dpr), {}, ++m_version};
    if (!same || m_corner.image.isNull())
        m_corner = {headers.paintCorner(input.dpr), {}, ++m_version};
    const double width = HeaderPainter::width(input.textScale);
    const double height = HeaderPainter::height(input.textScale);
    const QPointF corner = input.viewport.topLeft() - QPointF(width, height);
    add(LanesKey, m_lanes.version, m_lanes.image,
        {corner + QPointF(0, height), QSizeF(m_lanes.image.size()) / input.dpr});
    add(StepsKey, m_steps.version, m_steps.image,
        {corner + QPointF(width, 0), QSizeF(m_steps.image.size()) / input.dpr});
    add(CornerKey, m_corner.version, m_corner.image, {corner, QSizeF(m_corner.image.size()) / input.dpr});
}

void FrameComposer::add(quint64 key, quint64 version, const QImage& image, const QRectF& rect, bool smooth)
{
    m_pictures += {key, version, image, {}, rect, smooth};
}

} // namespace throughline
