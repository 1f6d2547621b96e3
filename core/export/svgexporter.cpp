// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/svgexporter.h"

#include "core/export/picture.h"
#include "core/export/reportfacts.h"
#include "core/layout/layoutstyle.h"
#include "core/render/imagesource.h"

#include <QBuffer>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr int JpegQuality = 85;

bool isPhotograph(const QString& target)
{
    const QString head = target.left(target.indexOf(u','));
    return head.startsWith("data:image/jpeg"_L1) || target.endsWith(".jpg"_L1, Qt::CaseInsensitive) ||
           target.endsWith(".jpeg"_L1, Qt::CaseInsensitive);
}

/// What stands for a picture that cannot be read.
PathOp crossOf(const ImageOp& op)
{
    using Kind = PathOp::Segment::Kind;
    return {{{Kind::Move, op.rect.topLeft(), {}, {}},
             {Kind::Line, op.rect.bottomRight(), {}, {}},
             {Kind::Move, op.rect.bottomLeft(), {}, {}},
             {Kind::Line, op.rect.topRight(), {}, {}}},
            0,
            {op.ink, 1, Stroke::Dash::Solid}};
}

/// Writes SVG 1.1. Numbers have at most two decimals, which at the design size is a hundredth of a point.
class SvgWriter
{
public:
    explicit SvgWriter(ImageSource& images) : m_images(images) {}

    QByteArray write(const DisplayList& list, const QString& family, Rgba paper, const QString& title)
    {
        const QRectF& bounds = list.bounds;
        m_out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                 "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"";
        number(bounds.width());
        m_out += "pt\" height=\"";
        number(bounds.height());
        m_out += "pt\" viewBox=\"";
        numbers({bounds.left(), bounds.top(), bounds.width(), bounds.height()});
        m_out += "\">\n<title>";
        escaped(title);
        m_out += "</title>\n";
        style(family);
        m_out += "<rect x=\"";
        number(bounds.left());
        m_out += "\" y=\"";
        number(bounds.top());
        m_out += "\" width=\"100%\" height=\"100%\"";
        paint("fill", paper);
        m_out += "/>\n";
        for (const DisplayItem& item : list.items)
            writeItem(item);
        m_out += "</svg>\n";
        return std::move(m_out);
    }

private:
    void number(double value)
    {
        const qint64 hundredths = std::llround(value * 100);
        const qint64 size = std::abs(hundredths);
        if (hundredths < 0)
            m_out += '-';
        m_out += QByteArray::number(size / 100);
        if (size % 100 == 0)
            return;
        m_out += '.';
        m_out += char('0' + size / 10 % 10);
        if (size % 10 != 0)
            m_out += char('0' + size % 10);
    }

    void numbers(std::initializer_list<double> values)
    {
        bool first = true;
        for (const double value : values) {
            if (!first)
                m_out += ' ';
            first = false;
            number(value);
        }
    }

    void attribute(const char* name, double value)
    {
        m_out += ' ';
        m_out += name;
        m_out += "=\"";
        number(value);
        m_out += '"';
    }

    void point(const QPointF& at) { numbers({at.x(), at.y()}); }

    void escaped(const QString& text)
    {
        for (const QChar c : text) {
            // XML 1.0 knows no other control characters.
            if (c.unicode() < 0x20 && c != u'\n' && c != u'\t')
                m_escaped += u' ';
            else if (c == u'&')
                m_escaped += u"&amp;"_s;
            else if (c == u'<')
                m_escaped += u"&lt;"_s;
            else if (c == u'>')
                m_escaped += u"&gt;"_s;
            else if (c == u'"')
                m_escaped += u"&quot;"_s;
            else
                m_escaped += c;
        }
        m_out += m_escaped.toUtf8();
        m_escaped.clear();
    }

    void paint(const char* name, Rgba colour)
    {
        m_out += ' ';
        m_out += name;
        if ((colour >> 24) == 0) {
            m_out += "=\"none\"";
            return;
        }
        m_out += "=\"#" + QByteArray::number(colour & 0xFFFFFF, 16).rightJustified(6, '0') + '"';
        if ((colour >> 24) != 0xFF) {
            m_out += ' ';
            m_out += name;
            m_out += "-opacity=\"";
            number((colour >> 24) / 255.0);
            m_out += '"';
        }
    }

    void strokeAttributes(const Stroke& stroke)
    {
        if (stroke.widthPt <= 0)
            return;
        paint("stroke", stroke.colour);
        attribute("stroke-width", stroke.widthPt);
        if (stroke.dash == Stroke::Dash::Dashed)
            m_out += " stroke-dasharray=\"5 3.5\"";
        else if (stroke.dash == Stroke::Dash::Dotted)
            m_out += " stroke-dasharray=\"1.5 3\"";
    }

