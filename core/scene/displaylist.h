// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/textmeasurer.h"
#include "core/model/elements.h"

#include <QList>
#include <QPointF>
#include <QRectF>

#include <variant>

namespace throughline {

/// A colour as 0xAARRGGBB. Colours are resolved from a Theme (core/scene/theme.h) when the list is built.
using Rgba = quint32;

struct Stroke
{
    enum class Dash { Solid, Dashed, Dotted };

    Rgba colour = 0;
    double widthPt = 0; ///< 0 = no stroke
    Dash dash = Dash::Solid;

    bool operator==(const Stroke&) const = default;
};

struct RectOp
{
    QRectF rect;
    double radiusPt = 0;
    Rgba fill = 0; ///< alpha 0 = not filled
    Stroke stroke;

    bool operator==(const RectOp&) const = default;
};

/// A path of straight lines and quarter arcs: an orthogonal connector with rounded corners, a chevron, a mark.
struct PathOp
{
    struct Segment
    {
        enum class Kind { Move, Line, Curve, Close };

        Kind kind = Kind::Line;
        QPointF to;
        QPointF control1; ///< Curve (cubic) only
        QPointF control2;
        bool operator==(const Segment&) const = default;
    };

    QList<Segment> segments;
    Rgba fill = 0;
    Stroke stroke;

    bool operator==(const PathOp&) const = default;
};

/// One line of text on its baseline, already broken; no back end wraps or elides.
struct TextOp
{
    enum class Align { Left, Centre, Right };

    QString text;
    QPointF baseline; ///< where the line starts, is centred, or ends
    TextRole role = TextRole::CardTitle;
    Rgba colour = 0;
    Align align = Align::Left;
    double widthPt = 0; ///< the measured advance

    bool operator==(const TextOp&) const = default;
};

/// A picture that an attachment holds or names, whole, in the middle of rect. What shows the list knows where its file
/// is (core/render/imagesource.h); where it cannot be read, rect is crossed out.
struct ImageOp
{
    QRectF rect;
    QString target; ///< Attachment::target
    Rgba ink = 0;   ///< of the cross
    double opacity = 1;

    bool operator==(const ImageOp&) const = default;
};

using DrawOp = std::variant<RectOp, PathOp, TextOp, ImageOp>;

/// A place that leads out of the picture, where its medium can.
struct ItemLink
{
    QRectF rect;
    QString address; ///< of the web or of mail
    QString name;

    bool operator==(const ItemLink&) const = default;
};

/// What is drawn above what.
enum class Layer { Background, Band, Grid, Line, Connection, ConnectionLabel, Card, Badge, Header, Overlay };

/// Everything one element looks like on one layer.
struct DisplayItem
{
    ElementRef element;
    Layer layer = Layer::Card;
    QRectF bounds; ///< nothing is drawn outside it
    QList<DrawOp> ops;
    QList<ItemLink> links;

    bool operator==(const DisplayItem&) const = default;
};

/// A picture as a value, in points (1/72 inch), y down; items are in drawing order. Screen, PDF, SVG, PNG and tests all
/// read this one list.
struct DisplayList
{
    QRectF bounds;
    QList<DisplayItem> items;

    bool operator==(const DisplayList&) const = default;
};

} // namespace throughline
