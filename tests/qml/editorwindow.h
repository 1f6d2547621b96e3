// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

#include <gtest/gtest.h>

#include <utility>

namespace throughline::testing {

/// The whole window of the editor, and what it complained about.
class Window
{
public:
    explicit Window(const QUrl& file = {})
    {
        current() = &m_warnings;
        m_before = qInstallMessageHandler(collect);
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        if (!file.isEmpty())
            m_engine.setInitialProperties({{QStringLiteral("file"), file}});
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Throughline/Main.qml")));
        QQuickWindow* shown = window();
        EXPECT_TRUE(shown && QTest::qWaitForWindowExposed(shown));
    }
    ~Window()
    {
        qInstallMessageHandler(m_before);
        current() = nullptr;
    }
    Q_DISABLE_COPY_MOVE(Window)

    [[nodiscard]] QQuickWindow* window() const
    {
        return m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_engine.rootObjects().first());
    }
    [[nodiscard]] DocumentController& document() const { return *window()->findChild<DocumentController*>(); }
    [[nodiscard]] CheckRunner& runner() const { return *window()->findChild<CheckRunner*>(); }
    [[nodiscard]] CanvasItem& canvas() const { return *window()->findChild<CanvasItem*>(QStringLiteral("canvas")); }
    [[nodiscard]] QObject* named(const QString& name) const { return window()->findChild<QObject*>(name); }
    /// An item by its name, those made by views included; null when there is none.
    [[nodiscard]] QQuickItem* item(const QString& name) const
    {
        return itemIn(window()->contentItem(), [&](const QQuickItem& item) { return item.objectName() == name; });
    }
    /// Types letters to whatever has the keyboard.
    void type(const QByteArray& letters)
    {
        for (const char letter : letters)
            QTest::keyClick(window(), letter);
    }
    /// A click on the middle of an item.
    void click(const QQuickItem& item, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(window(), button, modifiers, middleOf(item));
        QCoreApplication::processEvents();
    }
    /// Points at the row with that text of the menu that is opening and clicks it, where it will stay: a menu lays
    /// its rows out and moves to where it has room with its first frame.
    void chooseInMenu(const QString& text)
    {
        const auto isRow = [&](const QQuickItem& item) {
            return item.isVisible() && item.inherits("QQuickMenuItem") && item.property("text").toString() == text;
        };
        const auto find = [&] { return itemIn(window()->contentItem(), isRow); };
        QQuickItem* row = nullptr;
        ASSERT_TRUE(QTest::qWaitFor([&] { return (row = find()) != nullptr; }))
            << "no menu with " << text.toStdString();
        const auto* menu = row->property("menu").value<QObject*>();
        ASSERT_TRUE(menu && QTest::qWaitFor([&] { return menu->property("opened").toBool(); }));
        window()->grabWindow();
        QTest::mouseMove(window(), middleOf(*row));
        click(*row);
        ASSERT_TRUE(QTest::qWaitFor([&] { return find() == nullptr; }));
    }
    [[nodiscard]] bool openTemplate(const QString& name)
    {
        const bool opened = document().newFromTemplate(QUrl(QStringLiteral("qrc:/templates/") + name));
        runner().runNow();
        QCoreApplication::processEvents();
        return opened;
    }
    [[nodiscard]] QStringList warned() const { return m_warnings; }

private:
    static QStringList*& current()
    {
        static QStringList* warnings = nullptr;
        return warnings;
    }
    static void collect(QtMsgType type, const QMessageLogContext&, const QString& text)
    {
        if (current() && (type == QtWarningMsg || type == QtCriticalMsg) &&
            !text.contains(QStringLiteral("XDG_RUNTIME_DIR")) &&
            !text.contains(QStringLiteral("This plugin does not support")))
            current()->append(text);
    }
    [[nodiscard]] static QPoint middleOf(const QQuickItem& item)
    {
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint();
    }
    /// The first item of a tree that matches, or null.
    template <typename Matches>
    [[nodiscard]] static QQuickItem* itemIn(QQuickItem* parent, const Matches& matches)
    {
        if (matches(std::as_const(*parent)))
            return parent;
        for (QQuickItem* child : parent->childItems()) {
            if (QQuickItem* found = itemIn(child, matches))
                return found;
        }
        return nullptr;
    }

    QStringList m_warnings;
    QtMessageHandler m_before = nullptr;
    QQmlApplicationEngine m_engine;
};

} // namespace throughline::testing
