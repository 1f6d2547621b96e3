// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasview.h"

#include "app/document/follow.h"
#include "core/layout/cardattachments.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// How long the scale has to stay the same before the picture is made of tiles again.
constexpr int RestMs = 120;
/// Work ahead waits so long after a frame, and goes on for so long at a time: less than a frame takes.
constexpr int AheadPauseMs = 40;
constexpr double AheadMs = 3;
constexpr double FitMarginPx = 16;
constexpr double RevealMarginPx = 40;
/// However small a blueprint is, one can go so far away from it.
constexpr double LeastScaleMost = 0.5;
/// A blueprint just opened is shown whole if its words stay readable, else from its beginning.
constexpr double FirstScaleLeast = 0.85;

/// Everything a walk comes by.
QList<ElementRef> placesOf(const Walk& walk)
{
    QList<ElementRef> places;
    for (const WalkStop& stop : walk.stops)
        places += stop.place;
    for (const QList<ElementRef>& leg : walk.legs)
        places += leg;
    return places;
}

/// Of a lane a piece is enough to be in sight: the one nearest to the middle of something else.
QRectF pieceInSight(const QRectF& area, ElementKind kind, const QRectF& other)
{
    if (kind != ElementKind::Lane || area.isNull())
        return area;
    const double x = other.isNull() ? area.left() : std::clamp(other.center().x(), area.left(), area.right() - 1);
    return {x, area.top(), 1, area.height()};
}

double eased(double progress)
{
    return 1 - std::pow(1 - std::clamp(progress, 0.0, 1.0), 3);
}

/// The camera moved so that what it sees begins within content, and not beyond last.
Camera beginningIn(const QRectF& content, QPointF last, const Camera& camera)
{
    return {{std::clamp(camera.origin.x(), content.left(), std::max(content.left(), last.x())),
             std::clamp(camera.origin.y(), content.top(), std::max(content.top(), last.y()))},
            camera.scale};
}

} // namespace

CanvasView::CanvasView(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &CanvasView::frameWanted);
    connect(this, &CanvasView::frameWanted, this, [this] { m_framePending = true; });
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &CanvasView::frameWanted);
    m_ahead.setSingleShot(true);
    connect(&m_ahead, &QTimer::timeout, this, &CanvasView::workAhead);
    connect(&m_images, &ImageStore::found, this, &CanvasView::onImages);
}

CanvasView::~CanvasView() = default;

void CanvasView::setDocument(DocumentController* document)
{
    const auto markSelection = [this] {
        updateSelectionMarks();
        Q_EMIT selectionChanged();
    };
    if (!follow(this, m_document, document, when(&DocumentController::changed, &CanvasView::onChanged),
                when(&DocumentController::reset, &CanvasView::onReset),
                when(&DocumentController::fileChanged, &CanvasView::onFile),
                when(&DocumentController::selectionChanged, markSelection)))
        return;
    onReset();
}

void CanvasView::setCheckRunner(CheckRunner* runner)
{
    // What a filter shows by findings may have been waiting to know that they still stand.
    const auto confirmed = [this] {
        if (!m_filter.rules.isEmpty())
            onFindings();
    };
    if (!follow(this, m_checkRunner, runner, when(&CheckRunner::resultChanged, &CanvasView::onFindings),
                when(&CheckRunner::resultConfirmed, confirmed)))
        return;
    onFindings();
}

QList<ElementRef> CanvasView::selection() const
{
    return m_document ? m_document->selection() : QList<ElementRef>();
}

void CanvasView::select(const QList<ElementRef>& refs)
{
    if (m_document)
        m_document->setSelection(refs);
}

ElementRef CanvasView::current() const
{
    const QList<ElementRef> refs = selection();
    return refs.isEmpty() ? ElementRef() : refs.last();
}

void CanvasView::onReset()
{
    m_flight.reset();
    const bool previewed = m_preview.has_value();
    m_preview.reset();
    const bool focused = m_overlay.focused;
    m_overlay = {};
    m_overlay.focused = focused;
    m_marks = {};
    m_hovered = {};
    m_filter = {};
    m_unfiltered.reset();
    forgetTrace();
    m_part = ShownPart(m_document ? m_document->blueprint() : Blueprint(), {}, {});
    m_scene.reset(m_part.blueprint());
    m_scene.setFolds(foldCounts(m_document ? m_document->blueprint() : Blueprint()));
    m_fitWanted = true;
    Q_EMIT documentReplaced();
    Q_EMIT documentTouched();
    sceneChanged({true, {}});
    updateSelectionMarks();
    onFindings();
    showFirst();
    Q_EMIT cellPicked(-1, -1);
    Q_EMIT documentFollowed();
    Q_EMIT contentChanged();
    Q_EMIT hoveredChanged();
    Q_EMIT filterChanged();
    if (previewed)
        Q_EMIT previewChanged();
}

