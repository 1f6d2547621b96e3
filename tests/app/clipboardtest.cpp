// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/clip.h"
#include "app/models/exportcontroller.h"
#include "core/model/queries.h"
#include "tests/app/canvaswindow.h"
#include "tests/support/readnotation.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace throughline {
namespace {

using namespace Qt::Literals::StringLiterals;
using throughline::testing::blueprintOf;
using throughline::testing::CanvasWindow;
using throughline::testing::smallBlueprint;

void copyText(const QString& text, const QString& html = {})
{
    auto* clip = new QMimeData;
    clip->setText(text);
    if (!html.isEmpty())
        clip->setHtml(html);
    QGuiApplication::clipboard()->setMimeData(clip);
}

QStringList titlesIn(const Blueprint& blueprint, const QString& lane, const QString& step)
{
    QStringList titles;
    for (const Card& card : cardsIn(blueprint, LaneId(lane), StepId(step)))
        titles += card.title;
    return titles;
}

} // namespace

TEST(Clip, readsCellsAsASpreadsheetCopiesThem)
{
    EXPECT_EQ(cellsOf(u"a\tb\r\nc\td\r\n"_s), (QList<QStringList>{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}));
    EXPECT_EQ(cellsOf(u"a\t\t\n\t\t\n\tb"_s), (QList<QStringList>{{u"a"_s}, {}, {QString(), u"b"_s}}));
    EXPECT_EQ(cellsOf(u"\"two\nlines\"\t\"he said \"\"no\"\"\""_s),
              (QList<QStringList>{{u"two\nlines"_s, u"he said \"no\""_s}}));
    EXPECT_EQ(cellsOf(u"5\" wide"_s), (QList<QStringList>{{u"5\" wide"_s}}));
    EXPECT_TRUE(cellsOf(u"\n\t\n"_s).isEmpty());
}

TEST(Clip, holdsThePieceAndItsNotation)
{
    const Blueprint blueprint = smallBlueprint();
    const auto clip = clipOf(blueprint, {CardId(u"g1"_s), CardId(u"w1"_s)});
    EXPECT_TRUE(clip->hasFormat(fragmentMime()));
    const Blueprint fromText = blueprintOf(clip->text().toUtf8());
    EXPECT_EQ(fromText.cards().size(), 2);
    EXPECT_EQ(fromText.connections().size(), 1);
}

TEST(Clip, makesACardOfATextWithItsLaterLinesAsNote)
{
    QMimeData clip;
    clip.setText(u"  Call the guest\nby phone,\nnot by mail\n"_s);
    Blueprint blueprint = smallBlueprint();
    const qsizetype before = blueprint.cards().size();
    const Result<Patch> patch = pasteClip(blueprint, clip, {LaneId(u"W"_s), StepId(u"s2"_s), -1});
    ASSERT_TRUE(patch && apply(blueprint, *patch));
    EXPECT_EQ(blueprint.cards().size(), before + 1);
    const Card* card = blueprint.find(addedCards(*patch).value(0));
    ASSERT_TRUE(card);
    EXPECT_EQ(card->title, u"Call the guest"_s);
    EXPECT_EQ(card->note, u"by phone,\nnot by mail"_s);
    EXPECT_EQ(card->lane, LaneId(u"W"_s));
    EXPECT_EQ(card->firstStep, StepId(u"s2"_s));
}

