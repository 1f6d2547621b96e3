// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/edit/operations.h"
#include "core/export/pdfexporter.h"
#include "core/io/blueprintreader.h"
#include "core/io/files.h"
#include "core/layout/gridlayout.h"
#include "core/render/qttextmeasurer.h"
#include "core/render/typeface.h"
#include "tests/support/largeblueprint.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <benchmark/benchmark.h>

using namespace throughline;
using throughline::testing::largeBlueprint;

namespace {

Blueprint restaurant()
{
    const QString file = QStringLiteral(THROUGHLINE_SOURCE_DIR "/resources/templates/restaurant.blueprint");
    const Result<QByteArray> bytes = readFile(file);
    const Result<Blueprint> blueprint = bytes ? readBlueprint(*bytes, file) : Result<Blueprint>(bytes.error());
    if (!blueprint)
        qFatal("%s", qPrintable(describe(blueprint.error())));
    return *blueprint;
}

void layOut(benchmark::State& state)
{
    const Blueprint blueprint = largeBlueprint(int(state.range(0)));
    const QtTextMeasurer measurer(screenTypeface());
    for (auto _ : state)
        benchmark::DoNotOptimize(layoutBlueprint(blueprint, {}, measurer));
    state.SetComplexityN(state.range(0));
}

/// What happens to a blueprint and is taken back, in turn.
using MakeEdit = Result<Patch> (*)(const Blueprint&, int cards);

Result<Patch> typeALetter(const Blueprint& blueprint, int cards)
{
    return rename(blueprint, {ElementKind::Card, QStringLiteral("c%1").arg(cards / 2)}, QStringLiteral("Takes order"));
}

/// To the right and one lane down, where there are cards already.
Result<Patch> moveACard(const Blueprint& blueprint, int cards)
{
    return moveCards(blueprint, {CardId(QStringLiteral("c%1").arg(cards / 2))}, 1, 1, mintId);
}

Result<Patch> addAConnection(const Blueprint& blueprint, int cards)
{
    Connection connection;
    connection.id = ConnectionId(QStringLiteral("new"));
    connection.from = CardId(QStringLiteral("c%1").arg(cards / 2));
    connection.to = CardId(QStringLiteral("c%1").arg(cards / 2 + 3));
    return connect(blueprint, connection);
}

Result<Patch> insertAStep(const Blueprint& blueprint, int)
{
    Step step;
    step.id = StepId(QStringLiteral("new"));
    return insertStep(blueprint, step, int(blueprint.steps().size()) / 2);
}

Result<Patch> appendAStep(const Blueprint& blueprint, int)
{
    Step step;
    step.id = StepId(QStringLiteral("new"));
    return insertStep(blueprint, step, int(blueprint.steps().size()));
}

Result<Patch> insertALane(const Blueprint& blueprint, int)
{
    Lane lane;
    lane.id = LaneId(QStringLiteral("new"));
    return addLane(blueprint, lane, 1);
}

void layOutAfter(benchmark::State& state, MakeEdit makeEdit)
{
    const Blueprint blueprint = largeBlueprint(int(state.range(0)));
    const QtTextMeasurer measurer(screenTypeface());
    Layout layout = layoutBlueprint(blueprint, {}, measurer);
    const Result<Patch> edit = makeEdit(blueprint, int(state.range(0)));
    if (!edit || edit->isEmpty()) {
        state.SkipWithError("no edit");
        return;
    }
    Blueprint edited = blueprint;
    if (!apply(edited, *edit)) {
        state.SkipWithError("not applied");
        return;
    }
    const std::pair<Patch, Blueprint> turns[] = {{*edit, edited}, {inverse(*edit), blueprint}};
    size_t next = 0;
    for (auto _ : state) {
        layout = updateLayout(std::move(layout), turns[next].second, turns[next].first, measurer);
        next = 1 - next;
    }
}

/// The floor of any PDF: Qt writes one page with one line of text.
void pdfWithOneLine(benchmark::State& state)
{
    for (auto _ : state) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        painter.drawText(200, 200, QStringLiteral("Dinner for two"));
        painter.end();
        benchmark::DoNotOptimize(bytes);
    }
}

void pdfOfTheRestaurant(benchmark::State& state)
{
    const Blueprint blueprint = restaurant();
    const CheckResult check = checkBlueprint(blueprint);
    qsizetype size = 0;
    for (auto _ : state) {
        const Result<ExportedPdf> pdf = exportPdf(blueprint, check, {}, {});
        if (!pdf)
            state.SkipWithError("no PDF");
        else
            size = pdf->data.size();
    }
    state.counters["bytes"] = double(size);
}

} // namespace

BENCHMARK(layOut)->RangeMultiplier(10)->Range(100, 100'000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK_CAPTURE(layOutAfter, letterTyped, typeALetter)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layOutAfter, cardMoved, moveACard)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layOutAfter, connectionAdded, addAConnection)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layOutAfter, stepInserted, insertAStep)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layOutAfter, stepAppended, appendAStep)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(layOutAfter, laneInserted, insertALane)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(pdfWithOneLine)->Unit(benchmark::kMillisecond);
BENCHMARK(pdfOfTheRestaurant)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
