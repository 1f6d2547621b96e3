// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/xmltext.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isIdPart(QChar c)
{
    return isAsciiLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
}

bool isAllowed(QChar c)
{
    return c == u'\t' || c == u'\n' || (c >= u' ' && c.unicode() < 0xFFFE);
}

} // namespace

QString xmlText(QStringView text)
{
    QString allowed;
    allowed.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            allowed += c;
            allowed += text[++i];
        } else if (c == u'\r') {
            if (i + 1 == text.size() || text[i + 1] != u'\n')
                allowed += u'\n';
        } else if (!c.isSurrogate() && isAllowed(c)) {
            allowed += c;
        }
    }
    return allowed;
}

QString XmlIds::claim(const QString& wanted)
{
    QString base = wanted;
    for (QChar& c : base) {
        if (!isIdPart(c))
            c = u'_';
    }
    if (base.isEmpty() || (!isAsciiLetter(base.front()) && base.front() != u'_'))
        base.prepend(u'_');
    QString id = base;
    for (int number = 2; m_taken.contains(id); ++number)
        id = base + u'_' + QString::number(number);
    m_taken.insert(id);
    return id;
}

} // namespace throughline
