// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace throughline::testing {

/// What a command did.
struct CommandRun
{
    ExitStatus status = ExitStatus::NothingFound;
    QString out;
    QString err;
};

inline CommandRun run(const QStringList& arguments, const QByteArray& standardInput = {})
{
    QByteArray outBytes;
    QByteArray errBytes;
    QByteArray inBytes = standardInput;
    QBuffer in(&inBytes);
    QBuffer out(&outBytes);
    QBuffer err(&errBytes);
    EXPECT_TRUE(in.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
    CommandRun result;
    result.status = runCommand(arguments, {in, out, err});
    result.out = QString::fromUtf8(outBytes);
    result.err = QString::fromUtf8(errBytes);
    return result;
}

/// A folder of its own for each test, with a blueprint in it.
class InFolder : public ::testing::Test
{
protected:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path(name);
    }

    static QByteArray read(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    /// Case 2a of tests/data/cases.txt: a question about a mortgage that nobody answers.
    static QByteArray unanswered()
    {
        return "title \"A question\"\n"
               "dept Retail\ndept Mortgages\n"
               "role Banker dept=Retail\nrole ProductDesk dept=Mortgages\n"
               "lane Client stage=customer\nlane Front stage=frontstage role=Banker\nlane Back stage=backstage "
               "role=ProductDesk\n"
               "card c1 lane=Client step=1 \"Asks about a mortgage\"\ncard c2 lane=Client step=3 \"Decides\" end\n"
               "card b1 lane=Front step=1 \"Takes the question\"\ncard p1 lane=Back step=2 \"Gets the mail\"\n"
               "c1 ?> b1 mortgage\nb1 => p1 mortgage\nc1 -> c2\n";
    }
    /// The same with the answer.
    static QByteArray answered() { return unanswered() + "p1 !> c2 mortgage\n"; }

private:
    QTemporaryDir m_folder;
};

} // namespace throughline::testing
