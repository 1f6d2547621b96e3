// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "core/layout/gridlayout.h"
#include "core/model/patch.h"
#include "tests/support/fakemeasurer.h"
#include "tests/support/largeblueprint.h"
#include "tests/support/randomblueprint.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;

namespace {

/// What differs between two layouts of one blueprint, in words; empty where nothing does.
class LayoutComparison
{
public:
    LayoutComparison(const Layout& left, const Layout& right, const Blueprint& blueprint) : m_left(left), m_right(right)
    {
        compareGrid();
        for (const Card& card : blueprint.cards())
            compareCard(card.id);
        for (const Connection& connection : blueprint.connections())
            compareRoute(connection.id);
        if (m_left.cardsIn(m_left.bounds()) != m_right.cardsIn(m_left.bounds()))
            m_differs += QStringLiteral("the cards in an area");
        if (m_left.connectionsIn(m_left.bounds()) != m_right.connectionsIn(m_left.bounds()))
            m_differs += QStringLiteral("the connections in an area");
    }

    [[nodiscard]] std::string text() const { return m_differs.join(u", ").toStdString(); }

private:
    void expect(bool same, const QString& what)
    {
        if (!same)
            m_differs += what;
    }

    void compareGrid()
    {
        expect(m_left.bounds() == m_right.bounds(), QStringLiteral("bounds"));
        expect(m_left.gridRect() == m_right.gridRect(), QStringLiteral("grid"));
        expect(m_left.trayRect() == m_right.trayRect(), QStringLiteral("tray"));
        expect(m_left.headerHeight() == m_right.headerHeight() && m_left.phaseBottom() == m_right.phaseBottom(),
               QStringLiteral("header"));
        const auto sameColumn = [](const LayoutColumn& l, const LayoutColumn& r) {
            return l.kind == r.kind && l.step == r.step && l.phase == r.phase && l.number == r.number &&
                   l.nameLines == r.nameLines && l.left == r.left && l.width == r.width && l.gutterLeft == r.gutterLeft;
        };
        const auto sameRow = [](const LayoutRow& l, const LayoutRow& r) {
            return l.lane == r.lane && l.stage == r.stage && l.folded == r.folded && l.nameLines == r.nameLines &&
                   l.detailLines == r.detailLines && l.top == r.top && l.bottom == r.bottom &&
                   l.stripsBottom == r.stripsBottom && l.contentTop == r.contentTop &&
                   l.contentBottom == r.contentBottom;
        };
        const auto samePhase = [](const LayoutPhase& l, const LayoutPhase& r) {
            return l.phase == r.phase && l.firstColumn == r.firstColumn && l.lastColumn == r.lastColumn &&
                   l.rect == r.rect && l.nameLines == r.nameLines;
        };
        const auto sameLine = [](const LayoutLine& l, const LayoutLine& r) {
            return l.kind == r.kind && l.top == r.top && l.height == r.height;
        };
        const auto same = [](const auto& l, const auto& r, auto each) {
            return std::equal(l.begin(), l.end(), r.begin(), r.end(), each);
        };
        expect(same(m_left.columns(), m_right.columns(), sameColumn), QStringLiteral("columns"));
        expect(same(m_left.rows(), m_right.rows(), sameRow), QStringLiteral("rows"));
        expect(same(m_left.phases(), m_right.phases(), samePhase), QStringLiteral("phases"));
        expect(same(m_left.lines(), m_right.lines(), sameLine), QStringLiteral("lines"));
    }

    void compareCard(const CardId& id)
    {
        const LayoutCard left = *m_left.card(id);
        const LayoutCard right = *m_right.card(id);
        expect(left.rect == right.rect && left.row == right.row && left.firstColumn == right.firstColumn &&
                   left.lastColumn == right.lastColumn && left.folded == right.folded && left.inTray == right.inTray &&
                   left.text == right.text,
               QStringLiteral("card ") + id.value);
    }

    void compareRoute(const ConnectionId& id)
    {
        const Route left = *m_left.route(id);
        const Route right = *m_right.route(id);
        expect(left.points == right.points, QStringLiteral("points of ") + id.value);
        expect(left.hops == right.hops, QStringLiteral("hops of ") + id.value);
        expect(left.label == right.label, QStringLiteral("label of ") + id.value);
        expect(left.labelLines == right.labelLines, QStringLiteral("words of ") + id.value);
        expect(left.looseFrom == right.looseFrom && left.looseTo == right.looseTo,
               QStringLiteral("ends of ") + id.value);
    }

    const Layout& m_left;
    const Layout& m_right;
    QStringList m_differs;
};

/// A document and its layout, edited at random.
class Session
{
public:
    Session(unsigned seed, const RandomSize& size) : m_random(seed), m_blueprint(randomBlueprint(m_random, size))
    {
        m_layout = layoutBlueprint(m_blueprint, {}, m_measurer);
    }

