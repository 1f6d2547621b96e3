// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/rolerequesttable.h"
#include "tests/qml/editorwindow.h"

using namespace throughline;
using namespace Qt::StringLiterals;
using throughline::testing::Window;

namespace {

/// The restaurant with the table of requests open.
class Dock : public Window
{
public:
    Dock()
    {
        window()->resize(1500, 900);
        EXPECT_TRUE(openTemplate(u"restaurant.blueprint"_s));
        canvas().forceActiveFocus();
        QTest::keyClick(window(), Qt::Key_F7);
        EXPECT_TRUE(item(u"requestsDock"_s)->isVisible());
        EXPECT_TRUE(QTest::qWaitFor([this] { return cell(u"Busser"_s, u"water"_s) != nullptr; }));
    }
    ~Dock()
    {
        // What is open is remembered.
        canvas().forceActiveFocus();
        QTest::keyClick(window(), Qt::Key_F7);
    }
    Q_DISABLE_COPY_MOVE(Dock)

    [[nodiscard]] QQuickItem* cell(const QString& role, const QString& request) const
    {
        return item(u"cell.%1.%2"_s.arg(role, request));
    }
    [[nodiscard]] QString sign(const QString& role, const QString& request) const
    {
        const QQuickItem* found = cell(role, request);
        return found ? found->property("sign").toString() : QString();
    }
    void type(const QString& text)
    {
        for (const QChar letter : text)
            QTest::keyClick(window(), letter.toLatin1());
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window(), key, modifiers);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] const Role* role(const QString& id) const { return document().blueprint().find(RoleId(id)); }
};

} // namespace

TEST(RequestsDock, aClickCyclesACellAndUndoTakesItBack)
{
    Dock dock;
    ASSERT_EQ(dock.sign(u"Waiter"_s, u"water"_s), u"?"_s);
    dock.click(*dock.cell(u"Waiter"_s, u"water"_s));
    EXPECT_EQ(dock.sign(u"Waiter"_s, u"water"_s), u"●"_s);
    dock.click(*dock.cell(u"Waiter"_s, u"water"_s));
    EXPECT_EQ(dock.sign(u"Waiter"_s, u"water"_s), u"→Busser(1)"_s);
    dock.click(*dock.cell(u"Waiter"_s, u"water"_s), Qt::LeftButton, Qt::ShiftModifier);
    EXPECT_EQ(dock.sign(u"Waiter"_s, u"water"_s), u"●"_s);
    dock.key(Qt::Key_Z, Qt::ControlModifier);
    dock.key(Qt::Key_Z, Qt::ControlModifier);
    dock.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(dock.sign(u"Waiter"_s, u"water"_s), u"?"_s);
    EXPECT_FALSE(dock.document().canUndo());
    EXPECT_TRUE(dock.warned().isEmpty()) << dock.warned().join(u'\n').toStdString();
}

TEST(RequestsDock, isWalkedAndFilledInByKeyboardAlone)
{
    Dock dock;
    dock.click(*dock.cell(u"Host"_s, u"water"_s), Qt::RightButton);
    dock.key(Qt::Key_Escape);
    ASSERT_EQ(dock.sign(u"Host"_s, u"water"_s), u"?"_s);
    dock.key(Qt::Key_Space);
    EXPECT_EQ(dock.sign(u"Host"_s, u"water"_s), u"●"_s);
    dock.key(Qt::Key_R);
    EXPECT_EQ(dock.sign(u"Host"_s, u"water"_s), u"✕"_s);
    dock.key(Qt::Key_Delete);
    EXPECT_EQ(dock.sign(u"Host"_s, u"water"_s), u"?"_s);
    for (int i = 0; i < 3; ++i)
        dock.key(Qt::Key_Down);
    dock.key(Qt::Key_F);
    EXPECT_EQ(dock.sign(u"Waiter"_s, u"water"_s), u"●"_s);
    dock.key(Qt::Key_O);
    EXPECT_TRUE(dock.role(u"Waiter"_s)->onlyThese);
    // Delete in the table never reaches the drawing.
    EXPECT_EQ(dock.document().cardCount(), 37);
}

