// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomservice.h"

#include "core/model/words.h"
#include "tests/support/dice.h"

namespace throughline::testing {

namespace {

template <typename IdType>
IdType id(const char* prefix, qsizetype number)
{
    return IdType(QString::fromLatin1(prefix) + QString::number(number));
}

/// Builds one service; every draw adds to the builder.
class ServiceDraw
{
public:
    explicit ServiceDraw(std::mt19937& random) : m_dice(random) {}

    Blueprint draw()
    {
        drawHouse();
        drawGrid();
        for (const LaneId& lane : std::as_const(m_customerLanes))
            drawJourney(lane);
        if (m_customerLanes.isEmpty())
            drawThread(companyCard(0), -1, {}, {}, 3);
        if (m_builder.cards.isEmpty())
            companyCard(0);
        if (m_dice.oneIn(3))
            drawStrategy();
        drawMishaps();
        Result<Blueprint> blueprint = std::move(m_builder).build();
        if (!blueprint)
            qFatal("randomService made an invalid blueprint: %s", qPrintable(describe(blueprint.error())));
        return *blueprint;
    }

private:
    void drawHouse()
    {
        m_builder.header.timeCeiling = m_dice.minutes(6);
        m_builder.header.worryCeiling = m_dice.level(6);
        for (int i = 1; i <= 4; ++i) {
            Department department;
            department.id = id<DepartmentId>("D", i);
            department.name = m_dice.text();
            if (m_dice.oneIn(3))
                department.heads = 100 + m_dice.below(300);
            if (m_dice.oneIn(4))
                department.mandate |= m_dice.of(allPowers());
            m_builder.departments += department;
        }
        for (int i = 1; i <= 4; ++i)
            m_builder.requests += Request{id<RequestId>("q", i), m_dice.text(), !m_dice.oneIn(3), {}, {}, {}};
        for (int i = 1; i <= 3; ++i)
            m_builder.dataItems += DataItem{id<DataItemId>("i", i), m_dice.text(), m_dice.oneIn(4), {}};
        for (int i = 1; i <= 5; ++i)
            drawRole(i);
    }

    void drawRole(int number)
    {
        Role role;
        role.id = id<RoleId>("R", number);
        role.name = m_dice.text();
        if (!m_dice.oneIn(5))
            role.department = id<DepartmentId>("D", 1 + m_dice.below(4));
        role.kind = m_dice.oneIn(5) ? RoleKind::System : RoleKind::Human;
        role.onlyThese = m_dice.oneIn(3);
        for (int request = 1; request <= 4; ++request) {
            if (m_dice.oneIn(2))
                continue;
            Capability capability;
            capability.request = id<RequestId>("q", request);
            capability.ability = static_cast<Capability::Ability>(m_dice.below(3));
            if (capability.ability == Capability::Ability::PassesOn)
                capability.passesTo = id<RoleId>("R", 1 + m_dice.below(5));
            role.capabilities += capability;
        }
        m_builder.roles += role;
    }

    void drawGrid()
    {
        m_steps = 3 + m_dice.below(6);
        const int phases = m_dice.oneIn(2) ? 0 : 2 + m_dice.below(2);
        for (int i = 1; i <= phases; ++i)
            m_builder.phases +=
                Phase{id<PhaseId>("P", i), m_dice.text(), static_cast<PhaseKind>(m_dice.below(4)), i, false, {}};
        for (int i = 1; i <= m_steps; ++i) {
            Step step;
            step.id = id<StepId>("s", i);
            step.number = i;
            if (phases > 0)
                step.phase = id<PhaseId>("P", 1 + (i - 1) * phases / m_steps);
            m_builder.steps += step;
        }
        const int customers = m_dice.oneIn(10) ? 0 : m_dice.oneIn(5) ? 2 : 1;
        for (int i = 0; i < customers; ++i)
            m_customerLanes += addLane(Stage::Customer);
        for (const Stage stage : {Stage::Frontstage, Stage::Frontstage, Stage::Backstage, Stage::Support})
            m_companyLanes += addLane(stage);
    }

    LaneId addLane(Stage stage)
    {
        Lane lane;
        lane.id = id<LaneId>("L", m_builder.lanes.size() + 1);
        lane.name = m_dice.text();
        lane.stage = stage;
        lane.position = int(m_builder.lanes.size());
        for (int i = m_dice.below(6) == 0 ? 2 : 1; stage != Stage::Customer && i > 0 && !m_dice.oneIn(8); --i) {
            const RoleId role = id<RoleId>("R", 1 + m_dice.below(5));
            if (!lane.roles.contains(role))
                lane.roles += role;
        }
        m_builder.lanes += lane;
        return lane.id;
    }

