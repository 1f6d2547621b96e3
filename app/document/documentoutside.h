// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"

namespace throughline {

/// The file of a document as another program left it.
struct DocumentController::Outside
{
    bool isGone = false;
    QByteArray hash{};
    Result<Blueprint> blueprint;
    QByteArray notation{};
};

/// What tells one content of a file from another.
[[nodiscard]] QByteArray hashOf(const QByteArray& data);
/// The path behind a url: a file on disk or a resource of the program.
[[nodiscard]] QString pathOf(const QUrl& url);

} // namespace throughline
