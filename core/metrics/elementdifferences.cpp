// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/comparison.h"
#include "core/model/patch.h"
#include "core/model/queries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// Which fields of an element differ between two versions, by the names they have in the file.
namespace throughline {

namespace {

/// Collects the names of the fields that differ.
template <typename Element>
class Fields
{
public:
    Fields(const Element& before, const Element& after) : m_before(before), m_after(after) {}

    template <typename Value>
    Fields& compare(const QString& name, Value Element::*member)
    {
        if (!(m_before.*member == m_after.*member))
            m_names += name;
        m_names.removeDuplicates();
        return *this;
    }
    [[nodiscard]] QStringList names() const { return m_names; }

private:
    const Element& m_before;
    const Element& m_after;
    QStringList m_names;
};

QStringList fieldsOf(const Header& before, const Header& after)
{
    return Fields(before, after)
        .compare(u"title"_s, &Header::title)
        .compare(u"scenario"_s, &Header::scenario)
        .compare(u"persona"_s, &Header::persona)
        .compare(u"state"_s, &Header::state)
        .compare(u"currency"_s, &Header::currency)
        .compare(u"ceilings"_s, &Header::timeCeiling)
        .compare(u"ceilings"_s, &Header::worryCeiling)
        .compare(u"ceilings"_s, &Header::effortCeiling)
        .compare(u"ceilings"_s, &Header::moneyCeiling)
        .compare(u"severities"_s, &Header::ruleSeverities)
        .compare(u"views"_s, &Header::views)
        .compare(u"unknown fields"_s, &Header::unknown)
        .names();
}

QStringList fieldsOf(const Department& before, const Department& after)
{
    return Fields(before, after)
        .compare(u"name"_s, &Department::name)
        .compare(u"parent"_s, &Department::parent)
        .compare(u"heads"_s, &Department::heads)
        .compare(u"mandate"_s, &Department::mandate)
        .compare(u"unknown fields"_s, &Department::unknown)
        .names();
}

QStringList fieldsOf(const Role& before, const Role& after)
{
    return Fields(before, after)
        .compare(u"name"_s, &Role::name)
        .compare(u"department"_s, &Role::department)
        .compare(u"kind"_s, &Role::kind)
        .compare(u"onlyThese"_s, &Role::onlyThese)
        .compare(u"capabilities"_s, &Role::capabilities)
        .compare(u"unknown fields"_s, &Role::unknown)
        .names();
}

QStringList fieldsOf(const Request& before, const Request& after)
{
    return Fields(before, after)
        .compare(u"name"_s, &Request::name)
        .compare(u"drawnOnly"_s, &Request::catalogued)
        .compare(u"phases"_s, &Request::livePhases)
        .compare(u"needs"_s, &Request::needs)
        .compare(u"unknown fields"_s, &Request::unknown)
        .names();
}

QStringList fieldsOf(const DataItem& before, const DataItem& after)
{
    return Fields(before, after)
        .compare(u"name"_s, &DataItem::name)
        .compare(u"volatile"_s, &DataItem::isVolatile)
        .compare(u"unknown fields"_s, &DataItem::unknown)
        .names();
}

QStringList fieldsOf(const Phase& before, const Phase& after)
{
    return Fields(before, after)
        .compare(u"name"_s, &Phase::name)
        .compare(u"kind"_s, &Phase::kind)
        .compare(u"position"_s, &Phase::position)
        .compare(u"folded"_s, &Phase::folded)
        .compare(u"unknown fields"_s, &Phase::unknown)
        .names();
}

QStringList fieldsOf(const Step& before, const Step& after)
{
    return Fields(before, after)
        .compare(u"number"_s, &Step::number)
        .compare(u"name"_s, &Step::name)
        .compare(u"phase"_s, &Step::phase)
        .compare(u"unknown fields"_s, &Step::unknown)
        .names();
}

QStringList fieldsOf(const Lane& before, const Lane& after)
{
    return Fields(before, after)
        .compare(u"name"_s, &Lane::name)
        .compare(u"stage"_s, &Lane::stage)
        .compare(u"position"_s, &Lane::position)
        .compare(u"roles"_s, &Lane::roles)
        .compare(u"folded"_s, &Lane::folded)
        .compare(u"curve"_s, &Lane::curve)
        .compare(u"unknown fields"_s, &Lane::unknown)
        .names();
}

QStringList fieldsOf(const Card& before, const Card& after)
{
    return Fields(before, after)
        .compare(u"lane"_s, &Card::lane)
        .compare(u"step"_s, &Card::firstStep)
        .compare(u"to"_s, &Card::lastStep)
        .compare(u"position"_s, &Card::position)
        .compare(u"title"_s, &Card::title)
        .compare(u"kind"_s, &Card::kind)
        .compare(u"roles"_s, &Card::roles)
        .compare(u"end"_s, &Card::isEnd)
        .compare(u"owner"_s, &Card::owner)
        .compare(u"note"_s, &Card::note)
        .compare(u"status"_s, &Card::status)
        .compare(u"painPoints"_s, &Card::painPoints)
        .compare(u"opportunities"_s, &Card::opportunities)
        .compare(u"attachments"_s, &Card::attachments)
        .compare(u"wait"_s, &Card::waitEndsBy)
        .compare(u"waitDuration"_s, &Card::waitDuration)
        .compare(u"timeout"_s, &Card::waitTimeout)
        .compare(u"timeoutTo"_s, &Card::timeoutTo)
        .compare(u"minutes"_s, &Card::minutes)
        .compare(u"worry"_s, &Card::worry)
        .compare(u"effort"_s, &Card::effort)
        .compare(u"money"_s, &Card::money)
        .compare(u"emotion"_s, &Card::emotion)
        .compare(u"gives"_s, &Card::gives)
        .compare(u"asks"_s, &Card::asks)
        .compare(u"recheck"_s, &Card::recheck)
        .compare(u"recheckReason"_s, &Card::recheckReason)
        .compare(u"bill"_s, &Card::bill)
        .compare(u"about"_s, &Card::about)
        .compare(u"unknown fields"_s, &Card::unknown)
        .names();
}

QStringList fieldsOf(const Connection& before, const Connection& after)
{
    return Fields(before, after)
        .compare(u"from"_s, &Connection::from)
        .compare(u"to"_s, &Connection::to)
        .compare(u"kind"_s, &Connection::kind)
        .compare(u"request"_s, &Connection::request)
        .compare(u"carries"_s, &Connection::carries)
        .compare(u"if"_s, &Connection::conditional)
        .compare(u"label"_s, &Connection::label)
        .compare(u"answers"_s, &Connection::answers)
        .compare(u"noReply"_s, &Connection::replyExpected)
        .compare(u"unknown fields"_s, &Connection::unknown)
        .names();
}

QStringList fieldsOf(const Acceptance& before, const Acceptance& after)
{
    return Fields(before, after)
        .compare(u"rule"_s, &Acceptance::rule)
        .compare(u"subject"_s, &Acceptance::subject)
        .compare(u"variant"_s, &Acceptance::variant)
        .compare(u"reason"_s, &Acceptance::reason)
        .compare(u"who"_s, &Acceptance::who)
        .compare(u"when"_s, &Acceptance::when)
        .compare(u"until"_s, &Acceptance::until)
        .compare(u"unknown fields"_s, &Acceptance::unknown)
        .names();
}

ElementDifference differenceOf(const HeaderChange& change)
{
    return {{ElementKind::Blueprint, {}},
            ElementDifference::Kind::Changed,
            change.after.title,
            fieldsOf(change.before, change.after)};
}

template <typename Element>
ElementDifference differenceOf(const ElementChange<Element>& change)
{
    ElementDifference difference;
    if (change.before && change.after) {
        difference.fields = fieldsOf(*change.before, *change.after);
        return difference;
    }
    difference.kind = change.after ? ElementDifference::Kind::Added : ElementDifference::Kind::Removed;
    return difference;
}

} // namespace

QList<ElementDifference> differencesOf(const Blueprint& before, const Blueprint& after)
{
    QList<ElementDifference> differences;
    for (const Change& change : diff(before, after).changes) {
        ElementDifference difference = std::visit([](const auto& one) { return differenceOf(one); }, change);
        difference.element = refOf(change);
        const Blueprint& holder = difference.kind == ElementDifference::Kind::Removed ? before : after;
        difference.name = nameOf(holder, difference.element);
        differences += difference;
    }
    std::ranges::stable_sort(differences, [](const ElementDifference& l, const ElementDifference& r) {
        return l.element.kind != r.element.kind ? l.element.kind < r.element.kind
                                                : compareIds(l.element.id, r.element.id) < 0;
    });
    return differences;
}

} // namespace throughline
