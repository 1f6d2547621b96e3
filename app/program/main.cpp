// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/program/application.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <exception>
#include <unistd.h>

using namespace throughline;

namespace {

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

int runOnStreams(const QStringList& arguments)
{
    QFile in;
    QFile out;
    QFile err;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly) ||
        !err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return int(ExitStatus::Fault);
    const bool colour = isatty(STDOUT_FILENO) && qEnvironmentVariableIsEmpty("NO_COLOR");
    const CommandIo io{in, out, err, colour};
    const ExitStatus status = runCommand(arguments, io);
    if (!out.flush()) {
        io.complain(QStringLiteral("the results could not be written: %1").arg(out.errorString()));
        return int(ExitStatus::Fault);
    }
    return int(status);
}

int runCommandLine(const QStringList& arguments, int argc, char** argv)
{
    if (!needsFonts(arguments)) {
        const QCoreApplication application(argc, argv);
        return runOnStreams(arguments);
    }
    // Text is measured and painted without any window system.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return runOnStreams(arguments);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const QStringList arguments = argumentsOf(argc, argv);
        return isCommandLine(arguments) ? runCommandLine(arguments, argc, argv) : runEditor(argc, argv);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "throughline: stopped: %s\n", exception.what());
        return int(ExitStatus::Fault);
    }
}
