// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "core/check/checker.h"
#include "core/edit/editsession.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/model/patch.h"
#include "core/model/queries.h"
#include "tests/support/allrules.h"
#include "tests/support/randomblueprint.h"
#include "tests/support/randomservice.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace throughline;
using throughline::testing::allRulesOn;
using throughline::testing::countingIds;
using throughline::testing::randomBlueprint;
using throughline::testing::randomEdit;
using throughline::testing::randomService;

/// Properties that hold for every blueprint, tried on random ones with fixed seeds: half of them drawn at random, half
/// in the shape of a service.
namespace {

constexpr int Blueprints = 2000;

QSet<QString> fingerprintsOf(const CheckResult& result)
{
    QSet<QString> fingerprints;
    for (const Finding& finding : result.findings)
        fingerprints.insert(fingerprint(finding));
    return fingerprints;
}

/// Rule, subject and detail, accepted findings included.
QStringList allLines(const CheckResult& result)
{
    QStringList lines;
    for (const Finding& finding : result.findings)
        lines += finding.rule + u' ' + subjectOf(finding) + u' ' + finding.detail;
    lines.sort();
    return lines;
}

template <typename Check>
void forRandomBlueprints(unsigned seed, int count, Check check)
{
    std::mt19937 random(seed);
    for (int i = 0; i < count && !::testing::Test::HasFailure(); ++i) {
        SCOPED_TRACE("blueprint " + std::to_string(i));
        check(i % 2 == 0 ? randomBlueprint(random) : randomService(random), random);
    }
}

/// The same elements with new ids for the connections, given out in another order.
Blueprint withShuffledConnections(const Blueprint& blueprint, std::mt19937& random, QHash<QString, QString>& newIds)
{
    QList<ConnectionId> ids;
    for (const Connection& connection : blueprint.connections())
        ids += connection.id;
    std::vector<int> order(size_t(ids.size()));
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = int(i);
    std::shuffle(order.begin(), order.end(), random);
    for (qsizetype i = 0; i < ids.size(); ++i)
        newIds.insert(ids[i].value, u"n%1"_s.arg(order[size_t(i)]));
    Patch patch;
    for (const Connection& connection : blueprint.connections()) {
        Connection renamed = connection;
        renamed.id = ConnectionId(newIds.value(connection.id.value));
        if (!renamed.answers.isEmpty())
            renamed.answers = ConnectionId(newIds.value(renamed.answers.value));
        patch.changes += ElementChange<Connection>{connection, std::nullopt};
        patch.changes += ElementChange<Connection>{std::nullopt, renamed};
    }
    Blueprint shuffled = blueprint;
    EXPECT_TRUE(apply(shuffled, patch));
    return shuffled;
}

} // namespace

TEST(CheckProperties, neitherTheNumbersOfConnectionsNorTheirOrderMatters)
{
    forRandomBlueprints(11, Blueprints, [](const Blueprint& blueprint, std::mt19937& random) {
        QHash<QString, QString> newIds;
        const Blueprint shuffled = withShuffledConnections(blueprint, random, newIds);
        QStringList before;
        for (const Finding& finding : checkBlueprint(blueprint, allRulesOn()).findings) {
            // Of several contacts that set off the same departments it names the first by number.
            if (finding.rule == u"too-many-contacts"_s)
                continue;
            QStringList subjects;
            for (const QString& subject : finding.subjects)
                subjects += newIds.value(subject, subject);
            before += finding.rule + u' ' + subjects.join(finding.subjectSeparator) + u' ' + finding.detail;
        }
        QStringList after =
            allLines(checkBlueprint(shuffled, allRulesOn())).filter(QRegularExpression(u"^(?!too-many)"_s));
        before.sort();
        after.sort();
        EXPECT_EQ(before.join(u'\n').toStdString(), after.join(u'\n').toStdString());
    });
}

