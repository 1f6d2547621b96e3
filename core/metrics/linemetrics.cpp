// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

Stage stageAt(const ServiceGraph& graph, int node)
{
    return graph.lanes[size_t(graph.laneOf(node))]->stage;
}

} // namespace

void addLineMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    const ServiceGraph& graph = context.graph;
    Metric interaction = metricOf(u"interaction-crossings"_s);
    Metric visibility = metricOf(u"visibility-crossings"_s);
    Metric internal = metricOf(u"internal-crossings"_s);
    int inside = 0;
    int loose = 0;
    for (size_t number = 0; number < graph.links.size(); ++number) {
        const Link& link = graph.links[number];
        const auto cross = [&](Metric& metric, bool crosses) {
            metric.numerator += crosses;
            if (crosses)
                addElement(metric, context.linkRef(int(number)));
        };
        if (link.traffic == Traffic::Loose) {
            ++loose;
            continue;
        }
        if (link.traffic == Traffic::ContactIn || link.traffic == Traffic::ContactOut)
            cross(interaction, graph.sideOf(link.from) != Side::Evidence && graph.sideOf(link.to) != Side::Evidence);
        if (link.traffic != Traffic::Inside || graph.sideOf(link.from) != Side::Company ||
            graph.sideOf(link.to) != Side::Company)
            continue;
        ++inside;
        const Stage from = stageAt(graph, link.from);
        const Stage to = stageAt(graph, link.to);
        cross(visibility, (from == Stage::Frontstage) != (to == Stage::Frontstage));
        cross(internal, (from == Stage::Support) != (to == Stage::Support));
    }
    setCount(interaction, int(interaction.numerator), int(graph.links.size()) - loose, loose);
    setCount(visibility, int(visibility.numerator), inside, loose);
    setCount(internal, int(internal.numerator), inside, loose);
    interaction.sentence = u"%1 between the customer and us."_s.arg(
        counted(qsizetype(interaction.numerator), u"connection"_s, u"connections"_s));
    visibility.sentence = u"%1 between what the customer sees of us and what stays out of sight."_s.arg(
        counted(qsizetype(visibility.numerator), u"connection"_s, u"connections"_s));
    internal.sentence = u"%1 between people and the support behind them."_s.arg(
        counted(qsizetype(internal.numerator), u"connection"_s, u"connections"_s));
    metrics += {interaction, visibility, internal};
}

} // namespace throughline
