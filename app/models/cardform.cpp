// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/elementchoices.h"
#include "app/models/formedit.h"
#include "app/models/labels.h"
#include "app/models/offer.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QCoreApplication>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct CardForm
{
    Q_DECLARE_TR_FUNCTIONS(CardForm)
};

QString laneRoles(const Blueprint& blueprint, const Card& card)
{
    const Lane* lane = blueprint.find(card.lane);
    QStringList names;
    for (const RoleId& id : lane ? lane->roles : QList<RoleId>()) {
        if (const Role* role = blueprint.find(id))
            names.append(displayName(*role));
    }
    return names.isEmpty() ? CardForm::tr("Nobody named")
                           : CardForm::tr("As the lane: %1").arg(QLocale().createSeparatedList(names));
}

QList<FormField> placeFields(const Blueprint& blueprint, const Card& card)
{
    QList<FormField> fields{
        {u"title"_s, FieldType::Area, {}, CardForm::tr("Title"), card.title},
        {u"kind"_s, FieldType::Choice, {}, CardForm::tr("Kind"), word(card.kind), cardKindChoices()},
        offering(blueprint, lanesInOrder(), {u"lane"_s, FieldType::Choice, {}, CardForm::tr("Lane"), card.lane.value}),
        offering(blueprint, stepsInOrder(),
                 {u"firstStep"_s, FieldType::Choice, {}, CardForm::tr("Step"), card.firstStep.value},
                 CardForm::tr("Unplaced, in the tray")),
    };
    if (!card.firstStep.isEmpty()) {
        fields.append(offering(blueprint, stepsInOrder(),
                               {u"lastStep"_s, FieldType::Choice, {}, CardForm::tr("Reaches to"), card.lastStep.value},
                               CardForm::tr("The same step")));
    }
    FormField roles{u"roles"_s, FieldType::Tags,           {}, CardForm::tr("Who does it"), textsOf(card.roles),
                    {},         laneRoles(blueprint, card)};
    roles.creates = true;
    fields.append(offering(blueprint, everyElement<Role>(), roles));
    return fields;
}

QList<FormField> waitFields(const Blueprint& blueprint, const Card& card)
{
    const QString section = CardForm::tr("Waiting");
    const QString minutes = CardForm::tr("min");
    return {
        {u"waitEndsBy"_s, FieldType::Choice, section, CardForm::tr("What ends it"), word(card.waitEndsBy),
         waitEndChoices()},
        {u"waitDuration"_s,
         FieldType::Number,
         section,
         CardForm::tr("Lasts"),
         textOf(card.waitDuration),
         {},
         CardForm::tr("not known"),
         minutes},
        {u"waitTimeout"_s,
         FieldType::Number,
         section,
         CardForm::tr("Given up after"),
         textOf(card.waitTimeout),
         {},
         CardForm::tr("never"),
         minutes},
        offering(blueprint, everyElement<Card>(),
                 {u"timeoutTo"_s, FieldType::Choice, section, CardForm::tr("Then goes to"), card.timeoutTo.value},
                 CardForm::tr("Nothing")),
    };
}

QVariantList emotionChoices()
{
    return {choice({}, CardForm::tr("Not known")),       choice(u"2"_s, CardForm::tr("Delighted")),
            choice(u"1"_s, CardForm::tr("Content")),     choice(u"0"_s, CardForm::tr("Neither good nor bad")),
            choice(u"-1"_s, CardForm::tr("Displeased")), choice(u"-2"_s, CardForm::tr("Upset"))};
}

std::optional<int> emotionFrom(const QVariant& value)
{
    bool isNumber = false;
    const int emotion = value.toString().toInt(&isNumber);
    return isNumber && emotion >= -2 && emotion <= 2 ? std::optional(emotion) : std::nullopt;
}

QList<FormField> costFields(const Blueprint& blueprint, const Card& card, bool customer)
{
    const QString section = customer ? CardForm::tr("What it costs the customer") : CardForm::tr("What it takes");
    const QString unknown = CardForm::tr("not known");
    QList<FormField> fields{{u"minutes"_s,
                             FieldType::Number,
                             section,
                             CardForm::tr("Time"),
                             textOf(card.minutes),
                             {},
                             unknown,
                             CardForm::tr("min")}};
    if (customer || card.effort)
        fields.append({u"effort"_s, FieldType::Rating, section, CardForm::tr("Effort"), ratingOf(card.effort)});
    if (customer || card.emotion)
        fields.append({u"emotion"_s, FieldType::Choice, section, CardForm::tr("Feeling"),
                       card.emotion ? QString::number(*card.emotion) : QString(), emotionChoices()});
    if (customer || card.worry)
        fields.append({u"worry"_s, FieldType::Rating, section, CardForm::tr("Worry"), ratingOf(card.worry)});
    if (customer || card.money) {
        fields.append({u"money"_s,
                       FieldType::Number,
                       section,
                       CardForm::tr("Money"),
                       textOf(card.money),
                       {},
                       unknown,
                       blueprint.header().currency});
    }
    return fields;
}

