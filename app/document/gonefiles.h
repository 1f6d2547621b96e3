// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/lookedup.h"

#include <QStringList>

namespace throughline {

/// Blueprints whose files are not there any more and of which an earlier version is kept, in the order of the paths.
/// Each has "url" (the file that was), "name", "folder" and "when" (the newest version, text).
class GoneFiles : public throughline::LookedUp // in full: else Qt 6.4 tells qmllint of no base
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit GoneFiles(QObject* parent = nullptr) : LookedUp(parent) {}

    /// Looks in the background which of the files are gone and kept.
    Q_INVOKABLE void lookFor(const QStringList& paths);
    /// lookFor() that waits.
    void lookForNow(const QStringList& paths);
};

} // namespace throughline
