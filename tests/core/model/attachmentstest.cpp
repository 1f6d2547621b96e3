// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/attachments.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::Literals::StringLiterals;

namespace {

Attachment to(const QString& target)
{
    return {{}, target};
}

} // namespace

TEST(AttachmentTarget, isAnAddressOnlyWhereNothingCanRun)
{
    for (const QString& good : {u"https://example.org/menu"_s, u"http://localhost:8080"_s, u"mailto:ada@example.org"_s})
        EXPECT_TRUE(addressOf(to(good)).isValid()) << qPrintable(good);
    for (const QString& bad : {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"https://"_s, u"menu.png"_s,
                               u"data:text/html,<b>"_s, u"smb://host/share"_s, QString()})
        EXPECT_FALSE(addressOf(to(bad)).isValid()) << qPrintable(bad);
}

TEST(AttachmentTarget, liesBesideTheDocumentUnlessItLeadsOutOfItsFolder)
{
    EXPECT_TRUE(isBeside(to(u"dinner.files/menu.png"_s)));
    EXPECT_TRUE(isBeside(to(u"a/../menu.png"_s)));
    for (const QString& out : {u"../menu.png"_s, u"a/../../menu.png"_s, u"/etc/passwd"_s, u"file:///etc/passwd"_s,
                               u"https://example.org"_s, u"data:image/png;base64,AA"_s, u".."_s, QString()})
        EXPECT_FALSE(isBeside(to(out))) << qPrintable(out);
}

TEST(AttachmentTarget, isAPictureByItsEndingOrItsType)
{
    EXPECT_TRUE(isPicture(to(u"dinner.files/menu.PNG"_s)));
    EXPECT_TRUE(isPicture(to(u"data:image/jpeg;base64,AA"_s)));
    EXPECT_FALSE(isPicture(to(u"dinner.files/menu.pdf"_s)));
    EXPECT_FALSE(isPicture(to(u"data:text/plain;base64,AA"_s)));
    EXPECT_FALSE(isPicture(to(u"data:image/svg+xml,<svg/>"_s)));
    // What would have to be fetched is not shown.
    EXPECT_FALSE(isPicture(to(u"https://example.org/menu.png"_s)));
    EXPECT_FALSE(isPicture(to(u"../menu.png"_s)));
}

TEST(AttachmentTarget, holdsItsContentInEitherCoding)
{
    EXPECT_EQ(contentOf(to(u"data:text/plain;base64,c291cA=="_s)), "soup");
    EXPECT_EQ(contentOf(to(u"data:text/plain,so%75p"_s)), "soup");
    EXPECT_TRUE(contentOf(to(u"data:"_s)).isEmpty());
    EXPECT_TRUE(contentOf(to(u"menu.png"_s)).isEmpty());
}

TEST(AttachmentTarget, hasANameForPeople)
{
    EXPECT_EQ(shownName({u"The menu"_s, u"dinner.files/m.png"_s}), u"The menu");
    EXPECT_EQ(shownName(to(u"dinner.files/m.png"_s)), u"m.png");
    EXPECT_EQ(shownName(to(u"https://example.org/"_s)), u"https://example.org/");
}
