// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/operations.h"
#include "tests/qml/editorwindow.h"

#include <QKeySequence>
#include <QSet>
#include <QTemporaryDir>

#include <functional>

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

/// A file of the restaurant in a folder, that may be written; gives its path.
QString restaurantIn(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(u"dinner.blueprint"_s);
    EXPECT_TRUE(QFile::copy(u":/templates/restaurant.blueprint"_s, path));
    EXPECT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    return path;
}

/// A file of the restaurant in a folder, one of whose cards was renamed before the editor was killed; gives its path.
QString killedIn(const QTemporaryDir& folder)
{
    const QString path = restaurantIn(folder);
    // Ends without an answer, as if it was killed.
    DocumentController killed;
    EXPECT_TRUE(killed.openNow(QUrl::fromLocalFile(path)));
    EXPECT_TRUE(killed.rename(u"card"_s, killed.blueprint().cards().begin()->id.value, u"Not saved yet"_s));
    return path;
}

} // namespace

TEST(Window, loadsAndWorksWithoutAWarning)
{
    Window window;
    ASSERT_NE(window.window(), nullptr);
    EXPECT_TRUE(window.named(u"startPage"_s)->property("visible").toBool());
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    EXPECT_FALSE(window.named(u"startPage"_s)->property("visible").toBool());
    window.document().selectAll();
    window.document().clearSelection();
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(Window, opensTheFileItIsStartedWith)
{
    const QTemporaryDir folder;
    const QString path = restaurantIn(folder);
    Window window(QUrl::fromLocalFile(path));
    ASSERT_NE(window.window(), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.document().isOpen(); }));
    EXPECT_EQ(window.named(u"fileState"_s)->property("text").toString(), u"dinner.blueprint · saved"_s);
}

TEST(Window, offersUnsavedChangesAndRestoresThem)
{
    const QTemporaryDir folder;
    const QString path = killedIn(folder);
    Window window;
    const auto findRow = [&] { return window.item(u"unsavedRow"_s); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return findRow() != nullptr; }));
    QQuickItem* remove = window.item(u"removeUnsaved"_s);
    window.click(*remove);
    EXPECT_TRUE(findRow()->property("sure").toBool());
    EXPECT_EQ(remove->property("text").toString(), u"Remove for good");

    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(path)));
    QCoreApplication::processEvents();
    const QString text = window.named(u"recoveryText"_s)->property("text").toString();
    EXPECT_TRUE(text.startsWith(u"Unsaved changes from "_s) && text.contains(u"(1 change)"_s)) << qPrintable(text);
    window.click(*window.item(u"restoreUnsaved"_s));
    EXPECT_EQ(window.document().blueprint().cards().begin()->title, u"Not saved yet");
    EXPECT_FALSE(window.item(u"recoveryBar"_s)->isVisible());
    EXPECT_TRUE(window.document().isModified());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
    window.document().giveUpChanges();
}

TEST(Window, goesOnInTheDrawingWhenABarIsAnsweredFromTheKeyboard)
{
    const QTemporaryDir folder;
    Window window;
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(killedIn(folder))));
    QQuickItem* restore = window.item(u"restoreUnsaved"_s);
    restore->forceActiveFocus(Qt::TabFocusReason);
    const auto hints = [&] {
        int shown = 0;
        for (const QObject* object : window.window()->findChildren<QObject*>()) {
            if (object->inherits("QQuickToolTip") && object->property("visible").toBool())
                ++shown;
        }
        return shown;
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return hints() == 1; }));
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().cards().begin()->title, u"Not saved yet");
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    EXPECT_TRUE(QTest::qWaitFor([&] { return hints() == 0; })) << "the hint of a button that is gone";
    window.document().giveUpChanges();
}

