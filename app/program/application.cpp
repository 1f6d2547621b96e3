// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/application.h"

#include <QApplication>
#include <QDir>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QUrl>

namespace throughline {

namespace {

/// False where OpenGL is missing or is itself drawn by the processor; Qt Quick's own software renderer is faster than
/// that.
bool hasGraphicsProcessor()
{
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!surface.isValid() || !context.create() || !context.makeCurrent(&surface))
        return false;
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QByteArray renderer = QByteArray(name).toLower();
    context.doneCurrent();
    return !renderer.isEmpty() && !renderer.contains("llvmpipe") && !renderer.contains("softpipe") &&
           !renderer.contains("swrast");
}

void chooseRenderer()
{
    const bool chosen = qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND");
    if (!chosen && !hasGraphicsProcessor())
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

bool openWindow(QQmlApplicationEngine& engine, const QUrl& file)
{
    const qsizetype before = engine.rootObjects().size();
    engine.setInitialProperties({{QStringLiteral("file"), file}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Throughline/Main.qml")));
    return engine.rootObjects().size() > before;
}

} // namespace

int runEditor(int argc, char** argv)
{
    // QtCharts needs the application object of QtWidgets.
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Throughline"));
    QCoreApplication::setApplicationName(QStringLiteral("Throughline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(THROUGHLINE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Throughline"));
    QGuiApplication::setDesktopFileName(QStringLiteral("throughline"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    chooseRenderer();

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QStringList files = QCoreApplication::arguments().mid(1);
    if (files.isEmpty())
        files += QString();
    bool opened = false;
    for (const QString& file : files) {
        const QUrl url =
            file.isEmpty() ? QUrl() : QUrl::fromUserInput(file, QDir::currentPath(), QUrl::AssumeLocalFile);
        opened = openWindow(engine, url) || opened;
    }
    return opened ? QCoreApplication::exec() : 2;
}

} // namespace throughline
