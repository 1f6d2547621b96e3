// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/scenebuilder.h"

#include "core/layout/cardattachments.h"
#include "core/layout/cardtext.h"
#include "core/layout/hittest.h"
#include "core/model/attachments.h"
#include "core/model/queries.h"
#include "core/scene/fade.h"
#include "core/scene/paper.h"
#include "core/scene/shapes.h"

namespace throughline {

namespace {

constexpr double MarkPt = 16;
constexpr double FoldPt = 14;
constexpr double BadgePt = 9; // radius
constexpr double BadgeStepPt = 15;
constexpr double BadgeRingPt = 1.5;

/// How far a card is known: a solid edge unless somebody says that it is assumed or proposed.
Stroke::Dash edgeOf(CardStatus status)
{
    switch (status) {
    case CardStatus::Assumed:
        return Stroke::Dash::Dashed;
    case CardStatus::Proposed:
        return Stroke::Dash::Dotted;
    case CardStatus::Unstated:
    case CardStatus::Observed:
        break;
    }
    return Stroke::Dash::Solid;
}

bool isSticky(CardMark mark)
{
    return mark == CardMark::Note || mark == CardMark::PainPoint || mark == CardMark::Opportunity;
}

/// The sheet of a sticky note, with a folded corner.
void addSheet(DisplayItem& item, const QRectF& rect, Rgba fill, const Stroke& edge, Rgba shadow, const Theme& theme)
{
    if ((shadow >> 24) != 0)
        item.ops += sheet(rect.translated(0, 2), FoldPt, shadow, {});
    // Unless the edge has something to say.
    Stroke line = edge;
    if (line.colour == theme.cardEdge || line.colour == theme.evidenceEdge)
        line.colour = noteEdgeOf(theme, fill);
    item.ops += sheet(rect, FoldPt, fill, line);
    item.ops += sheetFold(rect, FoldPt, mix(fill, theme.ink, 0.12), line);
}

} // namespace

Rgba departmentColour(const Blueprint& blueprint, const Theme& theme, const DepartmentId& department)
{
    size_t index = 0;
    for (const Department& other : blueprint.departments()) {
        if (other.id == department)
            return theme.departments[index % theme.departments.size()];
        ++index;
    }
    return theme.noDepartment;
}

SceneBuilder::SceneBuilder(const Blueprint& blueprint, const Layout& layout, const Theme& theme,
                           const SceneOptions& options, const TextMeasurer& measurer)
    : m_blueprint(blueprint), m_layout(layout), m_theme(theme), m_options(options), m_measurer(measurer)
{
}

bool SceneBuilder::isFaded(const ElementRef& element) const
{
    return !m_options.lit.isEmpty() && !m_options.lit.contains(element);
}

Rgba SceneBuilder::faded(Rgba colour, Rgba ground, bool fade) const
{
    return fade && (colour >> 24) != 0 ? mix(colour, ground, FadeShare) : colour;
}

void SceneBuilder::addLines(DisplayItem& item, const QStringList& lines, const TextStack& stack) const
{
    double y = stack.topPt + m_measurer.ascent(stack.role);
    for (const QString& line : lines) {
        item.ops += TextOp{line,         QPointF(stack.xPt, y), stack.role,
                           stack.colour, stack.align,           m_measurer.width(line, stack.role)};
        y += m_measurer.lineHeight(stack.role);
    }
}

DisplayItem SceneBuilder::cardItem(const CardId& id) const
{
    DisplayItem item;
    item.element = {ElementKind::Card, id.value};
    item.layer = Layer::Card;
    const Card* card = m_blueprint.find(id);
    const std::optional<LayoutCard> placed = m_layout.card(id);
    if (!card || !placed || m_options.hidden.contains(item.element))
        return item;
    const LayoutRow& row = m_layout.rows()[placed->row];
    const bool fade = isFaded(item.element);
    const Rgba ground = m_theme.band(row.stage);
    const bool quiet = placed->text.quiet;
    const QRectF& rect = placed->rect;
    const double radius = placed->folded ? 3 : m_layout.style().cardRadiusPt;
    item.bounds = rect.adjusted(-3, -3, 3, 4);

    const std::optional<PreviewMark> mark = previewMark(item.element);
    const bool shadow = !fade && !quiet && !placed->folded && !mark && (m_theme.cardShadow >> 24) != 0;
    const bool sticky = isSticky(*card) && !placed->folded;
    if (shadow && !sticky)
        item.ops += RectOp{rect.translated(0, 1.5), radius, m_theme.cardShadow, {}};
    Stroke edge{faded(quiet ? m_theme.evidenceEdge : m_theme.cardEdge, ground, fade), 1.0 * m_theme.strokeScale,
                edgeOf(card->status)};
    if (edge.dash != Stroke::Dash::Solid)
        edge.colour = faded(m_theme.muted, ground, fade);
    if (const auto tint = m_options.tinted.constFind(item.element); tint != m_options.tinted.constEnd())
        edge = {faded(m_theme.of(*tint), ground, fade), 1.75 * m_theme.strokeScale, Stroke::Dash::Solid};
    const Rgba paper = paperOf(m_theme, *card, quiet);
    Rgba fill = faded(paper, ground, fade);
    if (mark) {
        edge = previewEdge(*mark);
        fill = previewGround(*mark, fill, ground);
    }
    if (sticky)
        addSheet(item, rect, fill, edge, shadow ? m_theme.cardShadow : 0, m_theme);
    else
        item.ops += RectOp{rect, radius, fill, edge};
    if (!quiet && !isSticky(*card) && row.stage != Stage::Customer) {
        const QList<DepartmentId> departments = departmentsOf(m_blueprint, *card);
        const Rgba colour = departmentColour(m_blueprint, m_theme, departments.value(0));
        item.ops += stripe(rect, radius, m_layout.style().stripePt,
                           faded(colour, ground, fade || mark == PreviewMark::Removed));
    }
    if (!placed->folded)
        addCardText(item, *placed, paper, fade);
    addAttachments(item, *card, *placed, fade);
    if (mark == PreviewMark::Removed)
        strikeOut(item);
    return item;
}

void SceneBuilder::addCardText(DisplayItem& item, const LayoutCard& card, Rgba ground, bool fade) const
{
    const LayoutStyle& style = m_layout.style();
    const Rgba muted = faded(m_theme.muted, ground, fade);
    const double left = card.rect.left() + style.cardPaddingPt + (card.text.quiet ? 0 : style.stripePt);
    const double slipsTop = addSlips(item, card, left, fade);
    const TextRole titleRole = card.text.quiet ? TextRole::CardQuiet : TextRole::CardTitle;
    const bool alone = card.text.metaLines.isEmpty() && card.text.marks.isEmpty() && card.text.slips.isEmpty() &&
                       picturesHeight(*m_blueprint.find(card.card)) == 0;
    const double titleHeight = double(card.text.titleLines.size()) * m_measurer.lineHeight(titleRole);
    const double top =
        card.text.quiet && alone ? card.rect.center().y() - titleHeight / 2 : card.rect.top() + style.cardTopPt;
    addLines(item, card.text.titleLines,
             {left, top, titleRole, card.text.quiet ? muted : faded(m_theme.ink, ground, fade), TextOp::Align::Left});
    const double metaTop = slipsTop - double(card.text.metaLines.size()) * m_measurer.lineHeight(TextRole::CardMeta);
    const double marksWidth = MarkPt * double(card.text.marks.size());
    // A sticky note has its lower right corner folded: its marks stand at the left.
    const bool marksLeft = isSticky(card.text.marks.value(0));
    addLines(item, card.text.metaLines,
             {left + (marksLeft ? marksWidth : 0), metaTop, TextRole::CardMeta, muted, TextOp::Align::Left});
    double x = marksLeft ? left - 1 : card.rect.right() - style.cardPaddingPt - marksWidth + MarkPt - 12;
    for (const CardMark mark : card.text.marks) {
        item.ops += markOps(mark, QPointF(x, slipsTop - 12.5), muted);
        x += MarkPt;
    }
}

/// Draws the slips at the foot of a card; where they begin, gap included.
double SceneBuilder::addSlips(DisplayItem& item, const LayoutCard& card, double left, bool fade) const
{
    const QList<QRectF> rects = slipRects(card, m_layout.style(), m_measurer);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const CardSlip& slip = card.text.slips[i];
        const double y = rects[i].top();
        const Rgba paper = faded(m_theme.paperOf(slip.mark), m_theme.card, fade);
        const Rgba ink = faded(m_theme.ink, paper, fade);
        item.ops += RectOp{rects[i], 3, paper, {}};
        const double line = m_measurer.lineHeight(TextRole::CardMeta);
        item.ops += markOps(slip.mark, QPointF(left + SlipPaddingPt, y + SlipPaddingPt + (line - 12) / 2), ink);
        addLines(item, slip.lines,
                 {left + SlipPaddingPt + MarkPt, y + SlipPaddingPt, TextRole::CardMeta, ink, TextOp::Align::Left});
    }
    return rects.isEmpty() ? card.rect.bottom() - CardBottomPt : rects.first().top() - SlipGapPt;
}

