// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/attachments.h"

#include "app/models/attacher.h"
#include "core/io/files.h"
#include "core/model/attachments.h"
#include "tests/app/canvaswindow.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::CanvasWindow;
using testing::smallBlueprint;

namespace {

class Attachments : public ::testing::Test
{
protected:
    [[nodiscard]] QString put(const QString& name, const QByteArray& content) const
    {
        EXPECT_TRUE(writeFile(folder.filePath(name), content));
        return folder.filePath(name);
    }
    [[nodiscard]] QByteArray at(const QString& path) const
    {
        const Result<QByteArray> content = readFile(folder.filePath(path));
        return content ? *content : QByteArray();
    }
    /// Saves the document of a window, whose attacher keeps its files with it, and puts a menu on a card.
    void saveWithMenu(CanvasWindow& window, Attacher& attacher) const
    {
        attacher.setProperty("keeps", true);
        attacher.setDocument(&window.document);
        ASSERT_TRUE(window.document.saveAs(QUrl::fromLocalFile(document)));
        window.document.select(u"card"_s, u"g1"_s);
        ASSERT_TRUE(attacher.addFiles({QUrl::fromLocalFile(put(u"menu.txt"_s, "soup"))}));
    }

    QTemporaryDir folder;
    QString document = folder.filePath(u"dinner.blueprint"_s);
    const CardId g1{u"g1"_s};
};

} // namespace

TEST_F(Attachments, standBesideASavedDocumentUnderTheirName)
{
    const Result<Attachment> menu = attachFile(document, put(u"menu.txt"_s, "soup"));
    ASSERT_TRUE(menu);
    EXPECT_EQ(*menu, (Attachment{u"menu.txt"_s, u"dinner.files/menu.txt"_s}));
    EXPECT_EQ(at(u"dinner.files/menu.txt"_s), "soup");
}

TEST_F(Attachments, getANumberWhenTheNameIsTakenByAnother)
{
    ASSERT_TRUE(attachContent(document, u"menu.txt"_s, "soup"));
    const Result<Attachment> other = attachContent(document, u"menu.txt"_s, "bread");
    ASSERT_TRUE(other);
    EXPECT_EQ(other->target, u"dinner.files/menu 2.txt");
    EXPECT_EQ(at(u"dinner.files/menu.txt"_s), "soup");
    // The same content again is the same file.
    EXPECT_EQ(attachContent(document, u"menu.txt"_s, "bread")->target, other->target);
}

TEST_F(Attachments, keepToTheirFolderWhateverTheyAreCalled)
{
    EXPECT_EQ(attachContent(document, u"../../etc/passwd"_s, "x")->target, u"dinner.files/passwd");
    EXPECT_EQ(attachContent(document, u".hidden"_s, "x")->target, u"dinner.files/hidden");
    EXPECT_EQ(attachContent(document, u"a:b?.txt"_s, "x")->target, u"dinner.files/a_b_.txt");
}

TEST_F(Attachments, areHeldByADocumentWithoutAFileUpToALimit)
{
    const Result<Attachment> small = attachContent({}, u"menu.txt"_s, "soup");
    ASSERT_TRUE(small);
    EXPECT_EQ(small->target, u"data:text/plain;base64,c291cA==");
    EXPECT_EQ(contentOf(*small), "soup");
    EXPECT_TRUE(attachContent({}, u"a.bin"_s, QByteArray(MaxEmbedded, 'x')));
    const Result<Attachment> large = attachFile({}, put(u"large.bin"_s, QByteArray(MaxEmbedded + 1, 'x')));
    ASSERT_FALSE(large);
    EXPECT_TRUE(large.error().message.contains(u"Save the blueprint first"_s));
}

TEST_F(Attachments, sayWhenTheirFolderCannotBeMade)
{
    ASSERT_TRUE(writeFile(folder.filePath(u"dinner.files"_s), "a file stands in the way"));
    EXPECT_FALSE(attachContent(document, u"menu.txt"_s, "soup"));
}

TEST_F(Attachments, takeWebAndMailAddressesOnly)
{
    EXPECT_EQ(attachAddress(u" https://example.org/menu "_s)->name, u"example.org/menu");
    EXPECT_EQ(attachAddress(u"mailto:ada@example.org"_s)->name, u"ada@example.org");
    for (const QString& bad :
         {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"https://"_s, u"two words"_s, QString()})
        EXPECT_FALSE(attachAddress(bad)) << bad.toStdString();
}

