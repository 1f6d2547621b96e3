// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/blueprint.h"
#include "core/model/elementset.h"
#include "core/model/references.h"

/// Who names an element, found without reading all that could: tables keep a summary of what each of their chunks
/// names (Table::visitLikely()), and only chunks that may hold a referrer are read.
namespace throughline {

/// The key of an element in the summaries of those that name it.
template <typename Element>
[[nodiscard]] size_t keyOf(const Id<Element>& id)
{
    return qHash(id.value, size_t(kindOf<Element>()));
}

/// The key of a cell in the summaries of cards.
[[nodiscard]] inline size_t cellKey(const LaneId& lane, const StepId& step)
{
    return qHash(step.value, keyOf(lane));
}

/// Calls add(key) for everything an element is looked up by: what it names, and of a card its cell.
template <typename Element, typename Add>
void visitKeys(const Element& element, const Add& add)
{
    visitReferences(element, [&](const auto& id, QStringView) { add(keyOf(id)); });
    if constexpr (std::is_same_v<Element, Card>)
        add(cellKey(element.lane, element.firstStep));
}

/// The elements of a table that name one of targets, in the order of ids. Valid until the table is changed or
/// destroyed. Costs a look at each chunk's summary and the chunks that match, for up to a few hundred targets; for more
/// one pass over the elements.
template <typename Element>
[[nodiscard]] QList<const Element*> referrers(const Table<Element>& table, const ElementSet& targets)
{
    // So many would open nearly every chunk.
    constexpr qsizetype Many = 256;
    QList<const Element*> found;
    const auto look = [&](const Element& element) {
        bool names = false;
        visitReferences(element, [&](const auto& id, QStringView) { names = names || targets.contains(id); });
        if (names)
            found += &element;
    };
    if (targets.isEmpty())
        return found;
    if (targets.size() > Many) {
        for (const Element& element : table)
            look(element);
        return found;
    }
    QList<size_t> keys;
    targets.visit([&](ElementKind kind, const QString& id) { keys += qHash(id, size_t(kind)); });
    table.visitLikely(keys, look);
    return found;
}

/// The same for one target.
template <typename Element, typename Target>
[[nodiscard]] QList<const Element*> referrers(const Table<Element>& table, const Id<Target>& target)
{
    ElementSet targets;
    targets.insert(kindOf<Target>(), target.value);
    return referrers(table, targets);
}

/// Makes the summaries of the cards and connections that have none yet, so that the first edit of a large blueprint
/// need not wait for them. In any thread: chunks that copies share share their summary.
void summarise(const Blueprint& blueprint);

} // namespace throughline
