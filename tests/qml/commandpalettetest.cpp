// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/palettemodel.h"
#include "app/settings/appsettings.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

class Palette : public Window
{
public:
    Palette()
    {
        EXPECT_TRUE(openTemplate(u"restaurant.blueprint"_s));
        canvas().forceActiveFocus();
    }
    void open()
    {
        QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
        EXPECT_TRUE(QTest::qWaitFor([&] { return named(u"commandPalette"_s)->property("opened").toBool(); }));
    }
    void type(const QString& text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window(), letter.toLatin1());
    }
    void press(Qt::Key key) { QTest::keyClick(window(), key); }
    [[nodiscard]] bool isOpen() const { return named(u"commandPalette"_s)->property("visible").toBool(); }
    [[nodiscard]] PaletteModel& model() const { return *window()->findChild<PaletteModel*>(); }
    [[nodiscard]] int row() const { return named(u"paletteList"_s)->property("currentIndex").toInt(); }
    [[nodiscard]] QString current() const { return model().textAt(row()); }
};

} // namespace

TEST(CommandPalette, holdsEveryCommandOfTheWindow)
{
    Palette palette;
    palette.open();
    QStringList offered;
    for (int row = 0; row < palette.model().count(); ++row)
        offered += palette.model().textAt(row);
    int actions = 0;
    for (const QObject* child : palette.window()->findChildren<QObject*>()) {
        if (!child->inherits("QQuickAction") || child->property("text").toString().isEmpty() ||
            child->property("shortcut").toString() == u"Ctrl+K"_s)
            continue;
        ++actions;
        EXPECT_TRUE(offered.contains(child->property("text").toString()))
            << child->property("text").toString().toStdString();
    }
    EXPECT_GT(actions, 30);
    EXPECT_TRUE(palette.warned().isEmpty()) << palette.warned().join(u'\n').toStdString();
}

TEST(CommandPalette, doesWhatIsChosenAndOffersItFirstNextTime)
{
    Palette palette;
    const qsizetype lanes = palette.document().blueprint().lanes().size();
    palette.open();
    palette.type(u"add lane"_s);
    EXPECT_EQ(palette.current(), u"Add lane"_s);
    palette.press(Qt::Key_Return);
    EXPECT_FALSE(palette.isOpen());
    EXPECT_EQ(palette.document().blueprint().lanes().size(), lanes + 1);
    // The new lane's name is being typed, as after its key.
    EXPECT_TRUE(palette.canvas().isEditing());
    palette.press(Qt::Key_Escape);
    palette.open();
    EXPECT_EQ(palette.current(), u"Add lane"_s);
}

TEST(CommandPalette, walksTheRowsAndLeavesWithEscape)
{
    Palette palette;
    palette.open();
    palette.press(Qt::Key_Down);
    palette.press(Qt::Key_Down);
    EXPECT_EQ(palette.row(), 2);
    palette.press(Qt::Key_Up);
    EXPECT_EQ(palette.row(), 1);
    palette.press(Qt::Key_Escape);
    EXPECT_FALSE(palette.isOpen());
    EXPECT_TRUE(palette.canvas().hasActiveFocus());
    EXPECT_FALSE(palette.document().isModified());
}

TEST(CommandPalette, doesNothingWithWhatCannotBeDoneNow)
{
    Palette palette;
    palette.document().clearSelection();
    palette.open();
    palette.type(u"turn the connection"_s);
    ASSERT_EQ(palette.current(), u"Turn the connection round"_s);
    EXPECT_FALSE(palette.model().availableAt(palette.row()));
    palette.press(Qt::Key_Return);
    EXPECT_TRUE(palette.isOpen());
    EXPECT_FALSE(palette.document().isModified());
}

TEST(CommandPalette, goesToACardByItsTitle)
{
    Palette palette;
    const Card card = *palette.document().blueprint().cards().begin();
    palette.open();
    palette.type(card.title.toLower());
    ASSERT_EQ(palette.current(), u"Go to card "_s + card.title);
    palette.press(Qt::Key_Return);
    EXPECT_EQ(palette.document().selection(), QList<ElementRef>{refTo(card.id)});
    EXPECT_TRUE(QTest::qWaitFor([&] {
        const QRectF shown = palette.canvas().rectOf(toVariant(palette.document().selection()));
        return QRectF(0, 0, palette.canvas().width(), palette.canvas().height()).contains(shown);
    }));
}

TEST(CommandPalette, goesToAPhaseByItsName)
{
    Palette palette;
    QString dine;
    for (const Phase& phase : palette.document().blueprint().phases()) {
        if (phase.name == u"Dine"_s)
            dine = phase.id.value;
    }
    palette.open();
    palette.type(u"dine"_s);
    ASSERT_EQ(palette.current(), u"Go to phase Dine"_s);
    palette.press(Qt::Key_Return);
    EXPECT_EQ(palette.document().selection(), (QList<ElementRef>{{ElementKind::Phase, dine}}));
    EXPECT_TRUE(palette.canvas().hasActiveFocus());
}

TEST(CommandPalette, offersWhatAnEmptyCellCanBeUsedFor)
{
    Palette palette;
    palette.press(Qt::Key_Home);
    palette.document().clearSelection();
    palette.canvas().forceActiveFocus();
    for (int i = 0; i < 20 && !palette.canvas().isOnCell(); ++i)
        palette.press(Qt::Key_Right);
    ASSERT_TRUE(palette.canvas().isOnCell());
    const qsizetype cards = palette.document().cardCount();
    palette.open();
    palette.type(u"go to the step"_s);
    ASSERT_EQ(palette.current(), u"Go to the step's name"_s);
    EXPECT_TRUE(palette.model().availableAt(palette.row()));
    palette.press(Qt::Key_Escape);
    palette.open();
    palette.type(u"new card here"_s);
    ASSERT_EQ(palette.current(), u"New card here"_s);
    palette.press(Qt::Key_Return);
    EXPECT_EQ(palette.document().cardCount(), cards + 1);
    EXPECT_TRUE(palette.canvas().isEditing());
}

TEST(CommandPalette, showsAndKeepsAPart)
{
    Palette palette;
    const PhaseId phase = palette.document().blueprint().phases().begin()->id;
    palette.document().select(u"phase"_s, phase.value);
    palette.open();
    palette.type(u"show only this phase"_s);
    palette.press(Qt::Key_Return);
    EXPECT_GT(palette.canvas().leftOutCards(), 0);
    palette.open();
    palette.type(u"save what is shown"_s);
    palette.press(Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return palette.item(u"viewName"_s)->hasActiveFocus(); }));
    palette.type(u"First"_s);
    palette.press(Qt::Key_Return);
    EXPECT_EQ(palette.document().blueprint().header().views.value(0).name, u"First"_s);
}
