// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/xmlelements.h"

#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace throughline {

QList<XmlElement> elementsOf(const QByteArray& xml)
{
    QList<XmlElement> elements;
    QList<int> open;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            XmlElement element;
            element.name = reader.name().toString();
            for (const QXmlStreamAttribute& attribute : reader.attributes())
                element.attributes.insert(attribute.name().toString(), attribute.value().toString());
            element.parent = open.isEmpty() ? -1 : open.last();
            open += int(elements.size());
            elements += element;
        } else if (reader.isEndElement()) {
            open.removeLast();
        } else if (reader.isCharacters() && !reader.isWhitespace()) {
            elements[open.last()].text += reader.text().toString().trimmed();
        }
    }
    EXPECT_FALSE(reader.hasError()) << qPrintable(reader.errorString()) << " in line " << reader.lineNumber();
    return elements;
}

QList<XmlElement> named(const QList<XmlElement>& elements, const char* name)
{
    QList<XmlElement> found;
    for (const XmlElement& element : elements) {
        if (element.name == QLatin1StringView(name))
            found += element;
    }
    return found;
}

XmlElement withId(const QList<XmlElement>& elements, const char* id)
{
    for (const XmlElement& element : elements) {
        if (element["id"] == QLatin1StringView(id))
            return element;
    }
    ADD_FAILURE() << "no element has the id " << id;
    return {};
}

} // namespace throughline
