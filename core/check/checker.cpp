// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"

#include "core/check/catalogue.h"
#include "core/check/rule.h"

#include <QSet>

#include <algorithm>
#include <exception>
#include <tuple>

namespace throughline {

namespace {

/// What the command line or the editor says, else what the blueprint says of itself, else the preset.
Severity severityOf(const CatalogueEntry& entry, const Blueprint& blueprint, const CheckOptions& options)
{
    if (const auto said = options.severities.constFind(entry.id); said != options.severities.constEnd())
        return *said;
    const QMap<QString, Severity>& own = blueprint.header().ruleSeverities;
    if (const auto said = own.constFind(entry.id); said != own.constEnd())
        return *said;
    return presetSeverity(entry, options.preset);
}

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
            if (!runOut && !finding.accepted)
                finding.accepted = acceptance;
        }
        if (!matched && judged.contains(acceptance.rule))
            result.staleAcceptances += acceptance;
    }
}

void sortFindings(QList<Finding>& findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& l, const Finding& r) {
        const auto key = [](const Finding& f) { return std::tuple(-int(f.severity), int(f.family)); };
        if (key(l) != key(r))
            return key(l) < key(r);
        if (l.rule != r.rule)
            return l.rule < r.rule;
        const auto bySubject = std::lexicographical_compare_three_way(
            l.subjects.begin(), l.subjects.end(), r.subjects.begin(), r.subjects.end(),
            [](const QString& a, const QString& b) { return compareIds(a, b) <=> 0; });
        return bySubject != 0 ? bySubject < 0 : l.variant < r.variant;
    });
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
        severities.insert(rule.id, entry ? severityOf(*entry, blueprint, options) : Severity::Warning);
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
    sortFindings(result.findings);
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
