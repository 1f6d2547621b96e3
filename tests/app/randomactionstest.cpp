// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasscene.h"
#include "app/canvas/keyinput.h"
#include "core/model/queries.h"
#include "core/view/shownpart.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/dice.h"

#include <QGuiApplication>
#include <QtTest>

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultActions = 1500;
constexpr int MostCards = 90;

/// Somebody at the mouse and the keyboard who does anything at all.
class RandomUser
{
public:
    RandomUser(CanvasWindow& window, unsigned seed) : m_window(window), m_random(seed) {}

    /// Does something and says what it was.
    QString act()
    {
        if (m_window.canvas->isEditing() && !m_dice.oneIn(3))
            return endEdit();
        const int drawn = m_dice.below(100);
        if (drawn < 36)
            return pressKey();
        if (drawn < 52)
            return click();
        if (drawn < 76)
            return drag();
        if (drawn < 80)
            return wheel();
        if (drawn < 92)
            return perform();
        if (drawn < 97)
            return takeBack();
        return changeView();
    }

private:
    QPoint point()
    {
        // Half of the time something that is drawn, else anywhere, the headers and the void included.
        const Blueprint& blueprint = m_window.blueprint();
        if (m_dice.oneIn(2) && !blueprint.cards().isEmpty()) {
            auto card = blueprint.cards().begin();
            std::advance(card, m_dice.below(int(blueprint.cards().size())));
            const QRectF rect = m_window.rectOf("card", card->id.value);
            const QRectF near = rect.adjusted(-12, -12, 12, 12).intersected(QRectF(QPointF(), m_window.canvas->size()));
            if (!near.isEmpty())
                return (near.topLeft() + QPointF(m_dice.below(int(near.width())), m_dice.below(int(near.height()))))
                    .toPoint();
        }
        return {m_dice.below(int(m_window.canvas->width())), m_dice.below(int(m_window.canvas->height()))};
    }

    Qt::KeyboardModifiers modifiers()
    {
        static const QList<Qt::KeyboardModifiers> all{{},
                                                      {},
                                                      {},
                                                      Qt::ShiftModifier,
                                                      Qt::ControlModifier,
                                                      Qt::AltModifier,
                                                      Qt::AltModifier | Qt::ShiftModifier,
                                                      Qt::ControlModifier | Qt::ShiftModifier};
        return m_dice.of(all);
    }

    QString endEdit()
    {
        if (m_dice.oneIn(4)) {
            m_window.canvas->cancelEdit();
            return u"cancel edit"_s;
        }
        m_window.canvas->commitEdit(m_dice.oneIn(6) ? QString() : m_dice.text());
        return u"commit edit"_s;
    }

    QString pressKey()
    {
        static const QList<Qt::Key> keys{
            Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,        Qt::Key_Down,  Qt::Key_Left,   Qt::Key_Right,
            Qt::Key_Up,     Qt::Key_Down,   Qt::Key_Return,    Qt::Key_Enter, Qt::Key_Tab,    Qt::Key_Backtab,
            Qt::Key_Delete, Qt::Key_Escape, Qt::Key_Backspace, Qt::Key_F2,    Qt::Key_Home,   Qt::Key_End,
            Qt::Key_PageUp, Qt::Key_Insert, Qt::Key_Space,     Qt::Key_Plus,  Qt::Key_Minus,  Qt::Key_0,
            Qt::Key_A,      Qt::Key_C,      Qt::Key_D,         Qt::Key_H,     Qt::Key_L,      Qt::Key_R,
            Qt::Key_T,      Qt::Key_V,      Qt::Key_X,         Qt::Key_Menu,  Qt::Key_Period, Qt::Key_PageDown};
        const Qt::Key key = m_dice.of(keys);
        const Qt::KeyboardModifiers with = modifiers();
        m_window.key(key, with);
        return u"key %1 with %2"_s.arg(QKeySequence(key).toString()).arg(int(with));
    }

    QString click()
    {
        const QPoint at = point();
        const Qt::KeyboardModifiers with = modifiers();
        if (m_dice.oneIn(4))
            m_window.doubleClick(at);
        else
            m_window.click(at, with, m_dice.oneIn(6) ? Qt::RightButton : Qt::LeftButton);
        return u"click at %1, %2"_s.arg(at.x()).arg(at.y());
    }

    QString drag()
    {
        const QPoint from = point();
        const QPoint to = point();
        const QString what = u"drag %1, %2 to %3, %4"_s.arg(from.x()).arg(from.y()).arg(to.x()).arg(to.y());
        if (m_dice.oneIn(6)) {
            m_window.hold(from, to);
            m_window.key(m_dice.oneIn(2) ? Qt::Key_Escape : Qt::Key_Delete);
            m_window.letGo(to);
            return what + u", interrupted"_s;
        }
        m_window.drag(from, to, modifiers(), m_dice.oneIn(10) ? Qt::MiddleButton : Qt::LeftButton);
        return what;
    }

    QString wheel()
    {
        m_window.wheel(point(), m_dice.below(7) - 3, modifiers());
        return u"wheel"_s;
    }

    QString perform()
    {
        const QString command = m_dice.of(KeyInput::commands());
        (void)m_window.canvas->perform(command);
        return u"command "_s + command;
    }

    QString takeBack()
    {
        const bool undo = m_dice.below(3) > 0;
        for (int i = m_dice.below(4); i >= 0; --i)
            undo ? m_window.document.undo() : m_window.document.redo();
        return undo ? u"undo"_s : u"redo"_s;
    }