    void style(const QString& family)
    {
        m_out += "<style>text{font-family:";
        QString name = family;
        m_out += '\'' + name.remove(u'\'').toUtf8().replace('<', "") + "',sans-serif;white-space:pre}";
        for (int role = 0; role < TextRoleCount; ++role) {
            const TextStyle text = textStyle(TextRole(role));
            m_out += ".t" + QByteArray::number(role) + "{font-size:";
            number(text.sizePt);
            m_out += "px;font-weight:" + QByteArray::number(text.weight) + '}';
        }
        m_out += "</style>\n";
    }

    void writeItem(const DisplayItem& item)
    {
        for (const DrawOp& op : item.ops)
            std::visit([this](const auto& drawn) { writeOp(drawn); }, op);
        for (const ItemLink& link : item.links)
            writeLink(link);
    }

    /// Something to click above what is drawn.
    void writeLink(const ItemLink& link)
    {
        m_out += "<a xlink:href=\"";
        escaped(link.address);
        m_out += "\"><title>";
        escaped(link.name);
        m_out += "</title>";
        m_out += "<rect";
        attribute("x", link.rect.x());
        attribute("y", link.rect.y());
        attribute("width", link.rect.width());
        attribute("height", link.rect.height());
        m_out += " fill=\"none\" pointer-events=\"all\"/></a>\n";
    }

    /// Holds the pictures itself, so that the drawing can be sent alone: photographs as JPEG, others as PNG.
    void writeOp(const ImageOp& op)
    {
        const FoundImage found = m_images.find(op.target);
        if (found.image.isNull()) {
            writeOp(crossOf(op));
            return;
        }
        const bool photograph = !found.image.hasAlphaChannel() && isPhotograph(op.target);
        QByteArray content;
        QBuffer buffer(&content);
        buffer.open(QIODevice::WriteOnly);
        found.image.save(&buffer, photograph ? "JPEG" : "PNG", photograph ? JpegQuality : -1);
        m_out += "<image";
        attribute("x", op.rect.x());
        attribute("y", op.rect.y());
        attribute("width", op.rect.width());
        attribute("height", op.rect.height());
        if (op.opacity < 1)
            attribute("opacity", op.opacity);
        m_out += photograph ? " xlink:href=\"data:image/jpeg;base64," : " xlink:href=\"data:image/png;base64,";
        m_out += content.toBase64() + "\"/>\n";
    }

    void writeOp(const RectOp& op)
    {
        m_out += "<rect";
        attribute("x", op.rect.x());
        attribute("y", op.rect.y());
        attribute("width", op.rect.width());
        attribute("height", op.rect.height());
        if (op.radiusPt > 0)
            attribute("rx", std::min({op.radiusPt, op.rect.width() / 2, op.rect.height() / 2}));
        paint("fill", op.fill);
        strokeAttributes(op.stroke);
        m_out += "/>\n";
    }

    void writeOp(const PathOp& op)
    {
        m_out += "<path d=\"";
        for (const PathOp::Segment& segment : op.segments) {
            switch (segment.kind) {
            case PathOp::Segment::Kind::Move:
                m_out += 'M';
                point(segment.to);
                break;
            case PathOp::Segment::Kind::Line:
                m_out += 'L';
                point(segment.to);
                break;
            case PathOp::Segment::Kind::Curve:
                m_out += 'C';
                point(segment.control1);
                m_out += ' ';
                point(segment.control2);
                m_out += ' ';
                point(segment.to);
                break;
            case PathOp::Segment::Kind::Close:
                m_out += 'Z';
                break;
            }
        }
        m_out += '"';
        paint("fill", op.fill);
        strokeAttributes(op.stroke);
        m_out += "/>\n";
    }

    /// textLength keeps the words where they were measured when the viewer has another face.
    void writeOp(const TextOp& op)
    {
        m_out += "<text class=\"t" + QByteArray::number(int(op.role)) + '"';
        attribute("x", op.baseline.x());
        attribute("y", op.baseline.y());
        if (op.align != TextOp::Align::Left)
            m_out += op.align == TextOp::Align::Centre ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        paint("fill", op.colour);
        if (op.text.size() > 1)
            attribute("textLength", op.widthPt);
        m_out += '>';
        escaped(op.text);
        m_out += "</text>\n";
    }

    ImageSource& m_images;
    QByteArray m_out;
    QString m_escaped;
};

} // namespace

QByteArray writeSvg(const DisplayList& list, const QString& family, Rgba paper, const QString& title,
                    ImageSource& images)
{
    return SvgWriter(images).write(list, family, paper, title);
}

QByteArray exportSvg(const Blueprint& blueprint, const CheckResult& check, const PictureOptions& options)
{
    const QtTextMeasurer measurer(printTypeface());
    const Theme& theme = lightTheme();
    Picture picture = makePicture(blueprint, check, options.excerpt, options.annotated, theme, measurer);
    if (options.excerpt)
        addSentence(picture, options.excerpt->sentence, theme, measurer);
    const double margin = options.marginPt;
    ImageFolder images(options.folder);
    picture.list.bounds.adjust(-margin, -margin, margin, margin);
    return writeSvg(picture.list, measurer.typeface().family, theme.paper, titleOf(blueprint), images);
}

} // namespace throughline
