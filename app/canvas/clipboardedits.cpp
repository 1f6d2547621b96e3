// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/clipboardedits.h"

#include "app/canvas/canvasedits.h"
#include "app/document/clip.h"
#include "core/model/queries.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>

namespace throughline {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ClipboardEdits", text);
}

} // namespace

bool ClipboardEdits::copy()
{
    const QList<CardId> cards = cardsOf(m_view.selection());
    if (cards.isEmpty()) {
        document().showMessage(tr("Select the cards to copy first."));
        return false;
    }
    QGuiApplication::clipboard()->setMimeData(clipOf(m_view.blueprint(), cards).release());
    return true;
}

bool ClipboardEdits::cut()
{
    if (!copy())
        return false;
    QList<ElementRef> doomed;
    for (const CardId& card : cardsOf(m_view.selection()))
        doomed += refTo(card);
    return document().apply(removeElements(m_view.blueprint(), doomed),
                            doomed.size() == 1 ? tr("Cut card") : tr("Cut %1 cards").arg(doomed.size()));
}

bool ClipboardEdits::paste(const Result<Landing>& landing)
{
    const QMimeData* clip = QGuiApplication::clipboard()->mimeData();
    const QMimeData nothing;
    const Result<Patch> patch =
        landing ? afterLanding(*landing, pasteClip(landing->blueprint, clip ? *clip : nothing, landing->place))
                : Result<Patch>(landing.error());
    QList<ElementRef> cards;
    if (patch) {
        for (const CardId& card : addedCards(*patch))
            cards += refTo(card);
    }
    if (!document().apply(patch, cards.size() == 1 ? tr("Paste card") : tr("Paste %1 cards").arg(cards.size())))
        return false;
    m_view.ensureShown(cards);
    m_view.select(cards);
    m_view.revealElements(cards);
    return true;
}

CellPlace ClipboardEdits::placeAt(const Blueprint& blueprint, const ElementRef& element)
{
    switch (element.kind) {
    case ElementKind::Card:
        if (const Card* card = blueprint.find(CardId(element.id)))
            return {card->lane, card->firstStep, -1};
        return {};
    case ElementKind::Lane:
        return {LaneId(element.id), {}, -1};
    case ElementKind::Step: {
        const QList<Lane> lanes = orderedLanes(blueprint);
        return {lanes.isEmpty() ? LaneId() : lanes.first().id, StepId(element.id), -1};
    }
    default:
        return {};
    }
}

} // namespace throughline