    Card& addCard(const LaneId& lane, int step)
    {
        Card card;
        card.id = id<CardId>("c", m_builder.cards.size() + 1);
        card.lane = lane;
        card.firstStep = id<StepId>("s", step + 1);
        card.title = m_dice.text();
        card.position = m_inCell[lane.value + card.firstStep.value]++;
        card.minutes = m_dice.minutes(3);
        m_builder.cards += card;
        return m_builder.cards.last();
    }

    CardId companyCard(int step)
    {
        Card& card = addCard(m_dice.of(m_companyLanes), step);
        if (m_dice.oneIn(7)) {
            card.kind = CardKind::Wait;
            if (m_dice.oneIn(3))
                card.waitTimeout = m_dice.minutes(1);
        }
        if (m_dice.oneIn(4))
            card.asks += id<DataItemId>("i", 1 + m_dice.below(3));
        card.isEnd = m_dice.oneIn(8);
        return card.id;
    }

    Connection& connect(const End& from, const End& to, ConnectionKind kind, const RequestId& request = {})
    {
        Connection connection;
        connection.id = id<ConnectionId>("e", m_builder.connections.size() + 1);
        connection.from = from;
        connection.to = to;
        connection.kind = kind;
        connection.request = request;
        connection.replyExpected = !m_dice.oneIn(12);
        if (m_dice.oneIn(4))
            connection.carries += id<DataItemId>("i", 1 + m_dice.below(3));
        m_builder.connections += connection;
        return m_builder.connections.last();
    }

    CardId customerCard(const LaneId& lane, int step)
    {
        static constexpr CardKind kinds[] = {CardKind::Action, CardKind::Action,  CardKind::Action,  CardKind::Wait,
                                             CardKind::Voice,  CardKind::Payment, CardKind::Payment, CardKind::Action};
        Card& card = addCard(lane, step);
        card.kind = kinds[m_dice.below(8)];
        if (card.kind == CardKind::Wait)
            card.waitEndsBy = static_cast<WaitEnd>(m_dice.below(4));
        if (card.kind == CardKind::Voice && m_dice.oneIn(2))
            card.about = m_dice.of(allPowers());
        if (m_dice.oneIn(4))
            card.gives += id<DataItemId>("i", 1 + m_dice.below(3));
        card.isEnd = m_dice.oneIn(6);
        card.worry = m_dice.level(4);
        if (m_dice.oneIn(12))
            card.owner = id<DepartmentId>("D", 1 + m_dice.below(4));
        return card.id;
    }

    void drawJourney(const LaneId& lane)
    {
        const bool drawn = !m_dice.oneIn(4);
        QList<CardId> way;
        QList<int> steps;
        for (int step = 0; step < m_steps; ++step) {
            if (m_dice.oneIn(5))
                continue;
            way += customerCard(lane, step);
            steps += step;
        }
        for (qsizetype i = 1; drawn && i < way.size(); ++i) {
            if (!m_dice.oneIn(10))
                connect(way[i - 1], way[i], ConnectionKind::Flow);
        }
        if (drawn && way.size() > 1 && m_dice.oneIn(5))
            connect(m_dice.of(way), m_dice.of(way), ConnectionKind::Flow);
        for (qsizetype i = 0; i < way.size(); ++i) {
            if (!m_dice.oneIn(4))
                drawContact(way[i], steps[i], i + 1 < way.size() ? way[i + 1] : way[i]);
        }
    }

    void drawContact(const CardId& asker, int step, const CardId& next)
    {
        static constexpr ConnectionKind kinds[] = {ConnectionKind::Request, ConnectionKind::Request,
                                                   ConnectionKind::Auto, ConnectionKind::Auto, ConnectionKind::Tell};
        const ConnectionKind kind = kinds[m_dice.below(5)];
        const RequestId request = m_dice.oneIn(4) ? RequestId() : id<RequestId>("q", 1 + m_dice.below(4));
        const CardId asked = companyCard(step);
        connect(asker, asked, kind, kind == ConnectionKind::Request ? request : RequestId());
        if (m_dice.oneIn(8)) {
            for (int i = 0; i < 4; ++i)
                drawVoice(asked, step, next);
        }
        drawThread(asked, step, next, request, m_dice.below(4));
    }

