// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/canvasitem.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

QStringList* warnings = nullptr;

void collect(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (warnings && (type == QtWarningMsg || type == QtCriticalMsg) && !text.contains(u"XDG_RUNTIME_DIR"_s) &&
        !text.contains(u"This plugin does not support"_s))
        warnings->append(text);
}

/// The whole window, and what it complained about.
class Window
{
public:
    explicit Window(const QUrl& file = {})
    {
        warnings = &m_warnings;
        m_before = qInstallMessageHandler(collect);
        m_engine.addImportPath(u"qrc:/qt/qml"_s);
        if (!file.isEmpty())
            m_engine.setInitialProperties({{u"file"_s, file}});
        m_engine.load(QUrl(u"qrc:/qt/qml/Throughline/Main.qml"_s));
        QQuickWindow* shown = window();
        EXPECT_TRUE(shown && QTest::qWaitForWindowExposed(shown));
    }
    ~Window()
    {
        qInstallMessageHandler(m_before);
        warnings = nullptr;
    }
    Q_DISABLE_COPY_MOVE(Window)

    [[nodiscard]] QQuickWindow* window() const
    {
        return m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_engine.rootObjects().first());
    }
    [[nodiscard]] DocumentController& document() const { return *window()->findChild<DocumentController*>(); }
    [[nodiscard]] CheckRunner& runner() const { return *window()->findChild<CheckRunner*>(); }
    [[nodiscard]] CanvasItem& canvas() const { return *window()->findChild<CanvasItem*>(u"canvas"_s); }
    [[nodiscard]] QObject* named(const QString& name) const { return window()->findChild<QObject*>(name); }
    [[nodiscard]] bool openTemplate(const QString& name)
    {
        const bool opened = document().newFromTemplate(QUrl(u"qrc:/templates/"_s + name));
        runner().runNow();
        QCoreApplication::processEvents();
        return opened;
    }
    [[nodiscard]] QStringList warned() const { return m_warnings; }

private:
    QStringList m_warnings;
    QtMessageHandler m_before = nullptr;
    QQmlApplicationEngine m_engine;
};

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
    const QString path = folder.filePath(u"dinner.blueprint"_s);
    QFile::copy(u":/templates/restaurant.blueprint"_s, path);
    Window window(QUrl::fromLocalFile(path));
    ASSERT_NE(window.window(), nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.document().isOpen(); }));
    EXPECT_EQ(window.named(u"fileState"_s)->property("text").toString(), u"dinner.blueprint · saved"_s);
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
    for (const char letter : {'H', 'e', 'l', 'l', 'o'})
        QTest::keyClick(window.window(), letter);
    QTest::keyClick(window.window(), Qt::Key_Return);
    EXPECT_EQ(window.document().blueprint().find(card)->title, u"Hello"_s);
    EXPECT_FALSE(editor->property("visible").toBool());
}
