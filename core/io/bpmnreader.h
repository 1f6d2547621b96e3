// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/bpmncustomer.h"
#include "core/model/blueprint.h"

#include <QByteArray>

namespace throughline {

struct BpmnOptions
{
    /// The customer's pool or lane: its id, its name, the first line of its name, or a word of it that no other has.
    /// Empty: a pool or lane is taken only where its name leaves no doubt.
    QString customer;
    /// The notes say how the command line chooses another customer.
    bool forCommandLine = true;
};

struct BpmnImport
{
    Blueprint blueprint;
    QList<CustomerCandidate> candidates; ///< best first
    QString customerUsed;                ///< the name of the customer's pool or lane; empty = none was taken
    QStringList notes;                   ///< what was decided and left out, one sentence each
};

/// Reads a BPMN 2.0 file into a blueprint; docs/file-format.md says what becomes what. The ids of the file stay, so
/// that a later import of the same file gives the same findings. fileName stands in errors and, without its folder and
/// ending, names a blueprint whose file has no name. Errors: with line and column; Usage when customer names no pool or
/// lane, or several. Any thread.
[[nodiscard]] Result<BpmnImport> readBpmn(const QByteArray& xml, const QString& fileName,
                                          const BpmnOptions& options = {});

} // namespace throughline
