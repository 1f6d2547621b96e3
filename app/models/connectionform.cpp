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

struct ConnectionForm
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionForm)
};

QString endText(const End& end)
{
    if (const CardId* card = cardAt(end))
        return u"card:"_s + card->value;
    if (const LaneId* lane = laneAt(end))
        return u"lane:"_s + lane->value;
    return {};
}

End endFrom(const QString& text)
{
    if (text.startsWith("card:"_L1))
        return CardId(text.mid(5));
    if (text.startsWith("lane:"_L1))
        return LaneId(text.mid(5));
    return LooseEnd();
}

void setMeaning(FormEdit& edit, Connection& connection, const QString& key, const QVariant& value)
{
    const QString text = value.toString().trimmed();
    if (key == "label"_L1)
        connection.label = text;
    else if (key == "conditional"_L1)
        connection.conditional = value.toBool();
    else if (key == "request"_L1)
        connection.request = edit.request(text);
    else if (key == "carries"_L1)
        connection.carries = edit.dataItems(value);
    else if (key == "answers"_L1)
        connection.answers = ConnectionId(text);
    else if (key == "replyExpected"_L1)
        connection.replyExpected = value.toBool();
}

} // namespace

QList<FormField> connectionFields(const Blueprint& blueprint, const Connection& connection)
{
    using Kind = ConnectionKind;
    const Kind kind = connection.kind;
    const auto end = [&](const FormField& field) {
        return offering(blueprint, endsOfConnections(), field, ConnectionForm::tr("Attached to nothing"));
    };
    QList<FormField> fields{
        {u"kind"_s, FieldType::Choice, {}, ConnectionForm::tr("What it says"), word(kind), connectionKindChoices()},
        end({u"from"_s, FieldType::Choice, {}, ConnectionForm::tr("From"), endText(connection.from)}),
        end({u"to"_s, FieldType::Choice, {}, ConnectionForm::tr("To"), endText(connection.to)}),
    };
    if (kind == Kind::Request || kind == Kind::Answer || !connection.request.isEmpty()) {
        FormField request{u"request"_s,
                          FieldType::Choice,
                          {},
                          kind == Kind::Answer ? ConnectionForm::tr("Answers the request")
                                               : ConnectionForm::tr("Asks for"),
                          connection.request.value,
                          {},
                          ConnectionForm::tr("Not named")};
        request.creates = true;
        fields.append(offering(blueprint, everyElement<Request>(), request, ConnectionForm::tr("Not named")));
    }
    if (kind == Kind::Answer || !connection.answers.isEmpty()) {
        fields.append(offering(blueprint, requestConnections(),
                               {u"answers"_s,
                                FieldType::Choice,
                                {},
                                ConnectionForm::tr("Drawn as the answer to"),
                                connection.answers.value},
                               ConnectionForm::tr("Any request it can reach")));
    }
    if (kind == Kind::Request || !connection.replyExpected)
        fields.append({u"replyExpected"_s,
                       FieldType::Flag,
                       {},
                       ConnectionForm::tr("A reply is expected"),
                       connection.replyExpected});
    fields.append({u"label"_s, FieldType::Line, {}, ConnectionForm::tr("Label"), connection.label});
    fields.append({u"conditional"_s,
                   FieldType::Flag,
                   {},
                   ConnectionForm::tr("Only under a condition (the label says which)"),
                   connection.conditional});
    FormField carries{u"carries"_s,
                      FieldType::Tags,
                      ConnectionForm::tr("Data"),
                      ConnectionForm::tr("Carries"),
                      textsOf(connection.carries),
                      {},
                      ConnectionForm::tr("Nothing")};
    carries.creates = true;
    fields.append(offering(blueprint, everyElement<DataItem>(), carries));
    return fields;
}

Result<Patch> setConnectionField(const Blueprint& blueprint, Connection connection, const QString& key,
                                 const QVariant& value)
{
    const QString text = value.toString();
    if (key == "kind"_L1)
        return setConnectionKind(blueprint, {connection.id}, connectionKindFrom(text).value_or(connection.kind));
    if (key == "from"_L1)
        return reconnect(blueprint, connection.id, ConnectionEnd::From, endFrom(text));
    if (key == "to"_L1)
        return reconnect(blueprint, connection.id, ConnectionEnd::To, endFrom(text));
    FormEdit edit(blueprint);
    setMeaning(edit, connection, key, value);
    edit.apply(replaceElement(edit.blueprint(), connection));
    return edit.result();
}

} // namespace throughline
