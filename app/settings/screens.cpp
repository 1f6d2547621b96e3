// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/screens.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QWindow>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

const QString ScreenKey = u"present/screen"_s;

void put(QWindow* window, QScreen* screen)
{
    window->setScreen(screen);
    window->setPosition(screen->geometry().topLeft());
}

QScreen* screenFor(const QWindow* near)
{
    const QList<QScreen*> screens = QGuiApplication::screens();
    const QString chosen = QSettings().value(ScreenKey).toString();
    for (QScreen* screen : screens) {
        if (screen->name() == chosen)
            return screen;
    }
    for (QScreen* screen : screens) {
        if (near && screen != near->screen())
            return screen;
    }
    return near ? near->screen() : QGuiApplication::primaryScreen();
}

} // namespace

Screens::Screens(QObject* parent) : QObject(parent)
{
    auto* application = qobject_cast<QGuiApplication*>(QCoreApplication::instance());
    connect(application, &QGuiApplication::screenAdded, this, &Screens::countChanged);
    connect(application, &QGuiApplication::screenRemoved, this, &Screens::countChanged);
}

int Screens::count() const
{
    return int(QGuiApplication::screens().size());
}

void Screens::place(QObject* window, QObject* near) const
{
    if (auto* target = qobject_cast<QWindow*>(window))
        put(target, screenFor(qobject_cast<QWindow*>(near)));
}

void Screens::moveToNext(QObject* window) const
{
    auto* target = qobject_cast<QWindow*>(window);
    const QList<QScreen*> screens = QGuiApplication::screens();
    if (!target || screens.size() < 2)
        return;
    QScreen* next = screens[(screens.indexOf(target->screen()) + 1) % screens.size()];
    QSettings().setValue(ScreenKey, next->name());
    put(target, next);
}

} // namespace throughline
