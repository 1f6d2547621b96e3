// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace throughline {

class RuleRun;

// One function a rule; the tables at the end of the families' files name them.
void findSiloBreaks(RuleRun& run);
void findTolls(RuleRun& run);
void findAskedAgain(RuleRun& run);
void findTooManyContacts(RuleRun& run);
void findOutOfSight(RuleRun& run);
void findUnownedMoments(RuleRun& run);

void findDeadEndRoles(RuleRun& run);
void findDeadEndRequests(RuleRun& run);
void findPassOnLoops(RuleRun& run);
void findStuckCustomers(RuleRun& run);

void findUnanswered(RuleRun& run);
void findSometimesUnanswered(RuleRun& run);
void findChases(RuleRun& run);
void findEndlessWaits(RuleRun& run);
void findMutualWaits(RuleRun& run);
void findSilentWaits(RuleRun& run);
void findDroppedHandoffs(RuleRun& run);
void findUnmarkedAnswers(RuleRun& run);

void findMissingCustomer(RuleRun& run);
void findCompanyOnlyPhases(RuleRun& run);
void findStopsAtSale(RuleRun& run);
void findCostlySteps(RuleRun& run);

void findLostFeedback(RuleRun& run);
void findDeafStrategies(RuleRun& run);

void findLooseConnections(RuleRun& run);
void findLooseCards(RuleRun& run);

} // namespace throughline
