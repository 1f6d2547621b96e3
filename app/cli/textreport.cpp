// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/textreport.h"

#include "core/check/checker.h"
#include "core/model/words.h"

namespace throughline {

namespace {

enum class Ink { Red, Amber, Blue, Bold, Faint };

class Paint
{
public:
    explicit Paint(bool colour) : m_colour(colour) {}

    [[nodiscard]] QString operator()(Ink ink, const QString& text) const
    {
        return m_colour ? QStringLiteral("\x1b[") + code(ink) + u'm' + text + QStringLiteral("\x1b[0m") : text;
    }

private:
    static QString code(Ink ink)
    {
        switch (ink) {
        case Ink::Red:
            return QStringLiteral("1;31");
        case Ink::Amber:
            return QStringLiteral("33");
        case Ink::Blue:
            return QStringLiteral("34");
        case Ink::Bold:
            return QStringLiteral("1");
        case Ink::Faint:
            return QStringLiteral("2");
        }
        return {};
    }

    bool m_colour;
};

Ink inkOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Ink::Red;
    case Severity::Warning:
        return Ink::Amber;
    case Severity::Hint:
    case Severity::Off:
        return Ink::Blue;
    }
    return Ink::Blue;
}

QString paragraph(const Finding& finding, const Paint& paint)
{
    QString text = QStringLiteral("  %1  %2  %3\n")
                       .arg(paint(inkOf(finding.severity), word(finding.severity).leftJustified(7)),
                            paint(Ink::Bold, finding.title),
                            paint(Ink::Faint, QStringLiteral("[%1 %2]").arg(finding.rule, subjectOf(finding))));
    text += QStringLiteral("           %1 %2\n").arg(finding.message, finding.consequence);
    for (const QString& consequence : finding.suppressed)
        text += QStringLiteral("           + %1\n").arg(consequence);
    if (!finding.remedies.isEmpty())
        text += QStringLiteral("           \u2192 %1\n").arg(finding.remedies.first());
    return text + u'\n';
}

QString counted(qsizetype count, const QString& one, const QString& many)
{
    return QStringLiteral("%1 %2").arg(count).arg(count == 1 ? one : many);
}

qsizetype countOf(const CheckResult& result, Severity severity)
{
    qsizetype count = 0;
    for (const Finding& finding : result.findings)
        count += !finding.accepted && finding.severity == severity;
    return count;
}

/// "2 errors, 1 warning, 1 accepted"
QString summary(const CheckResult& result)
{
    QStringList parts;
    const auto add = [&](qsizetype count, const QString& one, const QString& many) {
        if (count > 0)
            parts += counted(count, one, many);
    };
    add(countOf(result, Severity::Error), QStringLiteral("error"), QStringLiteral("errors"));
    add(countOf(result, Severity::Warning), QStringLiteral("warning"), QStringLiteral("warnings"));
    add(countOf(result, Severity::Hint), QStringLiteral("hint"), QStringLiteral("hints"));
    if (parts.isEmpty())
        parts += QStringLiteral("nothing found");
    qsizetype accepted = 0;
    for (const Finding& finding : result.findings)
        accepted += finding.accepted.has_value();
    add(accepted, QStringLiteral("accepted"), QStringLiteral("accepted"));
    add(result.staleAcceptances.size(), QStringLiteral("acceptance no longer needed"),
        QStringLiteral("acceptances no longer needed"));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString textReport(const CheckedFile& file, const TextReportOptions& options)
{
    const Paint paint(options.colour);
    QString text;
    for (const Finding& finding : file.result.findings) {
        if (!finding.accepted)
            text += paragraph(finding, paint);
    }
    if (options.coverage) {
        for (const CoverageNote& note : file.result.coverage)
            text += QStringLiteral("  %1\n").arg(paint(Ink::Faint, note.sentence));
        text += u'\n';
    }
    const QString title = file.blueprint.header().title.simplified();
    const QString name = title.isEmpty() ? file.name : QStringLiteral("%1: %2").arg(file.name, title);
    return paint(Ink::Bold, name) + u'\n' + text + QStringLiteral("  %1\n").arg(summary(file.result));
}

} // namespace throughline