TEST(Window, offersWhatABarAsksInThePalette)
{
    const QTemporaryDir folder;
    Window window;
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(killedIn(folder))));
    const auto press = [&](const QByteArray& command) {
        QTest::keyClick(window.window(), Qt::Key_K, Qt::ControlModifier);
        const QObject* palette = window.named(u"commandPalette"_s);
        ASSERT_TRUE(QTest::qWaitFor([&] { return palette->property("opened").toBool(); }));
        window.type(command);
        QTest::keyClick(window.window(), Qt::Key_Return);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !palette->property("visible").toBool(); })) << command.data();
    };
    window.canvas().forceActiveFocus();
    press("restore the unsaved");
    EXPECT_EQ(window.document().blueprint().cards().begin()->title, u"Not saved yet");
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    window.document().giveUpChanges();
}

TEST(Window, walksTheFindingsWithF8)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    ASSERT_GT(window.runner().count(), 1);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_F8);
    const QString first = window.canvas().currentFindingKey();
    EXPECT_FALSE(first.isEmpty());
    QTest::keyClick(window.window(), Qt::Key_F8);
    EXPECT_NE(window.canvas().currentFindingKey(), first);
    QTest::keyClick(window.window(), Qt::Key_F8, Qt::ShiftModifier);
    EXPECT_EQ(window.canvas().currentFindingKey(), first);
}

TEST(Window, showsWhatCouldNotBeChecked)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    ASSERT_FALSE(window.runner().result().coverage.isEmpty());
    const auto* section = window.window()->findChild<QQuickItem*>(u"coverageSection"_s);
    ASSERT_TRUE(section);
    EXPECT_TRUE(section->isVisible());
}

TEST(Window, undoesWithTheKeyboardAndSaysWhat)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const qsizetype before = window.document().blueprint().cards().size();
    window.canvas().forceActiveFocus();
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    QTest::keyClick(window.window(), Qt::Key_Delete);
    EXPECT_EQ(window.document().blueprint().cards().size(), before - 1);
    EXPECT_TRUE(window.named(u"undoButton"_s)->property("text").toString().contains(window.document().undoText()));
    QTest::keyClick(window.window(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(window.document().blueprint().cards().size(), before);
}

TEST(Window, asksBeforeChangesAreLost)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.document().rename(u"blueprint"_s, {}, u"Changed"_s);
    ASSERT_TRUE(window.document().isModified());
    window.window()->close();
    QCoreApplication::processEvents();
    EXPECT_TRUE(window.window()->isVisible());
    EXPECT_TRUE(window.named(u"unsavedDialog"_s)->property("visible").toBool());
}

TEST(Window, forgetsToCloseWhenThatIsCancelledOrCannotBeSaved)
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const QTemporaryDir folder;
    const QString path = restaurantIn(folder);
    Window window;
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(path)));
    QObject* dialog = window.named(u"unsavedDialog"_s);
    const auto change = [&](const QString& title) { window.document().rename(u"blueprint"_s, {}, title); };
    const auto isAsked = [&] { return dialog->property("visible").toBool(); };
    const auto closeAnd = [&](const std::function<void()>& answer) {
        window.window()->close();
        EXPECT_TRUE(QTest::qWaitFor([&] { return dialog->property("opened").toBool(); }));
        answer();
        EXPECT_TRUE(QTest::qWaitFor([&] { return !isAsked(); }));
    };
    const auto press = [&](const QString& button) {
        ASSERT_TRUE(QMetaObject::invokeMethod(window.item(button), "clicked"));
        QCoreApplication::processEvents();
    };
    const auto saveLater = [&] {
        QTest::keyClick(window.window(), Qt::Key_S, Qt::ControlModifier);
        QCoreApplication::processEvents();
        EXPECT_FALSE(window.document().isModified());
        EXPECT_TRUE(window.window()->isVisible());
        EXPECT_FALSE(window.window()->property("closing").toBool());
    };
    change(u"One"_s);
    closeAnd([&] { press(u"cancelButton"_s); });
    saveLater();
    change(u"Two"_s);
    closeAnd([&] { QTest::keyClick(window.window(), Qt::Key_Escape); });
    saveLater();
    change(u"Three"_s);
    // Another program leaves what cannot be read: not saved.
    QFile out(path);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write("{ \"format\":");
    out.close();
    closeAnd([&] { press(u"saveButton"_s); });
    EXPECT_TRUE(window.document().isModified());
    EXPECT_TRUE(window.document().overwrite());
    change(u"Four"_s);
    saveLater();
    change(u"Five"_s);
    closeAnd([&] { press(u"saveButton"_s); });
    EXPECT_FALSE(window.window()->isVisible());
}

