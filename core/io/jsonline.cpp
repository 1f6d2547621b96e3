// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonline.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace throughline {

QByteArray jsonString(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    QByteArray json;
    json.reserve(utf8.size() + 2);
    json += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (c == '\t') {
            json += "\\t";
        } else if (uchar(c) < 0x20 || c == 0x7F) {
            json += "\\u00";
            json += hex[uchar(c) >> 4];
            json += hex[uchar(c) & 15];
        } else {
            json += c;
        }
    }
    return json + '"';
}

QByteArray jsonText(const QJsonValue& value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

JsonLine& JsonLine::raw(const char* key, const QByteArray& json)
{
    if (!m_members.isEmpty())
        m_members += ", ";
    m_members += '"';
    m_members += key;
    m_members += "\": ";
    m_members += json;
    return *this;
}

JsonLine& JsonLine::text(const char* key, const QString& text)
{
    return text.isEmpty() ? *this : raw(key, jsonString(text));
}

JsonLine& JsonLine::number(const char* key, const std::optional<int>& number)
{
    return number ? raw(key, QByteArray::number(*number)) : *this;
}

JsonLine& JsonLine::nonZero(const char* key, int number)
{
    return number != 0 ? raw(key, QByteArray::number(number)) : *this;
}

JsonLine& JsonLine::flag(const char* key, bool set)
{
    return set ? raw(key, "true") : *this;
}

JsonLine& JsonLine::texts(const char* key, const QStringList& texts)
{
    if (texts.isEmpty())
        return *this;
    QByteArrayList items;
    for (const QString& text : texts)
        items.append(jsonString(text));
    return raw(key, '[' + items.join(", ") + ']');
}

JsonLine& JsonLine::date(const char* key, const QDate& date)
{
    return date.isValid() ? text(key, date.toString(Qt::ISODate)) : *this;
}

JsonLine& JsonLine::unknown(const UnknownMembers& members, const QStringList& known)
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (known.contains(member.key()))
            continue;
        if (!m_members.isEmpty())
            m_members += ", ";
        m_members += jsonString(member.key()) + ": " + jsonText(member.value());
    }
    return *this;
}

} // namespace throughline
