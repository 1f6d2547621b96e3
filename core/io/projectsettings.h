// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/checker.h"

#include <QByteArray>

namespace throughline {

/// What a folder says of the check of every blueprint in it and below it: its .throughline.json (docs/file-format.md).
struct ProjectSettings
{
    QString file; ///< the path it was read from; empty: there is none
    std::optional<Preset> preset;
    QMap<QString, Severity> severities; ///< rule id -> severity
    QString baseline;                   ///< path of a baseline, absolute; empty: none

    bool operator==(const ProjectSettings&) const = default;
};

/// Reads the text of a .throughline.json. file is its path, for errors and for the baseline, which stands relative to
/// it. Errors: Syntax, Value, Duplicate or Limit with line, column and path; unknown keys and unknown rules are errors,
/// since a slip of the pen would otherwise switch off nothing in silence.
[[nodiscard]] Result<ProjectSettings> readProjectSettings(const QByteArray& utf8, const QString& file);

/// The path of the .throughline.json in a folder or in the nearest folder above it; empty when there is none. The
/// search ends at the home folder or at the root.
[[nodiscard]] QString projectSettingsFile(const QString& folder);

/// The settings that hold for a folder: those of the nearest file, or empty ones. Errors as in readProjectSettings(),
/// System when the file cannot be read.
[[nodiscard]] Result<ProjectSettings> projectSettingsFor(const QString& folder);

/// base with what the settings say: their preset, and their severities below the blueprint's own.
[[nodiscard]] CheckOptions withSettings(const CheckOptions& base, const ProjectSettings& settings);

} // namespace throughline
