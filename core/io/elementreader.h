// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonfields.h"
#include "core/model/blueprint.h"

namespace throughline {

/// Reads the elements of a .blueprint file one by one into builder; for readBlueprint() and readPatch() only.
class ElementReader
{
public:
    using Fault = std::optional<JsonFault>;

    ElementReader(QByteArrayView json, BlueprintBuilder& builder) : m_json(json), m_builder(builder) {}

    /// A member of the file that is not a table.
    Fault readMember(const JsonNode& member);
    /// An item of a table.
    Fault readElement(const QString& table, qsizetype index, const JsonNode& element);
    /// True once a format version this program reads was seen.
    [[nodiscard]] bool hasVersion() const { return m_hasVersion; }

private:
    Fault readVersion(const JsonNode& member);
    void readCeilings(const JsonNode& member, Fault& fault);
    void readSeverities(const JsonNode& member, Fault& fault);
    void readViews(const JsonNode& member, Fault& fault);
    template <typename Read>
    void forEachObject(const JsonNode& list, const QString& path, Fault& fault, Read read);
    void readDepartment(JsonFields& fields);
    void readRole(JsonFields& fields);
    void readCapability(JsonFields& fields, Role& role);
    void readRequest(JsonFields& fields);
    void readDataItem(JsonFields& fields);
    void readPhase(JsonFields& fields);
    void readStep(JsonFields& fields);
    void readLane(JsonFields& fields);
    void readCard(JsonFields& fields);
    void readRemarks(JsonFields& fields, Card& card);
    void readCosts(JsonFields& fields, Card& card);
    void readConnection(JsonFields& fields);
    End readEnd(JsonFields& fields, QStringView name);
    void readAcceptance(JsonFields& fields);

    QByteArrayView m_json;
    BlueprintBuilder& m_builder;
    bool m_hasVersion = false;
};

} // namespace throughline