void CanvasView::onChanged(const DocumentChange& change)
{
    Q_EMIT documentTouched();
    m_images.forgetMissing();
    const Patch shown = m_part.follow(m_document->blueprint(), change.patch);
    m_scene.setFolds(foldCounts(m_scene.options().folds, m_document->blueprint(), change.patch));
    if (m_preview)
        previewApplied();
    else
        showChange(shown, change.patch);
    Q_EMIT documentFollowed();
    if (change.retraced)
        Q_EMIT retraced(change.patch);
}

void CanvasView::showChange(const Patch& shown, const Patch& edit)
{
    const QRectF before = m_scene.content();
    const SceneDirt lit = m_scene.setLit(m_part.lit());
    SceneDirt dirt = m_scene.update(m_part.blueprint(), shown);
    dirt.everything = dirt.everything || lit.everything;
    dirt.areas += lit.areas;
    followTop(m_scene.content().top() - before.top());
    sceneChanged(dirt);
    if (m_hovered.kind != ElementKind::Blueprint && m_scene.areaOf(m_hovered).isNull())
        setHovered({});
    if (changesThread(m_trace, m_traceOf, edit))
        forgetTrace();
    updateSelectionMarks();
    if (before != m_scene.content())
        Q_EMIT contentChanged();
}

/// The grid begins lower or higher than before, because names above it need another number of lines: the view goes
/// along.
void CanvasView::followTop(double down)
{
    if (down == 0)
        return;
    if (m_flight) {
        m_flight->from.origin.ry() += down;
        m_flight->to.origin.ry() += down;
    }
    place({m_camera.origin + QPointF(0, down), m_camera.scale});
}

std::optional<Attachment> CanvasView::attachmentAt(const CardId& id, QPointF scene) const
{
    const Card* card = m_scene.blueprint().find(id);
    const std::optional<LayoutCard> placed = m_scene.layout().card(id);
    if (!card || !placed)
        return std::nullopt;
    for (const AttachmentSpot& spot : attachmentSpots(*card, *placed, m_scene.layout().style(), m_scene.measurer())) {
        if (spot.rect.contains(scene))
            return card->attachments[spot.index];
    }
    return std::nullopt;
}

void CanvasView::onFile()
{
    const QString path = m_document ? m_document->filesFrom() : QString();
    const QString folder = path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
    if (folder == m_images.folder())
        return;
    m_images.reset(folder);
    sceneChanged({true, {}});
}

void CanvasView::onImages(const QSet<QString>& targets)
{
    SceneDirt dirt;
    for (const Card& card : m_scene.blueprint().cards()) {
        for (const Attachment& attachment : card.attachments) {
            if (targets.contains(attachment.target))
                dirt.areas += m_scene.areaOf(refTo(card.id));
        }
    }
    dirt.areas.removeIf([](const QRectF& area) { return area.isNull(); });
    if (!dirt.areas.isEmpty())
        sceneChanged(dirt);
}

void CanvasView::onFindings()
{
    const bool current = m_checkRunner && m_document && m_checkRunner->resultRevision() == m_document->revision();
    if (m_checkRunner && !current)
        return;
    const QList<Finding> findings = current ? m_checkRunner->result().findings : QList<Finding>();
    if (!m_filter.rules.isEmpty()) {
        (void)m_part.setFindings(findings);
        showPart();
    }
    sceneChanged(m_scene.setFindings(findings));
    updateEvidence();
}

void CanvasView::sceneChanged(const SceneDirt& dirt)
{
    ++m_sceneVersion;
    m_composer.invalidate(dirt);
    Q_EMIT sceneTouched(dirt);
    Q_EMIT frameWanted();
}

void CanvasView::setTheme(const QString& theme)
{
    if (theme == m_theme)
        return;
    m_theme = theme;
    m_scene.setTheme(theme);
    sceneChanged({true, {}});
    Q_EMIT contentChanged();
}

void CanvasView::setPresenting(bool presenting)
{
    m_presenting = presenting;
    updateSelectionMarks();
    place(kept(m_camera));
}

void CanvasView::setShowHeaders(bool show)
{
    m_showHeaders = show;
    Q_EMIT frameWanted();
    Q_EMIT contentChanged();
}

void CanvasView::setShowBadges(bool show)
{
    if (show == m_showBadges)
        return;
    m_showBadges = show;
    sceneChanged(m_scene.setShowBadges(show));
}

