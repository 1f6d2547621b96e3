// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/blueprintkeys.h"
#include "core/io/jsonline.h"
#include "core/model/references.h"
#include "core/model/validation.h"

namespace throughline {

/// An element as one line of a .blueprint file, without the members of a newer format.
[[nodiscard]] JsonLine lineFor(const Department& department);
[[nodiscard]] JsonLine lineFor(const Role& role);
[[nodiscard]] JsonLine lineFor(const Request& request);
[[nodiscard]] JsonLine lineFor(const DataItem& data);
[[nodiscard]] JsonLine lineFor(const Phase& phase);
[[nodiscard]] JsonLine lineFor(const Step& step);
[[nodiscard]] JsonLine lineFor(const Lane& lane);
[[nodiscard]] JsonLine lineFor(const Card& card);
[[nodiscard]] JsonLine lineFor(const Connection& connection);
[[nodiscard]] JsonLine lineFor(const Acceptance& acceptance);

/// The text of a .blueprint file or of a part of one, member by member, each from the start of a line.
class BlueprintText
{
public:
    /// What the file is, and what the blueprint says of itself.
    void addHeader(const Header& header);
    /// The members that a newer version wrote beside the tables.
    void addUnknown(const Header& header);

    /// Elements of one kind, each on a line; any range of them.
    template <typename Element, typename Range>
    void addTable(const Range& elements)
    {
        const ElementKind kind = kindOf<Element>();
        QByteArray lines;
        for (const Element& element : elements) {
            lines += lines.isEmpty() ? "\n" : ",\n";
            lines += lineFor(element).unknown(element.unknown, blueprintKeys(kind)).object();
        }
        add(tableName(kind).toUtf8(), '[' + lines + (lines.isEmpty() ? "]" : "\n]"));
    }

    [[nodiscard]] QByteArray text() const { return m_text.isEmpty() ? QByteArray("{}\n") : m_text + "\n}\n"; }

private:
    void add(const QByteArray& key, const QByteArray& json);
    void addText(const QByteArray& key, const QString& text);

    QByteArray m_text;
};

} // namespace throughline