TEST_F(Attachments, areNotRunAsPrograms)
{
    EXPECT_TRUE(openable(document, *attachContent(document, u"menu.txt"_s, "soup")));
    EXPECT_FALSE(openable(document, *attachContent(document, u"menu.sh"_s, "soup")));
    EXPECT_FALSE(openable(document, *attachContent(document, u"menu.desktop"_s, "soup")));
    const Attachment runs = *attachContent(document, u"menu"_s, "soup");
    QFile::setPermissions(folder.filePath(runs.target), QFile::ReadOwner | QFile::ExeOwner);
    EXPECT_FALSE(openable(document, runs));
    EXPECT_FALSE(openable(document, {u"x"_s, u"javascript:alert(1)"_s}));
    EXPECT_FALSE(openable(document, {u"x"_s, u"dinner.files/gone.txt"_s}));
    EXPECT_FALSE(openable({}, {u"x"_s, u"dinner.files/menu.txt"_s}));
}

TEST_F(Attachments, goAlongWhenTheDocumentIsSavedElsewhere)
{
    CanvasWindow window(smallBlueprint());
    Attacher attacher;
    saveWithMenu(window, attacher);
    ASSERT_TRUE(QDir(folder.path()).mkdir(u"there"_s));
    ASSERT_TRUE(window.document.saveAs(QUrl::fromLocalFile(folder.filePath(u"there/lunch.blueprint"_s))));
    EXPECT_EQ(at(u"there/dinner.files/menu.txt"_s), "soup");
    EXPECT_TRUE(missingFiles(window.blueprint(), folder.filePath(u"there/lunch.blueprint"_s)).isEmpty());
    QFile::remove(folder.filePath(u"there/dinner.files/menu.txt"_s));
    ASSERT_TRUE(window.document.save());
    ASSERT_TRUE(window.document.openNow(QUrl::fromLocalFile(folder.filePath(u"there/lunch.blueprint"_s))));
    EXPECT_TRUE(window.document.message().contains(u"menu.txt"_s)) << window.document.message().toStdString();
}

TEST_F(Attachments, goAlongUnderAnotherNameWhereAnotherFileHasTheirs)
{
    CanvasWindow window(smallBlueprint());
    Attacher attacher;
    saveWithMenu(window, attacher);
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"there/dinner.files"_s));
    ASSERT_FALSE(put(u"there/dinner.files/menu.txt"_s, "fish").isEmpty());
    const QString lunch = folder.filePath(u"there/lunch.blueprint"_s);
    ASSERT_TRUE(window.document.saveAs(QUrl::fromLocalFile(lunch)));
    EXPECT_FALSE(window.document.isModified());
    EXPECT_EQ(at(u"there/dinner.files/menu.txt"_s), "fish");
    EXPECT_EQ(window.card(u"g1"_s)->attachments.first().target, u"lunch.files/menu.txt"_s);
    EXPECT_EQ(at(u"there/lunch.files/menu.txt"_s), "soup");
    ASSERT_TRUE(window.document.openNow(QUrl::fromLocalFile(lunch)));
    EXPECT_EQ(window.card(u"g1"_s)->attachments.first().target, u"lunch.files/menu.txt"_s);
}

TEST_F(Attachments, goAlongWithACopyOfAVersion)
{
    CanvasWindow window(smallBlueprint());
    Attacher attacher;
    saveWithMenu(window, attacher);
    ASSERT_TRUE(window.document.save());
    ASSERT_TRUE(window.document.openCopy(document));
    EXPECT_TRUE(window.document.filePath().isEmpty());
    EXPECT_TRUE(openable(window.document.filesFrom(), window.card(u"g1"_s)->attachments.first()));
    ASSERT_TRUE(QDir(folder.path()).mkdir(u"there"_s));
    ASSERT_TRUE(window.document.saveAs(QUrl::fromLocalFile(folder.filePath(u"there/copy.blueprint"_s))));
    EXPECT_EQ(at(u"there/dinner.files/menu.txt"_s), "soup");
    window.document.setBlueprint(smallBlueprint());
    EXPECT_EQ(window.document.filesFrom(), QString()) << "a new document is no copy";
}