void CanvasView::setSmallestText(double px)
{
    m_smallestText = std::max(0.0, px);
    Q_EMIT frameWanted();
}

void CanvasView::setTextScale(double scale)
{
    m_textScale = std::clamp(scale, 1.0, 3.0);
    Q_EMIT frameWanted();
    Q_EMIT contentChanged();
}

void CanvasView::setItemSize(QSizeF size)
{
    if (size == m_itemSize)
        return;
    m_itemSize = size;
    showFirst();
    const bool unmoved = m_unfiltered && m_unfiltered->filtered == m_camera;
    place(kept(m_camera));
    if (unmoved)
        m_unfiltered->filtered = m_camera;
}

QRectF CanvasView::viewport() const
{
    const QPointF corner =
        m_showHeaders ? QPointF(HeaderPainter::width(m_textScale), HeaderPainter::height(m_textScale)) : QPointF();
    return {corner,
            QSizeF(std::max(m_itemSize.width() - corner.x(), 0.0), std::max(m_itemSize.height() - corner.y(), 0.0))};
}

ViewGeometry CanvasView::geometry() const
{
    return {m_camera, viewport(), m_textScale, m_showHeaders};
}

Camera CanvasView::kept(const Camera& camera) const
{
    if (m_presenting)
        return camera;
    // The grid starts at its headers; to the right and below there is room to put things.
    const QRectF content = m_scene.content();
    const QSizeF seen = viewport().size() / camera.scale;
    return beginningIn(content, content.bottomRight() - QPointF(seen.width(), seen.height()) * 0.4, camera);
}

Camera CanvasView::actualSize() const
{
    const QSizeF half = viewport().size() / 2;
    const Camera camera = m_camera.zoomed(1 / m_camera.scale, {half.width(), half.height()});
    const QRectF content = m_scene.content();
    const QSizeF seen = viewport().size() / camera.scale;
    const double beyond = FitMarginPx / camera.scale;
    return beginningIn(content, content.bottomRight() + QPointF(beyond - seen.width(), beyond - seen.height()), camera);
}

void CanvasView::place(const Camera& camera)
{
    if (camera == m_camera) {
        Q_EMIT frameWanted();
        return;
    }
    if (camera.scale != m_camera.scale)
        m_rest.start();
    m_camera = camera;
    Q_EMIT viewChanged();
    Q_EMIT frameWanted();
}

void CanvasView::setCamera(const Camera& camera)
{
    m_flight.reset();
    m_fitWanted = false;
    place(kept(camera));
}

void CanvasView::fly(const Camera& camera, int durationMs)
{
    const Camera target = kept(camera);
    if (m_reducedMotion || durationMs <= 0 || viewport().isEmpty()) {
        setCamera(target);
        return;
    }
    m_fitWanted = false;
    m_flight = Flight{m_camera, target, {}, durationMs};
    m_flight->clock.start();
    Q_EMIT frameWanted();
}

void CanvasView::stepFlight()
{
    if (!m_flight)
        return;
    const double progress = double(m_flight->clock.nsecsElapsed()) / 1e6 / m_flight->durationMs;
    const Camera next = between(m_flight->from, m_flight->to, viewport().size(), eased(progress));
    if (progress >= 1)
        m_flight.reset();
    place(next);
    if (m_flight)
        m_again.start();
}

double CanvasView::leastScale() const
{
    const double fit = fitting(m_scene.content(), viewport().size(), FitMarginPx, Camera::MaxScale).scale;
    return std::clamp(fit / 2, Camera::MinScale, LeastScaleMost);
}

void CanvasView::zoomBy(double factor, QPointF itemPoint)
{
    // A view that is farther away already comes no nearer by it.
    const double least = std::min(leastScale() / m_camera.scale, 1.0);
    setCamera(m_camera.zoomed(std::max(factor, least), itemPoint - viewport().topLeft()));
}

void CanvasView::panBy(QPointF px)
{
    setCamera({m_camera.origin + px / m_camera.scale, m_camera.scale});
}

void CanvasView::fitAll()
{
    fly(fitting(m_scene.content(), viewport().size(), FitMarginPx, 1.25));
}

void CanvasView::showFirst()
{
    if (!m_fitWanted || viewport().isEmpty() || m_scene.content().isEmpty())
        return;
    Camera camera = fitting(m_scene.content(), viewport().size(), FitMarginPx, 1);
    if (camera.scale < FirstScaleLeast)
        camera = {m_scene.content().topLeft(), FirstScaleLeast};
    m_camera = kept(camera);
    m_fitWanted = false;
    Q_EMIT viewChanged();
    Q_EMIT frameWanted();
}

