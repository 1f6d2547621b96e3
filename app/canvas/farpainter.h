// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasscene.h"
#include "app/canvas/pixelpainter.h"

namespace throughline {

/// Paints a scene as it is seen from far away, where no words can be read: bars stand for the words and fade, then the
/// arrow heads, the edges and the connections; in the end each card is a speck in the colour of its department. Nothing
/// appears or vanishes at once as the scale changes.
class FarPainter
{
public:
    /// Paints into image as ScenePainter::paint() says.
    FarPainter(const CanvasScene& scene, QImage& image, QPoint imageOrigin, const QRect& area, double deviceScale,
               double detailScale);

    /// Paper, lanes and the lines between them.
    void paintGround();
    /// Connections and cards.
    void paintElements();

private:
    /// How much there is of each kind of detail at a scale, 0 to 1.
    struct Detail
    {
        float words = 0;
        float heads = 0;
        float edges = 0;
        float lines = 0;
        float specks = 0; ///< cards take on the colour of their department
    };

    [[nodiscard]] static Detail detailAt(double scale);
    [[nodiscard]] PixelRect toPixels(const QRectF& rect) const;
    void paintBands();
    void paintRules();
    void paintLines(int group);
    void paintHeads();
    void paintBlocks();
    void paintBlock(const FarBlock& block, const PixelRect& rect);
    void paintCard(const FarBlock& block, const PixelRect& rect);
    void paintWords(const FarBlock& block, const PixelRect& rect);
    void paintPreview(const PixelRect& rect, bool goes);
    void paintBadges();

    const CanvasScene& m_scene;
    const Theme& m_theme;
    QImage& m_image;
    QRect m_area;
    QRectF m_sceneArea;
    PixelPainter m_pixels;
    float m_scale;
    Detail m_detail;
    struct Cell
    {
        QPoint place;
        const FarCell* cell;
    };
    std::vector<Cell> m_cells;
    QRect m_grid; ///< of the cells
};

} // namespace throughline