TEST(Window, closesWithASavedFileWhenTheTextHasAnErrorAsItSaid)
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const QTemporaryDir folder;
    const QString path = restaurantIn(folder);
    Window window;
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(path)));
    window.document().rename(u"blueprint"_s, {}, u"Changed"_s);
    window.document().setDraft(u"card q1 lane=Nope"_s);
    window.window()->close();
    QObject* dialog = window.named(u"unsavedDialog"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->property("opened").toBool(); }));
    EXPECT_TRUE(dialog->property("note").toString().contains(u"else it is lost"_s));
    ASSERT_TRUE(QMetaObject::invokeMethod(window.item(u"saveButton"_s), "clicked"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !window.window()->isVisible(); }));
    QFile saved(path);
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_TRUE(saved.readAll().contains("\"Changed\""));
}

TEST(Window, saysBeforeItClosesThatTheFileIsGone)
{
    const QTemporaryDir folder;
    const QString path = restaurantIn(folder);
    Window window;
    ASSERT_TRUE(window.document().openNow(QUrl::fromLocalFile(path)));
    ASSERT_TRUE(QFile::remove(path));
    window.document().checkOutsideNow();
    window.window()->close();
    QObject* dialog = window.named(u"unsavedDialog"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->property("opened").toBool(); }));
    EXPECT_TRUE(dialog->property("note").toString().contains(u"whole blueprint would be lost"_s));
    EXPECT_FALSE(dialog->property("note").toString().contains(u"else it is lost"_s));
    window.document().setDraft(u"card q1 lane=Nope"_s);
    EXPECT_TRUE(dialog->property("note").toString().contains(u"else it is lost"_s)) << "and what is typed as well";
    EXPECT_TRUE(dialog->property("note").toString().contains(u"whole blueprint would be lost"_s));
    ASSERT_TRUE(QMetaObject::invokeMethod(window.item(u"saveButton"_s), "clicked"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !window.window()->isVisible(); }));
    EXPECT_TRUE(QFile::exists(path));
}

TEST(Window, keepsATitleWhileItIsTyped)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const CardId card = window.document().blueprint().cards().begin()->id;
    const auto title = [&] { return window.document().blueprint().find(card)->title; };
    const QString before = title();
    const QObject* editor = window.named(u"titleEditor"_s);
    const auto begin = [&] {
        window.document().select(u"card"_s, card.value);
        window.canvas().forceActiveFocus();
        ASSERT_TRUE(window.canvas().beginEdit(u"card"_s, card.value));
        window.type("Sit ");
        EXPECT_TRUE(QTest::qWaitFor([&] { return title() == u"Sit"_s; }));
        QTest::qWait(1600); // longer than typing that is one step by itself
        window.type("down");
        EXPECT_TRUE(QTest::qWaitFor([&] { return title() == u"Sit down"_s; }));
        EXPECT_TRUE(editor->property("visible").toBool());
    };
    begin();
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_EQ(title(), before);
    EXPECT_FALSE(window.document().canUndo());
    begin();
    window.type(" here");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(title(), u"Sit down here"_s);
    window.document().undo();
    EXPECT_EQ(title(), before) << "one step";
    EXPECT_FALSE(window.document().canUndo());
}

