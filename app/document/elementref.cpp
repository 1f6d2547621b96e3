// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/elementref.h"

#include <array>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array KindWords = {QStringView(u"blueprint"),  QStringView(u"department"), QStringView(u"role"),
                                  QStringView(u"request"),    QStringView(u"dataItem"),   QStringView(u"phase"),
                                  QStringView(u"step"),       QStringView(u"lane"),       QStringView(u"card"),
                                  QStringView(u"connection"), QStringView(u"acceptance")};

} // namespace

QString kindWord(ElementKind kind)
{
    return KindWords[size_t(kind)].toString();
}

ElementKind kindFromWord(QStringView text)
{
    for (size_t i = 0; i < KindWords.size(); ++i) {
        if (KindWords[i] == text)
            return ElementKind(i);
    }
    return ElementKind::Blueprint;
}

QVariantMap toVariant(const ElementRef& ref)
{
    return {{u"kind"_s, kindWord(ref.kind)}, {u"id"_s, ref.id}};
}

QVariantList toVariant(const QList<ElementRef>& refs)
{
    QVariantList list;
    for (const ElementRef& ref : refs)
        list += toVariant(ref);
    return list;
}

ElementRef refFrom(const QVariant& value)
{
    const QVariantMap map = value.toMap();
    return {kindFromWord(map.value(u"kind"_s).toString()), map.value(u"id"_s).toString()};
}

QList<ElementRef> refsFrom(const QVariantList& values)
{
    QList<ElementRef> refs;
    for (const QVariant& value : values)
        refs += refFrom(value);
    return refs;
}

} // namespace throughline
