// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationmirror.h"

#include "core/edit/operations.h"
#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"
#include "core/model/patch.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A text and its blueprint, as when somebody typed it into an empty document.
NotationMirror typed(const QString& text)
{
    NotationMirror mirror{Blueprint()};
    const Result<AdoptedNotation> read = mirror.read(text);
    EXPECT_TRUE(read) << (read ? "" : qPrintable(describe(read.error())));
    if (read)
        mirror.take(*read);
    return mirror;
}

QString bistro()
{
    return u"# the evening\n"
           "title \"Bistro\"\n\n"
           "lane floor stage=frontstage   # the floor\n"
           "lane guest stage=customer\n"
           "card sit lane=guest step=1 \"Sits down\" # they arrive\n"
           "card   greet step=1 lane=floor \"Greets\"\n"
           "card eat lane=guest step=2 \"Eats\"\n"
           "sit -> greet # first\n"
           "greet -> eat\n"
           "eat -> sit \"again\"\n"_s;
}

/// The lines of one text that are not in the other.
QStringList newLines(const QString& before, const QString& after)
{
    QStringList lines = after.split(u'\n');
    for (const QString& line : before.split(u'\n'))
        lines.removeOne(line);
    return lines;
}

Blueprint with(const Blueprint& blueprint, const Result<Patch>& patch)
{
    Blueprint changed = blueprint;
    EXPECT_TRUE(patch);
    EXPECT_TRUE(patch && apply(changed, *patch));
    return changed;
}

void expectSame(const Blueprint& got, const Blueprint& wanted, const QString& text)
{
    if (got == wanted)
        return;
    QStringList different;
    for (const ElementRef& ref : touched(diff(wanted, got)))
        different += QString::number(int(ref.kind)) + u' ' + ref.id;
    ADD_FAILURE() << qPrintable(different.join(u", "_s)) << "\n"
                  << qPrintable(text) << "\nwanted\n"
                  << writeNotation(wanted).toStdString() << "\ngot\n"
                  << writeNotation(got).toStdString();
}

} // namespace

TEST(NotationMirror, collectsNoEmptyLinesWhereWhatIsNewIsTakenBack)
{
    NotationMirror mirror = typed(u"lane guest stage=customer\nlane bar stage=frontstage\nstep 1\n\n"
                                  "card sit lane=guest step=1 \"Sits down\"\n# the end\n"_s);
    const Blueprint before = mirror.document();
    Card card;
    card.id = CardId(u"pour"_s);
    card.lane = LaneId(u"bar"_s);
    card.firstStep = before.cards().begin()->firstStep;
    card.title = u"Pours"_s;
    const Blueprint after = with(before, addCard(before, card));
    const QString untouched = mirror.text();
    mirror.follow(after);
    EXPECT_TRUE(newLines(untouched, mirror.text()).contains(u"card pour lane=bar step=1 \"Pours\""_s));
    mirror.follow(before);
    const QString once = mirror.text();
    for (int i = 0; i < 3; ++i) {
        mirror.follow(after);
        mirror.follow(before);
    }
    EXPECT_EQ(mirror.text().toStdString(), once.toStdString());
}

TEST(NotationMirror, keepsLinesCommentsAndOrderWhenACardChanges)
{
    NotationMirror mirror = typed(bistro());
    const QString before = mirror.text();
    mirror.follow(with(mirror.document(), rename(mirror.document(), {ElementKind::Card, u"sit"_s}, u"Takes a seat"_s)));
    EXPECT_EQ(newLines(before, mirror.text()),
              QStringList{u"card sit lane=guest step=1 \"Takes a seat\" # they arrive"_s});
    EXPECT_TRUE(mirror.isTrue());
}

TEST(NotationMirror, putsWhatIsNewBesideItsLike)
{
    NotationMirror mirror = typed(bistro());
    Card card = *mirror.document().find(CardId(u"greet"_s));
    card.id = CardId(u"menu"_s);
    card.title = u"Brings the menu"_s;
    card.firstStep = mirror.document().find(CardId(u"eat"_s))->firstStep;
    mirror.follow(with(mirror.document(), Patch{{ElementChange<Card>{std::nullopt, card}}}));
    const QStringList lines = mirror.text().split(u'\n');
    EXPECT_EQ(lines.value(lines.indexOf(u"card   greet step=1 lane=floor \"Greets\""_s) + 1),
              u"card menu lane=floor step=2 \"Brings the menu\""_s);
    EXPECT_EQ(lines.size(), bistro().split(u'\n').size() + 1);
    EXPECT_TRUE(mirror.isTrue());
}