TEST(Window, keepsANoteWhileItIsTyped)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const CardId card = window.document().blueprint().cards().begin()->id;
    const auto note = [&] { return window.document().blueprint().find(card)->note; };
    const QString before = note();
    window.document().select(u"card"_s, card.value);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_Return, Qt::AltModifier);
    QQuickItem* loader = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (loader = window.item(u"field.note"_s)) != nullptr; }));
    auto* field = loader->property("item").value<QQuickItem*>();
    ASSERT_NE(field, nullptr);
    field->forceActiveFocus();
    window.type("Ask ");
    EXPECT_TRUE(QTest::qWaitFor([&] { return note() == before + u"Ask"_s; })) << qPrintable(note());
    window.type("again");
    EXPECT_TRUE(QTest::qWaitFor([&] { return note() == before + u"Ask again"_s; })) << qPrintable(note());
    EXPECT_TRUE(field->hasActiveFocus());
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_EQ(note(), before);
    EXPECT_TRUE(field->hasActiveFocus());
    // The keyboard stays in the form while another card is shown: its note is not touched.
    window.type("Mine");
    Card other = *std::next(window.document().blueprint().cards().begin());
    other.note = before + u"Mine"_s;
    ASSERT_TRUE(window.document().apply(replaceElement(window.document().blueprint(), other), u"Note"_s));
    window.document().select(u"card"_s, other.id.value);
    QCoreApplication::processEvents();
    EXPECT_EQ(note(), before + u"Mine"_s);
    if (field->hasActiveFocus())
        QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_EQ(window.document().blueprint().find(other.id)->note, before + u"Mine"_s);
}

TEST(Window, keepsNamesAndLabelsWhileTheyAreTypedInTheDrawing)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const Blueprint before = window.document().blueprint();
    const Connection* handover = nullptr;
    for (const Connection& connection : before.connections()) {
        if (connection.kind == ConnectionKind::Handover)
            handover = &connection;
    }
    ASSERT_NE(handover, nullptr);
    const auto type = [&](const QString& kind, const QString& id, const std::function<QString()>& present) {
        ASSERT_TRUE(window.canvas().beginEdit(kind, id));
        window.type("Half");
        EXPECT_TRUE(QTest::qWaitFor([&] { return present() == u"Half"_s; })) << qPrintable(kind);
        QTest::keyClick(window.window(), Qt::Key_Escape);
        EXPECT_EQ(window.document().blueprint(), before) << qPrintable(kind);
    };
    const LaneId lane = before.lanes().begin()->id;
    type(u"lane"_s, lane.value, [&] { return window.document().blueprint().find(lane)->name; });
    const ConnectionId label = handover->id;
    type(u"connection"_s, label.value, [&] { return window.document().blueprint().find(label)->label; });
}

TEST(Window, makesNoRequestOfHalfAName)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const auto requests = [&] { return window.document().blueprint().requests().size(); };
    const auto before = requests();
    QString request;
    for (const Connection& connection : window.document().blueprint().connections()) {
        if (connection.kind == ConnectionKind::Request && connection.label.isEmpty())
            request = connection.id.value;
    }
    ASSERT_FALSE(request.isEmpty());
    ASSERT_TRUE(window.canvas().beginEdit(u"connection"_s, request));
    window.type("a seat");
    QTest::qWait(1200); // longer than what is typed waits to be kept
    EXPECT_EQ(requests(), before);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(requests(), before + 1);
}

TEST(Window, keepsAFieldOfOneLineWhileItIsTyped)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const LaneId lane = window.document().blueprint().lanes().begin()->id;
    const auto name = [&] { return window.document().blueprint().find(lane)->name; };
    const QString before = name();
    window.document().select(u"lane"_s, lane.value);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_Return, Qt::AltModifier);
    QQuickItem* loader = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (loader = window.item(u"field.name"_s)) != nullptr; }));
    auto* field = loader->property("item").value<QQuickItem*>();
    ASSERT_NE(field, nullptr);
    field->forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_End);
    window.type(" and");
    EXPECT_TRUE(QTest::qWaitFor([&] { return name() == before + u" and"_s; })) << qPrintable(name());
    window.type(" photos");
    EXPECT_TRUE(QTest::qWaitFor([&] { return name() == before + u" and photos"_s; })) << qPrintable(name());
    EXPECT_EQ(field->property("text").toString(), before + u" and photos"_s) << "the cursor has not moved";
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_EQ(name(), before);
    EXPECT_EQ(field->property("text").toString(), before);
    window.type("Door ");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(name(), before + u"Door"_s);
    EXPECT_EQ(field->property("text").toString(), before + u"Door"_s);
}

