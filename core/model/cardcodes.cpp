// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cardcodes.h"

#include "core/model/queries.h"

#include <algorithm>
#include <map>

namespace throughline {

QString laneLetters(int row)
{
    QString letters;
    for (int rest = row; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(u'A' + rest % 26));
    return letters;
}

QHash<CardId, QString> cardCodes(const Blueprint& blueprint)
{
    QHash<LaneId, int> rows;
    for (const Lane& lane : orderedLanes(blueprint))
        rows.insert(lane.id, int(rows.size()));
    std::map<std::pair<int, int>, QList<const Card*>> cells;
    for (const Card& card : blueprint.cards()) {
        const Step* step = blueprint.find(card.firstStep);
        if (step && rows.contains(card.lane))
            cells[{step->number, rows.value(card.lane)}] += &card;
    }
    QHash<CardId, QString> codes;
    for (auto& [place, cards] : cells) {
        std::ranges::stable_sort(cards, {}, &Card::position);
        const QString cell = QString::number(place.first) + laneLetters(place.second);
        for (qsizetype i = 0; i < cards.size(); ++i)
            codes.insert(cards[i]->id, cards.size() > 1 ? cell + QString::number(i + 1) : cell);
    }
    return codes;
}

} // namespace throughline
