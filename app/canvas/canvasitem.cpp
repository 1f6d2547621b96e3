// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitem.h"

#include "app/canvas/canvasaccessible.h"
#include "app/canvas/keyinput.h"
#include "app/canvas/pointerinput.h"
#include "app/document/folding.h"

#include <QHoverEvent>
#include <QKeyEvent>
#include <QQuickWindow>
#include <QScopedValueRollback>

#include <algorithm>

namespace throughline {

namespace {

QString nameOf(Remark remark)
{
    if (remark == Remark::Note)
        return QStringLiteral("note");
    return remark == Remark::PainPoint ? QStringLiteral("pain") : QStringLiteral("opportunity");
}

} // namespace

struct CanvasItem::Parts
{
    CanvasView view;
    InlineEditor editor{view};
    PointerInput pointer{view, editor};
    KeyInput keys{view, editor};
};

CanvasItem::CanvasItem(QQuickItem* parent) : QQuickItem(parent), m_parts(std::make_unique<Parts>())
{
    installCanvasAccessibility();
    setFlag(ItemHasContents);
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::MiddleButton | Qt::RightButton);
    setAcceptHoverEvents(true);
    setAcceptTouchEvents(true);
    setClip(true);
    connectParts();
}

CanvasItem::~CanvasItem()
{
    m_parts->view.disconnect(this);
}

void CanvasItem::connectParts()
{
    CanvasView* view = &m_parts->view;
    InlineEditor* editor = &m_parts->editor;
    PointerInput* pointer = &m_parts->pointer;
    KeyInput* keys = &m_parts->keys;
    connect(view, &CanvasView::frameWanted, this, &CanvasItem::wantFrame);
    connect(view, &CanvasView::viewChanged, this, &CanvasItem::viewChanged);
    connect(view, &CanvasView::viewChanged, editor, &InlineEditor::viewMoved);
    connect(view, &CanvasView::contentChanged, this, &CanvasItem::contentChanged);
    connect(view, &CanvasView::contentChanged, editor, &InlineEditor::viewMoved);
    connect(view, &CanvasView::hoveredChanged, this, &CanvasItem::hoveredChanged);
    connect(view, &CanvasView::findingChanged, this, &CanvasItem::currentFindingChanged);
    connect(view, &CanvasView::previewChanged, this, &CanvasItem::previewChanged);
    connect(view, &CanvasView::filterChanged, this, &CanvasItem::filterChanged);
    connect(view, &CanvasView::lanesWanted, this, &CanvasItem::lanesWanted);
    connect(view, &CanvasView::attachmentWanted, this, &CanvasItem::attachmentActivated);
    connect(editor, &InlineEditor::activeChanged, this, &CanvasItem::editingChanged);
    connect(editor, &InlineEditor::activeChanged, this, &CanvasItem::descriptionChanged);
    connect(editor, &InlineEditor::requested, this, &CanvasItem::descriptionChanged);
    connect(editor, &InlineEditor::requested, this,
            [this](const ElementRef& ref, const QRectF& rect, const QString& text, double fontPx, const QString& key) {
                QVariantMap what = toVariant(ref);
                if (const std::optional<Remark> remark = m_parts->editor.remark())
                    what.insert(QStringLiteral("remark"), nameOf(*remark));
                Q_EMIT editRequested(what, rect, text, fontPx, key);
            });
    connect(editor, &InlineEditor::moved, this, &CanvasItem::editMoved);
    connect(pointer, &PointerInput::toolChanged, this, &CanvasItem::toolChanged);
    connect(pointer, &PointerInput::draggingChanged, this, &CanvasItem::descriptionChanged);
    connect(pointer, &PointerInput::draggingChanged, this, &CanvasItem::draggingChanged);
    connect(pointer, &PointerInput::tipChanged, this, &CanvasItem::tipChanged);
    connect(view, &CanvasView::sceneTouched, this, &CanvasItem::sceneTouched);
    connect(pointer, &PointerInput::cursorWanted, this, [this](Qt::CursorShape shape) {
        if (cursor().shape() != shape)
            setCursor(shape);
    });
    connect(pointer, &PointerInput::badgeClicked, this, &CanvasItem::onBadgeClicked);
    const auto openMenu = [this](const ElementRef& ref, const QPointF& pos) {
        Q_EMIT contextMenuRequested(toVariant(ref), pos);
    };
    connect(pointer, &PointerInput::contextMenuWanted, this, openMenu);
    connect(keys, &KeyInput::contextMenuWanted, this, openMenu);
    connect(keys, &KeyInput::placeChanged, this, &CanvasItem::descriptionChanged);
}

