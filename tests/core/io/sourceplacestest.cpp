// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sourceplaces.h"

#include "core/io/blueprintwriter.h"
#include "core/io/notationreader.h"

#include <gtest/gtest.h>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Notation = "title \"Ü\"\n"
                            "lane G stage=customer\n"
                            "\n"
                            "lane W stage=frontstage # the waiter\n"
                            "  card g1 lane=G step=1\n"
                            "card w1 lane=W step=1\n"
                            "g1 ?> w1 bill\n"
                            "w1 !> g1 bill id=reply\n";

} // namespace

TEST(SourcePlaces, findsElementsInTheNotation)
{
    const SourcePlaces places(Notation, u"a.bpt"_s);
    EXPECT_EQ(places.of({ElementKind::Lane, u"W"_s}), (Place{u"a.bpt"_s, 4, 6, {}}));
    EXPECT_EQ(places.of({ElementKind::Card, u"g1"_s}), (Place{u"a.bpt"_s, 5, 8, {}}));
    EXPECT_EQ(places.of({ElementKind::Connection, u"e1"_s}), (Place{u"a.bpt"_s, 7, 1, {}}));
    EXPECT_EQ(places.of({ElementKind::Connection, u"reply"_s}).line, 8);
    EXPECT_EQ(places.of({ElementKind::Request, u"bill"_s}), (Place{u"a.bpt"_s, 7, 10, {}})) << "where it is first used";
}

TEST(SourcePlaces, findsElementsInABlueprintFile)
{
    const QByteArray file = writeBlueprint(*readNotation(Notation, {}));
    const SourcePlaces places(file, u"a.blueprint"_s);
    const QList<QByteArray> lines = file.split('\n');
    for (const ElementRef& element : {ElementRef{ElementKind::Card, u"g1"_s}, ElementRef{ElementKind::Lane, u"W"_s},
                                      ElementRef{ElementKind::Connection, u"reply"_s}}) {
        const Place place = places.of(element);
        EXPECT_EQ(place.column, 1);
        EXPECT_TRUE(lines[place.line - 1].startsWith("{\"id\": \"" + element.id.toUtf8() + '"'))
            << lines[place.line - 1].toStdString();
    }
}

TEST(SourcePlaces, givesTheFirstLineToTheBlueprintAndNothingToBpmn)
{
    const SourcePlaces places(Notation, u"a.bpt"_s);
    EXPECT_EQ(places.of({}), (Place{u"a.bpt"_s, 1, 1, {}}));
    const SourcePlaces none("<definitions/>", u"a.bpmn"_s);
    EXPECT_TRUE(none.isEmpty());
    EXPECT_EQ(none.of({ElementKind::Card, u"g1"_s}), (Place{u"a.bpmn"_s, 0, 0, {}}));
}

} // namespace throughline
