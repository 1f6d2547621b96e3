// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"

#include "core/check/catalogue.h"
#include "core/check/rule.h"
#include "core/check/rulelevel.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>
#include <exception>
#include <tuple>

namespace throughline {

namespace {

bool covers(const Acceptance& acceptance, const Finding& finding)
{
    return acceptance.rule == finding.rule && acceptance.subject == subjectOf(finding) &&
           (acceptance.variant.isEmpty() || acceptance.variant == finding.variant);
}

/// Marks the accepted findings, and lists the acceptances that no longer match any. Those of rules that did not run or
/// failed are left alone: nobody knows whether they still match.
void accept(const Blueprint& blueprint, const CheckOptions& options, const QSet<QString>& judged, CheckResult& result)
{
    for (const Acceptance& acceptance : blueprint.acceptances()) {
        bool matched = false;
        const bool runOut = options.today.isValid() && acceptance.until.isValid() && acceptance.until < options.today;
        for (Finding& finding : result.findings) {
            if (!covers(acceptance, finding))
                continue;
            matched = true;
            std::optional<Acceptance>& place = runOut ? finding.expired : finding.accepted;
            if (!place)
                place = acceptance;
        }
        if (!matched && judged.contains(acceptance.rule))
            result.staleAcceptances += acceptance;
    }
    for (Finding& finding : result.findings) {
        if (finding.accepted)
            finding.expired.reset();
    }
}

/// The number of the step a finding is about: of its first piece of evidence, a connection's where it starts; 0 without
/// one.
int stepOf(const Blueprint& blueprint, const Finding& finding)
{
    const ElementRef ref = finding.evidence.isEmpty() ? ElementRef() : finding.evidence.first().element;
    CardId id(ref.kind == ElementKind::Card ? ref.id : QString());
    if (ref.kind == ElementKind::Connection) {
        const Connection* connection = blueprint.find(ConnectionId(ref.id));
        const CardId* from = connection ? cardAt(connection->from) : nullptr;
        id = from ? *from : CardId();
    }
    const Card* card = blueprint.find(id);
    const Step* step = card ? blueprint.find(card->firstStep) : nullptr;
    return step ? step->number : 0;
}

bool standsBefore(const Finding& l, int lStep, const Finding& r, int rStep)
{
    const auto key = [](const Finding& f, int step) {
        return std::tuple(-int(f.severity), int(f.family), f.rule, step);
    };
    if (key(l, lStep) != key(r, rStep))
        return key(l, lStep) < key(r, rStep);
    const auto bySubject = std::lexicographical_compare_three_way(
        l.subjects.begin(), l.subjects.end(), r.subjects.begin(), r.subjects.end(),
        [](const QString& a, const QString& b) { return compareIds(a, b) <=> 0; });
    return bySubject != 0 ? bySubject < 0 : l.variant < r.variant;
}

void sortFindings(const Blueprint& blueprint, QList<Finding>& findings)
{
    QList<std::pair<int, Finding>> placed;
    placed.reserve(findings.size());
    for (Finding& finding : findings) {
        const int step = stepOf(blueprint, finding);
        placed.emplaceBack(step, std::move(finding));
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& l, const auto& r) { return standsBefore(l.second, l.first, r.second, r.first); });
    for (qsizetype i = 0; i < placed.size(); ++i)
        findings[i] = std::move(placed[i].second);
}

void runOne(const Rule& rule, CheckContext& context, Severity severity, CheckResult& result)
{
    const qsizetype findings = result.findings.size();
    const qsizetype coverage = result.coverage.size();
    const auto fail = [&](const QString& message) {
        result.findings.resize(findings);
        result.coverage.resize(coverage);
        result.ruleErrors += RuleError{rule.id.toString(), message};
    };
    try {
        RuleRun run(context, rule.id, severity, result);
        rule.run(run);
    } catch (const std::exception& exception) {
        fail(QString::fromUtf8(exception.what()));
    } catch (...) {
        fail(QStringLiteral("The rule stopped for a reason it does not say."));
    }
}

} // namespace

CheckResult runRules(std::span<const Rule> rules, const Blueprint& blueprint, const CheckOptions& options)
{
    QMap<QStringView, Severity> severities;
    for (const Rule& rule : rules) {
        const CatalogueEntry* entry = catalogueEntry(rule.id);
        severities.insert(rule.id, entry ? levelOf(*entry, blueprint, options).severity : Severity::Warning);
    }
    CheckContext context(blueprint,
                         [&](QStringView rule) { return severities.value(rule, Severity::Off) != Severity::Off; });
    CheckResult result;
    QSet<QString> judged;
    for (const Rule& rule : rules) {
        if (!context.isOn(rule.id))
            continue;
        runOne(rule, context, severities.value(rule.id), result);
        judged.insert(rule.id.toString());
    }
    for (const RuleError& error : result.ruleErrors)
        judged.remove(error.rule);
    result.spoken = context.say.spoken();
    sortFindings(blueprint, result.findings);
    accept(blueprint, options, judged, result);
    return result;
}

CheckResult checkBlueprint(const Blueprint& blueprint, const CheckOptions& options)
{
    return runRules(allRules(), blueprint, options);
}

qsizetype countOpen(const CheckResult& result, Severity atLeast)
{
    return std::count_if(result.findings.begin(), result.findings.end(), [atLeast](const Finding& finding) {
        return !finding.accepted && finding.severity >= atLeast;
    });
}

std::vector<Rule> allRules()
{
    std::vector<Rule> rules;
    for (const auto family :
         {siloRules(), deadEndRules(), unansweredRules(), perspectiveRules(), voiceRules(), drawingRules()})
        rules.insert(rules.end(), family.begin(), family.end());
    return rules;
}

} // namespace throughline
