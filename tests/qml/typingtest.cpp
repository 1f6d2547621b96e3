// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/queries.h"
#include "tests/qml/editorwindow.h"

#include <QTemporaryDir>

/// Titles typed in the window: where the keyboard is afterwards, and that nothing typed is lost or overwritten.
namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::Window;

namespace {

/// The window with a card being typed on.
struct Typing : Window
{
    CardId card;

    explicit Typing(const QString& name = u"restaurant.blueprint"_s)
    {
        EXPECT_TRUE(openTemplate(name));
        EXPECT_TRUE(QTest::qWaitFor([this] { return canvas().width() > 100; }));
        canvas().setReducedMotion(true);
        canvas().forceActiveFocus();
        if (!document().blueprint().cards().isEmpty())
            select(document().blueprint().cards().begin()->id);
    }
    void select(const CardId& id)
    {
        card = id;
        document().select(u"card"_s, id.value);
    }
    void type(const QString& text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window(), letter.toLatin1());
        QCoreApplication::processEvents();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window(), key, modifiers);
        QCoreApplication::processEvents();
    }
    /// The same key once more while it is held down.
    void repeat(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QKeyEvent event(QEvent::KeyPress, key, modifiers, {}, true);
        QCoreApplication::sendEvent(window(), &event);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString title() const { return document().blueprint().find(card)->title; }
    [[nodiscard]] bool isTyping() const { return named(u"titleEditor"_s)->property("visible").toBool(); }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (const Step& step : orderedSteps(document().blueprint())) {
            for (const Card& each : document().blueprint().cards()) {
                if (each.firstStep == step.id)
                    all += each.title;
            }
        }
        return all;
    }
};

TEST(Typing, leavesTheKeyboardToTheFieldThatWasGoneTo)
{
    Typing window;
    window.type(u"Greets"_s);
    ASSERT_TRUE(window.isTyping());
    window.key(Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(window.title(), u"Greets"_s);
    EXPECT_FALSE(window.isTyping());
    window.type(u"bar"_s);
    EXPECT_EQ(window.title(), u"Greets"_s);
    EXPECT_EQ(window.named(u"findField"_s)->property("text").toString(), u"bar"_s);
    window.key(Qt::Key_Escape);
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(Typing, givesTheKeyboardBackToTheDrawingAfterReturnAndEscape)
{
    Typing window;
    for (const Qt::Key end : {Qt::Key_Return, Qt::Key_Escape}) {
        window.select(window.card);
        window.type(u"x"_s);
        window.key(end);
        EXPECT_TRUE(window.canvas().hasActiveFocus());
    }
}

TEST(Typing, namesTheSecondThingThatIsAskedForOnlyWhenItIsGoneOnTo)
{
    Typing window;
    window.document().select(u"card"_s, window.card.value);
    ASSERT_TRUE(window.canvas().perform(u"ask-and-answer"_s));
    window.type(u"a table"_s);
    window.key(Qt::Key_F, Qt::ControlModifier);
    EXPECT_FALSE(window.isTyping());
    window.type(u"bar"_s);
    EXPECT_EQ(window.named(u"findField"_s)->property("text").toString(), u"bar"_s);
}

TEST(Typing, drawsAJourneyTitleReturnTitleReturn)
{
    Typing window(u"empty.blueprint"_s);
    window.key(Qt::Key_Home, Qt::ControlModifier);
    for (const QString& title : {u"Asks"_s, u"Signs"_s, u"Waits"_s, u"Pays"_s, u"Leaves"_s, u"Returns"_s}) {
        window.type(title);
        window.key(Qt::Key_Return);
    }
    EXPECT_EQ(window.titles(), (QStringList{u"Asks"_s, u"Signs"_s, u"Waits"_s, u"Pays"_s, u"Leaves"_s, u"Returns"_s}));
    // The one typed last is selected; Escape ends the journey, and then typing renames it.
    window.key(Qt::Key_Escape);
    window.type(u"Recommends"_s);
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.titles().last(), u"Recommends"_s);
    EXPECT_EQ(window.titles().size(), 6);
}

TEST(Typing, goesOnWithTheJourneyAfterSavingInTheMiddleOfATitle)
{
    const QTemporaryDir folder;
    Typing window(u"empty.blueprint"_s);
    ASSERT_TRUE(window.document().saveAs(QUrl::fromLocalFile(folder.filePath(u"journey.blueprint"_s))));
    window.key(Qt::Key_Home, Qt::ControlModifier);
    window.type(u"As"_s);
    window.key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(window.document().isModified());
    EXPECT_EQ(window.titles(), QStringList{u"As"_s});
    window.type(u"ks"_s);
    window.key(Qt::Key_Return);
    window.type(u"Signs"_s);
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.titles(), (QStringList{u"Asks"_s, u"Signs"_s}));
}

