// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/appsettings.h"

#include "core/base/homepath.h"
#include "core/render/typeface.h"

#include <QEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>
#include <QScreen>
#include <QStandardPaths>

#include <algorithm>
#include <pwd.h>
#include <unistd.h>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

const QString ThemeKey = u"window/theme"_s;
const QString CheckKey = u"check/enabled"_s;
const QString PresetKey = u"check/preset"_s;
const QString PersonKey = u"check/person"_s;
const QString MotionKey = u"window/reducedMotion"_s;
const QString ContrastKey = u"window/highContrast"_s;
const QString TextScaleKey = u"window/textScale"_s;
const QString PanelVisibleKey = u"window/panelVisible"_s;
const QString PanelWidthKey = u"window/panelWidth"_s;
const QString RequestsVisibleKey = u"window/requestsVisible"_s;
const QString RequestsHeightKey = u"window/requestsHeight"_s;
const QString TextVisibleKey = u"window/textVisible"_s;
const QString TextWidthKey = u"window/textWidth"_s;
const QString MapVisibleKey = u"window/mapVisible"_s;
const QString GeometryKey = u"window/geometry"_s;
const QString MaximisedKey = u"window/maximised"_s;
const QString PaperKey = u"export/paper"_s;
const QString RecentKey = u"files/recent"_s;
const QString CommandsKey = u"palette/recent"_s;

bool systemIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// What the system calls its user: the real name, else the account's (POSIX getpwuid()).
QString systemPersonName()
{
    const passwd* account = getpwuid(getuid());
    if (!account)
        return qEnvironmentVariable("USER");
    // The first of the fields between commas is the name.
    const QString name = QString::fromLocal8Bit(account->pw_gecos).section(u',', 0, 0).trimmed();
    return name.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : name;
}

} // namespace

AppSettings::AppSettings(QObject* parent) : QObject(parent), m_systemDark(systemIsDark())
{
    QGuiApplication::instance()->installEventFilter(this);
}

QString AppSettings::theme() const
{
    return m_settings.value(ThemeKey, u"system"_s).toString();
}

void AppSettings::setTheme(const QString& theme)
{
    if (theme == this->theme())
        return;
    m_settings.setValue(ThemeKey, theme);
    Q_EMIT themeChanged();
}

bool AppSettings::isDark() const
{
    const QString chosen = theme();
    return chosen == "dark"_L1 || (chosen != "light"_L1 && m_systemDark);
}

bool AppSettings::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        noteSystemTheme();
    return QObject::eventFilter(watched, event);
}

void AppSettings::noteSystemTheme()
{
    const bool now = systemIsDark();
    if (now == m_systemDark)
        return;
    m_systemDark = now;
    Q_EMIT themeChanged();
}

QString AppSettings::family() const
{
    return screenTypeface().family;
}

bool AppSettings::checkEnabled() const
{
    return m_settings.value(CheckKey, true).toBool();
}

void AppSettings::setCheckEnabled(bool enabled)
{
    m_settings.setValue(CheckKey, enabled);
    Q_EMIT checkEnabledChanged();
}

QString AppSettings::checkPreset() const
{
    return m_settings.value(PresetKey, u"recommended"_s).toString();
}

void AppSettings::setCheckPreset(const QString& preset)
{
    m_settings.setValue(PresetKey, preset);
    Q_EMIT checkPresetChanged();
}

QString AppSettings::personName() const
{
    return m_settings.value(PersonKey, systemPersonName()).toString();
}

void AppSettings::setPersonName(const QString& name)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty() || wanted == personName())
        return;
    m_settings.setValue(PersonKey, wanted);
    Q_EMIT personNameChanged();
}

QString AppSettings::monospace() const
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

bool AppSettings::reducedMotion() const
{
    return m_settings.value(MotionKey, false).toBool();
}

void AppSettings::setReducedMotion(bool reduced)
{
    m_settings.setValue(MotionKey, reduced);
    Q_EMIT reducedMotionChanged();
}

bool AppSettings::highContrast() const
{
    return m_settings.value(ContrastKey, false).toBool();
}

void AppSettings::setHighContrast(bool high)
{
    m_settings.setValue(ContrastKey, high);
    Q_EMIT highContrastChanged();
}

qreal AppSettings::textScale() const
{
    return std::clamp(m_settings.value(TextScaleKey, 1.0).toDouble(), 1.0, 2.0);
}

void AppSettings::setTextScale(qreal scale)
{
    m_settings.setValue(TextScaleKey, std::clamp(scale, 1.0, 2.0));
    Q_EMIT textScaleChanged();
}

bool AppSettings::panelVisible() const
{
    return m_settings.value(PanelVisibleKey, true).toBool();
}

void AppSettings::setPanelVisible(bool visible)
{
    m_settings.setValue(PanelVisibleKey, visible);
    Q_EMIT panelChanged();
}

int AppSettings::panelWidth() const
{
    return std::clamp(m_settings.value(PanelWidthKey, 340).toInt(), 280, 640);
}

