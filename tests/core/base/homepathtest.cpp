// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/homepath.h"

#include <QDir>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::Literals::StringLiterals;

TEST(HomePath, standsForWhatLiesInTheHomeFolder)
{
    const QString home = QDir::homePath();
    EXPECT_EQ(homeRelative(home), u"~"_s);
    EXPECT_EQ(homeRelative(home + u"/work/dinner.blueprint"_s), u"~/work/dinner.blueprint"_s);
    EXPECT_EQ(homeRelative(home + u"s/dinner.blueprint"_s), home + u"s/dinner.blueprint"_s) << "somebody else's";
    EXPECT_EQ(homeRelative(u"/srv/dinner.blueprint"_s), u"/srv/dinner.blueprint"_s);
}
