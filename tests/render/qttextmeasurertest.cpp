// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/qttextmeasurer.h"

#include <QFontMetricsF>

#include <gtest/gtest.h>

#include <thread>

using namespace throughline;

namespace {

class Measuring : public ::testing::TestWithParam<bool>
{
protected:
    Typeface typeface = GetParam() ? screenTypeface() : printTypeface();
    QtTextMeasurer measurer{typeface};
};

const QStringList& texts()
{
    static const QStringList texts{QStringLiteral("Ask for a table for two"),
                                   QStringLiteral("AVATAR To-do: 10:30 (Tee)"),
                                   QStringLiteral("Füllt das Wasser nach, Straße"),
                                   QStringLiteral("Заказывает напиток"),
                                   QStringLiteral("注文を取る"),
                                   QStringLiteral("تطلب طاولة لشخصين"),
                                   QStringLiteral("Supercalifragilisticexpialidocious-and-then-some"),
                                   QStringLiteral("e\u0301a\u0308 combining"),
                                   QStringLiteral("party 🎉 time")};
    return texts;
}

} // namespace

TEST_P(Measuring, agreesWithQtOnTheWidthOfSimpleText)
{
    for (const QString& text : texts().mid(0, 4)) {
        const double expected =
            QFontMetricsF(fontOf(typeface, TextRole::CardTitle)).horizontalAdvance(text) / UnitsPerPoint;
        EXPECT_NEAR(measurer.width(text, TextRole::CardTitle), expected, 0.02 * expected) << qPrintable(text);
    }
}

TEST_P(Measuring, wrapsWithinTheWidthAndLosesNoLetter)
{
    for (const QString& text : texts()) {
        for (const double width : {30.0, 60.0, 112.0, 400.0}) {
            const QStringList lines = measurer.wrap(text, TextRole::CardTitle, width);
            ASSERT_FALSE(lines.isEmpty());
            for (const QString& line : lines)
                EXPECT_LE(measurer.width(line, TextRole::CardTitle), width + 1) << qPrintable(line);
            EXPECT_EQ(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
        }
    }
}

TEST_P(Measuring, breaksBetweenWordsWhereItCan)
{
    const QStringList lines = measurer.wrap(QStringLiteral("Pay the bar before leaving it"), TextRole::CardTitle, 112);
    EXPECT_EQ(lines.join(u' '), QStringLiteral("Pay the bar before leaving it"));
    EXPECT_EQ(lines.size(), 2);
    EXPECT_TRUE(measurer.wrap(QString(), TextRole::CardTitle, 112).isEmpty() ||
                measurer.wrap(QString(), TextRole::CardTitle, 112).join(QString()).isEmpty());
}

TEST_P(Measuring, measuresTheSameInAnotherThread)
{
    const std::unique_ptr<TextMeasurer> other = measurer.clone();
    QList<QStringList> elsewhere;
    std::thread thread([&] {
        for (const QString& text : texts())
            elsewhere += other->wrap(text, TextRole::CardTitle, 60);
    });
    thread.join();
    for (qsizetype i = 0; i < texts().size(); ++i)
        EXPECT_EQ(elsewhere.value(i), measurer.wrap(texts()[i], TextRole::CardTitle, 60));
}

INSTANTIATE_TEST_SUITE_P(ScreenAndPrint, Measuring, ::testing::Bool());
