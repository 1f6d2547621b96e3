// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/merging.h"

#include "core/model/queries.h"
#include "core/model/references.h"
#include "core/model/validation.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace throughline {

namespace {

template <typename Value>
struct Choice
{
    Value value;
    bool isConflict = false;
};

/// One thing in three versions; absent where it does not exist.
template <typename Value>
Choice<Value> choose(const Value& base, const Value& mine, const Value& theirs)
{
    if (mine == theirs || theirs == base)
        return {mine, false};
    if (mine == base)
        return {theirs, false};
    return {mine, true};
}

template <typename Element>
Choice<std::optional<Element>> chooseElement(const std::optional<Element>& base, const std::optional<Element>& mine,
                                             const std::optional<Element>& theirs)
{
    Choice<std::optional<Element>> choice = choose(base, mine, theirs);
    if (choice.isConflict && !choice.value)
        choice.value = theirs;
    return choice;
}

template <typename Element>
std::optional<Element> found(const Blueprint& blueprint, const Id<Element>& id)
{
    const Element* element = blueprint.find(id);
    return element ? std::optional(*element) : std::nullopt;
}

class Merger
{
public:
    Merger(const Blueprint& base, const Blueprint& mine, const Blueprint& theirs)
        : m_base(base), m_mine(mine), m_theirs(theirs)
    {
    }

    Result<Merge> merge()
    {
        const Choice<Header> header = choose(m_base.header(), m_mine.header(), m_theirs.header());
        m_builder.header = header.value;
        if (header.isConflict)
            m_conflicts += ElementRef();
        mergeTable(m_builder.departments);
        mergeTable(m_builder.roles);
        mergeTable(m_builder.requests);
        mergeTable(m_builder.dataItems);
        mergeTable(m_builder.phases);
        mergeTable(m_builder.steps);
        mergeTable(m_builder.lanes);
        mergeTable(m_builder.cards);
        mergeTable(m_builder.connections);
        keepWhatHangsOnCards();
        mergeTable(m_builder.acceptances);
        bringBackWhatIsNamed();
        separateSteps();
        straightenSpans();
        Result<Blueprint> merged = std::move(m_builder).build();
        if (!merged)
            return merged.error();
        return Merge{*merged, m_conflicts};
    }

private:
    template <typename Element>
    void mergeTable(QList<Element>& into)
    {
        QMap<QString, int> ids;
        for (const Blueprint* blueprint : {&m_base, &m_mine, &m_theirs}) {
            for (const Element& element : blueprint->table<Element>())
                ids.insert(element.id.value, 0);
        }
        for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
            const Id<Element> id(it.key());
            const auto choice = chooseElement(found(m_base, id), found(m_mine, id), found(m_theirs, id));
            if (choice.isConflict)
                m_conflicts += ElementRef{kindOf<Element>(), id.value};
            if (choice.value)
                into += *choice.value;
        }
    }

    /// A card that one removed and the other changed stays with the connections that went with it.
    void keepWhatHangsOnCards()
    {
        QSet<CardId> kept;
        for (const ElementRef& ref : std::as_const(m_conflicts)) {
            const CardId id(ref.id);
            if (ref.kind == ElementKind::Card && (!m_mine.find(id) || !m_theirs.find(id)))
                kept.insert(id);
        }
        if (kept.isEmpty())
            return;
        const QSet<ElementRef>& present = presentOf<Card>();
        const auto isThere = [&](const End& end) {
            return !cardAt(end) || present.contains({ElementKind::Card, cardAt(end)->value});
        };
        const auto isAtKept = [&](const End& end) { return cardAt(end) && kept.contains(*cardAt(end)); };
        for (const Connection& was : m_base.connections()) {
            const std::optional<Connection> left = leftOf(was.id);
            if (left && isThere(left->from) && isThere(left->to) && (isAtKept(left->from) || isAtKept(left->to)))
                restore(*left);
        }
    }

    /// One removed what the other goes on to use: it stays, and so does what it names in turn.
    void bringBackWhatIsNamed()
    {
        for (bool again = true; again;) {
            again = false;
            again = bringBackFor(m_builder.departments) || again;
            again = bringBackFor(m_builder.roles) || again;
            again = bringBackFor(m_builder.requests) || again;
            again = bringBackFor(m_builder.steps) || again;
            again = bringBackFor(m_builder.lanes) || again;
            again = bringBackFor(m_builder.cards) || again;
            again = bringBackFor(m_builder.connections) || again;
        }
    }

