// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/canvas/elementspeech.h"

#include "core/model/queries.h"
#include "core/model/words.h"
#include "core/scene/curve.h"

#include <QCoreApplication>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Speech
{
    Q_DECLARE_TR_FUNCTIONS(Speech)
};

QString spokenStep(const Blueprint& blueprint, const StepId& id)
{
    const Step* step = id.isEmpty() ? nullptr : blueprint.find(id);
    return step ? Speech::tr("step %1").arg(step->number) : Speech::tr("not placed");
}

QString spokenSteps(const Blueprint& blueprint, const Card& card)
{
    const Step* first = card.firstStep.isEmpty() ? nullptr : blueprint.find(card.firstStep);
    const Step* last = card.lastStep.isEmpty() ? nullptr : blueprint.find(card.lastStep);
    if (first && last && first != last)
        return Speech::tr("steps %1 to %2").arg(first->number).arg(last->number);
    return spokenStep(blueprint, card.firstStep);
}

/// "Kitchen: Cook the dishes", a lane as a whole by its name.
QString spokenEnd(const Blueprint& blueprint, const End& end)
{
    if (const CardId* card = cardAt(end)) {
        const Card* found = blueprint.find(*card);
        return found ? Speech::tr("%1: %2").arg(nameOf(blueprint, {ElementKind::Lane, found->lane.value}),
                                                displayName(*found))
                     : QString();
    }
    if (const LaneId* lane = laneAt(end))
        return nameOf(blueprint, {ElementKind::Lane, lane->value});
    return Speech::tr("nowhere");
}

/// What a connection is about, with a space before it: the request, or its label.
QString spokenMatter(const Blueprint& blueprint, const Connection& connection)
{
    if (!connection.request.isEmpty())
        return u' ' + nameOf(blueprint, {ElementKind::Request, connection.request.value});
    return connection.label.isEmpty() ? QString() : u' ' + connection.label.simplified();
}

QString spokenOut(const Blueprint& blueprint, const Connection& connection)
{
    const QString matter = spokenMatter(blueprint, connection);
    const QString to = spokenEnd(blueprint, connection.to);
    switch (connection.kind) {
    case ConnectionKind::Request:
        return Speech::tr("asks%1 of %2").arg(matter, to);
    case ConnectionKind::Answer:
        return Speech::tr("answers request%1 from %2").arg(matter, to);
    case ConnectionKind::Tell:
        return Speech::tr("tells%1 to %2").arg(matter, to);
    case ConnectionKind::SendAway:
        return Speech::tr("sends away%1 to %2").arg(matter, to);
    case ConnectionKind::Handover:
        return Speech::tr("hands over%1 to %2").arg(matter, to);
    case ConnectionKind::Auto:
    case ConnectionKind::Flow:
        break;
    }
    return Speech::tr("goes on%1 to %2").arg(matter, to);
}

QString spokenIn(const Blueprint& blueprint, const Connection& connection)
{
    const QString matter = spokenMatter(blueprint, connection);
    const QString from = spokenEnd(blueprint, connection.from);
    switch (connection.kind) {
    case ConnectionKind::Request:
        return Speech::tr("is asked%1 by %2").arg(matter, from);
    case ConnectionKind::Answer:
        return Speech::tr("is answered%1 by %2").arg(matter, from);
    case ConnectionKind::Tell:
        return Speech::tr("is told%1 by %2").arg(matter, from);
    case ConnectionKind::SendAway:
        return Speech::tr("is sent here%1 by %2").arg(matter, from);
    case ConnectionKind::Handover:
        return Speech::tr("takes over%1 from %2").arg(matter, from);
    case ConnectionKind::Auto:
    case ConnectionKind::Flow:
        break;
    }
    return Speech::tr("follows%1 %2").arg(matter, from);
}

/// What an empty cell says: nothing, or the value of a curve.
QString spokenContent(const Blueprint& blueprint, const Layout& layout, int row, int column)
{
    const LaneCurve curve = curveOf(blueprint, layout.rows()[row]);
    if (curve == LaneCurve::None) {
        const LayoutColumn& at = layout.columns()[column];
        const QList<Card> cards =
            at.step.isEmpty() ? QList<Card>() : cardsIn(blueprint, layout.rows()[row].lane, at.step);
        return cards.isEmpty() ? Speech::tr("empty") : Speech::tr("below “%1”").arg(displayName(cards.last()));
    }
    const std::optional<double> value = curveValue(blueprint, layout, curve, column);
    return value ? curveWords(curve, *value) : Speech::tr("not known");
}

