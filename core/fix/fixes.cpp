// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fix/fixes.h"

#include "core/fix/fixrun.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace throughline {

namespace {

const FixProposal* proposalFor(QStringView rule)
{
    const std::array families = {siloFixes(),        deadEndFixes(), unansweredFixes(), waitFixes(),
                                 perspectiveFixes(), voiceFixes(),   drawingFixes()};
    for (const std::span<const FixProposal> family : families) {
        const auto found = std::ranges::find(family, rule, &FixProposal::rule);
        if (found != family.end())
            return &*found;
    }
    return nullptr;
}

/// The open findings of a run by what identifies them.
QHash<QString, Severity> openFindings(const CheckResult& result)
{
    QHash<QString, Severity> open;
    for (const Finding& finding : result.findings) {
        if (!finding.accepted)
            open.insert(fingerprint(finding), finding.severity);
    }
    return open;
}

/// The open findings of one result whose fingerprint another does not know.
QList<Finding> findingsMissingIn(const CheckResult& result, const QHash<QString, Severity>& known)
{
    QList<Finding> missing;
    for (const Finding& finding : result.findings) {
        if (!finding.accepted && !known.contains(fingerprint(finding)))
            missing += finding;
    }
    return missing;
}

/// A finding that was there before and has become an error counts as a new error.
bool makesError(const CheckResult& after, const QHash<QString, Severity>& before)
{
    return std::ranges::any_of(after.findings, [&](const Finding& finding) {
        return !finding.accepted && finding.severity == Severity::Error &&
               before.value(fingerprint(finding), Severity::Off) != Severity::Error;
    });
}

/// Tries candidates on copies of one blueprint.
class Trial
{
public:
    Trial(const Blueprint& blueprint, const CheckOptions& options)
        : m_blueprint(blueprint),
          m_options(options),
          m_before(checkBlueprint(blueprint, options)),
          m_known(openFindings(m_before))
    {
    }

    /// Whether a candidate mends the finding without a new error; then what else it does is written into it.
    [[nodiscard]] bool works(Fix& fix, const QString& target) const
    {
        Blueprint patched = m_blueprint;
        if (!apply(patched, fix.patch))
            return false;
        const CheckResult after = checkBlueprint(patched, m_options);
        const bool remains =
            std::ranges::any_of(after.findings, [&](const Finding& f) { return fingerprint(f) == target; });
        if (remains || makesError(after, m_known))
            return false;
        fix.mended = findingsMissingIn(m_before, openFindings(after));
        fix.opened = findingsMissingIn(after, m_known);
        return true;
    }

private:
    const Blueprint& m_blueprint;
    const CheckOptions& m_options;
    const CheckResult m_before;
    const QHash<QString, Severity> m_known;
};

} // namespace

QList<Fix> fixesFor(const Blueprint& blueprint, const Finding& finding, const CheckOptions& options,
                    const IdSource& newId)
{
    const FixProposal* proposal = proposalFor(finding.rule);
    if (!proposal)
        return {};
    CheckContext context(blueprint, [](QStringView) { return true; });
    FixRun run(context, finding, newId);
    proposal->propose(run);

    const Trial trial(blueprint, options);
    QList<Fix> fixes;
    for (Fix fix : run.candidates()) {
        if (trial.works(fix, fingerprint(finding)))
            fixes += fix;
    }
    std::ranges::stable_sort(fixes, {}, [](const Fix& fix) { return fix.opened.size(); });
    return fixes;
}

QList<MetricChange> numbersChangedBy(const Blueprint& blueprint, const Patch& patch)
{
    Blueprint patched = blueprint;
    if (!apply(patched, patch))
        return {};
    QList<MetricChange> changes = compareBlueprints(blueprint, patched).metrics;
    changes.removeIf([](const MetricChange& change) { return change.verdict == Verdict::Same; });
    return changes;
}

bool hasFixes(QStringView rule)
{
    return proposalFor(rule) != nullptr;
}

} // namespace throughline
