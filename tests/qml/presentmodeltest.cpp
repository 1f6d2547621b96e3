// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/presentmodel.h"

#include "app/document/elementref.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

TEST(PresentModel, stopsAtTheWholeAtEachPhaseAndAtEachFinding)
{
    DocumentController document;
    document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s));
    CheckRunner runner;
    runner.setDocument(&document);
    runner.runNow();
    PresentModel stops;
    stops.setCheckRunner(&runner);

    EXPECT_EQ(stops.count(), 1 + int(document.blueprint().phases().size()) + runner.count());
    EXPECT_EQ(stops.kind(), u"overview"_s);
    stops.previous();
    EXPECT_EQ(stops.index(), 0);
    stops.next();
    EXPECT_EQ(stops.kind(), u"phase"_s);
    EXPECT_FALSE(stops.elements().isEmpty());
    stops.setIndex(stops.count() + 5);
    EXPECT_EQ(stops.index(), stops.count() - 1);
    EXPECT_EQ(stops.kind(), u"finding"_s);
    EXPECT_FALSE(stops.title().isEmpty());
    EXPECT_FALSE(stops.lit().isEmpty());
    EXPECT_EQ(stops.stopOf(stops.findingKey()), stops.index());
}

TEST(PresentModel, hasNoStopsWithoutADocument)
{
    DocumentController document;
    CheckRunner runner;
    runner.setDocument(&document);
    PresentModel stops;
    stops.setCheckRunner(&runner);
    EXPECT_EQ(stops.count(), 0);
    stops.next();
    EXPECT_TRUE(stops.title().isEmpty());
}

TEST(PresentModel, passesByWhatAViewFades)
{
    DocumentController document;
    document.newFromTemplate(QUrl(u"qrc:/templates/bank-loan.blueprint"_s));
    CheckRunner runner;
    runner.setDocument(&document);
    runner.runNow();
    ViewsModel views;
    views.setDocument(&document);
    views.setCheckRunner(&runner);
    QString desk;
    for (const Department& department : document.blueprint().departments()) {
        if (department.name == u"Mortgage desk"_s)
            desk = department.id.value;
    }
    ASSERT_FALSE(desk.isEmpty());
    views.choose(u"department"_s, {desk});
    PresentModel stops;
    stops.setCheckRunner(&runner);
    stops.setViews(&views);
    const Excerpt excerpt = excerptOf(document.blueprint(), runner.result(), views.filter(), views.inWords());
    ASSERT_FALSE(excerpt.lit.isEmpty());
    EXPECT_LT(stops.count(), 1 + document.blueprint().phases().size() + excerpt.check.findings.size());
    for (int stop = 1; stop < stops.count(); ++stop) {
        stops.setIndex(stop);
        const QList<ElementRef> lit = refsFrom(stops.lit());
        EXPECT_TRUE(stops.kind() == u"finding"_s || !lit.isEmpty()) << stops.title().toStdString();
        for (const ElementRef& ref : lit)
            EXPECT_TRUE(excerpt.lit.contains(ref)) << stops.title().toStdString() << ": " << ref.id.toStdString();
    }
}
