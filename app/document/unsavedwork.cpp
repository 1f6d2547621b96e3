// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/unsavedwork.h"

#include "core/base/homepath.h"

#include <QFileInfo>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariantMap entryFor(const FoundJournal& found)
{
    const QString file = found.content.head.documentFile;
    const QString title = found.content.now.header().title;
    const QString untitled = title.isEmpty() ? UnsavedWork::tr("Untitled") : title;
    return {{u"journal"_s, found.path},
            {u"name"_s, file.isEmpty() ? untitled : QFileInfo(file).fileName()},
            {u"folder"_s, file.isEmpty() ? QString() : homeRelative(QFileInfo(file).absolutePath())},
            {u"when"_s, whenText(found.when)},
            {u"changes"_s, found.changes()}};
}

QVariantList look()
{
    QVariantList entries;
    for (const FoundJournal& found : findJournals())
        entries += entryFor(found);
    return entries;
}

} // namespace

void UnsavedWork::refresh()
{
    lookUp(look);
}

void UnsavedWork::refreshNow()
{
    take(look());
}

void UnsavedWork::remove(const QString& journal)
{
    // A window may have taken it up meanwhile.
    if (!isOwned(journal))
        removeJournal(journal);
    QVariantList left = entries();
    left.removeIf([&](const QVariant& entry) { return entry.toMap().value(u"journal"_s).toString() == journal; });
    take(left);
}

} // namespace throughline
