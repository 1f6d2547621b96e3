// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

/// What every writer of XML does with texts and ids.
namespace throughline {

/// text without the characters that XML 1.0 cannot hold, with plain line feeds for line breaks.
[[nodiscard]] QString xmlText(QStringView text);

/// Hands out ids for one XML file: valid NCNames of ASCII letters, digits, '_' and '-', each once. None holds
/// a '.', so that "ID.shape" is free as well.
class XmlIds
{
public:
    /// wanted where it is valid and free, else something near it. The same calls in the same order give the same ids.
    [[nodiscard]] QString claim(const QString& wanted);

private:
    QSet<QString> m_taken;
};

} // namespace throughline
