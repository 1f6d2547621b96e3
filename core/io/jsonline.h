// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QByteArray>

namespace throughline {

/// text as a JSON string in UTF-8, with quotation marks.
[[nodiscard]] QByteArray jsonString(QStringView text);
/// Any JSON value on one line.
[[nodiscard]] QByteArray jsonText(const QJsonValue& value);

/// A JSON object on one line, member by member in the order of the calls. Values that say nothing (an empty text, an
/// absent number, false) are left out.
class JsonLine
{
public:
    JsonLine& raw(const char* key, const QByteArray& json);
    JsonLine& text(const char* key, const QString& text);
    JsonLine& number(const char* key, const std::optional<int>& number);
    JsonLine& nonZero(const char* key, int number);
    JsonLine& flag(const char* key, bool set);
    JsonLine& texts(const char* key, const QStringList& texts);
    JsonLine& date(const char* key, const QDate& date);

    template <typename Quantity>
    JsonLine& quantity(const char* key, const std::optional<Quantity>& quantity)
    {
        return quantity ? raw(key, quantity->toString().toUtf8()) : *this;
    }
    template <typename Element>
    JsonLine& id(const char* key, const Id<Element>& id)
    {
        return text(key, id.value);
    }
    template <typename Element>
    JsonLine& ids(const char* key, const QList<Id<Element>>& ids)
    {
        QStringList list;
        for (const Id<Element>& id : ids)
            list.append(id.value);
        return texts(key, list);
    }
    /// The members kept of a newer format; those that would repeat one of known are left out.
    JsonLine& unknown(const UnknownMembers& members, const QStringList& known);

    [[nodiscard]] QByteArray object() const { return '{' + m_members + '}'; }

private:
    QByteArray m_members;
};

} // namespace throughline