TEST(Typing, forgetsATitleWhoseDocumentIsReplaced)
{
    Typing window;
    window.type(u"Greets"_s);
    ASSERT_TRUE(window.isTyping());
    ASSERT_TRUE(window.document().newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s)));
    QCoreApplication::processEvents();
    EXPECT_FALSE(window.isTyping());
    EXPECT_FALSE(window.titles().contains(u"Greets"_s));
}

TEST(Typing, makesTheNextCardWithReturnTwiceAsWell)
{
    Typing window(u"empty.blueprint"_s);
    window.key(Qt::Key_Home, Qt::ControlModifier);
    window.type(u"Asks"_s);
    window.key(Qt::Key_Return);
    window.key(Qt::Key_Return);
    ASSERT_TRUE(window.isTyping());
    window.type(u"Signs"_s);
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.titles(), (QStringList{u"Asks"_s, u"Signs"_s}));
}

TEST(Typing, asksWithCtrlReturnInTheMiddleOfATitle)
{
    Typing window(u"empty.blueprint"_s);
    window.key(Qt::Key_Home, Qt::ControlModifier);
    window.type(u"Books a room"_s);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    window.type(u"a double"_s);
    window.key(Qt::Key_Return);
    QStringList titles = window.titles();
    titles.sort();
    EXPECT_EQ(titles, (QStringList{QString(), u"Books a room"_s})) << "the one who is asked has no title yet";
    QList<ConnectionKind> kinds;
    for (const Connection& connection : window.document().blueprint().connections())
        kinds += connection.kind;
    std::ranges::sort(kinds);
    EXPECT_EQ(kinds, (QList{ConnectionKind::Request, ConnectionKind::Answer}));
    EXPECT_EQ(window.document().blueprint().requests().begin()->name, u"a double"_s);
}

TEST(Typing, makesTheCardBelowWithTabInTheMiddleOfATitle)
{
    Typing window(u"empty.blueprint"_s);
    window.key(Qt::Key_Home, Qt::ControlModifier);
    window.key(Qt::Key_Down);
    window.type(u"Asks"_s);
    window.key(Qt::Key_Tab);
    ASSERT_TRUE(window.isTyping());
    window.type(u"Answers"_s);
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.titles().size(), 2);
    EXPECT_EQ(window.document().connectionCount(), 1);
    // Escape takes the card back and is where one was.
    window.key(Qt::Key_Up);
    const QList<ElementRef> asks = window.document().selection();
    window.key(Qt::Key_Tab);
    window.type(u"no"_s);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.titles().size(), 2);
    EXPECT_EQ(window.document().selection(), asks);
}

