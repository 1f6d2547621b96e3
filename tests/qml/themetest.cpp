// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/theme.h"

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>

#include <gtest/gtest.h>

#include <memory>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char* Reader = R"(
import QtQuick
import Throughline
import Throughline.App

QtObject {
    property color error: Theme.severityBadge("error")
    property color warning: Theme.severityBadge("warning")
    property color hint: Theme.severityBadge("hint")
    property color ink: Theme.badgeInk

    function use(theme: string, contrast: bool) {
        AppSettings.theme = theme;
        AppSettings.highContrast = contrast;
    }
}
)";

TEST(WindowTheme, givesNumbersOfFindingsTheirColoursOnTheDrawing)
{
    struct Look
    {
        QString theme;
        bool contrast;
        const Theme& drawing;
    };
    QQmlEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData(Reader, {});
    const std::unique_ptr<QObject> reader(component.create());
    ASSERT_TRUE(reader) << qPrintable(component.errorString());
    for (const Look& look : {Look{u"light"_s, false, lightTheme()}, Look{u"dark"_s, false, darkTheme()},
                             Look{u"light"_s, true, contrastTheme()}, Look{u"dark"_s, true, darkContrastTheme()}}) {
        ASSERT_TRUE(
            QMetaObject::invokeMethod(reader.get(), "use", Q_ARG(QString, look.theme), Q_ARG(bool, look.contrast)));
        const auto rgba = [&](const char* name) { return reader->property(name).value<QColor>().rgba(); };
        EXPECT_EQ(rgba("error"), look.drawing.of(Severity::Error)) << qPrintable(look.drawing.name);
        EXPECT_EQ(rgba("warning"), look.drawing.of(Severity::Warning)) << qPrintable(look.drawing.name);
        EXPECT_EQ(rgba("hint"), look.drawing.of(Severity::Hint)) << qPrintable(look.drawing.name);
        EXPECT_EQ(rgba("ink"), look.drawing.badgeText) << qPrintable(look.drawing.name);
    }
}

} // namespace
} // namespace throughline