void AppSettings::setPanelWidth(int width)
{
    m_settings.setValue(PanelWidthKey, std::clamp(width, 280, 640));
    Q_EMIT panelChanged();
}

bool AppSettings::requestsVisible() const
{
    return m_settings.value(RequestsVisibleKey, false).toBool();
}

void AppSettings::setRequestsVisible(bool visible)
{
    m_settings.setValue(RequestsVisibleKey, visible);
    Q_EMIT requestsChanged();
}

int AppSettings::requestsHeight() const
{
    return std::clamp(m_settings.value(RequestsHeightKey, 290).toInt(), 160, 800);
}

void AppSettings::setRequestsHeight(int height)
{
    m_settings.setValue(RequestsHeightKey, std::clamp(height, 160, 800));
    Q_EMIT requestsChanged();
}

bool AppSettings::textVisible() const
{
    return m_settings.value(TextVisibleKey, false).toBool();
}

void AppSettings::setTextVisible(bool visible)
{
    m_settings.setValue(TextVisibleKey, visible);
    Q_EMIT textChanged();
}

int AppSettings::textWidth() const
{
    return std::clamp(m_settings.value(TextWidthKey, 420).toInt(), 260, 900);
}

void AppSettings::setTextWidth(int width)
{
    m_settings.setValue(TextWidthKey, std::clamp(width, 260, 900));
    Q_EMIT textChanged();
}

bool AppSettings::mapVisible() const
{
    return m_settings.value(MapVisibleKey, true).toBool();
}

void AppSettings::setMapVisible(bool visible)
{
    m_settings.setValue(MapVisibleKey, visible);
    Q_EMIT mapChanged();
}

QRect AppSettings::windowGeometry() const
{
    const QRect geometry = m_settings.value(GeometryKey).toRect();
    const QList<QScreen*> screens = QGuiApplication::screens();
    const bool onScreen = std::any_of(screens.begin(), screens.end(), [&](const QScreen* screen) {
        return screen->availableGeometry().intersects(geometry.marginsRemoved({40, 0, 40, 40}));
    });
    return onScreen ? geometry : QRect();
}

void AppSettings::setWindowGeometry(const QRect& geometry)
{
    m_settings.setValue(GeometryKey, geometry);
    Q_EMIT windowChanged();
}

bool AppSettings::windowMaximised() const
{
    return m_settings.value(MaximisedKey, false).toBool();
}

void AppSettings::setWindowMaximised(bool maximised)
{
    m_settings.setValue(MaximisedKey, maximised);
    Q_EMIT windowChanged();
}

QString AppSettings::paper() const
{
    return m_settings.value(PaperKey, u"A3"_s).toString();
}

void AppSettings::setPaper(const QString& paper)
{
    m_settings.setValue(PaperKey, paper);
    Q_EMIT paperChanged();
}

QVariantList AppSettings::recentFiles() const
{
    QVariantList files;
    for (const QString& path : m_settings.value(RecentKey).toStringList()) {
        const QFileInfo info(path);
        if (!info.exists())
            continue;
        files.append(QVariantMap{{u"url"_s, QUrl::fromLocalFile(path)},
                                 {u"name"_s, info.fileName()},
                                 {u"folder"_s, homeRelative(info.absolutePath())}});
    }
    return files;
}

QStringList AppSettings::missingFiles() const
{
    QStringList paths = m_settings.value(RecentKey).toStringList();
    paths.removeIf([](const QString& path) { return QFileInfo::exists(path); });
    return paths;
}

QUrl AppSettings::lastFolder() const
{
    const QStringList paths = m_settings.value(RecentKey).toStringList();
    if (!paths.isEmpty() && QFileInfo::exists(QFileInfo(paths.first()).absolutePath()))
        return QUrl::fromLocalFile(QFileInfo(paths.first()).absolutePath());
    return QUrl::fromLocalFile(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

void AppSettings::addRecentFile(const QUrl& url)
{
    if (!url.isLocalFile())
        return;
    QStringList paths = m_settings.value(RecentKey).toStringList();
    const QString path = QFileInfo(url.toLocalFile()).absoluteFilePath();
    paths.removeAll(path);
    paths.prepend(path);
    setRecentPaths(paths.mid(0, MaxRecentFiles));
}

void AppSettings::removeRecentFile(const QUrl& url)
{
    QStringList paths = m_settings.value(RecentKey).toStringList();
    paths.removeAll(QFileInfo(url.toLocalFile()).absoluteFilePath());
    setRecentPaths(paths);
}

void AppSettings::clearRecentFiles()
{
    setRecentPaths({});
}

QStringList AppSettings::recentCommands() const
{
    return m_settings.value(CommandsKey).toStringList();
}

void AppSettings::noteCommand(const QString& id)
{
    QStringList ids = recentCommands();
    ids.removeAll(id);
    ids.prepend(id);
    m_settings.setValue(CommandsKey, ids.mid(0, MaxRecentCommands));
    Q_EMIT recentCommandsChanged();
}

void AppSettings::setRecentPaths(const QStringList& paths)
{
    m_settings.setValue(RecentKey, paths);
    Q_EMIT recentFilesChanged();
}

} // namespace throughline