    QString changeView()
    {
        static const QStringList tools{u"select"_s, u"card"_s, u"connect"_s, u"pan"_s};
        static const QStringList themes{u"light"_s, u"dark"_s, u"contrast"_s, u"projector"_s};
        const QString tool = m_dice.oneIn(2) ? u"select"_s : m_dice.of(tools);
        m_window.canvas->setTool(tool);
        m_window.canvas->setTheme(m_dice.of(themes));
        if (m_dice.oneIn(2))
            m_window.canvas->fitAll();
        QCoreApplication::processEvents();
        return u"tool "_s + tool;
    }

    CanvasWindow& m_window;
    std::mt19937 m_random;
    Dice m_dice{m_random};
};

bool isOnlyBefore(const HeaderChange&)
{
    return false;
}

template <typename Element>
bool isOnlyBefore(const ElementChange<Element>& change)
{
    return change.before && !change.after;
}

/// What the canvas must draw: the document without what is folded away. A folded phase to which the hand went is shown
/// open until something else is asked for.
Blueprint shownOf(const CanvasWindow& window)
{
    ShownPart part(window.blueprint(), {}, {});
    QList<ElementRef> open;
    for (const Change& change : diff(window.canvas->scene().blueprint(), part.blueprint()).changes) {
        if (std::visit([](const auto& each) { return isOnlyBefore(each); }, change))
            open += refOf(change);
    }
    (void)part.keep(open);
    return part.blueprint();
}

::testing::AssertionResult holdsInvariants(const CanvasWindow& window)
{
    if (const Result<void> valid = validate(window.blueprint()); !valid)
        return ::testing::AssertionFailure() << qPrintable(describe(valid.error()));
    for (const ElementRef& ref : window.selection()) {
        if (!contains(window.blueprint(), ref))
            return ::testing::AssertionFailure() << "selected but gone: " << qPrintable(ref.id);
    }
    QStringList differing;
    for (const ElementRef& ref : touched(diff(window.canvas->scene().blueprint(), shownOf(window))))
        differing += ref.id;
    if (!differing.isEmpty()) {
        return ::testing::AssertionFailure()
               << "the canvas draws another blueprint than the document's, in: " << qPrintable(differing.join(u", "_s));
    }
    return ::testing::AssertionSuccess();
}

/// The drawing as it came about by edits is the drawing that opening the file would give.
::testing::AssertionResult isDrawnLikeNew(const CanvasWindow& window)
{
    const CanvasScene& scene = window.canvas->scene();
    const Blueprint& shown = scene.blueprint();
    const Layout fresh = layoutBlueprint(shown, scene.layout().style(), scene.measurer());
    for (const Card& card : shown.cards()) {
        if (scene.layout().cardRect(card.id) != fresh.cardRect(card.id))
            return ::testing::AssertionFailure() << "another place of card " << qPrintable(card.id.value);
    }
    for (const Connection& connection : shown.connections()) {
        const std::optional<Route> is = scene.layout().route(connection.id);
        const std::optional<Route> should = fresh.route(connection.id);
        if (is.has_value() != should.has_value() ||
            (is && (is->points != should->points || is->label != should->label)))
            return ::testing::AssertionFailure() << "another way of connection " << qPrintable(connection.id.value);
    }
    return ::testing::AssertionSuccess();
}

} // namespace

/// THROUGHLINE_ACTIONS says how many, THROUGHLINE_SEED which.
TEST(RandomActions, keepTheDocumentWholeAndCanAllBeTakenBack)
{
    const int actions = qEnvironmentVariableIsSet("THROUGHLINE_ACTIONS")
                            ? qEnvironmentVariableIntValue("THROUGHLINE_ACTIONS")
                            : DefaultActions;
    CanvasWindow window(smallBlueprint());
    window.canvas->setCheckRunner(&window.checkRunner);
    window.checkRunner.setDocument(&window.document);
    RandomUser user(window, unsigned(qEnvironmentVariableIntValue("THROUGHLINE_SEED")) + 1);
    Blueprint start = window.blueprint();
    const auto takeAllBack = [&] {
        if (window.canvas->isEditing())
            window.canvas->cancelEdit();
        const Blueprint end = window.blueprint();
        int steps = 0;
        for (; window.document.canUndo(); ++steps)
            window.document.undo();
        EXPECT_TRUE(window.blueprint() == start);
        for (; steps > 0; --steps)
            window.document.redo();
        EXPECT_TRUE(window.blueprint() == end);
    };
    int edits = 0;
    QStringList last;
    for (int i = 0; i < actions; ++i) {
        const Blueprint before = window.blueprint();
        last += user.act();
        if (last.size() > 8)
            last.removeFirst();
        edits += window.blueprint() == before ? 0 : 1;
        ASSERT_TRUE(holdsInvariants(window)) << "action " << i << ": " << qPrintable(last.join(u"; "_s));
        if (i % 5 == 4)
            QCoreApplication::processEvents(); // frames, results of the check
        if (i % 50 == 49) {
            ASSERT_TRUE(isDrawnLikeNew(window)) << "action " << i << ": " << qPrintable(last.join(u"; "_s));
        }
        if (window.blueprint().cards().size() > MostCards || window.blueprint().cards().isEmpty()) {
            takeAllBack();
            window.document.setBlueprint(smallBlueprint());
            start = window.blueprint();
        }
    }
    takeAllBack();
    EXPECT_GT(edits, actions / 20) << "too little happened";
}
