// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/view/excerpt.h"

#include "tests/support/readnotation.h"

#include <gtest/gtest.h>

using namespace throughline;
using namespace throughline::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

Blueprint smallInn()
{
    return blueprintOf(R"(
        dept kitchen "Kitchen"
        role cook dept=kitchen "Cook"
        phase one "Order"
        phase two "Eat"
        lane g stage=customer "Guest"
        lane k stage=backstage role=cook "Range"
        card ask lane=g step=1 phase=one "Order"
        card eat lane=g step=2 phase=two "Eat"
        card fry lane=k step=1 "Fry"
    )");
}

Finding about(const ElementRef& element)
{
    Finding finding;
    finding.rule = u"test"_s;
    finding.subjects = {element.id};
    finding.evidence = {{Evidence::Part::Subject, element, {}}};
    return finding;
}

CheckResult found()
{
    CheckResult check;
    check.findings = {about({ElementKind::Card, u"ask"_s}), about({ElementKind::Card, u"fry"_s}),
                      about({ElementKind::Role, u"cook"_s}), about({ElementKind::Blueprint, {}})};
    return check;
}

QStringList subjects(const Excerpt& excerpt)
{
    QStringList ids;
    for (const Finding& finding : excerpt.check.findings)
        ids += finding.subjects.first();
    return ids;
}

ViewFilter kitchen(bool alone)
{
    ViewFilter filter;
    filter.departments = {DepartmentId(u"kitchen"_s)};
    filter.hidesRest = alone;
    return filter;
}

TEST(Excerpt, keepsTheFindingsThatCanBeSeenAndCountsTheOthers)
{
    const Excerpt excerpt = excerptOf(smallInn(), found(), kitchen(true), viewInWords(u"Kitchen"_s));
    EXPECT_EQ(excerpt.blueprint.cards().size(), 1);
    EXPECT_EQ(subjects(excerpt), (QStringList{u"fry"_s, u"cook"_s, QString()}));
    EXPECT_EQ(excerpt.findingsOutside, 1);
    EXPECT_EQ(excerpt.sentence, u"Part of the blueprint: view “Kitchen”, 1 of 3 cards, 1 of 2 lanes. "
                                u"1 finding outside this view."_s);
}

TEST(Excerpt, takesWhatIsFadedForOutside)
{
    const Excerpt excerpt = excerptOf(smallInn(), found(), kitchen(false), viewInWords(u"Kitchen"_s));
    EXPECT_EQ(excerpt.blueprint.cards().size(), 3);
    EXPECT_EQ(subjects(excerpt), (QStringList{u"fry"_s, u"cook"_s, QString()}));
    EXPECT_EQ(excerpt.sentence, u"Part of the blueprint stands out: view “Kitchen”, 1 of 3 cards; the rest is pale. "
                                u"1 finding outside this view."_s);
}

TEST(Excerpt, keepsTheNumbersOfTheWhole)
{
    CheckResult check = found();
    EXPECT_EQ(excerptOf(smallInn(), check, kitchen(false), u"Kitchen"_s).numbers, (QList<int>{2, 3, 4}));
    // What is accepted has no number.
    check.findings[1].accepted = Acceptance();
    EXPECT_EQ(excerptOf(smallInn(), check, kitchen(false), u"Kitchen"_s).numbers, (QList<int>{2, 3}));
}

TEST(Excerpt, goesByTheCardsAFindingIsShownAt)
{
    CheckResult check;
    Finding both = about({ElementKind::Role, u"cook"_s});
    both.evidence += Evidence{Evidence::Part::Subject, {ElementKind::Card, u"ask"_s}, {}};
    check.findings = {both};
    // The lane of the role is there, the card is faded.
    EXPECT_EQ(excerptOf(smallInn(), check, kitchen(false), u"Kitchen"_s).findingsOutside, 1);
    EXPECT_EQ(excerptOf(smallInn(), check, {}, u"Everything"_s).findingsOutside, 0);
}

TEST(Excerpt, saysWhatFoldedPhasesHold)
{
    const Blueprint blueprint = blueprintOf(R"(
        phase one "Order"
        phase two folded "Eat"
        lane g stage=customer "Guest"
        card ask lane=g step=1 phase=one "Order"
        card eat lane=g step=2 phase=two "Eat"
    )");
    const Excerpt excerpt = excerptOf(blueprint, {}, {}, u"Everything"_s);
    EXPECT_EQ(excerpt.sentence,
              u"Part of the blueprint: Everything, 1 of 2 cards, 1 of 1 lanes. 1 card is in a folded phase."_s);
}

TEST(Excerpt, hasNoFindingsOutsideThatSomebodyAccepted)
{
    CheckResult check = found();
    for (Finding& finding : check.findings)
        finding.accepted = Acceptance();
    const Excerpt excerpt = excerptOf(smallInn(), check, kitchen(true), u"Kitchen"_s);
    EXPECT_EQ(excerpt.findingsOutside, 0);
    EXPECT_TRUE(excerpt.sentence.endsWith(u"1 of 2 lanes."_s)) << qPrintable(excerpt.sentence);
}

} // namespace
