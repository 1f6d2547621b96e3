// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/pixelpainter.h"

#include <algorithm>
#include <cmath>

namespace throughline {

namespace {

/// Places are counted in 256ths of a pixel.
constexpr int One = 256;

int fixed(float value)
{
    return int(std::lrintf(value * float(One)));
}

/// share: 0 to 256 of colour.
QRgb blended(QRgb under, Rgba colour, unsigned share)
{
    const unsigned rest = unsigned(One) - share;
    const unsigned redBlue = (((colour & 0xff00ffU) * share + (under & 0xff00ffU) * rest) >> 8) & 0xff00ffU;
    const unsigned green = (((colour & 0x00ff00U) * share + (under & 0x00ff00U) * rest) >> 8) & 0x00ff00U;
    return 0xff000000U | redBlue | green;
}

} // namespace

PixelPainter::PixelPainter(QImage& image, QPoint imageOrigin, const QRect& area)
    : m_bits(image.bits()),
      m_stride(image.bytesPerLine()),
      m_origin(imageOrigin),
      m_clip(area.translated(-imageOrigin).intersected(image.rect()))
{
}

void PixelPainter::fill(const PixelRect& rect, Rgba colour, float strength)
{
    // What lies far outside would not fit into fixed numbers.
    const auto x = [&](float value) {
        return fixed(std::clamp(value - float(m_origin.x()), float(m_clip.left()), float(m_clip.right() + 1)));
    };
    const auto y = [&](float value) {
        return fixed(std::clamp(value - float(m_origin.y()), float(m_clip.top()), float(m_clip.bottom() + 1)));
    };
    const int left = x(rect.left);
    const int right = x(rect.right);
    const int top = y(rect.top);
    const int bottom = y(rect.bottom);
    if (left < right && top < bottom)
        fillFixed(left, top, right, bottom, colour, unsigned(fixed(std::clamp(strength, 0.F, 1.F))));
}

void PixelPainter::fillRound(const PixelRect& rect, float radius, Rgba colour, float strength)
{
    const float top = std::ceil(rect.top + radius);
    const float bottom = std::floor(rect.bottom - radius);
    if (radius < 0.5F || top > bottom) {
        fill(rect, colour, strength);
        return;
    }
    const auto row = [&](float from, float to, float distance) {
        const float reach = std::clamp(radius - distance, 0.F, radius);
        const float inset = radius - std::sqrt(std::max(radius * radius - reach * reach, 0.F));
        fill({rect.left + inset, from, rect.right - inset, to}, colour, strength);
    };
    for (float from = rect.top; from < top;) {
        const float to = std::min(std::floor(from) + 1, top);
        row(from, to, (from + to) / 2 - rect.top);
        from = to;
    }
    fill({rect.left, top, rect.right, bottom}, colour, strength);
    for (float from = bottom; from < rect.bottom;) {
        const float to = std::min(std::floor(from) + 1, rect.bottom);
        row(from, to, rect.bottom - (from + to) / 2);
        from = to;
    }
}

void PixelPainter::fillFixed(int left, int top, int right, int bottom, Rgba colour, unsigned strength)
{
    const int firstX = left / One;
    const int lastX = (right - 1) / One;
    const auto firstShare = unsigned(std::min(right, (firstX + 1) * One) - left);
    const auto lastShare = unsigned(right - lastX * One);
    const QRgb opaque = 0xff000000U | colour;
    for (int y = top / One; y <= (bottom - 1) / One; ++y) {
        const auto height = unsigned(std::min(bottom, (y + 1) * One) - std::max(top, y * One));
        const unsigned share = height * strength / unsigned(One);
        auto* line = reinterpret_cast<QRgb*>(m_bits + y * m_stride);
        line[firstX] = blended(line[firstX], colour, share * firstShare / unsigned(One));
        if (lastX == firstX)
            continue;
        if (share == unsigned(One))
            std::fill(line + firstX + 1, line + lastX, opaque);
        else
            std::transform(line + firstX + 1, line + lastX, line + firstX + 1,
                           [&](QRgb under) { return blended(under, colour, share); });
        line[lastX] = blended(line[lastX], colour, share * lastShare / unsigned(One));
    }
}

} // namespace throughline
