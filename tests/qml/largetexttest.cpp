// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/editorwindow.h"

#include <QSettings>

#include <functional>

using namespace throughline;
using throughline::testing::Window;
using namespace Qt::StringLiterals;

/// The window with words of twice the size.
namespace {

class LargeWindow
{
public:
    explicit LargeWindow(double scale = 2, int width = 1280)
    {
        QSettings().setValue(u"window/textScale"_s, scale);
        m_window.emplace();
        m_window->window()->resize(width, 800);
    }
    [[nodiscard]] Window& window() { return *m_window; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->window(), key, modifiers);
        QCoreApplication::processEvents();
    }
    /// A dialog that a key opens, laid out.
    [[nodiscard]] QQuickItem* dialog(const QString& name, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        press(key, modifiers);
        const QObject* found = m_window->named(name);
        EXPECT_TRUE(found && QTest::qWaitFor([&] { return found->property("opened").toBool(); })) << qPrintable(name);
        m_window->window()->grabWindow();
        return found ? found->property("contentItem").value<QQuickItem*>()->parentItem() : nullptr;
    }

private:
    std::optional<Window> m_window;
};

void visit(const QQuickItem& item, const std::function<void(const QQuickItem&)>& see)
{
    if (!item.isVisible())
        return;
    see(item);
    for (const QQuickItem* child : item.childItems())
        visit(*child, see);
}

/// The texts of an item that are cut off, or stand out of it at a side.
QStringList spilled(const QQuickItem& whole)
{
    QStringList texts;
    visit(whole, [&](const QQuickItem& item) {
        if (!item.inherits("QQuickText") || item.property("text").toString().isEmpty())
            return;
        const QRectF place = item.mapRectToItem(&whole, {0, 0, item.property("paintedWidth").toReal(), item.height()});
        if (item.property("truncated").toBool() || place.right() > whole.width() + 1 || place.left() < -1)
            texts += item.property("text").toString();
    });
    return texts;
}

} // namespace

TEST(LargeText, staysWithinTheExportDialog)
{
    LargeWindow large;
    ASSERT_TRUE(large.window().openTemplate(u"restaurant.blueprint"_s));
    const QQuickItem* dialog = large.dialog(u"exportDialog"_s, Qt::Key_P, Qt::ControlModifier);
    ASSERT_TRUE(dialog);
    for (const QString& kind : {u"pdf"_s, u"png"_s, u"svg"_s, u"bpt"_s}) {
        large.window().named(u"exportDialog"_s)->setProperty("ending", kind);
        large.window().window()->grabWindow();
        EXPECT_EQ(spilled(*dialog).join(u'\n').toStdString(), "") << qPrintable(kind);
    }
}

TEST(LargeText, keepsKeysBesideWhatTheyDo)
{
    for (const double scale : {1.0, 1.5, 2.0}) {
        for (const int width : {800, 1280, 1900}) {
            LargeWindow large(scale, width);
            const QQuickItem* dialog = large.dialog(u"keysDialog"_s, Qt::Key_F1);
            ASSERT_TRUE(dialog);
            QStringList wrong = spilled(*dialog);
            int lines = 0;
            visit(*dialog, [&](const QQuickItem& line) {
                const QList<QQuickItem*> parts = line.childItems();
                if (line.objectName() != u"keysLine")
                    return;
                ++lines;
                const QRectF words = line.mapRectFromItem(parts.first(), parts.first()->boundingRect());
                const QRectF keys = line.mapRectFromItem(parts.last(), parts.last()->boundingRect());
                const bool inside = line.boundingRect().contains(words) && line.boundingRect().contains(keys);
                // A line of the words holds more than a word.
                if (!inside || words.right() > keys.left() || parts.first()->width() < 80 * scale)
                    wrong += parts.first()->property("text").toString();
            });
            EXPECT_GT(lines, 60);
            EXPECT_EQ(wrong.join(u'\n').toStdString(), "") << scale << ' ' << width;
        }
    }
}

TEST(LargeText, staysWithinTheRulesAndTheirRows)
{
    LargeWindow large;
    ASSERT_TRUE(large.window().openTemplate(u"restaurant.blueprint"_s));
    const QQuickItem* dialog = large.dialog(u"rulesDialog"_s, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(dialog);
    EXPECT_EQ(spilled(*dialog).join(u'\n').toStdString(), "");
    const QQuickItem* list = large.window().item(u"rulesList"_s);
    int rows = 0;
    visit(*list, [&](const QQuickItem& item) {
        if (!item.inherits("QQuickAbstractButton"))
            return;
        ++rows;
        const auto* content = item.property("contentItem").value<QQuickItem*>();
        EXPECT_LE(content->implicitHeight(), content->height()) << qPrintable(item.property("text").toString());
    });
    EXPECT_GT(rows, 3);
}

TEST(LargeText, isNotCutInTheMenuOfTheWindow)
{
    LargeWindow large;
    ASSERT_TRUE(large.window().openTemplate(u"restaurant.blueprint"_s));
    large.press(Qt::Key_F10);
    large.window().window()->grabWindow();
    QStringList cut;
    int entries = 0;
    visit(*large.window().window()->contentItem(), [&](const QQuickItem& item) {
        if (!item.inherits("QQuickMenuItem"))
            return;
        ++entries;
        cut += spilled(item);
    });
    EXPECT_GT(entries, 10);
    EXPECT_EQ(cut.join(u'\n').toStdString(), "");
    EXPECT_TRUE(large.window().warned().isEmpty()) << large.window().warned().join(u'\n').toStdString();
}
