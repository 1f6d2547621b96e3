// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/elementwriter.h"

#include "core/model/queries.h"
#include "core/model/words.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray endJson(const End& end)
{
    if (const CardId* card = cardAt(end))
        return jsonString(card->value);
    if (const LaneId* lane = laneAt(end))
        return JsonLine().id("lane", *lane).object();
    const LooseEnd& loose = std::get<LooseEnd>(end);
    if (loose == LooseEnd())
        return "null";
    return JsonLine().id("nearest", loose.nearest).nonZero("distance", loose.distance).object();
}

QByteArray ceilingsJson(const Header& header)
{
    JsonLine line;
    line.quantity("time", header.timeCeiling).number("worry", header.worryCeiling);
    return line.number("effort", header.effortCeiling).quantity("money", header.moneyCeiling).object();
}

QByteArray severitiesJson(const Header& header)
{
    QByteArrayList members;
    for (auto rule = header.ruleSeverities.cbegin(); rule != header.ruleSeverities.cend(); ++rule)
        members.append(jsonString(rule.key()) + ": " + jsonString(word(rule.value())));
    return '{' + members.join(", ") + '}';
}

QByteArray viewsJson(const Header& header)
{
    QByteArrayList views;
    for (const SavedView& view : header.views) {
        JsonLine line;
        line.text("name", view.name).ids("hiddenLanes", view.filter.hiddenLanes);
        line.ids("departments", view.filter.departments).ids("roles", view.filter.roles);
        line.ids("phases", view.filter.phases).texts("rules", view.filter.rules);
        views.append(line.flag("hidesRest", view.filter.hidesRest).object());
    }
    return '[' + views.join(", ") + ']';
}

QByteArray attachmentsJson(const QList<Attachment>& attachments)
{
    QByteArrayList list;
    for (const Attachment& attachment : attachments)
        list.append(JsonLine().text("name", attachment.name).text("target", attachment.target).object());
    return '[' + list.join(", ") + ']';
}

} // namespace

JsonLine lineFor(const Department& department)
{
    QStringList mandate;
    for (const Power power : allPowers()) {
        if (department.mandate.testFlag(power))
            mandate.append(word(power));
    }
    JsonLine line;
    line.id("id", department.id).text("name", department.name).id("parent", department.parent);
    return line.number("heads", department.heads).texts("mandate", mandate);
}

JsonLine lineFor(const Role& role)
{
    QByteArrayList capabilities;
    for (const Capability& capability : role.capabilities) {
        JsonLine line;
        line.text("does", word(capability.ability)).id("request", capability.request).id("to", capability.passesTo);
        capabilities.append(line.quantity("takes", capability.takes).object());
    }
    JsonLine line;
    line.id("id", role.id).text("name", role.name).id("department", role.department);
    line.text("kind", role.kind == RoleKind::Human ? QString() : word(role.kind)).flag("onlyThese", role.onlyThese);
    return capabilities.isEmpty() ? line : line.raw("capabilities", '[' + capabilities.join(", ") + ']');
}

JsonLine lineFor(const Request& request)
{
    JsonLine line;
    line.id("id", request.id).text("name", request.name).flag("drawnOnly", !request.catalogued);
    return line.ids("phases", request.livePhases).ids("needs", request.needs);
}

JsonLine lineFor(const DataItem& data)
{
    return JsonLine().id("id", data.id).text("name", data.name).flag("volatile", data.isVolatile);
}

JsonLine lineFor(const Phase& phase)
{
    JsonLine line;
    line.id("id", phase.id).text("name", phase.name).text("kind", word(phase.kind));
    return line.number("position", phase.position).flag("folded", phase.folded);
}

JsonLine lineFor(const Step& step)
{
    return JsonLine().id("id", step.id).number("number", step.number).text("name", step.name).id("phase", step.phase);
}

JsonLine lineFor(const Lane& lane)
{
    JsonLine line;
    line.id("id", lane.id).text("name", lane.name).text("stage", word(lane.stage)).number("position", lane.position);
    return line.ids("roles", lane.roles).flag("folded", lane.folded).text("curve", word(lane.curve));
}

JsonLine lineFor(const Card& card)
{
    JsonLine line;
    line.id("id", card.id).id("lane", card.lane).id("step", card.firstStep).id("to", card.lastStep);
    line.nonZero("position", card.position).text("title", card.title);
    line.text("kind", card.kind == CardKind::Action ? QString() : word(card.kind)).ids("roles", card.roles);
    line.flag("end", card.isEnd).id("owner", card.owner).text("note", card.note).text("status", word(card.status));
    line.texts("painPoints", card.painPoints).texts("opportunities", card.opportunities);
    if (!card.attachments.isEmpty())
        line.raw("attachments", attachmentsJson(card.attachments));
    line.text("wait", word(card.waitEndsBy));
    line.quantity("waitDuration", card.waitDuration).quantity("timeout", card.waitTimeout);
    line.id("timeoutTo", card.timeoutTo).quantity("minutes", card.minutes).number("worry", card.worry);
    line.number("effort", card.effort).quantity("money", card.money).number("emotion", card.emotion);
    line.ids("gives", card.gives).ids("asks", card.asks);
    line.flag("recheck", card.recheck).text("recheckReason", card.recheckReason).text("bill", card.bill);
    return line.text("about", card.about ? word(*card.about) : QString());
}

JsonLine lineFor(const Connection& connection)
{
    JsonLine line;
    line.id("id", connection.id).raw("from", endJson(connection.from)).raw("to", endJson(connection.to));
    line.text("kind", connection.kind == ConnectionKind::Auto ? QString() : word(connection.kind));
    line.id("request", connection.request).ids("carries", connection.carries).flag("if", connection.conditional);
    line.text("label", connection.label).id("answers", connection.answers);
    return line.flag("noReply", !connection.replyExpected);
}

JsonLine lineFor(const Acceptance& acceptance)
{
    JsonLine line;
    line.raw("id", jsonString(acceptance.id.value)).text("rule", acceptance.rule).text("subject", acceptance.subject);
    line.text("variant", acceptance.variant).text("reason", acceptance.reason).text("who", acceptance.who);
    return line.date("when", acceptance.when).date("until", acceptance.until);
}

void BlueprintText::add(const QByteArray& key, const QByteArray& json)
{
    m_text += m_text.isEmpty() ? "{\n" : ",\n";
    m_text += jsonString(QString::fromUtf8(key)) + ": " + json;
}

void BlueprintText::addText(const QByteArray& key, const QString& text)
{
    if (!text.isEmpty())
        add(key, jsonString(text));
}

void BlueprintText::addHeader(const Header& header)
{
    addText("format", blueprintFormatName());
    addText("formatVersion", u"%1.%2"_s.arg(BlueprintFormatMajor).arg(BlueprintFormatMinor));
    addText("title", header.title);
    addText("scenario", header.scenario);
    addText("persona", header.persona);
    addText("state", word(header.state));
    addText("currency", header.currency);
    if (header.timeCeiling || header.worryCeiling || header.effortCeiling || header.moneyCeiling)
        add("ceilings", ceilingsJson(header));
    if (!header.ruleSeverities.isEmpty())
        add("severities", severitiesJson(header));
    if (!header.views.isEmpty())
        add("views", viewsJson(header));
}

void BlueprintText::addUnknown(const Header& header)
{
    for (auto member = header.unknown.begin(); member != header.unknown.end(); ++member) {
        if (!blueprintKeys(ElementKind::Blueprint).contains(member.key()))
            add(member.key().toUtf8(), jsonText(member.value()));
    }
}

} // namespace throughline