TEST(CheckProperties, shiftingEveryStepChangesNothing)
{
    forRandomBlueprints(12, Blueprints, [](const Blueprint& blueprint, std::mt19937&) {
        Patch patch;
        for (const Step& step : blueprint.steps()) {
            Step shifted = step;
            shifted.number += 10;
            patch.changes += ElementChange<Step>{step, shifted};
        }
        Blueprint moved = blueprint;
        ASSERT_TRUE(apply(moved, patch));
        EXPECT_EQ(allLines(checkBlueprint(blueprint, allRulesOn())), allLines(checkBlueprint(moved, allRulesOn())));
    });
}

TEST(CheckProperties, anAnswerFromTheAskedCardRemovesItsFindingAndMakesNoOther)
{
    int tried = 0;
    forRandomBlueprints(13, Blueprints, [&](const Blueprint& blueprint, std::mt19937&) {
        const CheckResult before = checkBlueprint(blueprint, allRulesOn());
        for (const Finding& finding : before.findings) {
            if (finding.rule != u"unanswered-handoff"_s || finding.confidence != Confidence::Drawn ||
                finding.detail == u"no reply"_s)
                continue;
            const Connection* request = blueprint.find(ConnectionId(finding.subjects.first()));
            ASSERT_TRUE(request);
            Connection answer;
            answer.id = ConnectionId(u"answer"_s);
            answer.from = request->to;
            answer.to = request->from;
            answer.kind = ConnectionKind::Answer;
            answer.request = request->request;
            Blueprint answered = blueprint;
            ASSERT_TRUE(apply(answered, Patch{{ElementChange<Connection>{std::nullopt, answer}}}));
            QStringList was;
            for (const Finding& old : before.findings) {
                if (old.rule == u"unanswered-handoff"_s)
                    was += subjectOf(old);
            }
            QStringList now;
            for (const Finding& fresh : checkBlueprint(answered, allRulesOn()).findings) {
                if (fresh.rule == u"unanswered-handoff"_s)
                    now += subjectOf(fresh);
            }
            EXPECT_FALSE(now.contains(subjectOf(finding)));
            for (const QString& subject : now)
                EXPECT_TRUE(was.contains(subject)) << qPrintable(subject);
            ++tried;
            break;
        }
    });
    EXPECT_GT(tried, 100);
}

TEST(CheckProperties, savingAndLoadingKeepsEveryFingerprint)
{
    forRandomBlueprints(14, Blueprints, [](const Blueprint& blueprint, std::mt19937&) {
        const Result<Blueprint> loaded = readBlueprint(writeBlueprint(blueprint), u"saved"_s);
        ASSERT_TRUE(loaded);
        EXPECT_EQ(checkBlueprint(blueprint, allRulesOn()), checkBlueprint(*loaded, allRulesOn()));
    });
}

TEST(CheckProperties, findingsAreToldApartAndRestOnWhatIsThere)
{
    forRandomBlueprints(15, Blueprints, [](const Blueprint& blueprint, std::mt19937&) {
        const CheckResult result = checkBlueprint(blueprint, allRulesOn());
        EXPECT_TRUE(result.ruleErrors.isEmpty());
        EXPECT_EQ(fingerprintsOf(result).size(), result.findings.size()) << qPrintable(allLines(result).join(u'\n'));
        for (const Finding& finding : result.findings) {
            ASSERT_FALSE(finding.evidence.isEmpty()) << qPrintable(finding.rule);
            EXPECT_FALSE(finding.remedies.isEmpty()) << qPrintable(finding.rule);
            for (const Evidence& evidence : finding.evidence) {
                EXPECT_TRUE(contains(blueprint, evidence.element)) << qPrintable(finding.rule + evidence.element.id);
                const bool ghost = evidence.part == Evidence::Part::Missing;
                EXPECT_TRUE(ghost ? contains(blueprint, evidence.to) : evidence.to.id.isEmpty())
                    << qPrintable(finding.rule + evidence.to.id);
            }
        }
    });
}

