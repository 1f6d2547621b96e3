// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasscene.h"

#include "core/layout/hittest.h"
#include "core/model/queries.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How far badges, shadows and arrow heads reach beyond an element's area.
constexpr double SpillPt = 18;
/// How much heavier letters are on a projector.
constexpr int ProjectorWeight = 100;

const Theme& themeNamed(const QString& name)
{
    if (name == u"dark"_s)
        return darkTheme();
    if (name == u"contrast"_s)
        return contrastTheme();
    if (name == u"dark-contrast"_s)
        return darkContrastTheme();
    return name == u"projector"_s ? projectorTheme() : lightTheme();
}

QRectF spilled(const QRectF& rect)
{
    return rect.isNull() ? rect : rect.adjusted(-SpillPt, -SpillPt, SpillPt, SpillPt);
}

bool sameGrid(const Layout& left, const Layout& right)
{
    const auto sameRow = [](const LayoutRow& l, const LayoutRow& r) {
        return l.lane == r.lane && l.stage == r.stage && l.folded == r.folded && l.top == r.top &&
               l.bottom == r.bottom && l.stripsBottom == r.stripsBottom;
    };
    const auto sameColumn = [](const LayoutColumn& l, const LayoutColumn& r) {
        return l.kind == r.kind && l.step == r.step && l.phase == r.phase && l.left == r.left && l.width == r.width;
    };
    return left.bounds() == right.bounds() && left.headerHeight() == right.headerHeight() &&
           std::equal(left.rows().begin(), left.rows().end(), right.rows().begin(), right.rows().end(), sameRow) &&
           std::equal(left.columns().begin(), left.columns().end(), right.columns().begin(), right.columns().end(),
                      sameColumn);
}

bool sameRoute(const std::optional<Route>& left, const std::optional<Route>& right)
{
    return left.has_value() == right.has_value() &&
           (!left || (left->points == right->points && left->hops == right->hops && left->label == right->label &&
                      left->labelLines == right->labelLines));
}

/// What says how every card looks, not only itself: names of roles, departments, requests.
bool recoloursAll(const Patch& patch)
{
    return std::any_of(patch.changes.begin(), patch.changes.end(), [](const Change& change) {
        const ElementKind kind = refOf(change).kind;
        return kind == ElementKind::Department || kind == ElementKind::Role || kind == ElementKind::Request ||
               kind == ElementKind::DataItem || kind == ElementKind::Lane || kind == ElementKind::Phase ||
               kind == ElementKind::Step;
    });
}

} // namespace

CanvasScene::CanvasScene()
    : m_theme(&lightTheme()), m_typeface(screenTypeface()), m_measurer(std::make_unique<QtTextMeasurer>(m_typeface))
{
    relayout();
}

void CanvasScene::setTheme(const QString& name)
{
    m_theme = &themeNamed(name);
    m_far.clear();
    Typeface typeface = screenTypeface();
    typeface.heavier = name == u"projector"_s ? ProjectorWeight : 0;
    if (typeface == m_typeface)
        return;
    m_typeface = typeface;
    m_measurer = std::make_unique<QtTextMeasurer>(typeface);
    relayout();
}

void CanvasScene::reset(const Blueprint& blueprint)
{
    m_blueprint = blueprint;
    m_found = {};
    m_hidden.clear();
    m_previewed.clear();
    applyOptions();
    relayout();
}

void CanvasScene::show(const Blueprint& blueprint, const QHash<ElementRef, PreviewMark>& marks)
{
    m_far.clear();
    m_layout = updateLayout(m_layout, blueprint, diff(m_blueprint, blueprint), *m_measurer);
    m_blueprint = blueprint;
    m_previewed = marks;
    applyOptions();
}

void CanvasScene::relayout()
{
    m_far.clear();
    m_layout = layoutBlueprint(m_blueprint, LayoutStyle(), *m_measurer);
}

SceneDirt CanvasScene::update(const Blueprint& after, const Patch& patch, const QRectF& looked)
{
    QSet<ElementRef> touchedRefs;
    for (const ElementRef& ref : touched(patch))
        touchedRefs += ref;
    SceneDirt dirt;
    dirt.areas = areasOf(touchedRefs);
    const Layout before = m_layout;
    m_blueprint = after;
    LayoutChange change;
    m_layout = updateLayout(before, after, patch, *m_measurer, &change);
    m_far.follow(change);
    dirt.everything = recoloursAll(patch) || !sameGrid(before, m_layout);
    if (recoloursAll(patch))
        m_far.clear();
    if (dirt.everything)
        return dirt;
    dirt.areas += areasOf(touchedRefs);
    dirt.areas += changedRoutes(before, looked);
    m_far.invalidate(dirt.areas);
    return dirt;
}

