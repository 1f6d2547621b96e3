// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/clipboardedits.h"

#include "app/canvas/canvasedits.h"
#include "app/document/attachments.h"
#include "app/document/clip.h"
#include "app/document/tr.h"
#include "core/model/queries.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

bool ClipboardEdits::copy()
{
    const QList<CardId> cards = cardsOf(m_view.selection());
    if (cards.isEmpty()) {
        document().showMessage(tr("Select the cards to copy first."));
        return false;
    }
    QGuiApplication::clipboard()->setMimeData(clipOf(m_view.blueprint(), cards, path()).release());
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
    Result<Patch> patch =
        landing ? afterLanding(*landing, pasteClip(landing->blueprint, clip ? *clip : nothing, landing->place))
                : Result<Patch>(landing.error());
    QList<ElementRef> cards;
    QStringList left;
    if (patch) {
        left = clip ? takeFiles(*patch, documentOf(*clip), path()) : QStringList();
        for (const CardId& card : addedCards(*patch))
            cards += refTo(card);
    }
    if (!document().apply(patch, cards.size() == 1 ? tr("Paste card") : tr("Paste %1 cards").arg(cards.size())))
        return false;
    if (!left.isEmpty())
        document().showMessage(
            tr("Pasted without what is attached: %1 could not be copied beside this blueprint. Attach "
               "it anew.")
                .arg(left.join(u", "_s)));
    m_view.ensureShown(cards);
    m_view.select(cards);
    m_view.revealElements(cards);
    return true;
}

QString ClipboardEdits::path() const
{
    return document().filePath().toLocalFile();
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