void CanvasItem::wantFrame()
{
    // A view that moves while its frame is composed (a flight) is in that frame already.
    if (!m_composing)
        polish();
    update();
}

DocumentController* CanvasItem::document() const
{
    return m_parts->view.document();
}

void CanvasItem::setDocument(DocumentController* document)
{
    if (document == this->document())
        return;
    m_parts->view.setDocument(document);
    Q_EMIT documentChanged();
}

CheckRunner* CanvasItem::checkRunner() const
{
    return m_parts->view.checkRunner();
}

void CanvasItem::setCheckRunner(CheckRunner* runner)
{
    if (runner == checkRunner())
        return;
    m_parts->view.setCheckRunner(runner);
    Q_EMIT checkRunnerChanged();
}

QString CanvasItem::theme() const
{
    return m_parts->view.theme();
}

void CanvasItem::setTheme(const QString& theme)
{
    if (theme == this->theme())
        return;
    m_parts->view.setTheme(theme);
    Q_EMIT themeChanged();
}

QString CanvasItem::tool() const
{
    return m_parts->pointer.tool();
}

void CanvasItem::setTool(const QString& tool)
{
    m_parts->pointer.setTool(tool);
}

bool CanvasItem::isPresenting() const
{
    return m_parts->view.isPresenting();
}

void CanvasItem::setPresenting(bool presenting)
{
    if (presenting == isPresenting())
        return;
    m_parts->view.setPresenting(presenting);
    Q_EMIT presentingChanged();
}

bool CanvasItem::showHeaders() const
{
    return m_parts->view.showHeaders();
}

void CanvasItem::setShowHeaders(bool show)
{
    if (show == showHeaders())
        return;
    m_parts->view.setShowHeaders(show);
    Q_EMIT presentingChanged();
}

bool CanvasItem::showBadges() const
{
    return m_parts->view.showBadges();
}

void CanvasItem::setShowBadges(bool show)
{
    if (show == showBadges())
        return;
    m_parts->view.setShowBadges(show);
    Q_EMIT presentingChanged();
}

bool CanvasItem::reducedMotion() const
{
    return m_parts->view.reducedMotion();
}

void CanvasItem::setReducedMotion(bool reduced)
{
    if (reduced == reducedMotion())
        return;
    m_parts->view.setReducedMotion(reduced);
    Q_EMIT reducedMotionChanged();
}

qreal CanvasItem::smallestText() const
{
    return m_parts->view.smallestText();
}

void CanvasItem::setSmallestText(qreal px)
{
    if (px == smallestText())
        return;
    m_parts->view.setSmallestText(px);
    Q_EMIT textScaleChanged();
}

qreal CanvasItem::textScale() const
{
    return m_parts->view.textScale();
}

void CanvasItem::setTextScale(qreal scale)
{
    if (scale == textScale())
        return;
    m_parts->view.setTextScale(scale);
    Q_EMIT textScaleChanged();
}

qreal CanvasItem::zoom() const
{
    return m_parts->view.camera().scale;
}

void CanvasItem::setZoom(qreal zoom)
{
    if (zoom > 0)
        m_parts->view.zoomBy(zoom / this->zoom(), m_parts->view.viewport().center());
}

qreal CanvasItem::viewX() const
{
    return m_parts->view.camera().origin.x();
}

void CanvasItem::setViewX(qreal x)
{
    m_parts->view.setCamera({{x, viewY()}, zoom()});
}

qreal CanvasItem::viewY() const
{
    return m_parts->view.camera().origin.y();
}

void CanvasItem::setViewY(qreal y)
{
    m_parts->view.setCamera({{viewX(), y}, zoom()});
}

QRectF CanvasItem::visibleScene() const
{
    return m_parts->view.camera().toScene(QRectF(QPointF(), m_parts->view.viewport().size()));
}

qreal CanvasItem::contentWidth() const
{
    return m_parts->view.scene().content().right();
}

qreal CanvasItem::contentHeight() const
{
    return m_parts->view.scene().content().bottom();
}

qreal CanvasItem::headerWidth() const
{
    return m_parts->view.viewport().left();
}

qreal CanvasItem::headerHeight() const
{
    return m_parts->view.viewport().top();
}

QVariantMap CanvasItem::hovered() const
{
    return toVariant(m_parts->view.hovered());
}

QString CanvasItem::currentFindingKey() const
{
    return m_parts->view.currentFinding();
}

