// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/edit/editsession.h"
#include "core/edit/operations.h"
#include "core/edit/removal.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"
#include "core/model/referrers.h"
#include "tests/support/largeblueprint.h"

#include <QFile>

#include <benchmark/benchmark.h>

#include <utility>

using namespace throughline;
using throughline::testing::largeBlueprint;

namespace {

const Blueprint& blueprintOf(int64_t cards)
{
    static QMap<int64_t, Blueprint> made;
    if (!made.contains(cards))
        made.insert(cards, largeBlueprint(int(cards)));
    return made[cards];
}

/// The most memory the process ever had resident, in MiB; 0 where the system does not say.
double peakMiB()
{
    constexpr double KiBAMiB = 1024.0;
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype start = text.indexOf("VmHWM:");
    return start < 0 ? 0 : text.mid(start + 6, 16).simplified().split(' ').constFirst().toDouble() / KiBAMiB;
}

void checkWith(benchmark::State& state, Preset preset)
{
    const Blueprint& blueprint = blueprintOf(state.range(0));
    CheckOptions options;
    options.preset = preset;
    qsizetype findings = 0;
    for (auto _ : state)
        findings = checkBlueprint(blueprint, options).findings.size();
    state.counters["findings"] = double(findings);
    state.counters["peakMiB"] = peakMiB();
    state.SetComplexityN(state.range(0));
}

void check(benchmark::State& state)
{
    checkWith(state, Preset::All);
}

/// What the editor and the command line do by default; set against other linters in tests/bench/peers.
void checkRecommended(benchmark::State& state)
{
    checkWith(state, Preset::Recommended);
}

void readFile(benchmark::State& state)
{
    const QByteArray bytes = writeBlueprint(blueprintOf(state.range(0)));
    for (auto _ : state) {
        if (!readBlueprint(bytes, QStringLiteral("bench.blueprint")))
            state.SkipWithError("unreadable");
    }
    state.SetBytesProcessed(int64_t(state.iterations()) * bytes.size());
}

void readText(benchmark::State& state)
{
    const QByteArray bytes = writeNotation(blueprintOf(state.range(0)));
    for (auto _ : state) {
        if (!readNotation(bytes, QStringLiteral("bench.bpt")))
            state.SkipWithError("unreadable");
    }
    state.SetBytesProcessed(int64_t(state.iterations()) * bytes.size());
}

/// One card renamed and the rename taken back, with a copy of the document alive as the background check holds one.
void renameAndUndo(benchmark::State& state)
{
    EditSession session(blueprintOf(state.range(0)));
    const ElementRef card{ElementKind::Card, QStringLiteral("c%1").arg(state.range(0) / 2)};
    int count = 0;
    for (auto _ : state) {
        const Blueprint snapshot = session.blueprint();
        const Result<Patch> patch = rename(session.blueprint(), card, QString::number(++count));
        if (!patch || !session.apply(*patch, QStringLiteral("Rename")))
            state.SkipWithError("not renamed");
        benchmark::DoNotOptimize(session.undo());
        benchmark::DoNotOptimize(snapshot);
    }
}

/// Applies what operation() makes of the blueprint, and takes it back, as an edit and its undo do; with a copy of the
/// document alive whose summaries are made, as the background check holds one.
template <typename Operation>
void doAndUndo(benchmark::State& state, const Operation& operation)
{
    EditSession session(blueprintOf(state.range(0)));
    summarise(session.blueprint());
    const Blueprint checked = session.blueprint();
    for (auto _ : state) {
        const Result<Patch> patch = operation(session.blueprint());
        if (!patch || patch->isEmpty() || !session.apply(*patch, QStringLiteral("Edit")))
            state.SkipWithError("nothing was done");
        benchmark::DoNotOptimize(session.undo());
    }
    benchmark::DoNotOptimize(checked);
}

CardId middleCard(const benchmark::State& state)
{
    return CardId(QStringLiteral("c%1").arg(state.range(0) / 2));
}

void connectAndUndo(benchmark::State& state)
{
    Connection connection;
    connection.id = ConnectionId(QStringLiteral("fresh"));
    connection.from = middleCard(state);
    connection.to = CardId(QStringLiteral("c1"));
    connection.label = QStringLiteral("said by nobody else");
    doAndUndo(state, [&](const Blueprint& blueprint) { return connect(blueprint, connection); });
}

void moveCardAndUndo(benchmark::State& state)
{
    const LaneId lane = blueprintOf(state.range(0)).cards().begin()->lane;
    const StepId step = blueprintOf(state.range(0)).cards().begin()->firstStep;
    doAndUndo(state, [&](const Blueprint& blueprint) {
        return moveCard(blueprint, middleCard(state), {lane, step, 0});
    });
}

/// A card behind another with an arrow to it: what Return does on the canvas.
void nextCardAndUndo(benchmark::State& state)
{
    Card card = *blueprintOf(state.range(0)).find(middleCard(state));
    const CardId from = std::exchange(card.id, CardId(QStringLiteral("fresh")));
    Connection connection;
    connection.id = ConnectionId(QStringLiteral("fresh"));
    connection.from = from;
    connection.to = card.id;
    doAndUndo(state, [&](const Blueprint& blueprint) {
        const Result<Patch> added = addCard(blueprint, card, -1);
        Blueprint between = blueprint;
        if (!added || !apply(between, *added))
            return added;
        const Result<Patch> joined = connect(between, connection);
        return joined ? Result<Patch>(compose(*added, *joined)) : joined;
    });
}

/// A card with its connections removed, and put back.
void removeAndUndo(benchmark::State& state)
{
    EditSession session(blueprintOf(state.range(0)));
    const ElementRef card{ElementKind::Card, QStringLiteral("c%1").arg(state.range(0) / 2)};
    for (auto _ : state) {
        const Result<Patch> patch = removeElements(session.blueprint(), {card});
        if (!patch || !session.apply(*patch, QStringLiteral("Remove")))
            state.SkipWithError("not removed");
        benchmark::DoNotOptimize(session.undo());
    }
}

} // namespace

BENCHMARK(check)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(checkRecommended)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readFile)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(readText)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(renameAndUndo)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

BENCHMARK(removeAndUndo)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(connectAndUndo)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(moveCardAndUndo)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(nextCardAndUndo)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