TEST_F(Attachments, goAlongOutOfTheirFolderAlone)
{
    ASSERT_FALSE(put(u"secret.txt"_s, "key").isEmpty());
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"private"_s));
    ASSERT_FALSE(put(u"private/key.txt"_s, "key").isEmpty());
    ASSERT_TRUE(attachContent(document, u"menu.txt"_s, "soup"));
    ASSERT_TRUE(QFile::link(folder.filePath(u"secret.txt"_s), folder.filePath(u"dinner.files/link.txt"_s)));
    ASSERT_TRUE(QFile::link(folder.filePath(u"private"_s), folder.filePath(u"other.files"_s)));
    Blueprint blueprint = smallBlueprint();
    const QStringList names{u"dinner.files/menu.txt"_s, u"secret.txt"_s, u"dinner.files/link.txt"_s,
                            u"dinner.files/../secret.txt"_s, u"other.files/key.txt"_s};
    QList<Attachment> attachments;
    for (const QString& name : names)
        attachments += {name, name};
    ASSERT_TRUE(apply(blueprint, *addAttachments(blueprint, g1, attachments)));
    ASSERT_TRUE(QDir(folder.path()).mkdir(u"there"_s));
    EXPECT_EQ(copyFiles(blueprint, document, folder.filePath(u"there/dinner.blueprint"_s)).failed, names.mid(1));
    EXPECT_EQ(at(u"there/dinner.files/menu.txt"_s), "soup");
    EXPECT_EQ(QDir(folder.filePath(u"there"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
              QStringList{u"dinner.files"_s});
    EXPECT_EQ(QDir(folder.filePath(u"there/dinner.files"_s)).entryList(QDir::Files), QStringList{u"menu.txt"_s});
}

TEST_F(Attachments, areDroppedOntoACardOrIntoACell)
{
    CanvasWindow window(smallBlueprint());
    Attacher attacher;
    attacher.setDocument(&window.document);
    const QUrl file = QUrl::fromLocalFile(put(u"menu.txt"_s, "soup"));
    EXPECT_TRUE(attacher.drop(window.canvas, window.at("card", u"g1"_s), {file}));
    EXPECT_EQ(window.card(u"g1"_s)->attachments.size(), 1);
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    EXPECT_TRUE(attacher.drop(window.canvas, window.cell(u"W"_s, u"s2"_s), {file, QUrl(u"https://example.org"_s)}));
    const Card* made = window.card(window.selection().first().id);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->kind, CardKind::Evidence);
    EXPECT_EQ(made->title, u"menu");
    EXPECT_EQ(made->firstStep, StepId(u"s2"_s));
    EXPECT_EQ(made->attachments.size(), 2);
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST_F(Attachments, arePastedOntoTheSelectedCard)
{
    CanvasWindow window(smallBlueprint());
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QGuiApplication::clipboard()->setImage(picture);
    window.document.select(u"card"_s, u"g1"_s);
    window.key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(window.card(u"g1"_s)->attachments.size(), 1);
    EXPECT_EQ(QImage::fromData(contentOf(window.card(u"g1"_s)->attachments.first())).pixelColor(2, 2), QColor(Qt::red));
    QGuiApplication::clipboard()->setText(u"https://example.org/menu"_s);
    window.key(Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(window.card(u"g1"_s)->attachments.size(), 2);
    window.document.undo();
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
    // Any other text is a card, as ever.
    QGuiApplication::clipboard()->setText(u"two words"_s);
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(window.document.cardCount(), 5);
}

TEST_F(Attachments, areSeenOnTheirCardWhenTheyArePictures)
{
    CanvasWindow window(smallBlueprint());
    Attacher attacher;
    attacher.setDocument(&window.document);
    ASSERT_TRUE(window.document.saveAs(QUrl::fromLocalFile(document)));
    QImage picture(300, 200, QImage::Format_RGB32);
    picture.fill(Qt::red);
    picture.save(folder.filePath(u"menu.png"_s));
    window.document.select(u"card"_s, u"g1"_s);
    ASSERT_TRUE(attacher.addFiles({QUrl::fromLocalFile(folder.filePath(u"menu.png"_s))}));
    window.canvas->zoomTo100();
    const auto reds = [&window] {
        const QImage image = window.settle();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        }
        return count;
    };
    EXPECT_GT(reds(), 60 * 40);
    // Undone and done again, it is there without being read anew; the file stays.
    window.document.undo();
    EXPECT_EQ(reds(), 0);
    EXPECT_TRUE(QFile::exists(folder.filePath(u"dinner.files/menu.png"_s)));
    window.document.redo();
    EXPECT_GT(reds(), 60 * 40);
    // Deleting the card leaves the file alone as well.
    ASSERT_TRUE(window.document.remove(u"card"_s, u"g1"_s));
    EXPECT_TRUE(QFile::exists(folder.filePath(u"dinner.files/menu.png"_s)));
}

TEST_F(Attachments, areOpenedByAClickWithControlAndByKey)
{
    CanvasWindow window(smallBlueprint());
    const Attachment menu{u"Menu"_s, u"https://example.org/menu"_s};
    ASSERT_TRUE(window.document.apply(addAttachments(window.blueprint(), g1, {menu}), u"Attach"_s));
    window.settle();
    QSignalSpy opened(window.canvas, &CanvasItem::attachmentActivated);
    const QRectF card = window.rectOf("card", u"g1"_s);
    const QPoint slip = QPointF(card.center().x(), card.bottom() - 16 * window.canvas->zoom()).toPoint();
    window.click(slip);
    EXPECT_TRUE(opened.isEmpty());
    window.click(slip, Qt::ControlModifier);
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.first(), (QVariantList{menu.name, menu.target}));
    EXPECT_EQ(window.selection(), QList<ElementRef>{refTo(g1)});
    // Beside it, Ctrl chooses as ever.
    window.click(card.topLeft().toPoint() + QPoint(30, 12), Qt::ControlModifier);
    EXPECT_EQ(opened.size(), 1);
    EXPECT_TRUE(window.selection().isEmpty());
    window.document.select(u"card"_s, u"g1"_s);
    EXPECT_TRUE(window.canvas->perform(u"open-attachment"_s));
    EXPECT_EQ(opened.size(), 2);
    window.document.select(u"card"_s, u"w1"_s);
    EXPECT_FALSE(window.canvas->perform(u"open-attachment"_s));
    EXPECT_EQ(opened.size(), 2);
    EXPECT_FALSE(window.document.message().isEmpty());
}

