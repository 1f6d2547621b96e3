// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/displaylistjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

QJsonArray json(const QPointF& point)
{
    return {rounded(point.x()), rounded(point.y())};
}

QJsonArray json(const QRectF& rect)
{
    return {rounded(rect.x()), rounded(rect.y()), rounded(rect.width()), rounded(rect.height())};
}

QString json(Rgba colour)
{
    return u'#' + QString::number(colour, 16).rightJustified(8, u'0');
}

void addStroke(QJsonObject& object, const Stroke& stroke)
{
    static const std::array dashes{"solid"_L1, "dashed"_L1, "dotted"_L1};
    if (stroke.widthPt > 0)
        object.insert("stroke"_L1,
                      QJsonArray{json(stroke.colour), rounded(stroke.widthPt), dashes[size_t(stroke.dash)]});
}

QJsonObject json(const RectOp& op)
{
    QJsonObject object{{"rect"_L1, json(op.rect)}, {"fill"_L1, json(op.fill)}, {"radius"_L1, rounded(op.radiusPt)}};
    addStroke(object, op.stroke);
    return object;
}

QJsonObject json(const PathOp& op)
{
    static const std::array letters{"M"_L1, "L"_L1, "C"_L1, "Z"_L1};
    QJsonArray path;
    for (const PathOp::Segment& segment : op.segments) {
        path += letters[size_t(segment.kind)];
        if (segment.kind == PathOp::Segment::Kind::Curve) {
            path += json(segment.control1);
            path += json(segment.control2);
        }
        if (segment.kind != PathOp::Segment::Kind::Close)
            path += json(segment.to);
    }
    QJsonObject object{{"path"_L1, path}, {"fill"_L1, json(op.fill)}};
    addStroke(object, op.stroke);
    return object;
}

QJsonObject json(const TextOp& op)
{
    return {{"text"_L1, op.text},           {"at"_L1, json(op.baseline)}, {"role"_L1, int(op.role)},
            {"colour"_L1, json(op.colour)}, {"align"_L1, int(op.align)},  {"width"_L1, rounded(op.widthPt)}};
}

QJsonObject json(const ImageOp& op)
{
    return {{"image"_L1, op.target},
            {"rect"_L1, json(op.rect)},
            {"ink"_L1, json(op.ink)},
            {"opacity"_L1, rounded(op.opacity)}};
}

QJsonArray json(const QList<ItemLink>& links)
{
    QJsonArray list;
    for (const ItemLink& link : links)
        list += QJsonObject{{"to"_L1, link.address}, {"name"_L1, link.name}, {"rect"_L1, json(link.rect)}};
    return list;
}

} // namespace

QByteArray writeDisplayList(const DisplayList& list)
{
    QByteArray text;
    for (const DisplayItem& item : list.items) {
        QJsonArray ops;
        for (const DrawOp& op : item.ops)
            ops += std::visit([](const auto& drawn) { return json(drawn); }, op);
        QJsonObject object{{"kind"_L1, int(item.element.kind)},
                           {"id"_L1, item.element.id},
                           {"layer"_L1, int(item.layer)},
                           {"bounds"_L1, json(item.bounds)},
                           {"ops"_L1, ops}};
        if (!item.links.isEmpty())
            object.insert("links"_L1, json(item.links));
        text += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return text;
}

} // namespace throughline
