// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/copying.h"

#include "core/edit/draft.h"
#include "core/edit/gridoperations.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"
#include "core/model/references.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

template <typename Element>
qsizetype indexOf(const QList<Element>& elements, const Id<Element>& id)
{
    const auto found = std::ranges::find(elements, id, &Element::id);
    return found == elements.end() ? -1 : std::distance(elements.begin(), found);
}

/// The elements of a list from the first to the last that some cards use.
template <typename Element>
class Stretch
{
public:
    void take(qsizetype index)
    {
        if (index < 0)
            return;
        m_first = m_first < 0 ? index : std::min(m_first, index);
        m_last = std::max(m_last, index);
    }
    [[nodiscard]] QList<Element> of(const QList<Element>& all) const
    {
        return m_first < 0 ? QList<Element>() : all.sliced(m_first, m_last - m_first + 1);
    }

private:
    qsizetype m_first = -1;
    qsizetype m_last = -1;
};

/// What the elements taken so far name, of one kind.
template <typename Element>
void takeNamed(const Blueprint& blueprint, const QSet<Id<Element>>& ids, QList<Element>& into)
{
    for (const Element& element : blueprint.table<Element>()) {
        if (ids.contains(element.id))
            into += element;
    }
}

struct Names
{
    QSet<RoleId> roles;
    QSet<DepartmentId> departments;
    QSet<RequestId> requests;
    QSet<DataItemId> dataItems;

    template <typename Element>
    void take(const Element& element)
    {
        visitReferences(element, [&](const auto& id, QStringView) { insert(id); });
    }

private:
    void insert(const RoleId& id) { roles.insert(id); }
    void insert(const DepartmentId& id) { departments.insert(id); }
    void insert(const RequestId& id) { requests.insert(id); }
    void insert(const DataItemId& id) { dataItems.insert(id); }
    template <typename Other>
    void insert(const Other&)
    {
    }
};

/// A role with what it can do about the requests that go along; what it would pass to others stays behind.
Role reduced(Role role, const Names& names)
{
    role.capabilities.removeIf([&](const Capability& capability) {
        return (!capability.request.isEmpty() && !names.requests.contains(capability.request)) ||
               (!capability.passesTo.isEmpty() && !names.roles.contains(capability.passesTo));
    });
    return role;
}

bool joinsOnly(const Connection& connection, const QSet<CardId>& cards)
{
    const CardId* from = cardAt(connection.from);
    const CardId* to = cardAt(connection.to);
    return from && to && cards.contains(*from) && cards.contains(*to);
}

void takeCards(const Blueprint& blueprint, const QSet<CardId>& ids, BlueprintBuilder& builder)
{
    const QList<Lane> lanes = orderedLanes(blueprint);
    const QList<Step> steps = orderedSteps(blueprint);
    Stretch<Lane> rows;
    Stretch<Step> columns;
    for (const CardId& id : ids) {
        Card card = *blueprint.find(id);
        rows.take(indexOf(lanes, card.lane));
        columns.take(indexOf(steps, card.firstStep));
        columns.take(indexOf(steps, lastStepOf(card)));
        if (!ids.contains(card.timeoutTo))
            card.timeoutTo = {};
        builder.cards += card;
    }
    builder.lanes = rows.of(lanes);
    builder.steps = columns.of(steps);
    for (Step& step : builder.steps)
        step.phase = {};
}

void takeConnections(const Blueprint& blueprint, const QSet<CardId>& cards, BlueprintBuilder& builder)
{
    QSet<ConnectionId> taken;
    for (const Connection& connection : connectionsAt(blueprint, cards)) {
        if (!joinsOnly(connection, cards))
            continue;
        builder.connections += connection;
        taken.insert(connection.id);
    }
    for (Connection& connection : builder.connections) {
        if (!taken.contains(connection.answers))
            connection.answers = {};
    }
}

