// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/journalkeeper.h"
#include "core/io/blueprintwriter.h"
#include "tests/app/randomsession.h"

#include <QCryptographicHash>
#include <QGuiApplication>

#include <cstdio>

using namespace throughline;

/// Opens a file and edits it at random until it is killed: "journalvictim FILE SEED". Prints a line whenever all
/// changes so far are on the disk: how many steps were made, and the hash of the blueprint.
int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    DocumentController document;
    if (arguments.size() != 3 || !document.openNow(QUrl::fromLocalFile(arguments[1])))
        return 2;
    testing::RandomSession session(document, arguments[2].toUInt());
    for (int steps = 1;; ++steps) {
        session.step();
        document.journal().flush();
        const QByteArray bytes = writeBlueprint(document.blueprint());
        std::printf("%d %s\n", steps, QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().constData());
        std::fflush(stdout);
    }
}