void CanvasItem::setCurrentFindingKey(const QString& key)
{
    m_parts->view.setCurrentFinding(key);
}

QVariantList CanvasItem::spotlight() const
{
    return toVariant(m_parts->view.spotlight());
}

void CanvasItem::setSpotlight(const QVariantList& refs)
{
    m_parts->view.setSpotlight(refsFrom(refs));
    Q_EMIT spotlightChanged();
}

qreal CanvasItem::dimming() const
{
    return m_parts->view.dimming();
}

void CanvasItem::setDimming(qreal dimming)
{
    m_parts->view.setDimming(dimming);
    Q_EMIT spotlightChanged();
}

QVariant CanvasItem::preview() const
{
    return isPreviewing() ? QVariant::fromValue(m_parts->view.preview()) : QVariant();
}

void CanvasItem::setPreview(const QVariant& patch)
{
    setPreview(patch.value<Patch>());
}

void CanvasItem::setPreview(const Patch& patch)
{
    m_parts->view.setPreview(patch);
}

void CanvasItem::clearPreview()
{
    m_parts->view.setPreview({});
}

bool CanvasItem::isPreviewing() const
{
    return m_parts->view.isPreviewing();
}

QVariant CanvasItem::filter() const
{
    return QVariant::fromValue(m_parts->view.filter());
}

void CanvasItem::setFilter(const QVariant& filter)
{
    m_parts->view.setFilter(filter.value<ViewFilter>());
}

int CanvasItem::leftOutLanes() const
{
    return m_parts->view.part().leftOutLanes();
}

int CanvasItem::leftOutCards() const
{
    return m_parts->view.part().leftOutCards();
}

bool CanvasItem::isDragging() const
{
    return m_parts->pointer.isWorking();
}

bool CanvasItem::isEditing() const
{
    return m_parts->editor.isActive();
}

QString CanvasItem::description() const
{
    return m_parts->keys.description();
}

QString CanvasItem::hint() const
{
    return m_parts->pointer.isDragging() ? m_parts->pointer.help() : m_parts->keys.hint();
}

bool CanvasItem::isTracing() const
{
    return m_parts->view.isTracing();
}

void CanvasItem::setTracing(bool tracing)
{
    if (tracing == isTracing())
        return;
    m_parts->view.setTracing(tracing);
    Q_EMIT tracingChanged();
    Q_EMIT descriptionChanged();
}

QString CanvasItem::tip() const
{
    const ElementRef ref = m_parts->view.marks().foldHot;
    const QString text = foldText(m_parts->view.blueprint(), ref);
    const auto fold = m_parts->view.scene().options().folds.constFind(ref);
    if (text.isEmpty() || fold == m_parts->view.scene().options().folds.cend())
        return text;
    return tr("%1: %2").arg(text, foldTexts(*fold).first());
}

QPointF CanvasItem::tipPlace() const
{
    return m_parts->pointer.place();
}

bool CanvasItem::isOnCell() const
{
    return m_parts->keys.isOnCell();
}

bool CanvasItem::isSettled() const
{
    return m_parts->view.isSettled();
}

bool CanvasItem::isSharp() const
{
    return m_parts->view.isSharp();
}

void CanvasItem::fitAll()
{
    m_parts->view.fitAll();
}

void CanvasItem::zoomTo100()
{
    CanvasView& view = m_parts->view;
    const QPointF centre = view.viewport().center() - view.viewport().topLeft();
    view.fly(view.camera().zoomed(1 / view.camera().scale, centre));
}

void CanvasItem::zoomToSelection()
{
    CanvasView& view = m_parts->view;
    const QRectF area = view.scene().areaOf(view.selection());
    if (!area.isNull())
        view.fly(fitting(area, view.viewport().size(), 60, 1.5));
}

void CanvasItem::zoomBy(qreal factor, const QPointF& point)
{
    if (factor > 0)
        m_parts->view.zoomBy(factor, point);
}

void CanvasItem::zoomIn()
{
    zoomBy(1.25, m_parts->view.viewport().center());
}

void CanvasItem::zoomOut()
{
    zoomBy(0.8, m_parts->view.viewport().center());
}

void CanvasItem::panBy(qreal dx, qreal dy)
{
    m_parts->view.panBy({dx, dy});
}

void CanvasItem::lookAt(const QPointF& point, bool smoothly)
{
    CanvasView& view = m_parts->view;
    const double scale = view.camera().scale;
    const QSizeF seen = view.viewport().size() / scale;
    const Camera camera{point - QPointF(seen.width(), seen.height()) / 2, scale};
    if (smoothly)
        view.fly(camera);
    else
        view.setCamera(camera);
}