void CanvasView::reveal(const QRectF& area, int durationMs)
{
    if (!area.isNull())
        fly(revealing(destination(), area, viewport().size(), RevealMarginPx), durationMs);
}

QRectF CanvasView::areaInSight(const QList<ElementRef>& refs, double share, double minTextPx) const
{
    const double scale = std::max(minTextPx / textStyle(TextRole::CardMeta).sizePt, double(Camera::MinScale));
    const QSizeF room = viewport().size() * share / scale;
    QRectF area;
    for (const ElementRef& ref : refs) {
        const QRectF more = area.united(pieceInSight(m_scene.areaOf(ref), ref.kind, area));
        if (area.isNull() || (more.width() <= room.width() && more.height() <= room.height()))
            area = more;
    }
    return area;
}

Camera CanvasView::framing(const QRectF& area, double share, double minTextPx, double wantedTextPx) const
{
    const QSizeF size = viewport().size();
    const QSizeF margin = size * (1 - std::clamp(share, 0.1, 1.0)) / 2;
    Camera camera = fitting(area, size, std::min(margin.width(), margin.height()), Camera::MaxScale);
    const double smallestPt = textStyle(TextRole::CardMeta).sizePt;
    // Nearer than words need to be read, an element would lose its surroundings.
    constexpr double NearEnough = 1.25;
    const double least = minTextPx / smallestPt;
    const double wanted = least > 0
                              ? std::clamp(camera.scale, least, std::max(least, wantedTextPx / smallestPt * NearEnough))
                              : camera.scale;
    const double scale = std::clamp(wanted, Camera::MinScale, Camera::MaxScale);
    QPointF origin = area.center() - QPointF(size.width(), size.height()) / (2 * scale);
    // No further beyond the grid than a margin, where the grid is larger than the view.
    constexpr double BeyondPx = 24;
    const QRectF grid = m_scene.layout().gridRect().marginsAdded(QMarginsF(1, 1, 1, 1) * (BeyondPx / scale));
    const QSizeF seen = size / scale;
    if (grid.width() > seen.width())
        origin.setX(std::clamp(origin.x(), grid.left(), grid.right() - seen.width()));
    if (grid.height() > seen.height())
        origin.setY(std::clamp(origin.y(), grid.top(), grid.bottom() - seen.height()));
    return {origin, scale};
}

void CanvasView::setHidden(const QSet<ElementRef>& refs)
{
    if (refs != m_scene.options().hidden)
        sceneChanged(m_scene.setHidden(refs));
}

Hit CanvasView::hitAt(QPointF item) const
{
    QList<ElementRef> withHandles;
    if (canEdit()) {
        const QList<ElementRef> refs = selection();
        if (refs.size() == 1)
            withHandles += refs;
        if (m_hovered.kind == ElementKind::Card)
            withHandles += m_hovered;
    }
    return throughline::hitAt(m_scene, geometry(), item, withHandles, canEdit() ? selection() : QList<ElementRef>());
}

void CanvasView::setHovered(const ElementRef& pointed)
{
    // There is nothing to say of ghosts.
    const ElementRef ref = m_preview ? ElementRef() : pointed;
    if (ref == m_hovered)
        return;
    m_hovered = ref;
    const bool inGrid = ref.kind == ElementKind::Card || ref.kind == ElementKind::Connection;
    m_overlay.hovered = inGrid && canEdit() ? ref : ElementRef();
    m_marks.hovered = inGrid || !canEdit() ? ElementRef() : ref;
    setLit({});
    Q_EMIT hoveredChanged();
    Q_EMIT frameWanted();
}

void CanvasView::setLit(const QSet<ElementRef>& refs)
{
    const QSet<ElementRef>& lit = refs.isEmpty() ? m_trace.elements : refs;
    if (lit == m_overlay.lit)
        return;
    m_overlay.lit = lit;
    Q_EMIT frameWanted();
}

void CanvasView::setTracing(bool tracing)
{
    m_tracing = tracing;
    updateTrace();
}

const Thread& CanvasView::trace()
{
    const QList<ElementRef> wanted = m_tracing && !m_preview && !m_presenting ? selection() : QList<ElementRef>();
    if (wanted != m_traceOf) {
        m_trace = threadOf(blueprint(), wanted);
        m_traceOf = wanted;
    }
    return m_trace;
}

void CanvasView::forgetTrace()
{
    m_trace = {};
    m_traceOf.clear();
}

void CanvasView::updateTrace()
{
    (void)trace();
    setLit({});
}

void CanvasView::setTyping(bool typing)
{
    m_isTyping = typing;
    m_overlay.handles = showsHandles();
    overlayChanged();
}