QList<QRectF> CanvasScene::changedRoutes(const Layout& before, const QRectF& looked) const
{
    QList<QRectF> areas;
    QSet<ConnectionId> ids;
    for (const ConnectionId& id : before.connectionsIn(looked))
        ids += id;
    for (const ConnectionId& id : m_layout.connectionsIn(looked))
        ids += id;
    for (const ConnectionId& id : std::as_const(ids)) {
        const std::optional<Route> old = before.route(id);
        const std::optional<Route> now = m_layout.route(id);
        if (sameRoute(old, now))
            continue;
        if (old)
            areas += spilled(old->bounds);
        if (now)
            areas += spilled(now->bounds);
    }
    // Cards of a cell move when one above them grows or goes.
    QSet<CardId> cards;
    for (const CardId& id : before.cardsIn(looked))
        cards += id;
    for (const CardId& id : std::as_const(cards)) {
        if (before.cardRect(id) != m_layout.cardRect(id))
            areas += {spilled(before.cardRect(id)), spilled(m_layout.cardRect(id))};
    }
    return areas;
}

SceneDirt CanvasScene::setFindings(const QList<Finding>& findings)
{
    const SceneOptions old = m_shown;
    m_found = calloutsFor(m_blueprint, findings);
    applyOptions();
    QSet<ElementRef> changedRefs;
    const auto compare = [&](const auto& before, const auto& after) {
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (!after.contains(it.key()) || after.value(it.key()) != it.value())
                changedRefs += it.key();
        }
        for (auto it = after.begin(); it != after.end(); ++it) {
            if (!before.contains(it.key()))
                changedRefs += it.key();
        }
    };
    compare(old.callouts, m_shown.callouts);
    compare(old.tinted, m_shown.tinted);
    const SceneDirt dirt{false, areasOf(changedRefs)};
    m_far.invalidate(dirt.areas);
    return dirt;
}

SceneDirt CanvasScene::setShowBadges(bool show)
{
    m_showBadges = show;
    m_far.clear();
    applyOptions();
    return {true, {}};
}

SceneDirt CanvasScene::setHidden(const QSet<ElementRef>& hidden)
{
    QSet<ElementRef> changedRefs = hidden;
    for (const ElementRef& ref : std::as_const(m_hidden)) {
        if (!changedRefs.remove(ref))
            changedRefs += ref;
    }
    m_hidden = hidden;
    applyOptions();
    const SceneDirt dirt{false, areasOf(changedRefs)};
    m_far.invalidate(dirt.areas);
    return dirt;
}

void CanvasScene::applyOptions()
{
    m_shown = m_showBadges ? m_found : SceneOptions();
    m_shown.hidden = m_hidden;
    m_shown.preview = m_previewed;
}

SceneBuilder CanvasScene::builder() const
{
    return builder(m_shown);
}

SceneBuilder CanvasScene::builder(const SceneOptions& options) const
{
    return {m_blueprint, m_layout, *m_theme, options, *m_measurer};
}

QRectF CanvasScene::content() const
{
    const QRectF grid = m_layout.gridRect();
    return m_layout.trayRect().isNull() ? grid : grid.united(m_layout.trayRect());
}

QRectF CanvasScene::areaOf(const ElementRef& ref) const
{
    const QRectF area = throughline::areaOf(m_layout, ref);
    const QRectF all = content();
    if (ref.kind == ElementKind::Lane) {
        const int row = m_layout.rowOf(LaneId(ref.id));
        return row < 0 ? QRectF()
                       : QRectF(all.left(), m_layout.rows()[row].top, all.width(),
                                m_layout.rows()[row].bottom - m_layout.rows()[row].top);
    }
    if (ref.kind == ElementKind::Step || ref.kind == ElementKind::Phase)
        return area.isNull() ? area : QRectF(area.left(), all.top(), area.width(), all.height());
    return area;
}

QRectF CanvasScene::areaOf(const QList<ElementRef>& refs) const
{
    QRectF area;
    for (const ElementRef& ref : refs)
        area |= areaOf(ref);
    return area;
}

QList<QRectF> CanvasScene::areasOf(const QSet<ElementRef>& refs) const
{
    QList<QRectF> areas;
    for (const ElementRef& ref : refs) {
        if (const QRectF area = areaOf(ref); !area.isNull())
            areas += spilled(area);
    }
    return areas;
}

Rgba CanvasScene::stripeOf(const Card& card) const
{
    const QList<DepartmentId> departments = departmentsOf(m_blueprint, card);
    return departmentColour(m_blueprint, *m_theme, departments.isEmpty() ? DepartmentId() : departments.first());
}

} // namespace throughline
