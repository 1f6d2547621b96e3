// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <random>

namespace throughline::testing {

/// Draws values of the model. std::uniform_int_distribution differs between libraries, so it is not used.
class Dice
{
public:
    explicit Dice(std::mt19937& random) : m_random(random) {}

    int below(int bound) { return bound > 0 ? int(m_random() % unsigned(bound)) : 0; }
    bool oneIn(int n) { return below(n) == 0; }

    template <typename T>
    T of(const QList<T>& values)
    {
        return values[below(int(values.size()))];
    }

    /// One of the ids in one of so many cases, else none.
    template <typename IdType>
    IdType maybe(const QList<IdType>& ids, int oneInN)
    {
        return ids.isEmpty() || !oneIn(oneInN) ? IdType() : of(ids);
    }

    template <typename T>
    QList<T> some(const QList<T>& values, int oneInN)
    {
        QList<T> chosen;
        for (const T& value : values) {
            if (oneIn(oneInN))
                chosen += value;
        }
        return chosen;
    }

    QString text()
    {
        static const QStringList texts{
            QStringLiteral("Takes the order"),
            QStringLiteral("Füllt das Wasser nach"),
            QStringLiteral("Asks \"why?\""),
            QStringLiteral("two\nlines"),
            QStringLiteral("back\\slash # hash"),
            QStringLiteral("注文を取る"),
            QStringLiteral("a"),
            QString(),
            QStringLiteral("tab\there"),
            QStringLiteral("=> odd -> text ?>"),
        };
        return of(texts);
    }

    std::optional<Minutes> minutes(int oneInN)
    {
        return oneIn(oneInN) ? std::optional(*Minutes::from(double(below(4000)) / 8.0)) : std::nullopt;
    }
    std::optional<int> level(int oneInN) { return oneIn(oneInN) ? std::optional(below(4)) : std::nullopt; }
    std::optional<Money> money(int oneInN)
    {
        return oneIn(oneInN) ? std::optional(*Money::from(double(below(10'000)) / 100.0)) : std::nullopt;
    }

private:
    std::mt19937& m_random;
};

} // namespace throughline::testing
