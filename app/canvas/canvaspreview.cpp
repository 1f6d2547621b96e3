// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasview.h"
#include "core/model/queries.h"

#include <QLineF>

/// The part of the view that shows a patch before it is applied.
namespace throughline {

namespace {

constexpr double MarginPx = 40;

/// Whether a card stands in the same cell in two blueprints.
bool staysInPlace(const CardId& id, const Blueprint& before, const Blueprint& after)
{
    const Card* old = before.find(id);
    const Card* now = after.find(id);
    return old && now && old->lane == now->lane && old->firstStep == now->firstStep;
}

/// The cards that elements are or end at.
QList<CardId> cardsAbout(const Blueprint& blueprint, const QList<ElementRef>& elements)
{
    QList<CardId> cards;
    for (const ElementRef& element : elements) {
        if (element.kind == ElementKind::Card)
            cards += CardId(element.id);
        const Connection* connection =
            element.kind == ElementKind::Connection ? blueprint.find(ConnectionId(element.id)) : nullptr;
        if (!connection)
            continue;
        for (const End& end : {connection->from, connection->to}) {
            if (const CardId* card = cardAt(end))
                cards += *card;
        }
    }
    return cards;
}

/// The card that is to keep its place on the screen: the first one a preview is about that was in sight, else the one
/// nearest to the middle of the view; never one that moves to another cell. Empty when there is none in sight.
CardId heldCard(const Layout& before, const Layout& now, const QList<CardId>& about, const QSet<CardId>& moving,
                const QRectF& seen)
{
    const auto isThere = [&](const CardId& id) { return !now.cardRect(id).isNull() && !moving.contains(id); };
    for (const CardId& id : about) {
        if (isThere(id) && before.cardRect(id).intersects(seen))
            return id;
    }
    CardId nearest;
    double least = 0;
    for (const CardId& id : before.cardsIn(seen)) {
        const double distance = QLineF(before.cardRect(id).center(), seen.center()).length();
        if (isThere(id) && (nearest.isEmpty() || distance < least)) {
            nearest = id;
            least = distance;
        }
    }
    return nearest;
}

} // namespace

void CanvasView::setPreview(const Patch& patch)
{
    if (patch == preview())
        return;
    const Result<Preview> made = previewOf(m_document ? m_document->blueprint() : Blueprint(), patch);
    const bool shows = made && !patch.isEmpty();
    if (!shows && !m_preview)
        return;
    Q_EMIT documentTouched();
    leavePreview();
    if (shows)
        enterPreview(*made, patch);
    previewShown();
    Q_EMIT documentFollowed();
}

void CanvasView::enterPreview(const Preview& preview, const Patch& patch)
{
    const Layout before = m_scene.layout();
    const Camera camera = destination();
    m_flight.reset();
    ShownPart part = m_part;
    (void)part.follow(preview.blueprint, diff(m_document->blueprint(), preview.blueprint));
    (void)part.keep(preview.order);
    m_scene.show(part.blueprint(), preview.marks);
    m_scene.setLit(part.lit());
    m_preview = PreviewState{patch, preview.order, {}, camera, camera};
    for (const ElementRef& ref : preview.order) {
        const CardId id(ref.id);
        if (ref.kind == ElementKind::Card && !staysInPlace(id, m_document->blueprint(), preview.blueprint))
            m_preview->moving += id;
    }
    place(kept(previewSteadied(camera, before)));
    const QRectF area = previewArea();
    const QRectF seen = m_camera.toScene(QRectF(QPointF(), viewport().size()));
    if (!area.isNull() && !viewport().isEmpty() && !seen.contains(area))
        reveal(area);
    m_preview->shown = destination();
}

void CanvasView::leavePreview()
{
    if (!m_preview || !m_document)
        return;
    const Layout before = m_scene.layout();
    m_scene.show(m_part.blueprint(), {});
    m_scene.setLit(m_part.lit());
    // Whoever has not moved meanwhile is back where he was.
    const bool stayed = destination() == m_preview->shown;
    const Camera camera = stayed ? m_preview->camera : previewSteadied(destination(), before);
    m_preview.reset();
    m_flight.reset();
    place(kept(camera));
}

void CanvasView::previewApplied()
{
    const Layout before = m_scene.layout();
    m_scene.show(m_part.blueprint(), {});
    m_scene.setLit(m_part.lit());
    const Camera camera = previewSteadied(destination(), before);
    m_preview.reset();
    m_flight.reset();
    place(kept(camera));
    previewShown();
}

void CanvasView::previewShown()
{
    m_overlay.lit.clear();
    setHovered({});
    updateSelectionMarks();
    updateEvidence();
    sceneChanged({true, {}});
    Q_EMIT contentChanged();
    Q_EMIT previewChanged();
}

Camera CanvasView::previewSteadied(const Camera& camera, const Layout& before) const
{
    return steadied(camera, before, cardsAbout(m_scene.blueprint(), m_preview->elements), m_preview->moving);
}

Camera CanvasView::steadied(const Camera& camera, const Layout& before, const QList<CardId>& about,
                            const QSet<CardId>& moving) const
{
    const QRectF seen = camera.toScene(QRectF(QPointF(), viewport().size()));
    const CardId held = heldCard(before, m_scene.layout(), about, moving, seen);
    if (held.isEmpty())
        return camera;
    const QPointF moved = m_scene.layout().cardRect(held).topLeft() - before.cardRect(held).topLeft();
    return {camera.origin + moved, camera.scale};
}

QRectF CanvasView::previewArea() const
{
    const QSizeF room = viewport().size() / m_camera.scale;
    const double margin = 2 * MarginPx / m_camera.scale;
    const QRectF seen(m_camera.origin, room);
    QRectF all;
    for (const ElementRef& ref : m_preview->elements) {
        QRectF area = m_scene.areaOf(ref);
        // A whole lane or step is seen when a piece of it is.
        if (ref.kind == ElementKind::Lane)
            area = QRectF(seen.center().x(), area.top(), 1, area.height());
        else if (ref.kind == ElementKind::Step || ref.kind == ElementKind::Phase)
            area = QRectF(area.left(), seen.center().y(), area.width(), 1);
        const QRectF more = all.united(area);
        if (all.isNull() || (more.width() + margin <= room.width() && more.height() + margin <= room.height()))
            all = more;
    }
    return all;
}

} // namespace throughline
