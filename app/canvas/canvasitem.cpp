// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitem.h"

#include "app/canvas/canvasaccessible.h"
#include "app/canvas/canvasitemparts.h"

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

CanvasItem::CanvasItem(QQuickItem* parent) : QQuickItem(parent), m_parts(std::make_unique<Parts>())
{
    installCanvasAccessibility();
    setFlag(ItemHasContents);
    setFlag(ItemIsFocusScope, false);
    setFlag(ItemAcceptsInputMethod);
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
    connect(view, &CanvasView::documentReplaced, editor, &InlineEditor::drop);
    connect(view, &CanvasView::documentFollowed, this, &CanvasItem::descriptionChanged);
    connect(view, &CanvasView::hoveredChanged, this, &CanvasItem::hoveredChanged);
    connect(view, &CanvasView::findingChanged, this, &CanvasItem::currentFindingChanged);
    connect(view, &CanvasView::previewChanged, this, &CanvasItem::previewChanged);
    connect(view, &CanvasView::filterChanged, this, &CanvasItem::filterChanged);
    connect(view, &CanvasView::lanesWanted, this, &CanvasItem::lanesWanted);
    connect(view, &CanvasView::attachmentWanted, this, &CanvasItem::attachmentActivated);
    connect(editor, &InlineEditor::activeChanged, this, &CanvasItem::editingChanged);
    connect(editor, &InlineEditor::activeChanged, view,
            [this] { m_parts->view.setTyping(m_parts->editor.isActive()); });
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
    connect(editor, &InlineEditor::finishing, this, &CanvasItem::editFinishing);
    connect(pointer, &PointerInput::toolChanged, this, &CanvasItem::toolChanged);
    connect(pointer, &PointerInput::toolChanged, this, &CanvasItem::descriptionChanged);
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
    connect(keys, &KeyInput::placeChanged, this, [this] { updateInputMethod(Qt::ImQueryInput | Qt::ImEnabled); });
}

void CanvasItem::wantFrame()
{
    // A view that moves while its frame is composed (a flight) is in that frame already.
    if (!m_composing)
        polish();
    update();
}

bool CanvasItem::beginEdit(const QString& kind, const QString& id)
{
    return m_parts->editor.begin({kindFromWord(kind), id});
}

void CanvasItem::commitEdit(const QString& text, const QString& key)
{
    m_parts->keys.endEdit(text, key);
}

void CanvasItem::leaveEdit(const QString& text)
{
    if (m_parts->pressing) {
        m_parts->editor.leave(text);
        return;
    }
    m_parts->editor.stopAfterThis();
    m_parts->editor.commit(text);
}

void CanvasItem::keepEdit(const QString& text)
{
    m_parts->editor.keep(text);
}

void CanvasItem::keepTyping(const QString& text)
{
    m_parts->editor.keepTyping(text);
}

void CanvasItem::cancelEdit()
{
    m_parts->editor.cancel();
}

void CanvasItem::finishEdit()
{
    m_parts->editor.finish();
}

bool CanvasItem::perform(const QString& command)
{
    return m_parts->keys.perform(command);
}

bool CanvasItem::setCurveValue(const QVariant& value)
{
    return m_parts->keys.setCurveValue(value.isValid() ? std::optional(value.toInt()) : std::nullopt);
}

QRectF CanvasItem::rectOf(const QVariantList& refs) const
{
    return rectOf(refsFrom(refs));
}

QRectF CanvasItem::rectOf(const QList<ElementRef>& refs) const
{
    const QRectF area = m_parts->view.scene().areaOf(refs);
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

const QList<ElementRef>& CanvasItem::evidence() const
{
    return m_parts->view.overlay().evidence;
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
            keys += runner->fingerprintOf(i);
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

} // namespace throughline
