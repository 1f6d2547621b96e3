// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonelements.h"
#include "core/model/elements.h"

#include <optional>
#include <vector>

namespace throughline {

/// The members of one JSON object, taken one by one by those who know them. Every getter gives the value of an absent
/// member where there is none, and records the first fault of the object.
class JsonFields
{
public:
    /// path is that of the object, "cards/17"; empty for the file as a whole.
    JsonFields(const JsonNode& object, QByteArrayView json, const QString& path, std::optional<JsonFault>& fault);
    /// Of the item at index of a table.
    JsonFields(const JsonNode& object, QByteArrayView json, const QString& table, qsizetype index,
               std::optional<JsonFault>& fault);

    /// The member of that name, or null. Counts as taken.
    const JsonNode* take(QStringView name);
    [[nodiscard]] QString text(QStringView name);
    [[nodiscard]] QString requiredText(QStringView name);
    [[nodiscard]] bool flag(QStringView name, bool absent = false);
    [[nodiscard]] std::optional<int> integer(QStringView name, int least, int most);
    [[nodiscard]] int position(QStringView name);
    [[nodiscard]] std::optional<Minutes> minutes(QStringView name);
    [[nodiscard]] std::optional<Money> money(QStringView name);
    [[nodiscard]] QDate date(QStringView name);
    [[nodiscard]] QStringList texts(QStringView name);

    template <typename Element>
    [[nodiscard]] Id<Element> id(QStringView name)
    {
        return Id<Element>(text(name));
    }
    template <typename Element>
    [[nodiscard]] QList<Id<Element>> ids(QStringView name)
    {
        QList<Id<Element>> ids;
        for (const QString& text : texts(name))
            ids.append(Id<Element>(text));
        return ids;
    }
    template <typename Enum>
    [[nodiscard]] std::optional<Enum> word(QStringView name, std::optional<Enum> (*from)(QStringView),
                                           QStringList (*words)())
    {
        const JsonNode* node = take(name);
        if (!node)
            return std::nullopt;
        const std::optional<Enum> value = node->isString() ? from(node->text) : std::nullopt;
        if (!value)
            report(Error::Code::Value, *node,
                   found(*node) + QStringLiteral(", expected one of: ") + words().join(u", "));
        return value;
    }

    /// What nobody took, to be kept.
    [[nodiscard]] UnknownMembers rest() const;
    /// Reports the first member nobody took; for objects that cannot keep what they do not know.
    void refuseRest();

    void report(Error::Code code, const JsonNode& node, const QString& message);
    /// Reports that a member is missing.
    void reportMissing(QStringView name);
    /// "Found 7", "Found a list".
    [[nodiscard]] static QString found(const JsonNode& node);
    [[nodiscard]] QString path() const;
    [[nodiscard]] QByteArrayView json() const { return m_json; }
    [[nodiscard]] std::optional<JsonFault>& fault() { return m_fault; }

private:
    const JsonNode& m_object;
    QByteArrayView m_json;
    QString m_path;
    qsizetype m_index = -1; ///< in the table that m_path names; put together only where something is wrong
    std::optional<JsonFault>& m_fault;
    quint64 m_taken = 0; ///< bit by bit for the first members
    std::vector<bool> m_takenBeyond;

    [[nodiscard]] bool isTaken(qsizetype index) const;
    void setTaken(qsizetype index);
};

} // namespace throughline
