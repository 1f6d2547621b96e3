// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/bpmnmodel.h"

namespace throughline {

/// A pool or lane that may be the customer's.
struct CustomerCandidate
{
    QString id;
    QString name;
    QString why; ///< one sentence

    bool operator==(const CustomerCandidate&) const = default;
};

/// Who may be the customer, best first, and whether there is no doubt about the first.
struct CustomerProposal
{
    QList<CustomerCandidate> candidates;
    bool isClear = false;
};

/// Looks for names of customers in several languages, then for the only pool that nobody's message starts. A name
/// decides where it is the only one and cannot mean software; a start never does.
[[nodiscard]] CustomerProposal proposeCustomer(const BpmnModel& model);

/// The id of the pool or lane a person means by wanted: its id, its name, the first line of its name or a word of it.
/// Errors: Usage where none or several match; the message lists what there is.
[[nodiscard]] Result<QString> findCustomer(const BpmnModel& model, const QString& wanted);

} // namespace throughline