TEST(NotationMirror, takesTheLineOfARemovedConnectionAndLeavesTheOthers)
{
    NotationMirror mirror = typed(bistro());
    const Blueprint all = mirror.document();
    mirror.follow(with(all, removeElements(all, {{ElementKind::Connection, u"e1"_s}})));
    EXPECT_EQ(mirror.text(), bistro().remove(u"sit -> greet # first\n"_s));
    EXPECT_EQ(mirror.lines()[mirror.lineOf({ElementKind::Connection, u"e2"_s})].text, u"greet -> eat"_s);
    EXPECT_TRUE(mirror.isTrue());
}

TEST(NotationMirror, bringsALineBackAsThePersonWroteIt)
{
    NotationMirror mirror = typed(bistro());
    const Blueprint all = mirror.document();
    mirror.follow(with(all, removeElements(all, {{ElementKind::Card, u"greet"_s}})));
    EXPECT_FALSE(mirror.text().contains(u"greet"_s));
    mirror.follow(all);
    EXPECT_TRUE(mirror.text().contains(u"\ncard   greet step=1 lane=floor \"Greets\"\n"_s));
    EXPECT_TRUE(mirror.text().contains(u"\nsit -> greet # first\n"_s));
    EXPECT_TRUE(mirror.isTrue());
}

TEST(NotationMirror, changesNothingForACommentAlone)
{
    const NotationMirror mirror = typed(bistro());
    const auto read = mirror.read(bistro().replace(u"# first"_s, u"# at the door"_s) + u"\n# done\n"_s);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->blueprint, mirror.document());
}

TEST(NotationMirror, keepsIdsOfConnectionsWhenALineComesBetween)
{
    const NotationMirror mirror = typed(bistro());
    const auto read = mirror.read(bistro().replace(u"greet -> eat\n"_s, u"greet ~> sit\ngreet -> eat\n"_s));
    ASSERT_TRUE(read);
    const Patch patch = diff(mirror.document(), read->blueprint);
    ASSERT_EQ(patch.changes.size(), 1);
    EXPECT_EQ(refOf(patch.changes.first()), (ElementRef{ElementKind::Connection, u"e4"_s}));
}

TEST(NotationMirror, keepsTheConnectionWhoseArrowOrEndIsTyped)
{
    const NotationMirror mirror = typed(bistro());
    for (const QString& line : {u"greet => eat\n"_s, u"greet -> sit\n"_s, u"sit -> eat \"now\"\n"_s}) {
        const auto read = mirror.read(bistro().replace(u"greet -> eat\n"_s, line));
        ASSERT_TRUE(read);
        EXPECT_EQ(touched(diff(mirror.document(), read->blueprint)),
                  (QList<ElementRef>{{ElementKind::Connection, u"e2"_s}}))
            << qPrintable(line);
    }
}

TEST(NotationMirror, keepsStepsAndPlacesThatTheTextDoesNotSay)
{
    Blueprint document = typed(bistro()).document();
    Step step = *document.find(document.find(CardId(u"eat"_s))->firstStep);
    Card eat = *document.find(CardId(u"eat"_s));
    Card changed = eat;
    Step named = step;
    named.id = StepId(u"seat"_s);
    changed.firstStep = named.id;
    changed.position = 7;
    document = with(document, Patch{{ElementChange<Step>{step, std::nullopt}, ElementChange<Step>{std::nullopt, named},
                                     ElementChange<Card>{eat, changed}}});
    NotationMirror mirror(document);
    QString text = mirror.text();
    ASSERT_TRUE(text.contains(u"step 2 id=seat"_s)) << qPrintable(text);
    text.remove(u"step 2 id=seat\n"_s);
    text.replace(u"\"Bistro\""_s, u"\"Osteria\""_s);
    const auto read = mirror.read(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(touched(diff(document, read->blueprint)), (QList<ElementRef>{ElementRef{}}));
}

TEST(NotationMirror, movesLinesWhenCardsOfACellChangePlaces)
{
    NotationMirror mirror = typed(u"lane l\ncard a lane=l step=1 # one\ncard b lane=l step=1 # two\n"_s);
    Card a = *mirror.document().find(CardId(u"a"_s));
    Card b = *mirror.document().find(CardId(u"b"_s));
    Patch swapped{{ElementChange<Card>{a, a}, ElementChange<Card>{b, b}}};
    std::get<ElementChange<Card>>(swapped.changes[0]).after->position = 1;
    std::get<ElementChange<Card>>(swapped.changes[1]).after->position = 0;
    mirror.follow(with(mirror.document(), swapped));
    EXPECT_EQ(mirror.text(), u"lane l\ncard b lane=l step=1 # two\ncard a lane=l step=1 # one\n"_s);
    EXPECT_TRUE(mirror.isTrue());
}

TEST(NotationMirror, namesAConnectionThatAnAnswerNames)
{
    NotationMirror mirror = typed(bistro());
    Connection added = *mirror.document().find(ConnectionId(u"e2"_s));
    Connection removed = *mirror.document().find(ConnectionId(u"e1"_s));
    added.id = ConnectionId(u"e9"_s);
    added.kind = ConnectionKind::Answer;
    added.answers = ConnectionId(u"e3"_s);
    mirror.follow(with(mirror.document(), Patch{{ElementChange<Connection>{removed, std::nullopt},
                                                 ElementChange<Connection>{std::nullopt, added}}}));
    EXPECT_TRUE(mirror.text().contains(u"eat -> sit \"again\" id=e3\n"_s)) << qPrintable(mirror.text());
    EXPECT_TRUE(mirror.isTrue());
}

TEST(NotationMirror, saysWhereATextIsWrongAndKeepsWhatItHad)
{
    const NotationMirror mirror = typed(bistro());
    const auto read = mirror.read(bistro().replace(u"greet -> eat"_s, u"greet -> drink"_s));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().place.line, 10);
    EXPECT_EQ(read.error().place.column, 10);
    EXPECT_EQ(mirror.text(), bistro());
}

