// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <compare>

namespace throughline {

/// A duration in minutes, exact to a thousandth of a minute, 0 to 10,000,000 (19 years).
class Minutes
{
public:
    Minutes() = default;
    /// "8", "0.5", "12.125". Errors: not a number, negative, not finite, more than three decimals, too large.
    [[nodiscard]] static Result<Minutes> from(QStringView text);
    /// Errors: negative, not finite, too large. Rounds to a thousandth.
    [[nodiscard]] static Result<Minutes> from(double minutes);

    [[nodiscard]] double value() const { return double(m_thousandths) / 1000.0; }
    /// The shortest decimal that from() reads back to the same value.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] Minutes operator+(Minutes other) const;

    auto operator<=>(const Minutes&) const = default;

private:
    qint64 m_thousandths = 0;
};

/// An amount of money in the blueprint's currency, exact to a hundredth, 0 to 1,000,000,000,000.
class Money
{
public:
    Money() = default;
    /// "12", "9.50". Errors: not a number, negative, not finite, more than two decimals, too large.
    [[nodiscard]] static Result<Money> from(QStringView text);
    /// Errors: negative, not finite, too large. Rounds to a hundredth.
    [[nodiscard]] static Result<Money> from(double amount);

    [[nodiscard]] double value() const { return double(m_hundredths) / 100.0; }
    /// The shortest decimal that from() reads back to the same value.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] Money operator+(Money other) const;

    auto operator<=>(const Money&) const = default;

private:
    qint64 m_hundredths = 0;
};

} // namespace throughline