TEST(Window, saysNothingOfANumberThatIsStillBeingTyped)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    CardId card;
    for (const Card& candidate : window.document().blueprint().cards()) {
        if (candidate.minutes)
            card = candidate.id;
    }
    ASSERT_FALSE(card.isEmpty());
    const auto minutes = [&] { return window.document().blueprint().find(card)->minutes; };
    const auto before = minutes();
    window.document().select(u"card"_s, card.value);
    window.canvas().forceActiveFocus();
    QTest::keyClick(window.window(), Qt::Key_Return, Qt::AltModifier);
    QQuickItem* loader = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (loader = window.item(u"field.minutes"_s)) != nullptr; }));
    auto* field = loader->property("item").value<QQuickItem*>();
    ASSERT_NE(field, nullptr);
    field->forceActiveFocus();
    ASSERT_TRUE(QMetaObject::invokeMethod(field, "selectAll"));
    window.type("-");
    QTest::qWait(1200);
    EXPECT_EQ(minutes(), before);
    EXPECT_FALSE(window.item(u"error.minutes"_s)->isVisible());
    ASSERT_TRUE(QMetaObject::invokeMethod(field, "selectAll"));
    window.type("7");
    EXPECT_TRUE(QTest::qWaitFor([&] { return minutes().value_or(Minutes()).value() == 7; }));
    window.type("x");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.item(u"error.minutes"_s)->isVisible(); }));
    EXPECT_EQ(minutes().value_or(Minutes()).value(), 7);
}

TEST(Window, typesATitleInPlace)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const CardId card = window.document().blueprint().cards().begin()->id;
    window.document().select(u"card"_s, card.value);
    window.canvas().forceActiveFocus();
    ASSERT_TRUE(window.canvas().beginEdit(u"card"_s, card.value));
    QObject* editor = window.named(u"titleEditor"_s);
    EXPECT_TRUE(editor->property("visible").toBool());
    window.type("Hello");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().find(card)->title, u"Hello"_s);
    EXPECT_FALSE(editor->property("visible").toBool());
}

