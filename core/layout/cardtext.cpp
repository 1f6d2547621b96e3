// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/cardtext.h"

#include "core/base/duration.h"
#include "core/layout/cardattachments.h"
#include "core/model/queries.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace throughline {

namespace {

constexpr double MarkPt = 16;   // a mark and the space before it
constexpr double MetaGapPt = 3; // between title and meta line

double roundUpTo4(double value)
{
    return std::ceil(value / 4.0 - 1e-9) * 4.0;
}

QString level(const QString& what, int value)
{
    return value >= 3 ? what + u" high"_s : what + u" medium"_s;
}

QString statusWord(CardStatus status)
{
    switch (status) {
    case CardStatus::Unstated:
        break;
    case CardStatus::Observed:
        return u"observed"_s;
    case CardStatus::Assumed:
        return u"assumed"_s;
    case CardStatus::Proposed:
        return u"proposed"_s;
    }
    return {};
}

QStringList metaParts(const Blueprint& blueprint, const Card& card, const Lane* lane, bool namesNobody)
{
    QStringList parts;
    if (const QString status = statusWord(card.status); !status.isEmpty())
        parts += status;
    if (!namesNobody) {
        for (const RoleId& id : rolesOf(card, lane)) {
            if (const Role* role = blueprint.find(id))
                parts += displayName(*role).simplified();
        }
    }
    if (card.waitDuration)
        parts += spokenMinutes(*card.waitDuration) + u" waiting"_s;
    if (card.minutes)
        parts += spokenMinutes(*card.minutes);
    if (card.worry.value_or(0) >= 2)
        parts += level(u"worry"_s, *card.worry);
    if (card.effort.value_or(0) >= 2)
        parts += level(u"effort"_s, *card.effort);
    if (card.money) {
        const QString& currency = blueprint.header().currency;
        parts += currency.isEmpty() ? card.money->toString() : card.money->toString() + u' ' + currency;
    }
    return parts;
}

QList<CardMark> marksOf(const Card& card)
{
    QList<CardMark> marks;
    switch (card.kind) {
    case CardKind::Decision:
        marks += CardMark::Decision;
        break;
    case CardKind::Wait:
        marks += CardMark::Wait;
        break;
    case CardKind::Payment:
        marks += CardMark::Payment;
        break;
    case CardKind::Voice:
        marks += CardMark::Voice;
        break;
    case CardKind::Strategy:
        marks += CardMark::Strategy;
        break;
    case CardKind::Note:
        marks += CardMark::Note;
        break;
    case CardKind::PainPoint:
        marks += CardMark::PainPoint;
        break;
    case CardKind::Opportunity:
        marks += CardMark::Opportunity;
        break;
    case CardKind::Action:
    case CardKind::Evidence:
        break;
    }
    if (card.isEnd)
        marks += CardMark::JourneyEnd;
    return marks;
}

/// The lines that were typed, each broken where it is too long.
QStringList wrapLines(const QString& title, TextRole role, double widthPt, const TextMeasurer& measurer)
{
    QStringList lines;
    for (const QString& line : title.split(u'\n'))
        lines += measurer.wrap(line.simplified(), role, widthPt);
    return lines;
}

QList<CardSlip> slipsOf(const Card& card, double widthPt, const TextMeasurer& measurer)
{
    QList<CardSlip> slips;
    const auto add = [&](CardMark mark, const QString& text) {
        const QStringList lines =
            measurer.wrap(text.simplified(), TextRole::CardMeta, widthPt - SlipMarkPt - 2 * SlipPaddingPt);
        if (!lines.isEmpty())
            slips += {mark, lines};
    };
    for (const QString& text : card.painPoints)
        add(CardMark::PainPoint, text);
    for (const QString& text : card.opportunities)
        add(CardMark::Opportunity, text);
    add(CardMark::Note, card.note);
    return slips + attachmentSlips(card, widthPt, measurer);
}

} // namespace

CardText makeCardText(const Blueprint& blueprint, const Card& card, double widthPt, const LayoutStyle& style,
                      const TextMeasurer& measurer)
{
    const Lane* lane = blueprint.find(card.lane);
    CardText text;
    text.quiet = card.kind == CardKind::Evidence || (lane && lane->stage == Stage::Evidence);
    const double inner = widthPt - (text.quiet ? 0 : style.stripePt) - 2 * style.cardPaddingPt;
    const TextRole titleRole = text.quiet ? TextRole::CardQuiet : TextRole::CardTitle;
    text.titleLines = wrapLines(card.title, titleRole, inner, measurer);
    text.marks = marksOf(card);
    const bool namesNobody = isSticky(card) || (lane && (lane->stage == Stage::Customer || text.quiet));
    const QString meta =
        metaParts(blueprint, card, lane, namesNobody).join(u"\u00a0\u00b7 "_s); // the dot stays at the end of its line
    const double metaWidth = std::max(inner - MarkPt * double(text.marks.size()), 40.0);
    text.metaLines = measurer.wrap(meta, TextRole::CardMeta, metaWidth);
    double height = style.cardTopPt + CardBottomPt + double(text.titleLines.size()) * measurer.lineHeight(titleRole);
    height += metaHeight(text, measurer) + picturesHeight(card);
    text.slips = slipsOf(card, inner, measurer);
    for (const CardSlip& slip : std::as_const(text.slips))
        height += SlipGapPt + slipHeight(slip, measurer);
    text.heightPt = roundUpTo4(std::max(height, text.quiet ? style.evidenceMinHeightPt : style.cardMinHeightPt));
    return text;
}

double metaHeight(const CardText& text, const TextMeasurer& measurer)
{
    if (text.metaLines.isEmpty() && text.marks.isEmpty())
        return 0;
    return MetaGapPt + double(std::max<qsizetype>(text.metaLines.size(), 1)) * measurer.lineHeight(TextRole::CardMeta);
}

double slipHeight(const CardSlip& slip, const TextMeasurer& measurer)
{
    return double(slip.lines.size()) * measurer.lineHeight(TextRole::CardMeta) + 2 * SlipPaddingPt;
}

QString labelOf(const Blueprint& blueprint, const Connection& connection)
{
    QString text = connection.label.simplified();
    if (text.isEmpty() && connection.kind == ConnectionKind::Request && !connection.request.isEmpty())
        text = nameOf(blueprint, {ElementKind::Request, connection.request.value}).simplified();
    QStringList carried;
    for (const DataItemId& id : connection.carries)
        carried += nameOf(blueprint, {ElementKind::DataItem, id.value}).simplified();
    if (!carried.isEmpty())
        text += (text.isEmpty() ? u"+ "_s : u" + "_s) + carried.join(u", "_s);
    return text;
}

} // namespace throughline
