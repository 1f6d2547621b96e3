// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardtext.h"
#include "core/model/queries.h"
#include "tests/qml/editorwindow.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>

/// The restaurant of the templates, drawn into the empty grid in the window of the editor: once with keys alone, once
/// with the mouse and the words typed. With THROUGHLINE_PICTURES set to a folder, a picture every few steps goes there.
namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::Window;

namespace {

Blueprint restaurant()
{
    DocumentController document;
    EXPECT_TRUE(document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s)));
    return document.blueprint();
}

/// Where a card stands, counted from 0.
struct Cell
{
    int row = 0;
    int column = 0;
};

class Grid
{
public:
    explicit Grid(const Blueprint& blueprint) : m_lanes(orderedLanes(blueprint)), m_steps(orderedSteps(blueprint)) {}

    [[nodiscard]] Cell of(const Card& card) const
    {
        const auto lane =
            std::find_if(m_lanes.begin(), m_lanes.end(), [&](const Lane& l) { return l.id == card.lane; });
        const auto step =
            std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& s) { return s.id == card.firstStep; });
        return {int(lane - m_lanes.begin()), int(step - m_steps.begin())};
    }

private:
    QList<Lane> m_lanes;
    QList<Step> m_steps;
};

QString placed(const Blueprint& blueprint, const Grid& grid, const End& end)
{
    const CardId* id = cardAt(end);
    const Card* card = id ? blueprint.find(*id) : nullptr;
    if (!card)
        return u"?"_s;
    return u"%1/%2 %3"_s.arg(grid.of(*card).row).arg(grid.of(*card).column).arg(card->title);
}

/// What is drawn on a connection, the data it carries apart.
QString wordsOn(const Blueprint& blueprint, const Connection& connection)
{
    Connection plain = connection;
    plain.carries.clear();
    return labelOf(blueprint, plain);
}

/// What is seen of a blueprint, line by line, without ids.
QStringList drawn(const Blueprint& blueprint)
{
    const Grid grid(blueprint);
    QStringList lines;
    int row = 0;
    for (const Lane& lane : orderedLanes(blueprint))
        lines += u"lane %1: %2, stage %3"_s.arg(row++).arg(lane.name).arg(int(lane.stage));
    int column = 0;
    for (const Step& step : orderedSteps(blueprint)) {
        const Phase* phase = blueprint.find(step.phase);
        lines += u"step %1: %2 in %3"_s.arg(column++).arg(step.name, phase ? phase->name : QString());
    }
    QStringList rest;
    for (const Card& card : blueprint.cards())
        rest += u"card "_s + placed(blueprint, grid, card.id);
    for (const Connection& c : blueprint.connections())
        rest += u"from %1 to %2, kind %3: %4"_s.arg(placed(blueprint, grid, c.from), placed(blueprint, grid, c.to))
                    .arg(int(c.kind))
                    .arg(wordsOn(blueprint, c));
    rest.sort();
    return lines + rest;
}

/// Somebody at the window of the editor.
class Drawer
{
public:
    Drawer(const QString& name, const Blueprint& wanted, QSize size) : m_name(name), m_wanted(wanted), m_grid(wanted)
    {
        m_window.window()->resize(size);
        EXPECT_TRUE(m_window.openTemplate(u"empty.blueprint"_s));
        EXPECT_TRUE(QTest::qWaitFor([&] { return m_window.canvas().width() > size.width() / 2.0; }));
        m_window.canvas().setReducedMotion(true);
        m_window.canvas().forceActiveFocus();
        settle();
    }