void CanvasItem::flyTo(const QVariantList& refs)
{
    // Words are readable from this scale on.
    constexpr double ReadableScale = 0.7;
    CanvasView& view = m_parts->view;
    view.ensureShown(refsFrom(refs));
    const QRectF area = view.scene().areaOf(refsFrom(refs));
    if (area.isNull())
        return;
    const Camera here = view.destination();
    const Camera whole = fitting(area, view.viewport().size(), 60, std::max(here.scale, ReadableScale));
    if (here.scale >= ReadableScale && whole.scale >= here.scale)
        view.reveal(area);
    else
        view.fly(whole.scale >= ReadableScale ? whole : view.framing(area, 0.9, ReadableScale * 11));
}

void CanvasItem::frame(const QVariantList& refs, qreal share, qreal minTextPx, int durationMs)
{
    m_parts->view.ensureShown(refsFrom(refs));
    const QRectF area = m_parts->view.areaInSight(refsFrom(refs), share, minTextPx);
    if (!area.isNull())
        m_parts->view.fly(m_parts->view.framing(area, share, minTextPx), durationMs);
}

void CanvasItem::setWalk(const Walk& walk, bool withMark)
{
    m_parts->view.setWalk(walk, withMark);
}

const Walk& CanvasItem::walk() const
{
    return m_parts->view.walk();
}

void CanvasItem::setWalkPosition(qreal position)
{
    m_parts->view.setWalkPosition(position);
}

qreal CanvasItem::walkPosition() const
{
    return m_parts->view.walkPosition();
}

void CanvasItem::showWalk(int firstStop, int lastStop, int durationMs)
{
    m_parts->view.showWalk(firstStop, lastStop, durationMs);
}

void CanvasItem::reveal(const QString& kind, const QString& id)
{
    const ElementRef ref{kindFromWord(kind), id};
    m_parts->view.ensureShown({ref});
    m_parts->view.reveal(m_parts->view.scene().areaOf(ref));
}

bool CanvasItem::beginEdit(const QString& kind, const QString& id)
{
    const ElementRef ref{kindFromWord(kind), id};
    m_parts->view.ensureShown({ref});
    return m_parts->editor.begin(ref);
}

void CanvasItem::commitEdit(const QString& text)
{
    m_parts->editor.commit(text);
    // The next name may be asked for already.
    if (!isEditing())
        forceActiveFocus(Qt::OtherFocusReason);
}

void CanvasItem::cancelEdit()
{
    m_parts->editor.cancel();
    forceActiveFocus(Qt::OtherFocusReason);
}

bool CanvasItem::perform(const QString& command)
{
    return m_parts->keys.perform(command);
}

QRectF CanvasItem::rectOf(const QVariantList& refs) const
{
    const QRectF area = m_parts->view.scene().areaOf(refsFrom(refs));
    return area.isNull() ? area : m_parts->view.geometry().toItem(area);
}

const CanvasScene& CanvasItem::scene() const
{
    return m_parts->view.scene();
}

GridPlace CanvasItem::place() const
{
    const ElementRef current = m_parts->view.current();
    return current.kind == ElementKind::Blueprint ? m_parts->keys.cell() : GridPlace{current, -1, -1};
}

QRectF CanvasItem::rectOfCell(int row, int column) const
{
    const Layout& layout = scene().layout();
    if (row < 0 || row >= layout.rows().size() || column < 0 || column >= layout.columns().size())
        return {};
    return m_parts->view.geometry().toItem(cellRect(layout, row, column));
}

QVariantMap CanvasItem::elementAt(const QPointF& point) const
{
    return toVariant(m_parts->view.hitAt(point).ref);
}

void CanvasItem::onBadgeClicked(const ElementRef& ref)
{
    const CheckRunner* runner = checkRunner();
    const QList<Callout> callouts = m_parts->view.scene().options().callouts.value(ref);
    if (!runner || callouts.isEmpty())
        return;
    // Several findings at one element: each click goes on to the next.
    QStringList keys;
    for (qsizetype i = 0; i < runner->result().findings.size(); ++i) {
        const int number = runner->numberOf(i);
        if (number > 0 &&
            std::any_of(callouts.begin(), callouts.end(), [&](const Callout& c) { return c.number == number; }))
            keys += fingerprint(runner->result().findings[i]);
    }
    if (!keys.isEmpty())
        Q_EMIT findingActivated(keys[(keys.indexOf(currentFindingKey()) + 1) % keys.size()]);
}

