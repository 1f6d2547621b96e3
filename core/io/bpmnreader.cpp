// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmnreader.h"

#include "core/io/bpmnmapper.h"
#include "core/io/bpmnxml.h"

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOfParty(const BpmnModel& model, const QString& id)
{
    for (const BpmnPool& pool : model.pools) {
        if (pool.id == id)
            return pool.name.isEmpty() ? id : pool.name;
    }
    for (const BpmnLane& lane : model.lanes) {
        if (lane.id == id)
            return lane.name.isEmpty() ? id : lane.name;
    }
    return id;
}

QString customerNote(const BpmnImport& import, const BpmnOptions& options)
{
    const auto note = [&](const QString& text, const QString& which) {
        return options.forCommandLine ? u"%1; --customer chooses %2."_s.arg(text, which) : text + u'.';
    };
    if (!options.customer.isEmpty())
        return u"\"%1\" is the customer, as asked."_s.arg(import.customerUsed);
    if (!import.customerUsed.isEmpty())
        return note(u"\"%1\" was taken as the customer, because its name says so"_s.arg(import.customerUsed),
                    u"another"_s);
    QStringList candidates;
    for (const CustomerCandidate& candidate : import.candidates)
        candidates.append(
            u"\"%1\" (%2)"_s.arg(candidate.name.isEmpty() ? candidate.id : candidate.name, candidate.why));
    if (candidates.isEmpty())
        return note(u"No pool or lane was taken as the customer, because none looks like one"_s, u"one"_s);
    return note(u"No pool or lane was taken as the customer, because that is not clear. It may be %1"_s.arg(
                    candidates.join(u", "_s)),
                u"one"_s);
}

QString titleFrom(const QString& fileName)
{
    const QString base = fileName.section(u'/', -1);
    const qsizetype point = base.lastIndexOf(u'.');
    return point > 0 ? base.first(point) : base;
}

} // namespace

Result<BpmnImport> readBpmn(const QByteArray& xml, const QString& fileName, const BpmnOptions& options)
{
    const Result<BpmnModel> model = readBpmnXml(xml, fileName);
    if (!model)
        return model.error();
    const CustomerProposal proposal = proposeCustomer(*model);
    QString customer = proposal.isClear ? proposal.candidates.first().id : QString();
    if (!options.customer.isEmpty()) {
        const Result<QString> chosen = findCustomer(*model, options.customer);
        if (!chosen) {
            Error error = chosen.error();
            error.place.file = fileName;
            return error;
        }
        customer = *chosen;
    }
    BpmnMapper mapper(*model, customer, titleFrom(fileName));
    Result<Blueprint> blueprint = mapper.run();
    if (!blueprint) {
        Error error = blueprint.error();
        error.place.file = fileName;
        return error;
    }
    BpmnImport import;
    import.blueprint = *std::move(blueprint);
    import.candidates = proposal.candidates;
    import.customerUsed = customer.isEmpty() ? QString() : nameOfParty(*model, customer);
    import.notes = QStringList{customerNote(import, options)} + mapper.notes();
    return import;
}

} // namespace throughline
