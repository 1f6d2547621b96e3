// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numbersmodel.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

/// The editor with a template and the numbers in the place of the drawing.
class NumbersWindow : public Window
{
public:
    explicit NumbersWindow(const QString& name = u"bank-loan.blueprint"_s)
    {
        EXPECT_TRUE(openTemplate(name));
        window()->resize(1280, 800);
        canvas().forceActiveFocus();
        toggle();
        numbers().runNow();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] NumbersModel& numbers() const { return *item(u"numbersPage"_s)->findChild<NumbersModel*>(); }
    [[nodiscard]] bool isShown() const { return item(u"numbersView"_s)->isVisible(); }
    /// A chart with the keyboard on it.
    QQuickItem& chart(const QString& name) const
    {
        QQuickItem* found = item(name);
        EXPECT_TRUE(found) << name.toStdString();
        found->forceActiveFocus(Qt::TabFocusReason);
        return *found;
    }
    /// The key of the numbers.
    void toggle()
    {
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(window(), key);
        QCoreApplication::processEvents();
    }
};

QList<ElementRef> elementsOf(const QVariantMap& chart, const QString& list, int index)
{
    return refsFrom(chart.value(list).toList().at(index).toMap().value(u"elements"_s).toList());
}

} // namespace

TEST(NumbersView, opensInPlaceOfTheDrawingAndGoesBack)
{
    NumbersWindow window;
    EXPECT_TRUE(window.isShown());
    EXPECT_TRUE(window.numbers().isActive());
    window.press(Qt::Key_Escape);
    EXPECT_FALSE(window.isShown());
    EXPECT_FALSE(window.numbers().isActive());
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    window.toggle();
    EXPECT_TRUE(window.isShown());
    window.toggle();
    EXPECT_FALSE(window.isShown());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(NumbersView, costsNothingUntilItIsShown)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"bank-loan.blueprint"_s));
    EXPECT_TRUE(window.item(u"numbersView"_s));
    EXPECT_FALSE(window.item(u"numbersPage"_s));
}

TEST(NumbersView, showsEveryTemplateWithoutAWarning)
{
    for (const char16_t* name : {u"restaurant.blueprint", u"car-dealer.blueprint", u"empty.blueprint"}) {
        NumbersWindow window(QString::fromUtf16(name));
        EXPECT_TRUE(window.isShown());
        EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
    }
}

TEST(NumbersView, goesFromABarToTheCardsBehindIt)
{
    for (const auto& [name, of] :
         {std::pair(u"time"_s, &NumbersModel::time), std::pair(u"answers"_s, &NumbersModel::answers),
          std::pair(u"findings"_s, &NumbersModel::findings)}) {
        NumbersWindow window;
        window.chart(u"chart."_s + name);
        const QList<ElementRef> wanted = elementsOf((window.numbers().*of)(), u"marks"_s, 1);
        ASSERT_FALSE(wanted.isEmpty()) << name.toStdString();
        window.press(Qt::Key_Right);
        window.press(Qt::Key_Return);
        EXPECT_FALSE(window.isShown()) << name.toStdString();
        EXPECT_EQ(window.document().selection(), wanted) << name.toStdString();
        EXPECT_TRUE(window.canvas().hasActiveFocus());
    }
}

TEST(NumbersView, goesFromAStepOfTheJourneyToItsCard)
{
    NumbersWindow window;
    window.chart(u"chart.burden"_s);
    window.press(Qt::Key_Right);
    window.press(Qt::Key_Right);
    window.press(Qt::Key_Return);
    EXPECT_EQ(window.document().selection(), elementsOf(window.numbers().burden(), u"marks"_s, 2));
    EXPECT_FALSE(window.isShown());
}

TEST(NumbersView, goesFromACellOfTheMatrixToItsHandovers)
{
    NumbersWindow window;
    QQuickItem& matrix = window.chart(u"chart.handovers"_s);
    const QVariantList cells = window.numbers().handovers().value(u"cells"_s).toList();
    const auto filled = std::find_if(cells.begin(), cells.end(),
                                     [](const QVariant& cell) { return cell.toMap().value(u"count"_s).toInt() > 0; });
    ASSERT_NE(filled, cells.end());
    while (matrix.property("current").toInt() < filled - cells.begin())
        window.press(Qt::Key_Right);
    window.press(Qt::Key_Return);
    ASSERT_FALSE(window.document().selection().isEmpty());
    EXPECT_EQ(window.document().selection().first().kind, ElementKind::Connection);
    EXPECT_FALSE(window.isShown());
}

TEST(NumbersView, goesFromANumberToTheCardsBehindIt)
{
    NumbersWindow window;
    window.item(u"numbersList"_s)->forceActiveFocus();
    window.press(Qt::Key_Down);
    const QModelIndex first = window.numbers().table()->index(0);
    const QList<ElementRef> wanted = refsFrom(first.data(NumbersTable::ElementsRole).toList());
    ASSERT_FALSE(wanted.isEmpty());
    window.press(Qt::Key_Return);
    EXPECT_EQ(window.document().selection(), wanted);
    EXPECT_FALSE(window.isShown());
}

TEST(NumbersView, followsAClick)
{
    NumbersWindow window;
    QQuickItem* figure = window.item(u"headline.wait-share"_s);
    ASSERT_TRUE(figure);
    window.click(*figure);
    EXPECT_FALSE(window.isShown());
    EXPECT_FALSE(window.document().selection().isEmpty());
}

TEST(NumbersView, keepsTheDrawingFromKeysMeantForTheNumbers)
{
    NumbersWindow window;
    window.document().selectAll();
    const qsizetype before = window.document().blueprint().cards().size();
    window.press(Qt::Key_Delete);
    EXPECT_EQ(window.document().blueprint().cards().size(), before) << "nobody sees what would be deleted";
}

TEST(NumbersView, isWalkedOnceByTabInReadingOrderAndBack)
{
    NumbersWindow window;
    const auto walk = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QStringList names;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(window.window(), key, modifiers);
            QCoreApplication::processEvents();
            const QString name = window.window()->activeFocusItem()->objectName();
            if (name == u"menuButton")
                break;
            if (name.startsWith(u"headline."_s) || name.startsWith(u"chart."_s) || name == u"leaveNumbers" ||
                name == u"numbersSheet")
                names += name;
        }
        return names;
    };
    window.press(Qt::Key_Tab);
    const QString first = window.window()->activeFocusItem()->objectName();
    EXPECT_TRUE(first == u"customerChoice" || first == u"leaveNumbers") << qPrintable(first);
    window.item(u"menuButton"_s)->forceActiveFocus(Qt::TabFocusReason);
    const QStringList forward = walk(Qt::Key_Tab, {});
    EXPECT_EQ(QSet<QString>(forward.begin(), forward.end()).size(), forward.size()) << qPrintable(forward.join(u' '));
    EXPECT_EQ(forward.value(0), u"leaveNumbers");
    EXPECT_EQ(forward.filter(u"headline."_s).size(), 6);
    EXPECT_EQ(forward.filter(u"chart."_s), QStringList({u"chart.time"_s, u"chart.findings"_s, u"chart.burden"_s,
                                                        u"chart.handovers"_s, u"chart.answers"_s}));
    EXPECT_EQ(forward.value(forward.size() - 1), u"numbersSheet");
    window.item(u"menuButton"_s)->forceActiveFocus(Qt::TabFocusReason);
    const QStringList back = walk(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(QStringList(back.rbegin(), back.rend()), forward);
}
