// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/exportcontroller.h"

#include "tests/support/largeblueprint.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::Literals::StringLiterals;

TEST(ExportController, saysHowThePdfWouldComeOut)
{
    DocumentController document;
    document.setBlueprint(throughline::testing::largeBlueprint(60));
    CheckRunner runner;
    runner.setDocument(&document);
    ExportController exporter;
    exporter.setDocument(&document);
    exporter.setCheckRunner(&runner);
    const auto forecast = [&](const QString& paper) {
        exporter.foresee({{u"paper"_s, paper}});
        EXPECT_TRUE(exporter.forecast().isEmpty()) << "what was said of another paper is gone";
        QSignalSpy changed(&exporter, &ExportController::forecastChanged);
        EXPECT_TRUE(changed.wait());
        return exporter.forecast();
    };
    const QString small = forecast(u"A4"_s);
    EXPECT_TRUE(small.contains(u"too small to read in print. "_s) && small.endsWith(u" would do."_s))
        << qPrintable(small);
    const QString grown = forecast(u"fit"_s);
    EXPECT_TRUE(grown.startsWith(u"One page; the smallest words on the map are "_s) && grown.endsWith(u" pt."_s))
        << qPrintable(grown);
}
