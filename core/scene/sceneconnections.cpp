// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/hittest.h"
#include "core/model/queries.h"
#include "core/scene/scenebuilder.h"
#include "core/scene/shapes.h"

namespace throughline {

namespace {

constexpr double HeadLengthPt = 8;
constexpr double HeadWidthPt = 7.5;
constexpr double LooseRadiusPt = 3.5;
constexpr double LaneEndPt = 3; // a dot where a connection leaves a lane as a whole

struct Look
{
    Rgba colour;
    double widthPt;
    Stroke::Dash dash = Stroke::Dash::Solid;
    bool openHead = false;
};

Look lookOf(const Connection& connection, const Theme& theme)
{
    switch (connection.kind) {
    case ConnectionKind::Auto:
    case ConnectionKind::Flow:
        return {theme.quietConnection, 1.25};
    case ConnectionKind::Request:
        return {theme.connection, 1.5, Stroke::Dash::Solid, !connection.replyExpected};
    case ConnectionKind::Answer:
        return {theme.connection, 1.5, Stroke::Dash::Dashed};
    case ConnectionKind::Tell:
        return {theme.connection, 0.9, Stroke::Dash::Solid, true};
    case ConnectionKind::SendAway:
        return {theme.connection, 1.5, Stroke::Dash::Dotted};
    case ConnectionKind::Handover:
        return {theme.connection, 2.5};
    }
    return {theme.quietConnection, 1.25};
}

PathOp diamond(const QPointF& centre, double reach, Rgba fill, const Stroke& stroke)
{
    PathOp path = circle(centre, reach, fill, stroke);
    path.segments = {{PathOp::Segment::Kind::Move, centre + QPointF(reach, 0), {}, {}},
                     {PathOp::Segment::Kind::Line, centre + QPointF(0, reach), {}, {}},
                     {PathOp::Segment::Kind::Line, centre + QPointF(-reach, 0), {}, {}},
                     {PathOp::Segment::Kind::Line, centre + QPointF(0, -reach), {}, {}},
                     {PathOp::Segment::Kind::Close, {}, {}, {}}};
    return path;
}

} // namespace

DisplayItem SceneBuilder::connectionItem(const ConnectionId& id) const
{
    const Connection* connection = m_blueprint.find(id);
    const std::optional<Route> route = m_layout.route(id);
    if (connection && route && !m_options.hidden.contains({ElementKind::Connection, id.value}))
        return connectionItem(*connection, *route);
    DisplayItem item;
    item.element = {ElementKind::Connection, id.value};
    item.layer = Layer::Connection;
    return item;
}

DisplayItem SceneBuilder::connectionItem(const Connection& connection, const Route& route) const
{
    DisplayItem item;
    item.element = {ElementKind::Connection, connection.id.value};
    item.layer = Layer::Connection;
    Look look = lookOf(connection, m_theme);
    if (const auto tint = m_options.tinted.constFind(item.element); tint != m_options.tinted.constEnd()) {
        look.colour = m_theme.of(*tint);
        look.widthPt = std::max(look.widthPt, 1.75);
    }
    if (const std::optional<PreviewMark> mark = previewMark(item.element)) {
        const Stroke edge = previewEdge(*mark);
        look.colour = edge.colour;
        look.widthPt = *mark == PreviewMark::Removed ? look.widthPt : std::max(look.widthPt, 1.75);
        look.dash = *mark == PreviewMark::Changed ? look.dash : edge.dash;
    }
    look.colour = faded(look.colour, m_theme.band(Stage::Frontstage), isFaded(item.element));
    const double width = look.widthPt * m_theme.strokeScale;
    const Stroke line{look.colour, width, look.dash};
    const Stroke solid{look.colour, look.openHead ? std::max(1.0, width) : 0, Stroke::Dash::Solid};
    const double head = (HeadLengthPt + look.widthPt - 1) * (m_theme.strokeScale > 1 ? 1.15 : 1);
    const qsizetype last = route.points.size() - 1;
    item.bounds = route.bounds.adjusted(-2, -2, 2, 2);
    item.ops += connectorPath(route, m_layout.style().cornerPt, m_layout.style().hopPt,
                              route.looseFrom          ? LooseRadiusPt
                              : connection.conditional ? 7
                                                       : 0,
                              route.looseTo ? LooseRadiusPt : head - 1, line);
    const Stroke ring{look.colour, 1.25, Stroke::Dash::Solid};
    if (route.looseFrom)
        item.ops += circle(route.points.first(), LooseRadiusPt, m_theme.label, ring);
    else if (connection.conditional) {
        const QPointF step = route.points[1] - route.points[0];
        const QPointF along = step / std::max(1.0, std::abs(step.x()) + std::abs(step.y()));
        item.ops += diamond(route.points[0] + along * 4.5, 4, m_theme.label, ring);
    } else if (laneAt(connection.from)) {
        item.ops += circle(route.points.first(), LaneEndPt, look.colour, {});
    }
    if (route.looseTo)
        item.ops += circle(route.points[last], LooseRadiusPt, m_theme.label, ring);
    else
        item.ops += arrowHead(route.points[last], route.points[last - 1], head,
                              HeadWidthPt * (m_theme.strokeScale > 1 ? 1.15 : 1),
                              look.openHead ? m_theme.label : look.colour, solid);
    return item;
}

DisplayItem SceneBuilder::labelItem(const ConnectionId& id) const
{
    const Connection* connection = m_blueprint.find(id);
    const std::optional<Route> route = m_layout.route(id);
    if (connection && route && !m_options.hidden.contains({ElementKind::Connection, id.value}))
        return labelItem(*connection, *route);
    DisplayItem item;
    item.element = {ElementKind::Connection, id.value};
    item.layer = Layer::ConnectionLabel;
    return item;
}

DisplayItem SceneBuilder::labelItem(const Connection& connection, const Route& route) const
{
    DisplayItem item;
    item.element = {ElementKind::Connection, connection.id.value};
    item.layer = Layer::ConnectionLabel;
    if (route.label.isNull())
        return item;
    Rgba edge = lookOf(connection, m_theme).colour;
    Rgba text = m_theme.ink;
    if (const auto tint = m_options.tinted.constFind(item.element); tint != m_options.tinted.constEnd())
        edge = text = m_theme.of(*tint);
    const bool fade = isFaded(item.element);
    const Rgba ground = m_theme.band(Stage::Frontstage);
    const QRectF& rect = route.label;
    Stroke line{faded(edge, ground, fade), 0.9 * m_theme.strokeScale, Stroke::Dash::Solid};
    const std::optional<PreviewMark> mark = previewMark(item.element);
    if (mark)
        line = previewEdge(*mark);
    item.bounds = rect.adjusted(-1, -1, 1, 1);
    item.ops += RectOp{rect, std::min(rect.height() / 2, 9.0), faded(m_theme.label, ground, fade), line};
    const double height = double(route.labelLines.size()) * m_measurer.lineHeight(TextRole::Label);
    addLines(item, route.labelLines,
             {rect.center().x(), rect.center().y() - height / 2, TextRole::Label, faded(text, m_theme.label, fade),
              TextOp::Align::Centre});
    if (mark == PreviewMark::Removed)
        strikeOut(item);
    return item;
}

} // namespace throughline