    template <typename Element>
    bool bringBackFor(const QList<Element>& elements)
    {
        bool any = false;
        const QList<Element> present = elements;
        for (const Element& element : present)
            visitReferences(element, [&](const auto& id, QStringView) { any = bringBack(id) || any; });
        return any;
    }

    template <typename Element>
    bool bringBack(const Id<Element>& id)
    {
        const std::optional<Element> left = leftOf(id);
        const std::optional<Element> last = left ? left : found(m_base, id);
        if (!last || !restore(*last))
            return false;
        m_conflicts += ElementRef{kindOf<Element>(), id.value};
        return true;
    }

    /// As one of the two still has it, mine before theirs.
    template <typename Element>
    [[nodiscard]] std::optional<Element> leftOf(const Id<Element>& id) const
    {
        const std::optional<Element> mine = found(m_mine, id);
        return mine ? mine : found(m_theirs, id);
    }

    /// False when the element is there already.
    template <typename Element>
    bool restore(const Element& element)
    {
        QSet<ElementRef>& present = presentOf<Element>();
        const ElementRef ref{kindOf<Element>(), element.id.value};
        if (present.contains(ref))
            return false;
        present.insert(ref);
        listOf<Element>() += element;
        return true;
    }

    template <typename Element>
    QSet<ElementRef>& presentOf()
    {
        const ElementKind kind = kindOf<Element>();
        if (!m_known.contains(kind)) {
            m_known.insert(kind);
            for (const Element& element : listOf<Element>())
                m_present.insert({kind, element.id.value});
        }
        return m_present;
    }

    template <typename Element>
    QList<Element>& listOf()
    {
        if constexpr (std::is_same_v<Element, Department>)
            return m_builder.departments;
        else if constexpr (std::is_same_v<Element, Role>)
            return m_builder.roles;
        else if constexpr (std::is_same_v<Element, Request>)
            return m_builder.requests;
        else if constexpr (std::is_same_v<Element, DataItem>)
            return m_builder.dataItems;
        else if constexpr (std::is_same_v<Element, Phase>)
            return m_builder.phases;
        else if constexpr (std::is_same_v<Element, Step>)
            return m_builder.steps;
        else if constexpr (std::is_same_v<Element, Lane>)
            return m_builder.lanes;
        else if constexpr (std::is_same_v<Element, Card>)
            return m_builder.cards;
        else
            return m_builder.connections;
    }

    /// Both may have made a step of the same number: those of mine keep theirs, the others follow behind.
    void separateSteps()
    {
        QList<Step>& steps = m_builder.steps;
        std::ranges::sort(steps, [&](const Step& left, const Step& right) {
            const bool leftIsTheirs = !m_mine.find(left.id);
            const bool rightIsTheirs = !m_mine.find(right.id);
            return std::tuple(left.number, leftIsTheirs, left.id.value) <
                   std::tuple(right.number, rightIsTheirs, right.id.value);
        });
        int next = 1;
        for (Step& step : steps) {
            step.number = std::max(step.number, next);
            next = step.number + 1;
        }
    }

    /// One may have moved a step across a card that the other spread over it: the card goes from the leftmost to the
    /// rightmost of its ends.
    void straightenSpans()
    {
        QHash<StepId, int> numbers;
        for (const Step& step : std::as_const(m_builder.steps))
            numbers.insert(step.id, step.number);
        for (Card& card : m_builder.cards) {
            if (!card.lastStep.isEmpty() && numbers.value(card.lastStep) < numbers.value(card.firstStep))
                std::swap(card.firstStep, card.lastStep);
        }
    }

    const Blueprint& m_base;
    const Blueprint& m_mine;
    const Blueprint& m_theirs;
    BlueprintBuilder m_builder;
    QList<ElementRef> m_conflicts;
    QSet<ElementKind> m_known;
    QSet<ElementRef> m_present;
};

} // namespace

Result<Merge> mergeBlueprints(const Blueprint& base, const Blueprint& mine, const Blueprint& theirs)
{
    return Merger(base, mine, theirs).merge();
}

} // namespace throughline
