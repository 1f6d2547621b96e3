// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/rolerequesttable.h"
#include "core/metrics/metriccontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

using Kind = RoleRequestCell::Kind;

/// The cells of some rows, counted.
struct Cells
{
    int fulfils = 0;
    int passes = 0;
    int dead = 0;
    int unknown = 0;

    void add(Kind kind)
    {
        fulfils += kind == Kind::Fulfils;
        passes += kind == Kind::PassesOn;
        dead += kind == Kind::Dies || kind == Kind::Circles;
        unknown += kind == Kind::Unknown;
    }
    [[nodiscard]] int known() const { return fulfils + passes + dead; }
};

QString unknownWords(int unknown)
{
    return unknown == 0 ? QString() : u" About %1 more nobody has said anything."_s.arg(unknown);
}

} // namespace

void addAbilityMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    const RoleRequestTable table = roleRequestTable(context.graph, context.meetings, context.askables);
    Cells all;
    Metric empowerment = metricOf(u"empowerment"_s);
    Metric deadEnds = metricOf(u"dead-end-share"_s);
    QList<Metric> byRole;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        Cells own;
        for (const RoleRequestCell& cell : table.cells[row]) {
            own.add(cell.kind);
            all.add(cell.kind);
        }
        const ElementRef role{ElementKind::Role, table.rows[row].value};
        if (own.passes + own.dead > 0)
            addElement(empowerment, role);
        if (own.dead > 0)
            addElement(deadEnds, role);
        if (own.known() + own.unknown == 0)
            continue;
        Metric metric = metricOf(u"empowerment"_s, {role});
        setShare(metric, own.fulfils, own.known(), own.unknown);
        metric.sentence = u"%1 can do %2 of %3 customers may ask there."_s.arg(
                              sentenceStart(context.say.theRole(context.graph.roleIndex(table.rows[row]))),
                              QString::number(own.fulfils), counted(own.known(), u"thing"_s, u"things"_s)) +
                          unknownWords(own.unknown);
        byRole += metric;
    }
    setShare(empowerment, all.fulfils, all.known(), all.unknown);
    empowerment.sentence = u"Of %1 that customers may ask of a role, the role itself does %2."_s.arg(
                               counted(all.known(), u"thing"_s, u"things"_s), QString::number(all.fulfils)) +
                           unknownWords(all.unknown);
    setShare(deadEnds, all.dead, all.known(), all.unknown);
    deadEnds.sentence = u"Of %1 that customers may ask of a role, %2 go no further."_s.arg(
                            counted(all.known(), u"thing"_s, u"things"_s), QString::number(all.dead)) +
                        unknownWords(all.unknown);
    metrics += empowerment;
    metrics += byRole;
    metrics += deadEnds;
}

} // namespace throughline
