// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/elementreader.h"

#include "core/io/blueprintkeys.h"
#include "core/model/validation.h"
#include "core/model/words.h"

#include <limits>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxInt = std::numeric_limits<int>::max();

/// "1.0" as two numbers.
std::optional<std::pair<int, int>> versionFrom(const QString& text)
{
    const QStringList parts = text.split(u'.');
    bool majorIsNumber = false;
    bool minorIsNumber = false;
    const int major = parts.value(0).toInt(&majorIsNumber);
    const int minor = parts.value(1).toInt(&minorIsNumber);
    if (parts.size() != 2 || !majorIsNumber || !minorIsNumber || major < 1 || minor < 0)
        return std::nullopt;
    return std::pair(major, minor);
}

} // namespace

ElementReader::Fault ElementReader::readMember(const JsonNode& member)
{
    if (member.key == u"formatVersion")
        return readVersion(member);
    Fault fault;
    JsonNode object;
    object.type = JsonNode::Type::Object;
    object.children = {member};
    JsonFields fields(object, m_json, {}, fault);
    Header& header = m_builder.header;
    if (member.key == u"format") {
        if (fields.text(u"format") != blueprintFormatName())
            fields.report(Error::Code::Syntax, member,
                          JsonFields::found(member) + u", expected \"%1\""_s.arg(blueprintFormatName()));
    } else if (member.key == u"title") {
        header.title = fields.text(u"title");
    } else if (member.key == u"scenario") {
        header.scenario = fields.text(u"scenario");
    } else if (member.key == u"persona") {
        header.persona = fields.text(u"persona");
    } else if (member.key == u"state") {
        header.state = fields.word(u"state", blueprintStateFrom, blueprintStateWords).value_or(BlueprintState::AsIs);
    } else if (member.key == u"currency") {
        header.currency = fields.text(u"currency");
    } else if (member.key == u"ceilings") {
        readCeilings(member, fault);
    } else if (member.key == u"severities") {
        readSeverities(member, fault);
    } else if (member.key == u"views") {
        readViews(member, fault);
    } else if (blueprintKeys(ElementKind::Blueprint).contains(member.key)) {
        fields.report(Error::Code::Value, member, JsonFields::found(member) + u", expected a list"_s);
    } else {
        header.unknown.insert(member.key, toJsonValue(member));
    }
    return fault;
}

ElementReader::Fault ElementReader::readVersion(const JsonNode& member)
{
    const auto version = member.isString() ? versionFrom(member.text) : std::nullopt;
    const QString mine = u"%1.%2"_s.arg(BlueprintFormatMajor).arg(BlueprintFormatMinor);
    if (!version) {
        return JsonFault{Error::Code::Version,
                         JsonFields::found(member) + u", expected a version such as \"%1\""_s.arg(mine),
                         startOf(member, m_json), member.key};
    }
    if (version->first > BlueprintFormatMajor) {
        return JsonFault{
            Error::Code::Version,
            u"The file has format version %1, this program reads %2: open it with a newer Throughline"_s.arg(
                member.text, mine),
            startOf(member, m_json), member.key};
    }
    m_hasVersion = true;
    return std::nullopt;
}

void ElementReader::readCeilings(const JsonNode& member, Fault& fault)
{
    JsonFields fields(member, m_json, member.key, fault);
    if (!member.isObject()) {
        fault = JsonFault{Error::Code::Value, JsonFields::found(member) + u", expected an object"_s,
                          startOf(member, m_json), member.key};
        return;
    }
    m_builder.header.timeCeiling = fields.minutes(u"time");
    m_builder.header.worryCeiling = fields.integer(u"worry", 0, 3);
    m_builder.header.effortCeiling = fields.integer(u"effort", 0, 3);
    m_builder.header.moneyCeiling = fields.money(u"money");
    fields.refuseRest();
}

