// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationreader.h"

#include <gtest/gtest.h>

namespace throughline::testing {

/// The blueprint a test writes down; fails the test and gives an empty one where the notation is wrong.
[[nodiscard]] inline Blueprint blueprintOf(const QByteArray& notation)
{
    Result<Blueprint> blueprint = readNotation(notation, QStringLiteral("test"));
    if (!blueprint) {
        ADD_FAILURE() << qPrintable(describe(blueprint.error()));
        return {};
    }
    return *std::move(blueprint);
}

} // namespace throughline::testing
