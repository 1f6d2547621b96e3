// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sarifwriter.h"

#include "core/check/catalogue.h"
#include "core/model/queries.h"
#include "core/model/validation.h"
#include "core/model/words.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

QString levelOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Hint:
        return u"note"_s;
    case Severity::Off:
        return u"none"_s;
    }
    return {};
}

QJsonObject textObject(const QString& text)
{
    return {{u"text"_s, text}};
}

/// A path as the reference it is in a URI (RFC 3986): in the working directory relative to it, else a file: URL.
QString uriOf(const QString& path)
{
    if (path == u"-"_s)
        return u"stdin"_s;
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    const QString relative = QDir::current().relativeFilePath(absolute);
    if (relative.startsWith(u"../"_s) || QDir::isAbsolutePath(relative))
        return QUrl::fromLocalFile(absolute).toString(QUrl::FullyEncoded);
    return QString::fromLatin1(QUrl::toPercentEncoding(relative, "/"));
}

QJsonObject physicalLocation(const QString& file, const Place& place = {})
{
    QJsonObject location{{u"artifactLocation"_s, QJsonObject{{u"uri"_s, uriOf(file)}}}};
    if (place.line > 0)
        location.insert(u"region"_s, QJsonObject{{u"startLine"_s, place.line}, {u"startColumn"_s, place.column}});
    return location;
}

QJsonObject logicalLocation(const Blueprint& blueprint, const ElementRef& element)
{
    const bool whole = element.kind == ElementKind::Blueprint;
    QJsonObject location{
        {u"fullyQualifiedName"_s, whole ? tableName(element.kind) : tableName(element.kind) + u'/' + element.id},
        {u"kind"_s, u"element"_s}};
    if (!whole)
        location.insert(u"name"_s, nameOf(blueprint, element));
    return location;
}

QJsonObject locationOf(const CheckedFile& file, const ElementRef& element)
{
    return {{u"physicalLocation"_s, physicalLocation(file.name, file.places.of(element))},
            {u"logicalLocations"_s, QJsonArray{logicalLocation(file.blueprint, element)}}};
}

/// The elements of the evidence, each once, the most telling first.
QList<ElementRef> elementsOf(const Finding& finding)
{
    QList<ElementRef> elements;
    for (const Evidence& evidence : finding.evidence) {
        if (!elements.contains(evidence.element))
            elements += evidence.element;
    }
    if (elements.isEmpty())
        elements += ElementRef();
    return elements;
}

QJsonObject propertiesOf(const Acceptance& acceptance)
{
    QJsonObject properties;
    if (!acceptance.who.isEmpty())
        properties.insert(u"who"_s, acceptance.who);
    if (acceptance.when.isValid())
        properties.insert(u"when"_s, acceptance.when.toString(Qt::ISODate));
    if (acceptance.until.isValid())
        properties.insert(u"until"_s, acceptance.until.toString(Qt::ISODate));
    return properties;
}

QJsonArray suppressions(const Acceptance& acceptance)
{
    QJsonObject suppression{
        {u"kind"_s, u"external"_s}, {u"status"_s, u"accepted"_s}, {u"justification"_s, acceptance.reason}};
    if (const QJsonObject properties = propertiesOf(acceptance); !properties.isEmpty())
        suppression.insert(u"properties"_s, properties);
    return {suppression};
}

/// The acceptance that has run out, for people who wonder why the result is back.
QJsonObject expiredProperties(const Acceptance& acceptance)
{
    QJsonObject expired = propertiesOf(acceptance);
    expired.insert(u"reason"_s, acceptance.reason);
    return {{u"expiredAcceptance"_s, expired}};
}

