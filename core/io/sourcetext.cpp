// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sourcetext.h"

#include <cstring>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isContinuation(uchar byte)
{
    return (byte & 0xC0) == 0x80;
}

/// The length of the well-formed sequence that starts at from (RFC 3629, section 4), or 0.
qsizetype sequenceLength(QByteArrayView bytes, qsizetype from)
{
    const auto at = [&](qsizetype i) { return from + i < bytes.size() ? uchar(bytes[from + i]) : uchar(0); };
    const uchar first = at(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return isContinuation(at(1)) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const uchar least = first == 0xE0 ? 0xA0 : 0x80;
        const uchar most = first == 0xED ? 0x9F : 0xBF;
        return at(1) >= least && at(1) <= most && isContinuation(at(2)) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const uchar least = first == 0xF0 ? 0x90 : 0x80;
        const uchar most = first == 0xF4 ? 0x8F : 0xBF;
        return at(1) >= least && at(1) <= most && isContinuation(at(2)) && isContinuation(at(3)) ? 4 : 0;
    }
    return 0;
}

QString sizeText(qsizetype bytes)
{
    return QString::number(bytes / (1024 * 1024)) + u" MiB"_s;
}

} // namespace

qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    qsizetype i = 0;
    while (i < bytes.size()) {
        // Eight letters of ASCII at once.
        quint64 eight = 0;
        while (i + 8 <= bytes.size() && (std::memcpy(&eight, bytes.data() + i, 8), eight & 0x8080808080808080U) == 0)
            i += 8;
        if (i == bytes.size())
            break;
        if (uchar(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const qsizetype length = sequenceLength(bytes, i);
        if (length == 0)
            return i;
        i += length;
    }
    return -1;
}

Place placeAt(QByteArrayView utf8, qsizetype offset, const QString& fileName)
{
    Place place{fileName, 1, 1, {}};
    for (qsizetype i = 0; i < offset && i < utf8.size(); ++i) {
        if (utf8[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!isContinuation(uchar(utf8[i]))) {
            ++place.column;
        }
    }
    return place;
}

Place placeAt(QStringView text, qsizetype offset, const QString& fileName)
{
    Place place{fileName, 1, 1, {}};
    for (qsizetype i = 0; i < offset && i < text.size(); ++i) {
        if (text[i] == u'\n') {
            ++place.line;
            place.column = 1;
        } else if (!text[i].isLowSurrogate()) {
            ++place.column;
        }
    }
    return place;
}

Result<QByteArrayView> checkedUtf8(QByteArrayView bytes, qsizetype maxSize, const QString& fileName)
{
    const Place start{fileName, 0, 0, {}};
    if (bytes.size() > maxSize) {
        return Error{Error::Code::Limit,
                     u"The file is larger than the %1 that are read of such a file"_s.arg(sizeText(maxSize)), start};
    }
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return Error{Error::Code::Syntax, u"The file is in UTF-16: save it as UTF-8 and open it again"_s, start};
    const QByteArrayView text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    if (const qsizetype bad = firstInvalidUtf8(text); bad >= 0) {
        return Error{Error::Code::Syntax,
                     u"Found the byte 0x%1, which is not UTF-8 text: save the file as UTF-8"_s.arg(
                         int(uchar(text[bad])), 2, 16, QChar(u'0')),
                     placeAt(text, bad, fileName)};
    }
    return text;
}

} // namespace throughline
