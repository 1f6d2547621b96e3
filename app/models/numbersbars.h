// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/elementref.h"

#include <QVariant>

namespace throughline {

/// Puts a chart of stacked bars together (app/models/numberscharts.h says what it looks like).
class NumbersBars
{
public:
    /// pattern: "solid", "hatch", "dots" or "hollow"; tone: "plain", "deep", "error", "warning" or "hint".
    void addSeries(const QString& name, const QString& pattern, const QString& tone);

    /// A bar, below those before it: what stands at its left and at its end, and what a screen reader says.
    void addRow(const QString& label, const QString& text, const QString& description,
                const QList<ElementRef>& elements);
    /// The next part of the bar that was added last; nothing where the value is 0. Series in their order.
    void addPart(int series, double value, const QString& text, const QString& description,
                 const QList<ElementRef>& elements);

    /// At most so many bars are shown; further ones are left out.
    static constexpr int MostRows = 40;

    [[nodiscard]] QVariantMap chart(const QString& title, const QString& note) const;
    [[nodiscard]] qsizetype rowCount() const { return m_rows.size(); }

private:
    struct Mark
    {
        int row = 0;
        int series = -1;
        double from = 0;
        double to = 0;
        QString text;
        QString description;
        QVariantList elements;
    };
    struct Row
    {
        QString label;
        QString text;
        QList<double> values;
        int firstMark = 0;
    };

    [[nodiscard]] QVariantList marks() const;
    /// What such a part amounts to stands at the end of the bar already.
    [[nodiscard]] bool isOnlyPart(const Mark& mark) const;

    QVariantList m_series;
    QList<Row> m_rows;
    QList<Mark> m_marks;
};

/// {missing: sentence}: a chart that cannot be drawn yet, and what to do about it.
[[nodiscard]] QVariantMap missingChart(const QString& sentence);

} // namespace throughline