TEST(RequestsDock, addsRenamesAndRemovesRolesAndRequestsInPlace)
{
    Dock dock;
    dock.click(*dock.item(u"addRequestButton"_s));
    dock.type(u"the menu"_s);
    dock.key(Qt::Key_Return);
    const Request* menu = nullptr;
    for (const Request& request : dock.document().blueprint().requests()) {
        if (request.name == u"the menu"_s)
            menu = &request;
    }
    ASSERT_TRUE(menu);
    const QString menuId = menu->id.value;
    ASSERT_TRUE(QTest::qWaitFor([&] { return dock.item(u"request."_s + menuId) != nullptr; }));

    dock.click(*dock.item(u"addRoleButton"_s));
    dock.type(u"Sommelier"_s);
    dock.key(Qt::Key_Return);
    const auto isSommelier = [](const Role& role) { return role.name == u"Sommelier"_s; };
    const Table<Role>& roles = dock.document().blueprint().roles();
    const auto sommelier = std::find_if(roles.begin(), roles.end(), isSommelier);
    ASSERT_NE(sommelier, roles.end());
    const QString sommelierId = (*sommelier).id.value;
    QQuickItem* head = dock.item(u"role."_s + sommelierId);
    ASSERT_TRUE(head);

    dock.click(*dock.item(u"request."_s + menuId));
    dock.key(Qt::Key_F2);
    dock.key(Qt::Key_A, Qt::ControlModifier);
    dock.type(u"wine list"_s);
    dock.key(Qt::Key_Return);
    EXPECT_EQ(dock.document().blueprint().find(RequestId(menuId))->name, u"wine list"_s);
    dock.key(Qt::Key_Delete);
    EXPECT_FALSE(dock.document().blueprint().find(RequestId(menuId)));
    EXPECT_TRUE(dock.role(sommelierId));
    EXPECT_TRUE(dock.warned().isEmpty()) << dock.warned().join(u'\n').toStdString();
}

TEST(RequestsDock, goesToTheNextHeadingWhenOneIsRemoved)
{
    Dock dock;
    const auto heads = [&](const QString& kind) {
        QStringList ids;
        for (const auto& role : dock.document().blueprint().roles()) {
            if (kind == u"role"_s)
                ids += role.id.value;
        }
        for (const auto& request : dock.document().blueprint().requests()) {
            if (kind == u"request"_s)
                ids += request.id.value;
        }
        return ids;
    };
    const auto current = [&](const QString& kind) {
        for (const QString& id : heads(kind)) {
            const QQuickItem* head = dock.item(kind + u'.' + id);
            if (head && head->property("current").toBool())
                return id;
        }
        return QString();
    };
    for (const QString& head : {u"role.Host"_s, u"request.bill"_s}) {
        const QString kind = head.section(u'.', 0, 0);
        const qsizetype before = heads(kind).size();
        ASSERT_GT(before, 2);
        dock.click(*dock.item(head));
        for (qsizetype left = before - 1; left > 0; --left) {
            dock.key(Qt::Key_Delete);
            EXPECT_EQ(heads(kind).size(), left);
            EXPECT_FALSE(current(kind).isEmpty()) << kind.toStdString() << left;
        }
        for (qsizetype left = 1; left < before; ++left)
            dock.key(Qt::Key_Z, Qt::ControlModifier);
        EXPECT_EQ(heads(kind).size(), before);
    }
    EXPECT_TRUE(dock.warned().isEmpty()) << dock.warned().join(u'\n').toStdString();
}

TEST(RequestsDock, turnsOnlyTheseOnInTheRow)
{
    Dock dock;
    QQuickItem* toggle = dock.item(u"onlyThese.Busser"_s);
    ASSERT_TRUE(toggle);
    dock.click(*toggle);
    EXPECT_TRUE(dock.role(u"Busser"_s)->onlyThese);
    EXPECT_EQ(dock.sign(u"Busser"_s, u"order"_s), u"✕"_s);
}