    /// What is wrong after so many edits, some of them taken back; empty when nothing is.
    std::string edit(int times)
    {
        for (int i = 0; i < times; ++i) {
            const Patch patch = draw();
            if (!apply(m_blueprint, patch))
                continue;
            m_done += patch;
            m_layout = updateLayout(std::move(m_layout), m_blueprint, patch, m_measurer);
            const Layout fresh = layoutBlueprint(m_blueprint, {}, m_measurer);
            const std::string wrong = LayoutComparison(m_layout, fresh, m_blueprint).text();
            if (!wrong.empty())
                return "edit " + std::to_string(i) + " (" + describe(patch) + "): " + wrong;
        }
        return {};
    }

private:
    /// An edit, its taking back, or a change of what only layouts care about.
    Patch draw()
    {
        switch (m_random() % 8) {
        case 0:
        case 1:
            return m_done.isEmpty() ? Patch{} : inverse(m_done.takeLast());
        case 2:
            return drawAppearance();
        default:
            return randomEdit(m_blueprint, m_random, m_newId);
        }
    }

    template <typename Element>
    Patch changed(const Table<Element>& table, void (*change)(Element&, std::mt19937&))
    {
        if (table.isEmpty())
            return {};
        auto element = table.begin();
        for (auto skip = m_random() % unsigned(table.size()); skip > 0; --skip)
            ++element;
        Element after = *element;
        change(after, m_random);
        if (after == *element)
            return {};
        return {{ElementChange<Element>{*element, after}}};
    }

    Patch drawAppearance()
    {
        switch (m_random() % 7) {
        case 0:
            return changed<Lane>(m_blueprint.lanes(), [](Lane& lane, std::mt19937&) { lane.folded = !lane.folded; });
        case 1:
            return changed<Lane>(m_blueprint.lanes(), [](Lane& lane, std::mt19937&) { lane.roles.clear(); });
        case 2:
            return changed<Card>(m_blueprint.cards(), [](Card& card, std::mt19937& random) {
                card.title = QStringLiteral("word ").repeated(int(random() % 30));
            });
        case 3: {
            Header header = m_blueprint.header();
            header.currency = header.currency.isEmpty() ? QStringLiteral("Kronor and a long word") : QString();
            return {{HeaderChange{m_blueprint.header(), header}}};
        }
        case 5:
            return changed<Lane>(m_blueprint.lanes(), [](Lane& lane, std::mt19937& random) {
                lane.curve = static_cast<LaneCurve>(random() % 4);
            });
        case 4:
            return changed<Connection>(m_blueprint.connections(), [](Connection& connection, std::mt19937&) {
                connection.label = connection.label.isEmpty() ? QStringLiteral("asks once more") : QString();
            });
        default:
            return changed<Connection>(m_blueprint.connections(), [](Connection& connection, std::mt19937& random) {
                (random() % 2 == 0 ? connection.from : connection.to) = LooseEnd{};
            });
        }
    }

    static std::string describe(const Patch& patch)
    {
        QStringList parts;
        for (const ElementRef& ref : touched(patch))
            parts += QString::number(int(ref.kind)) + u':' + ref.id;
        return parts.join(u' ').toStdString();
    }

    std::mt19937 m_random;
    FakeMeasurer m_measurer;
    IdSource m_newId = countingIds();
    Blueprint m_blueprint;
    Layout m_layout;
    QList<Patch> m_done;
};

} // namespace

TEST(LayoutUpdate, givesWhatAFullLayoutGives)
{
    for (unsigned seed = 0; seed < 40; ++seed)
        ASSERT_EQ(Session(100 + seed, {}).edit(100), "") << "seed " << seed;
}

TEST(LayoutUpdate, givesWhatAFullLayoutGivesOfFewCards)
{
    for (unsigned seed = 0; seed < 40; ++seed)
        ASSERT_EQ(Session(200 + seed, {2, 3, 5, 8}).edit(50), "") << "seed " << seed;
}

TEST(LayoutUpdate, givesWhatAFullLayoutGivesOfManyCards)
{
    for (unsigned seed = 0; seed < 4; ++seed)
        ASSERT_EQ(Session(300 + seed, {12, 20, 200, 300}).edit(60), "") << "seed " << seed;
}

/// Here the words of a connection that is planned anew, and runs as before, had been broken narrower.
TEST(LayoutUpdate, keepsNarrowWordsWhereTheyStand)
{
    ASSERT_EQ(Session(50082, {}).edit(100), "");
    ASSERT_EQ(Session(60395, {2, 3, 5, 8}).edit(50), "");
}

TEST(LayoutUpdate, givesWhatAFullLayoutGivesWhenMuchIsPutInAtOnePlace)
{
    const FakeMeasurer measurer;
    const IdSource newId = countingIds();
    Blueprint blueprint = largeBlueprint(120);
    Layout layout = layoutBlueprint(blueprint, {}, measurer);
    QList<Patch> done;
    const auto make = [&](const Patch& patch) {
        ASSERT_TRUE(apply(blueprint, patch));
        layout = updateLayout(std::move(layout), blueprint, patch, measurer);
        ASSERT_EQ(LayoutComparison(layout, layoutBlueprint(blueprint, {}, measurer), blueprint).text(), "")
            << done.size();
    };
    for (int i = 0; i < 90; ++i) {
        Step step;
        step.id = StepId(newId(u's'));
        Lane lane;
        lane.id = LaneId(newId(u'l'));
        const Result<Patch> patch = i % 3 == 2 ? addLane(blueprint, lane, 1) : insertStep(blueprint, step, 2);
        ASSERT_TRUE(patch);
        make(*patch);
        done += *patch;
    }
    while (!done.isEmpty())
        make(inverse(done.takeLast()));
}
