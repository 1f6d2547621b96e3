// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pagesetup.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

/// Portrait, in points.
const QMap<QString, QSizeF>& papers()
{
    static const QMap<QString, QSizeF> papers{
        {u"A0"_s, {2383.94, 3370.39}}, {u"A1"_s, {1683.78, 2383.94}}, {u"A2"_s, {1190.55, 1683.78}},
        {u"A3"_s, {841.89, 1190.55}},  {u"A4"_s, {595.28, 841.89}},   {u"A5"_s, {419.53, 595.28}},
        {u"Legal"_s, {612, 1008}},     {u"Letter"_s, {612, 792}},     {u"Tabloid"_s, {792, 1224}},
    };
    return papers;
}

} // namespace

QStringList pageNames()
{
    return papers().keys() + QStringList{u"fit"_s};
}

Result<PageSetup> pageSetupFrom(QStringView name, bool landscape)
{
    PageSetup setup;
    setup.landscape = landscape;
    if (name.compare(u"fit", Qt::CaseInsensitive) == 0) {
        setup.fit = true;
        return setup;
    }
    for (auto paper = papers().begin(); paper != papers().end(); ++paper) {
        if (name.compare(paper.key(), Qt::CaseInsensitive) != 0)
            continue;
        setup.paperPt = *paper;
        return setup;
    }
    return Error{Error::Code::Usage,
                 u"There is no page called \"%1\"; choose one of %2"_s.arg(name).arg(pageNames().join(u", "_s)),
                 {}};
}

} // namespace throughline