TEST(Clip, saysWhyNothingCanBePasted)
{
    QMimeData clip;
    const auto why = [&] { return pasteClip(smallBlueprint(), clip, {}).error().message; };
    EXPECT_TRUE(why().contains(u"nothing to paste"_s));
    clip.setText(u" \n "_s);
    EXPECT_TRUE(why().contains(u"nothing to paste"_s));
    clip.setText(QString(20'001, u'x'));
    EXPECT_TRUE(why().contains(u"too long"_s));
    clip.setText(QString(10'001, u'\t') + u"x"_s);
    EXPECT_TRUE(why().contains(u"10,000 cells"_s));
    clip.setText(u"a\tb\nc\nd\ne\nf"_s);
    EXPECT_TRUE(why().contains(u"below the last lane"_s));
    clip.setText(u"a"_s);
    EXPECT_TRUE(pasteClip({}, clip, {}).error().message.contains(u"Add a lane"_s));
    clip.setData(fragmentMime(), "{");
    EXPECT_TRUE(why().contains(u"cannot be read"_s));
}

TEST(Clipboard, bringsCardsFromOneWindowToAnother)
{
    CanvasWindow from(smallBlueprint());
    from.document.setSelection({refTo(CardId(u"g1"_s)), refTo(CardId(u"w1"_s))});
    from.key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(from.blueprint(), smallBlueprint());

    CanvasWindow to(blueprintOf("lane Guest stage=customer\n"
                                "lane Desk stage=frontstage\n"
                                "card x lane=Guest step=1 \"Here\"\n"));
    const Blueprint before = to.blueprint();
    to.document.setSelection({refTo(CardId(u"x"_s))});
    to.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(to.document.cardCount(), 3);
    EXPECT_EQ(to.document.connectionCount(), 1);
    EXPECT_EQ(to.document.undoText(), u"Paste 2 cards"_s);
    ASSERT_EQ(to.selection().size(), 2);
    for (const ElementRef& card : to.selection())
        EXPECT_TRUE(QRectF(0, 0, 1000, 700).contains(to.canvas->rectOf(toVariant(QList<ElementRef>{card}))));
    to.document.undo();
    EXPECT_EQ(to.blueprint(), before);
}

TEST(Clipboard, cutsAndPastesInTheCellOfTheCursor)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({refTo(CardId(u"g2"_s))});
    const QString title = window.card(u"g2"_s)->title;
    window.key(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(window.card(u"g2"_s), nullptr);
    EXPECT_EQ(window.document.undoText(), u"Cut card"_s);
    // The cursor stays in the cell that is empty now; two steps on is another one.
    window.key(Qt::Key_Right);
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(titlesIn(window.blueprint(), u"G"_s, u"s3"_s), QStringList{title});
    EXPECT_EQ(window.document.undoText(), u"Paste card"_s);
    window.document.undo();
    window.document.undo();
    EXPECT_EQ(window.blueprint(), smallBlueprint());
}

TEST(Clipboard, pastesSpreadsheetCellsFromTheCursorOn)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({refTo(CardId(u"g2"_s))});
    copyText(u"Pay\tLeave\nTake money\t\n"_s);
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(titlesIn(window.blueprint(), u"G"_s, u"s2"_s).last(), u"Pay"_s);
    EXPECT_EQ(titlesIn(window.blueprint(), u"G"_s, u"s3"_s), QStringList{u"Leave"_s});
    EXPECT_EQ(titlesIn(window.blueprint(), u"W"_s, u"s2"_s), QStringList{u"Take money"_s});
    EXPECT_EQ(window.document.undoText(), u"Paste 3 cards"_s);
    EXPECT_EQ(window.selection().size(), 3);
}

TEST(Clipboard, takesAColumnOfASpreadsheetAsCells)
{
    CanvasWindow window(smallBlueprint());
    window.document.setSelection({refTo(CardId(u"g2"_s))});
    copyText(u"Pay\nTake money\n"_s, u"<table><tr><td>Pay</td></tr><tr><td>Take money</td></tr></table>"_s);
    window.key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(window.document.undoText(), u"Paste 2 cards"_s);
    EXPECT_EQ(titlesIn(window.blueprint(), u"W"_s, u"s2"_s), QStringList{u"Take money"_s});
}

TEST(Clipboard, saysWhatIsMissingAndChangesNothing)
{
    CanvasWindow window(smallBlueprint());
    QGuiApplication::clipboard()->clear();
    EXPECT_FALSE(window.canvas->perform(u"paste"_s));
    EXPECT_TRUE(window.document.message().contains(u"nothing to paste"_s));
    window.document.clearSelection();
    EXPECT_FALSE(window.canvas->perform(u"copy"_s));
    EXPECT_TRUE(window.document.message().contains(u"Select the cards"_s));
    EXPECT_FALSE(window.canvas->perform(u"cut"_s));
    EXPECT_FALSE(window.document.canUndo());
}

TEST(Clipboard, takesAPictureOfTheSelectionAndOfAll)
{
    DocumentController document;
    document.setBlueprint(smallBlueprint());
    ExportController exporter;
    exporter.setDocument(&document);
    QSignalSpy finished(&exporter, &ExportController::finished);
    exporter.copyPicture(u"png"_s, {});
    ASSERT_TRUE(finished.wait());
    const QImage all = qvariant_cast<QImage>(QGuiApplication::clipboard()->mimeData()->imageData());
    exporter.copyPicture(u"png"_s, toVariant(QList<ElementRef>{refTo(CardId(u"g1"_s))}));
    ASSERT_TRUE(finished.wait());
    const QImage one = qvariant_cast<QImage>(QGuiApplication::clipboard()->mimeData()->imageData());
    ASSERT_FALSE(one.isNull());
    EXPECT_LT(one.width(), all.width());
    EXPECT_LT(one.height(), all.height());
    exporter.copyPicture(u"svg"_s, toVariant(QList<ElementRef>{refTo(CardId(u"g1"_s))}));
    ASSERT_TRUE(finished.wait());
    const QByteArray svg = QGuiApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s);
    EXPECT_TRUE(svg.contains("<svg"));
    EXPECT_TRUE(svg.contains(document.blueprint().find(CardId(u"g1"_s))->title.left(4).toUtf8()));
    EXPECT_FALSE(svg.contains("Kitchen"));
}

} // namespace throughline
