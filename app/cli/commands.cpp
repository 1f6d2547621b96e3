// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Command
{
    QStringView name;
    bool fonts;
    ExitStatus (*run)(const QStringList&, const CommandIo&);
};

constexpr std::array commands{
    Command{u"check", false, runCheck},     Command{u"ask", false, runAsk},      Command{u"numbers", false, runNumbers},
    Command{u"compare", false, runCompare}, Command{u"export", true, runExport}, Command{u"import", true, runImport},
};

const Command* commandNamed(const QStringList& arguments)
{
    for (const Command& command : commands) {
        if (!arguments.isEmpty() && command.name == arguments.first())
            return &command;
    }
    return nullptr;
}

bool asksForHelp(const QString& argument)
{
    return argument == QStringLiteral("--help") || argument == QStringLiteral("-h") ||
           argument == QStringLiteral("help");
}

bool asksForVersion(const QString& argument)
{
    return argument == QStringLiteral("--version") || argument == QStringLiteral("-v");
}

/// How many letters have to be typed otherwise, put in or left out to make one word of another.
qsizetype lettersApart(QStringView one, QStringView other)
{
    QList<qsizetype> row;
    for (qsizetype i = 0; i <= other.size(); ++i)
        row += i;
    for (qsizetype i = 0; i < one.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (qsizetype j = 0; j < other.size(); ++j) {
            const qsizetype replaced = diagonal + (one[i] == other[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.last();
}

/// A word that is neither a command nor the name of a file: nobody wants an editor with nothing in it. Paths and names
/// with an ending are files, there or not: the editor says that they are missing.
bool isMistyped(const QString& argument)
{
    return !argument.contains(u'.') && !argument.contains(u'/') && !argument.contains(u':') && argument != u"-"_s &&
           !argument.isEmpty() && !QFileInfo::exists(argument);
}

/// "there is no command or file exprt; did you mean export?"
QString noSuchCommand(const QString& word)
{
    constexpr qsizetype Mistyped = 2;
    const auto likely = std::ranges::min_element(
        commands, {}, [&](const Command& command) { return lettersApart(word.toLower(), command.name); });
    const QString meant = lettersApart(word.toLower(), likely->name) <= Mistyped
                              ? u"did you mean \"throughline %1\"?"_s.arg(likely->name)
                              : u"throughline --help lists the commands"_s;
    return u"there is no command or file \"%1\"; %2"_s.arg(word, meant);
}

QString overview()
{
    return QStringLiteral(
               "Throughline %1: reads service blueprints the way a compiler reads code.\n"
               "\n"
               "Usage:\n"
               "  throughline [FILE...]               open the editor\n"
               "  throughline check FILE...           say what breaks for the customer\n"
               "  throughline ask FILE --role R --request Q\n"
               "                                      say what becomes of a question; --table: of all of them\n"
               "  throughline numbers FILE            say what the blueprint comes to in figures\n"
               "  throughline compare BEFORE AFTER    say what changed, and what it does to the numbers\n"
               "  throughline export FILE --to OUT    write PDF, SVG, PNG, .bpt or .blueprint\n"
               "  throughline import FILE -o OUT      turn BPMN 2.0 or .bpt into a blueprint\n"
               "\n"
               "Every command reads .blueprint, .bpt and .bpmn, told apart by content; - is standard input.\n"
               "throughline COMMAND --help says more.\n"
               "\n"
               "Exit status: 0 nothing found, 1 something found, 2 the command line, a file or the system is at "
               "fault.\n")
        .arg(QStringLiteral(THROUGHLINE_VERSION));
}

} // namespace

bool isCommandLine(const QStringList& arguments)
{
    return !arguments.isEmpty() &&
           (commandNamed(arguments) || asksForHelp(arguments.first()) || asksForVersion(arguments.first()) ||
            (arguments.first().startsWith(u'-') && arguments.first().size() > 1) || isMistyped(arguments.first()));
}

bool needsFonts(const QStringList& arguments)
{
    const Command* command = commandNamed(arguments);
    return command && command->fonts;
}

ExitStatus runCommand(const QStringList& arguments, const CommandIo& io)
{
    if (const Command* command = commandNamed(arguments))
        return command->run(arguments.mid(1), io);
    if (arguments.isEmpty() || asksForHelp(arguments.first())) {
        io.print(overview());
        return ExitStatus::NothingFound;
    }
    if (asksForVersion(arguments.first())) {
        io.print(QStringLiteral("throughline " THROUGHLINE_VERSION "\n"));
        return ExitStatus::NothingFound;
    }
    if (isMistyped(arguments.first()) && !arguments.first().startsWith(u'-')) {
        io.complain(noSuchCommand(arguments.first()));
        return ExitStatus::Fault;
    }
    io.complain(QStringLiteral("there is no option %1; throughline --help lists what there is").arg(arguments.first()));
    return ExitStatus::Fault;
}

} // namespace throughline