void takeNames(const Blueprint& blueprint, BlueprintBuilder& builder)
{
    Names names;
    for (const Lane& lane : std::as_const(builder.lanes))
        names.take(lane);
    for (const Card& card : std::as_const(builder.cards))
        names.take(card);
    for (const Connection& connection : std::as_const(builder.connections))
        names.take(connection);
    takeNamed(blueprint, names.roles, builder.roles);
    for (Role& role : builder.roles) {
        role = reduced(role, names);
        if (!role.department.isEmpty())
            names.departments.insert(role.department);
    }
    takeNamed(blueprint, names.departments, builder.departments);
    takeNamed(blueprint, names.requests, builder.requests);
    takeNamed(blueprint, names.dataItems, builder.dataItems);
    for (Department& department : builder.departments) {
        if (!names.departments.contains(department.parent))
            department.parent = {};
    }
    for (Request& request : builder.requests) {
        request.livePhases.clear();
        request.needs.removeIf([&](const DataItemId& id) { return !names.dataItems.contains(id); });
    }
}

/// Works out one paste: which element of the fragment becomes which of the blueprint.
class Paste
{
public:
    Paste(const Blueprint& blueprint, const Blueprint& fragment, const IdSource& newId)
        : m_fragment(fragment), m_newId(newId), m_draft(blueprint)
    {
    }

    Result<Patch> at(const CellPlace& place)
    {
        mapNamed<Department>(m_departments, u'd');
        mapNamed<DataItem>(m_dataItems, u'i');
        mapNamed<Request>(m_requests, u'q');
        mapNamed<Role>(m_roles, u'r');
        completeAdded();
        const Lane* top = m_draft.base().find(place.lane);
        if (!place.lane.isEmpty() && !top)
            return missing(place.lane);
        if (top && top->curve != LaneCurve::None)
            return holdsNoCards(*top);
        mapLanes(place.lane);
        mapSteps(place.step);
        addCards();
        addConnections();
        return m_draft.patch();
    }

private:
    template <typename Element>
    using Map = QHash<Id<Element>, Id<Element>>;

    /// What people call an element, for comparing (rules.md I9).
    template <typename Element>
    [[nodiscard]] static QString calledAs(const Element& element)
    {
        return displayName(element).simplified().toCaseFolded();
    }

    /// Elements that people know by name are those of the same name; others are added, their own references later.
    template <typename Element>
    void mapNamed(Map<Element>& map, QChar prefix)
    {
        QHash<QString, Id<Element>> byName;
        for (const Element& element : m_draft.base().template table<Element>())
            byName.insert(calledAs(element), element.id);
        for (const Element& element : m_fragment.table<Element>()) {
            const auto known = byName.constFind(calledAs(element));
            if (known != byName.cend()) {
                map.insert(element.id, *known);
                continue;
            }
            Element added = element;
            added.id = Id<Element>(m_newId(prefix));
            map.insert(element.id, added.id);
            m_draft.put(added);
        }
    }

    /// Puts the new ids into what the added elements name.
    void completeAdded()
    {
        forAdded<Department>(m_departments, [&](Department& d) { d.parent = m_departments.value(d.parent); });
        forAdded<Request>(m_requests, [&](Request& request) { translate(request.needs, m_dataItems); });
        forAdded<Role>(m_roles, [&](Role& role) {
            role.department = m_departments.value(role.department);
            for (Capability& capability : role.capabilities) {
                capability.request = m_requests.value(capability.request);
                capability.passesTo = m_roles.value(capability.passesTo);
            }
        });
    }

    template <typename Element, typename Complete>
    void forAdded(const Map<Element>& map, Complete complete)
    {
        for (const Id<Element>& id : map) {
            if (m_draft.base().find(id))
                continue;
            Element element = *m_draft.find(id);
            complete(element);
            m_draft.put(element);
        }
    }