TEST_F(Attachments, areOpenedOutOfTheirFolderAlone)
{
    ASSERT_FALSE(put(u"notes.txt"_s, "soup").isEmpty());
    EXPECT_FALSE(openable(document, {u"x"_s, u"notes.txt"_s}));
    EXPECT_FALSE(openable(document, {u"x"_s, u"../secret.files/a.txt"_s}));
    ASSERT_TRUE(attachContent(document, u"menu.txt"_s, "soup"));
    EXPECT_FALSE(openable(document, {u"x"_s, u"dinner.files/../notes.txt"_s}));
    ASSERT_TRUE(QFile::link(folder.filePath(u"notes.txt"_s), folder.filePath(u"dinner.files/link.txt"_s)));
    EXPECT_FALSE(openable(document, {u"x"_s, u"dinner.files/link.txt"_s}));
    EXPECT_TRUE(openable(document, {u"x"_s, u"dinner.files/menu.txt"_s}));
    EXPECT_TRUE(openable({}, {u"x"_s, u"https://example.org"_s}));
}

TEST_F(Attachments, sayWhyTheyAreNotOpened)
{
    CanvasWindow window(smallBlueprint());
    Attacher attacher;
    attacher.setDocument(&window.document);
    EXPECT_FALSE(attacher.open(u"Menu"_s, u"javascript:alert(1)"_s));
    EXPECT_TRUE(window.document.message().contains(u"javascript"_s));
}

TEST_F(Attachments, goAlongWithCardsPastedIntoAnotherBlueprint)
{
    const Result<Attachment> menu = attachFile(document, put(u"menu.txt"_s, "soup"));
    ASSERT_TRUE(menu);
    CanvasWindow from(smallBlueprint());
    ASSERT_TRUE(from.document.apply(
        addAttachments(from.blueprint(), g1, {*menu, {u"list.txt"_s, u"dinner.files/list.txt"_s}}), u"Attach"_s));
    ASSERT_TRUE(from.document.saveAs(QUrl::fromLocalFile(document)));
    from.document.setSelection({refTo(g1)});
    ASSERT_TRUE(from.canvas->perform(u"copy"_s));

    ASSERT_TRUE(QDir(folder.path()).mkdir(u"other"_s));
    CanvasWindow to(smallBlueprint());
    ASSERT_TRUE(to.document.saveAs(QUrl::fromLocalFile(folder.filePath(u"other/lunch.blueprint"_s))));
    to.document.setSelection({refTo(CardId(u"w1"_s))});
    ASSERT_TRUE(to.canvas->perform(u"paste"_s));
    const Card* pasted = to.card(to.selection().value(0).id);
    ASSERT_TRUE(pasted);
    EXPECT_EQ(pasted->attachments.value(0), (Attachment{u"menu.txt"_s, u"lunch.files/menu.txt"_s}));
    EXPECT_EQ(at(u"other/lunch.files/menu.txt"_s), "soup");
    EXPECT_TRUE(to.document.message().contains(u"list.txt"_s)) << "which is not there";

    // A blueprint without a file holds it.
    CanvasWindow unsaved(smallBlueprint());
    unsaved.document.setSelection({refTo(CardId(u"w1"_s))});
    ASSERT_TRUE(unsaved.canvas->perform(u"paste"_s));
    EXPECT_EQ(contentOf(unsaved.card(unsaved.selection().value(0).id)->attachments.value(0)), "soup");
}

TEST_F(Attachments, takeNothingAlongThatLiesElsewhere)
{
    ASSERT_FALSE(put(u"secret.txt"_s, "secret").isEmpty());
    Card card;
    card.id = g1;
    card.attachments = {{u"secret"_s, u"secret.txt"_s}};
    Patch patch{{ElementChange<Card>{std::nullopt, card}}};
    EXPECT_EQ(takeFiles(patch, document, folder.filePath(u"other/lunch.blueprint"_s)), QStringList{u"secret"_s});
    EXPECT_EQ(std::get<ElementChange<Card>>(patch.changes.first()).after, card);
}

} // namespace throughline
