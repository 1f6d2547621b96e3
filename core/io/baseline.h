// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QSet>
#include <QString>

namespace throughline {

/// A finding as an earlier run knew it.
struct KnownFinding
{
    QString file;
    QString fingerprint;
    QString rule;
    QString message;

    bool operator==(const KnownFinding&) const = default;
};

/// The findings of an earlier run, to tell new ones from known ones.
struct Baseline
{
    QList<KnownFinding> findings;

    [[nodiscard]] QSet<QString> fingerprints() const;
};

/// Reads what writeFindingsJson() wrote. Errors: System when the file cannot be read, Syntax or Value with the place
/// when it is not such a file.
[[nodiscard]] Result<Baseline> readBaseline(const QString& file);

} // namespace throughline