    template <typename Element>
    static void translate(QList<Id<Element>>& ids, const Map<Element>& map)
    {
        for (Id<Element>& id : ids)
            id = map.value(id);
    }

    void mapLanes(const LaneId& first)
    {
        QList<Lane> here = orderedLanes(m_draft.base());
        // Lanes that draw a curve hold no cards: they are passed over.
        here.removeIf([](const Lane& lane) { return lane.curve != LaneCurve::None; });
        const qsizetype start = indexOf(here, first);
        QList<Lane> added;
        qsizetype row = 0;
        for (const Lane& lane : orderedLanes(m_fragment)) {
            const Lane* target = start >= 0 ? at(here, start + row) : namedLane(here, lane);
            ++row;
            if (target)
                m_lanes.insert(lane.id, target->id);
            else
                addLane(lane, here, added);
        }
    }

    static const Lane* at(const QList<Lane>& lanes, qsizetype index)
    {
        return index < lanes.size() ? &lanes[index] : nullptr;
    }

    static const Lane* namedLane(const QList<Lane>& lanes, const Lane& wanted)
    {
        const auto found =
            std::ranges::find_if(lanes, [&](const Lane& lane) { return calledAs(lane) == calledAs(wanted); });
        return found == lanes.end() ? nullptr : &*found;
    }

    /// A lane that is missing is made below the others of its stage.
    void addLane(Lane lane, const QList<Lane>& here, QList<Lane>& added)
    {
        const LaneId original = lane.id;
        lane.id = LaneId(m_newId(u'l'));
        lane.position = 0;
        for (const QList<Lane>& others : {here, added}) {
            for (const Lane& other : others) {
                if (other.stage == lane.stage)
                    lane.position = std::max(lane.position, other.position + 1);
            }
        }
        translate(lane.roles, m_roles);
        m_lanes.insert(original, lane.id);
        m_draft.put(lane);
        added += lane;
    }

    void mapSteps(const StepId& first)
    {
        QList<Step> here = orderedSteps(m_draft.base());
        qsizetype column = std::max<qsizetype>(indexOf(here, first), 0);
        for (const Step& step : orderedSteps(m_fragment)) {
            if (column == here.size()) {
                Step added = step;
                added.id = StepId(m_newId(u's'));
                added.number = here.isEmpty() ? 1 : here.last().number + 1;
                added.phase = here.isEmpty() ? PhaseId() : here.last().phase;
                m_draft.put(added);
                here += added;
            }
            m_steps.insert(step.id, here[column].id);
            ++column;
        }
    }

    void addCards()
    {
        QList<Card> cards(m_fragment.cards().begin(), m_fragment.cards().end());
        std::ranges::stable_sort(cards, {}, &Card::position);
        for (const Card& card : std::as_const(cards))
            m_cards.insert(card.id, CardId(m_newId(u'c')));
        QHash<std::pair<LaneId, StepId>, int> next;
        for (Card card : std::as_const(cards)) {
            card.id = m_cards.value(card.id);
            card.lane = m_lanes.value(card.lane);
            card.firstStep = m_steps.value(card.firstStep);
            card.lastStep = m_steps.value(card.lastStep);
            card.timeoutTo = m_cards.value(card.timeoutTo);
            card.owner = m_departments.value(card.owner);
            translate(card.roles, m_roles);
            translate(card.gives, m_dataItems);
            translate(card.asks, m_dataItems);
            int& position = next[{card.lane, card.firstStep}];
            if (position == 0)
                position = firstFreePosition(card.lane, card.firstStep);
            card.position = position++;
            m_draft.put(card);
        }
    }

    [[nodiscard]] int firstFreePosition(const LaneId& lane, const StepId& step) const
    {
        const QList<Card> cell = cardsIn(m_draft.base(), lane, step);
        return cell.isEmpty() ? 0 : cell.last().position + 1;
    }

