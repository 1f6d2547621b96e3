// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/curve.h"

#include "core/model/queries.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double EdgePt = 20; // from the ends of the range to the border of the row's content, for the words
constexpr double PointReachPt = 12;

std::optional<int> valueOf(const Card& card, LaneCurve curve)
{
    switch (curve) {
    case LaneCurve::Emotion:
        return card.emotion;
    case LaneCurve::Effort:
        return card.effort;
    case LaneCurve::Worry:
        return card.worry;
    case LaneCurve::None:
        break;
    }
    return {};
}

} // namespace

CurveAxis axisOf(LaneCurve curve)
{
    switch (curve) {
    case LaneCurve::Emotion:
        return {-2, 2, 0, u"good"_s, u"bad"_s};
    case LaneCurve::Effort:
    case LaneCurve::Worry:
        return {0, 3, 0, u"high"_s, u"none"_s};
    case LaneCurve::None:
        break;
    }
    return {};
}

LaneCurve curveOf(const Blueprint& blueprint, const LayoutRow& row)
{
    const Lane* lane = row.folded ? nullptr : blueprint.find(row.lane);
    return lane ? lane->curve : LaneCurve::None;
}

std::optional<double> curveValue(const Blueprint& blueprint, const Layout& layout, LaneCurve curve, int column)
{
    double sum = 0;
    int count = 0;
    for (int r = 0; r < int(layout.rows().size()); ++r) {
        const LayoutRow& row = layout.rows()[r];
        const Lane* lane = row.stage == Stage::Customer ? blueprint.find(row.lane) : nullptr;
        if (!lane || lane->curve != LaneCurve::None)
            continue;
        for (const CardId& id : layout.cardsInCell(r, column)) {
            const Card* card = blueprint.find(id);
            const std::optional<int> value = card && !isSticky(*card) ? valueOf(*card, curve) : std::nullopt;
            sum += value.value_or(0);
            count += value ? 1 : 0;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

QString curveWords(LaneCurve curve, double value)
{
    static const std::array feelings{u"upset"_s, u"displeased"_s, u"neither good nor bad"_s, u"content"_s,
                                     u"delighted"_s};
    static const std::array amounts{u"none"_s, u"low"_s, u"medium"_s, u"high"_s};
    const auto nearest = int(std::lround(value));
    const QString words = curve == LaneCurve::Emotion ? feelings[size_t(std::clamp(nearest, -2, 2) + 2)]
                                                      : amounts[size_t(std::clamp(nearest, 0, 3))];
    if (std::abs(value - nearest) < 0.005)
        return words;
    return words + u" ("_s + QString::number(std::round(value * 10) / 10) + u')';
}

double curveY(LaneCurve curve, const LayoutRow& row, double value)
{
    const CurveAxis axis = axisOf(curve);
    const double top = row.contentTop + EdgePt;
    const double height = std::max(row.contentBottom - EdgePt - top, 1.0);
    return top + height * (axis.most - value) / std::max(axis.most - axis.least, 1);
}

int curveValueAt(LaneCurve curve, const LayoutRow& row, double y)
{
    const CurveAxis axis = axisOf(curve);
    const double top = curveY(curve, row, axis.most);
    const double height = curveY(curve, row, axis.least) - top;
    const double value = axis.most - (y - top) / height * (axis.most - axis.least);
    return int(std::clamp<long>(std::lround(value), axis.least, axis.most));
}

QPointF curvePoint(const Blueprint& blueprint, const Layout& layout, int row, int column)
{
    const LayoutRow& lane = layout.rows()[row];
    const LaneCurve curve = curveOf(blueprint, lane);
    const LayoutColumn& step = layout.columns()[column];
    return {step.left + step.width / 2,
            curveY(curve, lane, curveValue(blueprint, layout, curve, column).value_or(axisOf(curve).middle))};
}

int stepBeside(const Layout& layout, int column, int by)
{
    const auto count = int(layout.columns().size());
    for (int c = column + by; c >= 0 && c < count; c += by) {
        if (layout.columns()[c].kind == ColumnKind::Step)
            return c;
    }
    return -1;
}

QRectF curveArea(const Layout& layout, const LayoutRow& row, const QRectF& rect)
{
    const auto [first, last] = layout.columnsIn(rect.left(), rect.right());
    const int before = stepBeside(layout, first, -1);
    const int after = stepBeside(layout, last, 1);
    const double left = before < 0 ? rect.left() : layout.columns()[before].left;
    const double right = after < 0 ? rect.right() : layout.columns()[after].left + layout.columns()[after].width;
    return {QPointF(left - PointReachPt, row.top), QPointF(right + PointReachPt, row.bottom)};
}

} // namespace throughline
