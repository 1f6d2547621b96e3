// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rulelevel.h"

using namespace Qt::StringLiterals;

namespace throughline {

RuleLevel levelOf(const CatalogueEntry& entry, const Blueprint& blueprint, const CheckOptions& options)
{
    if (const auto said = options.severities.constFind(entry.id); said != options.severities.constEnd())
        return {*said, RuleLevel::Source::Options};
    const QMap<QString, Severity>& own = blueprint.header().ruleSeverities;
    if (const auto said = own.constFind(entry.id); said != own.constEnd())
        return {*said, RuleLevel::Source::Blueprint};
    return levelWithoutBlueprint(entry, options);
}

RuleLevel levelWithoutBlueprint(const CatalogueEntry& entry, const CheckOptions& options)
{
    const QMap<QString, Severity>& folder = options.folderSeverities;
    if (const auto said = folder.constFind(entry.id); said != folder.constEnd())
        return {*said, RuleLevel::Source::Folder};
    return {presetSeverity(entry, options.preset), RuleLevel::Source::Preset};
}

QString word(Preset preset)
{
    switch (preset) {
    case Preset::Start:
        return u"start"_s;
    case Preset::Recommended:
        return u"recommended"_s;
    case Preset::All:
        return u"all"_s;
    }
    return {};
}

QStringList presetWords()
{
    return {word(Preset::Start), word(Preset::Recommended), word(Preset::All)};
}

std::optional<Preset> presetFrom(QStringView text)
{
    for (const Preset preset : {Preset::Start, Preset::Recommended, Preset::All}) {
        if (text == word(preset))
            return preset;
    }
    return std::nullopt;
}

} // namespace throughline
