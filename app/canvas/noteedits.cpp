// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/noteedits.h"

#include "app/document/attachments.h"
#include "app/document/tr.h"
#include "core/edit/noteoperations.h"
#include "core/edit/operations.h"
#include "core/scene/curve.h"

#include <cmath>

namespace throughline {

namespace {

QString undoTextOf(LaneCurve curve)
{
    if (curve == LaneCurve::Effort)
        return tr("Change effort");
    return curve == LaneCurve::Worry ? tr("Change worry") : tr("Change feeling");
}

} // namespace

ElementRef NoteEdits::newSticky(const Result<Landing>& landing, CardKind kind)
{
    Card card;
    card.id = CardId(mintId(u'c'));
    card.kind = kind;
    if (landing) {
        card.lane = landing->place.lane;
        card.firstStep = landing->place.step;
    }
    const Result<Patch> patch = landing
                                    ? afterLanding(*landing, addCard(landing->blueprint, card, landing->place.index))
                                    : Result<Patch>(landing.error());
    const QString text = kind == CardKind::PainPoint     ? tr("Add pain point")
                         : kind == CardKind::Opportunity ? tr("Add opportunity")
                                                         : tr("Add sticky note");
    if (!document().apply(patch, text))
        return {};
    document().setSelection({refTo(card.id)});
    return refTo(card.id);
}

bool NoteEdits::setStatus(const QList<CardId>& cards, CardStatus status)
{
    return document().apply(setCardStatus(blueprint(), cards, status), tr("Say how it is known"));
}

bool NoteEdits::shiftEmotion(const QList<CardId>& cards, int by)
{
    return document().apply(throughline::shiftEmotion(blueprint(), cards, by), tr("Change feeling"));
}

bool NoteEdits::setCurveValue(int row, int column, std::optional<int> value)
{
    const Layout& layout = m_view.scene().layout();
    const LaneCurve curve = curveOf(blueprint(), layout.rows()[row]);
    return document().apply(throughline::setCurveValue(blueprint(), curve, layout.columns()[column].step, value),
                            undoTextOf(curve));
}

bool NoteEdits::shiftCurveValue(int row, int column, int by)
{
    const Layout& layout = m_view.scene().layout();
    const LaneCurve curve = curveOf(blueprint(), layout.rows()[row]);
    const double value = curveValue(blueprint(), layout, curve, column).value_or(0);
    // From between two values to the next one on the way.
    const double next = by > 0 ? std::floor(value) + by : std::ceil(value) + by;
    return setCurveValue(row, column, int(next));
}

ElementRef NoteEdits::newCurveLane(LaneCurve curve)
{
    const LaneId id(mintId(u'l'));
    const QString name = curve == LaneCurve::Effort  ? tr("Effort")
                         : curve == LaneCurve::Worry ? tr("Worry")
                                                     : tr("Feeling");
    if (!document().apply(addCurveLane(blueprint(), id, curve, name), tr("Add curve")))
        return {};
    document().setSelection({refTo(id)});
    return refTo(id);
}

QString NoteEdits::path() const
{
    return document().filePath().toLocalFile();
}

bool NoteEdits::attach(const CardId& card, const QMimeData& data)
{
    const Result<QList<Attachment>> attached = attachAll(path(), data);
    return document().apply(attached ? addAttachments(blueprint(), card, *attached) : Result<Patch>(attached.error()),
                            tr("Attach"));
}

bool NoteEdits::newEvidence(const Result<Landing>& landing, const QMimeData& data)
{
    if (!landing)
        return document().apply(landing.error(), {});
    const Result<QList<Attachment>> attached = attachAll(path(), data);
    const CardId card(mintId(u'c'));
    const Result<Patch> patch =
        attached ? afterLanding(*landing, addEvidence(landing->blueprint, card, landing->place, *attached))
                 : Result<Patch>(attached.error());
    if (!document().apply(patch, tr("Add evidence")))
        return false;
    document().setSelection({refTo(card)});
    m_view.revealElements({refTo(card)});
    return true;
}

} // namespace throughline
