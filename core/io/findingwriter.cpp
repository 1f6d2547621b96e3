// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/findingwriter.h"

#include "core/check/catalogue.h"
#include "core/io/files.h"
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

QJsonObject findingObject(const Finding& finding)
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
    if (finding.accepted)
        object.insert(QStringLiteral("accepted"), finding.accepted->reason);
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
        findings += line(findingObject(finding));
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
           "], \"coverage\": [" + joined(coverage, "  ") + "], \"ruleErrors\": [" + joined(errors, "  ") + "]}";
}

QString sarifLevel(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Hint:
        return QStringLiteral("note");
    case Severity::Off:
        return QStringLiteral("none");
    }
    return {};
}

QJsonObject sarifText(const QString& text)
{
    return {{QStringLiteral("text"), text}};
}

QJsonObject sarifLocation(const CheckedFile& file, const Finding& finding)
{
    QJsonArray logical;
    for (const Evidence& e : finding.evidence) {
        logical.append(QJsonObject{{QStringLiteral("fullyQualifiedName"), refText(e.element)},
                                   {QStringLiteral("kind"), QStringLiteral("element")}});
    }
    QJsonObject location{
        {QStringLiteral("physicalLocation"),
         QJsonObject{{QStringLiteral("artifactLocation"), QJsonObject{{QStringLiteral("uri"), file.name}}}}}};
    if (!logical.isEmpty())
        location.insert(QStringLiteral("logicalLocations"), logical);
    return location;
}

QJsonObject sarifResult(const CheckedFile& file, const Finding& finding)
{
    QJsonObject result{
        {QStringLiteral("ruleId"), finding.rule},
        {QStringLiteral("level"), sarifLevel(finding.severity)},
        {QStringLiteral("message"), sarifText(finding.message)},
        {QStringLiteral("locations"), QJsonArray{sarifLocation(file, finding)}},
        {QStringLiteral("partialFingerprints"), QJsonObject{{QStringLiteral("throughline/v1"), fingerprint(finding)}}},
    };
    if (finding.accepted) {
        result.insert(QStringLiteral("suppressions"),
                      QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("external")},
                                             {QStringLiteral("status"), QStringLiteral("accepted")},
                                             {QStringLiteral("justification"), finding.accepted->reason}}});
    }
    return result;
}

QJsonArray sarifRules(const QList<CheckedFile>& files)
{
    QMap<QString, QJsonObject> rules;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.result.findings) {
            const CatalogueEntry* info = catalogueEntry(finding.rule);
            if (!info)
                continue;
            rules.insert(finding.rule, {{QStringLiteral("id"), finding.rule},
                                        {QStringLiteral("shortDescription"), sarifText(info->title)},
                                        {QStringLiteral("fullDescription"), sarifText(info->explanation)}});
        }
    }
    QJsonArray array;
    for (const QJsonObject& rule : rules)
        array.append(rule);
    return array;
}

Error notABaseline(const QString& file, const QString& why)
{
    Place place;
    place.file = file;
    return {Error::Code::Value,
            QStringLiteral("This is not a baseline (%1); make one with throughline check --format json").arg(why),
            place};
}

} // namespace

QByteArray writeFindingsJson(const QList<CheckedFile>& files)
{
    QList<QByteArray> entries;
    for (const CheckedFile& file : files)
        entries += fileEntry(file);
    return "{\"formatVersion\": \"1.0\", \"files\": [" + joined(entries, "") + "]}\n";
}

QByteArray writeFindingsSarif(const QList<CheckedFile>& files, const QString& programVersion)
{
    QJsonArray results;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.result.findings)
            results.append(sarifResult(file, finding));
    }
    const QJsonObject driver{{QStringLiteral("name"), QStringLiteral("Throughline")},
                             {QStringLiteral("version"), programVersion},
                             {QStringLiteral("rules"), sarifRules(files)}};
    const QJsonObject run{{QStringLiteral("tool"), QJsonObject{{QStringLiteral("driver"), driver}}},
                          {QStringLiteral("columnKind"), QStringLiteral("unicodeCodePoints")},
                          {QStringLiteral("results"), results}};
    const QJsonObject log{{QStringLiteral("$schema"), QStringLiteral("https://json.schemastore.org/sarif-2.1.0.json")},
                          {QStringLiteral("version"), QStringLiteral("2.1.0")},
                          {QStringLiteral("runs"), QJsonArray{run}}};
    return QJsonDocument(log).toJson(QJsonDocument::Indented);
}

Result<QSet<QString>> readFingerprints(const QString& file)
{
    const Result<QByteArray> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return notABaseline(file, parseError.errorString());
    const QJsonValue files = document.object().value(QStringLiteral("files"));
    if (!files.isArray())
        return notABaseline(file, QStringLiteral("it has no files"));
    QSet<QString> fingerprints;
    for (const QJsonValue& entry : files.toArray()) {
        for (const QJsonValue& finding : entry.toObject().value(QStringLiteral("findings")).toArray())
            fingerprints.insert(finding.toObject().value(QStringLiteral("fingerprint")).toString());
    }
    return fingerprints;
}

} // namespace throughline
