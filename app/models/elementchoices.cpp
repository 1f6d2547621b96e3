// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/elementchoices.h"

#include <algorithm>
#include <utility>

namespace throughline {

using namespace Qt::StringLiterals;

QVariantList byName(const QVariantList& choices)
{
    QList<std::pair<QString, QVariant>> named;
    named.reserve(choices.size());
    for (const QVariant& choice : choices)
        named.append({choice.toMap().value(u"text"_s).toString(), choice});
    std::stable_sort(named.begin(), named.end(), [](const auto& left, const auto& right) {
        return left.first.localeAwareCompare(right.first) < 0;
    });
    QVariantList sorted;
    sorted.reserve(named.size());
    for (const auto& [name, choice] : std::as_const(named))
        sorted.append(choice);
    return sorted;
}

} // namespace throughline