void SceneBuilder::addAttachments(DisplayItem& item, const Card& card, const LayoutCard& placed, bool fade) const
{
    for (const AttachmentSpot& spot : attachmentSpots(card, placed, m_layout.style(), m_measurer)) {
        const Attachment& attachment = card.attachments[spot.index];
        if (spot.picture) {
            const Rgba ground = faded(m_theme.paperOf(CardMark::Attachment), m_theme.card, fade);
            item.ops += RectOp{spot.rect, 3, ground, {}};
            item.ops += ImageOp{spot.rect.adjusted(2, 2, -2, -2), attachment.target, faded(m_theme.muted, ground, fade),
                                fade ? 1 - FadeShare : 1};
        }
        if (const QUrl address = addressOf(attachment); address.isValid())
            item.links += ItemLink{spot.rect, address.toString(QUrl::FullyEncoded), shownName(attachment)};
    }
}

QPointF SceneBuilder::badgeAnchor(const ElementRef& element) const
{
    if (element.kind == ElementKind::Connection) {
        const std::optional<Route> route = m_layout.route(ConnectionId(element.id));
        if (!route)
            return {};
        if (!route->label.isNull())
            return route->label.topRight() + QPointF(2, -2);
        qsizetype longest = 0;
        const auto length = [&](qsizetype i) { return (route->points[i + 1] - route->points[i]).manhattanLength(); };
        for (qsizetype i = 1; i + 1 < route->points.size(); ++i)
            longest = length(i) > length(longest) ? i : longest;
        return (route->points[longest] + route->points[longest + 1]) / 2;
    }
    const QRectF area = areaOf(m_layout, element);
    switch (element.kind) {
    case ElementKind::Lane:
        return area.isNull() ? QPointF() : QPointF(area.right() - 16, area.center().y());
    case ElementKind::Phase:
    case ElementKind::Step:
        return area.isNull() ? QPointF() : QPointF(area.right() - 22, area.center().y());
    default:
        return area.isNull() ? QPointF() : area.topRight() + QPointF(-2, 2);
    }
}

