// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metric.h"

using namespace Qt::StringLiterals;

namespace throughline {

const QList<MetricInfo>& metricCatalogue()
{
    using F = MetricFamily;
    using U = MetricUnit;
    static const QList<MetricInfo> catalogue{
        {u"silo-index"_s, F::Silos, U::Share, Better::Lower, u"Silo index"_s,
         u"Of the customer's moves from one department to another, those on which nothing of ours moves along."_s},
        {u"department-changes"_s, F::Silos, U::Count, Better::Lower, u"Department changes"_s,
         u"How often the customer changes departments on the way."_s},
        {u"tolls"_s, F::Silos, U::Count, Better::Lower, u"Tolls between departments"_s,
         u"Payments to one department that stand before a payment to another."_s},
        {u"payments"_s, F::Silos, U::Count, Better::Lower, u"Payments"_s, u"How often the customer pays on the way."_s},
        {u"ei-index"_s, F::Silos, U::Index, Better::Neither, u"E\u2013I index of hand-overs"_s,
         u"Hand-overs between departments less those within one, over both: from -1 (all within) to 1 (all between)."_s},
        {u"answer-rate"_s, F::Answers, U::Share, Better::Higher, u"Answer rate"_s,
         u"Of the questions the customer is drawn asking, those that are answered on every branch."_s},
        {u"inferred-answer-rate"_s, F::Answers, U::Share, Better::Higher, u"Answer rate of plain arrows"_s,
         u"Of the plain arrows from the customer to us, those to which something comes back."_s},
        {u"asks-per-question"_s, F::Answers, U::Mean, Better::Lower, u"Asks per question"_s,
         u"How often the customer has to ask until a question is done with."_s},
        {u"hops-per-request"_s, F::Answers, U::Mean, Better::Lower, u"Hops per request"_s,
         u"How many changes of hands lie between who is asked and who answers."_s},
        {u"most-hops"_s, F::Answers, U::Count, Better::Lower, u"Most hops of a request"_s,
         u"The same for the request that wanders farthest."_s},
        {u"first-person-resolution"_s, F::Answers, U::Share, Better::Higher, u"First-person resolution"_s,
         u"Of the answered requests, those answered by the very role that was asked."_s},
        {u"empowerment"_s, F::Abilities, U::Share, Better::Higher, u"Empowerment"_s,
         u"Of what customers may ask of the roles they meet, what those roles can do themselves."_s},
        {u"dead-end-share"_s, F::Abilities, U::Share, Better::Lower, u"Dead-end share"_s,
         u"Of what customers may ask of the roles they meet, what dies or goes round in circles."_s},
        {u"roles-met"_s, F::Contact, U::Count, Better::Lower, u"Roles met"_s,
         u"How many different roles the customer deals with."_s},
        {u"departments-met"_s, F::Contact, U::Count, Better::Lower, u"Departments met"_s,
         u"How many different departments the customer deals with."_s},
        {u"contacts"_s, F::Contact, U::Count, Better::Neither, u"Contacts"_s,
         u"How often a step of the customer meets a step of ours."_s},
        {u"moments-owned"_s, F::Contact, U::Share, Better::Higher, u"Moments owned"_s,
         u"Of the customer's steps, those for which exactly one department answers."_s},
        {u"moments-of-department"_s, F::Contact, U::Count, Better::Neither, u"Moments of a department"_s,
         u"How many of the customer's steps one department answers for."_s},
        {u"customer-minutes"_s, F::Burden, U::Minutes, Better::Lower, u"Time"_s,
         u"The customer's minutes on the quickest and on the slowest way."_s},
        {u"customer-worry"_s, F::Burden, U::Points, Better::Lower, u"Worry"_s,
         u"The customer's points of worry on the lightest and on the heaviest way."_s},
        {u"customer-effort"_s, F::Burden, U::Points, Better::Lower, u"Effort"_s,
         u"The customer's points of effort on the lightest and on the heaviest way."_s},
        {u"customer-money"_s, F::Burden, U::Money, Better::Lower, u"Money"_s,
         u"What the customer spends on the cheapest and on the dearest way."_s},
        {u"wait-share"_s, F::Burden, U::Share, Better::Lower, u"Wait share"_s,
         u"Of the customer's minutes, those spent waiting."_s},
        {u"asked-again-share"_s, F::Burden, U::Share, Better::Lower, u"Asked-again share"_s,
         u"Of the data we ask the customer for, those already given."_s},
        {u"carry-rate"_s, F::Burden, U::Share, Better::Higher, u"Carry rate"_s,
         u"Of the hand-overs where something known before is needed after, those that carry it."_s},
        {u"interaction-crossings"_s, F::Lines, U::Count, Better::Neither, u"Across the line of interaction"_s,
         u"Connections between the customer and us."_s},
        {u"visibility-crossings"_s, F::Lines, U::Count, Better::Neither, u"Across the line of visibility"_s,
         u"Connections between what the customer sees of us and what stays out of sight."_s},
        {u"internal-crossings"_s, F::Lines, U::Count, Better::Neither, u"Across the line of internal interaction"_s,
         u"Connections between people and the support behind them."_s},
        {u"perspective"_s, F::Perspective, U::Share, Better::Higher, u"Perspective"_s,
         u"Of the steps in which something happens, those in which the customer is in the picture."_s},
        {u"voice-reach"_s, F::Perspective, U::Share, Better::Higher, u"Voice reach"_s,
         u"Of what the customer thinks and says, what reaches somebody who could change it."_s},
        {u"virtuous-circle"_s, F::Perspective, U::YesNo, Better::Higher, u"Customer to strategy and back"_s,
         u"Whether what customers say reaches a strategy that comes back to them."_s},
    };
    return catalogue;
}

} // namespace throughline
