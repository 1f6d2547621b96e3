// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/paper.h"

namespace throughline {

Rgba paperOf(const Theme& theme, const Card& card, bool quiet)
{
    switch (card.kind) {
    case CardKind::Note:
        return theme.note;
    case CardKind::PainPoint:
        return theme.painPoint;
    case CardKind::Opportunity:
        return theme.opportunity;
    case CardKind::Action:
    case CardKind::Decision:
    case CardKind::Wait:
    case CardKind::Payment:
    case CardKind::Voice:
    case CardKind::Strategy:
    case CardKind::Evidence:
        break;
    }
    return quiet ? theme.evidenceCard : theme.card;
}

Rgba noteEdgeOf(const Theme& theme, Rgba paper)
{
    return mix(paper, theme.ink, 0.2);
}

} // namespace throughline
