// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/baseline.h"

#include "core/io/files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

Error notABaseline(const QString& file, const QString& why)
{
    Place place;
    place.file = file;
    return {Error::Code::Value,
            u"This is not a baseline (%1); make one with throughline check --format json"_s.arg(why), place};
}

} // namespace

bool KnownFinding::isIn(const QString& fileName) const
{
    const QString standardInput = u"-"_s;
    return file == standardInput || fileName == standardInput ||
           QFileInfo(file).fileName() == QFileInfo(fileName).fileName();
}

QList<KnownFinding> Baseline::findingsIn(const QString& fileName) const
{
    QList<KnownFinding> list = findings;
    list.removeIf([&](const KnownFinding& finding) { return !finding.isIn(fileName); });
    return list;
}

QSet<QString> Baseline::fingerprintsIn(const QString& fileName) const
{
    QSet<QString> fingerprints;
    for (const KnownFinding& finding : findingsIn(fileName))
        fingerprints.insert(finding.fingerprint);
    return fingerprints;
}

Result<Baseline> readBaseline(const QString& file)
{
    const Result<QByteArray> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return notABaseline(file, parseError.errorString());
    const QJsonValue files = document.object().value(u"files"_s);
    if (!files.isArray())
        return notABaseline(file, u"it has no files"_s);
    Baseline baseline;
    for (const QJsonValue& value : files.toArray()) {
        const QJsonObject entry = value.toObject();
        for (const QJsonValue& item : entry.value(u"findings"_s).toArray()) {
            const QJsonObject finding = item.toObject();
            if (finding.value(u"fingerprint"_s).toString().isEmpty())
                return notABaseline(file, u"a finding in it has no fingerprint"_s);
            baseline.findings +=
                KnownFinding{entry.value(u"file"_s).toString(), finding.value(u"fingerprint"_s).toString(),
                             finding.value(u"rule"_s).toString(), finding.value(u"message"_s).toString()};
        }
    }
    return baseline;
}

} // namespace throughline
