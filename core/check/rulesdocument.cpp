// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rulesdocument.h"

#include "core/check/catalogue.h"
#include "core/model/words.h"

namespace throughline {

namespace {

QString severities(const CatalogueEntry& entry)
{
    return QStringLiteral("| preset | severity |\n|---|---|\n| start | %1 |\n| recommended | %2 |\n| all | %3 |\n")
        .arg(word(entry.start), word(entry.recommended), word(entry.all));
}

QString parameters(const CatalogueEntry& entry)
{
    QString text;
    for (const RuleParameter& parameter : entry.parameters)
        text += QStringLiteral("* `%1` = %2: %3\n")
                    .arg(parameter.name, QString::number(parameter.value), parameter.meaning);
    return text.isEmpty() ? text : text + u'\n';
}

QString picture(const CatalogueEntry& entry, const QString& kind)
{
    return QStringLiteral("![%1: %2](pictures/rules/%3-%2.svg)").arg(entry.title, kind, entry.id);
}

/// What breaks it beside what does not; tests/render/rulepicturestest.cpp draws them.
QString picturesOf(const CatalogueEntry& entry)
{
    return QStringLiteral("| breaks it | holds |\n|---|---|\n| %1 | %2 |\n")
        .arg(picture(entry, QStringLiteral("breaks")), picture(entry, QStringLiteral("holds")));
}

QString section(const CatalogueEntry& entry, const QString& pictures)
{
    return QStringLiteral("### %1\n\n`%2`\n\n%3\n\n%9\n**When it fires.** %4\n\n**What mends it.** "
                          "%5\n\n%6%7\n*%8*\n\n")
        .arg(entry.title, entry.id, entry.explanation, entry.definition, entry.howToFix, parameters(entry),
             severities(entry), entry.source, pictures);
}

} // namespace

QString rulesDocument()
{
    QString text = QStringLiteral("# What is checked\n"
                                  "\n"
                                  "This page is what `throughline check --rules` prints. A rule fires only on what the "
                                  "drawing itself says: what nobody "
                                  "has said is never held against it, but listed as *not checked*. A finding that "
                                  "rests on what plain arrows merely "
                                  "suggest is called *possible* and is one severity lower.\n\n");
    std::optional<RuleFamily> family;
    for (const CatalogueEntry& entry : catalogue()) {
        if (family != entry.family) {
            family = entry.family;
            text += QStringLiteral("## %1\n\n").arg(familyName(entry.family));
        }
        text += section(entry, picturesOf(entry));
    }
    text += QStringLiteral("## Between two versions\n\n`throughline compare BEFORE AFTER` looks for this one.\n\n");
    for (const CatalogueEntry& entry : comparisonCatalogue()) {
        const QString before = QStringLiteral("Before:\n\n%1\n\n").arg(picture(entry, QStringLiteral("before")));
        text += section(entry, before + picturesOf(entry));
    }
    return text.trimmed() + u'\n';
}

} // namespace throughline
