// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonfields.h"

#include <cmath>
#include <limits>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many members a word of bits stands for.
constexpr qsizetype Bits = 64;

/// A quantity as written; "8.5e0" and "8.50000" are what other programs may make of 8.5.
template <typename Quantity>
Result<Quantity> quantityFrom(const QString& text)
{
    const Result<Quantity> exact = Quantity::from(QStringView(text));
    return exact ? exact : Quantity::from(text.toDouble());
}

std::optional<int> integerFrom(const JsonNode& node, int least, int most)
{
    if (node.type != JsonNode::Type::Number)
        return std::nullopt;
    const double number = node.text.toDouble();
    if (number != std::floor(number) || number < least || number > most)
        return std::nullopt;
    return int(number);
}

} // namespace

JsonFields::JsonFields(const JsonNode& object, QByteArrayView json, const QString& path,
                       std::optional<JsonFault>& fault)
    : JsonFields(object, json, path, -1, fault)
{
}

JsonFields::JsonFields(const JsonNode& object, QByteArrayView json, const QString& table, qsizetype index,
                       std::optional<JsonFault>& fault)
    : m_object(object), m_json(json), m_path(table), m_index(index), m_fault(fault)
{
    if (object.children.size() > Bits)
        m_takenBeyond.resize(size_t(object.children.size() - Bits));
}

QString JsonFields::path() const
{
    return m_index < 0 ? m_path : m_path + u'/' + QString::number(m_index);
}

bool JsonFields::isTaken(qsizetype index) const
{
    return index < Bits ? (m_taken >> index & 1U) != 0 : m_takenBeyond[size_t(index - Bits)];
}

void JsonFields::setTaken(qsizetype index)
{
    if (index < Bits)
        m_taken |= quint64(1) << index;
    else
        m_takenBeyond[size_t(index - Bits)] = true;
}

const JsonNode* JsonFields::take(QStringView name)
{
    for (qsizetype i = 0; i < m_object.children.size(); ++i) {
        if (isSameKey(m_object.children[i].key, name)) {
            setTaken(i);
            return &m_object.children[i];
        }
    }
    return nullptr;
}

void JsonFields::report(Error::Code code, const JsonNode& node, const QString& message)
{
    if (m_fault)
        return;
    QString path = this->path();
    if (!node.key.isEmpty())
        path += (path.isEmpty() ? QString() : u"/"_s) + node.key;
    m_fault = JsonFault{code, message, startOf(node, m_json), path};
}

void JsonFields::reportMissing(QStringView name)
{
    if (!m_fault)
        m_fault = JsonFault{Error::Code::Value, u"Found no \"%1\" here, expected one"_s.arg(name),
                            startOf(m_object, m_json), path()};
}

QString JsonFields::found(const JsonNode& node)
{
    if (node.isString())
        return u"Found \"%1\""_s.arg(node.text.left(60));
    if (node.type == JsonNode::Type::Number)
        return u"Found "_s + node.text.left(60);
    return u"Found "_s + describeType(node.type);
}

QString JsonFields::text(QStringView name)
{
    const JsonNode* node = take(name);
    if (!node)
        return {};
    if (!node->isString())
        report(Error::Code::Value, *node, found(*node) + u", expected a text"_s);
    return node->text;
}

QString JsonFields::requiredText(QStringView name)
{
    if (!m_object.member(name))
        reportMissing(name);
    return text(name);
}

bool JsonFields::flag(QStringView name, bool absent)
{
    const JsonNode* node = take(name);
    if (!node)
        return absent;
    if (node->type != JsonNode::Type::True && node->type != JsonNode::Type::False)
        report(Error::Code::Value, *node, found(*node) + u", expected true or false"_s);
    return node->type == JsonNode::Type::True;
}

std::optional<int> JsonFields::integer(QStringView name, int least, int most)
{
    const JsonNode* node = take(name);
    if (!node)
        return std::nullopt;
    const std::optional<int> number = integerFrom(*node, least, most);
    if (!number) {
        report(Error::Code::Value, *node,
               found(*node) + u", expected a whole number from %1 to %2"_s.arg(least).arg(most));
    }
    return number;
}

int JsonFields::position(QStringView name)
{
    return integer(name, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()).value_or(0);
}

std::optional<Minutes> JsonFields::minutes(QStringView name)
{
    const JsonNode* node = take(name);
    if (!node)
        return std::nullopt;
    const bool isNumber = node->type == JsonNode::Type::Number;
    const Result<Minutes> minutes = isNumber ? quantityFrom<Minutes>(node->text) : Result<Minutes>(Error());
    if (minutes)
        return *minutes;
    report(Error::Code::Value, *node, found(*node) + u", expected a number of minutes, 0 or more"_s);
    return std::nullopt;
}

std::optional<Money> JsonFields::money(QStringView name)
{
    const JsonNode* node = take(name);
    if (!node)
        return std::nullopt;
    const bool isNumber = node->type == JsonNode::Type::Number;
    const Result<Money> money = isNumber ? quantityFrom<Money>(node->text) : Result<Money>(Error());
    if (money)
        return *money;
    report(Error::Code::Value, *node, found(*node) + u", expected an amount of money, 0 or more"_s);
    return std::nullopt;
}

QDate JsonFields::date(QStringView name)
{
    const JsonNode* node = take(name);
    if (!node)
        return {};
    const QDate date =
        node->isString() && node->text.size() == 10 ? QDate::fromString(node->text, Qt::ISODate) : QDate();
    if (!date.isValid())
        report(Error::Code::Value, *node, found(*node) + u", expected a date such as \"2026-05-31\""_s);
    return date;
}

QStringList JsonFields::texts(QStringView name)
{
    const JsonNode* node = take(name);
    if (!node)
        return {};
    if (!node->isArray()) {
        report(Error::Code::Value, *node, found(*node) + u", expected a list of texts"_s);
        return {};
    }
    QStringList texts;
    for (const JsonNode& child : node->children) {
        if (!child.isString() && !m_fault) {
            m_fault = JsonFault{Error::Code::Value, found(child) + u", expected a text"_s, startOf(child, m_json),
                                u"%1/%2/%3"_s.arg(path()).arg(name).arg(texts.size())};
        }
        texts.append(child.text);
    }
    return texts;
}

UnknownMembers JsonFields::rest() const
{
    UnknownMembers rest;
    for (qsizetype i = 0; i < m_object.children.size(); ++i) {
        if (!isTaken(i))
            rest.insert(m_object.children[i].key, toJsonValue(m_object.children[i]));
    }
    return rest;
}

void JsonFields::refuseRest()
{
    for (qsizetype i = 0; i < m_object.children.size(); ++i) {
        if (!isTaken(i))
            report(Error::Code::Syntax, m_object.children[i],
                   u"Found the key \"%1\", which has no meaning here"_s.arg(m_object.children[i].key.left(60)));
    }
}

} // namespace throughline