QList<FormField> dataFields(const Blueprint& blueprint, const Card& card, bool customer)
{
    const QString section = CardForm::tr("Data");
    QList<FormField> fields;
    const auto tags = [&](const QString& key, const QString& label, const QList<DataItemId>& items) {
        FormField field{key, FieldType::Tags, section, label, textsOf(items), {}, CardForm::tr("Nothing")};
        field.creates = true;
        fields.append(offering(blueprint, everyElement<DataItem>(), field));
    };
    if (customer || !card.gives.isEmpty())
        tags(u"gives"_s, CardForm::tr("The customer tells"), card.gives);
    if (!customer || !card.asks.isEmpty())
        tags(u"asks"_s, CardForm::tr("Asks the customer for"), card.asks);
    if (!card.gives.isEmpty() || !card.asks.isEmpty() || card.recheck) {
        fields.append({u"recheck"_s, FieldType::Flag, section, CardForm::tr("Asked again on purpose"), card.recheck});
        if (card.recheck || !card.recheckReason.isEmpty())
            fields.append(
                {u"recheckReason"_s, FieldType::Line, section, CardForm::tr("Why again"), card.recheckReason});
    }
    return fields;
}

QList<FormField> answerabilityFields(const Blueprint& blueprint, const Card& card)
{
    FormField owner{u"owner"_s,
                    FieldType::Choice,
                    {},
                    CardForm::tr("Accountable"),
                    card.owner.value,
                    {},
                    CardForm::tr("No department")};
    owner.creates = true;
    return {
        offering(blueprint, everyElement<Department>(), owner, CardForm::tr("No department")),
        {u"isEnd"_s, FieldType::Flag, {}, CardForm::tr("It rightly ends here"), card.isEnd},
    };
}

QVariantList attachmentValues(const Card& card)
{
    QVariantList values;
    for (const Attachment& attachment : card.attachments) {
        const bool held = attachment.target.startsWith("data:"_L1);
        values.append(QVariantMap{{u"name"_s, attachment.name},
                                  {u"target"_s, attachment.target},
                                  {u"where"_s, held ? CardForm::tr("In the blueprint itself") : attachment.target}});
    }
    return values;
}

QList<Attachment> attachmentsFrom(const QVariant& value)
{
    QList<Attachment> attachments;
    for (const QVariant& each : value.toList()) {
        const QVariantMap map = each.toMap();
        attachments.append({map.value(u"name"_s).toString(), map.value(u"target"_s).toString()});
    }
    return attachments;
}

/// What people noted on a card, and how they know it.
QList<FormField> remarkFields(const Card& card)
{
    const QString section = CardForm::tr("Notes");
    const QString oneALine = CardForm::tr("One a line");
    return {
        {u"status"_s, FieldType::Choice, section, CardForm::tr("How it is known"), word(card.status),
         cardStatusChoices()},
        {u"painPoints"_s,
         FieldType::Area,
         section,
         CardForm::tr("Pain points"),
         card.painPoints.join(u'\n'),
         {},
         oneALine},
        {u"opportunities"_s,
         FieldType::Area,
         section,
         CardForm::tr("Opportunities"),
         card.opportunities.join(u'\n'),
         {},
         oneALine},
        {u"note"_s, FieldType::Area, section, CardForm::tr("Note"), card.note},
        {u"attachments"_s, FieldType::Attachments, section, CardForm::tr("Attachments"), attachmentValues(card)},
    };
}

QStringList linesOf(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines.append(trimmed);
    }
    return lines;
}

void setRemark(Card& card, const QString& key, const QVariant& value)
{
    if (key == "note"_L1)
        card.note = value.toString().trimmed();
    else if (key == "status"_L1)
        card.status = cardStatusFrom(value.toString()).value_or(CardStatus::Unstated);
    else if (key == "painPoints"_L1)
        card.painPoints = linesOf(value.toString());
    else if (key == "attachments"_L1)
        card.attachments = attachmentsFrom(value);
    else if (key == "opportunities"_L1)
        card.opportunities = linesOf(value.toString());
}