    void type(const QString& text)
    {
        for (const QChar letter : text)
            QTest::keyClick(m_window.window(), letter.toLatin1());
        QTest::keyClick(m_window.window(), Qt::Key_Return);
        ++m_steps;
        picture();
    }
    void settle()
    {
        QCoreApplication::processEvents();
        EXPECT_TRUE(QTest::qWaitFor([&] { return m_window.canvas().isSettled(); }));
    }
    /// A picture of every few steps, where they are asked for.
    void picture(bool always = false)
    {
        constexpr int Every = 6;
        const QString folder = qEnvironmentVariable("THROUGHLINE_PICTURES");
        if (folder.isEmpty() || (!always && m_steps < m_shown + Every))
            return;
        m_shown = m_steps;
        settle();
        EXPECT_TRUE(QDir().mkpath(folder));
        EXPECT_TRUE(m_window.window()->grabWindow().save(
            u"%1/%2-%3.png"_s.arg(folder, m_name).arg(m_steps, 3, 10, QLatin1Char('0'))));
    }
    void expectRestaurant()
    {
        picture(true);
        const QStringList is = drawn(blueprint());
        const QStringList wanted = drawn(m_wanted);
        for (const QString& line : wanted)
            EXPECT_TRUE(is.contains(line)) << "missing: " << qPrintable(line);
        for (const QString& line : is)
            EXPECT_TRUE(wanted.contains(line)) << "too much: " << qPrintable(line);
        EXPECT_EQ(is.size(), wanted.size());
        EXPECT_TRUE(validate(blueprint()));
        EXPECT_EQ(m_window.warned(), QStringList());
    }

protected:
    [[nodiscard]] const Blueprint& blueprint() const { return m_window.document().blueprint(); }
    [[nodiscard]] const Card& wantedCard(const End& end) const { return *m_wanted.find(*cardAt(end)); }
    [[nodiscard]] Cell cellOf(const Card& card) const { return m_grid.of(card); }
    [[nodiscard]] bool isDrawn(Cell cell) const
    {
        const Grid grid(blueprint());
        return std::any_of(blueprint().cards().begin(), blueprint().cards().end(), [&](const Card& card) {
            return grid.of(card).row == cell.row && grid.of(card).column == cell.column;
        });
    }
    [[nodiscard]] bool isDrawn(const Connection& wanted) const
    {
        const Grid grid(blueprint());
        const auto same = [&](const Connection& c) {
            return c.kind == wanted.kind &&
                   placed(blueprint(), grid, c.from) == placed(m_wanted, m_grid, wanted.from) &&
                   placed(blueprint(), grid, c.to) == placed(m_wanted, m_grid, wanted.to);
        };
        return std::any_of(blueprint().connections().begin(), blueprint().connections().end(), same);
    }
    /// The cards of the customer from left to right, the rest by lane.
    [[nodiscard]] QList<Card> wantedRow(int row) const
    {
        QList<Card> cards;
        for (const Card& card : m_wanted.cards()) {
            if (m_grid.of(card).row == row)
                cards += card;
        }
        std::sort(cards.begin(), cards.end(),
                  [&](const Card& l, const Card& r) { return m_grid.of(l).column < m_grid.of(r).column; });
        return cards;
    }
    [[nodiscard]] int rows() const { return int(m_wanted.lanes().size()); }

    Window m_window;
    QString m_name;
    Blueprint m_wanted;
    Grid m_grid;
    int m_steps = 0;
    int m_shown = 0;
};

constexpr int GuestRow = 1;

/// Draws with keys alone; where the hand is it knows by counting.
class Typist : public Drawer
{
public:
    explicit Typist(const Blueprint& wanted) : Drawer(u"keys"_s, wanted, {1440, 900}) {}

