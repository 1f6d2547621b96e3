// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonelements.h"

#include <QSet>

#include <rapidjson/reader.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxDepth = 64;
constexpr int MaxValuesPerElement = 100'000;

/// Up to so many members are compared each with each.
constexpr qsizetype FewMembers = 24;

/// The texts of keys, of which a file has few, over and over.
class KeyPool
{
public:
    QString text(std::string_view utf8)
    {
        if (const auto known = m_texts.find(utf8); known != m_texts.end())
            return known->second;
        QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
        if (m_texts.size() < Most)
            m_texts.emplace(std::string(utf8), text);
        return text;
    }

private:
    struct Hash
    {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    static constexpr size_t Most = 1000;

    std::unordered_map<std::string, QString, Hash, std::equal_to<>> m_texts;
};

/// Short texts that stand in a file again and again, above all the ids of elements where others name them: kept once,
/// which saves more memory than the elements themselves take. Forgets what is named rarely.
class TextPool
{
public:
    explicit TextPool(qsizetype fileSize)
        : m_slots(std::bit_ceil(size_t(std::clamp<qsizetype>(fileSize / BytesASlot, LeastSlots, MostSlots))))
    {
    }

    QString text(std::string_view utf8)
    {
        if (utf8.empty() || utf8.size() > Longest)
            return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
        QString& slot = m_slots[std::hash<std::string_view>()(utf8) & (m_slots.size() - 1)];
        if (!isAscii(utf8) || slot != QLatin1String(utf8.data(), qsizetype(utf8.size())))
            slot = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
        return slot;
    }

private:
    static bool isAscii(std::string_view utf8)
    {
        return std::all_of(utf8.begin(), utf8.end(), [](char c) { return uchar(c) < 0x80; });
    }

    static constexpr size_t Longest = 24;
    static constexpr qsizetype BytesASlot = 64;
    static constexpr qsizetype LeastSlots = 256;
    static constexpr qsizetype MostSlots = 1 << 19;

    std::vector<QString> m_slots;
};

/// What the parser reads: a text without its gaps.
class GapStream
{
public:
    using Ch = char;

    GapStream(QByteArrayView json, const QList<JsonGap>& gaps)
        : m_begin(json.data()), m_at(m_begin), m_end(m_begin + json.size()), m_gaps(gaps)
    {
        passGap();
    }
    [[nodiscard]] Ch Peek() const { return m_at == m_end ? '\0' : *m_at; }
    Ch Take()
    {
        if (m_at == m_end)
            return '\0';
        const Ch taken = *m_at++;
        if (m_at == m_stop)
            passGap();
        return taken;
    }
    /// Counted in the whole text.
    [[nodiscard]] size_t Tell() const { return size_t(m_at - m_begin); }

    // Never called: the parser does not write into the text.
    Ch* PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    size_t PutEnd(Ch*) { return 0; }

private:
    void passGap()
    {
        while (m_next < m_gaps.size() && m_at == m_begin + m_gaps[m_next].begin)
            m_at = m_begin + m_gaps[m_next++].end;
        m_stop = m_next < m_gaps.size() ? m_begin + m_gaps[m_next].begin : nullptr;
    }

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    const char* m_stop = nullptr; ///< where the next gap begins
    const QList<JsonGap>& m_gaps;
    qsizetype m_next = 0;
};

/// Receives the events of the parser and puts together one element after the other.
class ElementCollector
{
public:
    ElementCollector(QByteArrayView json, const GapStream& stream, const QStringList& tables,
                     const JsonElementVisitor& visitor)
        : m_json(json), m_stream(stream), m_tables(tables), m_visitor(visitor), m_texts(json.size())
    {
    }