TEST(Typing, makesOneCardHoweverLongReturnIsHeld)
{
    Typing window;
    const int before = window.document().cardCount();
    window.key(Qt::Key_Return);
    for (int i = 0; i < 10; ++i)
        window.repeat(Qt::Key_Return);
    EXPECT_EQ(window.document().cardCount(), before + 1);
    window.key(Qt::Key_Escape);
    EXPECT_EQ(window.document().cardCount(), before);
    EXPECT_EQ(window.document().selection(), QList<ElementRef>{refTo(window.card)});
    window.key(Qt::Key_D, Qt::ControlModifier);
    for (int i = 0; i < 10; ++i)
        window.repeat(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(window.document().cardCount(), before + 1);
}

TEST(Typing, isKeptByClosingAndSaving)
{
    Typing window;
    window.type(u"Half a ti"_s);
    window.window()->close();
    QCoreApplication::processEvents();
    EXPECT_EQ(window.title(), u"Half a ti"_s);
    EXPECT_TRUE(window.named(u"unsavedDialog"_s)->property("visible").toBool());
    window.document().giveUpChanges();
}

TEST(Typing, goesOnAfterSaving)
{
    const QTemporaryDir folder;
    Typing window;
    ASSERT_TRUE(window.document().saveAs(QUrl::fromLocalFile(folder.filePath(u"dinner.blueprint"_s))));
    window.type(u"Half"_s);
    window.key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(window.document().isModified());
    EXPECT_EQ(window.title(), u"Half"_s);
    window.type(u" a title"_s);
    window.key(Qt::Key_Return);
    EXPECT_EQ(window.title(), u"Half a title"_s);
}

TEST(Typing, inAFormIsKeptBySavingAndGoesOn)
{
    const QTemporaryDir folder;
    Typing window;
    ASSERT_TRUE(window.document().saveAs(QUrl::fromLocalFile(folder.filePath(u"dinner.blueprint"_s))));
    ASSERT_TRUE(QMetaObject::invokeMethod(window.window(), "showDetails"));
    QQuickItem* field = nullptr;
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return (field = window.item(u"field.title"_s)) && !field->childItems().isEmpty(); }));
    field->childItems().first()->forceActiveFocus();
    window.key(Qt::Key_End);
    const QString before = window.title();
    window.type(u"!"_s);
    window.key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(window.title(), before + u'!');
    EXPECT_FALSE(window.document().isModified());
    window.type(u"?"_s);
    window.key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(window.title(), before + u"!?"_s);
}

TEST(Typing, keepsTheKeysOfTheDrawingToItself)
{
    Typing window;
    const Blueprint before = window.document().blueprint();
    window.type(u"Greets"_s);
    window.key(Qt::Key_Insert);
    window.key(Qt::Key_F2);
    window.key(Qt::Key_D, Qt::ControlModifier);
    window.key(Qt::Key_G, Qt::ControlModifier);
    EXPECT_TRUE(window.isTyping());
    EXPECT_EQ(window.document().blueprint(), before);
    window.key(Qt::Key_F, Qt::ControlModifier);
    window.key(Qt::Key_Insert);
    EXPECT_EQ(window.document().blueprint().steps().size(), before.steps().size());
    EXPECT_EQ(window.title(), u"Greets"_s);
}

TEST(Typing, staysWhenSomethingIsMadeMeanwhile)
{
    Typing window;
    window.type(u"Greets"_s);
    ASSERT_TRUE(window.canvas().perform(u"insert-step"_s));
    EXPECT_EQ(window.title(), u"Greets"_s);
    EXPECT_TRUE(window.isTyping()) << "the step has no name yet";
}

TEST(Typing, undoInAnUntouchedTitleTakesBackWhatOpenedIt)
{
    Typing window;
    const Blueprint before = window.document().blueprint();
    window.key(Qt::Key_Tab);
    ASSERT_TRUE(window.isTyping());
    window.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(window.isTyping());
    EXPECT_EQ(window.document().blueprint(), before);
}

TEST(Typing, aTitleIsTypedWhereItIsDrawn)
{
    Typing window;
    window.canvas().perform(u"edit"_s);
    ASSERT_TRUE(window.isTyping());
    const auto* editor = qobject_cast<QQuickItem*>(window.named(u"titleEditor"_s));
    ASSERT_TRUE(editor);
    const QRectF card = window.canvas().rectOf({QVariantMap{{u"kind"_s, u"card"_s}, {u"id"_s, window.card.value}}});
    const QRectF field = editor->mapRectToItem(&window.canvas(), QRectF(QPointF(), editor->size()));
    EXPECT_TRUE(card.contains(field)) << "the card has the frame";
    EXPECT_GT(editor->property("leftPadding").toDouble(), 6);
}

} // namespace
} // namespace throughline
