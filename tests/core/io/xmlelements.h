// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace throughline {

/// One element of an XML file, for tests that look into what a writer wrote.
struct XmlElement
{
    QString name; ///< without prefix
    QHash<QString, QString> attributes;
    QString text;    ///< directly inside, trimmed
    int parent = -1; ///< its index, -1 for the root

    [[nodiscard]] QString operator[](const char* attribute) const
    {
        return attributes.value(QString::fromLatin1(attribute));
    }
};

/// Every element in the order of the file; a test failure where the file is not well-formed.
[[nodiscard]] QList<XmlElement> elementsOf(const QByteArray& xml);

/// The elements of that name.
[[nodiscard]] QList<XmlElement> named(const QList<XmlElement>& elements, const char* name);

/// The element with that id; a test failure where there is none.
[[nodiscard]] XmlElement withId(const QList<XmlElement>& elements, const char* id);

} // namespace throughline
