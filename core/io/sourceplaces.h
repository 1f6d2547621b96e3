// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/elements.h"

#include <QByteArray>
#include <QHash>

namespace throughline {

/// Where the elements of a blueprint stand in the file they were read from: line and column (1-based, columns in code
/// points) of the element's object in a .blueprint, of its id or statement in a .bpt. What came into being by its use
/// stands where it is first used. Empty for BPMN and for text that cannot be read. One pass over the file.
class SourcePlaces
{
public:
    SourcePlaces() = default;
    SourcePlaces(const QByteArray& content, const QString& fileName);

    /// The place of an element; that of the blueprint itself, and of an element that has none, is the first line. Line
    /// and column are 0 where nothing is known.
    [[nodiscard]] Place of(const ElementRef& element) const;
    [[nodiscard]] bool isEmpty() const { return m_places.isEmpty(); }

private:
    QString m_fileName;
    QHash<ElementRef, Place> m_places;
};

} // namespace throughline
