// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationparser.h"
#include "core/io/notationwords.h"
#include "core/model/validation.h"

#include <algorithm>

/// The second half of reading the notation: once every line is known, what they name is looked up.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString kindText(ElementKind kind)
{
    QString text = tableName(kind);
    if (kind == ElementKind::DataItem)
        return u"data item"_s;
    text.chop(1);
    return text;
}

} // namespace

std::optional<Blueprint> NotationParser::finish()
{
    if (m_faults.first())
        return std::nullopt;
    resolveSteps();
    resolveReferences();
    resolveConnections();
    if (m_faults.first())
        return std::nullopt;
    Result<Blueprint> blueprint = std::move(m_builder).build();
    if (blueprint)
        return *std::move(blueprint);
    m_faults.report(blueprint.error().code, offsetOf(blueprint.error().place.path), blueprint.error().message);
    return std::nullopt;
}

void NotationParser::resolveSteps()
{
    for (const StepDraft& draft : std::as_const(m_steps)) {
        declare(ElementKind::Step, {draft.step.id.value, draft.offset});
        m_builder.steps.append(draft.step);
    }
    for (qsizetype i = 0; i < m_cardSteps.size(); ++i) {
        if (m_cardSteps[i].first > 0)
            m_builder.cards[i].firstStep = m_steps.constFind(m_cardSteps[i].first)->step.id;
        if (m_cardSteps[i].last > 0)
            m_builder.cards[i].lastStep = m_steps.constFind(m_cardSteps[i].last)->step.id;
    }
}

void NotationParser::resolveReferences()
{
    std::stable_sort(m_references.begin(), m_references.end(),
                     [](const Reference& l, const Reference& r) { return l.offset < r.offset; });
    for (const Reference& reference : std::as_const(m_references)) {
        const auto& [kind, id] = reference.element;
        if (m_declared.contains(reference.element))
            continue;
        const bool comesIntoBeing = kind == ElementKind::Request || kind == ElementKind::DataItem;
        if (!comesIntoBeing || !isValidId(id)) {
            m_faults.report(Error::Code::Reference, reference.offset,
                            foundText(id) + u", expected the id of a %1"_s.arg(kindText(kind)));
            return;
        }
        m_declared.insert(reference.element, reference.offset);
        if (kind == ElementKind::Request) {
            Request request;
            request.id = RequestId(id);
            request.catalogued = false;
            m_builder.requests.append(request);
        } else {
            DataItem data;
            data.id = DataItemId(id);
            m_builder.dataItems.append(data);
        }
    }
}

void NotationParser::resolveConnections()
{
    for (qsizetype i = 0; i < m_connectionEnds.size(); ++i) {
        m_builder.connections[i].from = resolveEnd(m_connectionEnds[i].from);
        m_builder.connections[i].to = resolveEnd(m_connectionEnds[i].to);
    }
}

End NotationParser::resolveEnd(const NotationItem& item)
{
    if (item.text.startsWith(u'?'))
        return looseEnd(item);
    const bool forcedLane = item.text.startsWith("lane:"_L1);
    const QString id = forcedLane ? item.text.sliced(5) : item.text;
    if (!forcedLane && m_declared.contains({ElementKind::Card, id}))
        return CardId(id);
    if (m_declared.contains({ElementKind::Lane, id}))
        return LaneId(id);
    m_faults.report(Error::Code::Reference, item.offset,
                    foundText(item.text) + u", expected the id of a card or a lane, or ? for a loose end"_s);
    return {};
}

LooseEnd NotationParser::looseEnd(const NotationItem& item)
{
    LooseEnd loose;
    const qsizetype at = item.text.indexOf(u'@');
    const QString nearest = item.text.mid(1, at < 0 ? -1 : at - 1);
    loose.nearest = CardId(nearest);
    if (!nearest.isEmpty() && !m_declared.contains({ElementKind::Card, nearest})) {
        m_faults.report(Error::Code::Reference, item.offset + 1,
                        foundText(nearest) + u", expected the id of the card nearest to a loose end"_s);
    }
    if (at >= 0) {
        bool isNumber = false;
        loose.distance = item.text.sliced(at + 1).toInt(&isNumber);
        if (!isNumber) {
            m_faults.report(Error::Code::Value, item.offset + at + 1,
                            foundText(item.text.sliced(at + 1)) + u", expected a distance in pixels"_s);
        }
    }
    return loose;
}

qsizetype NotationParser::offsetOf(const QString& path) const
{
    for (auto declared = m_declared.cbegin(); declared != m_declared.cend(); ++declared) {
        const QString element = tableName(declared.key().kind) + u'/' + declared.key().id;
        if (path == element || path.startsWith(element + u'/'))
            return declared.value();
    }
    return 0;
}

} // namespace throughline
