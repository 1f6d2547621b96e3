// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QByteArray>
#include <QUrl>

/// What the target of an attachment says about it, without a look at the disk.
namespace throughline {

/// The content is held by the document itself, as a "data:" URL.
[[nodiscard]] bool isHeld(const Attachment& attachment);
/// The content that the document holds itself; empty for another attachment.
[[nodiscard]] QByteArray contentOf(const Attachment& attachment);
/// A path below the folder of the document, as far as its words go: neither absolute nor leading out of it.
[[nodiscard]] bool isBeside(const Attachment& attachment);
/// A file or content of a kind that can be shown small on a card: PNG, JPEG, GIF, BMP, WebP.
[[nodiscard]] bool isPicture(const Attachment& attachment);
/// The address of the web or of mail that it is; invalid for every other attachment, schemes that could run something
/// included.
[[nodiscard]] QUrl addressOf(const Attachment& attachment);
/// What people call it: its name, or what its target ends with.
[[nodiscard]] QString shownName(const Attachment& attachment);

} // namespace throughline
