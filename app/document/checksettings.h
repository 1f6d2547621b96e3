// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/projectsettings.h"

#include <QUrl>

namespace throughline {

/// What the check of the open document obeys besides the document itself: the preset chosen in the program, and the
/// .throughline.json of the folder the document lies in.
class CheckSettings
{
public:
    /// Reads the settings of the folder of document anew; empty or no local file: none. True when anything changed. A
    /// file that cannot be read counts as none, and problem() says what is wrong with it.
    bool reread(const QUrl& document);
    /// The preset for folders that name none. True when it changed.
    bool setPreset(Preset preset);

    [[nodiscard]] Preset preset() const { return m_preset; }
    [[nodiscard]] const ProjectSettings& project() const { return m_project; }
    /// One sentence with the place in the file; empty when there is nothing wrong.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] CheckOptions options(const QDate& today) const;

private:
    Preset m_preset = Preset::Recommended;
    ProjectSettings m_project;
    QString m_problem;
};

} // namespace throughline