    bool Null() { return addValue(JsonNode::Type::Null); }
    bool Bool(bool value) { return addValue(value ? JsonNode::Type::True : JsonNode::Type::False); }
    bool RawNumber(const char* text, rapidjson::SizeType length, bool)
    {
        const QString number = QString::fromLatin1(text, qsizetype(length));
        // Only a long number or one with an exponent can be too large.
        const std::string_view written(text, length);
        const bool maybeHuge = length > 300 || written.find_first_of("eE") != std::string_view::npos;
        if (maybeHuge && !std::isfinite(number.toDouble()))
            return fail(Error::Code::Value, u"Found the number %1, which is too large"_s.arg(number.left(40)));
        return addValue(JsonNode::Type::Number, number);
    }
    bool String(const char* text, rapidjson::SizeType length, bool)
    {
        // The ids of a table's own items stand once; those of cards are what connections name.
        const bool isOwnId = m_stack.size() == 1 && m_namesOthers && isSameKey(m_key, u"id");
        return addValue(JsonNode::Type::String, isOwnId ? QString::fromUtf8(text, qsizetype(length))
                                                        : m_texts.text(std::string_view(text, length)));
    }
    bool Key(const char* text, rapidjson::SizeType length, bool)
    {
        m_key = m_keys.text(std::string_view(text, length));
        m_keyEnd = offset();
        if (m_stack.empty()) {
            if (m_rootKeys.contains(m_key))
                return fail(Error::Code::Duplicate,
                            u"Found the key \"%1\" a second time, expected it once"_s.arg(m_key));
            m_rootKeys.insert(m_key);
            m_rootKey = m_key;
            m_namesOthers = m_rootKey == u"connections";
        }
        return true;
    }
    bool StartObject() { return open(JsonNode::Type::Object); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(JsonNode::Type::Array); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    // Never called: numbers come as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    [[nodiscard]] const std::optional<JsonFault>& fault() const { return m_fault; }

    /// Where the parser is: "cards/17/lane".
    [[nodiscard]] QString path() const
    {
        QStringList parts;
        if (m_depth > 0 && !m_rootKey.isEmpty())
            parts.append(m_rootKey);
        if (m_inTable)
            parts.append(QString::number(m_index));
        for (size_t i = 0; i < m_stack.size(); ++i) {
            const JsonNode& node = m_stack[i];
            if (node.isArray())
                parts.append(QString::number(node.children.size()));
            else if (i + 1 < m_stack.size())
                parts.append(m_stack[i + 1].key);
            else if (!m_key.isEmpty())
                parts.append(m_key);
        }
        return parts.join(u'/');
    }

private:
    [[nodiscard]] qsizetype offset() const { return qsizetype(m_stream.Tell()); }

    bool fail(Error::Code code, const QString& message)
    {
        m_fault = JsonFault{code, message, std::max<qsizetype>(offset() - 1, 0), path()};
        return false;
    }

    /// For the opening events, which come before the parser has passed the bracket.
    bool failAtBracket(Error::Code code, const QString& message)
    {
        m_fault = JsonFault{code, message, offset(), path()};
        return false;
    }

    bool isRootTable(JsonNode::Type type) const
    {
        return m_depth == 1 && type == JsonNode::Type::Array && m_tables.contains(m_rootKey);
    }

    bool open(JsonNode::Type type)
    {
        if (m_depth == 0 && type != JsonNode::Type::Object)
            return failAtBracket(Error::Code::Syntax, u"Found a list, expected an object around the blueprint"_s);
        if (m_depth == MaxDepth)
            return failAtBracket(Error::Code::Limit,
                                 u"Found values nested deeper than %1, expected a flat file"_s.arg(MaxDepth));
        if (isRootTable(type)) {
            m_inTable = true;
            m_index = 0;
        } else if (m_depth > 0) {
            m_stack.push_back(node(type));
            ++m_stack.back().end;
            m_stack.back().children.swap(m_spare);
        }
        ++m_depth;
        m_key.clear();
        return true;
    }

    bool close()
    {
        --m_depth;
        if (m_stack.empty()) {
            m_inTable = false;
            return true;
        }
        JsonNode closed = std::move(m_stack.back());
        m_stack.pop_back();
        m_key = closed.key;
        if (closed.isObject() && !keysAreUnique(closed))
            return false;
        return put(std::move(closed));
    }

    bool addValue(JsonNode::Type type, QString text = {})
    {
        if (m_depth == 0)
            return fail(Error::Code::Syntax,
                        u"Found %1, expected an object around the blueprint"_s.arg(describeType(type)));
        JsonNode value = node(type);
        value.text = std::move(text);
        return put(std::move(value));
    }

    [[nodiscard]] JsonNode node(JsonNode::Type type) const
    {
        JsonNode node;
        node.type = type;
        node.end = offset();
        if (m_stack.empty() ? !m_inTable : m_stack.back().isObject()) {
            node.key = m_key;
            node.keyEnd = m_keyEnd;
        }
        return node;
    }

    bool put(JsonNode value)
    {
        if (++m_values > MaxValuesPerElement)
            return fail(Error::Code::Limit, u"Found an element of more than %1 values"_s.arg(MaxValuesPerElement));
        if (!m_stack.empty()) {
            m_stack.back().children.append(std::move(value));
            return true;
        }
        m_values = 0;
        if (m_inTable && ++m_elements > MaxJsonElements)
            return fail(Error::Code::Limit, u"Found more than %1 elements"_s.arg(MaxJsonElements));
        m_fault = m_inTable ? m_visitor.element(m_rootKey, m_index++, value) : m_visitor.member(value);
        // The room its members took is there for those of the next.
        value.children.clear();
        m_spare.swap(value.children);
        return !m_fault;
    }

    bool keysAreUnique(const JsonNode& object)
    {
        const JsonNode* second = object.children.size() <= FewMembers ? repeatedOfFew(object) : repeatedOfMany(object);
        if (!second)
            return true;
        m_fault = JsonFault{Error::Code::Duplicate,
                            u"Found the key \"%1\" a second time, expected it once"_s.arg(second->key),
                            startOfKey(*second, m_json), path() + u'/' + second->key};
        return false;
    }

    /// The second member of a key that stands twice, or null.
    static const JsonNode* repeatedOfFew(const JsonNode& object)
    {
        for (qsizetype i = 1; i < object.children.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                if (isSameKey(object.children[i].key, object.children[j].key))
                    return &object.children[i];
            }
        }
        return nullptr;
    }
    static const JsonNode* repeatedOfMany(const JsonNode& object)
    {
        QList<const JsonNode*> sorted;
        for (const JsonNode& child : object.children)
            sorted.append(&child);
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const JsonNode* l, const JsonNode* r) { return l->key < r->key; });
        const auto twice = std::adjacent_find(sorted.begin(), sorted.end(),
                                              [](const JsonNode* l, const JsonNode* r) { return l->key == r->key; });
        return twice == sorted.end() ? nullptr : *std::next(twice);
    }

    QByteArrayView m_json;
    const GapStream& m_stream;
    const QStringList& m_tables;
    const JsonElementVisitor& m_visitor;
    std::vector<JsonNode> m_stack;
    QList<JsonNode> m_spare;
    KeyPool m_keys;
    TextPool m_texts;
    QSet<QString> m_rootKeys;
    QString m_rootKey;
    bool m_namesOthers = false; ///< the items of the table are named by few or none
    QString m_key;
    qsizetype m_keyEnd = 0;
    int m_depth = 0;
    int m_values = 0;
    bool m_inTable = false;
    qsizetype m_index = 0;
    qsizetype m_elements = 0;
    std::optional<JsonFault> m_fault;
};

