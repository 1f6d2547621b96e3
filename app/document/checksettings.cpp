// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/checksettings.h"

#include <QFileInfo>

#include <utility>

namespace throughline {

bool CheckSettings::reread(const QUrl& document)
{
    const Result<ProjectSettings> read = document.isLocalFile()
                                             ? projectSettingsFor(QFileInfo(document.toLocalFile()).absolutePath())
                                             : ProjectSettings();
    const ProjectSettings before = std::exchange(m_project, read ? *read : ProjectSettings());
    const QString problemBefore = std::exchange(m_problem, read ? QString() : describe(read.error()));
    return before != m_project || problemBefore != m_problem;
}

bool CheckSettings::setPreset(Preset preset)
{
    return std::exchange(m_preset, preset) != preset;
}

CheckOptions CheckSettings::options(const QDate& today) const
{
    CheckOptions options;
    options.preset = m_preset;
    options.today = today;
    return withSettings(options, m_project);
}

} // namespace throughline
