// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace throughline {

/// Whether two keys are the same. Files are read by comparing some three hundred a card, nearly all of which differ in
/// length or in their first letter.
[[nodiscard]] inline bool isSameKey(QStringView left, QStringView right)
{
    return left.size() == right.size() && (left.isEmpty() || (left.front() == right.front() && left == right));
}

/// One value of a JSON text together with where it stands. Only small pieces of a file (one element at a time) are held
/// so.
struct JsonNode
{
    enum class Type { Null, True, False, Number, String, Array, Object };

    Type type = Type::Null;
    QString key;  ///< inside an object
    QString text; ///< of a string, unescaped; of a number, as written
    QList<JsonNode> children;
    qsizetype end = 0; ///< offset behind the last byte (of an array or object: behind the opening bracket)
    qsizetype keyEnd = 0;

    [[nodiscard]] bool isString() const { return type == Type::String; }
    [[nodiscard]] bool isObject() const { return type == Type::Object; }
    [[nodiscard]] bool isArray() const { return type == Type::Array; }
    /// The member of an object, or null.
    [[nodiscard]] const JsonNode* member(QStringView name) const;
};

/// What a value is, in the words of an error: "a text", "a number".
[[nodiscard]] QString describeType(JsonNode::Type type);

/// The offset of the first byte of a value in the text it was read from.
[[nodiscard]] qsizetype startOf(const JsonNode& node, QByteArrayView json);
/// The offset of the first byte of a value's key.
[[nodiscard]] qsizetype startOfKey(const JsonNode& node, QByteArrayView json);

/// The value for keeping; whole numbers stay exact within 64 bits.
[[nodiscard]] QJsonValue toJsonValue(const JsonNode& node);

} // namespace throughline