void CanvasView::updateSelectionMarks()
{
    m_overlay.selected.clear();
    m_marks.selected.clear();
    m_overlay.handles = showsHandles();
    if (!m_presenting && !m_preview) {
        for (const ElementRef& ref : selection()) {
            m_overlay.selected += ref;
            m_marks.selected += ref;
        }
    }
    updateTrace();
    Q_EMIT frameWanted();
}

void CanvasView::setCurrentFinding(const QString& key)
{
    if (key == m_finding)
        return;
    m_finding = key;
    updateEvidence();
    Q_EMIT findingChanged();
}

void CanvasView::updateEvidence()
{
    m_overlay.evidence.clear();
    const qsizetype index = m_checkRunner && !m_preview ? m_checkRunner->indexOf(m_finding) : -1;
    if (index >= 0) {
        const Finding& finding = m_checkRunner->result().findings[index];
        m_overlay.evidenceSeverity = finding.severity;
        for (const Evidence& evidence : finding.evidence) {
            // What is missing is drawn by the ways to mend it, each in its place, when one is pointed at.
            const bool isThere = evidence.part != Evidence::Part::Missing;
            const ElementKind kind = evidence.element.kind;
            if (isThere && (kind == ElementKind::Card || kind == ElementKind::Connection))
                m_overlay.evidence += evidence.element;
        }
    }
    Q_EMIT frameWanted();
}

void CanvasView::setSpotlight(const QList<ElementRef>& refs)
{
    m_spotlight = refs;
    Q_EMIT frameWanted();
}

void CanvasView::setDimming(double dimming)
{
    m_dimming = dimming;
    Q_EMIT frameWanted();
}

void CanvasView::setFocused(bool focused)
{
    m_overlay.focused = focused;
    Q_EMIT frameWanted();
}

void CanvasView::setWalk(const Walk& walk, bool withMark)
{
    const bool had = !m_walk.isEmpty();
    ensureShown(placesOf(walk));
    m_walk = walk;
    m_walkMark = withMark;
    if (had != !walk.isEmpty())
        updateSelectionMarks();
    Q_EMIT frameWanted();
}

void CanvasView::setWalkPosition(double position)
{
    m_walkPosition = position;
    Q_EMIT frameWanted();
}

void CanvasView::showWalk(int firstStop, int lastStop, int durationMs)
{
    // Room for the words beside a stop; and a walk is told to people farther away than the one who draws.
    constexpr QMarginsF Room(30, 46, 90, 20);
    constexpr double ReadableScale = 0.8;
    constexpr double OverviewScale = 0.4;
    const QRectF area = WalkTrack(m_scene, m_walk).bounds(firstStop, lastStop);
    if (area.isNull())
        return;
    const Camera here = destination();
    const QRectF wanted = area.marginsAdded(Room / std::max(here.scale, 0.5));
    const Camera whole = fitting(wanted, viewport().size(), 0, std::max(here.scale, ReadableScale));
    if (whole.scale >= here.scale && here.scale >= ReadableScale)
        fly(revealing(here, wanted, viewport().size(), 0), durationMs);
    else if (whole.scale >= OverviewScale || lastStop - firstStop <= 1)
        fly(whole, durationMs);
    else
        showWalk(firstStop, firstStop + 1, durationMs);
}

void CanvasView::composeFrame(double dpr)
{
    stepFlight();
    // The last step of a flight is in this frame: no other one comes for it.
    m_framePending = false;
    FrameInput input;
    input.scene = &m_scene;
    input.sceneVersion = m_sceneVersion;
    input.camera = m_camera;
    input.viewport = viewport();
    input.dpr = dpr;
    input.textScale = m_textScale;
    input.smallestTextPx = m_smallestText;
    input.showHeaders = m_showHeaders;
    input.zooming = m_rest.isActive();
    input.overlay = m_overlay;
    input.marks = m_marks;
    input.dimming = m_dimming;
    input.walk = m_walk;
    input.walkPosition = m_walkPosition;
    input.walkMark = m_walkMark;
    for (const ElementRef& ref : m_spotlight) {
        if (const QRectF area = m_scene.areaOf(ref); !area.isNull())
            input.spotlight += area;
    }
    if (m_composer.compose(input) && !m_rest.isActive())
        m_again.start();
    m_ahead.start(AheadPauseMs);
}

void CanvasView::workAhead()
{
    if (!isSettled() || (m_document && m_document->isLoading()))
        m_ahead.start(AheadPauseMs);
    else if (!m_scene.prepareFar(AheadMs))
        m_ahead.start(0);
}

} // namespace throughline