    void addConnections()
    {
        QHash<ConnectionId, ConnectionId> ids;
        for (const Connection& connection : m_fragment.connections())
            ids.insert(connection.id, ConnectionId(m_newId(u'e')));
        for (Connection connection : m_fragment.connections()) {
            connection.id = ids.value(connection.id);
            connection.answers = ids.value(connection.answers);
            connection.request = m_requests.value(connection.request);
            translate(connection.carries, m_dataItems);
            translateEnd(connection.from);
            translateEnd(connection.to);
            m_draft.put(connection);
        }
    }

    void translateEnd(End& end) const
    {
        if (const CardId* card = cardAt(end))
            end = m_cards.value(*card);
        else if (const LaneId* lane = laneAt(end))
            end = m_lanes.value(*lane);
        else
            end = LooseEnd();
    }

    const Blueprint& m_fragment;
    const IdSource& m_newId;
    Draft m_draft;
    Map<Department> m_departments;
    Map<Role> m_roles;
    Map<Request> m_requests;
    Map<DataItem> m_dataItems;
    Map<Lane> m_lanes;
    Map<Step> m_steps;
    Map<Card> m_cards;
};

} // namespace

Blueprint fragmentOf(const Blueprint& blueprint, const QList<CardId>& cards)
{
    QSet<CardId> ids;
    for (const CardId& id : cards) {
        if (blueprint.find(id))
            ids.insert(id);
    }
    BlueprintBuilder builder;
    takeCards(blueprint, ids, builder);
    takeConnections(blueprint, ids, builder);
    takeNames(blueprint, builder);
    const Result<Blueprint> fragment = std::move(builder).build();
    Q_ASSERT(fragment);
    return fragment ? *fragment : Blueprint();
}

Result<Patch> pasteFragment(const Blueprint& blueprint, const Blueprint& fragment, const CellPlace& place,
                            const IdSource& newId)
{
    return Paste(blueprint, fragment, newId).at(place);
}

Result<Patch> pasteCells(const Blueprint& blueprint, const QList<QStringList>& rows, const CellPlace& place,
                         const IdSource& newId)
{
    QList<Lane> lanes = orderedLanes(blueprint);
    if (const Lane* first = blueprint.find(place.lane); first && first->curve != LaneCurve::None)
        return holdsNoCards(*first);
    lanes.removeIf([](const Lane& lane) { return lane.curve != LaneCurve::None; });
    const qsizetype top = indexOf(lanes, place.lane);
    if (top < 0)
        return missing(place.lane);
    if (top + rows.size() > lanes.size()) {
        return notPossible(u"The %1 rows reach below the last lane; add lanes, or begin higher up"_s.arg(rows.size()));
    }
    BlueprintBuilder builder;
    qsizetype width = 0;
    for (const QStringList& row : rows)
        width = std::max(width, row.size());
    for (qsizetype column = 0; column < width; ++column) {
        Step step;
        step.id = StepId(u"s%1"_s.arg(column));
        step.number = int(column) + 1;
        builder.steps += step;
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        Lane lane = lanes[top + row];
        lane.roles.clear();
        builder.lanes += lane;
        for (qsizetype column = 0; column < rows[row].size(); ++column) {
            const QString title = rows[row][column].simplified();
            if (title.isEmpty())
                continue;
            Card card;
            card.id = CardId(u"c%1-%2"_s.arg(row).arg(column));
            card.lane = lane.id;
            card.firstStep = builder.steps[column].id;
            card.title = title;
            builder.cards += card;
        }
    }
    const Result<Blueprint> fragment = std::move(builder).build();
    if (!fragment)
        return fragment.error();
    return pasteFragment(blueprint, *fragment, place, newId);
}

QList<CardId> addedCards(const Patch& patch)
{
    QList<CardId> cards;
    for (const Change& change : patch.changes) {
        const auto* card = std::get_if<ElementChange<Card>>(&change);
        if (card && !card->before && card->after)
            cards += card->after->id;
    }
    return cards;
}

} // namespace throughline
