// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/headerpainter.h"

#include "core/model/queries.h"
#include "core/render/palette.h"
#include "core/scene/curve.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double Padding = 20;
constexpr double SmallestText = 9.5;
constexpr double FoldHalf = 4;
constexpr double FoldDown = 13;    ///< from the top of a lane to the middle of its sign that folds
constexpr double LeastToFold = 20; ///< room within a phase for its sign

QString translated(const char* text)
{
    return QCoreApplication::translate("HeaderPainter", text);
}

QString nameOf(LineKind kind)
{
    switch (kind) {
    case LineKind::Interaction:
        return translated("LINE OF INTERACTION");
    case LineKind::Visibility:
        return translated("LINE OF VISIBILITY");
    case LineKind::InternalInteraction:
        return translated("LINE OF INTERNAL INTERACTION");
    }
    return {};
}

/// A phase: a band that points to the right, where the journey goes.
QPainterPath chevron(const QRectF& rect)
{
    const double point = std::min(rect.height() / 3, rect.width() / 4);
    QPainterPath path(rect.topLeft());
    path.lineTo(rect.right() - point, rect.top());
    path.lineTo(rect.right(), rect.center().y());
    path.lineTo(rect.right() - point, rect.bottom());
    path.lineTo(rect.bottomLeft());
    path.lineTo(rect.left() + point, rect.center().y());
    path.closeSubpath();
    return path;
}

/// A name in two lines that are as even as its words allow; one where it is a single word.
QStringList inTwoLines(const QString& name, const QFontMetricsF& metrics)
{
    QStringList best{name};
    double least = metrics.horizontalAdvance(name);
    for (qsizetype at = name.indexOf(u' '); at > 0; at = name.indexOf(u' ', at + 1)) {
        const QStringList lines{name.left(at), name.mid(at + 1)};
        const double wider = std::max(metrics.horizontalAdvance(lines[0]), metrics.horizontalAdvance(lines[1]));
        if (wider < least) {
            least = wider;
            best = lines;
        }
    }
    return best;
}

/// The name of a phase where it looks best; where it does not fit there, in all of the room, in smaller letters, in two
/// lines, and only then cut.
void paintPhaseName(QPainter& painter, const QString& name, QFont font, const QRectF& best, const QRectF& all,
                    double leastPx)
{
    const double wide = QFontMetricsF(font).horizontalAdvance(name);
    const bool fits = wide <= best.width();
    if (!fits)
        font.setPixelSize(std::clamp(int(font.pixelSize() * all.width() / wide), int(std::ceil(leastPx)),
                                     std::max(font.pixelSize(), int(std::ceil(leastPx)))));
    const QFontMetricsF metrics(font);
    const QRectF& room = fits ? best : all;
    QString text = name;
    if (!fits && metrics.horizontalAdvance(name) > all.width()) {
        const QStringList lines = inTwoLines(name, metrics);
        const bool two = lines.size() == 2 && 2 * metrics.lineSpacing() <= all.height() + 2 &&
                         metrics.horizontalAdvance(lines[0]) <= all.width() &&
                         metrics.horizontalAdvance(lines[1]) <= all.width();
        text = two ? lines.join(u'\n') : metrics.elidedText(name, Qt::ElideRight, all.width());
    }
    // Dots alone say nothing.
    if (text == u"\u2026")
        return;
    painter.setFont(font);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, text);
}

/// What the ends of a row's curve mean, and where they stand in the scene; nothing where they would be closer than
/// leastPt.
QList<std::pair<QString, double>> axisWords(const CanvasScene& scene, const LayoutRow& row, double leastPt)
{
    const LaneCurve curve = curveOf(scene.blueprint(), row);
    const CurveAxis axis = axisOf(curve);
    const double top = curveY(curve, row, axis.most);
    const double bottom = curveY(curve, row, axis.least);
    if (curve == LaneCurve::None || bottom - top < leastPt)
        return {};
    return {{axis.top, top}, {axis.bottom, bottom}};
}

} // namespace

HeaderPainter::HeaderPainter(const CanvasScene& scene, const Camera& camera, QSizeF viewport, double textScale,
                             const HeaderMarks& marks)
    : m_scene(scene), m_camera(camera), m_viewport(viewport), m_text(textScale), m_marks(marks)
{
}