QStringList cardDetails(const Card& card)
{
    QStringList details;
    if (card.kind != CardKind::Action)
        details += word(card.kind);
    if (card.status != CardStatus::Unstated)
        details += word(card.status);
    if (card.isEnd)
        details += Speech::tr("the journey rightly ends here");
    if (card.emotion)
        details += Speech::tr("feels %1").arg(curveWords(LaneCurve::Emotion, *card.emotion));
    for (const QString& text : card.painPoints)
        details += Speech::tr("pain point: %1").arg(text);
    for (const QString& text : card.opportunities)
        details += Speech::tr("opportunity: %1").arg(text);
    if (!card.note.isEmpty())
        details += Speech::tr("note: %1").arg(card.note.simplified());
    if (!card.attachments.isEmpty())
        details += card.attachments.size() == 1 ? Speech::tr("1 attachment")
                                                : Speech::tr("%1 attachments").arg(card.attachments.size());
    return details;
}

QStringList findingTitles(const ElementRef& ref, const QList<Finding>& findings)
{
    QStringList titles;
    for (const Finding& finding : findings) {
        const bool concerns = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                          [&](const Evidence& evidence) { return evidence.element == ref; });
        if (concerns && !finding.accepted)
            titles += finding.title;
    }
    return titles;
}

} // namespace

QString spokenName(const Blueprint& blueprint, const ElementRef& ref)
{
    if (!contains(blueprint, ref))
        return {};
    const QString name = nameOf(blueprint, ref);
    switch (ref.kind) {
    case ElementKind::Card: {
        const Card* card = blueprint.find(CardId(ref.id));
        const QString lane = nameOf(blueprint, {ElementKind::Lane, card->lane.value});
        const QString words = card->title.simplified();
        const QString title = words.isEmpty() ? Speech::tr("no title yet") : words;
        return Speech::tr("%1, %2, %3").arg(lane, spokenSteps(blueprint, *card), title);
    }
    case ElementKind::Connection: {
        const ConnectionKind kind = blueprint.find(ConnectionId(ref.id))->kind;
        return kind == ConnectionKind::Auto ? Speech::tr("Connection, %1").arg(name)
                                            : Speech::tr("Connection, %1, %2").arg(word(kind), name);
    }
    case ElementKind::Lane:
        return Speech::tr("Lane %1").arg(name);
    case ElementKind::Step: {
        const Step* step = blueprint.find(StepId(ref.id));
        return Speech::tr("Step %1 %2").arg(QString::number(step->number), step->name).trimmed();
    }
    case ElementKind::Phase:
        return Speech::tr("Phase %1").arg(name);
    default:
        return name;
    }
}

QString spokenFolded(const QString& name, const FoldCount& fold)
{
    return Speech::tr("%1, folded, %2").arg(name, foldTexts(fold).first());
}

QString spokenCell(const Blueprint& blueprint, const Layout& layout, int row, int column)
{
    if (row < 0 || row >= layout.rows().size() || column < 0 || column >= layout.columns().size())
        return {};
    const LayoutColumn& at = layout.columns()[column];
    const QString step = at.kind == ColumnKind::Step ? spokenStep(blueprint, at.step) : Speech::tr("not placed");
    const QString lane = nameOf(blueprint, {ElementKind::Lane, layout.rows()[row].lane.value});
    return Speech::tr("%1, %2, %3").arg(lane, step, spokenContent(blueprint, layout, row, column));
}

QString spokenRelations(const Blueprint& blueprint, const CardId& card, const QList<ConnectionId>& connections)
{
    QStringList relations;
    for (const ConnectionId& id : connections) {
        const Connection* connection = blueprint.find(id);
        if (!connection)
            continue;
        const CardId* from = cardAt(connection->from);
        relations += from && *from == card ? spokenOut(blueprint, *connection) : spokenIn(blueprint, *connection);
    }
    return relations.join(u", "_s);
}

QString spokenDetails(const Blueprint& blueprint, const ElementRef& ref, const QList<Finding>& findings)
{
    QStringList details;
    if (const Card* card = ref.kind == ElementKind::Card ? blueprint.find(CardId(ref.id)) : nullptr)
        details = cardDetails(*card);
    else if (const Lane* lane = ref.kind == ElementKind::Lane ? blueprint.find(LaneId(ref.id)) : nullptr)
        details = {word(lane->stage)};
    if (const QStringList titles = findingTitles(ref, findings); !titles.isEmpty())
        details += titles.size() == 1
                       ? Speech::tr("1 finding: %1").arg(titles.first())
                       : Speech::tr("%1 findings: %2").arg(QString::number(titles.size()), titles.join(u"; "_s));
    return details.join(u", "_s);
}

} // namespace throughline