void ElementReader::readSeverities(const JsonNode& member, Fault& fault)
{
    JsonFields fields(member, m_json, member.key, fault);
    if (!member.isObject()) {
        fault = JsonFault{Error::Code::Value, JsonFields::found(member) + u", expected an object"_s,
                          startOf(member, m_json), member.key};
        return;
    }
    for (const JsonNode& rule : member.children) {
        if (const auto severity = fields.word(rule.key, severityFrom, severityWords))
            m_builder.header.ruleSeverities.insert(rule.key, *severity);
    }
}

void ElementReader::readViews(const JsonNode& member, Fault& fault)
{
    forEachObject(member, member.key, fault, [this](JsonFields& fields) {
        SavedView view;
        view.name = fields.requiredText(u"name");
        view.filter.hiddenLanes = fields.ids<Lane>(u"hiddenLanes");
        view.filter.departments = fields.ids<Department>(u"departments");
        view.filter.roles = fields.ids<Role>(u"roles");
        view.filter.phases = fields.ids<Phase>(u"phases");
        view.filter.rules = fields.texts(u"rules");
        view.filter.hidesRest = fields.flag(u"hidesRest");
        fields.refuseRest();
        m_builder.header.views.append(view);
    });
}

/// Calls read(fields) for each object of a list; anything else in it is a fault.
template <typename Read>
void ElementReader::forEachObject(const JsonNode& list, const QString& path, Fault& fault, Read read)
{
    if (!list.isArray()) {
        if (!fault)
            fault = JsonFault{Error::Code::Value, JsonFields::found(list) + u", expected a list of objects"_s,
                              startOf(list, m_json), path};
        return;
    }
    for (qsizetype i = 0; i < list.children.size(); ++i) {
        const QString itemPath = path + u'/' + QString::number(i);
        if (!list.children[i].isObject() && !fault) {
            fault = JsonFault{Error::Code::Value, JsonFields::found(list.children[i]) + u", expected an object"_s,
                              startOf(list.children[i], m_json), itemPath};
        }
        JsonFields fields(list.children[i], m_json, itemPath, fault);
        read(fields);
    }
}

ElementReader::Fault ElementReader::readElement(const QString& table, qsizetype index, const JsonNode& element)
{
    Fault fault;
    if (!element.isObject())
        return JsonFault{Error::Code::Value, JsonFields::found(element) + u", expected an object"_s,
                         startOf(element, m_json), table + u'/' + QString::number(index)};
    JsonFields fields(element, m_json, table, index, fault);
    if (table == u"cards")
        readCard(fields);
    else if (table == u"connections")
        readConnection(fields);
    else if (table == u"steps")
        readStep(fields);
    else if (table == u"lanes")
        readLane(fields);
    else if (table == u"phases")
        readPhase(fields);
    else if (table == u"departments")
        readDepartment(fields);
    else if (table == u"roles")
        readRole(fields);
    else if (table == u"requests")
        readRequest(fields);
    else if (table == u"data")
        readDataItem(fields);
    else
        readAcceptance(fields);
    return fault;
}

void ElementReader::readDepartment(JsonFields& fields)
{
    Department department;
    department.id = DepartmentId(fields.requiredText(u"id"));
    department.name = fields.text(u"name");
    department.parent = fields.id<Department>(u"parent");
    department.heads = fields.integer(u"heads", 0, MaxInt);
    const JsonNode* mandate = fields.take(u"mandate");
    for (const QString& text : fields.texts(u"mandate")) {
        if (const auto power = powerFrom(text))
            department.mandate |= *power;
        else
            fields.report(Error::Code::Value, *mandate,
                          u"Found \"%1\", expected some of: "_s.arg(text) + powerWords().join(u", "_s));
    }
    department.unknown = fields.rest();
    m_builder.departments.append(department);
}

void ElementReader::readRole(JsonFields& fields)
{
    Role role;
    role.id = RoleId(fields.requiredText(u"id"));
    role.name = fields.text(u"name");
    role.department = fields.id<Department>(u"department");
    role.kind = fields.word(u"kind", roleKindFrom, roleKindWords).value_or(RoleKind::Human);
    role.onlyThese = fields.flag(u"onlyThese");
    if (const JsonNode* list = fields.take(u"capabilities")) {
        forEachObject(*list, fields.path() + u"/capabilities"_s, fields.fault(),
                      [&](JsonFields& capability) { readCapability(capability, role); });
    }
    role.unknown = fields.rest();
    m_builder.roles.append(role);
}

