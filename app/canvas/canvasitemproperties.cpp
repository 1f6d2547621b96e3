// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitemparts.h"
#include "app/document/folding.h"
#include "core/check/phrases.h"
#include "core/scene/curve.h"

/// The properties of the drawing.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

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

qreal CanvasItem::leastZoom() const
{
    return m_parts->view.leastScale();
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
    const QString help = m_parts->pointer.help();
    const bool byHand = m_parts->pointer.isDragging() || (!help.isEmpty() && !isEditing());
    return byHand ? help : m_parts->keys.hint();
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
    CanvasView& view = m_parts->view;
    const ElementRef ref = view.marks().foldHot;
    if (!tipFolds()) {
        const HeaderPainter headers(view.scene(), view.camera(), view.viewport().size(), view.textScale(),
                                    view.marks());
        return headers.nameNotSeen(view.marks().hovered);
    }
    const QString text = foldText(view.blueprint(), ref);
    const auto fold = view.scene().options().folds.constFind(ref);
    if (text.isEmpty() || fold == view.scene().options().folds.cend())
        return text;
    return tr("%1: %2").arg(text, foldTexts(*fold).first());
}

bool CanvasItem::tipFolds() const
{
    return m_parts->view.marks().foldHot.kind != ElementKind::Blueprint;
}

QPointF CanvasItem::tipPlace() const
{
    return m_parts->pointer.place();
}

QVariantMap CanvasItem::editLook() const
{
    const InlineEditor& editor = m_parts->editor;
    return {{QStringLiteral("inset"), editor.inset()},
            {QStringLiteral("covers"), editor.coversCard()},
            {QStringLiteral("paper"), editor.paper()},
            {QStringLiteral("quiet"), editor.isQuiet()}};
}

bool CanvasItem::isFocusUnmarked() const
{
    return m_parts->cameByKey && !m_parts->keys.hasPlace();
}

bool CanvasItem::isOnCell() const
{
    return m_parts->keys.isOnCell();
}

QVariantList CanvasItem::curveValues() const
{
    const KeyInput& keys = m_parts->keys;
    const LaneCurve curve = keys.curveHere();
    if (curve == LaneCurve::None || !keys.isOnCell())
        return {};
    const CurveAxis axis = axisOf(curve);
    const std::optional<double> now =
        curveValue(m_parts->view.blueprint(), m_parts->view.scene().layout(), curve, keys.cell().column);
    QVariantList values;
    for (int value = axis.most; value >= axis.least; --value)
        values += QVariantMap{{u"text"_s, sentenceStart(curveWords(curve, value))},
                              {u"value"_s, value},
                              {u"present"_s, now == double(value)}};
    values += QVariantMap{{u"text"_s, tr("Not known")}, {u"value"_s, QVariant()}, {u"present"_s, !now}};
    return values;
}

bool CanvasItem::isSettled() const
{
    return m_parts->view.isSettled();
}

bool CanvasItem::isSharp() const
{
    return m_parts->view.isSharp();
}

} // namespace throughline
