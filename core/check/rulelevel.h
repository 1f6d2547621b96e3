// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/catalogue.h"
#include "core/model/blueprint.h"

namespace throughline {

/// How loud a rule is, and who says so.
struct RuleLevel
{
    enum class Source { Preset, Folder, Blueprint, Options };

    Severity severity = Severity::Warning;
    Source source = Source::Preset;

    bool operator==(const RuleLevel&) const = default;
};

/// The strongest word about a rule: that of the options (the command line), else the blueprint's own, else its
/// folder's, else the preset's.
[[nodiscard]] RuleLevel levelOf(const CatalogueEntry& entry, const Blueprint& blueprint, const CheckOptions& options);

/// What the rule would be if the blueprint and the options said nothing of it.
[[nodiscard]] RuleLevel levelWithoutBlueprint(const CatalogueEntry& entry, const CheckOptions& options);

[[nodiscard]] QString word(Preset preset);
/// "start", "recommended" or "all".
[[nodiscard]] std::optional<Preset> presetFrom(QStringView text);
[[nodiscard]] QStringList presetWords();

} // namespace throughline
