// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/gonefiles.h"

#include "app/document/journals.h"
#include "app/document/versions.h"
#include "core/base/homepath.h"

#include <QFileInfo>
#include <QUrl>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariantList look(const QStringList& paths)
{
    QVariantList entries;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QList<Backup> versions = info.exists() ? QList<Backup>() : versionsOf(path);
        if (versions.isEmpty())
            continue;
        entries += QVariantMap{{u"url"_s, QUrl::fromLocalFile(path)},
                               {u"name"_s, info.fileName()},
                               {u"folder"_s, homeRelative(info.absolutePath())},
                               {u"when"_s, whenText(versions.first().when.toLocalTime())}};
    }
    return entries;
}

} // namespace

void GoneFiles::lookFor(const QStringList& paths)
{
    lookUp([paths] { return look(paths); });
}

void GoneFiles::lookForNow(const QStringList& paths)
{
    take(look(paths));
}

} // namespace throughline
