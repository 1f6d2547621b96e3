// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/largeblueprint.h"

#include "tests/support/dice.h"

#include <algorithm>
#include <cmath>

namespace throughline::testing {

namespace {

constexpr int StepsAPhase = 6;
constexpr int DepartmentCount = 8;
constexpr double ConnectionsACard = 2.5;
constexpr int OneBackwardIn = 20;

/// The rows and columns that so many cards fill.
struct Grid
{
    int lanes = 0;
    int steps = 0;

    explicit Grid(int cards)
        : lanes(std::max(4, int(std::sqrt(cards / 4.0)))), steps(std::max(1, (cards + lanes - 1) / lanes))
    {
    }
};

QString numbered(const char* prefix, int number)
{
    return QString::fromLatin1(prefix) + QString::number(number);
}

QString title(Dice& dice)
{
    static const QStringList words{
        QStringLiteral("take"),    QStringLiteral("the"),    QStringLiteral("order"),   QStringLiteral("guest"),
        QStringLiteral("confirm"), QStringLiteral("table"),  QStringLiteral("request"), QStringLiteral("bill"),
        QStringLiteral("form"),    QStringLiteral("answer"),
    };
    QString text = QStringLiteral("Step");
    for (int i = dice.below(6); i > 0; --i)
        text += u' ' + dice.of(words);
    return text;
}

Stage stageOf(int lane, int lanes)
{
    if (lane == 0)
        return Stage::Customer;
    if (lane < lanes / 2)
        return Stage::Frontstage;
    return lane < lanes * 3 / 4 ? Stage::Backstage : Stage::Support;
}

void addGrid(BlueprintBuilder& builder, const Grid& grid)
{
    for (int i = 0; i < DepartmentCount; ++i)
        builder.departments += Department{DepartmentId(numbered("D", i)), numbered("Department ", i), {}, {}, {}, {}};
    for (int i = 0; i < grid.lanes; ++i) {
        Lane lane;
        lane.id = LaneId(numbered("L", i));
        lane.name = numbered("Lane ", i);
        lane.stage = stageOf(i, grid.lanes);
        lane.position = i;
        if (lane.stage != Stage::Customer) {
            Role role;
            role.id = RoleId(numbered("R", i));
            role.name = numbered("Role ", i);
            role.department = DepartmentId(numbered("D", i % DepartmentCount));
            role.kind = lane.stage == Stage::Support ? RoleKind::System : RoleKind::Human;
            builder.roles += role;
            lane.roles += role.id;
        }
        builder.lanes += lane;
    }
    for (int i = 0; i * StepsAPhase < grid.steps; ++i)
        builder.phases += Phase{PhaseId(numbered("P", i)), numbered("Phase ", i), PhaseKind::Unspecified, i, false, {}};
    for (int i = 0; i < grid.steps; ++i)
        builder.steps += Step{StepId(numbered("s", i)), i + 1, {}, PhaseId(numbered("P", i / StepsAPhase)), {}};
}

void addCards(BlueprintBuilder& builder, const Grid& grid, int cards, Dice& dice)
{
    for (int i = 0; i < cards; ++i) {
        Card card;
        card.id = CardId(numbered("c", i));
        card.lane = LaneId(numbered("L", i % grid.lanes));
        card.firstStep = StepId(numbered("s", i / grid.lanes));
        card.title = title(dice);
        card.minutes = dice.minutes(3);
        builder.cards += card;
    }
}

/// The card some columns further right (or, one time in twenty, left) in a lane near by: what drawings are like.
int neighbour(int card, int cards, const Grid& grid, Dice& dice)
{
    const int direction = dice.oneIn(OneBackwardIn) ? -1 : 1;
    const int columns = direction * (1 + dice.below(2));
    const int rows = dice.below(5) - 2;
    const int lane = std::clamp(card % grid.lanes + rows, 0, grid.lanes - 1);
    const int step = std::clamp(card / grid.lanes + columns, 0, grid.steps - 1);
    return std::clamp(step * grid.lanes + lane, 0, cards - 1);
}

void addConnections(BlueprintBuilder& builder, const Grid& grid, int cards, Dice& dice)
{
    const int count = int(cards * ConnectionsACard);
    for (int i = 0; i < count; ++i) {
        const int from = dice.below(cards);
        const int to = neighbour(from, cards, grid, dice);
        if (from == to)
            continue;
        Connection connection;
        connection.id = ConnectionId(numbered("e", i + 1));
        connection.from = CardId(numbered("c", from));
        connection.to = CardId(numbered("c", to));
        connection.kind = static_cast<ConnectionKind>(dice.below(7));
        builder.connections += connection;
    }
}

} // namespace

Blueprint largeBlueprint(int cards)
{
    std::mt19937 random(unsigned(cards) + 11U);
    Dice dice(random);
    const Grid grid(cards);
    BlueprintBuilder builder;
    builder.header.title = QStringLiteral("%1 cards").arg(cards);
    addGrid(builder, grid);
    addCards(builder, grid, cards, dice);
    addConnections(builder, grid, cards, dice);
    Result<Blueprint> blueprint = std::move(builder).build();
    if (!blueprint)
        qFatal("largeBlueprint made an invalid blueprint: %s", qPrintable(describe(blueprint.error())));
    return *blueprint;
}

} // namespace throughline::testing
