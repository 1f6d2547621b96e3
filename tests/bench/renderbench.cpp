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

/// One card renamed: what the canvas does for a letter typed.
void layOutAfterAnEdit(benchmark::State& state)
{
    Blueprint blueprint = largeBlueprint(int(state.range(0)));
    const QtTextMeasurer measurer(screenTypeface());
    Layout layout = layoutBlueprint(blueprint, {}, measurer);
    const ElementRef card{ElementKind::Card, QStringLiteral("c%1").arg(state.range(0) / 2)};
    int count = 0;
    for (auto _ : state) {
        const Result<Patch> patch = rename(blueprint, card, QStringLiteral("Takes order %1").arg(++count));
        if (!patch || !apply(blueprint, *patch))
            state.SkipWithError("not renamed");
        else
            layout = updateLayout(layout, blueprint, *patch, measurer);
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

BENCHMARK(layOut)->Arg(100)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond)->Complexity();
BENCHMARK(layOutAfterAnEdit)->Arg(100)->Arg(1000)->Arg(10'000)->Unit(benchmark::kMillisecond);
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
