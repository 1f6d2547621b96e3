// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lookup.h"

namespace throughline {

Error notFound(const QString& kind, const QString& text, const QStringList& available)
{
    constexpr qsizetype Most = 20;
    QString message = QStringLiteral("there is no %1 \"%2\"").arg(kind, text);
    if (available.isEmpty())
        message += QStringLiteral("; the blueprint has none at all");
    else
        message += QStringLiteral("; there is ") + available.mid(0, Most).join(QStringLiteral(", "));
    if (available.size() > Most)
        message += QStringLiteral(" and %1 more").arg(available.size() - Most);
    return {Error::Code::Usage, message, {}};
}

Error ambiguous(const QString& kind, const QString& text, const QStringList& ids)
{
    return {Error::Code::Usage,
            QStringLiteral("more than one %1 is called \"%2\"; say which by its id: %3")
                .arg(kind, text, ids.join(QStringLiteral(", "))),
            {}};
}

} // namespace throughline