QString messageFor(rapidjson::ParseErrorCode code, bool atEnd)
{
    if (atEnd)
        return u"Found the end of the file in the middle of the blueprint: the file is cut off"_s;
    switch (code) {
    case rapidjson::kParseErrorObjectMissName:
        return u"Expected a key in quotation marks or }"_s;
    case rapidjson::kParseErrorObjectMissColon:
        return u"Expected a colon after the key"_s;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return u"Expected a comma or }"_s;
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return u"Expected a comma or ]"_s;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringEscapeInvalid:
        return u"Found an escape in a text that is not JSON"_s;
    case rapidjson::kParseErrorStringMissQuotationMark:
        return u"Found a text that is not closed, expected a quotation mark"_s;
    case rapidjson::kParseErrorStringInvalidEncoding:
        return u"Found a character in a text that must be written as an escape"_s;
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return u"Found something after the end of the blueprint"_s;
    case rapidjson::kParseErrorNumberTooBig:
        return u"Found a number that is too large"_s;
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
        return u"Found a number that is not JSON"_s;
    default:
        return u"Expected a text, a number, true, false, null, [ or {"_s;
    }
}

} // namespace

std::optional<JsonFault> readJsonElements(QByteArrayView json, const QStringList& tables,
                                          const JsonElementVisitor& visitor, const QList<JsonGap>& gaps)
{
    if (QByteArrayView(json).trimmed().isEmpty())
        return JsonFault{Error::Code::Syntax, u"The file is empty"_s, 0, {}};
    GapStream stream(json, gaps);
    ElementCollector collector(json, stream, tables, visitor);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, collector);
    if (collector.fault())
        return collector.fault();
    if (!result) {
        const qsizetype offset = std::min(qsizetype(result.Offset()), json.size());
        const bool atEnd =
            json.sliced(offset).trimmed().isEmpty() && result.Code() != rapidjson::kParseErrorStringEscapeInvalid;
        return JsonFault{Error::Code::Syntax, messageFor(result.Code(), atEnd), offset, collector.path()};
    }
    return std::nullopt;
}

} // namespace throughline
