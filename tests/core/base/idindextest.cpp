// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/idindex.h"

#include <QMap>
#include <QRandomGenerator>
#include <QStringList>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace throughline;

TEST(IdIndex, findsShortLongAndForeignIdsAndNoOthers)
{
    QStringList ids{u"a"_s,
                    u"aa"_s,
                    u"b"_s,
                    u"caf\u00e9"_s,
                    u"\u6ce8\u6587"_s,
                    u"fifteen-letters"_s,
                    u"sixteen-letters-"_s,
                    u"a much longer id than that"_s,
                    QString(QChar(0)),
                    u"a"_s + QChar(0)};
    for (int i = 0; i < 5000; ++i)
        ids += u"c%1"_s.arg(i);
    IdIndex index;
    index.reserve(ids.size());
    for (int i = 0; i < ids.size(); ++i)
        index.insert(ids[i], i);
    for (int i = 0; i < ids.size(); ++i)
        EXPECT_EQ(index.value(ids[i]), i) << qPrintable(ids[i]);
    for (const QString& other : {u""_s, u"A"_s, u"c5000"_s, u"fifteen-letter"_s, u"sixteen-letters+"_s})
        EXPECT_EQ(index.value(other), -1) << qPrintable(other);
}

TEST(IdIndex, ofNothingFindsNothing)
{
    EXPECT_EQ(IdIndex().value(u"c1"), -1);
}

TEST(IdIndex, growsAndForgetsLikeAnyOtherMap)
{
    IdIndex index;
    QMap<QString, int> expected;
    QRandomGenerator random(3);
    for (int i = 0; i < 20'000; ++i) {
        const int which = random.bounded(300); // some of them too long to be packed
        const QString id = u"c%1"_s.arg(which) + (which % 7 == 0 ? u"-and-much-more-of-it"_s : QString());
        if (random.bounded(3) > 0) {
            index.insert(id, i);
            expected.insert(id, i);
        } else {
            index.remove(id);
            expected.remove(id);
        }
        const QString other = u"c%1"_s.arg(random.bounded(300));
        ASSERT_EQ(index.value(id), expected.value(id, -1)) << i;
        ASSERT_EQ(index.value(other), expected.value(other, -1)) << i;
    }
    for (int which = 0; which < 300; ++which)
        EXPECT_EQ(index.contains(u"c%1"_s.arg(which)), expected.contains(u"c%1"_s.arg(which)));
}
