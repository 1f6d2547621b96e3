// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/findingwriter.h"

namespace throughline {

/// The findings as SARIF 2.1.0 (OASIS, 2020) for code-review tools, UTF-8: one run; every rule of the catalogue; one
/// result a finding with its place in the file, the elements it rests on, the fingerprint that survives edits, and an
/// accepted suppression where it was accepted. With a baseline each result says whether it is new or unchanged, and
/// what is gone from a file is listed as absent. Files in the working directory are named relative to it.
[[nodiscard]] QByteArray writeFindingsSarif(const QList<CheckedFile>& files, const QString& programVersion);

} // namespace throughline
