// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/blueprintkeys.h"

#include <QMap>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList words(const QString& text)
{
    return text.split(u' ');
}

} // namespace

QString blueprintFormatName()
{
    return u"throughline-blueprint"_s;
}

const QList<ElementKind>& blueprintTables()
{
    static const QList<ElementKind> tables = {ElementKind::Department, ElementKind::Role,  ElementKind::Request,
                                              ElementKind::DataItem,   ElementKind::Phase, ElementKind::Step,
                                              ElementKind::Lane,       ElementKind::Card,  ElementKind::Connection,
                                              ElementKind::Acceptance};
    return tables;
}

const QStringList& blueprintKeys(ElementKind kind)
{
    static const QMap<ElementKind, QStringList> keys = {
        {ElementKind::Blueprint, words(u"format formatVersion title scenario persona state currency ceilings "
                                       u"severities views departments roles requests "
                                       "data phases steps lanes cards connections accepted"_s)},
        {ElementKind::Department, words(u"id name parent heads mandate"_s)},
        {ElementKind::Role, words(u"id name department kind onlyThese capabilities"_s)},
        {ElementKind::Request, words(u"id name drawnOnly phases needs"_s)},
        {ElementKind::DataItem, words(u"id name volatile"_s)},
        {ElementKind::Phase, words(u"id name kind position folded"_s)},
        {ElementKind::Step, words(u"id number name phase"_s)},
        {ElementKind::Lane, words(u"id name stage position roles folded curve"_s)},
        {ElementKind::Card,
         words(u"id lane step to position title kind roles end owner note status painPoints opportunities "
               "attachments wait waitDuration timeout timeoutTo minutes worry effort money "
               "emotion gives asks recheck recheckReason bill about"_s)},
        {ElementKind::Connection, words(u"id from to kind request carries if label answers noReply"_s)},
        {ElementKind::Acceptance, words(u"id rule subject variant reason who when until"_s)},
    };
    return *keys.constFind(kind);
}

} // namespace throughline
