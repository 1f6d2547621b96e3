// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/catalogue.h"
#include "core/check/phrases.h"
#include "core/check/rule.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace throughline {

RuleRun::RuleRun(CheckContext& checkContext, QStringView rule, Severity severity, CheckResult& result)
    : context(checkContext),
      graph(checkContext.graph),
      say(checkContext.say),
      m_rule(rule),
      m_severity(severity),
      m_result(result)
{
}

void RuleRun::add(Finding finding, Severity atMost)
{
    finding.rule = m_rule.toString();
    if (const CatalogueEntry* entry = catalogueEntry(m_rule))
        finding.family = entry->family;
    finding.severity = std::min(m_severity, atMost);
    // It may begin with a card, and that with "the".
    finding.message = sentenceStart(std::move(finding.message));
    if (finding.confidence == Confidence::Inferred && finding.severity > Severity::Hint)
        finding.severity = Severity(int(finding.severity) - 1);
    m_result.findings += std::move(finding);
}

void RuleRun::cover(int checked, int total, const QString& noun, const QString& reason)
{
    CoverageNote note;
    note.rule = m_rule.toString();
    note.checked = checked;
    note.total = total;
    if (total == 0)
        note.sentence = u"%1: no %2 to check"_s.arg(note.rule, noun);
    else
        note.sentence = u"%1: %2 of %3 %4 checked"_s.arg(note.rule).arg(checked).arg(total).arg(noun);
    if (checked < total)
        note.sentence += u"; %1 not"_s.arg(total - checked);
    if (!reason.isEmpty())
        note.sentence += (checked < total ? u", because "_s : u"; "_s) + reason;
    m_result.coverage += note;
}

double RuleRun::parameter(QStringView name) const
{
    const CatalogueEntry* entry = catalogueEntry(m_rule);
    Q_ASSERT(entry);
    for (const RuleParameter& parameter : entry->parameters) {
        if (parameter.name == name)
            return parameter.value;
    }
    Q_ASSERT_X(false, "RuleRun::parameter", "the catalogue does not name this parameter");
    return 0;
}

ElementRef RuleRun::refOf(int node) const
{
    if (graph.isCard(node))
        return {ElementKind::Card, graph.cards[size_t(node)].card->id.value};
    return {ElementKind::Lane, graph.lanes[size_t(graph.laneOf(node))]->id.value};
}

ElementRef RuleRun::linkRef(int link) const
{
    return {ElementKind::Connection, graph.links[size_t(link)].connection->id.value};
}

ElementRef RuleRun::roleRef(int role) const
{
    if (graph.isUnnamed(role))
        return {ElementKind::Lane, graph.lanes[size_t(role) - graph.roles.size()]->id.value};
    return {ElementKind::Role, graph.roles[size_t(role)]->id.value};
}

ElementRef RuleRun::departmentRef(int department) const
{
    return {ElementKind::Department, graph.departments[size_t(department)]->id.value};
}

ElementRef RuleRun::requestRef(int request) const
{
    return {ElementKind::Request, graph.requests[size_t(request)]->id.value};
}

} // namespace throughline