QImage HeaderPainter::strip(QSizeF size, double dpr) const
{
    QImage image((size * dpr).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.setDevicePixelRatio(dpr);
    image.fill(toColor(m_scene.theme().paper));
    return image;
}

QFont HeaderPainter::font(TextRole role, double sizePx) const
{
    QFont font = fontOf(m_scene.typeface(), role);
    const double size = sizePx > 0 ? sizePx : textStyle(role).sizePt;
    font.setPixelSize(int(std::lround(size * m_text)));
    return font;
}

void HeaderPainter::paintMark(QPainter& painter, const QRectF& rect, const ElementRef& ref) const
{
    const bool selected = m_marks.selected.contains(ref);
    if (!selected && (m_marks.hovered != ref || ref.id.isEmpty()))
        return;
    QColor tint = toColor(selected ? m_scene.theme().accent : m_scene.theme().ink);
    tint.setAlphaF(selected ? 0.12F : 0.05F);
    painter.fillRect(rect, tint);
    if (selected) {
        painter.setPen(QPen(toColor(m_scene.theme().accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

void HeaderPainter::paintPreview(QPainter& painter, const QRectF& rect, const ElementRef& ref) const
{
    const auto mark = m_scene.options().preview.constFind(ref);
    if (mark == m_scene.options().preview.cend() || rect.width() < 1 || rect.height() < 1)
        return;
    const bool goes = *mark == PreviewMark::Removed;
    const QColor colour = toColor(goes ? m_scene.theme().muted : m_scene.theme().accent);
    const QColor card = toColor(m_scene.theme().card);
    if (goes) {
        QColor pale = toColor(m_scene.theme().paper);
        pale.setAlphaF(0.55F);
        painter.fillRect(rect, pale);
    }
    const double edge = *mark == PreviewMark::Changed ? 2.25 : 1.75;
    painter.setPen(QPen(colour, edge, *mark == PreviewMark::Changed ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(2, 2, -3, -2), 4, 4);

    const double radius = 8;
    // Out of the way of the words, which stand in the middle of a lane.
    const QPointF at(rect.right() - radius - 7, std::min(rect.center().y(), rect.top() + radius + 7));
    painter.setPen(QPen(*mark == PreviewMark::Added ? card : colour, 1.5));
    painter.setBrush(*mark == PreviewMark::Added ? colour : card);
    painter.drawEllipse(at, radius, radius);
    if (*mark == PreviewMark::Changed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(at, 3, 3);
        return;
    }
    painter.setPen(QPen(goes ? colour : card, 1.75, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0));
    if (!goes)
        painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4));
}

Rgba HeaderPainter::stripeOf(const LaneId& lane) const
{
    Card card;
    card.lane = lane;
    return m_scene.stripeOf(card);
}

QImage HeaderPainter::paintLanes(double dpr) const
{
    const QSizeF size(width(m_text), m_viewport.height());
    QImage image = strip(size, dpr);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen = m_camera.toScene(QRectF(QPointF(), m_viewport));
    const auto [first, last] = m_scene.layout().rowsIn(seen.top(), seen.bottom());
    // Bands first: a name may stand on those of its neighbours.
    for (int row = first; row <= last; ++row)
        paintLaneBand(painter, m_scene.layout().rows()[row]);
    double wordsBottom = -1e9;
    for (int row = first; row <= last; ++row)
        paintLaneWords(painter, m_scene.layout().rows()[row], wordsBottom);
    for (int row = first; row <= last; ++row)
        paintPreview(painter, properRect(m_scene.layout().rows()[row]), refTo(m_scene.layout().rows()[row].lane));
    for (const LayoutLine& line : m_scene.layout().lines())
        paintLineName(painter, line);
    painter.setPen(toColor(m_scene.theme().hairline));
    painter.drawLine(QPointF(size.width() - 0.5, 0), QPointF(size.width() - 0.5, size.height()));
    if (m_marks.drop && m_marks.drop->between == Gap::Between::Rows)
        paintDrop(painter, *m_marks.drop, size);
    if (m_marks.plus && m_marks.plus->between == Gap::Between::Rows)
        paintPlus(painter, *m_marks.plus);
    return image;
}

QRectF HeaderPainter::properRect(const LayoutRow& row) const
{
    const double top = toY(row.stripsBottom);
    return {0, top, width(m_text), toY(row.bottom) - top};
}

void HeaderPainter::paintLaneBand(QPainter& painter, const LayoutRow& row) const
{
    const double stripWidth = width(m_text);
    const QRectF band(0, std::round(toY(row.top)), stripWidth, std::round(toY(row.bottom)) - std::round(toY(row.top)));
    painter.fillRect(band, toColor(m_scene.theme().band(row.stage)));
    const QRectF proper = properRect(row);
    painter.fillRect(QRectF(0, proper.bottom() - 1, stripWidth, 1), toColor(m_scene.theme().hairline));
    paintMark(painter, proper, refTo(row.lane));

    const double inset = std::min(8.0, proper.height() * 0.12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toColor(stripeOf(row.lane)));
    painter.drawRoundedRect(
        QRectF(8 * m_text, proper.top() + inset, 4 * m_text, std::max(proper.height() - 2 * inset, 1.0)), 2, 2);
}

void HeaderPainter::paintLaneWords(QPainter& painter, const LayoutRow& row, double& wordsBottom) const
{
    const double stripWidth = width(m_text);
    const double top = toY(row.stripsBottom);
    const double bottom = toY(row.bottom);
    // The words stand in the middle of what is seen of the lane, so that a tall one keeps its name in sight.
    const double seenTop = std::max(top, 0.0);
    const double seenBottom = std::min(bottom, m_viewport.height());
    const double room = seenBottom - seenTop;
    const double nameHeight = NameHeight * m_text;
    const double detailHeight = DetailHeight * m_text;
    const double smallest = (SmallestText + 2.5) * m_text;
    if (room < smallest) {
        // Too low for a name of its own: it may use its neighbours' room, if they left any.
        const double centre = (top + bottom) / 2;
        if (centre - smallest / 2 < std::max(wordsBottom, 0.0) || centre + smallest / 2 > m_viewport.height())
            return;
    }
    const int names = std::clamp(int(room / nameHeight), 1, int(std::max<qsizetype>(row.nameLines.size(), 1)));
    const int details =
        row.folded ? 0 : std::clamp(int((room - names * nameHeight) / detailHeight), 0, int(row.detailLines.size()));
    const double size = std::clamp(room / m_text - 3, SmallestText, textStyle(TextRole::LaneName).sizePt);
    const double height = names * nameHeight + details * detailHeight;
    double y = (seenTop + seenBottom) / 2 - height / 2;
    wordsBottom = y + height - 2;
    const ElementRef ref = refTo(row.lane);
    const std::optional<FoldCount> fold = foldShown(m_scene.layout(), m_scene.options(), row);
    const std::optional<QPointF> sign = foldSignAt(row);
    const double wordsWidth = stripWidth - Padding * m_text - 8;
    double besideSign = wordsWidth;
    double signBottom = -1e9;
    if (sign && showsFoldSign(fold.has_value(), ref)) {
        paintFoldSign(painter, *sign, fold.has_value(), ref);
        double left = sign->x() - FoldHalf * m_text - 5;
        if (fold) {
            const QFont countFont = font(TextRole::LaneDetail);
            const QString count = foldTexts(*fold).last();
            const double width = QFontMetricsF(countFont).horizontalAdvance(count);
            painter.setFont(countFont);
            painter.setPen(toColor(m_scene.theme().muted));
            painter.drawText(QRectF(left - width, sign->y() - detailHeight / 2, width + 1, detailHeight),
                             Qt::AlignVCenter | Qt::TextSingleLine, count);
            left -= width;
        }
        besideSign = left - 6 - Padding * m_text;
        signBottom = sign->y() + (fold ? detailHeight / 2 : FoldHalf * m_text);
    }
    const auto line = [&](const QStringList& lines, int i, int shown, double lineHeight, TextRole role, Rgba colour) {
        const QFont lineFont = font(role, role == TextRole::LaneName ? size : 0);
        painter.setFont(lineFont);
        painter.setPen(toColor(colour));
        // What had to be left out is told by an ellipsis on the last line shown.
        const QString text = i + 1 == shown && shown < lines.size() ? lines.mid(i).join(u' ') : lines.value(i);
        const double wide = y + lineHeight * 0.2 < signBottom ? besideSign : wordsWidth;
        painter.drawText(QRectF(Padding * m_text, y, wide, lineHeight), Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(lineFont).elidedText(text, Qt::ElideRight, wide));
        y += lineHeight;
    };
    for (int i = 0; i < names; ++i)
        line(row.nameLines, i, names, nameHeight, TextRole::LaneName, m_scene.theme().ink);
    for (int i = 0; i < details; ++i)
        line(row.detailLines, i, details, detailHeight, TextRole::LaneDetail, m_scene.theme().muted);
    const QFont axisFont = font(TextRole::LaneDetail);
    for (const auto& [words, sceneY] : axisWords(m_scene, row, 3 * detailHeight / m_camera.scale)) {
        painter.setFont(axisFont);
        painter.setPen(toColor(m_scene.theme().muted));
        painter.drawText(QRectF(0, toY(sceneY) - detailHeight / 2, stripWidth - 8 * m_text, detailHeight),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, words);
    }
}

void HeaderPainter::paintLineName(QPainter& painter, const LayoutLine& line) const
{
    const QRectF rect(Padding * m_text, toY(line.top), width(m_text) - Padding * m_text - 6,
                      line.height * m_camera.scale);
    if (rect.height() < SmallestText * m_text || rect.bottom() < 0 || rect.top() > m_viewport.height())
        return;
    QFont lineFont = font(TextRole::LineName);
    const QString name = nameOf(line.kind);
    if (const double tight = QFontMetricsF(lineFont).horizontalAdvance(name); tight > rect.width())
        lineFont.setPixelSize(std::max(8, int(lineFont.pixelSize() * rect.width() / tight)));
    painter.setFont(lineFont);
    painter.setPen(toColor(m_scene.theme().ink));
    painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, name);
}

QImage HeaderPainter::paintSteps(double dpr) const
{
    const QSizeF size(m_viewport.width(), height(m_text));
    QImage image = strip(size, dpr);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF seen = m_camera.toScene(QRectF(QPointF(), m_viewport));
    for (const LayoutPhase& phase : m_scene.layout().phases()) {
        if (phase.rect.right() > seen.left() && phase.rect.left() < seen.right())
            paintPhase(painter, phase);
    }
    const auto [first, last] = m_scene.layout().columnsIn(seen.left(), seen.right());
    const int interval = numberInterval();
    double wordsRight = -1e9;
    for (int column = first; column <= last; ++column)
        paintStep(painter, m_scene.layout().columns()[column], interval, wordsRight);
    painter.setPen(toColor(m_scene.theme().hairline));
    painter.drawLine(QPointF(0, size.height() - 0.5), QPointF(size.width(), size.height() - 0.5));
    if (m_marks.drop && m_marks.drop->between == Gap::Between::Columns)
        paintDrop(painter, *m_marks.drop, size);
    if (m_marks.plus && m_marks.plus->between == Gap::Between::Columns)
        paintPlus(painter, *m_marks.plus);
    return image;
}

void HeaderPainter::paintPhase(QPainter& painter, const LayoutPhase& phase) const
{
    const double left = toX(phase.rect.left());
    const double right = toX(phase.rect.right());
    const QRectF rect(left, 7 * m_text, std::max(right - left, 2.0), phaseHeight(m_text) - 9 * m_text);
    const ElementRef ref = refTo(phase.phase);
    const QPainterPath path = chevron(rect);
    painter.fillPath(path, toColor(m_scene.theme().chevron));
    const bool selected = m_marks.selected.contains(ref);
    if (selected || (m_marks.hovered == ref && !ref.id.isEmpty())) {
        QColor tint = toColor(selected ? m_scene.theme().accent : m_scene.theme().ink);
        tint.setAlphaF(selected ? 0.12F : 0.06F);
        painter.fillPath(path, tint);
        if (selected)
            painter.strokePath(path, QPen(toColor(m_scene.theme().accent), 2));
    }
    paintPreview(painter, rect, ref);
    const double point = std::min(rect.height() / 3, rect.width() / 4);
    const double from = std::max(left, 0.0) + rect.height() / 3 + 6 * m_text;
    const double to = std::min(right, m_viewport.width()) - rect.height() / 3;
    double last = std::min(right - point * 0.5, m_viewport.width() - 4);
    const bool folded = foldShown(m_scene.layout(), m_scene.options(), phase).has_value();
    if (const std::optional<QPointF> sign = foldSignAt(phase); sign && showsFoldSign(folded, ref)) {
        paintFoldSign(painter, *sign, folded, ref);
        last = std::min(last, sign->x() - (FoldHalf + 2) * m_text);
    }
    const double first = std::max(left + point, 0.0) + 3 * m_text;
    if (last - first < 12 * m_text)
        return;
    painter.setPen(toColor(m_scene.theme().ink));
    paintPhaseName(painter, phase.nameLines.join(u' '), font(TextRole::PhaseName),
                   {from, rect.top(), std::max(to - from, 0.0), rect.height()},
                   {first, rect.top(), last - first, rect.height()}, SmallestText * m_text);
}

int HeaderPainter::numberInterval() const
{
    const auto& columns = m_scene.layout().columns();
    if (columns.isEmpty())
        return 1;
    // Of the whole drawing, so that panning changes nothing.
    const double pitch = (columns.last().left + columns.last().width - columns.first().left) / double(columns.size());
    const QString widest(QString::number(m_scene.blueprint().steps().size()).size(), u'0');
    const double needed = QFontMetricsF(font(TextRole::StepName)).horizontalAdvance(widest) + 8 * m_text;
    int interval = 1;
    for (int decade = 1; decade <= 100'000; decade *= 10) {
        for (const int factor : {1, 2, 5}) {
            interval = decade * factor;
            if (interval * pitch * m_camera.scale >= needed)
                return interval;
        }
    }
    return interval;
}

void HeaderPainter::paintStep(QPainter& painter, const LayoutColumn& column, int interval, double& wordsRight) const
{
    const double left = toX(column.left);
    const double width = column.width * m_camera.scale;
    const QRectF rect(left, phaseHeight(m_text), width, height(m_text) - phaseHeight(m_text) - 1);
    // The number begins where the column does: its mark has some room before it.
    const double room = std::min(8 * m_text, (column.left - column.gutterLeft) * m_camera.scale / 2);
    if (column.kind == ColumnKind::Step)
        paintMark(painter, rect.adjusted(-room, 0, 0, 0), refTo(column.step));
    if (column.kind == ColumnKind::Step)
        paintPreview(painter, rect, refTo(column.step));
    const QFont stepFont = font(TextRole::StepName);
    const QFontMetricsF metrics(stepFont);
    const QString number = column.kind == ColumnKind::Step ? QString::number(column.number) : QString();
    QString text = column.kind == ColumnKind::Tray ? translated("Not placed") : column.nameLines.join(u' ');
    const auto fold = column.kind == ColumnKind::EmptyPhase ? m_scene.options().folds.constFind(refTo(column.phase))
                                                            : m_scene.options().folds.cend();
    if (fold != m_scene.options().folds.cend()) {
        const QStringList texts = foldTexts(*fold);
        const auto fits = [&](const QString& words) { return metrics.horizontalAdvance(words) <= width; };
        const auto fitting = std::find_if(texts.begin(), texts.end(), fits);
        text = fitting == texts.end() ? texts.last() : *fitting;
    } else if (text.isEmpty() || width < metrics.horizontalAdvance(number) + 40 * m_text) {
        text = number;
    } else if (!number.isEmpty() && text != number) {
        text = number + u"  "_s + text;
    }
    const bool isCut = metrics.horizontalAdvance(text) > width && text != number;
    if (isCut && column.kind == ColumnKind::Step && left >= wordsRight + 4 * m_text &&
        paintStepInTwoLines(painter, column, rect)) {
        wordsRight = left + width;
        return;
    }
    if (isCut)
        text = metrics.elidedText(text, Qt::ElideRight, width);
    if (text == number && column.number != 1 && column.number % interval != 0)
        return;
    // A number wider than its column stands about the middle of it.
    const double advance = metrics.horizontalAdvance(text);
    const double start = advance > width ? std::max(left + (width - advance) / 2, std::min(left, 0.0)) : left;
    if (start < wordsRight + 4 * m_text)
        return;
    wordsRight = start + advance;
    painter.setFont(stepFont);
    painter.setPen(toColor(m_scene.theme().muted));
    painter.drawText(QRectF(start, rect.top(), std::max(width, advance + 1), rect.height()),
                     Qt::AlignVCenter | Qt::TextSingleLine, text);
}

/// The name of a step in small letters beside its number; false where it does not fit so either.
bool HeaderPainter::paintStepInTwoLines(QPainter& painter, const LayoutColumn& column, const QRectF& rect) const
{
    const QFont numberFont = font(TextRole::StepName);
    const QFont small = font(TextRole::StepName, SmallestText);
    const QFontMetricsF metrics(small);
    const double indent = QFontMetricsF(numberFont).horizontalAdvance(QString::number(column.number) + u"  "_s);
    const QStringList lines = inTwoLines(column.nameLines.join(u' '), metrics);
    const auto fits = [&](const QString& line) { return metrics.horizontalAdvance(line) <= rect.width() - indent; };
    if (2 * metrics.height() > rect.height() + 4 * m_text || !std::all_of(lines.begin(), lines.end(), fits))
        return false;
    painter.setPen(toColor(m_scene.theme().muted));
    painter.setFont(numberFont);
    painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, QString::number(column.number));
    painter.setFont(small);
    painter.drawText(rect.adjusted(indent, 0, 0, 0), Qt::AlignVCenter | Qt::TextDontClip, lines.join(u'\n'));
    return true;
}

QImage HeaderPainter::paintCorner(double dpr) const
{
    const QSizeF size(width(m_text), height(m_text));
    QImage image = strip(size, dpr);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const Blueprint& blueprint = m_scene.blueprint();
    const auto line = [&](double top, double lineHeight, TextRole role, Rgba colour, const QString& text) {
        painter.setFont(font(role));
        painter.setPen(toColor(colour));
        painter.drawText(QRectF(Padding * m_text, top, size.width() - Padding * m_text, lineHeight),
                         Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    line(7 * m_text, phaseHeight(m_text) - 9 * m_text, TextRole::LaneDetail, m_scene.theme().muted,
         translated("Phases"));
    qsizetype steps = blueprint.steps().size();
    for (const FoldCount& folded : m_scene.options().folds)
        steps += folded.steps;
    line(phaseHeight(m_text), height(m_text) - phaseHeight(m_text), TextRole::LaneDetail, m_scene.theme().muted,
         steps == 1 ? translated("1 step") : translated("%1 steps").arg(steps));
    painter.setPen(toColor(m_scene.theme().hairline));
    painter.drawLine(QPointF(0, size.height() - 0.5), QPointF(size.width(), size.height() - 0.5));
    painter.drawLine(QPointF(size.width() - 0.5, 0), QPointF(size.width() - 0.5, size.height()));
    return image;
}

std::optional<QPointF> HeaderPainter::foldSignAt(const LayoutRow& row) const
{
    const double top = std::max(toY(row.stripsBottom), 0.0);
    const double bottom = std::min(toY(row.bottom), m_viewport.height());
    // To the left of where the plus of a gap comes up, and above the words where there is room for both.
    if (row.lane.isEmpty() || bottom - top < 3 * FoldHalf)
        return std::nullopt;
    const bool fitsAbove = bottom - top > (NameHeight + 3 * FoldDown) * m_text;
    return QPointF(width(m_text) - 38 * m_text, fitsAbove ? top + FoldDown * m_text : (top + bottom) / 2);
}

std::optional<QPointF> HeaderPainter::foldSignAt(const LayoutPhase& phase) const
{
    const double height = phaseHeight(m_text) - 9 * m_text;
    const double left = std::max(toX(phase.rect.left()), 0.0) + height / 3;
    const double right = std::min(toX(phase.rect.right()), m_viewport.width()) - height / 3;
    // In the point, where no words stand.
    if (phase.phase.isEmpty() || right - left < LeastToFold * m_text)
        return std::nullopt;
    return QPointF(right + height / 3 - (FoldHalf + 5) * m_text, 7 * m_text + height / 2);
}

QString HeaderPainter::nameNotSeen(const ElementRef& ref) const
{
    const Layout& layout = m_scene.layout();
    const auto unlessFits = [this](const QString& name, TextRole role, double room) {
        return QFontMetricsF(font(role)).horizontalAdvance(name) <= room ? QString() : name;
    };
    if (const int row = ref.kind == ElementKind::Lane ? layout.rowOf(LaneId(ref.id)) : -1; row >= 0) {
        const LayoutRow& lane = layout.rows()[row];
        const double top = std::max(toY(lane.stripsBottom), 0.0);
        const double bottom = std::min(toY(lane.bottom), m_viewport.height());
        const Lane* element = m_scene.blueprint().find(lane.lane);
        const QString name = element ? displayName(*element).simplified() : QString();
        const bool fits =
            double(lane.nameLines.size()) * NameHeight * m_text <= bottom - top && lane.nameLines.join(u' ') == name;
        return fits ? QString() : name;
    }
    if (const int column = ref.kind == ElementKind::Step ? layout.columnOf(StepId(ref.id)) : -1; column >= 0) {
        const LayoutColumn& step = layout.columns()[column];
        const QString name = step.nameLines.join(u' ');
        return name.isEmpty() ? name
                              : unlessFits(QString::number(step.number) + u"  "_s + name, TextRole::StepName,
                                           step.width * m_camera.scale);
    }
    for (const LayoutPhase& phase : layout.phases()) {
        if (refTo(phase.phase) == ref)
            return unlessFits(phase.nameLines.join(u' '), TextRole::PhaseName,
                              phase.rect.width() * m_camera.scale - phaseHeight(m_text));
    }
    return {};
}

bool HeaderPainter::showsFoldSign(bool folded, const ElementRef& ref) const
{
    if (m_scene.options().preview.contains(ref))
        return false;
    return folded || m_marks.hovered == ref || m_marks.selected.contains(ref);
}

void HeaderPainter::paintFoldSign(QPainter& painter, QPointF at, bool folded, const ElementRef& ref) const
{
    const bool hot = m_marks.foldHot == ref;
    if (hot) {
        QColor ground = toColor(m_scene.theme().ink);
        ground.setAlphaF(0.1F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(at, FoldReach, FoldReach);
    }
    const double half = FoldHalf * m_text;
    const QPointF out = folded ? QPointF(half / 2, 0) : QPointF(0, half / 2);
    const QPointF side = folded ? QPointF(0, half) : QPointF(half, 0);
    painter.setPen(QPen(toColor(hot ? m_scene.theme().ink : m_scene.theme().muted), 1.5 * m_text, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({at - out - side, at + out, at - out + side}));
}

QPointF HeaderPainter::plusAt(const Gap& gap) const
{
    if (gap.between == Gap::Between::Rows)
        return {width(m_text) - 16 * m_text, std::clamp(toY(gap.positionPt), 11.0, m_viewport.height() - 11)};
    return {std::clamp(toX(gap.positionPt), 11.0, m_viewport.width() - 11), (phaseHeight(m_text) + height(m_text)) / 2};
}

void HeaderPainter::paintPlus(QPainter& painter, const Gap& gap) const
{
    const QPointF centre = plusAt(gap);
    const QColor accent = toColor(m_scene.theme().accent);
    painter.setPen(QPen(accent, 1.5));
    painter.setBrush(m_marks.plusHot ? accent : toColor(m_scene.theme().card));
    painter.drawEllipse(centre, PlusRadius, PlusRadius);
    painter.setPen(QPen(m_marks.plusHot ? toColor(m_scene.theme().card) : accent, 1.75, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - QPointF(4.5, 0), centre + QPointF(4.5, 0));
    painter.drawLine(centre - QPointF(0, 4.5), centre + QPointF(0, 4.5));
}

void HeaderPainter::paintDrop(QPainter& painter, const Gap& gap, QSizeF size) const
{
    painter.setPen(QPen(toColor(m_scene.theme().accent), 3));
    if (gap.between == Gap::Between::Rows)
        painter.drawLine(QPointF(0, toY(gap.positionPt)), QPointF(size.width(), toY(gap.positionPt)));
    else
        painter.drawLine(QPointF(toX(gap.positionPt), 0), QPointF(toX(gap.positionPt), size.height()));
}

} // namespace throughline