TEST(Window, renamesTheBlueprintWhereItsTitleStands)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.click(*window.item(u"titleText"_s));
    QQuickItem* field = window.item(u"titleField"_s);
    ASSERT_TRUE(field->hasActiveFocus());
    window.type("Supper");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().header().title, u"Supper"_s);
    EXPECT_FALSE(field->isVisible());
    EXPECT_TRUE(window.canvas().hasActiveFocus());
    window.click(*window.item(u"titleText"_s));
    QTest::keyClick(window.window(), 'x');
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_EQ(window.document().blueprint().header().title, u"Supper"_s);
    EXPECT_FALSE(field->isVisible());
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(Window, letsNoKeyReachTheDrawingThroughADialog)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    window.canvas().forceActiveFocus();
    // A title was typed before: that made shortcuts come and go once.
    QTest::keyClick(window.window(), Qt::Key_F2);
    QTest::keyClick(window.window(), Qt::Key_Return);
    const Blueprint before = window.document().blueprint();
    const QList<ElementRef> selected = window.document().selection();
    for (const QString& name : {u"exportDialog"_s, u"keysDialog"_s}) {
        if (name == u"keysDialog"_s)
            QTest::keyClick(window.window(), Qt::Key_F1);
        else
            QTest::keyClick(window.window(), Qt::Key_P, Qt::ControlModifier);
        QObject* dialog = window.named(name);
        ASSERT_TRUE(dialog);
        ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->property("opened").toBool(); }));
        for (const QKeyCombination keys :
             {QKeyCombination(Qt::Key_Insert), Qt::SHIFT | Qt::Key_Insert, Qt::CTRL | Qt::Key_Insert,
              Qt::CTRL | Qt::Key_D, QKeyCombination(Qt::Key_F2), Qt::CTRL | Qt::Key_G, Qt::CTRL | Qt::SHIFT | Qt::Key_G,
              QKeyCombination(Qt::Key_Delete), Qt::CTRL | Qt::Key_X, Qt::CTRL | Qt::Key_A, Qt::CTRL | Qt::Key_Z,
              Qt::CTRL | Qt::Key_K}) {
            QTest::keyClick(window.window(), keys.key(), keys.keyboardModifiers());
            EXPECT_EQ(window.document().blueprint(), before) << keys.toCombined();
            EXPECT_EQ(window.document().selection(), selected) << keys.toCombined();
            EXPECT_TRUE(dialog->property("opened").toBool()) << keys.toCombined();
        }
        QTest::keyClick(window.window(), Qt::Key_Escape);
        EXPECT_TRUE(QTest::qWaitFor([&] { return !dialog->property("visible").toBool(); }));
        EXPECT_TRUE(window.canvas().hasActiveFocus());
    }
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(Window, saysWhatCannotBeWithoutMovingTheDrawing)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    const QPointF before = window.canvas().mapToScene({});
    QTest::keyClick(window.window(), Qt::Key_N, Qt::AltModifier); // there is no place for a note yet
    QCoreApplication::processEvents();
    ASSERT_FALSE(window.document().message().isEmpty());
    QQuickItem* note = window.item(u"noteBar"_s);
    ASSERT_TRUE(note);
    EXPECT_TRUE(note->isVisible());
    EXPECT_FALSE(window.item(u"messageBar"_s)->isVisible());
    window.window()->grabWindow();
    EXPECT_EQ(window.canvas().mapToScene({}), before);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_FALSE(note->isVisible());
    // What went wrong stays.
    window.document().showMessage(u"The disk is full."_s, true);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_TRUE(window.item(u"messageBar"_s)->isVisible());
    EXPECT_FALSE(note->isVisible());
}

TEST(Window, escapeLeadsBackToTheDrawingFromEverywhere)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    QSet<QQuickItem*> seen;
    for (int i = 0; i < 80; ++i) {
        QTest::keyClick(window.window(), Qt::Key_Escape);
        QTest::keyClick(window.window(), Qt::Key_Escape);
        QCoreApplication::processEvents();
        ASSERT_TRUE(window.canvas().hasActiveFocus())
            << "from "
            << (seen.isEmpty() ? "the drawing" : window.window()->activeFocusItem()->metaObject()->className())
            << " after " << i;
        // As many steps along the tab chain as not yet taken.
        for (int step = 0; step <= i; ++step)
            QTest::keyClick(window.window(), Qt::Key_Tab);
        QQuickItem* item = window.window()->activeFocusItem();
        ASSERT_TRUE(item);
        if (item == &window.canvas())
            break;
        seen.insert(item);
    }
    EXPECT_GT(seen.size(), 12) << "the chain leads through the whole window";
    EXPECT_TRUE(window.warned().isEmpty()) << window.warned().join(u'\n').toStdString();
}

TEST(Window, goesToTheFieldsOfACardByKeyAndBack)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    window.canvas().forceActiveFocus();
    window.document().select(u"card"_s, window.document().blueprint().cards().begin()->id.value);
    QTest::keyClick(window.window(), Qt::Key_Return, Qt::AltModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.canvas().hasActiveFocus(); }));
    const auto* field = window.window()->activeFocusItem();
    ASSERT_TRUE(field);
    EXPECT_EQ(field->property("text").toString(), window.document().blueprint().cards().begin()->title);
    EXPECT_EQ(window.document().selectionCount(), 1);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    EXPECT_TRUE(window.canvas().hasActiveFocus());
}

