// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/commandmatcher.h"

#include <algorithm>
#include <vector>

namespace throughline {

namespace {

constexpr int Letter = 2;
constexpr int WordStart = 16;
constexpr int InARow = 15;
constexpr int FirstOfAll = 3;
constexpr int MaxLead = 2;
constexpr int OtherOrder = 20;
constexpr int Impossible = -1'000'000;

/// A letter without case and accent.
QChar plain(QChar letter)
{
    const QString parts = letter.decomposition();
    return (parts.isEmpty() || !parts.front().isLetter() ? letter : parts.front()).toCaseFolded();
}

QString plainLetters(QStringView text, bool withBlanks)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar letter : text) {
        if (withBlanks || !letter.isSpace())
            letters += plain(letter);
    }
    return letters;
}

bool isSubsequence(QStringView typed, QStringView text)
{
    qsizetype found = 0;
    for (qsizetype i = 0; i < text.size() && found < typed.size(); ++i)
        found += text[i] == typed[found] ? 1 : 0;
    return found == typed.size();
}

/// What the letter at a place is worth by itself.
int worth(QStringView text, qsizetype at)
{
    const bool start = at == 0 || (!text[at - 1].isLetterOrNumber() && text[at - 1] != u'\'' && text[at - 1] != u'’');
    return Letter + (start ? WordStart : 0) + (at == 0 ? FirstOfAll : 0);
}

/// The best scores of a way that ends with a letter at a place, one row for each letter typed.
class Ways
{
public:
    Ways(QStringView typed, QStringView text)
        : m_columns(text.size()), m_score(size_t(typed.size() * text.size()), Impossible), m_before(m_score.size(), -1)
    {
        for (qsizetype row = 0; row < typed.size(); ++row)
            fill(row, typed[row], text);
    }

    [[nodiscard]] CommandMatch best(qsizetype rows) const
    {
        const auto last = m_score.begin() + (rows - 1) * m_columns;
        qsizetype at = std::max_element(last, last + m_columns) - last;
        CommandMatch match{m_score[index(rows - 1, at)], {}};
        for (qsizetype row = rows - 1; row >= 0; --row) {
            match.positions.prepend(int(at));
            at = m_before[index(row, at)];
        }
        return match;
    }

private:
    [[nodiscard]] size_t index(qsizetype row, qsizetype column) const { return size_t(row * m_columns + column); }

    void fill(qsizetype row, QChar letter, QStringView text)
    {
        // The best way so far that leaves a gap: each letter passed over costs one.
        qsizetype far = -1;
        for (qsizetype at = row; at < m_columns; ++at) {
            if (row > 0 && at >= 2 && reach(row, at - 2, at) > (far < 0 ? Impossible : reach(row, far, at)))
                far = at - 2;
            if (text[at] != letter)
                continue;
            const int own = worth(text, at);
            if (row == 0) {
                m_score[index(row, at)] = own - int(std::min<qsizetype>(at, MaxLead));
                continue;
            }
            const int near = m_score[index(row - 1, at - 1)] + InARow;
            const int gap = far < 0 ? Impossible : reach(row, far, at);
            if (std::max(near, gap) > Impossible / 2) {
                m_score[index(row, at)] = own + std::max(near, gap);
                m_before[index(row, at)] = near >= gap ? at - 1 : far;
            }
        }
    }
    [[nodiscard]] int reach(qsizetype row, qsizetype from, qsizetype at) const
    {
        return m_score[index(row - 1, from)] - int(at - from - 1);
    }

    qsizetype m_columns;
    std::vector<int> m_score;
    std::vector<qsizetype> m_before;
};

std::optional<CommandMatch> matchInOrder(QStringView letters, QStringView within)
{
    if (!isSubsequence(letters, within))
        return std::nullopt;
    return Ways(letters, within).best(letters.size());
}

/// Each word typed found for itself, wherever the others are.
std::optional<CommandMatch> matchWords(QStringView typed, QStringView within)
{
    CommandMatch all{-OtherOrder, {}};
    for (const QStringView word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = matchInOrder(plainLetters(word, false), within);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        all.positions += match->positions;
    }
    std::ranges::sort(all.positions);
    all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
    return all;
}

} // namespace

std::optional<CommandMatch> matchCommand(QStringView typed, QStringView text)
{
    const QString letters = plainLetters(typed, false);
    if (letters.isEmpty())
        return CommandMatch();
    const QString within = plainLetters(text, true);
    const auto match = matchInOrder(letters, within);
    return match ? match : matchWords(typed, within);
}

} // namespace throughline