DisplayItem SceneBuilder::badgeItem(const ElementRef& element) const
{
    DisplayItem item;
    item.element = element;
    item.layer = Layer::Badge;
    const QList<Callout> callouts = m_options.callouts.value(element);
    QPointF at = badgeAnchor(element);
    if (callouts.isEmpty() || at.isNull() || m_options.hidden.contains(element))
        return item;
    for (qsizetype i = callouts.size() - 1; i >= 0; --i) {
        const QString number = QString::number(callouts[i].number);
        const double width = std::max(2 * BadgePt, m_measurer.width(number, TextRole::Badge) + 10);
        const QRectF pill(at.x() - width / 2, at.y() - BadgePt, width, 2 * BadgePt);
        item.ops +=
            RectOp{pill, BadgePt, m_theme.of(callouts[i].severity), {m_theme.card, BadgeRingPt, Stroke::Dash::Solid}};
        const double baseline =
            at.y() + m_measurer.ascent(TextRole::Badge) - m_measurer.lineHeight(TextRole::Badge) / 2;
        item.ops += TextOp{number,
                           QPointF(at.x(), baseline),
                           TextRole::Badge,
                           m_theme.badgeText,
                           TextOp::Align::Centre,
                           m_measurer.width(number, TextRole::Badge)};
        item.bounds |= pill.adjusted(-2, -2, 2, 2);
        at.rx() -= BadgeStepPt + width - 2 * BadgePt;
    }
    return item;
}

QList<DisplayItem> SceneBuilder::gridItems(const QRectF& area) const
{
    QList<DisplayItem> items = bandItems(area);
    const auto add = [&](DisplayItem item) {
        if (!item.ops.isEmpty() && item.bounds.intersects(area))
            items += std::move(item);
    };
    const QList<ConnectionId> connections = m_layout.connectionsIn(area);
    for (const ConnectionId& id : connections)
        add(connectionItem(id));
    for (const ConnectionId& id : connections)
        add(labelItem(id));
    const QRectF near = area.adjusted(-24, -24, 24, 24);
    const QList<CardId> cards = m_layout.cardsIn(near);
    for (const CardId& id : cards)
        add(cardItem(id));
    if (!m_options.callouts.isEmpty()) {
        for (const ConnectionId& id : connections)
            add(badgeItem({ElementKind::Connection, id.value}));
        for (const CardId& id : cards)
            add(badgeItem({ElementKind::Card, id.value}));
    }
    if (!m_options.preview.isEmpty()) {
        for (const ConnectionId& id : connections)
            add(previewSignItem({ElementKind::Connection, id.value}));
        for (const CardId& id : cards)
            add(previewSignItem({ElementKind::Card, id.value}));
    }
    return items;
}

DisplayList buildDisplayList(const Blueprint& blueprint, const Layout& layout, const Theme& theme,
                             const SceneOptions& options, const TextMeasurer& measurer)
{
    const SceneBuilder builder(blueprint, layout, theme, options, measurer);
    DisplayList list;
    list.bounds = layout.bounds();
    list.items = builder.gridItems(list.bounds);
    list.items += builder.laneHeaderItems(list.bounds);
    list.items += builder.stepHeaderItems(list.bounds);
    list.items += builder.cornerItem();
    return list;
}

} // namespace throughline
