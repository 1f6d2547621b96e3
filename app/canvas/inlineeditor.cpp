// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/inlineeditor.h"

#include "core/edit/operations.h"
#include "core/layout/cardattachments.h"
#include "core/model/queries.h"
#include "core/render/palette.h"
#include "core/scene/paper.h"

#include <algorithm>

namespace throughline {

namespace {

/// Smaller letters than this cannot be edited: the field is then larger than what it covers.
constexpr double SmallestFontPx = 10;
/// Room above the name of a lane in its field.
constexpr double LaneMargin = 3;
/// Smaller cards are covered by a field that is larger than they are.
constexpr QSizeF LeastCardPx(96, 28);
/// Room for a remark below a card, in points, and the least width of its field.
constexpr double RemarkPt = 40;
constexpr double LeastRemarkPx = 110;
constexpr double LeastInsetPx = 4;

/// The connection of a reference, when what is written on it is the name of what is asked for.
const Connection* unlabelledRequest(const Blueprint& blueprint, const ElementRef& ref)
{
    const Connection* connection = ref.kind == ElementKind::Connection ? blueprint.find(ConnectionId(ref.id)) : nullptr;
    const bool asks = connection && connection->kind == ConnectionKind::Request && connection->label.isEmpty();
    return asks ? connection : nullptr;
}

QString undoTextOf(Remark remark)
{
    if (remark == Remark::Note)
        return InlineEditor::tr("Change note");
    return remark == Remark::PainPoint ? InlineEditor::tr("Add pain point") : InlineEditor::tr("Add opportunity");
}

} // namespace

InlineEditor::InlineEditor(CanvasView& view, QObject* parent) : QObject(parent), m_view(view) {}

bool InlineEditor::begin(const ElementRef& ref, const QString& firstKey, bool fresh)
{
    const bool hasName = ref.kind == ElementKind::Card || ref.kind == ElementKind::Connection || isHeader(ref.kind);
    if (!m_view.canEdit() || !hasName)
        return false;
    m_view.ensureShown({ref});
    if (m_view.scene().areaOf(ref).isNull())
        return false;
    const quint64 revision = m_view.document()->revision();
    finish();
    m_ref = ref;
    m_fresh = fresh && m_view.document()->revision() == revision;
    m_freshRevision = m_view.document()->revision();
    if (ref.kind == ElementKind::Card)
        m_view.reveal(m_view.scene().areaOf(ref), 0);
    else if (ref.kind == ElementKind::Connection)
        m_view.reveal(QRectF(-60, -14, 120, 28).translated(labelPoint()), 0);
    Q_EMIT activeChanged();
    Q_EMIT requested(m_ref, rect(), text(), fontPx(), firstKey);
    return true;
}

bool InlineEditor::beginFresh(const QList<ElementRef>& refs)
{
    QList<ElementRef> next = refs;
    while (!next.isEmpty()) {
        if (begin(next.takeFirst(), {}, true)) {
            m_next = next;
            return true;
        }
    }
    return false;
}

bool InlineEditor::beginRemark(const CardId& id, Remark remark)
{
    const Card* card = m_view.blueprint().find(id);
    if (!m_view.canEdit() || !card || m_view.scene().areaOf(refTo(id)).isNull())
        return false;
    if (isSticky(*card)) {
        m_view.document()->showMessage(tr("A sticky note is a remark itself: F2 adds to it."));
        return false;
    }
    finish();
    m_ref = refTo(id);
    m_remark = remark;
    m_remarksBefore = countRemarks(*m_view.document()->blueprint().find(id), remark);
    m_fresh = false;
    const QRectF area = m_view.scene().areaOf(m_ref);
    const double wider = LeastRemarkPx / m_view.camera().scale - area.width();
    m_view.reveal(area.adjusted(0, 0, std::max(wider, 0.0), RemarkPt), 0);
    Q_EMIT activeChanged();
    Q_EMIT requested(m_ref, rect(), text(), fontPx(), {});
    return true;
}

std::pair<Result<Patch>, QString> InlineEditor::writing(const QString& text) const
{
    const Blueprint& blueprint = m_view.document()->blueprint();
    if (m_remark)
        return {addRemark(blueprint, CardId(m_ref.id), *m_remark, text, m_remarksBefore), undoTextOf(*m_remark)};
    const QString name = text.trimmed();
    if (const Connection* request = unlabelledRequest(blueprint, m_ref))
        return {nameRequest(blueprint, request->id, name), tr("Name request")};
    return {rename(blueprint, m_ref, name), tr("Rename %1").arg(kindWord(m_ref.kind))};
}

void InlineEditor::finish()
{
    if (!isActive())
        return;
    stopAfterThis();
    Q_EMIT finishing();
    if (isActive()) // nobody has it
        end();
}

bool InlineEditor::isFresh() const
{
    return m_fresh && m_view.document() && m_view.document()->revision() == m_freshRevision;
}

void InlineEditor::commit(const QString& text)
{
    if (!isActive())
        return;
    const QList<ElementRef> next = m_next;
    const bool fresh = isFresh();
    const bool kept = isKept();
    const auto [written, what] = writing(text);
    end();
    if (!fresh) {
        write(written, what, kept);
        return;
    }
    // Making and naming are one step.
    if ((text.trimmed().isEmpty() || m_view.document()->extend(written)) && beginFresh(next))
        m_isTail = true;
}

void InlineEditor::leave(const QString& text)
{
    if (namesNewCard() && m_next.isEmpty() && text.trimmed().isEmpty()) {
        cancel();
        return;
    }
    stopAfterThis();
    commit(text);
}

void InlineEditor::keep(const QString& text)
{
    if (!isActive())
        return;
    DocumentController& document = *m_view.document();
    const auto [written, what] = writing(text);
    if (!isFresh()) {
        if (write(written, what, isKept()))
            m_keptRevision = document.revision();
    } else if (document.extend(written)) {
        m_freshRevision = document.revision();
    }
    if (m_remark)
        viewMoved(); // over the slip that shows it now
}

void InlineEditor::keepTyping(const QString& text)
{
    const bool isRequest = !m_remark && isActive() && unlabelledRequest(m_view.document()->blueprint(), m_ref);
    if (!isRequest && !text.trimmed().isEmpty())
        keep(text);
}

bool InlineEditor::isKept() const
{
    const DocumentController& document = *m_view.document();
    // What was saved stays a state of its own.
    return m_keptRevision && *m_keptRevision == document.revision() && !document.isBlueprintSaved();
}

bool InlineEditor::write(const Result<Patch>& written, const QString& what, bool goesOn)
{
    if (written && written->isEmpty())
        return false;
    DocumentController& document = *m_view.document();
    return goesOn ? document.extend(written) : document.apply(written, what);
}

void InlineEditor::cancel()
{
    if (!isActive())
        return;
    const bool takeBack = isFresh();
    const bool takeBackText = !takeBack && isKept();
    end();
    if (takeBackText)
        m_view.document()->undo();
    if (!takeBack)
        return;
    Q_EMIT takingBack();
    m_view.document()->undo();
    Q_EMIT takenBack();
}

void InlineEditor::drop()
{
    if (isActive())
        end();
}

void InlineEditor::end()
{
    m_ref = {};
    m_remark.reset();
    m_next.clear();
    m_fresh = false;
    m_isTail = false;
    m_keptRevision.reset();
    Q_EMIT activeChanged();
}

void InlineEditor::viewMoved()
{
    if (!isActive())
        return;
    if (m_view.scene().areaOf(m_ref).isNull())
        end();
    else
        Q_EMIT moved(rect(), fontPx());
}

QPointF InlineEditor::labelPoint() const
{
    const auto route = m_view.scene().layout().route(ConnectionId(m_ref.id));
    if (!route)
        return {};
    return route->label.isNull()
               ? (route->points[(route->points.size() - 1) / 2] + route->points[route->points.size() / 2]) / 2
               : route->label.center();
}

/// The slip on the card that shows already what is being written; nothing where there is none yet.
QRectF InlineEditor::writtenSlip() const
{
    const std::optional<LayoutCard> card = m_view.scene().layout().card(CardId(m_ref.id));
    if (!card || (!m_keptRevision && *m_remark != Remark::Note))
        return {};
    const CardMark mark = *m_remark == Remark::Note        ? CardMark::Note
                          : *m_remark == Remark::PainPoint ? CardMark::PainPoint
                                                           : CardMark::Opportunity;
    const QList<QRectF> rects = slipRects(*card, m_view.scene().layout().style(), m_view.scene().measurer());
    for (qsizetype i = std::min(rects.size(), card->text.slips.size()) - 1; i >= 0; --i) {
        if (card->text.slips[i].mark == mark)
            return rects[i];
    }
    return {};
}

QRectF InlineEditor::remarkRect() const
{
    if (const QRectF slip = writtenSlip(); !slip.isNull())
        return m_view.geometry().toItem(slip).adjusted(-2, -1, 2, 1);
    // A slip that hangs at the foot of the card, where it covers nothing of it.
    const QRectF card = m_view.geometry().toItem(m_view.scene().layout().cardRect(CardId(m_ref.id)));
    return {card.left(), card.bottom() - 3, std::max(card.width(), LeastRemarkPx), 2.2 * fontPx()};
}

QRectF InlineEditor::rect() const
{
    if (m_remark)
        return remarkRect();
    const ViewGeometry geometry = m_view.geometry();
    const Layout& layout = m_view.scene().layout();
    const double text = m_view.textScale();
    const QPointF corner =
        geometry.viewport.topLeft() - QPointF(HeaderPainter::width(text), HeaderPainter::height(text));
    const QRectF area = geometry.toItem(m_view.scene().areaOf(m_ref));
    const auto insideWidth = [&](double left, double right, double least) {
        const double from = std::max(left, geometry.viewport.left());
        return std::pair(from, std::max(std::min(right, geometry.viewport.right()) - from, least));
    };
    switch (m_ref.kind) {
    case ElementKind::Lane: {
        // Over the name and what stands below it.
        const LayoutRow& row = layout.rows()[layout.rowOf(LaneId(m_ref.id))];
        const QRectF proper = geometry.toItem(QRectF(0, row.stripsBottom, 1, row.bottom - row.stripsBottom));
        const double middle =
            (std::max(proper.top(), geometry.viewport.top()) + std::min(proper.bottom(), geometry.viewport.bottom())) /
            2;
        const double height = (double(std::max<qsizetype>(row.nameLines.size(), 1)) * HeaderPainter::NameHeight +
                               double(row.detailLines.size()) * HeaderPainter::DetailHeight + 2 * LaneMargin) *
                              text;
        return {corner.x() + 16 * text, middle - height / 2, HeaderPainter::width(text) - 22 * text, height};
    }
    case ElementKind::Phase: {
        const auto [left, width] = insideWidth(area.left(), area.right(), 120);
        return {left, corner.y() + 7 * text, width, HeaderPainter::phaseHeight(text) - 9 * text};
    }
    case ElementKind::Step: {
        const auto [left, width] = insideWidth(area.left(), area.right(), 90);
        // Behind its number.
        const Step* step = m_view.blueprint().find(StepId(m_ref.id));
        const QString number = step ? QString::number(step->number) + QStringLiteral("  ") : QString();
        const double behind = m_view.scene().measurer().width(number, TextRole::StepName) * text - LeastInsetPx;
        return {left + behind, corner.y() + HeaderPainter::phaseHeight(text) + 1, width - behind,
                HeaderPainter::height(text) - HeaderPainter::phaseHeight(text) - 2};
    }
    case ElementKind::Connection: {
        return QRectF(-60, -14, 120, 28).translated(geometry.toItem(labelPoint()));
    }
    default: {
        const QRectF card = geometry.toItem(layout.cardRect(CardId(m_ref.id)));
        const std::optional<LayoutCard> titled = titledCard();
        const double stripe = titled && titled->text.quiet ? 1 : layout.style().stripePt * geometry.camera.scale;
        // Within the frame of the card, or over it where it is too small to type in.
        const QRectF inner = card.adjusted(stripe, 1, -1, -1);
        if (coversCard())
            return inner;
        return {card.topLeft() - QPointF(2, 2), inner.size().expandedTo(LeastCardPx)};
    }
    }
}

std::optional<LayoutCard> InlineEditor::titledCard() const
{
    const bool isTitle = m_ref.kind == ElementKind::Card && !m_remark;
    return isTitle ? m_view.scene().layout().card(CardId(m_ref.id)) : std::nullopt;
}

bool InlineEditor::coversCard() const
{
    const std::optional<LayoutCard> card = titledCard();
    const QSizeF size = card ? m_view.geometry().toItem(card->rect).size() : QSizeF();
    return size.expandedTo(LeastCardPx) == size;
}

QColor InlineEditor::paper() const
{
    const std::optional<LayoutCard> titled = titledCard();
    const Card* card = titled ? m_view.blueprint().find(titled->card) : nullptr;
    const Theme& theme = m_view.scene().theme();
    return toColor(card ? paperOf(theme, *card, titled->text.quiet) : theme.card);
}

bool InlineEditor::isQuiet() const
{
    const std::optional<LayoutCard> titled = titledCard();
    return m_remark ||
           (titled ? titled->text.quiet : m_ref.kind == ElementKind::Step || m_ref.kind == ElementKind::Connection);
}

QPointF InlineEditor::inset() const
{
    constexpr QPointF Least(LeastInsetPx, 2);
    const QRectF area = rect();
    const double line = 1.25 * fontPx();
    if (m_ref.kind == ElementKind::Lane)
        return {Least.x(),
                LaneMargin * m_view.textScale() + (HeaderPainter::NameHeight * m_view.textScale() - line) / 2};
    if (m_ref.kind == ElementKind::Phase) // where the name begins behind the notch
        return {area.height() / 3 + 6 * m_view.textScale(), std::max((area.height() - line) / 2, Least.y())};
    if (!coversCard())
        return m_ref.kind == ElementKind::Card ? Least
                                               : QPointF(Least.x(), std::max((area.height() - line) / 2, Least.y()));
    const LayoutStyle& style = m_view.scene().layout().style();
    const double scale = m_view.camera().scale;
    const LayoutCard card = *titledCard();
    const bool isCentred = card.text.quiet && card.text.titleLines.size() < 2 && card.text.metaLines.isEmpty();
    const double left = style.cardPaddingPt * scale - (card.text.quiet ? 1 : 0);
    return {left, isCentred ? (area.height() - line) / 2 : style.cardTopPt * scale - 1};
}

double InlineEditor::fontPx() const
{
    if (m_remark)
        return std::max(textStyle(TextRole::CardMeta).sizePt * m_view.camera().scale, SmallestFontPx);
    const bool header = isHeader(m_ref.kind);
    const std::optional<LayoutCard> card = titledCard();
    const TextRole role = m_ref.kind == ElementKind::Step || m_ref.kind == ElementKind::Connection ? TextRole::StepName
                          : card && card->text.quiet                                               ? TextRole::CardQuiet
                                                     : TextRole::CardTitle;
    const double scale = header ? m_view.textScale() : m_view.camera().scale;
    return std::max(textStyle(role).sizePt * scale, SmallestFontPx);
}

QString InlineEditor::text() const
{
    const Blueprint& blueprint = m_view.blueprint();
    if (const Card* card = m_ref.kind == ElementKind::Card ? blueprint.find(CardId(m_ref.id)) : nullptr)
        return !m_remark ? card->title : m_remark == Remark::Note ? card->note : QString();
    if (const Connection* connection =
            m_ref.kind == ElementKind::Connection ? blueprint.find(ConnectionId(m_ref.id)) : nullptr) {
        const bool named = unlabelledRequest(blueprint, m_ref) && !connection->request.isEmpty();
        return named ? nameOf(blueprint, {ElementKind::Request, connection->request.value}) : connection->label;
    }
    if (const Lane* lane = m_ref.kind == ElementKind::Lane ? blueprint.find(LaneId(m_ref.id)) : nullptr)
        return lane->name;
    if (const Step* step = m_ref.kind == ElementKind::Step ? blueprint.find(StepId(m_ref.id)) : nullptr)
        return step->name;
    if (const Phase* phase = m_ref.kind == ElementKind::Phase ? blueprint.find(PhaseId(m_ref.id)) : nullptr)
        return phase->name;
    return {};
}

} // namespace throughline
