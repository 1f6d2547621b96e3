// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/bpmncustomer.h"
#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

/// The formats a blueprint is read from.
enum class DocumentFormat { Blueprint, Notation, Bpmn };

struct ReadOptions
{
    QString customer; ///< for BPMN: the customer's pool or lane, see BpmnOptions
};

struct LoadedDocument
{
    Blueprint blueprint;
    DocumentFormat format = DocumentFormat::Blueprint;
    QStringList notes;                   ///< what the user should know about the import, one sentence each
    QList<CustomerCandidate> candidates; ///< BPMN: pools and lanes that may be the customer's, best first
    QString customerUsed;                ///< BPMN: the name of the one that was taken, or empty
};

/// The format of a file by its content: an XML file is BPMN, a JSON file a blueprint, any other text the notation.
[[nodiscard]] DocumentFormat formatOf(const QByteArray& content);

/// Reads a blueprint in any of the formats, told apart by content. fileName stands in errors and names an imported
/// model. An empty file is refused unless its name ends in ".bpt". Errors as in readBlueprint(), readNotation() and
/// readBpmn(). Any thread.
[[nodiscard]] Result<LoadedDocument> readDocument(const QByteArray& content, const QString& fileName,
                                                  const ReadOptions& options = {});

} // namespace throughline
