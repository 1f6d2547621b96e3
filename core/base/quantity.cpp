// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/quantity.h"

#include <cmath>

namespace throughline {

namespace {

constexpr qint64 MaxMinutes = 10'000'000;
constexpr qint64 MaxMoney = 1'000'000'000'000;

struct Scale
{
    int digits;
    qint64 one;
    qint64 max;
};

constexpr Scale MinutesScale{3, 1000, MaxMinutes};
constexpr Scale MoneyScale{2, 100, MaxMoney};

Error notANumber(QStringView text, const Scale& scale)
{
    return {Error::Code::Value,
            QStringLiteral("\"%1\" is not a number from 0 to %2 with at most %3 decimals")
                .arg(text.left(40))
                .arg(scale.max)
                .arg(scale.digits),
            {}};
}

Result<qint64> parse(QStringView text, const Scale& scale)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView fraction = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() || whole.size() > 15 || (point >= 0 && fraction.isEmpty()) || fraction.size() > scale.digits)
        return notANumber(text, scale);
    qint64 value = 0;
    for (const QStringView part : {whole, fraction}) {
        for (const QChar c : part) {
            if (c < u'0' || c > u'9')
                return notANumber(text, scale);
            value = value * 10 + (c.unicode() - u'0');
        }
    }
    for (qsizetype i = fraction.size(); i < scale.digits; ++i)
        value *= 10;
    if (value > scale.max * scale.one)
        return notANumber(text, scale);
    return value;
}

Result<qint64> parse(double number, const Scale& scale)
{
    if (!std::isfinite(number) || number < 0 || number > double(scale.max))
        return notANumber(QString::number(number), scale);
    return qint64(std::llround(number * double(scale.one)));
}

QString print(qint64 value, const Scale& scale)
{
    QString text = QString::number(value / scale.one);
    if (const qint64 rest = value % scale.one) {
        QString fraction = QString::number(rest).rightJustified(scale.digits, u'0');
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return text;
}

} // namespace

Result<Minutes> Minutes::from(QStringView text)
{
    const Result<qint64> parsed = parse(text, MinutesScale);
    if (!parsed)
        return parsed.error();
    Minutes minutes;
    minutes.m_thousandths = *parsed;
    return minutes;
}

Result<Minutes> Minutes::from(double number)
{
    const Result<qint64> parsed = parse(number, MinutesScale);
    if (!parsed)
        return parsed.error();
    Minutes minutes;
    minutes.m_thousandths = *parsed;
    return minutes;
}

QString Minutes::toString() const
{
    return print(m_thousandths, MinutesScale);
}

Minutes Minutes::operator+(Minutes other) const
{
    Minutes sum;
    sum.m_thousandths = m_thousandths + other.m_thousandths;
    return sum;
}

Result<Money> Money::from(QStringView text)
{
    const Result<qint64> parsed = parse(text, MoneyScale);
    if (!parsed)
        return parsed.error();
    Money money;
    money.m_hundredths = *parsed;
    return money;
}

Result<Money> Money::from(double number)
{
    const Result<qint64> parsed = parse(number, MoneyScale);
    if (!parsed)
        return parsed.error();
    Money money;
    money.m_hundredths = *parsed;
    return money;
}

QString Money::toString() const
{
    return print(m_hundredths, MoneyScale);
}

Money Money::operator+(Money other) const
{
    Money sum;
    sum.m_hundredths = m_hundredths + other.m_hundredths;
    return sum;
}

} // namespace throughline
