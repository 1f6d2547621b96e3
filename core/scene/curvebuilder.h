// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/curve.h"
#include "core/scene/scenebuilder.h"

namespace throughline {

/// The curves of lanes as display items. Holds references: keep what it is made of alive while it is used.
class CurveBuilder
{
public:
    CurveBuilder(const Blueprint& blueprint, const Layout& layout, const Theme& theme, const SceneOptions& options,
                 const TextMeasurer& measurer);

    /// The curves within area; part of SceneBuilder::bandItems(). O(rows and what is visible).
    [[nodiscard]] QList<DisplayItem> items(const QRectF& area) const;
    /// A point of a curve as it would be with another value, with what leads to it.
    [[nodiscard]] DisplayItem draftItem(int row, int column, int value) const;
    /// What the ends of a row's curve mean, for the header column; nothing for a row of cards.
    [[nodiscard]] QList<DrawOp> axisWords(const LayoutRow& row) const;

private:
    /// How a point is drawn, without a value where it is not known.
    struct Look
    {
        std::optional<double> value;
        Rgba ink;
        Rgba words;
        bool wordsBelow;
    };

    [[nodiscard]] DisplayItem item(int row, LaneCurve curve, int firstColumn, int lastColumn) const;
    void addPoint(DisplayItem& item, int row, LaneCurve curve, int column, const Look& look) const;
    [[nodiscard]] std::optional<double> valueAt(LaneCurve curve, int column) const;
    [[nodiscard]] double middleOf(int column) const;

    const Blueprint& m_blueprint;
    const Layout& m_layout;
    const Theme& m_theme;
    const SceneOptions& m_options;
    const TextMeasurer& m_measurer;
};

} // namespace throughline
