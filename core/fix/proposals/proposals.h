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

/// The first or the last column of a node; what stands in none comes after (before) all others.
[[nodiscard]] int columnOf(const ServiceGraph& graph, int node, bool last);

/// Of those who serve a customer card the last to do so, or the first; people rather than systems. -1 = nobody does.
[[nodiscard]] int serverOf(const ServiceGraph& graph, int card, bool last);

/// The contact whose connection is the first subject of the finding; null when it is none.
[[nodiscard]] const Contact* subjectContact(FixRun& run);

/// Where an answer to the contact that starts at a node had best reach the customer: at a wait that nothing ends yet,
/// else at the first card after the asking one that is not before the answer, else next after the asking one.
[[nodiscard]] int answerPlace(FixRun& run, const Contact& contact, int from);

/// The answer to a contact, drawn from a node to where it had best reach the customer.
[[nodiscard]] Connection answerTo(FixRun& run, const Contact& contact, int from);

/// The last card of a person among nodes where work ends, -1 where none is.
[[nodiscard]] int lastPerson(const ServiceGraph& graph, const std::vector<int>& ends);

/// " about “the bill”", or nothing for an unnamed request.
[[nodiscard]] QString aboutRequest(const FixRun& run, int request);

/// The links among some that lead from one card of a customer to another.
[[nodiscard]] std::vector<int> journeyLinks(const ServiceGraph& graph, std::span<const int> links);

/// Takes a customer card out: the ways into it lead on to where its ways out lead. The draft holds what else changes.
[[nodiscard]] Result<Patch> withoutCustomerCard(const FixRun& run, int card, Draft draft);

/// The contacts by which a request (-1: the unnamed one of the connection link) is drawn into a role, so many at most.
[[nodiscard]] std::vector<const Contact*> contactsAsking(FixRun& run, int role, int request, int link);

/// The role sees to the request itself, whatever it did about it before.
void letFulfil(Role& role, const RequestId& request);

/// The patch that adds connections.
[[nodiscard]] Patch withConnections(const FixRun& run, const QList<Connection>& connections);

} // namespace throughline
