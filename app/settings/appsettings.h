// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>
#include <QSettings>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// What the program remembers from one day to the next. One for the whole program.
class AppSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    /// "system", "light" or "dark".
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    /// What theme comes to: whether the window is dark now.
    Q_PROPERTY(bool dark READ isDark NOTIFY themeChanged)
    /// The typeface of the window and of the drawing.
    Q_PROPERTY(QString family READ family CONSTANT)
    /// The typeface of the text notation, all letters of one width.
    Q_PROPERTY(QString monospace READ monospace CONSTANT)
    Q_PROPERTY(bool checkEnabled READ checkEnabled WRITE setCheckEnabled NOTIFY checkEnabledChanged)
    /// "start", "recommended" or "all": the rules that run on blueprints whose folder does not say.
    Q_PROPERTY(QString checkPreset READ checkPreset WRITE setCheckPreset NOTIFY checkPresetChanged)
    /// Who accepts findings: as it was said last, at first the name of the system's user.
    Q_PROPERTY(QString personName READ personName WRITE setPersonName NOTIFY personNameChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    /// Black on white (or white on black) with strong edges, in the window and in the drawing.
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY highContrastChanged)
    /// How large the words of the window are, 1 to 2; those of the drawing grow with its zoom.
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(bool panelVisible READ panelVisible WRITE setPanelVisible NOTIFY panelChanged)
    /// Width of the panel at the right in logical pixels, 280 to 640.
    Q_PROPERTY(int panelWidth READ panelWidth WRITE setPanelWidth NOTIFY panelChanged)
    /// The table of requests below the drawing, and its height in logical pixels, 160 to 800.
    Q_PROPERTY(bool requestsVisible READ requestsVisible WRITE setRequestsVisible NOTIFY requestsChanged)
    Q_PROPERTY(int requestsHeight READ requestsHeight WRITE setRequestsHeight NOTIFY requestsChanged)
    /// The text beside the drawing, and its width in logical pixels, 260 to 900.
    Q_PROPERTY(bool textVisible READ textVisible WRITE setTextVisible NOTIFY textChanged)
    Q_PROPERTY(int textWidth READ textWidth WRITE setTextWidth NOTIFY textChanged)
    /// The map of the blueprint in a corner of the drawing.
    Q_PROPERTY(bool mapVisible READ mapVisible WRITE setMapVisible NOTIFY mapChanged)
    /// Where the window was; null when it was never shown.
    Q_PROPERTY(QRect windowGeometry READ windowGeometry WRITE setWindowGeometry NOTIFY windowChanged)
    Q_PROPERTY(bool windowMaximised READ windowMaximised WRITE setWindowMaximised NOTIFY windowChanged)
    Q_PROPERTY(QString paper READ paper WRITE setPaper NOTIFY paperChanged)
    /// The last files that still exist, newest first: objects {url, name, folder}.
    Q_PROPERTY(QVariantList recentFiles READ recentFiles NOTIFY recentFilesChanged)
    /// The paths of those that are not there any more, which recentFiles leaves out.
    Q_PROPERTY(QStringList missingFiles READ missingFiles NOTIFY recentFilesChanged)
    Q_PROPERTY(QUrl lastFolder READ lastFolder NOTIFY recentFilesChanged)
    /// The ids of the commands chosen in the palette last, the last one first.
    Q_PROPERTY(QStringList recentCommands READ recentCommands NOTIFY recentCommandsChanged)

public:
    static constexpr int MaxRecentFiles = 12;
    static constexpr int MaxRecentCommands = 8;

    explicit AppSettings(QObject* parent = nullptr);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString& theme);
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] QString family() const;
    [[nodiscard]] QString monospace() const;
    [[nodiscard]] bool checkEnabled() const;
    void setCheckEnabled(bool enabled);
    [[nodiscard]] QString checkPreset() const;
    void setCheckPreset(const QString& preset);
    [[nodiscard]] QString personName() const;
    /// An empty name is passed over.
    void setPersonName(const QString& name);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool highContrast() const;
    void setHighContrast(bool high);
    [[nodiscard]] qreal textScale() const;
    /// Brought into the range.
    void setTextScale(qreal scale);
    [[nodiscard]] bool panelVisible() const;
    void setPanelVisible(bool visible);
    [[nodiscard]] int panelWidth() const;
    void setPanelWidth(int width);
    [[nodiscard]] bool requestsVisible() const;
    void setRequestsVisible(bool visible);
    [[nodiscard]] int requestsHeight() const;
    void setRequestsHeight(int height);
    [[nodiscard]] bool textVisible() const;
    void setTextVisible(bool visible);
    [[nodiscard]] int textWidth() const;
    void setTextWidth(int width);
    [[nodiscard]] bool mapVisible() const;
    void setMapVisible(bool visible);
    [[nodiscard]] QRect windowGeometry() const;
    /// Ignored unless it is on one of the screens.
    void setWindowGeometry(const QRect& geometry);
    [[nodiscard]] bool windowMaximised() const;
    void setWindowMaximised(bool maximised);
    [[nodiscard]] QString paper() const;
    void setPaper(const QString& paper);
    [[nodiscard]] QVariantList recentFiles() const;
    [[nodiscard]] QStringList missingFiles() const;
    [[nodiscard]] QUrl lastFolder() const;
    [[nodiscard]] QStringList recentCommands() const;

    Q_INVOKABLE void addRecentFile(const QUrl& url);
    Q_INVOKABLE void removeRecentFile(const QUrl& url);
    Q_INVOKABLE void clearRecentFiles();
    Q_INVOKABLE void noteCommand(const QString& id);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void themeChanged();
    void checkEnabledChanged();
    void checkPresetChanged();
    void personNameChanged();
    void reducedMotionChanged();
    void highContrastChanged();
    void textScaleChanged();
    void panelChanged();
    void requestsChanged();
    void textChanged();
    void mapChanged();
    void windowChanged();
    void paperChanged();
    void recentFilesChanged();
    void recentCommandsChanged();

private:
    void setRecentPaths(const QStringList& paths);
    void noteSystemTheme();

    QSettings m_settings;
    bool m_systemDark = false;
};

} // namespace throughline