    /// One of several who contact the customer about the same thing.
    void drawVoice(const CardId& asked, int step, const CardId& next)
    {
        const CardId speaker = companyCard(step);
        connect(asked, speaker, ConnectionKind::Handover);
        connect(speaker, next, ConnectionKind::Tell);
    }

    /// step -1: nobody asked.
    void drawThread(const CardId& from, int step, const CardId& next, const RequestId& request, int hops)
    {
        static constexpr ConnectionKind kinds[] = {ConnectionKind::Handover, ConnectionKind::Handover,
                                                   ConnectionKind::Auto, ConnectionKind::Flow, ConnectionKind::Request};
        CardId at = from;
        for (; hops > 0; --hops) {
            const CardId to = companyCard(std::max(step, 0));
            connect(at, to, kinds[m_dice.below(5)]);
            at = to;
        }
        if (m_dice.oneIn(5)) {
            const CardId forgetful = companyCard(std::max(step, 0));
            const CardId answering = companyCard(std::max(step, 0));
            connect(at, forgetful, ConnectionKind::Flow).conditional = true;
            connect(at, answering, ConnectionKind::Flow).conditional = true;
            at = answering;
        }
        if (step >= 0)
            drawReturn(at, next, request);
    }

    void drawReturn(const CardId& from, const CardId& next, const RequestId& request)
    {
        static constexpr ConnectionKind kinds[] = {ConnectionKind::Answer, ConnectionKind::Answer,
                                                   ConnectionKind::Answer, ConnectionKind::Auto,
                                                   ConnectionKind::Tell,   ConnectionKind::SendAway};
        if (m_dice.oneIn(3))
            return;
        const ConnectionKind kind = kinds[m_dice.below(6)];
        connect(from, next, kind, kind == ConnectionKind::Answer ? request : RequestId());
        if (m_dice.oneIn(8))
            connect(next, from, ConnectionKind::Tell);
    }

    void drawStrategy()
    {
        Card& card = addCard(m_companyLanes.last(), 0);
        card.kind = CardKind::Strategy;
        const CardId strategy = card.id;
        if (m_dice.oneIn(2))
            connect(m_dice.of(m_builder.cards).id, strategy, ConnectionKind::Auto);
        if (m_dice.oneIn(2))
            connect(strategy, m_dice.of(m_builder.cards).id, ConnectionKind::Auto);
    }

    /// What goes wrong while drawing: a card in the tray, a connection with a loose end, one to a lane as a whole, and
    /// two who wait for each other.
    void drawMishaps()
    {
        if (m_dice.oneIn(8)) {
            Card& card = addCard(m_companyLanes.first(), 0);
            card.firstStep = {};
            card.position = m_inTray++;
        }
        if (m_dice.oneIn(10))
            connect(m_dice.of(m_builder.cards).id, LooseEnd{}, ConnectionKind::Auto);
        if (m_dice.oneIn(8))
            connect(m_dice.of(m_builder.cards).id, m_dice.of(m_builder.lanes).id, ConnectionKind::Auto);
        if (m_dice.oneIn(6))
            drawMutualWait();
    }

    void drawMutualWait()
    {
        const LaneId left = m_customerLanes.isEmpty() ? m_companyLanes[0] : m_customerLanes[0];
        const LaneId right = m_companyLanes[1];
        const auto wait = [&](const LaneId& lane) {
            Card& card = addCard(lane, 0);
            card.kind = CardKind::Wait;
            return card.id;
        };
        const CardId one = wait(left);
        const CardId other = wait(right);
        const CardId after = addCard(left, 1).id;
        const CardId afterOther = addCard(right, 1).id;
        connect(one, after, ConnectionKind::Flow);
        connect(other, afterOther, ConnectionKind::Flow);
        connect(after, other, ConnectionKind::Tell);
        connect(afterOther, one, ConnectionKind::Tell);
    }

    Dice m_dice;
    BlueprintBuilder m_builder;
    int m_steps = 0;
    int m_inTray = 0;
    QList<LaneId> m_customerLanes;
    QList<LaneId> m_companyLanes;
    QHash<QString, int> m_inCell;
};

} // namespace

Blueprint randomService(std::mt19937& random)
{
    return ServiceDraw(random).draw();
}

} // namespace throughline::testing
