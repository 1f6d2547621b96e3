// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/projectsettings.h"

#include "core/check/rulelevel.h"
#include "core/io/files.h"
#include "core/io/jsonfields.h"
#include "core/io/sourcetext.h"
#include "core/model/words.h"

#include <QDir>
#include <QFileInfo>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxSettingsSize = 1024 * 1024;
const QString FileName = u".throughline.json"_s;

/// Takes the members of the file one by one.
class SettingsReader
{
public:
    using Fault = std::optional<JsonFault>;

    SettingsReader(QByteArrayView json, ProjectSettings& settings) : m_json(json), m_settings(settings) {}

    Fault read(const JsonNode& member)
    {
        if (member.key == "preset"_L1)
            return readPreset(member);
        if (member.key == "severities"_L1)
            return readSeverities(member);
        if (member.key == "baseline"_L1)
            return readBaseline(member);
        if (member.key == "$schema"_L1)
            return std::nullopt;
        return JsonFault{
            Error::Code::Syntax,
            u"Found the key \"%1\", expected \"preset\", \"severities\" or \"baseline\""_s.arg(member.key.left(60)),
            startOfKey(member, m_json), member.key};
    }

private:
    [[nodiscard]] Fault unexpected(const JsonNode& node, const QString& expected, const QString& path) const
    {
        return JsonFault{Error::Code::Value, JsonFields::found(node) + u", expected "_s + expected,
                         startOf(node, m_json), path};
    }
    Fault readPreset(const JsonNode& member)
    {
        m_settings.preset = member.isString() ? presetFrom(member.text) : std::nullopt;
        if (m_settings.preset)
            return std::nullopt;
        return unexpected(member, u"one of: "_s + presetWords().join(u", "_s), member.key);
    }
    Fault readBaseline(const JsonNode& member)
    {
        if (!member.isString() || member.text.isEmpty())
            return unexpected(member, u"the path of a file"_s, member.key);
        m_settings.baseline = QDir(QFileInfo(m_settings.file).absolutePath()).absoluteFilePath(member.text);
        return std::nullopt;
    }
    Fault readSeverities(const JsonNode& member)
    {
        if (!member.isObject())
            return unexpected(member, u"an object of rules and severities"_s, member.key);
        for (const JsonNode& rule : member.children) {
            const QString path = member.key + u'/' + rule.key;
            if (!catalogueEntry(rule.key)) {
                return JsonFault{Error::Code::Reference, u"There is no rule \"%1\""_s.arg(rule.key.left(60)),
                                 startOfKey(rule, m_json), path};
            }
            const std::optional<Severity> severity = rule.isString() ? severityFrom(rule.text) : std::nullopt;
            if (!severity)
                return unexpected(rule, u"one of: "_s + severityWords().join(u", "_s), path);
            m_settings.severities.insert(rule.key, *severity);
        }
        return std::nullopt;
    }

    QByteArrayView m_json;
    ProjectSettings& m_settings;
};

} // namespace

Result<ProjectSettings> readProjectSettings(const QByteArray& utf8, const QString& file)
{
    const Result<QByteArrayView> json = checkedUtf8(utf8, MaxSettingsSize, file);
    if (!json)
        return json.error();
    ProjectSettings settings;
    settings.file = file;
    SettingsReader reader(*json, settings);
    const JsonElementVisitor visitor{[&](const JsonNode& member) { return reader.read(member); },
                                     [](const QString&, qsizetype, const JsonNode&) { return std::nullopt; }};
    if (const std::optional<JsonFault> fault = readJsonElements(*json, {}, visitor)) {
        Place place = placeAt(*json, fault->offset, file);
        place.path = fault->path;
        return Error{fault->code, fault->message, place};
    }
    return settings;
}

QString projectSettingsFile(const QString& folder)
{
    const QString home = QDir::home().canonicalPath();
    QDir at(folder);
    while (true) {
        const QFileInfo file(at.filePath(FileName));
        if (file.isFile())
            return file.absoluteFilePath();
        if (at.canonicalPath() == home || at.isRoot() || !at.cdUp())
            return {};
    }
}

Result<ProjectSettings> projectSettingsFor(const QString& folder)
{
    const QString file = projectSettingsFile(folder);
    if (file.isEmpty())
        return ProjectSettings();
    const Result<QByteArray> bytes = readFile(file, MaxSettingsSize);
    return bytes ? readProjectSettings(*bytes, file) : Result<ProjectSettings>(bytes.error());
}

CheckOptions withSettings(const CheckOptions& base, const ProjectSettings& settings)
{
    CheckOptions options = base;
    options.preset = settings.preset.value_or(base.preset);
    options.folderSeverities = settings.severities;
    return options;
}

} // namespace throughline
