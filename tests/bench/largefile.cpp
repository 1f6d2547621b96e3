// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/blueprintwriter.h"
#include "core/io/bpmnwriter.h"
#include "core/io/files.h"
#include "tests/support/largeblueprint.h"

#include <cstdio>

using namespace throughline;

/// throughline_largefile CARDS OUT…: writes the blueprint that the benchmarks use, as .blueprint or, where a name ends
/// so, as .bpmn: the same cards and connections for programs that read only that.
int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fputs("usage: throughline_largefile CARDS OUT.blueprint|OUT.bpmn...\n", stderr);
        return 2;
    }
    const Blueprint blueprint = throughline::testing::largeBlueprint(QByteArray(argv[1]).toInt());
    for (int i = 2; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        const bool bpmn = path.endsWith(QStringLiteral(".bpmn"));
        const Result<void> written = writeFile(path, bpmn ? writeBpmn(blueprint) : writeBlueprint(blueprint));
        if (!written) {
            std::fprintf(stderr, "%s\n", qPrintable(describe(written.error())));
            return 2;
        }
    }
    return 0;
}
