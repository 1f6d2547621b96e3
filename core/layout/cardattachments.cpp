// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardattachments.h"

#include "core/layout/cardtext.h"
#include "core/model/attachments.h"

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double PicturePt = 56;
constexpr double PictureGapPt = 5; // above the strip
constexpr double BetweenPt = 4;    // two pictures
constexpr qsizetype MostPictures = 3;
constexpr qsizetype MostSlips = 3;
constexpr qsizetype MostLines = 2;

/// The first attachments that are pictures, or that are none.
QList<qsizetype> shown(const Card& card, bool pictures)
{
    QList<qsizetype> indexes;
    for (qsizetype i = 0; i < card.attachments.size(); ++i) {
        if (isPicture(card.attachments[i]) == pictures && indexes.size() < (pictures ? MostPictures : MostSlips))
            indexes += i;
    }
    return indexes;
}

} // namespace

double picturesHeight(const Card& card)
{
    return card.attachments.isEmpty() || shown(card, true).isEmpty() ? 0 : PictureGapPt + PicturePt;
}

QList<CardSlip> attachmentSlips(const Card& card, double widthPt, const TextMeasurer& measurer)
{
    QList<CardSlip> slips;
    if (card.attachments.isEmpty())
        return slips;
    const double inner = widthPt - SlipMarkPt - 2 * SlipPaddingPt;
    const auto add = [&](const QString& text) {
        QStringList lines = measurer.wrap(text, TextRole::CardMeta, inner);
        if (lines.isEmpty())
            lines += QString();
        if (lines.size() > MostLines) {
            lines = lines.first(MostLines);
            lines.last() = lines.last().chopped(1) + u'…';
        }
        slips += {CardMark::Attachment, lines};
    };
    const QList<qsizetype> named = shown(card, false);
    for (const qsizetype i : named)
        add(shownName(card.attachments[i]).simplified());
    if (const qsizetype more = card.attachments.size() - named.size() - shown(card, true).size(); more > 0)
        add(u"%1 more"_s.arg(more));
    return slips;
}

QList<QRectF> slipRects(const LayoutCard& card, const LayoutStyle& style, const TextMeasurer& measurer)
{
    const double left = card.rect.left() + style.cardPaddingPt + (card.text.quiet ? 0 : style.stripePt);
    const double right = card.rect.right() - style.cardPaddingPt;
    double bottom = card.rect.bottom() - CardBottomPt;
    QList<QRectF> rects(card.text.slips.size());
    for (qsizetype i = rects.size() - 1; i >= 0; --i) {
        const double height = slipHeight(card.text.slips[i], measurer);
        rects[i] = QRectF(left, bottom - height, right - left, height);
        bottom -= height + SlipGapPt;
    }
    return rects;
}

QList<AttachmentSpot> attachmentSpots(const Card& card, const LayoutCard& placed, const LayoutStyle& style,
                                      const TextMeasurer& measurer)
{
    QList<AttachmentSpot> spots;
    if (card.attachments.isEmpty() || placed.folded)
        return spots;
    const QList<QRectF> slips = slipRects(placed, style, measurer);
    const QList<qsizetype> pictures = shown(card, true);
    const double slipsTop = slips.isEmpty() ? placed.rect.bottom() - CardBottomPt : slips.first().top() - SlipGapPt;
    const double bottom = slipsTop - metaHeight(placed.text, measurer);
    const double left = placed.rect.left() + style.cardPaddingPt + (placed.text.quiet ? 0 : style.stripePt);
    const double width = placed.rect.right() - style.cardPaddingPt - left;
    const double each =
        (width - BetweenPt * double(pictures.size() - 1)) / double(std::max<qsizetype>(1, pictures.size()));
    for (qsizetype i = 0; i < pictures.size(); ++i)
        spots +=
            {pictures[i], QRectF(left + double(i) * (each + BetweenPt), bottom - PicturePt, each, PicturePt), true};
    qsizetype slip = 0;
    while (slip < slips.size() && placed.text.slips[slip].mark != CardMark::Attachment)
        ++slip;
    for (const qsizetype index : shown(card, false)) {
        if (slip < slips.size())
            spots += {index, slips[slip++], false};
    }
    return spots;
}

} // namespace throughline
