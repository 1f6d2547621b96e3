// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationlineparts.h"
#include "core/model/blueprint.h"

namespace throughline {

struct NotationContent;

/// A text that was typed, brought onto a document.
struct AdoptedNotation
{
    Blueprint blueprint;
    QList<NotationSourceLine> lines; ///< of the text, with the elements as the document calls them
};

/// What content says, with what the text does not say taken from the document it is about: the ids of steps and of
/// connections that are only numbered, and places among equals whose order is the same. before are the lines of the
/// text as it was when it stood for document; lines those of content. Pure.
[[nodiscard]] AdoptedNotation adopt(const Blueprint& document, const QList<NotationSourceLine>& before,
                                    const NotationContent& content, const QList<NotationSourceLine>& lines);

} // namespace throughline
