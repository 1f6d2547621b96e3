// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/theme.h"

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>

#include <gtest/gtest.h>

#include <memory>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char* Reader = R"(
import QtQuick
import Throughline
import Throughline.App

Item {
    property color error: Theme.severityBadge("error")
    property color warning: Theme.severityBadge("warning")
    property color hint: Theme.severityBadge("hint")
    property color ink: Theme.badgeInk
    property color ring: Theme.focus
    property var grounds: [Theme.paper, Theme.raised, Theme.sunken, Theme.desk, Theme.accentWash, Theme.errorWash]
    property Item button: ActionButton {
        look: "primary"
        text: "Save"
    }

    function use(theme: string, contrast: bool) {
        AppSettings.theme = theme;
        AppSettings.highContrast = contrast;
    }
}
)";

std::unique_ptr<QObject> makeReader(QQmlEngine& engine)
{
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QQmlComponent component(&engine);
    component.setData(Reader, {});
    std::unique_ptr<QObject> reader(component.create());
    EXPECT_TRUE(reader) << qPrintable(component.errorString());
    return reader;
}

void use(QObject& reader, const QString& theme, bool moreContrast)
{
    ASSERT_TRUE(QMetaObject::invokeMethod(&reader, "use", Q_ARG(QString, theme), Q_ARG(bool, moreContrast)));
}

TEST(WindowTheme, showsWhereTheKeyboardIsOnEveryGround)
{
    QQmlEngine engine;
    const std::unique_ptr<QObject> reader = makeReader(engine);
    ASSERT_TRUE(reader);
    for (const QString& theme : {u"light"_s, u"dark"_s}) {
        for (const bool more : {false, true}) {
            use(*reader, theme, more);
            const auto ring = reader->property("ring").value<QColor>();
            for (const QVariant& ground : reader->property("grounds").toList())
                EXPECT_GE(contrast(ring.rgba(), ground.value<QColor>().rgba()), 3) << qPrintable(theme) << more;
        }
    }
}

TEST(WindowTheme, letsTheFocusOfAFilledButtonStandOffFromIt)
{
    QQmlEngine engine;
    const std::unique_ptr<QObject> reader = makeReader(engine);
    ASSERT_TRUE(reader);
    const auto* button = reader->property("button").value<QQuickItem*>();
    ASSERT_TRUE(button);
    const auto* background = button->property("background").value<QQuickItem*>();
    ASSERT_TRUE(background && !background->childItems().isEmpty());
    const QQuickItem* ring = background->childItems().first();
    const auto* border = ring->property("border").value<QObject*>();
    ASSERT_TRUE(border);
    EXPECT_GE(-ring->x() - border->property("width").toReal(), 2);
}

TEST(WindowTheme, givesNumbersOfFindingsTheirColoursOnTheDrawing)
{
    struct Look
    {
        QString theme;
        bool contrast;
        const Theme& drawing;
    };
    QQmlEngine engine;
    const std::unique_ptr<QObject> reader = makeReader(engine);
    ASSERT_TRUE(reader);
    for (const Look& look : {Look{u"light"_s, false, lightTheme()}, Look{u"dark"_s, false, darkTheme()},
                             Look{u"light"_s, true, contrastTheme()}, Look{u"dark"_s, true, darkContrastTheme()}}) {
        use(*reader, look.theme, look.contrast);
        const auto rgba = [&](const char* name) { return reader->property(name).value<QColor>().rgba(); };
        EXPECT_EQ(rgba("error"), look.drawing.of(Severity::Error)) << qPrintable(look.drawing.name);
        EXPECT_EQ(rgba("warning"), look.drawing.of(Severity::Warning)) << qPrintable(look.drawing.name);
        EXPECT_EQ(rgba("hint"), look.drawing.of(Severity::Hint)) << qPrintable(look.drawing.name);
        EXPECT_EQ(rgba("ink"), look.drawing.badgeText) << qPrintable(look.drawing.name);
    }
}

} // namespace
} // namespace throughline
