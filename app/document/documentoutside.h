// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "app/document/journals.h"

namespace throughline {

/// The file of a document as another program left it.
struct DocumentController::Outside
{
    bool isGone = false;
    QByteArray hash{};
    Result<Blueprint> blueprint;
    QByteArray notation{};
};

/// Two versions that only a person can bring together; one of the two is given.
struct DocumentController::Conflict
{
    std::shared_ptr<const Outside> outside{};      ///< what another program wrote, against the document
    std::shared_ptr<const FoundJournal> journal{}; ///< changes that were not saved, against the document
};

/// What they come from, and what each made of it.
struct DocumentController::Sides
{
    Blueprint base;
    Blueprint mine;
    Blueprint theirs;
};

/// What tells one content of a file from another.
[[nodiscard]] QByteArray hashOf(const QByteArray& data);
/// The path behind a url: a file on disk or a resource of the program.
[[nodiscard]] QString pathOf(const QUrl& url);

} // namespace throughline
