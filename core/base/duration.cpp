// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/duration.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

/// The number of a duration that is one number and one unit, in the unit of another such; the duration itself where it
/// cannot be said so.
QString inUnitOf(const QString& duration, double minutes, const QString& other)
{
    if (minutes <= 0)
        return u"0"_s;
    const bool same = duration.count(u' ') == 1 && other.count(u' ') == 1 &&
                      duration.section(u' ', 1).startsWith(other.section(u' ', 1).left(3));
    return same ? duration.section(u' ', 0, 0) : duration;
}

} // namespace

QString spokenMinutes(double minutes)
{
    if (minutes < 0)
        return {};
    if (minutes < 1)
        return u"%1 s"_s.arg(std::lround(minutes * 60));
    if (minutes < 59.5)
        return QString::number(minutes < 10 ? std::round(minutes * 10) / 10 : std::round(minutes)) + u" min"_s;
    if (minutes < 24 * 60) {
        const int whole = int(std::lround(minutes));
        const int rest = whole % 60;
        return rest == 0 ? u"%1 h"_s.arg(whole / 60) : u"%1 h %2 min"_s.arg(whole / 60).arg(rest);
    }
    const double days = std::round(minutes / 144) / 10;
    return days == 1 ? u"1 day"_s : QString::number(days, 'g', 12) + u" days"_s;
}

QString spokenMinutes(Minutes minutes)
{
    return spokenMinutes(minutes.value());
}

QString spokenRange(double low, double high, const QString& words)
{
    const QString least = spokenMinutes(low);
    const QString most = spokenMinutes(high);
    if (least == most)
        return least;
    const QString start = inUnitOf(least, low, most);
    if (!words.isEmpty())
        return start + u' ' + words + u' ' + most;
    return start + (start.contains(u' ') ? u" \u2013 "_s : u"\u2013"_s) + most;
}

QString spokenPart(double part, double whole, const QString& least)
{
    const QString all = spokenMinutes(whole);
    return u"%1 of %2%3"_s.arg(inUnitOf(spokenMinutes(part), part, all), least.isEmpty() ? least : least + u' ', all);
}

} // namespace throughline
