// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasscene.h"

#include "core/layout/hittest.h"
#include "core/model/queries.h"
#include "core/scene/curve.h"
#include "core/scene/paper.h"

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

/// Where the curves may look different after cards changed: about the steps they stand in.
QList<QRectF> curveAreas(const Blueprint& blueprint, const Layout& layout, const Patch& patch)
{
    QList<QRectF> areas;
    for (const LayoutRow& row : layout.rows()) {
        if (curveOf(blueprint, row) == LaneCurve::None)
            continue;
        for (const Change& change : patch.changes) {
            const auto* card = std::get_if<ElementChange<Card>>(&change);
            const QRectF rect = card ? layout.cardRect(card->before ? card->before->id : card->after->id) : QRectF();
            if (!rect.isNull())
                areas += curveArea(layout, row, rect);
        }
    }
    return areas;
}

QSet<ElementRef> onlyIn(const QSet<ElementRef>& set, const QSet<ElementRef>& other)
{
    QSet<ElementRef> only;
    for (const ElementRef& ref : set) {
        if (!other.contains(ref))
            only += ref;
    }
    return only;
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
    m_lit.clear();
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

SceneDirt CanvasScene::update(const Blueprint& after, const Patch& patch)
{
    QSet<ElementRef> touchedRefs;
    for (const ElementRef& ref : touched(patch))
        touchedRefs += ref;
    SceneDirt dirt;
    dirt.areas = areasOf(touchedRefs) + curveAreas(m_blueprint, m_layout, patch);
    const QRectF before = m_layout.bounds();
    m_blueprint = after;
    LayoutChange change;
    m_layout = updateLayout(std::move(m_layout), after, patch, *m_measurer, &change);
    m_far.follow(change);
    if (recoloursAll(patch))
        m_far.clear();
    dirt.everything = recoloursAll(patch) || change.everything;
    if (dirt.everything)
        return dirt;
    dirt.areas += areasOf(touchedRefs);
    dirt.areas += curveAreas(m_blueprint, m_layout, patch);
    dirt.areas += areasOf(change, before | m_layout.bounds());
    m_far.invalidate(dirt.areas);
    return dirt;
}

/// What an update of the layout changed, within all.
QList<QRectF> CanvasScene::areasOf(const LayoutChange& change, const QRectF& all)
{
    QList<QRectF> areas;
    for (const QRectF& area : change.areas)
        areas += spilled(area);
    if (change.movedFromX)
        areas += spilled(QRectF(QPointF(*change.movedFromX, all.top()), all.bottomRight()));
    if (change.movedFromY)
        areas += spilled(QRectF(QPointF(all.left(), *change.movedFromY), all.bottomRight()));
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

void CanvasScene::setFolds(const FoldCounts& folds)
{
    m_folds = folds;
    m_shown.folds = folds;
}

SceneDirt CanvasScene::setLit(const QSet<ElementRef>& lit)
{
    SceneDirt dirt{lit.isEmpty() != m_lit.isEmpty(), {}};
    if (dirt.everything) {
        m_far.clear();
    } else {
        dirt.areas = areasOf(onlyIn(lit, m_lit)) + areasOf(onlyIn(m_lit, lit));
        m_far.invalidate(dirt.areas);
    }
    m_lit = lit;
    m_shown.lit = lit;
    return dirt;
}

void CanvasScene::applyOptions()
{
    m_shown = m_showBadges ? m_found : SceneOptions();
    m_shown.hidden = m_hidden;
    m_shown.folds = m_folds;
    m_shown.lit = m_lit;
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
