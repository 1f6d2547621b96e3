// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/idindex.h"

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
