// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fixesmodel.h"

#include "app/models/fixeffects.h"
#include "app/models/safefixer.h"
#include "core/edit/operations.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace throughline;
using namespace Qt::StringLiterals;

namespace {

struct Restaurant
{
    DocumentController document;
    CheckRunner runner;
    FixesModel fixes;

    Restaurant()
    {
        document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s));
        runner.setDocument(&document);
        runner.runNow();
        fixes.setCheckRunner(&runner);
    }
    /// Goes to the first finding that can be mended.
    [[nodiscard]] bool chooseMendable()
    {
        for (const Finding& finding : runner.result().findings) {
            if (finding.accepted)
                continue;
            fixes.setFindingKey(fingerprint(finding));
            fixes.runNow();
            if (fixes.count() > 0)
                return true;
        }
        return false;
    }
    [[nodiscard]] bool isOpen(const QString& key) const
    {
        const qsizetype index = runner.indexOf(key);
        return index >= 0 && !runner.result().findings[index].accepted;
    }
};

MetricChange change(const QString& id, Verdict verdict, double before, double after)
{
    Metric metric;
    metric.id = id;
    metric.denominator = 10;
    metric.numerator = before;
    metric.value = before / 10;
    Metric later = metric;
    later.numerator = after;
    later.value = after / 10;
    return {metric, later, verdict, after - before, {}};
}

} // namespace

TEST(FixesModel, mendsTheFindingInOneStepThatUndoTakesBack)
{
    Restaurant restaurant;
    ASSERT_TRUE(restaurant.chooseMendable());
    const QString key = restaurant.fixes.findingKey();
    const Blueprint before = restaurant.document.blueprint();
    const QString text = restaurant.fixes.index(0).data(FixesModel::TextRole).toString();
    QSignalSpy applied(&restaurant.fixes, &FixesModel::applied);
    ASSERT_TRUE(restaurant.fixes.apply(0));
    ASSERT_EQ(applied.size(), 1);
    EXPECT_NE(applied[0][1].toString(), key) << "the next finding is another one";
    EXPECT_EQ(restaurant.document.undoText(), u"Fix: "_s + text);
    restaurant.runner.runNow();
    EXPECT_FALSE(restaurant.isOpen(key));
    EXPECT_TRUE(restaurant.isOpen(applied[0][1].toString()));
    restaurant.document.undo();
    EXPECT_EQ(diff(before, restaurant.document.blueprint()), Patch());
}

TEST(FixesModel, previewsWithoutTouchingTheDocument)
{
    Restaurant restaurant;
    ASSERT_TRUE(restaurant.chooseMendable());
    const quint64 revision = restaurant.document.revision();
    EXPECT_FALSE(restaurant.fixes.previewedPatch().isValid());
    restaurant.fixes.setPreviewed(0);
    const auto patch = restaurant.fixes.previewedPatch().value<Patch>();
    Blueprint copy = restaurant.document.blueprint();
    EXPECT_FALSE(patch.isEmpty());
    EXPECT_TRUE(apply(copy, patch));
    EXPECT_EQ(restaurant.document.revision(), revision);
    EXPECT_TRUE(restaurant.fixes.effect().startsWith(u"Mends "_s)) << restaurant.fixes.effect().toStdString();
    restaurant.fixes.setPreviewed(-1);
    EXPECT_FALSE(restaurant.fixes.previewedPatch().isValid());
    EXPECT_FALSE(restaurant.fixes.effect().isEmpty()) << "what it does stays to be read";
}

TEST(FixesModel, dropsAPreviewThatNoLongerFits)
{
    Restaurant restaurant;
    ASSERT_TRUE(restaurant.chooseMendable());
    restaurant.fixes.setPreviewed(0);
    QSignalSpy previews(&restaurant.fixes, &FixesModel::previewChanged);
    ASSERT_TRUE(restaurant.document.rename(u"blueprint"_s, {}, u"Another name"_s));
    EXPECT_EQ(previews.size(), 1);
    EXPECT_FALSE(restaurant.fixes.previewedPatch().isValid());
    restaurant.runner.runNow();
    restaurant.fixes.runNow();
    EXPECT_TRUE(restaurant.fixes.previewedPatch().isValid()) << "and takes it up again when it is worked out anew";
}

