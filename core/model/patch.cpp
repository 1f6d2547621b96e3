// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patch.h"

#include "core/model/elementset.h"
#include "core/model/referrers.h"
#include "core/model/validation.h"

#include <algorithm>
#include <type_traits>

namespace throughline {

namespace {

/// Calls visit.operator()<Element>() for every kind of element.
template <typename Visit>
void forEachKind(Visit visit)
{
    visit.template operator()<Department>();
    visit.template operator()<Role>();
    visit.template operator()<Request>();
    visit.template operator()<DataItem>();
    visit.template operator()<Phase>();
    visit.template operator()<Step>();
    visit.template operator()<Lane>();
    visit.template operator()<Card>();
    visit.template operator()<Connection>();
    visit.template operator()<Acceptance>();
}

template <typename Element>
const Element& eitherSide(const ElementChange<Element>& change)
{
    return change.after ? *change.after : *change.before;
}

Error conflict(const QString& path)
{
    Place place;
    place.path = path;
    return {Error::Code::Conflict,
            QStringLiteral("The blueprint has changed since this edit was made; nothing was done"), place};
}

} // namespace

/// Writes a patch into a copy of a blueprint and checks what came of it.
class PatchWriter
{
public:
    explicit PatchWriter(const Blueprint& blueprint) : m_blueprint(blueprint), m_stepsBefore(blueprint.steps()) {}

    Result<Blueprint> write(const Patch& patch)
    {
        for (const Change& change : patch.changes) {
            const Result<void> written = std::visit([this](const auto& c) { return writeChange(c); }, change);
            if (!written)
                return written.error();
        }
        for (const Change& change : patch.changes) {
            const Result<void> valid = std::visit([this](const auto& c) { return validateChange(c); }, change);
            if (!valid)
                return valid.error();
        }
        if (const Result<void> referred = validateRemovals(); !referred)
            return referred.error();
        if (m_stepsChanged) {
            if (const Result<void> numbers = validateStepNumbers(m_blueprint); !numbers)
                return numbers.error();
        }
        if (m_stepsMoved && stepsChangedPlaces()) {
            if (const Result<void> spans = validateCards(); !spans)
                return spans.error();
        }
        if (m_departmentsChanged) {
            if (const Result<void> tree = validateDepartmentTree(m_blueprint); !tree)
                return tree.error();
        }
        return std::move(m_blueprint);
    }

private:
    Result<void> writeChange(const HeaderChange& change)
    {
        if (m_blueprint.m_header != change.before)
            return conflict(QStringLiteral("blueprint"));
        m_blueprint.m_header = change.after;
        return {};
    }

    template <typename Element>
    Result<void> writeChange(const ElementChange<Element>& change)
    {
        auto& table = mutableTable<Element>();
        const Element& element = eitherSide(change);
        const Element* current = table.find(element.id);
        if (bool(current) != bool(change.before) || (current && !(*current == *change.before)))
            return conflict(tableName(kindOf<Element>()) + u'/' + element.id.value);
        if (change.after)
            table.insert(*change.after);
        else
            table.remove(change.before->id);
        // Nothing names an acceptance.
        if (!change.after && !std::is_same_v<Element, Acceptance>)
            m_removed.insert(kindOf<Element>(), element.id.value);
        if constexpr (std::is_same_v<Element, Step>) {
            m_stepsChanged = true;
            m_stepsMoved =
                m_stepsMoved || (change.before && change.after && change.before->number != change.after->number);
        }
        if constexpr (std::is_same_v<Element, Department>)
            m_departmentsChanged = true;
        return {};
    }

    Result<void> validateChange(const HeaderChange&) { return {}; }

    template <typename Element>
    Result<void> validateChange(const ElementChange<Element>& change)
    {
        return change.after ? validateElement(m_blueprint, *change.after) : Result<void>();
    }

    /// Nothing that stays names what was removed.
    Result<void> validateRemovals()
    {
        if (m_removed.isEmpty())
            return {};
        Result<void> result;
        forEachKind([&]<typename Element>() {
            for (const Element* element : referrers(m_blueprint.table<Element>(), m_removed)) {
                if (result)
                    result = validateElement(m_blueprint, *element);
            }
        });
        return result;
    }

    /// Whether a step that was there stands on the other side of another; where steps were only numbered anew, ranges
    /// of them run forward as they did.
    [[nodiscard]] bool stepsChangedPlaces() const
    {
        QList<std::pair<int, int>> numbers; // before, after
        for (const Step& step : m_stepsBefore) {
            if (const Step* now = m_blueprint.find(step.id))
                numbers += {step.number, now->number};
        }
        std::sort(numbers.begin(), numbers.end());
        return !std::is_sorted(numbers.cbegin(), numbers.cend(),
                               [](const auto& l, const auto& r) { return l.second < r.second; });
    }

