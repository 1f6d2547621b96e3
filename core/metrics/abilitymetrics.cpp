// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

int knownOf(const RoleAnswers& answers)
{
    return answers.fulfils + answers.passesOn + answers.dies;
}

QString unknownWords(int unknown)
{
    return unknown == 0 ? QString() : u" About %1 more nobody has said anything."_s.arg(unknown);
}

} // namespace

void addAbilityMetrics(const MetricContext& context, const QList<RoleAnswers>& answers, QList<Metric>& metrics)
{
    RoleAnswers all;
    Metric empowerment = metricOf(u"empowerment"_s);
    Metric deadEnds = metricOf(u"dead-end-share"_s);
    QList<Metric> byRole;
    for (const RoleAnswers& own : answers) {
        all.fulfils += own.fulfils;
        all.passesOn += own.passesOn;
        all.dies += own.dies;
        all.unknown += own.unknown;
        if (own.passesOn + own.dies > 0)
            addElement(empowerment, own.role);
        if (own.dies > 0)
            addElement(deadEnds, own.role);
        Metric metric = metricOf(u"empowerment"_s, {own.role});
        setShare(metric, own.fulfils, knownOf(own), own.unknown);
        metric.elements = own.cards;
        metric.sentence = u"%1 can do %2 of %3 customers may ask there."_s.arg(
                              sentenceStart(context.say.theRole(context.graph.roleIndex(RoleId(own.role.id)))),
                              QString::number(own.fulfils), counted(knownOf(own), u"thing"_s, u"things"_s)) +
                          unknownWords(own.unknown);
        byRole += metric;
    }
    setShare(empowerment, all.fulfils, knownOf(all), all.unknown);
    empowerment.sentence = u"Of %1 that customers may ask of a role, the role itself does %2."_s.arg(
                               counted(knownOf(all), u"thing"_s, u"things"_s), QString::number(all.fulfils)) +
                           unknownWords(all.unknown);
    setShare(deadEnds, all.dies, knownOf(all), all.unknown);
    deadEnds.sentence = u"Of %1 that customers may ask of a role, %2 no further."_s.arg(
                            counted(knownOf(all), u"thing"_s, u"things"_s), counted(all.dies, u"goes"_s, u"go"_s)) +
                        unknownWords(all.unknown);
    metrics += empowerment;
    metrics += byRole;
    metrics += deadEnds;
}

} // namespace throughline
