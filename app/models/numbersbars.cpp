// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/numbersbars.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

void NumbersBars::addSeries(const QString& name, const QString& pattern, const QString& tone)
{
    m_series += QVariantMap{{u"name"_s, name}, {u"pattern"_s, pattern}, {u"tone"_s, tone}};
}

void NumbersBars::addRow(const QString& label, const QString& text, const QString& description,
                         const QList<ElementRef>& elements)
{
    m_rows += Row{label, text, QList<double>(m_series.size(), 0), int(m_marks.size())};
    m_marks += Mark{int(m_rows.size()) - 1, -1, 0, 0, label, description, toVariant(elements)};
}

void NumbersBars::addPart(int series, double value, const QString& text, const QString& description,
                          const QList<ElementRef>& elements)
{
    if (value <= 0)
        return;
    QList<double>& values = m_rows.last().values;
    double from = 0;
    for (int before = 0; before < series; ++before)
        from += values[before];
    values[series] = value;
    m_marks += Mark{int(m_rows.size()) - 1, series, from, from + value, text, description, toVariant(elements)};
}

bool NumbersBars::isOnlyPart(const Mark& mark) const
{
    return mark.series >= 0 && std::ranges::count_if(m_rows[mark.row].values, [](double v) { return v > 0; }) == 1;
}

QVariantList NumbersBars::marks() const
{
    QVariantList list;
    for (const Mark& mark : m_marks) {
        if (mark.row >= MostRows)
            break;
        const int above = std::max(mark.row - 1, 0);
        const int below = std::min({mark.row + 1, int(m_rows.size()) - 1, MostRows - 1});
        list += QVariantMap{{u"row"_s, mark.row},
                            {u"series"_s, mark.series},
                            {u"from"_s, mark.from},
                            {u"to"_s, mark.to},
                            {u"text"_s, isOnlyPart(mark) ? QString() : mark.text},
                            {u"description"_s, mark.description},
                            {u"elements"_s, mark.elements},
                            {u"above"_s, m_rows[above].firstMark},
                            {u"below"_s, m_rows[below].firstMark}};
    }
    return list;
}

QVariantMap NumbersBars::chart(const QString& title, const QString& note) const
{
    const QList<Row> shown = m_rows.mid(0, MostRows);
    QVariantList rows;
    double most = 0;
    for (const Row& row : shown) {
        rows += QVariantMap{{u"label"_s, row.label}, {u"text"_s, row.text}};
        double sum = 0;
        for (const double value : row.values)
            sum += value;
        most = std::max(most, sum);
    }
    QVariantList values;
    for (qsizetype series = 0; series < m_series.size(); ++series) {
        QVariantList column;
        for (qsizetype row = shown.size() - 1; row >= 0; --row)
            column += shown[row].values[series];
        values += QVariant(column);
    }
    return {
        {u"title"_s, title},     {u"note"_s, note},     {u"missing"_s, QString()},
        {u"series"_s, m_series}, {u"values"_s, values}, {u"most"_s, most},
        {u"rows"_s, rows},       {u"marks"_s, marks()}, {u"left"_s, std::max<qsizetype>(0, m_rows.size() - MostRows)}};
}

QVariantMap missingChart(const QString& sentence)
{
    return {{u"title"_s, QString()}, {u"note"_s, QString()}, {u"missing"_s, sentence}};
}

} // namespace throughline
