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

    /// Whether it was found in the file of that name. Files are told apart by their names without folders, so that a
    /// run in another folder knows them; standard input ("-") is any of them.
    [[nodiscard]] bool isIn(const QString& fileName) const;
    bool operator==(const KnownFinding&) const = default;
};

/// The findings of an earlier run, to tell new ones from known ones.
struct Baseline
{
    QList<KnownFinding> findings;

    /// What was found in a file.
    [[nodiscard]] QList<KnownFinding> findingsIn(const QString& fileName) const;
    [[nodiscard]] QSet<QString> fingerprintsIn(const QString& fileName) const;
};

/// Reads what writeFindingsJson() wrote. Errors: System when the file cannot be read, Syntax or Value with the place
/// when it is not such a file.
[[nodiscard]] Result<Baseline> readBaseline(const QString& file);

} // namespace throughline
