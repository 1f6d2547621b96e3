// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace throughline {

/// How well a text answers to what was typed.
struct CommandMatch
{
    int score = 0;        ///< higher is better; comparable between texts for the same letters typed
    QList<int> positions; ///< which characters of the text were typed, ascending

    bool operator==(const CommandMatch&) const = default;
};

/// Finds the letters typed in text, in their order but not side by side, whatever their case and accents; blanks typed
/// are passed over. Of the ways to find them the best one counts: beginnings of words first, then letters in a row.
/// Words may be typed in another order than they stand there, which counts for less. Nothing when a letter is missing;
/// no letters match everything with a score of 0.
[[nodiscard]] std::optional<CommandMatch> matchCommand(QStringView typed, QStringView text);

} // namespace throughline
