// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/recheck.h"

#include "core/model/validation.h"

namespace throughline {

namespace {

/// The element with nothing in it that no rule reads; its words stay where a sentence uses them.
Card asRulesReadIt(Card card, bool isSpoken)
{
    card.note.clear();
    card.status = CardStatus::Unstated;
    card.painPoints.clear();
    card.opportunities.clear();
    card.attachments.clear();
    card.emotion.reset();
    card.unknown = {};
    if (!isSpoken)
        card.title.clear();
    return card;
}

Connection asRulesReadIt(Connection connection, bool isSpoken)
{
    connection.unknown = {};
    if (!isSpoken)
        connection.label.clear();
    return connection;
}

Step asRulesReadIt(Step step, bool isSpoken)
{
    step.unknown = {};
    if (!isSpoken)
        step.name.clear();
    return step;
}

/// Names of lanes and phases stand in many sentences; only the folding is silent.
Lane asRulesReadIt(Lane lane, bool)
{
    lane.folded = false;
    lane.unknown = {};
    return lane;
}

Phase asRulesReadIt(Phase phase, bool)
{
    phase.folded = false;
    phase.unknown = {};
    return phase;
}

Header asRulesReadIt(Header header)
{
    header.title.clear();
    header.scenario.clear();
    header.persona.clear();
    header.views.clear();
    header.unknown = {};
    return header;
}

template <typename Element>
bool areSame(const Blueprint& checked, const Blueprint& now)
{
    bool same = true;
    Table<Element>::compare(checked.table<Element>(), now.table<Element>(),
                            [&same](const Element*, const Element*) { same = false; });
    return same;
}

template <typename Element>
ElementRef refTo(const Element& element)
{
    return {kindOf<Element>(), element.id.value};
}

/// Whether the rules cannot tell the elements of one kind apart.
template <typename Element>
bool readAlike(const CheckResult& result, const Blueprint& checked, const Blueprint& now)
{
    bool alike = true;
    Table<Element>::compare(checked.table<Element>(), now.table<Element>(),
                            [&](const Element* before, const Element* after) {
                                alike = alike && before && after &&
                                        asRulesReadIt(*before, result.spoken.contains(refTo(*before))) ==
                                            asRulesReadIt(*after, result.spoken.contains(refTo(*after)));
                            });
    return alike;
}

} // namespace

bool stillHolds(const CheckResult& result, const Blueprint& checked, const Blueprint& now)
{
    return result.ruleErrors.isEmpty() && asRulesReadIt(checked.header()) == asRulesReadIt(now.header()) &&
           areSame<Department>(checked, now) && areSame<Role>(checked, now) && areSame<Request>(checked, now) &&
           areSame<DataItem>(checked, now) && areSame<Acceptance>(checked, now) &&
           readAlike<Phase>(result, checked, now) && readAlike<Step>(result, checked, now) &&
           readAlike<Lane>(result, checked, now) && readAlike<Card>(result, checked, now) &&
           readAlike<Connection>(result, checked, now);
}

} // namespace throughline
