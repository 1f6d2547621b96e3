// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/presentmodel.h"
#include "app/settings/appsettings.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

namespace {

/// The presentation of a template, without motion.
class Presentation : public ::testing::Test
{
protected:
    void begin(const QString& name)
    {
        ASSERT_TRUE(m_window.openTemplate(name));
        m_window.canvas().forceActiveFocus();
        QTest::keyClick(m_window.window(), Qt::Key_F5);
        shown = qobject_cast<QQuickWindow*>(m_window.named(u"presentWindow"_s));
        ASSERT_TRUE(shown && QTest::qWaitForWindowExposed(shown));
        stops = shown->findChild<PresentModel*>();
        canvas = shown->findChild<CanvasItem*>(u"presentCanvas"_s);
        ASSERT_TRUE(stops && canvas);
        canvas->setReducedMotion(true);
    }
    void goTo(int stop)
    {
        stops->setIndex(stop);
        settle();
    }
    /// The camera sets out when the caption has its height.
    void settle() const
    {
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::processEvents();
            shown->grabWindow();
        }
    }
    [[nodiscard]] QQuickItem* item(const QString& name) const { return shown->findChild<QQuickItem*>(name); }
    [[nodiscard]] QStringList warned() const { return m_window.warned(); }

    QQuickWindow* shown = nullptr;
    PresentModel* stops = nullptr;
    CanvasItem* canvas = nullptr;
    Window m_window;
};

class PresentedTemplate : public Presentation, public ::testing::WithParamInterface<const char*>
{
};

} // namespace

TEST_P(PresentedTemplate, hasEverythingAStopSpeaksOfAboveTheCaption)
{
    begin(QString::fromLatin1(GetParam()));
    for (int stop = 1; stop < stops->count(); ++stop) {
        goTo(stop);
        const QRectF seen(0, 0, canvas->width(), canvas->height());
        EXPECT_LT(canvas->height(), shown->height() * 0.9);
        for (const QVariant& ref : stops->elements()) {
            const bool isCard = ref.toMap().value(u"kind"_s) == u"card"_s;
            EXPECT_TRUE(!isCard || seen.contains(canvas->rectOf({ref})))
                << stops->title().toStdString() << ": " << ref.toMap().value(u"id"_s).toString().toStdString();
        }
    }
    EXPECT_TRUE(warned().isEmpty()) << warned().join(u'\n').toStdString();
}

TEST_F(Presentation, leavesByAButtonThatComesUpWhenItMoves)
{
    begin(u"restaurant.blueprint"_s);
    QQuickItem* controls = item(u"presentControls"_s);
    ASSERT_TRUE(controls);
    EXPECT_FALSE(controls->isVisible());
    for (const QPoint& at : {QPoint(200, 200), QPoint(230, 220), QPoint(260, 240)})
        QTest::mouseMove(shown, at);
    ASSERT_TRUE(QTest::qWaitFor([&] { return controls->isVisible(); }));
    const auto click = [&](const QString& name) {
        const QQuickItem* button = item(name);
        const QPointF middle = button->mapToScene({button->width() / 2, button->height() / 2});
        QTest::mouseClick(shown, Qt::LeftButton, {}, middle.toPoint());
    };
    click(u"presentOn"_s);
    EXPECT_EQ(stops->index(), 1) << "by the button, and not by what lies below it as well";
    click(u"presentBack"_s);
    EXPECT_EQ(stops->index(), 0);
    click(u"presentLeave"_s);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !shown->isVisible(); }));
    EXPECT_TRUE(warned().isEmpty()) << warned().join(u'\n').toStdString();
}

TEST_F(Presentation, showsThePlaceWholeWhereThereIsRoom)
{
    begin(u"restaurant.blueprint"_s);
    settle();
    const QQuickItem* place = item(u"presentPlace"_s);
    const double free = item(u"presentKeys"_s)->x() - place->x();
    EXPECT_GT(place->width(), std::min(place->implicitWidth(), free * 0.5) - 1);
}

TEST_F(Presentation, followsTheSizeOfWordsAndTheContrast)
{
    begin(u"restaurant.blueprint"_s);
    goTo(stops->count() - 1);
    const int size = item(u"presentText"_s)->property("font").value<QFont>().pixelSize();
    auto* settings =
        qmlEngine(shown)->singletonInstance<AppSettings*>(qmlTypeId("Throughline.App", 1, 0, "AppSettings"));
    ASSERT_TRUE(settings);
    settings->setTextScale(2);
    settings->setHighContrast(true);
    settle();
    EXPECT_NEAR(item(u"presentText"_s)->property("font").value<QFont>().pixelSize(), 2 * size, 1);
    EXPECT_EQ(item(u"presentText"_s)->property("color").value<QColor>(), QColor(Qt::white));
    EXPECT_EQ(canvas->theme(), u"contrast"_s);
    EXPECT_GT(canvas->height(), shown->height() * 0.45);
    settings->setTextScale(1);
    settings->setHighContrast(false);
}

INSTANTIATE_TEST_SUITE_P(Templates, PresentedTemplate,
                         ::testing::Values("restaurant.blueprint", "bank-loan.blueprint"));
