// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/headerpainter.h"
#include "app/canvas/overlay.h"
#include "app/canvas/picturenode.h"
#include "app/canvas/tilecache.h"
#include "app/canvas/walkpainter.h"

#include <memory>

namespace throughline {

/// What one frame of the canvas shows.
struct FrameInput
{
    const CanvasScene* scene = nullptr;
    quint64 sceneVersion = 0; ///< changes whenever the scene does
    Camera camera;
    QRectF viewport; ///< of the item, in logical pixels
    double dpr = 1;
    double textScale = 1;
    double smallestTextPx = 0; ///< words of cards that would be smaller are left out
    bool showHeaders = true;
    bool zooming = false; ///< the scale changes from frame to frame
    OverlayModel overlay;
    HeaderMarks marks;
    QList<QRectF> spotlight; ///< areas of the scene left in the light
    double dimming = 0;
    Walk walk;               ///< shown instead of the overlay
    double walkPosition = 0; ///< of its mark: the stop it left, and the share of the way to the next
    bool walkMark = false;
};

/// Makes the pictures of a frame, within a budget of time where there is something older to show meanwhile: tiles while
/// the view pans, the whole view in one picture while it zooms or everything has changed. There is never a hole.
class FrameComposer
{
public:
    /// images: where the pictures on cards are found; not owned, outlives this.
    explicit FrameComposer(ImageSource* images) : m_images(images) {}

    /// The scene's typeface is another one, or everything looks different.
    void reset();
    /// What no longer looks as it did; at the scale that is shown.
    void invalidate(const SceneDirt& dirt);

    /// Makes the pictures; true when another frame should follow, because tiles are still missing or out of date.
    bool compose(const FrameInput& input);
    [[nodiscard]] const QList<Picture>& pictures() const { return m_pictures; }
    /// All that the last frame shows of the scene is drawn at the full resolution and up to date.
    [[nodiscard]] bool isSharp() const { return m_isSharp; }

private:
    /// The whole view in one picture, as it was painted last.
    struct Backdrop
    {
        QImage image;
        QPoint origin; ///< of its top left in device pixels of the scene at deviceScale
        double deviceScale = 0;
        quint64 version = 0;
        bool upToDate = true;
    };

    /// A picture that is shown until there is another version.
    struct Kept
    {
        QImage image;
        QRectF rect;
        quint64 version = 0;
    };

    void paintBackdrop(const FrameInput& input, const QRect& view, double deviceScale);
    bool refreshTiles(const FrameInput& input, const QRect& view, double deviceScale);
    void addBackdrop(const FrameInput& input, const QRect& view, double deviceScale);
    void addTiles(const FrameInput& input, const QRect& view);
    [[nodiscard]] Kept keep(const OverlayPicture& picture);
    void addOverlay(const FrameInput& input);
    void addWalk(const FrameInput& input);
    void addWalkMark(const FrameInput& input);
    [[nodiscard]] bool sameView(const FrameInput& input) const;
    void addDimming(const FrameInput& input);
    void addHeaders(const FrameInput& input);
    void add(quint64 key, quint64 version, const QImage& image, const QRectF& rect, bool smooth = false);
    [[nodiscard]] TileCache::Paint painter(const FrameInput& input, double deviceScale) const;

    ImageSource* m_images;
    std::unique_ptr<ScenePainter> m_painter;
    Typeface m_typeface;
    TileCache m_tiles;
    Backdrop m_backdrop;
    QList<SceneDirt> m_dirt;
    bool m_allDirty = true;
    bool m_halfResolution = false;
    bool m_isSharp = false;
    quint64 m_version = 0;
    QList<Picture> m_pictures;
    FrameInput m_last;
    Kept m_gap;
    Kept m_overlay;
    Kept m_veil;
    Kept m_walk;
    Kept m_mark;
    WalkTrack m_track;
    std::optional<WalkSign> m_markSign;
    Kept m_lanes;
    Kept m_steps;
    Kept m_corner;
};

} // namespace throughline