void setWaitField(FormEdit& edit, Card& card, const QString& key, const QVariant& value)
{
    const QString text = value.toString();
    if (key == "waitEndsBy"_L1)
        card.waitEndsBy = waitEndFrom(text).value_or(WaitEnd::Unspecified);
    else if (key == "waitDuration"_L1)
        card.waitDuration = edit.take(minutesFrom(text));
    else if (key == "waitTimeout"_L1)
        card.waitTimeout = edit.take(minutesFrom(text));
    else if (key == "timeoutTo"_L1)
        card.timeoutTo = CardId(text);
}

void setCostOrData(FormEdit& edit, Card& card, const QString& key, const QVariant& value)
{
    if (key == "minutes"_L1)
        card.minutes = edit.take(minutesFrom(value.toString()));
    else if (key == "effort"_L1)
        card.effort = ratingFrom(value);
    else if (key == "worry"_L1)
        card.worry = ratingFrom(value);
    else if (key == "emotion"_L1)
        card.emotion = emotionFrom(value);
    else if (key == "money"_L1)
        card.money = edit.take(moneyFrom(value.toString()));
    else if (key == "gives"_L1)
        card.gives = edit.dataItems(value);
    else if (key == "asks"_L1)
        card.asks = edit.dataItems(value);
    else if (key == "recheck"_L1)
        card.recheck = value.toBool();
    else if (key == "recheckReason"_L1)
        card.recheckReason = value.toString().trimmed();
}

void setPlainField(FormEdit& edit, Card& card, const QString& key, const QVariant& value)
{
    const QString text = value.toString().trimmed();
    if (key == "title"_L1)
        card.title = text;
    else if (key == "kind"_L1)
        card.kind = cardKindFrom(text).value_or(card.kind);
    else if (key == "roles"_L1)
        card.roles = edit.roles(value);
    else if (key == "owner"_L1)
        card.owner = edit.department(text);
    else if (key == "isEnd"_L1)
        card.isEnd = value.toBool();
    else if (key == "bill"_L1)
        card.bill = text;
    else if (key == "about"_L1)
        card.about = powerFrom(text);
}

} // namespace

QList<FormField> cardFields(const Blueprint& blueprint, const Card& card)
{
    const bool customer = isCustomerCard(blueprint, card);
    QList<FormField> fields = placeFields(blueprint, card);
    if (isSticky(card)) {
        fields.erase(
            std::remove_if(fields.begin(), fields.end(), [](const FormField& f) { return f.key == "roles"_L1; }),
            fields.end());
        return fields;
    }
    if (card.kind == CardKind::Payment || !card.bill.isEmpty())
        fields.append({u"bill"_s,
                       FieldType::Line,
                       {},
                       CardForm::tr("Running bill"),
                       card.bill,
                       {},
                       CardForm::tr("A bill of its own")});
    if (card.kind == CardKind::Voice || card.about) {
        QVariantList choices = powerChoices();
        choices.prepend(choice({}, CardForm::tr("Not said")));
        fields.append({u"about"_s,
                       FieldType::Choice,
                       {},
                       CardForm::tr("What it is about"),
                       card.about ? word(*card.about) : QString(),
                       choices});
    }
    fields += answerabilityFields(blueprint, card);
    const bool waits =
        card.waitEndsBy != WaitEnd::Unspecified || card.waitDuration || card.waitTimeout || !card.timeoutTo.isEmpty();
    if (card.kind == CardKind::Wait || waits)
        fields += waitFields(blueprint, card);
    if (card.kind != CardKind::Evidence || card.minutes || card.effort || card.worry || card.money)
        fields += costFields(blueprint, card, customer);
    if (card.kind != CardKind::Evidence || !card.gives.isEmpty() || !card.asks.isEmpty())
        fields += dataFields(blueprint, card, customer);
    return fields + remarkFields(card);
}

Result<Patch> setCardField(const Blueprint& blueprint, Card card, const QString& key, const QVariant& value)
{
    const QString text = value.toString();
    if (key == "lane"_L1)
        return moveCard(blueprint, card.id, {LaneId(text), card.firstStep, -1});
    if (key == "firstStep"_L1)
        return moveCard(blueprint, card.id, {card.lane, StepId(text), -1});
    if (key == "lastStep"_L1)
        return setCardSpan(blueprint, card.id, card.firstStep, text.isEmpty() ? card.firstStep : StepId(text));
    FormEdit edit(blueprint);
    setPlainField(edit, card, key, value);
    setRemark(card, key, value);
    setWaitField(edit, card, key, value);
    setCostOrData(edit, card, key, value);
    edit.apply(replaceElement(edit.blueprint(), card));
    return edit.result();
}

} // namespace throughline
