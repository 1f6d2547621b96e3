// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/picture.h"

#include "core/export/reportfacts.h"

#include <algorithm>

namespace throughline {

Picture makePicture(const Blueprint& whole, const CheckResult& check, const std::optional<Excerpt>& excerpt,
                    bool annotated, const Theme& theme, const QtTextMeasurer& measurer)
{
    const Blueprint& blueprint = excerpt ? excerpt->blueprint : whole;
    const QList<Finding>& findings = excerpt ? excerpt->check.findings : check.findings;
    Picture picture;
    picture.layout = layoutBlueprint(blueprint, {}, measurer);
    SceneOptions options =
        annotated ? calloutsFor(blueprint, findings, excerpt ? excerpt->numbers : QList<int>()) : SceneOptions();
    options.folds = excerpt ? excerpt->folds : foldCounts(blueprint);
    picture.metrics = journeyMetrics(blueprint);
    options.customerTime = customerTimeOf(picture.metrics);
    if (excerpt)
        options.lit = excerpt->lit;
    picture.list = buildDisplayList(blueprint, picture.layout, theme, options, measurer);
    return picture;
}

void addSentence(Picture& picture, const QString& sentence, const Theme& theme, const QtTextMeasurer& measurer)
{
    constexpr double GapPt = 12;
    constexpr double LeastWidthPt = 300;
    QRectF& bounds = picture.list.bounds;
    DisplayItem item;
    item.layer = Layer::Overlay;
    double y = bounds.bottom() + GapPt;
    const double left = bounds.left() + picture.layout.style().headerPaddingPt;
    double right = left;
    for (const QString& line :
         measurer.wrap(sentence, TextRole::ReportBody, std::max(bounds.right() - left, LeastWidthPt))) {
        const double width = measurer.width(line, TextRole::ReportBody);
        item.ops += TextOp{line,
                           QPointF(left, y + measurer.ascent(TextRole::ReportBody)),
                           TextRole::ReportBody,
                           theme.ink,
                           TextOp::Align::Left,
                           width};
        right = std::max(right, left + width);
        y += measurer.lineHeight(TextRole::ReportBody);
    }
    item.bounds = QRectF(QPointF(left, bounds.bottom() + GapPt), QPointF(right, y));
    bounds |= item.bounds;
    picture.list.items += item;
}

} // namespace throughline
