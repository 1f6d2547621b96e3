// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/awkwardblueprint.h"

#include "core/model/words.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    Blueprint make(int size)
    {
        makeHeader();
        const int some = std::max(1, size / 8);
        makeIds(m_builder.departments, some, u"d"_s);
        makeIds(m_builder.roles, some, u"R"_s);
        makeIds(m_builder.requests, some, u"q"_s);
        makeIds(m_builder.dataItems, some, u"data"_s);
        makeIds(m_builder.phases, some, u"p"_s);
        makeIds(m_builder.steps, some, u"s"_s);
        makeIds(m_builder.lanes, some, u"lane"_s);
        makeIds(m_builder.cards, size, u"c"_s);
        makeIds(m_builder.connections, size, u"e"_s);
        makeIds(m_builder.acceptances, some, u"a"_s);
        fillCatalogues();
        fillGrid();
        fillCards();
        fillConnections();
        fillAcceptances();
        for (int i = below(3); i > 0; --i)
            m_builder.header.views.append(view(i));
        Result<Blueprint> blueprint = std::move(m_builder).build();
        if (!blueprint)
            qFatal("random blueprint: %s", qPrintable(describe(blueprint.error())));
        return *std::move(blueprint);
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    bool chance(int percent) { return below(100) < percent; }

    QString text()
    {
        static const QStringList pieces = {u"Eats"_s,        u"a \"quoted\" word"_s,
                                           u"back\\slash"_s, u"two\nlines"_s,
                                           u"tab\there"_s,   u"# no comment"_s,
                                           u"Küche"_s,       u"注文する"_s,
                                           u"😀"_s,           u"\u0001"_s,
                                           u" "_s,           u"{\"a\":1}"_s,
                                           u"<b>&amp;"_s,    u"\r"_s,
                                           u"\u2028"_s,      u"a=b, c"_s};
        QString text = pieces[below(int(pieces.size()))];
        while (chance(40))
            text += pieces[below(int(pieces.size()))];
        return text;
    }
    QString maybeText(int percent = 50) { return chance(percent) ? text() : QString(); }

    template <typename Element>
    void makeIds(QList<Element>& elements, int count, const QString& prefix)
    {
        static const QStringList odd = {u"if"_s, u"noreply"_s, u"--"_s, u"card"_s, u"lane"_s, u"end"_s,
                                        u"e1"_s, u"s3"_s,      u"é"_s,  u"客人"_s, u"-"_s,    u"complete"_s};
        QSet<QString> taken;
        for (int i = 0; i < count; ++i) {
            QString id = chance(10) ? odd[below(int(odd.size()))] : prefix + QString::number(i + 1);
            if (taken.contains(id))
                id = prefix + u"_"_s + QString::number(i + 1);
            taken.insert(id);
            Element element;
            element.id.value = id;
            if (chance(5))
                element.unknown = unknown();
            elements.append(element);
        }
    }

    UnknownMembers unknown()
    {
        return {{u"sparkle"_s, below(9)}, {u"later"_s, QJsonObject{{u"text"_s, text()}, {u"half"_s, 0.5}}}};
    }

    template <typename Element>
    auto pick(const QList<Element>& elements)
    {
        return elements[below(int(elements.size()))].id;
    }
    template <typename Element>
    auto maybe(const QList<Element>& elements, int percent = 40)
    {
        return chance(percent) ? pick(elements) : decltype(Element::id)();
    }
    template <typename Element>
    auto list(const QList<Element>& elements, int percent = 30)
    {
        QList<decltype(Element::id)> ids;
        while (chance(percent))
            ids.append(pick(elements));
        return ids;
    }

    std::optional<Minutes> minutes()
    {
        return chance(30) ? std::optional(*Minutes::from(double(below(100'000)) / 1000.0)) : std::nullopt;
    }
    std::optional<Money> money()
    {
        return chance(30) ? std::optional(*Money::from(double(below(100'000)) / 100.0)) : std::nullopt;
    }
    std::optional<int> level() { return chance(30) ? std::optional(below(4)) : std::nullopt; }
    int oddPosition() { return chance(80) ? below(3) : below(2000) - 1000; }

    void makeHeader()
    {
        Header& header = m_builder.header;
        header.title = maybeText();
        header.scenario = maybeText();
        header.persona = maybeText();
        header.state = chance(50) ? BlueprintState::AsIs : BlueprintState::ToBe;
        header.currency = maybeText();
        header.timeCeiling = minutes();
        header.worryCeiling = level();
        header.effortCeiling = level();
        header.moneyCeiling = money();
        if (chance(50))
            header.ruleSeverities = {
                {u"silo-break"_s, Severity::Off}, {u"--"_s, Severity::Hint}, {text(), Severity::Error}};
        if (chance(30))
            header.unknown = unknown();
    }

    void fillCatalogues()
    {
        for (qsizetype i = 0; i < m_builder.departments.size(); ++i) {
            Department& department = m_builder.departments[i];
            department.name = maybeText();
            if (i > 0 && chance(40))
                department.parent = m_builder.departments[below(int(i))].id;
            if (chance(40))
                department.heads = below(300);
            department.mandate = Powers(below(64));
        }
        for (Role& role : m_builder.roles)
            fillRole(role);
        for (Request& request : m_builder.requests) {
            request.name = maybeText(30);
            request.catalogued = chance(50);
            request.livePhases = list(m_builder.phases, 20);
            request.needs = list(m_builder.dataItems, 20);
        }
        for (DataItem& data : m_builder.dataItems) {
            data.name = maybeText(30);
            data.isVolatile = chance(30);
        }
    }

    void fillRole(Role& role)
    {
        role.name = maybeText();
        role.department = maybe(m_builder.departments);
        role.kind = RoleKind(below(4));
        role.onlyThese = chance(30);
        while (chance(60)) {
            Capability capability;
            capability.ability = Capability::Ability(below(3));
            const bool passes = capability.ability == Capability::Ability::PassesOn;
            if (!passes || chance(70))
                capability.request = pick(m_builder.requests);
            if (passes)
                capability.passesTo = pick(m_builder.roles);
            capability.takes = minutes();
            role.capabilities.append(capability);
        }
    }

    void fillGrid()
    {
        for (Phase& phase : m_builder.phases) {
            phase.name = maybeText();
            phase.kind = PhaseKind(below(4));
            phase.position = oddPosition();
            phase.folded = chance(20);
        }
        int number = 0;
        for (Step& step : m_builder.steps) {
            number += 1 + (chance(70) ? 0 : below(5));
            step.number = number;
            if (chance(50) && !hasStep(u's' + QString::number(number)))
                step.id.value = u's' + QString::number(number);
            step.name = maybeText(20);
            step.phase = maybe(m_builder.phases);
        }
        for (Lane& lane : m_builder.lanes) {
            lane.name = maybeText();
            lane.stage = Stage(below(5));
            lane.position = oddPosition();
            lane.roles = list(m_builder.roles);
            lane.folded = chance(20);
            lane.curve = chance(10) ? LaneCurve(below(4)) : LaneCurve::None;
        }
    }

    bool hasStep(const QString& id) const
    {
        return std::any_of(m_builder.steps.begin(), m_builder.steps.end(),
                           [&](const Step& s) { return s.id.value == id; });
    }

    void fillCards()
    {
        for (Card& card : m_builder.cards) {
            card.lane = pick(m_builder.lanes);
            placeCard(card);
            card.position = oddPosition();
            card.title = maybeText(80);
            card.kind = CardKind(below(10));
            card.roles = list(m_builder.roles, 15);
            card.isEnd = chance(10);
            card.owner = maybe(m_builder.departments, 20);
            card.note = maybeText(10);
            fillRemarks(card);
            card.waitEndsBy = WaitEnd(below(4));
            card.waitDuration = minutes();
            card.waitTimeout = minutes();
            card.timeoutTo = maybe(m_builder.cards, 10);
            card.minutes = minutes();
            card.worry = level();
            card.effort = level();
            card.money = money();
            if (chance(20))
                card.emotion = below(5) - 2;
            card.gives = list(m_builder.dataItems);
            card.asks = list(m_builder.dataItems);
            card.recheck = chance(10);
            card.recheckReason = maybeText(10);
            card.bill = maybeText(10);
            if (chance(20))
                card.about = allPowers()[below(6)];
        }
    }

    SavedView view(int number)
    {
        SavedView view;
        view.name = text() + QString::number(number);
        view.filter.hiddenLanes = list(m_builder.lanes);
        view.filter.departments = list(m_builder.departments);
        view.filter.roles = list(m_builder.roles);
        view.filter.phases = list(m_builder.phases);
        if (chance(50))
            view.filter.rules = {u"silo-break"_s, u"dead-end-role"_s};
        view.filter.hidesRest = chance(30);
        return view;
    }

    void fillRemarks(Card& card)
    {
        card.status = CardStatus(below(4));
        while (chance(20))
            card.painPoints.append(maybeText());
        while (chance(20))
            card.opportunities.append(maybeText());
        while (chance(20))
            card.attachments.append({maybeText(), text()});
    }

    void placeCard(Card& card)
    {
        if (chance(10))
            return;
        const int first = below(int(m_builder.steps.size()));
        card.firstStep = m_builder.steps[first].id;
        if (chance(30))
            card.lastStep = m_builder.steps[first + below(int(m_builder.steps.size()) - first)].id;
    }

    End end()
    {
        if (chance(80))
            return pick(m_builder.cards);
        if (chance(50))
            return pick(m_builder.lanes);
        LooseEnd loose;
        loose.nearest = maybe(m_builder.cards);
        loose.distance = chance(50) ? below(40) : 0;
        return loose;
    }

    void fillConnections()
    {
        for (Connection& connection : m_builder.connections) {
            connection.from = end();
            connection.to = end();
            connection.kind = ConnectionKind(below(7));
            connection.request = maybe(m_builder.requests);
            connection.carries = list(m_builder.dataItems);
            connection.conditional = chance(20);
            connection.label = maybeText(30);
            connection.answers = maybe(m_builder.connections, 10);
            connection.replyExpected = !chance(20);
        }
    }

    void fillAcceptances()
    {
        for (Acceptance& acceptance : m_builder.acceptances) {
            acceptance.rule = chance(80) ? u"silo-break"_s : text();
            acceptance.subject = chance(80) ? u"g1>g2"_s : maybeText();
            acceptance.variant = maybeText(30);
            acceptance.reason = maybeText(80);
            acceptance.who = maybeText();
            if (chance(50))
                acceptance.when = QDate(2020, 1, 1).addDays(below(3000));
            if (chance(50))
                acceptance.until = QDate(2020, 1, 1).addDays(below(3000));
        }
    }

    QRandomGenerator m_random;
    BlueprintBuilder m_builder;
};

} // namespace

Blueprint awkwardBlueprint(quint32 seed, int size)
{
    return Maker(seed).make(size);
}

} // namespace throughline