TEST(CheckProperties, renamingEverythingChangesNoFingerprint)
{
    forRandomBlueprints(16, Blueprints, [](const Blueprint& blueprint, std::mt19937&) {
        Patch patch;
        const auto rename = [&patch]<typename Element>(const Table<Element>& table, QString Element::*name) {
            for (const Element& element : table) {
                Element renamed = element;
                renamed.*name += u" renamed"_s;
                patch.changes += ElementChange<Element>{element, renamed};
            }
        };
        rename(blueprint.departments(), &Department::name);
        rename(blueprint.roles(), &Role::name);
        rename(blueprint.requests(), &Request::name);
        rename(blueprint.dataItems(), &DataItem::name);
        rename(blueprint.phases(), &Phase::name);
        rename(blueprint.steps(), &Step::name);
        rename(blueprint.lanes(), &Lane::name);
        rename(blueprint.cards(), &Card::title);
        rename(blueprint.connections(), &Connection::label);
        Blueprint renamed = blueprint;
        ASSERT_TRUE(apply(renamed, patch));
        EXPECT_EQ(allLines(checkBlueprint(blueprint, allRulesOn())), allLines(checkBlueprint(renamed, allRulesOn())));
        EXPECT_EQ(fingerprintsOf(checkBlueprint(blueprint, allRulesOn())),
                  fingerprintsOf(checkBlueprint(renamed, allRulesOn())));
    });
}

TEST(CheckProperties, movingCardsInsideTheirCellChangesNothing)
{
    int moved = 0;
    forRandomBlueprints(17, Blueprints, [&](const Blueprint& blueprint, std::mt19937&) {
        QHash<QString, int> inCell;
        const auto cellOf = [](const Card& card) { return card.lane.value + u' ' + card.firstStep.value; };
        for (const Card& card : blueprint.cards())
            ++inCell[cellOf(card)];
        Patch patch;
        for (const Card& card : blueprint.cards()) {
            Card other = card;
            other.position = inCell[cellOf(card)] - 1 - card.position;
            if (other != card)
                patch.changes += ElementChange<Card>{card, other};
        }
        moved += int(patch.changes.size());
        Blueprint turned = blueprint;
        ASSERT_TRUE(apply(turned, patch));
        EXPECT_EQ(checkBlueprint(blueprint, allRulesOn()), checkBlueprint(turned, allRulesOn()));
    });
    EXPECT_GT(moved, Blueprints);
}

TEST(CheckProperties, undoAndRedoFindWhatWasFoundBefore)
{
    int edits = 0;
    forRandomBlueprints(18, Blueprints, [&](const Blueprint& blueprint, std::mt19937& random) {
        const IdSource newId = countingIds();
        EditSession session(blueprint);
        QList<CheckResult> found{checkBlueprint(blueprint, allRulesOn())};
        for (int i = 0; i < 3; ++i) {
            const Patch patch = randomEdit(session.blueprint(), random, newId);
            if (patch.isEmpty())
                continue;
            ASSERT_TRUE(session.apply(patch, u"edit"_s));
            found += checkBlueprint(session.blueprint(), allRulesOn());
            ++edits;
        }
        for (qsizetype i = found.size() - 2; i >= 0; --i) {
            static_cast<void>(session.undo());
            ASSERT_EQ(checkBlueprint(session.blueprint(), allRulesOn()), found[i]) << "undone to " << i;
        }
        for (qsizetype i = 1; i < found.size(); ++i) {
            static_cast<void>(session.redo());
            ASSERT_EQ(checkBlueprint(session.blueprint(), allRulesOn()), found[i]) << "redone to " << i;
        }
    });
    EXPECT_GT(edits, Blueprints);
}

TEST(CheckProperties, areTriedOnBlueprintsThatBreakEveryRule)
{
    QMap<QString, int> broken;
    forRandomBlueprints(19, Blueprints, [&](const Blueprint& blueprint, std::mt19937&) {
        QSet<QString> rules;
        for (const Finding& finding : checkBlueprint(blueprint, allRulesOn()).findings)
            rules.insert(finding.rule);
        for (const QString& rule : rules)
            ++broken[rule];
    });
    for (const CatalogueEntry& entry : catalogue()) {
        RecordProperty(entry.id.toStdString(), broken.value(entry.id));
        EXPECT_GE(broken.value(entry.id), 15) << qPrintable(entry.id);
    }
}