TEST(NotationMirror, saysInAFileWhatAReaderCannotKnow)
{
    NotationMirror mirror = typed(bistro());
    EXPECT_EQ(*mirror.fileText(), bistro().toUtf8());
    mirror.follow(with(mirror.document(), removeElements(mirror.document(), {{ElementKind::Connection, u"e1"_s}})));
    const QString text = QString::fromUtf8(*mirror.fileText());
    EXPECT_TRUE(text.contains(u"greet -> eat id=e2\n"_s)) << qPrintable(text);
    EXPECT_TRUE(text.contains(u"# they arrive\n"_s));
    EXPECT_EQ(testing::blueprintOf(text.toUtf8()), mirror.document());
    EXPECT_EQ(NotationMirror::of(mirror.document(), text).text(), text);
}

/// Somebody draws at random while the text, shuffled and commented, stands beside the drawing.
TEST(NotationMirror, standsForTheDocumentThroughRandomEdits)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Blueprint document = testing::randomBlueprint(random);
        NotationMirror mirror(document);
        QStringList lines = mirror.text().split(u'\n');
        std::shuffle(lines.begin(), lines.end(), random);
        for (QString& line : lines)
            line += random() % 3 == 0 ? u" # \"a note\""_s : QString();
        if (const auto read = mirror.read(lines.join(u'\n')))
            mirror.take(*read);
        document = mirror.document();
        const IdSource ids = testing::countingIds(seed % 2 ? 1000 : 7);
        QList<Blueprint> past;
        for (int i = 0; i < 25; ++i) {
            past += document;
            if (random() % 5 == 0)
                document = past[qsizetype(random() % past.size())];
            else
                (void)apply(document, testing::randomEdit(document, random, ids));
            mirror.follow(document);
            const auto again = mirror.read(mirror.text());
            ASSERT_TRUE(again) << qPrintable(describe(again.error())) << "\n" << qPrintable(mirror.text());
            expectSame(again->blueprint, document, mirror.text());
            if (i % 5 == 0) {
                const QByteArray file = *mirror.fileText();
                expectSame(testing::blueprintOf(file), document, QString::fromUtf8(file));
            }
            if (HasFailure())
                return;
        }
    }
}

/// Somebody types: one line of the text goes, comes back, or says something else. What the line does not say stays.
TEST(NotationMirror, changesOnlyWhatATypedLineSays)
{
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        const Blueprint document = testing::randomBlueprint(random);
        NotationMirror mirror(document);
        const QString text = mirror.text();
        for (int i = 0; i < 10; ++i) {
            QStringList lines = text.split(u'\n');
            const qsizetype at = qsizetype(random() % lines.size());
            const ElementRef element = mirror.lines()[at].element;
            if (element.kind != ElementKind::Card && element.kind != ElementKind::Connection)
                continue;
            lines[at] += u" # \"Typed\""_s;
            lines.insert(at + 1, u"title2"_s);
            ASSERT_FALSE(mirror.read(lines.join(u'\n')));
            lines.removeAt(at + 1);
            lines.removeAt(at);
            if (const auto read = mirror.read(lines.join(u'\n'))) {
                for (const ElementRef& ref : touched(diff(document, read->blueprint))) {
                    // What answered the connection that is gone answers the one that has its number now.
                    const Connection* answer = document.find(ConnectionId(ref.id));
                    const bool answers = answer && !answer->answers.isEmpty();
                    EXPECT_TRUE(ref.kind != element.kind || ref == element || answers) << qPrintable(ref.id);
                }
                NotationMirror after = mirror;
                after.take(*read);
                after.follow(document);
                expectSame(after.read(after.text())->blueprint, document, after.text());
            }
            if (HasFailure())
                return;
        }
    }
}

} // namespace throughline
