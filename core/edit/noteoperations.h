// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/patch.h"

/// What people note on cards: remarks, how a card is known, what the customer feels.
namespace throughline {

/// A slip at the foot of a card.
enum class Remark { PainPoint, Opportunity, Note };

/// Writes text on a card: each of its lines a pain point or an opportunity more, or all of it in place of the note.
/// after: how many pain points or opportunities stay before it, those behind them are replaced; all of them stay where
/// it says nothing. NotPossible on a sticky note.
[[nodiscard]] Result<Patch> addRemark(const Blueprint& blueprint, const CardId& card, Remark remark,
                                      const QString& text, std::optional<qsizetype> after = {});
/// How many remarks of the kind the card has; a note is none of many.
[[nodiscard]] qsizetype countRemarks(const Card& card, Remark remark);

/// Says how cards are known; sticky notes among them are passed over. NotPossible when there is no other.
[[nodiscard]] Result<Patch> setCardStatus(const Blueprint& blueprint, const QList<CardId>& cards, CardStatus status);

/// Says what the customer feels at cards, -2 to 2 or nothing; cards that are not the customer's are passed over.
/// NotPossible when there is none of his.
[[nodiscard]] Result<Patch> setEmotion(const Blueprint& blueprint, const QList<CardId>& cards,
                                       std::optional<int> emotion);
/// Makes what the customer feels better (by > 0) or worse; what is not known counts as neither good nor bad.
/// NotPossible where it can get no better or worse.
[[nodiscard]] Result<Patch> shiftEmotion(const Blueprint& blueprint, const QList<CardId>& cards, int by);

/// The cards whose values a curve draws at a step: those of the customer that cover it, without sticky notes. In the
/// order of ids. O(cards).
[[nodiscard]] QList<CardId> cardsOfCurve(const Blueprint& blueprint, const StepId& step);
/// Gives what curve draws a value at a step, within its range, or none, in all cards of the customer there. NotPossible
/// when there is none of his.
[[nodiscard]] Result<Patch> setCurveValue(const Blueprint& blueprint, LaneCurve curve, const StepId& step,
                                          std::optional<int> value);

/// Adds a lane (its id must be new) that draws a curve, above the other lanes of the customer.
[[nodiscard]] Result<Patch> addCurveLane(const Blueprint& blueprint, const LaneId& id, LaneCurve curve,
                                         const QString& name);

} // namespace throughline
