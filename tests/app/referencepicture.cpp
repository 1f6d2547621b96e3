// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/referencepicture.h"

#include "app/canvas/scenepainter.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace throughline::testing {

namespace {

QImage paintScene(const CanvasItem& canvas, const CanvasScene& scene)
{
    const ScenePainter painter(scene.typeface());
    const QSize size = (canvas.size() - QSizeF(canvas.headerWidth(), canvas.headerHeight())).toSize();
    const QPoint origin(int(std::lround(canvas.viewX() * canvas.zoom())),
                        int(std::lround(canvas.viewY() * canvas.zoom())));
    QImage image(size, QImage::Format_RGB32);
    painter.paint(scene, image, origin, QRect(origin, size), canvas.zoom());
    return image;
}

} // namespace

QImage referencePicture(const CanvasItem& canvas)
{
    CanvasScene scene;
    scene.setTheme(canvas.theme());
    scene.reset(canvas.document()->blueprint());
    return paintScene(canvas, scene);
}

QImage ReferencePainter::paint(const CanvasItem& canvas)
{
    take(canvas);
    return paintScene(canvas, m_scene);
}

void ReferencePainter::take(const CanvasItem& canvas)
{
    const quint64 revision = canvas.document()->revision();
    const CheckRunner* checks = canvas.checkRunner();
    const bool found = checks && checks->resultRevision() == revision;
    if (m_revision != revision) {
        m_scene.setTheme(canvas.theme());
        m_scene.reset(canvas.document()->blueprint());
        m_revision = revision;
        m_found = false;
    }
    if (found && !m_found)
        (void)m_scene.setFindings(checks->result().findings);
    m_found = found;
}

qsizetype barePixels(const QImage& grabbed, QRgb background)
{
    const QImage image = grabbed.convertToFormat(QImage::Format_RGB32);
    qsizetype bare = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        bare += std::count_if(line, line + image.width(),
                              [&](QRgb pixel) { return (pixel | 0xff000000u) == (background | 0xff000000u); });
    }
    return bare;
}

namespace {

double differing(const QImage& have, const QImage& want, int visible)
{
    qsizetype count = 0;
    for (int y = 0; y < want.height(); ++y) {
        for (int x = 0; x < want.width(); ++x) {
            const QRgb l = have.pixel(x, y);
            const QRgb r = want.pixel(x, y);
            const int difference =
                std::abs(qRed(l) - qRed(r)) + std::abs(qGreen(l) - qGreen(r)) + std::abs(qBlue(l) - qBlue(r));
            count += difference > visible ? 1 : 0;
        }
    }
    return double(count) / (double(want.width()) * want.height());
}

QImage drawingIn(const CanvasItem& canvas, const QImage& grabbed, QSize size)
{
    const QPoint corner(int(canvas.headerWidth()), int(canvas.headerHeight()));
    return grabbed.convertToFormat(QImage::Format_RGB32).copy(QRect(corner, size));
}

} // namespace

double differingShare(const CanvasItem& canvas, const QImage& grabbed, const QImage& reference)
{
    return differing(drawingIn(canvas, grabbed, reference.size()), reference, 40);
}

double coarseDifference(const CanvasItem& canvas, const QImage& grabbed, const QImage& reference)
{
    const QSize size = reference.size() / 8;
    const auto coarse = [&](const QImage& image) {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    return differing(coarse(drawingIn(canvas, grabbed, reference.size())), coarse(reference), 90);
}

} // namespace throughline::testing
