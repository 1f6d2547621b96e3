// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <QRandomGenerator>

#include <algorithm>

namespace throughline {

namespace {

// No vowels and no look-alikes: no accidental words, no 0/o or 1/l.
constexpr QStringView MintedAlphabet = u"23456789bcdfghjkmnpqrstvwxz";
constexpr int MintedLetters = 6;

constexpr qsizetype MaxIdLength = 200;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The run of digits of text that starts at from, without leading zeros.
QStringView number(QStringView text, qsizetype from, qsizetype& end)
{
    end = from;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    while (from + 1 < end && text[from] == u'0')
        ++from;
    return text.mid(from, end - from);
}

int sign(qsizetype difference)
{
    return difference < 0 ? -1 : (difference > 0 ? 1 : 0);
}

} // namespace

int compareIds(QStringView left, QStringView right)
{
    // What the two begin with alike decides nothing, up to the number they differ in.
    const qsizetype shorter = std::min(left.size(), right.size());
    qsizetype same = 0;
    while (same < shorter && left[same] == right[same])
        ++same;
    if (same == left.size() && same == right.size())
        return 0;
    while (same > 0 && isDigit(left[same - 1]))
        --same;
    qsizetype l = same;
    qsizetype r = same;
    while (l < left.size() && r < right.size()) {
        if (isDigit(left[l]) && isDigit(right[r])) {
            qsizetype leftEnd = 0;
            qsizetype rightEnd = 0;
            const QStringView leftNumber = number(left, l, leftEnd);
            const QStringView rightNumber = number(right, r, rightEnd);
            if (leftNumber.size() != rightNumber.size())
                return sign(leftNumber.size() - rightNumber.size());
            if (const int order = leftNumber.compare(rightNumber))
                return sign(order);
            l = leftEnd;
            r = rightEnd;
        } else {
            if (left[l] != right[r])
                return sign(int(left[l].unicode()) - int(right[r].unicode()));
            ++l;
            ++r;
        }
    }
    if (l < left.size() || r < right.size())
        return l < left.size() ? 1 : -1;
    return sign(left.compare(right));
}

bool isValidId(QStringView text)
{
    return !text.isEmpty() && text.size() <= MaxIdLength && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c.isSurrogate() || c.isMark();
    });
}

QString mintId(QChar prefix)
{
    QString id(prefix);
    for (int i = 0; i < MintedLetters; ++i)
        id += MintedAlphabet[QRandomGenerator::global()->bounded(int(MintedAlphabet.size()))];
    return id;
}

bool isMinted(QStringView id)
{
    return id.size() == 1 + MintedLetters &&
           std::all_of(id.begin() + 1, id.end(), [](QChar letter) { return MintedAlphabet.contains(letter); });
}

} // namespace throughline
