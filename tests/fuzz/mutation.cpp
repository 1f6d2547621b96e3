// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutation.h"

namespace throughline::testing {

Mutator::Mutator(quint32 seed, QList<QByteArray> foreignPieces) : m_random(seed), m_foreign(std::move(foreignPieces)) {}

qsizetype Mutator::below(qsizetype limit)
{
    return limit > 0 ? qsizetype(m_random() % size_t(limit)) : 0;
}

QByteArray Mutator::piece(const QByteArray& text)
{
    const qsizetype start = below(text.size());
    return text.mid(start, 1 + below(80));
}

QByteArray Mutator::damage(QByteArray text)
{
    for (qsizetype times = below(2) == 0 ? 1 : 1 + below(4); times > 0; --times)
        damageOnce(text);
    return text;
}

void Mutator::damageOnce(QByteArray& text)
{
    static const QList<QByteArray> odd = {"\"",
                                          "\\",
                                          "{",
                                          "}",
                                          "[[[[[[[[",
                                          "]",
                                          "<",
                                          ">",
                                          "<!DOCTYPE x>",
                                          "&#0;",
                                          "&x;",
                                          "-1",
                                          "1e308",
                                          "99999999999999999999",
                                          "null",
                                          "NaN",
                                          "\xC0\x80",
                                          "\xED\xA0\x80",
                                          "\xFF",
                                          QByteArray(1, '\0'),
                                          "\n",
                                          "\r",
                                          "\\u0000",
                                          "\\ud800",
                                          "=",
                                          ",",
                                          ":",
                                          "@",
                                          "#",
                                          "true",
                                          "0",
                                          "\"id\": \"\"",
                                          " id=\"\"",
                                          "?",
                                          "*"};
    const qsizetype at = below(text.size() + 1);
    switch (below(8)) {
    case 0:
        if (at < text.size())
            text[at] = char(text[at] ^ char(1 << below(8)));
        break;
    case 1:
        text.truncate(at);
        break;
    case 2:
        text.remove(at, 1 + below(60));
        break;
    case 3:
        text.insert(at, piece(text));
        break;
    case 4:
        text.insert(at, piece(m_foreign[below(m_foreign.size())]));
        break;
    case 5:
        text.insert(at, odd[below(odd.size())]);
        break;
    case 6:
        text.replace(at, 1 + below(10), odd[below(odd.size())]);
        break;
    default:
        text.replace(at, 1 + below(30), piece(text));
        break;
    }
}

} // namespace throughline::testing
