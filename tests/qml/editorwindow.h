// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

#include <gtest/gtest.h>

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
    [[nodiscard]] QQuickItem* item(const QString& name) const { return itemIn(window()->contentItem(), name); }
    /// A click on the middle of an item.
    void click(const QQuickItem& item, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
        QTest::mouseClick(window(), button, modifiers, middle.toPoint());
        QCoreApplication::processEvents();
    }
    /// The row with that text of the menu that is opening, where it will stay: a menu lays its rows out and moves to
    /// where it has room with its first frame. Null when there is none.
    [[nodiscard]] QQuickItem* menuRow(const QString& text)
    {
        QQuickItem* row = nullptr;
        if (!QTest::qWaitFor([&] { return (row = menuRowIn(window()->contentItem(), text)) != nullptr; }))
            return nullptr;
        const auto* menu = row->property("menu").value<QObject*>();
        if (!menu || !QTest::qWaitFor([&] { return menu->property("opened").toBool(); }))
            return nullptr;
        window()->grabWindow();
        return row;
    }
    /// Points at that row of the menu that is opening and clicks it.
    void chooseInMenu(const QString& text)
    {
        QQuickItem* row = menuRow(text);
        ASSERT_TRUE(row) << "no menu with " << text.toStdString();
        QTest::mouseMove(window(), row->mapToScene({row->width() / 2, row->height() / 2}).toPoint());
        click(*row);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !menuRowIn(window()->contentItem(), text); }));
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
            !text.contains(QStringLiteral("This plugin does not support")) &&
            // Of a list whose rows changed while it made some of them ahead.
            !text.startsWith(QStringLiteral("DelegateModel::cancel")))
            current()->append(text);
    }
    static QQuickItem* menuRowIn(QQuickItem* parent, const QString& text)
    {
        if (parent->isVisible() && parent->inherits("QQuickMenuItem") && parent->property("text").toString() == text)
            return parent;
        for (QQuickItem* child : parent->childItems()) {
            if (QQuickItem* found = child->isVisible() ? menuRowIn(child, text) : nullptr)
                return found;
        }
        return nullptr;
    }
    static QQuickItem* itemIn(QQuickItem* parent, const QString& name)
    {
        if (parent->objectName() == name)
            return parent;
        for (QQuickItem* child : parent->childItems()) {
            if (QQuickItem* found = itemIn(child, name))
                return found;
        }
        return nullptr;
    }

    QStringList m_warnings;
    QtMessageHandler m_before = nullptr;
    QQmlApplicationEngine m_engine;
};

} // namespace throughline::testing