TEST(FixesModel, appliesWhatWasAskedForDuringAnEditAsSoonAsItIsKnownAgain)
{
    Restaurant restaurant;
    ASSERT_TRUE(restaurant.chooseMendable());
    const QString key = restaurant.fixes.findingKey();
    ASSERT_TRUE(restaurant.document.rename(u"blueprint"_s, {}, u"Another name"_s));
    EXPECT_TRUE(restaurant.fixes.apply(0));
    EXPECT_FALSE(restaurant.document.undoText().startsWith(u"Fix: "_s));
    restaurant.runner.runNow();
    restaurant.fixes.runNow();
    EXPECT_TRUE(restaurant.document.undoText().startsWith(u"Fix: "_s)) << restaurant.document.undoText().toStdString();
    restaurant.runner.runNow();
    EXPECT_FALSE(restaurant.isOpen(key));
}

TEST(FixesModel, forgetsTheFixesOfAFindingThatIsNoLongerCurrent)
{
    Restaurant restaurant;
    ASSERT_TRUE(restaurant.chooseMendable());
    restaurant.fixes.setPreviewed(0);
    restaurant.fixes.setFindingKey({});
    EXPECT_EQ(restaurant.fixes.count(), 0);
    EXPECT_FALSE(restaurant.fixes.isReady());
    EXPECT_EQ(restaurant.fixes.previewed(), -1);
    EXPECT_FALSE(restaurant.fixes.apply(0));
}

TEST(FixEffects, putsTheRulesOwnNumbersFirstThenWhatIsJudged)
{
    const QList<MetricChange> changes{
        change(u"contacts"_s, Verdict::Changed, 3, 4), change(u"answer-rate"_s, Verdict::Better, 3, 4),
        change(u"silo-index"_s, Verdict::Better, 2, 1), change(u"payments"_s, Verdict::Same, 2, 2)};
    const QList<MetricChange> sorted = byRelevance(changes, u"silo-break");
    ASSERT_EQ(sorted.size(), 3) << "what reads the same says nothing";
    EXPECT_EQ(sorted[0].after->id, u"silo-index"_s);
    EXPECT_EQ(sorted[1].after->id, u"answer-rate"_s);
    EXPECT_EQ(sorted[2].after->id, u"contacts"_s);
}

TEST(FixEffects, saysBetterAndWorseInWords)
{
    const QList<MetricChange> changes{change(u"silo-index"_s, Verdict::Better, 2, 1),
                                      change(u"contacts"_s, Verdict::Changed, 3, 4)};
    const QVariantList rows = numberRows(changes, {}, {});
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].toMap().value(u"verdictText"_s), u"better"_s);
    EXPECT_TRUE(rows[1].toMap().value(u"verdictText"_s).toString().isEmpty());
}

TEST(SafeFixer, removesARepeatedConnectionInOneStep)
{
    DocumentController document;
    document.newFromTemplate(QUrl(u"qrc:/templates/restaurant.blueprint"_s));
    CheckRunner runner;
    runner.setDocument(&document);
    runner.runNow();
    SafeFixer fixer;
    fixer.setCheckRunner(&runner);
    fixer.runNow();
    EXPECT_FALSE(fixer.isAvailable());
    EXPECT_FALSE(fixer.apply());

    Connection again = *document.blueprint().connections().begin();
    again.id = ConnectionId(u"again"_s);
    ASSERT_TRUE(document.apply(Patch{{ElementChange<Connection>{std::nullopt, again}}}, u"Repeat"_s));
    runner.runNow();
    fixer.runNow();
    ASSERT_TRUE(fixer.isAvailable());
    fixer.setPreviewing(true);
    EXPECT_FALSE(fixer.previewedPatch().value<Patch>().isEmpty());
    const qsizetype before = document.blueprint().connections().size();
    EXPECT_TRUE(fixer.apply());
    EXPECT_EQ(document.blueprint().connections().size(), before - 1);
    EXPECT_TRUE(document.undoText().startsWith(u"Fix: "_s));
    EXPECT_FALSE(fixer.isPreviewing());
}