void ElementReader::readCapability(JsonFields& fields, Role& role)
{
    Capability capability;
    const auto ability = fields.word(u"does", abilityFrom, abilityWords);
    if (!ability)
        fields.reportMissing(u"does");
    capability.ability = ability.value_or(Capability::Ability::Fulfils);
    capability.request = fields.id<Request>(u"request");
    capability.passesTo = fields.id<Role>(u"to");
    capability.takes = fields.minutes(u"takes");
    fields.refuseRest();
    role.capabilities.append(capability);
}

void ElementReader::readRequest(JsonFields& fields)
{
    Request request;
    request.id = RequestId(fields.requiredText(u"id"));
    request.name = fields.text(u"name");
    request.catalogued = !fields.flag(u"drawnOnly");
    request.livePhases = fields.ids<Phase>(u"phases");
    request.needs = fields.ids<DataItem>(u"needs");
    request.unknown = fields.rest();
    m_builder.requests.append(request);
}

void ElementReader::readDataItem(JsonFields& fields)
{
    DataItem data;
    data.id = DataItemId(fields.requiredText(u"id"));
    data.name = fields.text(u"name");
    data.isVolatile = fields.flag(u"volatile");
    data.unknown = fields.rest();
    m_builder.dataItems.append(data);
}

void ElementReader::readPhase(JsonFields& fields)
{
    Phase phase;
    phase.id = PhaseId(fields.requiredText(u"id"));
    phase.name = fields.text(u"name");
    phase.kind = fields.word(u"kind", phaseKindFrom, phaseKindWords).value_or(PhaseKind::Unspecified);
    phase.position = fields.position(u"position");
    phase.folded = fields.flag(u"folded");
    phase.unknown = fields.rest();
    m_builder.phases.append(phase);
}

void ElementReader::readStep(JsonFields& fields)
{
    Step step;
    step.id = StepId(fields.requiredText(u"id"));
    const auto number = fields.integer(u"number", 1, 1'000'000);
    if (!number)
        fields.reportMissing(u"number");
    step.number = number.value_or(0);
    step.name = fields.text(u"name");
    step.phase = fields.id<Phase>(u"phase");
    step.unknown = fields.rest();
    m_builder.steps.append(step);
}

void ElementReader::readLane(JsonFields& fields)
{
    Lane lane;
    lane.id = LaneId(fields.requiredText(u"id"));
    lane.name = fields.text(u"name");
    const auto stage = fields.word(u"stage", stageFrom, stageWords);
    if (!stage)
        fields.reportMissing(u"stage");
    lane.stage = stage.value_or(Stage::Frontstage);
    lane.position = fields.position(u"position");
    lane.roles = fields.ids<Role>(u"roles");
    lane.folded = fields.flag(u"folded");
    lane.curve = fields.word(u"curve", laneCurveFrom, laneCurveWords).value_or(LaneCurve::None);
    lane.unknown = fields.rest();
    m_builder.lanes.append(lane);
}

void ElementReader::readCard(JsonFields& fields)
{
    Card card;
    card.id = CardId(fields.requiredText(u"id"));
    card.lane = LaneId(fields.requiredText(u"lane"));
    card.firstStep = fields.id<Step>(u"step");
    card.lastStep = fields.id<Step>(u"to");
    card.position = fields.position(u"position");
    card.title = fields.text(u"title");
    card.kind = fields.word(u"kind", cardKindFrom, cardKindWords).value_or(CardKind::Action);
    card.roles = fields.ids<Role>(u"roles");
    card.isEnd = fields.flag(u"end");
    card.owner = fields.id<Department>(u"owner");
    card.note = fields.text(u"note");
    readRemarks(fields, card);
    card.waitEndsBy = fields.word(u"wait", waitEndFrom, waitEndWords).value_or(WaitEnd::Unspecified);
    card.waitDuration = fields.minutes(u"waitDuration");
    card.waitTimeout = fields.minutes(u"timeout");
    card.timeoutTo = fields.id<Card>(u"timeoutTo");
    readCosts(fields, card);
    card.gives = fields.ids<DataItem>(u"gives");
    card.asks = fields.ids<DataItem>(u"asks");
    card.recheck = fields.flag(u"recheck");
    card.recheckReason = fields.text(u"recheckReason");
    card.bill = fields.text(u"bill");
    card.about = fields.word(u"about", powerFrom, powerWords);
    card.unknown = fields.rest();
    m_builder.cards.append(std::move(card));
}

