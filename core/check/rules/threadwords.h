// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/rule.h"

namespace throughline {

struct Contact;
class ThreadAnalysis;

/// The customer card an answer would come to: the next one on the way, or else the one that asked.
[[nodiscard]] int nextCustomerCard(const ServiceGraph& graph, const Contact& contact);
/// The plain arrow nearest to the asked card by which the thread comes back to the customer, -1 = none within reach of
/// a short search.
[[nodiscard]] int nearestPlainBack(const ServiceGraph& graph, const ThreadAnalysis& threads, const Contact& contact);
/// A contact of which nothing comes back, and the nodes at which it ends; none where it circles.
struct UnansweredContact
{
    int contact;
    std::vector<int> ends;
};
struct UnansweredSurvey
{
    std::vector<UnansweredContact> unanswered;
    int total = 0;
    int unclear = 0;
};
/// What the rule unanswered-handoff reports of the customers' contacts.
[[nodiscard]] UnansweredSurvey surveyUnanswered(CheckContext& context);

/// Adds what a request went through inside the company to the evidence, nearest first, a bounded number.
void addThread(const RuleRun& run, int asked, Finding& finding);

} // namespace throughline
