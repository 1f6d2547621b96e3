// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/drawiowriter.h"

#include "core/model/queries.h"
#include "core/model/words.h"
#include "tests/core/io/awkwardblueprint.h"
#include "tests/core/io/xmlelements.h"
#include "tests/support/readnotation.h"

#include <QRect>
#include <QSet>

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;
using testing::blueprintOf;

namespace {

constexpr quint32 DrawnSeeds = 30;

/// What the drawing shows under one id: the object with its label and data, and the cell inside it.
struct Cell
{
    XmlElement object;
    XmlElement cell;
    QRect box;      ///< relative to its parent
    int points = 0; ///< ends that are not attached to a cell
};

QHash<QString, Cell> cellsOf(const QByteArray& xml)
{
    const QList<XmlElement> elements = elementsOf(xml);
    QHash<QString, Cell> cells;
    for (const XmlElement& element : elements) {
        if (element.name == u"object") {
            EXPECT_FALSE(cells.contains(element["id"])) << qPrintable(element["id"]) << " twice";
            cells[element["id"]].object = element;
        }
        if (element.name == u"mxCell" && elements[element.parent].name == u"object")
            cells[elements[element.parent]["id"]].cell = element;
        if (element.name == u"mxGeometry") {
            const XmlElement& object = elements[elements[element.parent].parent];
            cells[object["id"]].box =
                QRect(element["x"].toInt(), element["y"].toInt(), element["width"].toInt(), element["height"].toInt());
        }
        if (element.name == u"mxPoint")
            ++cells[elements[elements[elements[element.parent].parent].parent]["id"]].points;
    }
    return cells;
}

std::string label(const QHash<QString, Cell>& cells, const char* id)
{
    EXPECT_TRUE(cells.contains(QString::fromLatin1(id))) << id;
    return cells.value(QString::fromLatin1(id)).object["label"].toStdString();
}

QHash<QString, Cell> write(const QByteArray& notation)
{
    return cellsOf(writeDrawio(blueprintOf(notation)));
}

/// A style without what says nothing but colour.
QString strokesOf(const QString& style)
{
    QStringList kept;
    for (const QString& part : style.split(u';')) {
        if (!part.contains(u"olor"_s))
            kept += part;
    }
    return kept.join(u';');
}

} // namespace

TEST(DrawioWriter, putsCardsInTheirLanesUnderTheirSteps)
{
    const auto cells = write("phase P \"Arrive\"\nlane Guest stage=customer \"The guest\"\nlane Desk stage=frontstage\n"
                             "card g1 lane=Guest step=1 phase=P \"Arrives\"\ncard g2 lane=Guest step=2\n"
                             "card d1 lane=Desk step=2 to=3\ncard d3 lane=Desk step=3\n");
    EXPECT_EQ(label(cells, "lane_Guest"), "The guest");
    EXPECT_EQ(label(cells, "g1"), "Arrives");
    EXPECT_EQ(label(cells, "phase_P"), "Arrive");
    EXPECT_TRUE(cells[u"lane_Guest"_s].cell["style"].startsWith(u"swimlane;"_s));
    EXPECT_EQ(cells[u"g1"_s].cell["parent"], u"lane_Guest"_s);
    EXPECT_EQ(cells[u"d1"_s].cell["parent"], u"lane_Desk"_s);
    EXPECT_TRUE(cells[u"g1"_s].cell["style"].contains(u"rounded=1"_s));
    EXPECT_LT(cells[u"g1"_s].box.x(), cells[u"g2"_s].box.x());
    EXPECT_EQ(cells[u"g2"_s].box.x(), cells[u"d1"_s].box.x());
    EXPECT_EQ(cells[u"d1"_s].box.right(), cells[u"d3"_s].box.right()) << "it spans the steps";
    EXPECT_LT(cells[u"lane_Guest"_s].box.bottom(), cells[u"lane_Desk"_s].box.top());
}

TEST(DrawioWriter, drawsEveryKindOfConnectionItsOwnWay)
{
    const auto cells = write("lane Guest stage=customer\nlane Desk stage=frontstage\n"
                             "card a lane=Guest step=1\ncard b lane=Desk step=1\nask bill \"the bill\"\n"
                             "a -> b\na ?> b bill\nb !> a bill\na => b\na ~> b\na x> b\na -- b if \"it rains\"\n");
    QSet<QString> looks;
    for (int i = 1; i <= 7; ++i) {
        const Cell cell = cells.value(u"e%1"_s.arg(i));
        EXPECT_EQ(cell.cell["edge"], u"1"_s);
        EXPECT_EQ(cell.cell["source"], i == 3 ? u"b"_s : u"a"_s);
        EXPECT_EQ(cell.cell["target"], i == 3 ? u"a"_s : u"b"_s);
        looks.insert(strokesOf(cell.cell["style"]));
    }
    EXPECT_EQ(looks.size(), 7) << "told apart without colour";
    EXPECT_TRUE(cells[u"e2"_s].cell["style"].contains(u"endArrow=block;endFill=1"_s));
    EXPECT_TRUE(cells[u"e3"_s].cell["style"].contains(u"dashed=1"_s));
    EXPECT_TRUE(cells[u"e4"_s].cell["style"].contains(u"strokeWidth=4"_s));
    EXPECT_TRUE(cells[u"e5"_s].cell["style"].contains(u"strokeWidth=1;"_s));
    EXPECT_EQ(label(cells, "e2"), "the bill");
    EXPECT_EQ(label(cells, "e7"), "if it rains");
}