    void drawAll()
    {
        makeLanes();
        makeSteps();
        typeTheGuest();
        askAndAnswer();
        for (int row = 0; row < rows(); ++row) {
            for (const Card& card : wantedRow(row)) {
                if (isDrawn(cellOf(card)))
                    continue;
                go(cellOf(card));
                type(card.title);
            }
        }
        for (const Connection& connection : m_wanted.connections()) {
            if (!isDrawn(connection))
                connect(connection);
        }
    }

private:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window.window(), key, modifiers);
        ++m_steps;
        picture();
    }
    void keys(Qt::Key which, int times)
    {
        for (int i = 0; i < times; ++i)
            key(which);
    }
    void go(Cell to)
    {
        keys(to.row > m_at.row ? Qt::Key_Down : Qt::Key_Up, std::abs(to.row - m_at.row));
        keys(to.column > m_at.column ? Qt::Key_Right : Qt::Key_Left, std::abs(to.column - m_at.column));
        m_at = to;
    }
    void makeLanes()
    {
        key(Qt::Key_Home, Qt::ControlModifier);
        key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier); // the name of the first lane
        key(Qt::Key_Down);
        type(u"Guest"_s);
        key(Qt::Key_Down);
        type(u"Front desk"_s);
        for (const QString& lane : {u"Bar"_s, u"Bussing"_s, u"Table service"_s}) {
            key(Qt::Key_Return);
            type(lane);
        }
        key(Qt::Key_Down);
        type(u"Kitchen"_s);
    }
    void addSteps(int count)
    {
        for (int i = 0; i < count; ++i) {
            key(Qt::Key_Return);
            type({}); // no name
        }
    }
    void beginPhase(const QString& name)
    {
        key(Qt::Key_Insert, Qt::ControlModifier);
        type(name);
        key(Qt::Key_Down); // its first step
    }
    void renamePhase(const QString& name)
    {
        key(Qt::Key_Up);
        type(name);
        key(Qt::Key_Down);
    }
    void makeSteps()
    {
        key(Qt::Key_Home, Qt::ControlModifier);
        key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier); // the name of the first step
        renamePhase(u"Arrive"_s);
        key(Qt::Key_Right);
        beginPhase(u"Wait at the bar"_s);
        addSteps(2);
        key(Qt::Key_Right);
        renamePhase(u"Be seated"_s);
        key(Qt::Key_Right);
        beginPhase(u"Order"_s);
        keys(Qt::Key_Right, 2);
        renamePhase(u"Dine"_s);
        addSteps(2);
        beginPhase(u"Pay"_s);
        addSteps(2);
        key(Qt::Key_Home, Qt::ControlModifier);
        m_at = {};
    }
    void typeTheGuest()
    {
        const QList<Card> guest = wantedRow(GuestRow);
        go({GuestRow, 0});
        type(guest[0].title);
        // The first arrow says that the order is drawn; from then on Return draws it.
        key(Qt::Key_L, Qt::ControlModifier);
        key(Qt::Key_Right);
        key(Qt::Key_Return);
        type(guest[1].title);
        key(Qt::Key_J, Qt::ControlModifier);
        key(Qt::Key_F);
        key(Qt::Key_Return); // to its other end
        key(Qt::Key_Right);
        for (qsizetype i = 2; i < guest.size(); ++i) {
            key(Qt::Key_Return);
            type(guest[i].title);
        }
        m_at = {GuestRow, int(guest.size()) - 1};
    }
    /// Every request of the customer that is answered by the card that is asked.
    void askAndAnswer()
    {
        for (const Connection& request : m_wanted.connections()) {
            const auto answers = [&](const Connection& c) {
                return c.kind == ConnectionKind::Answer && c.from == request.to && c.to == request.from;
            };
            if (request.kind != ConnectionKind::Request ||
                std::none_of(m_wanted.connections().begin(), m_wanted.connections().end(), answers))
                continue;
            const Cell asked = cellOf(wantedCard(request.to));
            go(cellOf(wantedCard(request.from)));
            if (asked.row != m_at.row + 1) {
                key(Qt::Key_L, Qt::ControlModifier);
                go(asked);
            }
            key(Qt::Key_Return, Qt::ControlModifier);
            type(wordsOn(m_wanted, request));
            type(wantedCard(request.to).title);
            m_at = asked;
        }
    }
    void connect(const Connection& wanted)
    {
        go(cellOf(wantedCard(wanted.from)));
        key(Qt::Key_L, Qt::ControlModifier);
        go(cellOf(wantedCard(wanted.to)));
        key(Qt::Key_Return);
        switch (wanted.kind) {
        case ConnectionKind::Auto:
            break;
        case ConnectionKind::Flow:
            key(Qt::Key_F);
            break;
        case ConnectionKind::Request:
            key(Qt::Key_R);
            break;
        case ConnectionKind::Answer:
            key(Qt::Key_A);
            break;
        case ConnectionKind::Tell:
            key(Qt::Key_T);
            break;
        case ConnectionKind::SendAway:
            key(Qt::Key_X);
            break;
        case ConnectionKind::Handover:
            key(Qt::Key_H);
            break;
        }
        if (const QString words = wordsOn(m_wanted, wanted); !words.isEmpty()) {
            key(Qt::Key_F2);
            type(words);
        }
    }

    Cell m_at;
};

/// Draws with the mouse; only words are typed.
class Pointer : public Drawer
{
public:
    explicit Pointer(const Blueprint& wanted) : Drawer(u"mouse"_s, wanted, {2300, 1300}) {}

