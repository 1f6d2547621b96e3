// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace throughline {

/// Colours the text notation and underlines where it is wrong.
class NotationHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setDark(bool dark);
    /// Underlines a word: its line from 0 and the code unit within it; none with line -1.
    void setFault(int line, int column);

protected:
    void highlightBlock(const QString& text) override;

private:
    enum class Part { Keyword, Key, Text, Arrow, Comment };

    void colour(qsizetype from, qsizetype to, Part part);
    [[nodiscard]] QTextCharFormat formatOf(Part part) const;
    void underlineFault(const QString& text);

    bool m_dark = false;
    int m_faultLine = -1;
    int m_faultColumn = 0;
};

} // namespace throughline