TEST(DrawioWriter, drawsTheLinesBetweenTheStages)
{
    const auto cells = write("lane Guest stage=customer\nlane Desk stage=frontstage\nlane Office stage=backstage\n"
                             "lane Books stage=support\ncard g lane=Guest step=1\n");
    EXPECT_EQ(label(cells, "line"), "Line of interaction");
    EXPECT_EQ(label(cells, "line_2"), "Line of visibility");
    EXPECT_EQ(label(cells, "line_3"), "Line of internal interaction");
    EXPECT_EQ(cells[u"line"_s].points, 2);
}

TEST(DrawioWriter, keepsTheDataOfACard)
{
    const auto cells = write("dept Floor\nrole Waiter dept=Floor\nlane Serving stage=frontstage role=Waiter\n"
                             "card w lane=Serving step=1 kind=wait wait=time dur=20 minutes=2.5 worry=0 end "
                             "note=\"Slow & <late>\" \"Waits\"\n");
    const XmlElement card = cells[u"w"_s].object;
    EXPECT_EQ(card["kind"], u"wait"_s);
    EXPECT_EQ(card["departments"], u"Floor"_s);
    EXPECT_EQ(card["minutes"], u"2.5"_s);
    EXPECT_EQ(card["worry"], u"0"_s);
    EXPECT_FALSE(card.attributes.contains(u"effort"_s)) << "unknown is not zero";
    EXPECT_EQ(card["tooltip"], u"Slow &amp; &lt;late&gt;"_s);
    EXPECT_TRUE(card["label"].startsWith(u"Waits<br>"_s) && card["label"].contains(u"wait \u00B7 20 min \u00B7 end"_s));
}

TEST(DrawioWriter, showsTextsAsTheyAreNotAsHtml)
{
    const auto cells = write("lane Guest stage=customer \"<b>\"\ncard g lane=Guest step=1 \"1 < 2\\n& \\\"so\\\"\"\n");
    EXPECT_EQ(label(cells, "lane_Guest"), "&lt;b&gt;");
    EXPECT_EQ(label(cells, "g"), "1 &lt; 2<br>&amp; &quot;so&quot;");
    EXPECT_TRUE(cells[u"g"_s].cell["style"].contains(u"html=1"_s));
}

TEST(DrawioWriter, beginsWithWhatDrawioExpects)
{
    const QList<XmlElement> elements = elementsOf(writeDrawio(Blueprint()));
    ASSERT_GE(elements.size(), 6);
    EXPECT_EQ(elements[0].name, u"mxfile"_s);
    EXPECT_EQ(elements[1].name, u"diagram"_s);
    EXPECT_EQ(elements[2].name, u"mxGraphModel"_s);
    EXPECT_EQ(elements[3].name, u"root"_s);
    EXPECT_EQ(elements[4]["id"], u"0"_s);
    EXPECT_EQ(elements[5]["parent"], u"0"_s);
}

TEST(DrawioWriter, drawsEveryCardAndEveryConnectionOnce)
{
    for (quint32 seed = 1; seed <= DrawnSeeds; ++seed) {
        const Blueprint blueprint = awkwardBlueprint(seed, 40);
        const QHash<QString, Cell> cells = cellsOf(writeDrawio(blueprint));
        qsizetype cards = 0;
        qsizetype connections = 0;
        for (const Cell& cell : cells) {
            const QString parent = cell.cell["parent"];
            EXPECT_TRUE(parent == u"1" || cells.contains(parent)) << "seed " << seed;
            cards += parent == u"1" ? 0 : 1;
            if (cell.cell["edge"].isEmpty() || cell.object["kind"].isEmpty())
                continue;
            ++connections;
            int attached = 0;
            for (const char* end : {"source", "target"}) {
                const QString id = cell.cell[end];
                EXPECT_TRUE(id.isEmpty() || cells.contains(id)) << "seed " << seed;
                attached += id.isEmpty() ? 0 : 1;
            }
            EXPECT_EQ(attached + cell.points, 2) << "an end that is loose stands somewhere, seed " << seed;
        }
        EXPECT_EQ(cards, blueprint.cards().size()) << "seed " << seed;
        EXPECT_EQ(connections, blueprint.connections().size()) << "seed " << seed;
    }
}

TEST(DrawioWriter, overlapsNoTwoCardsOfALane)
{
    for (quint32 seed = 1; seed <= DrawnSeeds; ++seed) {
        const QHash<QString, Cell> cells = cellsOf(writeDrawio(awkwardBlueprint(seed, 40)));
        QHash<QString, QList<QRect>> boxes;
        for (const Cell& cell : cells) {
            const QString lane = cell.cell["parent"];
            if (lane == u"1")
                continue;
            const QRect inside({0, 0}, cells.value(lane).box.size());
            EXPECT_TRUE(inside.contains(cell.box)) << "seed " << seed;
            for (const QRect& other : std::as_const(boxes[lane]))
                EXPECT_FALSE(other.intersects(cell.box)) << "seed " << seed;
            boxes[lane] += cell.box;
        }
    }
}

} // namespace throughline