    Result<void> validateCards()
    {
        for (const Card& card : m_blueprint.cards()) {
            if (card.lastStep.isEmpty())
                continue;
            if (Result<void> valid = validateElement(m_blueprint, card); !valid)
                return valid;
        }
        return {};
    }

    template <typename Element>
    Table<Element>& mutableTable()
    {
        if constexpr (std::is_same_v<Element, Department>)
            return m_blueprint.m_departments;
        else if constexpr (std::is_same_v<Element, Role>)
            return m_blueprint.m_roles;
        else if constexpr (std::is_same_v<Element, Request>)
            return m_blueprint.m_requests;
        else if constexpr (std::is_same_v<Element, DataItem>)
            return m_blueprint.m_dataItems;
        else if constexpr (std::is_same_v<Element, Phase>)
            return m_blueprint.m_phases;
        else if constexpr (std::is_same_v<Element, Step>)
            return m_blueprint.m_steps;
        else if constexpr (std::is_same_v<Element, Lane>)
            return m_blueprint.m_lanes;
        else if constexpr (std::is_same_v<Element, Card>)
            return m_blueprint.m_cards;
        else if constexpr (std::is_same_v<Element, Connection>)
            return m_blueprint.m_connections;
        else
            return m_blueprint.m_acceptances;
    }

    Blueprint m_blueprint;
    Table<Step> m_stepsBefore;
    ElementSet m_removed;
    bool m_stepsChanged = false;
    bool m_stepsMoved = false;
    bool m_departmentsChanged = false;
};

Patch::Patch() = default;
Patch::Patch(QList<Change> list) : changes(std::move(list)) {}
Patch::Patch(const Patch&) = default;
Patch::Patch(Patch&&) noexcept = default;
Patch& Patch::operator=(const Patch&) = default;
Patch& Patch::operator=(Patch&&) noexcept = default;
Patch::~Patch() = default;

bool Patch::operator==(const Patch&) const = default;

Result<void> apply(Blueprint& blueprint, const Patch& patch)
{
    Result<Blueprint> written = PatchWriter(blueprint).write(patch);
    if (!written)
        return written.error();
    blueprint = std::move(*written);
    return {};
}

Patch inverse(const Patch& patch)
{
    Patch back;
    back.changes.reserve(patch.changes.size());
    for (const Change& change : patch.changes) {
        Change turned = change;
        std::visit([](auto& c) { std::swap(c.before, c.after); }, turned);
        back.changes.append(std::move(turned));
    }
    return back;
}

Patch compose(const Patch& first, const Patch& second)
{
    QHash<ElementRef, qsizetype> indexOf;
    Patch both = first;
    for (qsizetype i = 0; i < both.changes.size(); ++i)
        indexOf.insert(refOf(both.changes[i]), i);
    for (const Change& change : second.changes) {
        const auto known = indexOf.constFind(refOf(change));
        if (known == indexOf.cend()) {
            both.changes.append(change);
            continue;
        }
        std::visit([&](auto& earlier) { earlier.after = std::get<std::decay_t<decltype(earlier)>>(change).after; },
                   both.changes[*known]);
    }
    both.changes.removeIf(
        [](const Change& change) { return std::visit([](const auto& c) { return c.before == c.after; }, change); });
    return both;
}

Patch diff(const Blueprint& before, const Blueprint& after)
{
    Patch patch;
    if (before.header() != after.header())
        patch.changes.append(HeaderChange{before.header(), after.header()});
    forEachKind([&]<typename Element>() {
        Table<Element>::compare(before.table<Element>(), after.table<Element>(),
                                [&](const Element* left, const Element* right) {
                                    ElementChange<Element> change;
                                    if (left)
                                        change.before = *left;
                                    if (right)
                                        change.after = *right;
                                    patch.changes.append(std::move(change));
                                });
    });
    return patch;
}

ElementRef refOf(const Change& change)
{
    return std::visit(
        [](const auto& c) -> ElementRef {
            using Kind = std::decay_t<decltype(c)>;
            if constexpr (std::is_same_v<Kind, HeaderChange>)
                return {};
            else
                return {kindOf<std::decay_t<decltype(*c.after)>>(), eitherSide(c).id.value};
        },
        change);
}

QList<ElementRef> touched(const Patch& patch)
{
    QList<ElementRef> refs;
    refs.reserve(patch.changes.size());
    for (const Change& change : patch.changes)
        refs += refOf(change);
    return refs;
}

} // namespace throughline
