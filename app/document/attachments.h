// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/cardoperations.h"
#include "core/model/blueprint.h"

#include <QUrl>

class QMimeData;

/// Files, pictures and addresses that belong to cards. Those of a saved document are copied into a folder beside it,
/// "dinner.files" beside "dinner.blueprint"; those of one without a file are held by the document itself.
namespace throughline {

/// The largest file that a document without a file of its own holds, in bytes.
inline constexpr qint64 MaxEmbedded = 256 * 1024;
/// The largest file that is copied beside a document, in bytes.
inline constexpr qint64 MaxAttached = 64 * 1024 * 1024;

/// Takes content in under a name. document: the path of the document; empty: it has none yet. A file of the same
/// content that is there already is taken as it is; one of another content keeps its name, and the new one gets a
/// number. Errors, one sentence: too large, the folder cannot be written.
[[nodiscard]] Result<Attachment> attachContent(const QString& document, const QString& name, const QByteArray& content);
/// The same with what a file holds.
[[nodiscard]] Result<Attachment> attachFile(const QString& document, const QString& file);
/// An address of the web or a mail address, which stays what it is. Errors: anything else.
[[nodiscard]] Result<Attachment> attachAddress(const QString& address);

/// Whether something dropped or on the clipboard is for attaching: files, addresses, or a picture without words.
[[nodiscard]] bool isAttachable(const QMimeData& data);
/// All of it. The first error stops it; what was copied until then stays on the disk, unused.
[[nodiscard]] Result<QList<Attachment>> attachAll(const QString& document, const QMimeData& data);

/// Adds attachments to a card. One whose target is there already is not added again.
[[nodiscard]] Result<Patch> addAttachments(const Blueprint& blueprint, const CardId& card,
                                           const QList<Attachment>& attachments);

/// A card of evidence with attachments, called after the first of them, at a place of the grid.
[[nodiscard]] Result<Patch> addEvidence(const Blueprint& blueprint, const CardId& id, const CellPlace& place,
                                        const QList<Attachment>& attachments);

/// What to hand to the desktop to open what the document does not hold itself: an address of the web or of mail, or a
/// file that lies in a folder of attached files ("….files"). Errors, one sentence: anything else, it is gone, it may
/// not be read, it could run as a program.
[[nodiscard]] Result<QUrl> openable(const QString& document, const Attachment& attachment);

/// The files beside the document that attachments name and that are not there, each once.
[[nodiscard]] QStringList missingFiles(const Blueprint& blueprint, const QString& document);
/// Takes in the files that cards added by patch name beside the document they were copied from, and makes their
/// attachments name them. from, to: the paths of the two documents; to may be empty, as for attachContent(). Gives the
/// names of those that could not be taken in: they stay what they are.
[[nodiscard]] QStringList takeFiles(Patch& patch, const QString& from, const QString& to);
/// What became of files that were to be copied.
struct CopiedFiles
{
    QStringList failed; ///< the names of those that could not be copied
    Patch renamed;      ///< has attachments name the files that got another name, as another file had theirs
};
/// Copies the files that attachments name beside another path of the document, out of its folders of attached files
/// alone.
[[nodiscard]] CopiedFiles copyFiles(const Blueprint& blueprint, const QString& from, const QString& to);

} // namespace throughline
