// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/findingwriter.h"

#include "core/model/validation.h"
#include "core/model/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace throughline {

namespace {

QString word(Evidence::Part part)
{
    switch (part) {
    case Evidence::Part::Subject:
        return QStringLiteral("subject");
    case Evidence::Part::Path:
        return QStringLiteral("path");
    case Evidence::Part::Culprit:
        return QStringLiteral("culprit");
    case Evidence::Part::Missing:
        return QStringLiteral("missing");
    }
    return {};
}

QString refText(const ElementRef& ref)
{
    return ref.kind == ElementKind::Blueprint ? tableName(ref.kind) : tableName(ref.kind) + u'/' + ref.id;
}

QJsonArray evidenceArray(const QList<Evidence>& evidence)
{
    QJsonArray array;
    for (const Evidence& e : evidence) {
        QJsonObject object{{QStringLiteral("part"), word(e.part)}, {QStringLiteral("element"), refText(e.element)}};
        if (e.part == Evidence::Part::Missing)
            object.insert(QStringLiteral("to"), refText(e.to));
        array.append(object);
    }
    return array;
}

QJsonObject acceptanceObject(const Acceptance& acceptance)
{
    QJsonObject object{{QStringLiteral("reason"), acceptance.reason}};
    if (!acceptance.who.isEmpty())
        object.insert(QStringLiteral("who"), acceptance.who);
    if (acceptance.when.isValid())
        object.insert(QStringLiteral("when"), acceptance.when.toString(Qt::ISODate));
    if (acceptance.until.isValid())
        object.insert(QStringLiteral("until"), acceptance.until.toString(Qt::ISODate));
    return object;
}

QJsonObject staleObject(const Acceptance& acceptance)
{
    QJsonObject object = acceptanceObject(acceptance);
    object.insert(QStringLiteral("rule"), acceptance.rule);
    object.insert(QStringLiteral("subject"), acceptance.subject);
    if (!acceptance.variant.isEmpty())
        object.insert(QStringLiteral("variant"), acceptance.variant);
    return object;
}

QJsonObject findingObject(const CheckedFile& file, const Finding& finding)
{
    QJsonObject object{
        {QStringLiteral("rule"), finding.rule},
        {QStringLiteral("severity"), word(finding.severity)},
        {QStringLiteral("confidence"),
         finding.confidence == Confidence::Drawn ? QStringLiteral("drawn") : QStringLiteral("inferred")},
        {QStringLiteral("subject"), subjectOf(finding)},
        {QStringLiteral("variant"), finding.variant},
        {QStringLiteral("detail"), finding.detail},
        {QStringLiteral("fingerprint"), fingerprint(finding)},
        {QStringLiteral("title"), finding.title},
        {QStringLiteral("message"), finding.message},
        {QStringLiteral("consequence"), finding.consequence},
        {QStringLiteral("remedies"), QJsonArray::fromStringList(finding.remedies)},
        {QStringLiteral("suppressed"), QJsonArray::fromStringList(finding.suppressed)},
        {QStringLiteral("evidence"), evidenceArray(finding.evidence)},
    };
    if (const Place place = placeOf(file, finding); place.line > 0) {
        object.insert(QStringLiteral("line"), place.line);
        object.insert(QStringLiteral("column"), place.column);
    }
    if (finding.accepted)
        object.insert(QStringLiteral("accepted"), acceptanceObject(*finding.accepted));
    if (finding.expired)
        object.insert(QStringLiteral("expired"), acceptanceObject(*finding.expired));
    if (file.known)
        object.insert(QStringLiteral("known"), file.known->contains(fingerprint(finding)));
    return object;
}

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray joined(const QList<QByteArray>& lines, const QByteArray& indent)
{
    return lines.isEmpty() ? QByteArray() : '\n' + indent + lines.join(",\n" + indent) + '\n';
}

QByteArray fileEntry(const CheckedFile& file)
{
    QList<QByteArray> findings;
    for (const Finding& finding : file.result.findings)
        findings += line(findingObject(file, finding));
    QList<QByteArray> stale;
    for (const Acceptance& acceptance : file.result.staleAcceptances)
        stale += line(staleObject(acceptance));
    QList<QByteArray> coverage;
    for (const CoverageNote& note : file.result.coverage) {
        coverage += line({{QStringLiteral("rule"), note.rule},
                          {QStringLiteral("checked"), note.checked},
                          {QStringLiteral("total"), note.total},
                          {QStringLiteral("sentence"), note.sentence}});
    }
    QList<QByteArray> errors;
    for (const RuleError& error : file.result.ruleErrors)
        errors += line({{QStringLiteral("rule"), error.rule}, {QStringLiteral("message"), error.message}});
    const QByteArray name = QJsonDocument(QJsonArray{file.name}).toJson(QJsonDocument::Compact);
    return "{\"file\": " + name.mid(1, name.size() - 2) + ", \"findings\": [" + joined(findings, "  ") +
           "], \"staleAcceptances\": [" + joined(stale, "  ") + "], \"coverage\": [" + joined(coverage, "  ") +
           "], \"ruleErrors\": [" + joined(errors, "  ") + "]}";
}

} // namespace

Place placeOf(const CheckedFile& file, const Finding& finding)
{
    return file.places.of(finding.evidence.isEmpty() ? ElementRef() : finding.evidence.first().element);
}

QByteArray writeFindingsJson(const QList<CheckedFile>& files)
{
    QList<QByteArray> entries;
    for (const CheckedFile& file : files)
        entries += fileEntry(file);
    return "{\"formatVersion\": \"1.0\", \"files\": [" + joined(entries, "") + "]}\n";
}

} // namespace throughline
