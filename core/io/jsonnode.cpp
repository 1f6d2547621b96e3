// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonnode.h"

#include <QJsonArray>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The opening quotation mark of the string whose closing one stands before end. Inside a string a quotation mark
/// always follows a backslash, and before its opening one there never is one.
qsizetype openingQuote(qsizetype end, QByteArrayView json)
{
    qsizetype at = std::min(end, json.size()) - 2;
    while (at > 0 && (json[at] != '"' || json[at - 1] == '\\'))
        --at;
    return std::max<qsizetype>(at, 0);
}

QJsonValue numberValue(const QString& text)
{
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return isWhole ? QJsonValue(whole) : QJsonValue(text.toDouble());
}

} // namespace

const JsonNode* JsonNode::member(QStringView name) const
{
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const JsonNode& c) { return isSameKey(c.key, name); });
    return found == children.end() ? nullptr : &*found;
}

QString describeType(JsonNode::Type type)
{
    switch (type) {
    case JsonNode::Type::Null:
        return u"null"_s;
    case JsonNode::Type::True:
        return u"true"_s;
    case JsonNode::Type::False:
        return u"false"_s;
    case JsonNode::Type::Number:
        return u"a number"_s;
    case JsonNode::Type::String:
        return u"a text"_s;
    case JsonNode::Type::Array:
        return u"a list"_s;
    case JsonNode::Type::Object:
        return u"an object"_s;
    }
    return {};
}

qsizetype startOf(const JsonNode& node, QByteArrayView json)
{
    switch (node.type) {
    case JsonNode::Type::String:
        return openingQuote(node.end, json);
    case JsonNode::Type::Number:
        return node.end - node.text.size();
    case JsonNode::Type::True:
    case JsonNode::Type::Null:
        return node.end - 4;
    case JsonNode::Type::False:
        return node.end - 5;
    case JsonNode::Type::Array:
    case JsonNode::Type::Object:
        break;
    }
    return node.end - 1;
}

qsizetype startOfKey(const JsonNode& node, QByteArrayView json)
{
    return openingQuote(node.keyEnd, json);
}

QJsonValue toJsonValue(const JsonNode& node)
{
    switch (node.type) {
    case JsonNode::Type::Null:
        return QJsonValue::Null;
    case JsonNode::Type::True:
        return true;
    case JsonNode::Type::False:
        return false;
    case JsonNode::Type::Number:
        return numberValue(node.text);
    case JsonNode::Type::String:
        return node.text;
    case JsonNode::Type::Array: {
        QJsonArray array;
        for (const JsonNode& child : node.children)
            array.append(toJsonValue(child));
        return array;
    }
    case JsonNode::Type::Object: {
        QJsonObject object;
        for (const JsonNode& child : node.children)
            object.insert(child.key, toJsonValue(child));
        return object;
    }
    }
    return {};
}

} // namespace throughline
