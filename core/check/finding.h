// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace throughline {

enum class RuleFamily { Silos, DeadEnds, Unanswered, Perspective, Voice, Drawing };

/// Whether every premise of a finding was said by the user, or something plain arrows only suggest.
enum class Confidence { Drawn, Inferred };

/// One thing on the drawing that a finding rests on.
struct Evidence
{
    enum class Part {
        Subject, ///< what the finding is about
        Path,    ///< what the request, the work or the customer went through
        Culprit, ///< where it breaks
        Missing, ///< what is not there and would satisfy the rule: from -> to
    };

    Part part = Part::Subject;
    ElementRef element; ///< for Missing: where the missing connection would start
    ElementRef to;      ///< for Missing only: where it would end
    bool operator==(const Evidence&) const = default;
};

/// One fault that a rule found. A value; what identifies it is fingerprint().
struct Finding
{
    QString rule; ///< id in the catalogue, e.g. "silo-break"
    RuleFamily family = RuleFamily::Silos;
    Severity severity = Severity::Warning;
    Confidence confidence = Confidence::Drawn;

    /// The stable ids it is about in the order the rule names them; joined by separator() they are the SUBJECT of
    /// "--format lines".
    QStringList subjects;
    QString subjectSeparator = QStringLiteral(">");
    /// Tells apart findings of one rule at the same subjects (the request, the data item); empty for most rules.
    QString variant;
    /// The DETAIL of "--format lines"; may be empty. Not part of the identity.
    QString detail;

    QString title;            ///< a few words for a list: "Silo break: Bar to Floor"
    QString message;          ///< one sentence in the words of the drawing
    QString consequence;      ///< why it matters to the customer, one sentence
    QStringList remedies;     ///< what would mend it, one imperative sentence each, best first
    QStringList suppressed;   ///< consequences of the same cause, one sentence each
    QList<Evidence> evidence; ///< most telling first; the first element is where "go there" flies to

    std::optional<Acceptance> accepted; ///< the acceptance that covers it
    std::optional<Acceptance> expired;  ///< one that covered it until it ran out; the finding is open again

    bool operator==(const Finding&) const = default;
};

/// Rule, sorted subjects and variant: the identity that survives renaming, moving, rewording and reordering.
[[nodiscard]] QString fingerprint(const Finding& finding);

/// The subjects as one word: "g1>g2", "v+w", "Busser".
[[nodiscard]] QString subjectOf(const Finding& finding);

/// What a rule could not check and why, e.g. "silo-break: 7 of 12 customer moves checked; 5 not, because lane Bar has
/// no department". Never a finding.
struct CoverageNote
{
    QString rule;
    int checked = 0;
    int total = 0;
    QString sentence;

    bool operator==(const CoverageNote&) const = default;
};

/// A rule that failed to run; the others ran on.
struct RuleError
{
    QString rule;
    QString message;

    bool operator==(const RuleError&) const = default;
};

/// What one run of the check found. Findings are sorted by severity (errors first), family, rule, step and subject;
/// accepted ones are among them, marked.
struct CheckResult
{
    QList<Finding> findings;
    QList<CoverageNote> coverage;
    QList<RuleError> ruleErrors;
    QList<Acceptance> staleAcceptances; ///< match no finding any more
    QSet<ElementRef> spoken;            ///< cards and connections whose words stand in the sentences, perhaps some more

    bool operator==(const CheckResult&) const = default;
};

} // namespace throughline