    void drawAll()
    {
        makeLanes();
        makeSteps();
        drawTheGuest();
        for (int row = 0; row < rows(); ++row) {
            for (const Card& card : wantedRow(row)) {
                if (!isDrawn(cellOf(card)))
                    drawCard(card);
            }
        }
        for (const Connection& connection : m_wanted.connections()) {
            if (!isDrawn(connection))
                connect(connection);
        }
    }

private:
    [[nodiscard]] QQuickWindow* shown() { return m_window.window(); }
    [[nodiscard]] QRectF rectOf(const ElementRef& ref)
    {
        settle();
        const QRectF rect = m_window.canvas().rectOf(toVariant(QList<ElementRef>{ref}));
        EXPECT_FALSE(rect.isNull());
        return rect.translated(m_window.canvas().mapToScene({}));
    }
    [[nodiscard]] QRectF laneRect(int row) { return rectOf(refTo(orderedLanes(blueprint())[row].id)); }
    [[nodiscard]] QRectF stepRect(int column) { return rectOf(refTo(orderedSteps(blueprint())[column].id)); }
    [[nodiscard]] QPoint headerCorner() { return m_window.canvas().mapToScene({}).toPoint(); }
    [[nodiscard]] QPoint laneName(int row) { return {headerCorner().x() + 80, int(laneRect(row).center().y())}; }
    [[nodiscard]] QPoint stepName(int column) { return {int(stepRect(column).center().x()), headerCorner().y() + 51}; }
    [[nodiscard]] QPoint phaseName(int column) { return {int(stepRect(column).center().x()), headerCorner().y() + 20}; }
    [[nodiscard]] QPoint cell(Cell at)
    {
        return {int(stepRect(at.column).center().x()), int(laneRect(at.row).bottom()) - 40};
    }
    [[nodiscard]] ElementRef cardIn(Cell at)
    {
        const Grid grid(blueprint());
        for (const Card& card : blueprint().cards()) {
            if (grid.of(card).row == at.row && grid.of(card).column == at.column)
                return refTo(card.id);
        }
        ADD_FAILURE() << "no card at " << at.row << ", " << at.column;
        return {};
    }

