// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/referrers.h"

#include "core/model/queries.h"
#include "tests/support/largeblueprint.h"
#include "tests/support/randomblueprint.h"

#include <gtest/gtest.h>

#include <thread>

using namespace throughline;
using throughline::testing::countingIds;
using throughline::testing::largeBlueprint;
using throughline::testing::randomBlueprint;
using throughline::testing::randomEdit;

namespace {

/// Elements of every kind, some of them unknown to the blueprint.
ElementSet randomTargets(const Blueprint& blueprint, std::mt19937& random, int count)
{
    ElementSet targets;
    const auto pick = [&](const auto& table, ElementKind kind) {
        for (int i = 0; i < count && !table.isEmpty(); ++i) {
            auto element = table.begin();
            std::advance(element, qsizetype(random() % size_t(table.size())));
            if (random() % 3 == 0)
                targets.insert(kind, element->id.value);
        }
    };
    pick(blueprint.departments(), ElementKind::Department);
    pick(blueprint.roles(), ElementKind::Role);
    pick(blueprint.requests(), ElementKind::Request);
    pick(blueprint.dataItems(), ElementKind::DataItem);
    pick(blueprint.phases(), ElementKind::Phase);
    pick(blueprint.steps(), ElementKind::Step);
    pick(blueprint.lanes(), ElementKind::Lane);
    pick(blueprint.cards(), ElementKind::Card);
    pick(blueprint.connections(), ElementKind::Connection);
    targets.insert(ElementKind::Card, QStringLiteral("nowhere"));
    return targets;
}

template <typename Element>
QStringList idsOf(const QList<const Element*>& elements)
{
    QStringList ids;
    for (const Element* element : elements)
        ids += element->id.value;
    return ids;
}

template <typename Element>
QStringList byFullPass(const Table<Element>& table, const ElementSet& targets)
{
    QStringList ids;
    for (const Element& element : table) {
        bool names = false;
        visitReferences(element, [&](const auto& id, QStringView) { names = names || targets.contains(id); });
        if (names)
            ids += element.id.value;
    }
    return ids;
}

template <typename Element>
void expectSame(const Table<Element>& table, const ElementSet& targets)
{
    EXPECT_EQ(idsOf(referrers(table, targets)), byFullPass(table, targets));
}

void expectAsFullPass(const Blueprint& blueprint, const ElementSet& targets)
{
    expectSame(blueprint.departments(), targets);
    expectSame(blueprint.roles(), targets);
    expectSame(blueprint.requests(), targets);
    expectSame(blueprint.phases(), targets);
    expectSame(blueprint.steps(), targets);
    expectSame(blueprint.lanes(), targets);
    expectSame(blueprint.cards(), targets);
    expectSame(blueprint.connections(), targets);
}

QStringList cellByFullPass(const Blueprint& blueprint, const Card& like)
{
    QList<Card> cards;
    for (const Card& card : blueprint.cards()) {
        if (card.lane == like.lane && card.firstStep == like.firstStep)
            cards += card;
    }
    std::ranges::stable_sort(cards, {}, &Card::position);
    QStringList ids;
    for (const Card& card : cards)
        ids += card.id.value;
    return ids;
}

} // namespace

TEST(Referrers, areWhatAFullPassFindsAfterAnyEdits)
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        std::mt19937 random(seed);
        Blueprint blueprint = randomBlueprint(random, {8, 30, 500, 900});
        const IdSource newId = countingIds(5000);
        for (int i = 0; i < 25; ++i) {
            const Blueprint before = blueprint;
            ASSERT_TRUE(apply(blueprint, randomEdit(blueprint, random, newId)));
            const ElementSet targets = randomTargets(before, random, 2);
            expectAsFullPass(blueprint, targets);
            expectAsFullPass(before, targets);
        }
    }
}

TEST(Referrers, areTheSameForMoreTargetsThanSummariesHelpWith)
{
    std::mt19937 random(3);
    const Blueprint blueprint = largeBlueprint(1000);
    const ElementSet targets = randomTargets(blueprint, random, 1500);
    ASSERT_GT(targets.size(), 256);
    expectAsFullPass(blueprint, targets);
    expectAsFullPass(blueprint, ElementSet());
}

TEST(Referrers, areFoundByTwoThreadsAtOnce)
{
    const Blueprint blueprint = largeBlueprint(3000);
    std::mt19937 random(5);
    const ElementSet targets = randomTargets(blueprint, random, 3);
    const QStringList expected = byFullPass(blueprint.connections(), targets);
    std::array<QStringList, 2> found;
    {
        std::array<std::jthread, 2> threads;
        for (size_t i = 0; i < threads.size(); ++i) {
            threads[i] = std::jthread([&, copy = blueprint, i] {
                summarise(copy);
                found[i] = idsOf(referrers(copy.connections(), targets));
            });
        }
    }
    EXPECT_EQ(found[0], expected);
    EXPECT_EQ(found[1], expected);
}

TEST(Queries, findTheCardsOfACellAfterAnyEdits)
{
    for (unsigned seed = 1; seed <= 3; ++seed) {
        std::mt19937 random(seed);
        Blueprint blueprint = randomBlueprint(random, {4, 8, 300, 100});
        const IdSource newId = countingIds(5000);
        for (int i = 0; i < 8; ++i) {
            ASSERT_TRUE(apply(blueprint, randomEdit(blueprint, random, newId)));
            for (const Card& card : blueprint.cards()) {
                QStringList ids;
                for (const Card& each : cardsIn(blueprint, card.lane, card.firstStep))
                    ids += each.id.value;
                ASSERT_EQ(ids, cellByFullPass(blueprint, card));
            }
        }
    }
}