void ElementReader::readRemarks(JsonFields& fields, Card& card)
{
    card.status = fields.word(u"status", cardStatusFrom, cardStatusWords).value_or(CardStatus::Unstated);
    card.painPoints = fields.texts(u"painPoints");
    card.opportunities = fields.texts(u"opportunities");
    if (const JsonNode* list = fields.take(u"attachments")) {
        forEachObject(*list, fields.path() + u"/attachments"_s, fields.fault(), [&](JsonFields& attachment) {
            const QString name = attachment.text(u"name");
            card.attachments.append({name, attachment.requiredText(u"target")});
            attachment.refuseRest();
        });
    }
}

void ElementReader::readCosts(JsonFields& fields, Card& card)
{
    card.minutes = fields.minutes(u"minutes");
    card.worry = fields.integer(u"worry", 0, 3);
    card.effort = fields.integer(u"effort", 0, 3);
    card.money = fields.money(u"money");
    card.emotion = fields.integer(u"emotion", -2, 2);
}

void ElementReader::readConnection(JsonFields& fields)
{
    Connection connection;
    connection.id = ConnectionId(fields.requiredText(u"id"));
    connection.from = readEnd(fields, u"from");
    connection.to = readEnd(fields, u"to");
    connection.kind = fields.word(u"kind", connectionKindFrom, connectionKindWords).value_or(ConnectionKind::Auto);
    connection.request = fields.id<Request>(u"request");
    connection.carries = fields.ids<DataItem>(u"carries");
    connection.conditional = fields.flag(u"if");
    connection.label = fields.text(u"label");
    connection.answers = fields.id<Connection>(u"answers");
    connection.replyExpected = !fields.flag(u"noReply");
    connection.unknown = fields.rest();
    m_builder.connections.append(std::move(connection));
}

End ElementReader::readEnd(JsonFields& fields, QStringView name)
{
    const JsonNode* node = fields.take(name);
    if (!node) {
        fields.reportMissing(name);
        return {};
    }
    if (node->type == JsonNode::Type::Null)
        return {};
    if (node->isString() && !node->text.isEmpty())
        return CardId(node->text);
    if (!node->isObject()) {
        fields.report(Error::Code::Value, *node,
                      JsonFields::found(*node) +
                          u", expected the id of a card, {\"lane\": …}, {\"nearest\": …} or null"_s);
        return {};
    }
    JsonFields end(*node, m_json, fields.path() + u'/' + name.toString(), fields.fault());
    if (node->member(u"lane")) {
        const LaneId lane(end.text(u"lane"));
        if (lane.isEmpty())
            end.report(Error::Code::Value, *node->member(u"lane"), u"Found an empty text, expected the id of a lane"_s);
        end.refuseRest();
        return lane;
    }
    LooseEnd loose;
    loose.nearest = end.id<Card>(u"nearest");
    loose.distance = end.position(u"distance");
    end.refuseRest();
    return loose;
}

void ElementReader::readAcceptance(JsonFields& fields)
{
    Acceptance acceptance;
    acceptance.id = AcceptanceId(fields.requiredText(u"id"));
    acceptance.rule = fields.text(u"rule");
    acceptance.subject = fields.text(u"subject");
    acceptance.variant = fields.text(u"variant");
    acceptance.reason = fields.text(u"reason");
    acceptance.who = fields.text(u"who");
    acceptance.when = fields.date(u"when");
    acceptance.until = fields.date(u"until");
    acceptance.unknown = fields.rest();
    m_builder.acceptances.append(acceptance);
}

} // namespace throughline
