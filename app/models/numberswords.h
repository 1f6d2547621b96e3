// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/numbersbars.h"
#include "core/check/phrases.h"
#include "core/model/queries.h"

#include <QCoreApplication>

/// What the charts of the numbers view word alike.
namespace throughline {

struct NumbersWords
{
    Q_DECLARE_TR_FUNCTIONS(NumbersCharts)

public:
    /// "4 of 11 steps".
    [[nodiscard]] static QString stepsOf(qsizetype part, qsizetype all);
    /// How many rows a chart leaves out, in a sentence that begins with a space; empty where none.
    [[nodiscard]] static QString rest(const NumbersBars& bars);
};

/// The name of an element on one line.
[[nodiscard]] inline QString nameIn(const Blueprint& blueprint, const ElementRef& ref)
{
    return nameOf(blueprint, ref).simplified();
}

/// The place of the largest of some things by a measure, the first of equals; -1 where all are 0.
template <typename List, typename Measure>
[[nodiscard]] qsizetype largest(const List& list, Measure measure)
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (measure(list[i]) > (best < 0 ? 0 : measure(list[best])))
            best = i;
    }
    return best;
}

} // namespace throughline
