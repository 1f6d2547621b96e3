// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/checker.h"
#include "core/check/phrases.h"
#include "core/check/servicegraph.h"

#include <QStringView>

#include <functional>
#include <memory>
#include <span>

namespace throughline {

class AskableTable;
class Capabilities;
class ChaseAnalysis;
class Meetings;
class ThreadAnalysis;
class WaitAnalysis;

/// Everything the rules of one run share. What more than one rule needs is worked out on first use and kept.
class CheckContext
{
public:
    CheckContext(const Blueprint& blueprint, std::function<bool(QStringView)> isOn);
    ~CheckContext();

    /// Whether a rule takes part in this run; a root cause only excuses its consequences when it is itself looked for.
    [[nodiscard]] bool isOn(QStringView rule) const { return m_isOn(rule); }

    [[nodiscard]] const Blueprint& blueprint() const { return graph.blueprint; }
    [[nodiscard]] const ThreadAnalysis& threads();
    [[nodiscard]] const Meetings& meetings();
    [[nodiscard]] const Capabilities& capabilities();
    [[nodiscard]] const AskableTable& askables();
    [[nodiscard]] const WaitAnalysis& waits();
    [[nodiscard]] const ChaseAnalysis& chase();

    const ServiceGraph graph;
    const Phrases say;

private:
    std::function<bool(QStringView)> m_isOn;
    std::unique_ptr<ThreadAnalysis> m_threads;
    std::unique_ptr<Meetings> m_meetings;
    std::unique_ptr<Capabilities> m_capabilities;
    std::unique_ptr<AskableTable> m_askables;
    std::unique_ptr<WaitAnalysis> m_waits;
    std::unique_ptr<ChaseAnalysis> m_chase;
};

/// One rule at work: what it may look at and where it puts what it finds.
class RuleRun
{
public:
    RuleRun(CheckContext& context, QStringView rule, Severity severity, CheckResult& result);

    /// Adds a finding of this rule; rule, family and severity are filled in. An inferred finding is one degree quieter
    /// than a drawn one, and none is louder than atMost.
    void add(Finding finding, Severity atMost = Severity::Error);
    /// How many of the things it looks at the rule could judge, and in one sentence what was in the way of the others.
    /// noun stands in the plural: "customer moves".
    void cover(int checked, int total, const QString& noun, const QString& reason = {});
    /// A number of the rule's entry in the catalogue.
    [[nodiscard]] double parameter(QStringView name) const;

    [[nodiscard]] ElementRef refOf(int node) const;
    [[nodiscard]] ElementRef linkRef(int link) const;
    [[nodiscard]] ElementRef roleRef(int role) const;
    [[nodiscard]] ElementRef departmentRef(int department) const;
    [[nodiscard]] ElementRef requestRef(int request) const;
    [[nodiscard]] QString idOf(int node) const { return refOf(node).id; }

    CheckContext& context;
    const ServiceGraph& graph;
    const Phrases& say;

private:
    QStringView m_rule;
    Severity m_severity;
    CheckResult& m_result;
};

/// A rule: the function that looks for what the catalogue describes under the id.
struct Rule
{
    QStringView id;
    void (*run)(RuleRun& run);
};

[[nodiscard]] std::span<const Rule> siloRules();
[[nodiscard]] std::span<const Rule> deadEndRules();
[[nodiscard]] std::span<const Rule> unansweredRules();
[[nodiscard]] std::span<const Rule> perspectiveRules();
[[nodiscard]] std::span<const Rule> voiceRules();
[[nodiscard]] std::span<const Rule> drawingRules();

/// Every rule, family by family.
[[nodiscard]] std::vector<Rule> allRules();

/// checkBlueprint() with rules of one's own.
[[nodiscard]] CheckResult runRules(std::span<const Rule> rules, const Blueprint& blueprint,
                                   const CheckOptions& options);

} // namespace throughline
