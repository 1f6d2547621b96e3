// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasview.h"
#include "core/model/queries.h"
#include "core/view/viewmatch.h"

/// The part of the view that decides which part of the document is shown.
namespace throughline {

namespace {

/// The lanes elements stand in.
QList<LaneId> lanesOf(const Blueprint& blueprint, const QList<ElementRef>& refs)
{
    QList<LaneId> lanes;
    const auto addCard = [&](const CardId& id) {
        if (const Card* card = blueprint.find(id))
            lanes += card->lane;
    };
    for (const ElementRef& ref : refs) {
        if (ref.kind == ElementKind::Card)
            addCard(CardId(ref.id));
        else if (ref.kind == ElementKind::Lane)
            lanes += LaneId(ref.id);
        const Connection* connection =
            ref.kind == ElementKind::Connection ? blueprint.find(ConnectionId(ref.id)) : nullptr;
        if (!connection)
            continue;
        for (const End& end : {connection->from, connection->to}) {
            if (const CardId* card = cardAt(end))
                addCard(*card);
            else if (const LaneId* lane = laneAt(end))
                lanes += *lane;
        }
    }
    return lanes;
}

/// Elements with the cards that connections among them end at.
QList<ElementRef> withEnds(const Blueprint& blueprint, const QList<ElementRef>& refs)
{
    QList<ElementRef> all = refs;
    for (const ElementRef& ref : refs) {
        const Connection* connection =
            ref.kind == ElementKind::Connection ? blueprint.find(ConnectionId(ref.id)) : nullptr;
        if (!connection)
            continue;
        for (const End& end : {connection->from, connection->to}) {
            if (const CardId* card = cardAt(end))
                all += refTo(*card);
        }
    }
    return all;
}

} // namespace

void CanvasView::setFilter(const ViewFilter& filter)
{
    if (filter == m_filter)
        return;
    if (!isFiltering(m_filter))
        m_unfiltered = Unfiltered{destination(), destination()};
    m_filter = filter;
    if (!m_document)
        return;
    const bool checked = m_checkRunner && m_checkRunner->resultRevision() == m_document->revision();
    m_part = ShownPart(m_document->blueprint(), filter, checked ? m_checkRunner->result().findings : QList<Finding>());
    Q_EMIT documentTouched();
    if (m_preview)
        setPreview({});
    showPart();
    Q_EMIT filterChanged();
}

void CanvasView::showPart()
{
    if (m_preview)
        return;
    const Layout before = m_scene.layout();
    const Camera camera = destination();
    m_flight.reset();
    m_scene.show(m_part.blueprint(), {});
    m_scene.setLit(m_part.lit());
    m_overlay.lit.clear();
    setHovered({});
    const bool unmoved = m_unfiltered && m_unfiltered->filtered == camera;
    const bool isFiltered = isFiltering(m_filter);
    place(kept(unmoved && !isFiltered ? m_unfiltered->camera : steadied(camera, before, {}, {})));
    if (!isFiltered)
        m_unfiltered.reset();
    else if (unmoved)
        m_unfiltered->filtered = m_camera;
    QList<ElementRef> left;
    for (const ElementRef& ref : selection()) {
        if (contains(m_part.blueprint(), ref))
            left += ref;
    }
    if (left.size() != selection().size())
        select(left);
    updateSelectionMarks();
    sceneChanged({true, {}});
    Q_EMIT documentFollowed();
    Q_EMIT contentChanged();
}

void CanvasView::ensureShown(const QList<ElementRef>& refs)
{
    if (!m_document || m_part.isWhole() || m_preview)
        return;
    const QList<ElementRef> wanted = withEnds(m_document->blueprint(), refs);
    const auto isMissing = [this](const ElementRef& ref) {
        return contains(m_document->blueprint(), ref) && !contains(m_part.blueprint(), ref);
    };
    if (std::none_of(wanted.begin(), wanted.end(), isMissing))
        return;
    QStringList hidden;
    ViewFilter filter = m_filter;
    for (const LaneId& lane : lanesOf(m_document->blueprint(), wanted)) {
        if (filter.hiddenLanes.removeAll(lane) > 0)
            hidden += lane.value;
    }
    if (!hidden.isEmpty()) {
        Q_EMIT lanesWanted(hidden);
        setFilter(filter);
    }
    if (std::any_of(wanted.begin(), wanted.end(), isMissing)) {
        (void)m_part.keep(wanted);
        showPart();
        Q_EMIT filterChanged();
    }
}

void CanvasView::revealElements(const QList<ElementRef>& refs)
{
    ensureShown(refs);
    const QRectF seen = m_camera.toScene(QRectF(QPointF(), viewport().size()));
    const auto areaOf = [&](const ElementRef& ref) {
        const QRectF area = m_scene.areaOf(ref);
        // A whole lane or step is seen when a piece of it is.
        if (ref.kind == ElementKind::Lane)
            return QRectF(seen.center().x(), area.top(), 1, area.height());
        if (ref.kind == ElementKind::Step || ref.kind == ElementKind::Phase)
            return QRectF(area.left(), seen.center().y(), area.width(), 1);
        return area;
    };
    QRectF first;
    QRectF all;
    for (const ElementRef& ref : refs) {
        if (m_scene.areaOf(ref).isNull())
            continue;
        const QRectF area = areaOf(ref);
        first = first.isNull() ? area : first;
        all |= area;
    }
    reveal(all.width() <= seen.width() && all.height() <= seen.height() ? all : first);
}

} // namespace throughline