TEST(Window, everyListToChooseFromHoldsSomething)
{
    Window window;
    ASSERT_TRUE(window.openTemplate(u"restaurant.blueprint"_s));
    const auto expectChoices = [&](const QString& name) {
        const QObject* list = window.named(name);
        ASSERT_TRUE(list) << name.toStdString();
        EXPECT_GT(list->property("count").toInt(), 0) << name.toStdString();
    };
    QTest::keyClick(window.window(), Qt::Key_F6);
    QCoreApplication::processEvents();
    expectChoices(u"askRole"_s);
    expectChoices(u"askRequest"_s);
    expectChoices(u"askCard"_s);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    QTest::keyClick(window.window(), Qt::Key_P, Qt::ControlModifier);
    QCoreApplication::processEvents();
    expectChoices(u"paper"_s);
    EXPECT_FALSE(window.named(u"paper"_s)->property("displayText").toString().isEmpty())
        << "what is chosen stands there";
    QTest::keyClick(window.window(), Qt::Key_Escape);
    QTest::keyClick(window.window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCoreApplication::processEvents();
    const QObject* customers = window.named(u"customerChoice"_s);
    ASSERT_TRUE(customers);
    EXPECT_TRUE(!customers->property("visible").toBool() || customers->property("count").toInt() > 0);
}

TEST(Window, theSheetOfKeysIsReadWithKeys)
{
    Window window;
    window.window()->resize(1000, 600);
    QTest::keyClick(window.window(), Qt::Key_F1);
    const QObject* sheet = nullptr;
    ASSERT_TRUE(QTest::qWaitFor([&] { return (sheet = window.named(u"keysSheet"_s)) != nullptr; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return sheet->property("height").toDouble() > 50; }));
    ASSERT_GT(sheet->property("contentHeight").toDouble(), sheet->property("height").toDouble());
    QTest::keyClick(window.window(), Qt::Key_PageDown);
    EXPECT_GT(sheet->property("contentY").toDouble(), 100);
    QTest::keyClick(window.window(), Qt::Key_End);
    EXPECT_NEAR(sheet->property("contentY").toDouble(),
                sheet->property("contentHeight").toDouble() - sheet->property("height").toDouble(), 1);
    QTest::keyClick(window.window(), Qt::Key_Home);
    EXPECT_EQ(sheet->property("contentY").toDouble(), 0);
}

TEST(Window, beginsANewBlueprintFromTheStartPageByKeys)
{
    Window window;
    ASSERT_NE(window.window(), nullptr);
    QTest::keyClick(window.window(), Qt::Key_N, Qt::ControlModifier);
    const QObject* dialog = window.named(u"templateDialog"_s);
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog->property("opened").toBool(); }));
    const auto* chosen = window.window()->activeFocusItem();
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->objectName(), u"template");
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.document().isOpen(); }));
}

TEST(Window, namesEveryKeyOfACommandAmongTheKeys)
{
    Window window;
    const QObject* dialog = window.named(u"keysDialog"_s);
    ASSERT_TRUE(dialog);
    QSet<QString> named;
    for (const QVariant& group : dialog->property("groups").toList()) {
        for (const QVariant& line : group.toMap().value(u"keys"_s).toList()) {
            const QVariant keys = line.toList().value(1);
            const bool standard = keys.metaType() == QMetaType::fromType<int>();
            const QKeySequence sequence =
                standard ? QKeySequence(QKeySequence::StandardKey(keys.toInt())) : QKeySequence(keys.toString());
            for (int i = 0; i < sequence.count(); ++i)
                named += QKeySequence(sequence[uint(i)]).toString();
        }
    }
    int keys = 0;
    for (const QObject* object : window.window()->findChildren<QObject*>()) {
        const bool action = object->inherits("QQuickAction");
        if (!action && !object->inherits("QQuickShortcut"))
            continue;
        const QVariant value = object->property(action ? "shortcut" : "sequence");
        const bool standard = value.metaType() == QMetaType::fromType<int>();
        const QKeySequence key =
            standard ? QKeySequence(QKeySequence::StandardKey(value.toInt())) : QKeySequence(value.toString());
        if (key.isEmpty())
            continue;
        ++keys;
        EXPECT_TRUE(named.contains(key.toString())) << key.toString().toStdString();
    }
    EXPECT_GT(keys, 50);
}
