// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/threads.h"
#include "core/fix/fixrun.h"

/// The proposals of single rules, for the tables of their families, and what several of them need.
namespace throughline {

void mendSiloBreak(FixRun& run);
void mendToll(FixRun& run);
void mendAskedAgain(FixRun& run);
void mendTooManyContacts(FixRun& run);
void mendOutOfSight(FixRun& run);
void mendUnownedMoment(FixRun& run);

void mendDeadEndRole(FixRun& run);
void mendDeadEndRequest(FixRun& run);
void mendPassOnLoop(FixRun& run);
void mendStuckCustomer(FixRun& run);

void mendUnanswered(FixRun& run);
void mendSometimesUnanswered(FixRun& run);
void mendDroppedHandoff(FixRun& run);
void mendChase(FixRun& run);
void mendSilentWait(FixRun& run);

/// The contact whose connection is the first subject of the finding; null when it is none.
[[nodiscard]] const Contact* subjectContact(FixRun& run);

/// Where an answer to the contact that starts at a node had best reach the customer: at a wait that nothing ends yet,
/// else at the first card after the asking one that is not before the answer, else next after the asking one.
[[nodiscard]] int answerPlace(FixRun& run, const Contact& contact, int from);

/// The answer to a contact, drawn from a node to where it had best reach the customer.
[[nodiscard]] Connection answerTo(FixRun& run, const Contact& contact, int from);

/// The patch that adds connections.
[[nodiscard]] Patch withConnections(const FixRun& run, const QList<Connection>& connections);

} // namespace throughline
