// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonsplit.h"

#include <cstring>

namespace throughline {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype afterSpaces(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at;
}

/// The quotation mark that closes the text opened at; -1 if none does.
qsizetype closingQuote(QByteArrayView json, qsizetype open)
{
    for (qsizetype at = open + 1; at < json.size(); ++at) {
        const void* found = std::memchr(json.data() + at, '"', size_t(json.size() - at));
        if (!found)
            return -1;
        at = static_cast<const char*>(found) - json.data();
        qsizetype slashes = 0;
        while (json[at - 1 - slashes] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            return at;
    }
    return -1;
}

/// Walks through a text from bracket to bracket, over what stands in quotation marks.
class BracketWalk
{
public:
    explicit BracketWalk(QByteArrayView json) : m_json(json) {}

    /// Goes on to the next bracket or text; false at the end or at a text that is not closed.
    bool next()
    {
        for (++m_at; m_at < m_json.size(); ++m_at) {
            switch (m_json[m_at]) {
            case '{':
            case '[':
                ++m_depth;
                return true;
            case '}':
            case ']':
                --m_depth;
                return true;
            case '"':
                m_start = m_at;
                m_at = closingQuote(m_json, m_at);
                return m_at >= 0;
            default:
                break;
            }
        }
        return false;
    }
    [[nodiscard]] qsizetype at() const { return m_at; }
    /// How many brackets are open behind at().
    [[nodiscard]] int depth() const { return m_depth; }
    [[nodiscard]] char here() const { return m_json[m_at]; }
    /// What stands between the quotation marks of which at() is the second.
    [[nodiscard]] QByteArrayView text() const { return m_json.sliced(m_start + 1, m_at - m_start - 1); }
    [[nodiscard]] qsizetype textStart() const { return m_start; }

private:
    QByteArrayView m_json;
    qsizetype m_at = -1;
    qsizetype m_start = 0;
    int m_depth = 0;
};

/// Where the later items of a list begin and the earlier ones end.
struct ItemSplit
{
    qsizetype end = 0;
    qsizetype begin = 0;
};

/// The split behind the item that ends at brace; nothing where no other item follows.
std::optional<ItemSplit> splitBehind(QByteArrayView json, qsizetype brace)
{
    const qsizetype comma = afterSpaces(json, brace + 1);
    if (comma >= json.size() || json[comma] != ',')
        return {};
    const qsizetype next = afterSpaces(json, comma + 1);
    if (next >= json.size() || json[next] != '{')
        return {};
    return ItemSplit{comma, comma + 1};
}

} // namespace

std::optional<JsonSplit> splitInTable(QByteArrayView json, QByteArrayView table)
{
    BracketWalk walk(json);
    if (!walk.next() || walk.here() != '{')
        return {};
    const qsizetype root = walk.at();
    qsizetype last = json.size() - 1;
    while (last > root && isSpace(json[last]))
        --last;
    while (walk.next() && walk.depth() > 0) {
        if (walk.here() != '"' || walk.depth() != 1 || walk.text() != table)
            continue;
        const qsizetype key = walk.textStart();
        qsizetype list = afterSpaces(json, walk.at() + 1);
        if (list >= json.size() || json[list] != ':')
            continue; // a value, not a key
        list = afterSpaces(json, list + 1);
        if (list >= json.size() || json[list] != '[')
            return {};
        qsizetype brace = -1; // of the last item in the first half of the text
        do {
            if (!walk.next())
                return {};
            if (walk.depth() == 2 && walk.here() == '}' && walk.at() < json.size() / 2)
                brace = walk.at();
        } while (walk.depth() > 1);
        if (walk.here() != ']' || json[last] != '}' || last <= walk.at())
            return {};
        const ItemSplit split =
            (brace < 0 ? std::nullopt : splitBehind(json, brace)).value_or(ItemSplit{list + 1, list + 1});
        return JsonSplit{{{split.end, walk.at()}}, {{root + 1, key}, {list + 1, split.begin}, {walk.at() + 1, last}}};
    }
    return {};
}

} // namespace throughline
