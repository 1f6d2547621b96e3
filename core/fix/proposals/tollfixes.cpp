// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/fix/proposals/proposals.h"
#include "core/model/queries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// The first payment and the one it is forced upon.
struct Toll
{
    int first;
    int second;
};

/// The data item that stands for what is still to be paid.
DataItemId openBill(const FixRun& run, Draft& draft)
{
    const QString name = u"Open bill"_s;
    if (const DataItem* known = dataItemNamed(run.blueprint(), name))
        return known->id;
    DataItem item;
    item.id = run.id<DataItem>(u'i');
    item.name = name;
    draft.put(item);
    return item.id;
}

/// The first amount is paid with the second; the first payment goes, and our side carries what is open.
void addOnePayment(FixRun& run, const Toll& toll)
{
    const int giver = serverOf(run.graph, toll.first, true);
    const int taker = serverOf(run.graph, toll.second, false);
    if (giver < 0 || taker < 0)
        return;
    Draft draft = run.draft();
    Card second = run.cardAt(toll.second);
    if (const std::optional<Money>& money = run.cardAt(toll.first).money; money && second.money) {
        second.money = *second.money + *money;
        draft.put(second);
    }
    Connection handOver = run.connection(giver, taker, ConnectionKind::Handover);
    handOver.carries = {openBill(run, draft)};
    draft.put(handOver);
    run.add(u"move-to-bill"_s,
            u"Hand the open bill over from %1 to %2 and drop %3"_s.arg(run.whoAt(giver), run.whoAt(taker),
                                                                       run.say.place(toll.first)),
            withoutCustomerCard(run, toll.first, draft));
}

/// A way past the first payment, for those who settle later.
void addWayAround(FixRun& run, const Toll& toll)
{
    const ServiceGraph& graph = run.graph;
    const std::vector<int> ins = journeyLinks(graph, graph.inLinks(toll.first));
    const std::vector<int> outs = journeyLinks(graph, graph.outLinks(toll.first));
    if (ins.empty() || outs.empty())
        return;
    const auto earlier = [&](int l, int r) {
        return columnOf(graph, graph.links[size_t(l)].from, false) <
               columnOf(graph, graph.links[size_t(r)].from, false);
    };
    const int from = graph.links[size_t(*std::ranges::min_element(ins, earlier))].from;
    const int to = graph.links[size_t(outs.front())].to;
    if (from == to)
        return;
    Connection way = run.connection(from, to, ConnectionKind::Flow);
    way.conditional = true;
    way.label = u"pays later"_s;
    run.add(u"draw-by-pass"_s,
            u"Let %1 go from %2 to %3 and pay later"_s.arg(run.say.theCustomer(graph.cards[size_t(from)].party),
                                                           run.say.place(from), run.say.place(to)),
            connect(run.blueprint(), way));
}

void addOneBill(FixRun& run, const Toll& toll)
{
    Card first = run.cardAt(toll.first);
    Card second = run.cardAt(toll.second);
    QString bill = second.bill.trimmed();
    if (bill.isEmpty())
        bill = first.bill.trimmed();
    if (bill.isEmpty())
        bill = u"one bill"_s;
    first.bill = second.bill = bill;
    Draft draft = run.draft();
    draft.put(first);
    draft.put(second);
    run.add(u"one-bill"_s,
            u"Put %1 and %2 on one running bill, %3"_s.arg(run.say.place(toll.first), run.say.place(toll.second),
                                                           quoted(bill)),
            draft.patch());
}

} // namespace

void mendToll(FixRun& run)
{
    const Toll toll{run.subjectNode(0), run.graph.cardIndex(CardId(run.finding.variant))};
    if (toll.first < 0 || toll.second < 0)
        return;
    addOnePayment(run, toll);
    addWayAround(run, toll);
    addOneBill(run, toll);
}

} // namespace throughline