    void click(QPoint at, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseMove(shown(), at);
        QTest::mouseClick(shown(), button, {}, at);
        ++m_steps;
        picture();
    }
    void doubleClick(QPoint at)
    {
        QTest::mouseMove(shown(), at);
        QTest::mouseClick(shown(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(shown(), Qt::LeftButton, {}, at);
        ++m_steps;
        picture();
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        constexpr int Moves = 6;
        QTest::mouseMove(shown(), from);
        QTest::mousePress(shown(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= Moves; ++i) {
            const QPoint at = from + (to - from) * i / Moves;
            QMouseEvent move(QEvent::MouseMove, at, shown()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(shown(), &move);
        }
        ++m_steps;
        picture();
        QTest::mouseRelease(shown(), Qt::LeftButton, modifiers, to);
        ++m_steps;
    }
    void choose(QPoint at, const QString& text)
    {
        click(at, Qt::RightButton);
        m_window.chooseInMenu(text);
        ++m_steps;
        picture();
    }

    void makeLanes()
    {
        doubleClick(laneName(1));
        type(u"Guest"_s);
        doubleClick(laneName(2));
        type(u"Front desk"_s);
        doubleClick(laneName(3));
        type(u"Kitchen"_s);
        for (const auto& [above, name] :
             {std::pair(2, u"Bar"_s), std::pair(3, u"Bussing"_s), std::pair(4, u"Table service"_s)}) {
            const int plusX = headerCorner().x() + int(m_window.canvas().headerWidth()) - 16;
            click({plusX, int(laneRect(above).bottom())});
            type(name);
        }
    }
    void addStepAfter(int column)
    {
        const QRectF step = stepRect(column);
        const bool last = column + 1 == blueprint().steps().size();
        const double right = last ? step.right() + 28 * m_window.canvas().zoom() : stepRect(column + 1).left();
        click({int((step.right() + right) / 2), headerCorner().y() + 51});
        type({});
    }
    void beginPhase(int column, const QString& name)
    {
        choose(stepName(column), u"Begin a phase here"_s);
        type(name);
    }
    void renamePhase(int column, const QString& name)
    {
        doubleClick(phaseName(column));
        type(name);
    }
    void makeSteps()
    {
        renamePhase(0, u"Arrive"_s);
        beginPhase(1, u"Wait at the bar"_s);
        addStepAfter(1);
        addStepAfter(2);
        renamePhase(4, u"Be seated"_s);
        beginPhase(5, u"Order"_s);
        renamePhase(7, u"Dine"_s);
        addStepAfter(7);
        addStepAfter(8);
        beginPhase(9, u"Pay"_s);
        addStepAfter(9);
        addStepAfter(10);
        m_window.canvas().fitAll();
        settle();
    }
    [[nodiscard]] QPoint handle(const ElementRef& card, QPointF towards)
    {
        const QRectF rect = rectOf(card);
        QTest::mouseMove(shown(), rect.center().toPoint());
        const QPointF middle = rect.center();
        const QPointF way = towards - middle;
        if (std::abs(way.x()) > std::abs(way.y()))
            return QPointF(way.x() > 0 ? rect.right() + 2 : rect.left() - 2, middle.y()).toPoint();
        return QPointF(middle.x(), way.y() > 0 ? rect.bottom() + 2 : rect.top() - 2).toPoint();
    }
    /// A point of the drawn line that is not covered.
    [[nodiscard]] QPoint pointOn(const ConnectionId& id)
    {
        const QRect area = rectOf(refTo(id)).toAlignedRect();
        const QPoint origin = headerCorner();
        for (int y = area.top(); y <= area.bottom(); y += 2) {
            for (int x = area.left(); x <= area.right(); x += 2) {
                if (refFrom(m_window.canvas().elementAt(QPoint(x, y) - origin)) == refTo(id))
                    return {x, y};
            }
        }
        ADD_FAILURE() << "nothing is seen of the connection";
        return {};
    }
    [[nodiscard]] static QString menuWord(ConnectionKind kind)
    {
        switch (kind) {
        case ConnectionKind::Auto:
            return u"Plain arrow"_s;
        case ConnectionKind::Flow:
            return u"Flow: then"_s;
        case ConnectionKind::Request:
            return u"Request"_s;
        case ConnectionKind::Answer:
            return u"Answer"_s;
        case ConnectionKind::Tell:
            return u"Tell, no reply needed"_s;
        case ConnectionKind::SendAway:
            return u"Send away"_s;
        case ConnectionKind::Handover:
            return u"Hand-over of work"_s;
        }
        return {};
    }
    /// The connection made last between two cells, still plain.
    [[nodiscard]] ConnectionId made(Cell from, Cell to)
    {
        const End first = CardId(cardIn(from).id);
        const End second = CardId(cardIn(to).id);
        for (const Connection& c : blueprint().connections()) {
            if (c.from == first && c.to == second && c.kind == ConnectionKind::Auto)
                return c.id;
        }
        ADD_FAILURE() << "the drag made no connection";
        return {};
    }
    void say(Cell from, Cell to, const Connection& wanted)
    {
        const ConnectionId id = made(from, to);
        if (wanted.kind != ConnectionKind::Auto)
            choose(pointOn(id), menuWord(wanted.kind));
        EXPECT_EQ(int(blueprint().find(id)->kind), int(wanted.kind)) << "was not what was chosen of the menu";
        if (const QString words = wordsOn(m_wanted, wanted); !words.isEmpty()) {
            doubleClick(pointOn(id));
            type(words);
        }
    }
    void drawTheGuest()
    {
        const QList<Card> guest = wantedRow(GuestRow);
        drawCard(guest[0]);
        for (int i = 1; i < guest.size(); ++i) {
            // Out of the side of one card into the next cell.
            const QPoint target = cell({GuestRow, i});
            drag(handle(cardIn({GuestRow, i - 1}), target + QPoint(0, 0)), target);
            type(guest[i].title);
            choose(pointOn(made({GuestRow, i - 1}, {GuestRow, i})), menuWord(ConnectionKind::Flow));
        }
    }
    void drawCard(const Card& card)
    {
        const Cell at = cellOf(card);
        // What is there already once is copied.
        for (const Card& other : blueprint().cards()) {
            if (other.title == card.title) {
                drag(rectOf(refTo(other.id)).center().toPoint(), cell(at), Qt::ControlModifier);
                return;
            }
        }
        doubleClick(cell(at));
        type(card.title);
    }
    void connect(const Connection& wanted)
    {
        const Cell from = cellOf(wantedCard(wanted.from));
        const Cell to = cellOf(wantedCard(wanted.to));
        const QPoint target = rectOf(cardIn(to)).center().toPoint();
        drag(handle(cardIn(from), target), target);
        say(from, to, wanted);
    }
};

TEST(DrawRestaurant, withKeysAlone)
{
    const Blueprint wanted = restaurant();
    Typist hand(wanted);
    hand.drawAll();
    hand.expectRestaurant();
}

TEST(DrawRestaurant, withTheMouseAndWordsTyped)
{
    const Blueprint wanted = restaurant();
    Pointer hand(wanted);
    hand.drawAll();
    hand.expectRestaurant();
}

} // namespace
} // namespace throughline
