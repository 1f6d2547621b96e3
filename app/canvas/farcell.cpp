// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/farcell.h"

#include "app/canvas/canvasscene.h"
#include "core/model/queries.h"
#include "core/scene/fade.h"
#include "core/scene/paper.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace throughline {

namespace {

/// The width of a letter of running text, in its size.
constexpr double LetterEm = 0.54;
constexpr double BarUnitPt = 2;

quint8 barOf(const QString& line, TextRole role)
{
    return quint8(std::min(double(line.size()) * LetterEm * textStyle(role).sizePt / BarUnitPt, 255.0));
}

/// Makes one square.
class CellMaker
{
public:
    CellMaker(const CanvasScene& scene, const QRectF& area) : m_scene(scene), m_area(area) {}

    FarCell make()
    {
        for (const CardId& id : m_scene.layout().cardsIn(m_area))
            addCard(id);
        for (const ConnectionId& id : m_scene.layout().connectionsIn(m_area))
            addRoute(id);
        for (size_t group = 0; group < m_runs.size(); ++group) {
            m_cell.runsBegin[group] = quint32(m_cell.runs.size());
            m_cell.runs.insert(m_cell.runs.end(), m_runs[group].begin(), m_runs[group].end());
        }
        m_cell.runsBegin.back() = quint32(m_cell.runs.size());
        m_cell.runs.shrink_to_fit();
        m_cell.blocks.shrink_to_fit();
        m_cell.heads.shrink_to_fit();
        return std::move(m_cell);
    }

private:
    void addCard(const CardId& id)
    {
        const ElementRef ref = refTo(id);
        const Card* card = m_scene.blueprint().find(id);
        const std::optional<LayoutCard> placed = m_scene.layout().card(id);
        const SceneOptions& options = m_scene.options();
        if (!card || !placed || (!options.hidden.isEmpty() && options.hidden.contains(ref)))
            return;
        const Theme& theme = m_scene.theme();
        FarBlock block;
        block.left = float(placed->rect.left());
        block.top = float(placed->rect.top());
        block.right = float(placed->rect.right());
        block.bottom = float(placed->rect.bottom());
        block.quiet = card->kind == CardKind::Evidence;
        block.fill = paperOf(theme, *card, block.quiet);
        block.stripe = isSticky(*card) ? noteEdgeOf(theme, block.fill) : m_scene.stripeOf(*card);
        const bool fades = !options.lit.isEmpty() && !options.lit.contains(ref);
        if (fades) {
            const Rgba ground = theme.band(m_scene.layout().rows()[placed->row].stage);
            block.fill = mix(block.fill, ground, FadeShare);
            block.stripe = mix(block.stripe, ground, FadeShare);
        }
        if (!placed->folded && !fades)
            addBars(block, placed->text);
        if (const auto mark = options.preview.constFind(ref); mark != options.preview.cend()) {
            block.previewed = true;
            block.goes = *mark == PreviewMark::Removed;
        }
        block.severity = worstAt(options, ref);
        m_cell.blocks.push_back(block);
    }
    static void addBars(FarBlock& block, const CardText& text)
    {
        const TextRole role = text.quiet ? TextRole::CardQuiet : TextRole::CardTitle;
        const size_t lines = std::min(block.title.size(), size_t(text.titleLines.size()));
        for (size_t i = 0; i < lines; ++i)
            block.title[i] = barOf(text.titleLines[qsizetype(i)], role);
        if (!text.metaLines.isEmpty())
            block.meta = barOf(text.metaLines.first(), TextRole::CardMeta);
    }

    [[nodiscard]] std::optional<FarLine> lineOf(const ConnectionId& id) const
    {
        const SceneOptions& options = m_scene.options();
        if (!options.hidden.isEmpty() && options.hidden.contains(refTo(id)))
            return std::nullopt;
        if (!options.lit.isEmpty() && !options.lit.contains(refTo(id)))
            return std::nullopt;
        if (!options.preview.isEmpty() &&
            options.preview.value(refTo(id), PreviewMark::Removed) != PreviewMark::Removed)
            return FarLine::Preview;
        if (!options.tinted.isEmpty()) {
            switch (options.tinted.value(refTo(id), Severity::Off)) {
            case Severity::Hint:
                return FarLine::Hint;
            case Severity::Warning:
                return FarLine::Warning;
            case Severity::Error:
                return FarLine::Error;
            case Severity::Off:
                break;
            }
        }
        const Connection* connection = m_scene.blueprint().find(id);
        const bool quiet =
            !connection || connection->kind == ConnectionKind::Auto || connection->kind == ConnectionKind::Flow;
        return quiet ? FarLine::Quiet : FarLine::Loud;
    }
    void addRoute(const ConnectionId& id)
    {
        const std::optional<FarLine> line = lineOf(id);
        const std::optional<Route> route = m_scene.layout().route(id);
        if (!line || !route)
            return;
        const QList<QPointF>& points = route->points;
        for (qsizetype i = 0; i + 1 < points.size(); ++i)
            addRun(*line, points[i], points[i + 1]);
        addSpot(id, (points[(points.size() - 1) / 2] + points[points.size() / 2]) / 2);
        const QPointF tip = points.last();
        const QPointF way = tip - points[points.size() - 2];
        if (!holds(tip))
            return;
        const bool level = std::abs(way.x()) > std::abs(way.y());
        const auto sign = [](double value) { return qint8(value < 0 ? -1 : 1); };
        m_cell.heads.push_back({float(tip.x()), float(tip.y()), level ? sign(way.x()) : qint8(0),
                                level ? qint8(0) : sign(way.y()), *line});
    }
    void addSpot(const ConnectionId& id, QPointF at)
    {
        const Severity worst = worstAt(m_scene.options(), refTo(id));
        if (worst != Severity::Off && holds(at))
            m_cell.spots.push_back({float(at.x()), float(at.y()), worst});
    }
    /// Each point belongs to one square.
    [[nodiscard]] bool holds(QPointF point) const
    {
        return point.x() >= m_area.left() && point.x() < m_area.right() && point.y() >= m_area.top() &&
               point.y() < m_area.bottom();
    }
    void addRun(FarLine line, QPointF begin, QPointF end)
    {
        const bool upright = std::abs(end.y() - begin.y()) > std::abs(end.x() - begin.x());
        const double at = upright ? begin.x() : begin.y();
        const auto [from, to] = upright ? std::minmax({begin.y(), end.y()}) : std::minmax({begin.x(), end.x()});
        const double low = upright ? m_area.top() : m_area.left();
        const double high = upright ? m_area.bottom() : m_area.right();
        const bool within =
            upright ? at >= m_area.left() && at < m_area.right() : at >= m_area.top() && at < m_area.bottom();
        if (within && from < high && to > low)
            m_runs[2 * size_t(line) + (upright ? 0 : 1)].push_back(
                {float(at), float(std::max(from, low)), float(std::min(to, high))});
    }

    const CanvasScene& m_scene;
    QRectF m_area;
    FarCell m_cell;
    std::array<std::vector<FarRun>, 2 * FarLineCount> m_runs;
};

} // namespace

Severity worstAt(const SceneOptions& options, const ElementRef& element)
{
    Severity worst = Severity::Off;
    if (const auto found = options.callouts.constFind(element); found != options.callouts.cend()) {
        for (const Callout& callout : *found)
            worst = std::max(worst, callout.severity);
    }
    return worst;
}

FarCell makeFarCell(const CanvasScene& scene, const QRectF& area)
{
    return CellMaker(scene, area).make();
}

} // namespace throughline