QJsonObject resultOf(const CheckedFile& file, const Finding& finding)
{
    const QList<ElementRef> elements = elementsOf(finding);
    QJsonArray related;
    for (const ElementRef& element : elements.sliced(1)) {
        QJsonObject location = locationOf(file, element);
        location.insert(u"id"_s, int(related.size()) + 1);
        related.append(location);
    }
    QJsonObject result{
        {u"ruleId"_s, finding.rule},
        {u"level"_s, levelOf(finding.severity)},
        {u"message"_s, textObject(finding.message)},
        {u"locations"_s, QJsonArray{locationOf(file, elements.first())}},
        {u"partialFingerprints"_s, QJsonObject{{u"throughline/v1"_s, fingerprint(finding)}}},
    };
    if (!related.isEmpty())
        result.insert(u"relatedLocations"_s, related);
    if (finding.accepted)
        result.insert(u"suppressions"_s, suppressions(*finding.accepted));
    if (finding.expired)
        result.insert(u"properties"_s, expiredProperties(*finding.expired));
    if (file.known) {
        result.insert(u"baselineState"_s, file.known->contains(fingerprint(finding)) ? u"unchanged"_s : u"new"_s);
    }
    return result;
}

QJsonObject absentResult(const KnownFinding& finding)
{
    return {{u"ruleId"_s, finding.rule},
            {u"level"_s, levelOf(Severity::Off)},
            {u"message"_s, textObject(finding.message)},
            {u"locations"_s, QJsonArray{QJsonObject{{u"physicalLocation"_s, physicalLocation(finding.file)}}}},
            {u"partialFingerprints"_s, QJsonObject{{u"throughline/v1"_s, finding.fingerprint}}},
            {u"baselineState"_s, u"absent"_s}};
}

QJsonArray rules()
{
    QJsonArray array;
    for (const CatalogueEntry& entry : catalogue()) {
        array.append(QJsonObject{
            {u"id"_s, entry.id},
            {u"name"_s, entry.title},
            {u"shortDescription"_s, textObject(entry.title)},
            {u"fullDescription"_s, textObject(entry.explanation)},
            {u"help"_s, textObject(entry.howToFix)},
            {u"defaultConfiguration"_s,
             QJsonObject{{u"level"_s, levelOf(entry.recommended)}, {u"enabled"_s, entry.recommended != Severity::Off}}},
        });
    }
    return array;
}

/// Rules that could not run, as the tool's own notifications.
QJsonObject invocationOf(const QList<CheckedFile>& files)
{
    QJsonArray notifications;
    for (const CheckedFile& file : files) {
        for (const RuleError& error : file.result.ruleErrors) {
            notifications.append(QJsonObject{
                {u"level"_s, u"error"_s},
                {u"message"_s, textObject(error.message)},
                {u"associatedRule"_s, QJsonObject{{u"id"_s, error.rule}}},
                {u"locations"_s, QJsonArray{QJsonObject{{u"physicalLocation"_s, physicalLocation(file.name)}}}}});
        }
    }
    QJsonObject invocation{{u"executionSuccessful"_s, notifications.isEmpty()}};
    if (!notifications.isEmpty())
        invocation.insert(u"toolExecutionNotifications"_s, notifications);
    return invocation;
}

} // namespace

QByteArray writeFindingsSarif(const QList<CheckedFile>& files, const QString& programVersion)
{
    QJsonArray results;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.result.findings)
            results.append(resultOf(file, finding));
    }
    for (const CheckedFile& file : files) {
        for (const KnownFinding& gone : file.gone)
            results.append(absentResult(gone));
    }
    const QJsonObject driver{{u"name"_s, u"Throughline"_s}, {u"version"_s, programVersion}, {u"rules"_s, rules()}};
    const QJsonObject run{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                          {u"invocations"_s, QJsonArray{invocationOf(files)}},
                          {u"columnKind"_s, u"unicodeCodePoints"_s},
                          {u"results"_s, results}};
    const QJsonObject log{{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                          {u"version"_s, u"2.1.0"_s},
                          {u"runs"_s, QJsonArray{run}}};
    return QJsonDocument(log).toJson(QJsonDocument::Indented);
}

} // namespace throughline
