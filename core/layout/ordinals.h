// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

/// Places along an axis of the grid, counted in ordinals: 2k is the gutter before column (tier) k, 2k + 1 the column
/// (tier) itself. The header column counts as column -1.
namespace throughline {

/// Every distance that is kept between edits lies on a raster of 1/64 pt: sums of such are exact, so that what moves as
/// a whole stays the same to the last bit.
inline constexpr double RasterPerPt = 64;

[[nodiscard]] inline double onRaster(double pt)
{
    return std::round(pt * RasterPerPt) / RasterPerPt;
}

/// The next place of the raster at or above.
[[nodiscard]] inline double upToRaster(double pt)
{
    return std::ceil(pt * RasterPerPt - 1e-6) / RasterPerPt;
}

/// A box of ordinals, ends included: columns from left to right, tiers from top to bottom.
struct OrdinalBox
{
    int left = 0;
    int right = -1;
    int top = 0;
    int bottom = -1;

    [[nodiscard]] bool isEmpty() const { return right < left || bottom < top; }
    [[nodiscard]] bool meets(const OrdinalBox& other) const
    {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
    void include(const OrdinalBox& other)
    {
        if (other.isEmpty())
            return;
        if (isEmpty()) {
            *this = other;
            return;
        }
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
    }
    bool operator==(const OrdinalBox&) const = default;
};

} // namespace throughline