void CanvasItem::updatePolish()
{
    if (!window())
        return;
    const QScopedValueRollback composing(m_composing, true);
    m_parts->view.composeFrame(window()->effectiveDevicePixelRatio());
}

QSGNode* CanvasItem::updatePaintNode(QSGNode* node, UpdatePaintNodeData*)
{
    auto* pictures = static_cast<PictureNode*>(node);
    if (!pictures)
        pictures = new PictureNode;
    pictures->show(m_parts->view.pictures(), window());
    return pictures;
}

void CanvasItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    m_parts->view.setItemSize(now.size());
    Q_EMIT viewChanged();
}

void CanvasItem::itemChange(ItemChange change, const ItemChangeData& value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        wantFrame();
}

bool CanvasItem::event(QEvent* event)
{
    // Letters typed here are titles and kinds of connections: no shortcut may take them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && !key->text().isEmpty() && key->text().at(0).isPrint() && m_parts->view.canEdit() &&
            !m_parts->view.selection().isEmpty()) {
            event->accept();
            return true;
        }
    }
    return QQuickItem::event(event);
}

void CanvasItem::mousePressEvent(QMouseEvent* event)
{
    // A click elsewhere keeps what was typed and asks for nothing more.
    m_parts->editor.stopAfterThis();
    forceActiveFocus(Qt::MouseFocusReason);
    m_parts->pointer.press(event);
}

void CanvasItem::mouseMoveEvent(QMouseEvent* event)
{
    m_parts->pointer.move(event);
}

void CanvasItem::mouseReleaseEvent(QMouseEvent* event)
{
    m_parts->pointer.release(event);
}

void CanvasItem::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_parts->pointer.doubleClick(event);
}

void CanvasItem::mouseUngrabEvent()
{
    m_parts->pointer.cancelDrag();
}

void CanvasItem::hoverEnterEvent(QHoverEvent* event)
{
    m_parts->pointer.hover(event->position(), event->modifiers());
}

void CanvasItem::hoverMoveEvent(QHoverEvent* event)
{
    m_parts->pointer.hover(event->position(), event->modifiers());
}

void CanvasItem::hoverLeaveEvent(QHoverEvent*)
{
    m_parts->pointer.leave();
}

void CanvasItem::wheelEvent(QWheelEvent* event)
{
    m_parts->pointer.wheel(event);
}

void CanvasItem::touchEvent(QTouchEvent* event)
{
    m_parts->pointer.touch(event);
}

namespace {

/// The modifiers once the key of the event is down or up; the event itself tells of those before it.
Qt::KeyboardModifiers modifiersAfter(const QKeyEvent& event, bool down)
{
    const auto own = event.key() == Qt::Key_Control ? Qt::ControlModifier
                     : event.key() == Qt::Key_Shift ? Qt::ShiftModifier
                     : event.key() == Qt::Key_Alt   ? Qt::AltModifier
                                                    : Qt::NoModifier;
    return down ? event.modifiers() | own : event.modifiers() & ~Qt::KeyboardModifiers(own);
}

} // namespace

void CanvasItem::keyPressEvent(QKeyEvent* event)
{
    m_parts->pointer.setModifiers(modifiersAfter(*event, true));
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_parts->pointer.setSpaceHeld(true);
    if (event->key() == Qt::Key_Escape && isPreviewing()) {
        clearPreview();
        Q_EMIT previewDismissed();
        event->accept();
        return;
    }
    const bool cancelled = event->key() == Qt::Key_Escape && m_parts->pointer.cancelDrag();
    event->setAccepted(cancelled || m_parts->keys.press(event) || event->key() == Qt::Key_Space);
}

void CanvasItem::keyReleaseEvent(QKeyEvent* event)
{
    m_parts->pointer.setModifiers(modifiersAfter(*event, false));
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        m_parts->pointer.setSpaceHeld(false);
    QQuickItem::keyReleaseEvent(event);
}

void CanvasItem::focusInEvent(QFocusEvent* event)
{
    m_parts->view.setFocused(true);
    if (QAccessible::isActive())
        QAccessible::queryAccessibleInterface(this); // it announces what the keys stand on from now on
    QQuickItem::focusInEvent(event);
}

void CanvasItem::focusOutEvent(QFocusEvent* event)
{
    m_parts->pointer.setSpaceHeld(false);
    m_parts->view.setFocused(false);
    QQuickItem::focusOutEvent(event);
}

} // namespace throughline
