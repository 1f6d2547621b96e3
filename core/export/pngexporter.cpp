// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/pngexporter.h"

#include "core/export/picture.h"
#include "core/render/displaylistpainter.h"
#include "core/render/imagesource.h"
#include "core/render/palette.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double MostPixelsASide = 32'767;
constexpr double MostPixels = 200e6;
constexpr double InchesPerMetre = 39.3701;

} // namespace

Result<QByteArray> exportPng(const Blueprint& blueprint, const CheckResult& check, const PictureOptions& options)
{
    const QtTextMeasurer measurer(screenTypeface());
    const Theme& theme = lightTheme();
    Picture picture = makePicture(blueprint, check, options.excerpt, options.annotated, theme, measurer);
    if (options.excerpt)
        addSentence(picture, options.excerpt->sentence, theme, measurer);
    const QRectF bounds =
        picture.list.bounds.adjusted(-options.marginPt, -options.marginPt, options.marginPt, options.marginPt);
    const double scale = std::clamp(options.scale, 0.01, 64.0);
    const double width = std::ceil(bounds.width() * scale);
    const double height = std::ceil(bounds.height() * scale);
    if (width > MostPixelsASide || height > MostPixelsASide || width * height > MostPixels)
        return Error{Error::Code::Limit,
                     u"The picture would be %1 x %2 pixels; choose a lower resolution or export as PDF or SVG"_s
                         .arg(width, 0, 'f', 0)
                         .arg(height, 0, 'f', 0),
                     {}};
    QImage image(int(width), int(height), QImage::Format_RGB32);
    if (image.isNull())
        return Error{Error::Code::System, u"There is not enough memory for a picture of that resolution"_s, {}};
    image.fill(toColor(theme.paper));
    image.setDotsPerMeterX(int(std::lround(72 * scale * InchesPerMetre)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-bounds.topLeft());
    ImageFolder images(options.folder);
    DisplayListPainter items(measurer.typeface());
    items.setImages(&images);
    items.paint(picture.list.items, painter, {}, Detail::Full);
    painter.end();
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.setText(u"Title"_s, blueprint.header().title);
    if (!image.save(&buffer, "PNG"))
        return Error{Error::Code::System, u"The picture could not be written as PNG"_s, {}};
    return data;
}

} // namespace throughline
