// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QList<CatalogueEntry> siloEntries()
{
    return {
        {
            .id = u"silo-break"_s,
            .family = RuleFamily::Silos,
            .title = u"Silo break"_s,
            .explanation = u"The customer moves from one department to another and nothing on our side moves "
                           u"along. What was said, ordered or promised in the first department is unknown in the "
                           u"second, and the customer carries it across."_s,
            .definition = u"A customer goes from one card to the next, both are served, all departments are "
                          u"known and have none in common, and no chain of work leads from a role that serves "
                          u"the first to a role that serves the second. When no connection at all joins two "
                          u"departments, one hint stands for all moves."_s,
            .howToFix = u"Draw the hand-over between the two, let both write to one system, let one role serve"
                        u" both steps, or put both roles in one department."_s,
            .source = u"Isle thinking and the department silo mentality: departments divide work along clear"
                      u" lines and the customer crosses them alone. Role graph: van der Aalst, Reijers and "
                      u"Song, Discovering social networks from event logs, CSCW 14 (2005), handover of work."_s,
            .start = Severity::Warning,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"toll-between-departments"_s,
            .family = RuleFamily::Silos,
            .title = u"Toll between departments"_s,
            .explanation = u"The customer has to settle with one department before going on to the next. The "
                           u"border between two of our departments becomes a till."_s,
            .definition = u"Two payments of one customer, the second after the first, to departments that are "
                          u"known and have none in common, not on the same bill, and every way to the second "
                          u"leads through the first."_s,
            .howToFix = u"Let the first amount move to the second bill, draw a way around the first payment, "
                        u"or name one running bill on both."_s,
            .source = u"Nine times out of ten the bar bill has to be paid before the guest may leave for the"
                      u" table."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"asked-again"_s,
            .family = RuleFamily::Silos,
            .title = u"Asked again"_s,
            .explanation = u"We ask the customer for something we have already been told."_s,
            .definition = u"A customer tells the same data item at two cards, one after the other; the item is "
                          u"not volatile and the second time is not marked as a deliberate check."_s,
            .howToFix = u"Carry the data item on the hand-over that drops it, stop asking for it, or mark the "
                        u"second time as a check with its reason."_s,
            .source = u"Forms filled in again and in full when the first form has 90 % of the details."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"too-many-contacts"_s,
            .family = RuleFamily::Silos,
            .title = u"Too many contacts"_s,
            .explanation = u"One enquiry sets off several departments that contact the customer without knowing "
                           u"of each other."_s,
            .definition = u"Among the cards that one contact sets off and that turn to the customer, so many "
                          u"departments have a card that neither leads to nor follows from a card of another "
                          u"department that turns to the customer."_s,
            .howToFix = u"Route all contacts through one role, link the departments in a chain, or drop a "
                        u"contact."_s,
            .source = u"It is not uncommon for nine different people to contact you after one enquiry, from "
                      u"all manner of departments, some of them AI."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {{u"departments"_s, 3, u"uncoordinated departments from which on it is reported"_s}},
        },
        {
            .id = u"customer-out-of-sight"_s,
            .family = RuleFamily::Silos,
            .title = u"Customer out of sight"_s,
            .explanation = u"A department too large for everyone to know everyone, and nobody in it is near the "
                           u"customer."_s,
            .definition = u"A department with more heads than can know each other has cards here, and the "
                          u"nearest customer card is so many connections away, or cannot be reached."_s,
            .howToFix = u"Give the department a contact of its own or a feed of the customer’s voice, or split"
                        u" it."_s,
            .source = u"R. Dunbar, Neocortex size as a constraint on group size in primates, J. Human "
                      u"Evolution 22 (1992): about 150 stable relationships."_s,
            .start = Severity::Off,
            .recommended = Severity::Hint,
            .all = Severity::Hint,
            .parameters = {{u"heads"_s, 150, u"heads a department may have"_s},
                           {u"distance"_s, 3,
                            u"connections between it and the customer from which on it is reported"_s}},
        },
        {
            .id = u"unowned-moment"_s,
            .family = RuleFamily::Silos,
            .title = u"Unowned moment"_s,
            .explanation = u"Nobody is accountable for this moment of the customer."_s,
            .definition = u"Some card of the blueprint names an owner and this customer card does not."_s,
            .howToFix = u"Name the department that answers for it."_s,
            .source = u"The only department tasked with those customer things is the marketing department."_s,
            .start = Severity::Off,
            .recommended = Severity::Off,
            .all = Severity::Hint,
            .parameters = {},
        },
    };
}

