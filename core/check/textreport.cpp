// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/textreport.h"

#include "core/check/phrases.h"
#include "core/model/queries.h"

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        return u"hint"_s;
    case Severity::Off:
        break;
    }
    return u"off"_s;
}

QString colourOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"\u001b[31m"_s;
    case Severity::Warning:
        return u"\u001b[33m"_s;
    case Severity::Hint:
    case Severity::Off:
        break;
    }
    return u"\u001b[36m"_s;
}

QString kindWord(ElementKind kind)
{
    switch (kind) {
    case ElementKind::Card:
        return u"card"_s;
    case ElementKind::Connection:
        return u"connection"_s;
    case ElementKind::Lane:
        return u"lane"_s;
    case ElementKind::Role:
        return u"role"_s;
    case ElementKind::Phase:
        return u"phase"_s;
    case ElementKind::Step:
        return u"step"_s;
    case ElementKind::Department:
        return u"department"_s;
    case ElementKind::Request:
        return u"request"_s;
    case ElementKind::DataItem:
        return u"data item"_s;
    case ElementKind::Blueprint:
    case ElementKind::Acceptance:
        break;
    }
    return u"blueprint"_s;
}

/// "connection Asks \u2192 Takes the question (e1)": what it is called and its id.
QString placeOf(const Blueprint& blueprint, const ElementRef& ref)
{
    const QString name = nameOf(blueprint, ref).simplified();
    if (ref.id.isEmpty())
        return kindWord(ref.kind);
    return name == ref.id ? u"%1 %2"_s.arg(kindWord(ref.kind), name)
                          : u"%1 %2 (%3)"_s.arg(kindWord(ref.kind), name, ref.id);
}

/// "Not now (Ann, 2026-05-03, until 2026-06-30)": the reason with what is known of who and when.
QString reasonOf(const Acceptance& acceptance)
{
    QStringList parts{acceptance.who, acceptance.when.toString(Qt::ISODate)};
    if (acceptance.until.isValid())
        parts += u"until "_s + acceptance.until.toString(Qt::ISODate);
    parts.removeAll(QString());
    return parts.isEmpty() ? acceptance.reason : u"%1 (%2)"_s.arg(acceptance.reason, parts.join(u", "_s));
}

class Writer
{
public:
    Writer(const Blueprint& blueprint, const TextReportOptions& options) : m_blueprint(blueprint), m_options(options) {}

    void finding(const Finding& finding)
    {
        const QString known = m_options.known.contains(fingerprint(finding)) ? u"  (known)"_s : QString();
        line(u"%1  %2"_s.arg(painted(severityWord(finding.severity), colourOf(finding.severity)),
                             painted(finding.title, u"\u001b[1m"_s)) +
             known);
        line(u"  "_s + finding.message);
        for (const QString& sentence : finding.suppressed)
            line(u"  - "_s + sentence);
        if (!finding.consequence.isEmpty())
            line(u"  Why it matters: "_s + finding.consequence);
        if (!finding.remedies.isEmpty())
            line(u"  What would mend it: "_s + finding.remedies.first());
        if (finding.expired)
            line(u"  Accepted until it ran out: "_s + reasonOf(*finding.expired));
        line(u"  At %1  [%2]"_s.arg(whereabouts(finding), finding.rule));
        line({});
    }
    void accepted(const Finding& finding)
    {
        line(u"accepted  %1: %2"_s.arg(finding.title, reasonOf(*finding.accepted)));
        line(u"  At %1  [%2]"_s.arg(whereabouts(finding), finding.rule));
    }
    void line(const QString& text) { m_text += text + u'\n'; }
    [[nodiscard]] QString painted(const QString& text, const QString& colour) const
    {
        return m_options.colour ? colour + text + u"\u001b[0m"_s : text;
    }
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    /// "dinner.bpt:12:3: card Asks (g1)".
    [[nodiscard]] QString whereabouts(const Finding& finding) const
    {
        const QString place = m_options.placeOf ? m_options.placeOf(finding) : QString();
        const QString element =
            placeOf(m_blueprint, finding.evidence.isEmpty() ? ElementRef() : finding.evidence.first().element);
        return place.isEmpty() ? element : u"%1: %2"_s.arg(place, element);
    }

    const Blueprint& m_blueprint;
    const TextReportOptions& m_options;
    QString m_text;
};

QString countLine(const CheckResult& result, Severity atLeast)
{
    qsizetype errors = 0;
    qsizetype warnings = 0;
    qsizetype hints = 0;
    qsizetype accepted = 0;
    for (const Finding& finding : result.findings) {
        if (finding.accepted)
            ++accepted;
        else if (finding.severity == Severity::Error)
            ++errors;
        else if (finding.severity == Severity::Warning)
            ++warnings;
        else
            ++hints;
    }
    QStringList parts;
    if (errors > 0)
        parts += counted(errors, u"error"_s, u"errors"_s);
    if (warnings > 0 && atLeast <= Severity::Warning)
        parts += counted(warnings, u"warning"_s, u"warnings"_s);
    if (hints > 0 && atLeast <= Severity::Hint)
        parts += counted(hints, u"hint"_s, u"hints"_s);
    QString line = parts.isEmpty() ? u"No findings"_s : parts.join(u", "_s);
    if (accepted > 0)
        line += u", %1 accepted"_s.arg(accepted);
    return line + u'.';
}

} // namespace

QString textReport(const Blueprint& blueprint, const CheckResult& result, const TextReportOptions& options)
{
    Writer writer(blueprint, options);
    for (const Finding& finding : result.findings) {
        if (!finding.accepted && finding.severity >= options.atLeast)
            writer.finding(finding);
    }
    for (const Finding& finding : result.findings) {
        if (finding.accepted)
            writer.accepted(finding);
    }
    for (const Acceptance& stale : result.staleAcceptances)
        writer.line(u"no longer needed  accepted %1 %2: %3"_s.arg(stale.rule, stale.subject, reasonOf(stale)));
    for (const RuleError& error : result.ruleErrors)
        writer.line(u"failed  The rule %1 could not run: %2"_s.arg(error.rule, error.message));
    if (options.coverage) {
        for (const CoverageNote& note : result.coverage)
            writer.line(note.sentence);
    }
    writer.line(countLine(result, options.atLeast));
    return writer.text();
}

} // namespace throughline
