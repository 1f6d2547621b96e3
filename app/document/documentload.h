// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "app/document/journals.h"
#include "core/io/documentreader.h"

namespace throughline {

/// What was read from the disk in the background.
struct DocumentController::Loaded
{
    QUrl url; ///< empty: the document has no file any more
    Result<LoadedDocument> document;
    QByteArray hash{};
    QByteArray notation{};          ///< the text itself, of a .bpt
    QList<FoundJournal> journals{}; ///< of changes that were not saved
    QString beside{};               ///< the journal beside the file if a living window owns it
    QString leftLock{};             ///< the lock beside the file was left by another computer: one sentence
    QString restore{};              ///< the journal among journals to restore at once
    QString note{};                 ///< to be said when it is open
    QString gone{};                 ///< the file that is not there any more and of which this is a version
};

} // namespace throughline