QList<CatalogueEntry> deadEndEntries()
{
    return {
        {
            .id = u"dead-end-role"_s,
            .family = RuleFamily::DeadEnds,
            .title = u"Dead-end role"_s,
            .explanation = u"This role can do little of what it is asked; it can merely fetch somebody. The "
                           u"customer asks, waits for a second person and asks again."_s,
            .definition = u"Of the things a customer may ask this role for, counting what is said or drawn: it "
                          u"passes on two or more, and fulfils fewer than half of what it fulfils, passes on or "
                          u"refuses."_s,
            .howToFix = u"Let the role do one of the things it passes on, let the customer ask the fetched "
                        u"role, or accept it with the reason."_s,
            .source = u"The busser cannot be asked for another drink or the bill and can merely ask for your"
                      u" waiter to come."_s,
            .start = Severity::Warning,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {{u"passes"_s, 2, u"requests passed on from which on it is reported"_s},
                           {u"share"_s, 0.5, u"share it must fulfil itself"_s}},
        },
        {
            .id = u"dead-end-request"_s,
            .family = RuleFamily::DeadEnds,
            .title = u"Dead-end request"_s,
            .explanation = u"Ask this role for that, and it goes no further."_s,
            .definition = u"A customer may ask the role for it; the role neither fulfils it nor passes it to "
                          u"anyone who could, and the lists of all roles on the way are complete or refuse it. "
                          u"Or the role passes it into a circle."_s,
            .howToFix = u"Let the role do it, let it pass the request to the nearest role that can, or say "
                        u"that its list of abilities is not complete."_s,
            .source = u"The busser who cannot even fetch the waiter."_s,
            .start = Severity::Off,
            .recommended = Severity::Error,
            .all = Severity::Error,
            .parameters = {},
        },
        {
            .id = u"pass-on-loop"_s,
            .family = RuleFamily::DeadEnds,
            .title = u"Pass-on loop"_s,
            .explanation = u"A says ask B, and B says ask A."_s,
            .definition = u"For one request, roles that pass it to each other in a circle, and nobody they pass "
                          u"it to fulfils it."_s,
            .howToFix = u"Let one of them do it, or pass it to someone outside the circle who can."_s,
            .source = u"Ask your personal banker for any other product, and the inquiry circulates."_s,
            .start = Severity::Off,
            .recommended = Severity::Error,
            .all = Severity::Error,
            .parameters = {},
        },
        {
            .id = u"customer-stuck"_s,
            .family = RuleFamily::DeadEnds,
            .title = u"Customer stuck"_s,
            .explanation = u"From here the customer has no way to an end of the journey."_s,
            .definition = u"No end of the customer’s journey can be reached from the card, neither by the "
                          u"customer’s own steps nor through the company. Ends are cards so marked and the last "
                          u"column. Lanes whose order is that of the columns are exempt."_s,
            .howToFix = u"Mark the card as an end, draw where the customer goes on, or give the circle an "
                        u"exit."_s,
            .source = u"Broken processes lose a percentage of customers, particularly online. Option to "
                      u"complete: van der Aalst, The application of Petri nets to workflow management, J. "
                      u"Circuits, Systems and Computers 8 (1998)."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
    };
}

QList<CatalogueEntry> unansweredEntries()
{
    return {
        {
            .id = u"unanswered-handoff"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Unanswered handoff"_s,
            .explanation = u"Somebody asks, it is handed on, and nothing ever comes back."_s,
            .definition = u"A request that expects a reply sets off work from which no answer leads back to the "
                          u"one who asked, no plain arrow either, and the role asked is not said to see to it. "
                          u"Inside the company: the work neither returns to the role that asked nor reaches the "
                          u"customer. With plain arrows only: nothing comes back at all, another role received "
                          u"it, and it ends with a person whose card is not marked as an end (one degree "
                          u"quieter)."_s,
            .howToFix = u"Draw the answer from where the work ends or from the role first asked, mark an "
                        u"existing message as the answer, or say that no reply is expected."_s,
            .source = u"Ask your personal banker for any other financial product: it is rather likely that "
                      u"your inquiry will never be answered."_s,
            .start = Severity::Error,
            .recommended = Severity::Error,
            .all = Severity::Error,
            .parameters = {},
        },
        {
            .id = u"sometimes-unanswered"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Sometimes unanswered"_s,
            .explanation = u"On some branch of a decision the customer is forgotten."_s,
            .definition =
                u"The request is answered on some ways but there is a decision from which a branch never leads to an "
                u"answer, or whose only way out has a condition, so that the other was never drawn. Splits that are no "
                u"decisions count as answered when one branch answers; circles are left some day. A plain arrow back "
                u"on "
                u"the branch may be its answer; one before the decision is not, where the answer is marked."_s,
            .howToFix = u"Answer on that branch too, if only with a no, or lead it back to where the answer is"
                        u" given."_s,
            .source = u"It is rather likely that your inquiry will never be answered."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"customer-must-chase"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Customer must chase"_s,
            .explanation = u"We make the customer ask twice."_s,
            .definition = u"The customer is sent away to call back or go elsewhere; or asks for the same thing "
                          u"again, later, with no answer in between."_s,
            .howToFix = u"Turn it into a promise of ours: take down the request, see to it and answer."_s,
            .source = u"Asking me to call back instead of leaving my number."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"endless-wait"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Endless wait"_s,
            .explanation = u"Waiting for something that nobody sends."_s,
            .definition =
                u"A wait that somebody else must end, without a duration or a time-out, into which no connection leads "
                u"from another lane. Not where a decision waits for the first of several and another of them ends. In "
                u"company lanes only where the lane receives anything at all, and not where the wait is touched by no "
                u"connection or opens the lane for what comes in at the card behind it."_s,
            .howToFix = u"Draw what ends the wait, give it a duration or a time-out, or say that the one who "
                        u"waits can see it."_s,
            .source = u"Without much cost such as burdens of time and worry."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"mutual-wait"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Mutual wait"_s,
            .explanation = u"The customer waits for us while we wait for the customer."_s,
            .definition = u"Waits of two lanes or more that can only end after each other, even if every wait "
                          u"that nobody sends were ended."_s,
            .howToFix = u"Give one of them a time-out, or let one side start."_s,
            .source = u"Deadlock in monotone and/or graphs, without a state space."_s,
            .start = Severity::Off,
            .recommended = Severity::Error,
            .all = Severity::Error,
            .parameters = {},
        },
        {
            .id = u"silent-wait"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Silent wait"_s,
            .explanation = u"The request wanders through the house and the customer hears nothing meanwhile."_s,
            .definition = u"A request that is answered, but only after so many changes of role, and nothing "
                          u"tells the customer anything on the way."_s,
            .howToFix = u"Tell the customer something from the first role, or promise a time."_s,
            .source = u"Worry is one of the four burdens: time, worry, effort and finances."_s,
            .start = Severity::Off,
            .recommended = Severity::Hint,
            .all = Severity::Hint,
            .parameters = {{u"hops"_s, 2, u"changes of role from which on it is reported"_s}},
        },
        {
            .id = u"dropped-handoff"_s,
            .family = RuleFamily::Unanswered,
            .title = u"Dropped handoff"_s,
            .explanation = u"Work is handed over and lies there."_s,
            .definition = u"A hand-over between different roles to a card from which nothing goes on, which is "
                          u"not an end, not a strategy and does not touch the customer."_s,
            .howToFix = u"Draw what the receiver does next, mark the card as an end, or hand over to somebody "
                        u"who can go on."_s,
            .source = u"The ripple effect of transfers throughout the internal value chain of the entire "
                      u"company."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
    };
}

QList<CatalogueEntry> perspectiveEntries()
{
    return {
        {
            .id = u"no-customer-lane"_s,
            .family = RuleFamily::Perspective,
            .title = u"No customer lane"_s,
            .explanation = u"A journey without the one who makes it."_s,
            .definition = u"There are cards of the company and no lane of a customer."_s,
            .howToFix = u"Add a customer lane on top, or declare an existing lane the customer’s."_s,
            .source = u"Companies chart the customer journey from the company’s perspective."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"company-only-phase"_s,
            .family = RuleFamily::Perspective,
            .title = u"Company-only phase"_s,
            .explanation = u"In this phase we are busy and the customer is not in the picture."_s,
            .definition = u"With two phases or more: a phase with two company cards or more and no customer "
                          u"card. Without phases: a run of four columns or more."_s,
            .howToFix = u"Draw what the customer does meanwhile, if only that the customer waits, and for how "
                        u"long."_s,
            .source = u"It always seems to be about how they want to work, not what you need."_s,
            .start = Severity::Off,
            .recommended = Severity::Hint,
            .all = Severity::Hint,
            .parameters = {{u"cards"_s, 2, u"company cards from which on a phase is reported"_s},
                           {u"columns"_s, 4, u"columns without a customer from which on a run is reported"_s}},
        },
        {
            .id = u"journey-stops-at-sale"_s,
            .family = RuleFamily::Perspective,
            .title = u"Journey stops at the sale"_s,
            .explanation = u"The drawing begins or ends with the purchase."_s,
            .definition = u"Phases say what kind they are, the customer buys in one of them, and no phase after "
                          u"(or before) the purchase has a customer card."_s,
            .howToFix = u"Add the phase in which the customer finds the solution, or the one in which it is "
                        u"used."_s,
            .source = u"Finding the solution and using it to do something: pre-purchase and post-purchase."_s,
            .start = Severity::Off,
            .recommended = Severity::Hint,
            .all = Severity::Hint,
            .parameters = {},
        },
        {
            .id = u"costly-step"_s,
            .family = RuleFamily::Perspective,
            .title = u"Costly step"_s,
            .explanation = u"This step costs the customer more than you allow."_s,
            .definition = u"The time, worry, effort or money of a customer card exceeds the ceiling the "
                          u"blueprint sets."_s,
            .howToFix = u"Make the step cheaper for the customer, or raise the ceiling."_s,
            .source = u"Without much cost such as burdens of time, worry, effort and finances."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
    };
}

QList<CatalogueEntry> voiceEntries()
{
    return {
        {
            .id = u"feedback-goes-nowhere"_s,
            .family = RuleFamily::Voice,
            .title = u"Feedback goes nowhere"_s,
            .explanation = u"What the customer says never reaches anyone who could change it."_s,
            .definition = u"Departments say what they may decide, or a strategy is drawn; and nothing that a "
                          u"customer’s voice sets off is a strategy or belongs to a department that may decide "
                          u"what the voice is about."_s,
            .howToFix = u"Hand the feedback to the department that decides, or give the power to the one that "
                        u"hears it."_s,
            .source = u"It uses that feedback to develop new products."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"strategy-deaf-to-customer"_s,
            .family = RuleFamily::Voice,
            .title = u"Strategy deaf to the customer"_s,
            .explanation = u"Targets are set that never heard a customer, or that never get back to one."_s,
            .definition = u"There is a customer lane, and no way leads from any customer card to the strategy, "
                          u"or none from the strategy to a customer."_s,
            .howToFix = u"Feed the strategy from the customer’s voice, and draw how it reaches the front."_s,
            .source = u"Customer informing strategy, strategy informing employee, employee informing "
                      u"customer."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
    };
}

QList<CatalogueEntry> drawingEntries()
{
    return {
        {
            .id = u"loose-connection"_s,
            .family = RuleFamily::Drawing,
            .title = u"Loose connection"_s,
            .explanation = u"A connection has an end that is attached to nothing. What it was meant to say cannot"
                           u" be checked."_s,
            .definition = u"An end of the connection is at no card and no lane."_s,
            .howToFix = u"Attach the end, or delete the connection."_s,
            .source = u"Measured on 3,739 process models drawn by people: 19.5 % have loose connections."_s,
            .start = Severity::Off,
            .recommended = Severity::Warning,
            .all = Severity::Warning,
            .parameters = {},
        },
        {
            .id = u"loose-card"_s,
            .family = RuleFamily::Drawing,
            .title = u"Loose card"_s,
            .explanation = u"A card without a place and without a connection: the check cannot know what it "
                           u"belongs to."_s,
            .definition = u"A card without a step and without any connection, in a blueprint with three "
                          u"connections or more."_s,
            .howToFix = u"Put the card into a step, connect it, or delete it."_s,
            .source = u"A card placed in a column is connected by its column."_s,
            .start = Severity::Off,
            .recommended = Severity::Hint,
            .all = Severity::Hint,
            .parameters = {{u"connections"_s, 3, u"connections from which on it is reported"_s}},
        },
        {
            .id = u"answer-not-marked"_s,
            .family = RuleFamily::Drawing,
            .title = u"Answer not marked"_s,
            .explanation = u"A request has no answer, but a plain arrow comes back: if that is the answer, mark it. Or "
                           u"the other way round: an answer is marked, and nothing asks for it."_s,
            .definition =
                u"A request of a customer that expects a reply; no answer comes back, but a plain arrow does. Or an "
                u"answer to which no connection leads from a customer, nor, between roles, from a request inside, "
                u"unless a request for the same thing is reported already."_s,
            .howToFix =
                u"Mark the plain arrow as the answer, or draw the answer. Draw the request that is answered, or "
                u"make the answer a message."_s,
            .source = u"Plain arrows prove nothing."_s,
            .start = Severity::Off,
            .recommended = Severity::Hint,
            .all = Severity::Hint,
            .parameters = {},
        },
    };
}

} // namespace

const QList<CatalogueEntry>& catalogue()
{
    static const QList<CatalogueEntry> entries = siloEntries() + deadEndEntries() + unansweredEntries() +
                                                 perspectiveEntries() + voiceEntries() + drawingEntries();
    return entries;
}

const QList<CatalogueEntry>& comparisonCatalogue()
{
    static const QList<CatalogueEntry> entries{{
        .id = u"burden-shifted-to-customer"_s,
        .family = RuleFamily::Perspective,
        .title = u"Burden shifted to the customer"_s,
        .explanation = u"Compared with before, we made it easier for ourselves and harder for the customer. The work "
                       u"has not gone, it has moved."_s,
        .definition =
            u"In a phase of both versions the company\u2019s work falls: fewer cards, hand-overs or minutes and more "
            u"of none. The customer\u2019s burden rises: more cards, minutes, worry, effort or money, and less of no "
            u"cost. An amount counts where both versions give it for every card of the phase. Phases are matched by "
            u"id, then by name; without phases the whole journey is one."_s,
        .howToFix = u"Take back what the company no longer does, spare the customer what was added, or accept it with "
                    u"the reason."_s,
        .source = u"If it makes it easier internally, it makes it less convenient for those they serve."_s,
        .start = Severity::Warning,
        .recommended = Severity::Warning,
        .all = Severity::Warning,
        .parameters = {},
    }};
    return entries;
}

const CatalogueEntry* catalogueEntry(QStringView rule)
{
    for (const QList<CatalogueEntry>* entries : {&catalogue(), &comparisonCatalogue()}) {
        const auto found = std::ranges::find(*entries, rule, &CatalogueEntry::id);
        if (found != entries->end())
            return &*found;
    }
    return nullptr;
}

Severity presetSeverity(const CatalogueEntry& entry, Preset preset)
{
    switch (preset) {
    case Preset::Start:
        return entry.start;
    case Preset::Recommended:
        return entry.recommended;
    case Preset::All:
        return entry.all;
    }
    return entry.recommended;
}

QString familyName(RuleFamily family)
{
    switch (family) {
    case RuleFamily::Silos:
        return u"Silos"_s;
    case RuleFamily::DeadEnds:
        return u"Dead ends"_s;
    case RuleFamily::Unanswered:
        return u"Unanswered"_s;
    case RuleFamily::Perspective:
        return u"Perspective and burden"_s;
    case RuleFamily::Voice:
        return u"Voice"_s;
    case RuleFamily::Drawing:
        return u"Drawing"_s;
    }
    return {};
}

} // namespace throughline
