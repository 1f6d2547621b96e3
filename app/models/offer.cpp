// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/offer.h"

#include "app/models/labels.h"
#include "core/model/queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct Offers
{
    Q_DECLARE_TR_FUNCTIONS(Offers)
};

template <typename Elements>
QList<Offered> listed(const Elements& elements)
{
    QList<Offered> all;
    all.reserve(elements.size());
    for (const auto& element : elements)
        all.append({element.id.value, displayName(element)});
    return all;
}

template <typename Element>
QString elementName(const Blueprint& blueprint, const QString& value)
{
    const Element* element = blueprint.find(Id<Element>(value));
    return element ? displayName(*element) : QString();
}

template <typename Element>
qsizetype elementCount(const Blueprint& blueprint)
{
    return blueprint.table<Element>().size();
}

QString stepText(const Step& step, qsizetype column)
{
    return step.name.isEmpty() ? Offers::tr("Step %1").arg(column)
                               : Offers::tr("Step %1: %2").arg(QString::number(column), step.name);
}

QString stepName(const Blueprint& blueprint, const QString& value)
{
    const Step* step = blueprint.find(StepId(value));
    if (!step)
        return {};
    const auto before = [&](const Step& other) { return other.number < step->number; };
    return stepText(*step, 1 + std::count_if(blueprint.steps().begin(), blueprint.steps().end(), before));
}

QString wholeLane(const Lane& lane)
{
    return Offers::tr("The whole lane %1").arg(displayName(lane));
}

QString endName(const Blueprint& blueprint, const QString& value)
{
    if (value.startsWith("card:"_L1))
        return elementName<Card>(blueprint, value.mid(5));
    const Lane* lane = value.startsWith("lane:"_L1) ? blueprint.find(LaneId(value.mid(5))) : nullptr;
    return lane ? wholeLane(*lane) : QString();
}

/// What was found of an offer, and how well the search fits: 0 the whole text, 1 its beginning, 2 a part.
struct Hit
{
    Offered offered;
    int fit = 0;
    qsizetype order = 0;
};

QList<Hit> hitsOf(const QList<Offered>& all, const QString& search)
{
    QList<Hit> hits;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const qsizetype at = all[i].text.indexOf(search, 0, Qt::CaseInsensitive);
        if (at >= 0)
            hits.append({all[i], at > 0 ? 2 : all[i].text.size() > search.size() ? 1 : 0, i});
    }
    return hits;
}

} // namespace

template <typename Element>
const Offer& everyElement()
{
    static const Offer offer{[](const Blueprint& b, const ElementRef&) { return listed(b.table<Element>()); },
                             elementName<Element>, elementCount<Element>};
    return offer;
}
template const Offer& everyElement<Role>();
template const Offer& everyElement<Request>();
template const Offer& everyElement<DataItem>();
template const Offer& everyElement<Department>();
template const Offer& everyElement<Card>();

const Offer& otherDepartments()
{
    static const Offer offer{[](const Blueprint& b, const ElementRef& of) {
                                 QList<Offered> all = listed(b.departments());
                                 all.removeIf([&](const Offered& each) { return each.value == of.id; });
                                 return all;
                             },
                             elementName<Department>, elementCount<Department>};
    return offer;
}

const Offer& lanesInOrder()
{
    static const Offer offer{[](const Blueprint& b, const ElementRef&) { return listed(orderedLanes(b)); },
                             elementName<Lane>, elementCount<Lane>, false};
    return offer;
}

const Offer& phasesInOrder()
{
    static const Offer offer{[](const Blueprint& b, const ElementRef&) { return listed(orderedPhases(b)); },
                             elementName<Phase>, elementCount<Phase>, false};
    return offer;
}

const Offer& stepsInOrder()
{
    static const Offer offer{[](const Blueprint& b, const ElementRef&) {
                                 QList<Offered> all;
                                 for (const Step& step : orderedSteps(b))
                                     all.append({step.id.value, stepText(step, all.size() + 1)});
                                 return all;
                             },
                             stepName, elementCount<Step>, false};
    return offer;
}

const Offer& endsOfConnections()
{
    static const Offer offer{[](const Blueprint& b, const ElementRef&) {
                                 QList<Offered> all;
                                 all.reserve(b.cards().size() + b.lanes().size());
                                 for (const Card& card : b.cards())
                                     all.append({u"card:"_s + card.id.value, displayName(card)});
                                 for (const Lane& lane : orderedLanes(b))
                                     all.append({u"lane:"_s + lane.id.value, wholeLane(lane), true});
                                 return all;
                             },
                             endName, [](const Blueprint& b) { return b.cards().size() + b.lanes().size(); }};
    return offer;
}

const Offer& requestConnections()
{
    static const Offer offer{
        [](const Blueprint& b, const ElementRef& of) {
            QList<Offered> all;
            for (const Connection& connection : b.connections()) {
                if (connection.kind == ConnectionKind::Request && connection.id.value != of.id)
                    all.append({connection.id.value, nameOf(b, {ElementKind::Connection, connection.id.value})});
            }
            return all;
        },
        [](const Blueprint& b, const QString& value) {
            const Connection* connection = b.find(ConnectionId(value));
            return connection ? nameOf(b, {ElementKind::Connection, value}) : QString();
        },
        elementCount<Connection>, false};
    return offer;
}

FormField offering(const Blueprint& blueprint, const Offer& offer, FormField field, const QString& none)
{
    field.offer = &offer;
    field.none = none;
    field.searched = offer.count(blueprint) > MostOffered;
    for (const QString& value : field.value.toStringList()) {
        if (const QString text = value.isEmpty() ? none : offer.textOf(blueprint, value); !text.isEmpty())
            field.choices.append(choice(value, text));
    }
    return field;
}

QVariantMap offered(const Blueprint& blueprint, const ElementRef& of, const FormField& field, const QString& search)
{
    QList<Hit> hits = hitsOf(field.offer->all(blueprint, of), search);
    const bool cut = hits.size() > MostOffered;
    // Where all are seen they stand as ever; where some are left out, those that fit best come first.
    const auto earlier = [&](const Hit& left, const Hit& right) {
        if (cut && left.fit != right.fit)
            return left.fit < right.fit;
        if (left.offered.isLast != right.offered.isLast)
            return right.offered.isLast;
        const bool byName = field.offer->byName && !left.offered.isLast;
        const int order = byName ? left.offered.text.localeAwareCompare(right.offered.text) : 0;
        return order != 0 ? order < 0 : left.order < right.order;
    };
    const qsizetype shown = std::min(hits.size(), MostOffered);
    std::partial_sort(hits.begin(), hits.begin() + shown, hits.end(), earlier);
    QVariantList choices;
    if (!field.none.isEmpty() && field.none.contains(search, Qt::CaseInsensitive))
        choices.append(choice({}, field.none));
    for (qsizetype i = 0; i < shown; ++i)
        choices.append(choice(hits[i].offered.value, hits[i].offered.text));
    return {{u"choices"_s, choices}, {u"more"_s, hits.size() - shown}};
}

} // namespace throughline
