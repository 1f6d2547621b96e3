// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationparser.h"

#include "core/io/notationwords.h"
#include "core/model/validation.h"
#include "core/model/words.h"

#include <limits>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxInt = std::numeric_limits<int>::max();
constexpr int MinInt = std::numeric_limits<int>::min();
constexpr int MaxStep = 1'000'000;

QString nameText()
{
    return u"a quoted name"_s;
}

} // namespace

NotationParser::Statement NotationParser::statementFor(QStringView keyword)
{
    static const QMap<QString, Statement> statements = {
        {u"title"_s, &NotationParser::addTitle},       {u"scenario"_s, &NotationParser::addScenario},
        {u"persona"_s, &NotationParser::addPersona},   {u"state"_s, &NotationParser::addState},
        {u"currency"_s, &NotationParser::addCurrency}, {u"ceiling"_s, &NotationParser::addCeiling},
        {u"severity"_s, &NotationParser::addSeverity}, {u"also"_s, &NotationParser::addAlso},
        {u"dept"_s, &NotationParser::addDepartment},   {u"role"_s, &NotationParser::addRole},
        {u"ask"_s, &NotationParser::addRequest},       {u"data"_s, &NotationParser::addDataItem},
        {u"phase"_s, &NotationParser::addPhase},       {u"step"_s, &NotationParser::addStep},
        {u"lane"_s, &NotationParser::addLane},         {u"card"_s, &NotationParser::addCard},
        {u"accept"_s, &NotationParser::addAcceptance}, {u"view"_s, &NotationParser::addView},
    };
    return statements.value(keyword.toString(), nullptr);
}

void NotationParser::addStatement(const QList<NotationWord>& words)
{
    if (const std::optional<ConnectionKind> kind = connectionOperator(words)) {
        addConnection(words, *kind);
        return;
    }
    const NotationWord& first = words.first();
    const Statement statement = first.quoted || !first.key.isEmpty() ? nullptr : statementFor(first.value);
    if (!statement) {
        const QString found = first.key.isEmpty() ? first.value : first.key + u'=' + first.value;
        m_faults.report(
            Error::Code::Syntax, first.offset,
            foundText(found) +
                u", expected title, scenario, persona, state, currency, ceiling, severity, dept, role, ask, "
                "data, phase, step, lane, card, view, accept or a connection such as a -> b"_s);
        return;
    }
    NotationFields fields(words, 1, m_faults);
    (this->*statement)(fields);
    fields.finish();
}

void NotationParser::once(NotationFields& fields, const QString& keyword)
{
    if (m_headerLines.contains(keyword))
        m_faults.report(Error::Code::Duplicate, fields.offset(), u"Found a second %1, expected one"_s.arg(keyword));
    m_headerLines.insert(keyword, fields.offset());
}

void NotationParser::addTitle(NotationFields& fields)
{
    once(fields, u"title"_s);
    m_builder.header.title = fields.requiredText(u"a quoted title"_s);
}

void NotationParser::addScenario(NotationFields& fields)
{
    once(fields, u"scenario"_s);
    m_builder.header.scenario = fields.requiredText(u"a quoted scenario"_s);
}

void NotationParser::addPersona(NotationFields& fields)
{
    once(fields, u"persona"_s);
    m_builder.header.persona = fields.requiredText(u"a quoted persona"_s);
}

void NotationParser::addState(NotationFields& fields)
{
    once(fields, u"state"_s);
    const NotationItem item = fields.positional(u"asis or tobe"_s);
    if (const auto state = blueprintStateFrom(item.text))
        m_builder.header.state = *state;
    else
        m_faults.report(Error::Code::Value, item.offset, foundText(item.text) + u", expected asis or tobe"_s);
}

void NotationParser::addCurrency(NotationFields& fields)
{
    once(fields, u"currency"_s);
    m_builder.header.currency = fields.requiredText(u"a quoted currency"_s);
}

void NotationParser::addCeiling(NotationFields& fields)
{
    once(fields, u"ceiling"_s);
    m_builder.header.timeCeiling = fields.minutes(u"time"_s);
    m_builder.header.worryCeiling = fields.integer(u"worry"_s, 0, 3);
    m_builder.header.effortCeiling = fields.integer(u"effort"_s, 0, 3);
    m_builder.header.moneyCeiling = fields.money(u"money"_s);
}

void NotationParser::addSeverity(NotationFields& fields)
{
    const NotationWord* quoted = fields.field(u"rule"_s);
    const QString rule = quoted ? quoted->value : fields.positional(u"the id of a rule"_s).text;
    const NotationItem level = fields.positional(severityWords().join(u", "_s));
    const auto severity = severityFrom(level.text);
    if (!severity) {
        m_faults.report(Error::Code::Value, level.offset,
                        foundText(level.text) + u", expected one of: "_s + severityWords().join(u", "_s));
        return;
    }
    if (m_builder.header.ruleSeverities.contains(rule)) {
        m_faults.report(Error::Code::Duplicate, fields.offset(),
                        u"Found a second severity for rule \"%1\", expected one"_s.arg(rule));
    }
    m_builder.header.ruleSeverities.insert(rule, *severity);
}

void NotationParser::addView(NotationFields& fields)
{
    SavedView view;
    view.filter.hiddenLanes = idList<Lane>(fields, u"hide"_s);
    view.filter.departments = idList<Department>(fields, u"dept"_s);
    view.filter.roles = idList<Role>(fields, u"role"_s);
    view.filter.phases = idList<Phase>(fields, u"phase"_s);
    view.filter.rules = texts(fields, u"rule"_s);
    view.filter.hidesRest = fields.flag(u"only"_s);
    view.name = fields.requiredText(u"a quoted name"_s);
    m_builder.header.views.append(view);
}

void NotationParser::addAlso(NotationFields& fields)
{
    once(fields, u"also"_s);
    m_builder.header.unknown =
        fields.unknownMembersFrom(fields.requiredText(u"a quoted JSON object"_s), ElementKind::Blueprint);
}

QStringList NotationParser::texts(NotationFields& fields, const QString& key)
{
    QStringList texts;
    for (const NotationWord* word : fields.fields({key}))
        texts.append(word->value);
    return texts;
}

/// Ids of elements that need not exist.
template <typename Element>
QList<Id<Element>> NotationParser::idList(NotationFields& fields, const QString& key)
{
    QList<Id<Element>> ids;
    for (const NotationItem& item : fields.list(key))
        ids.append(Id<Element>(item.text));
    return ids;
}

Powers NotationParser::powers(NotationFields& fields, const QString& key)
{
    Powers powers;
    for (const NotationItem& item : fields.list(key)) {
        if (const auto power = powerFrom(item.text))
            powers |= *power;
        else
            m_faults.report(Error::Code::Value, item.offset,
                            foundText(item.text) + u", expected one of: "_s + powerWords().join(u", "_s));
    }
    return powers;
}

void NotationParser::addDepartment(NotationFields& fields)
{
    Department department;
    const NotationItem id = fields.id(u"the id of a department"_s);
    department.id = DepartmentId(id.text);
    declare(ElementKind::Department, id);
    department.parent = referField<Department>(fields, u"parent"_s);
    department.heads = fields.integer(u"heads"_s, 0, MaxInt);
    department.mandate = powers(fields, u"mandate"_s);
    department.name = fields.quotedText(nameText());
    department.unknown = fields.unknownMembers(ElementKind::Department);
    m_builder.departments.append(department);
}

void NotationParser::addRole(NotationFields& fields)
{
    Role role;
    const NotationItem id = fields.id(u"the id of a role"_s);
    role.id = RoleId(id.text);
    declare(ElementKind::Role, id);
    role.department = referField<Department>(fields, u"dept"_s);
    role.kind = fields.word(u"kind"_s, roleKindFrom, roleKindWords).value_or(RoleKind::Human);
    for (const NotationWord* word : fields.fields({u"fulfils"_s, u"passes"_s, u"refuses"_s})) {
        for (const NotationItem& item : fields.items(*word))
            readCapability(*word, item, role);
    }
    role.onlyThese = fields.flag(u"complete"_s);
    role.name = fields.quotedText(nameText());
    role.unknown = fields.unknownMembers(ElementKind::Role);
    m_builder.roles.append(role);
}

void NotationParser::readCapability(const NotationWord& field, const NotationItem& item, Role& role)
{
    Capability capability;
    capability.ability = *abilityFrom(field.key);
    const qsizetype at = item.text.indexOf(u'@');
    const QString what = at < 0 ? item.text : item.text.first(at);
    if (at >= 0) {
        const Result<Minutes> takes = Minutes::from(QStringView(item.text).sliced(at + 1));
        if (takes)
            capability.takes = *takes;
        else
            m_faults.report(Error::Code::Value, item.offset + at + 1,
                            foundText(item.text.sliced(at + 1)) + u", expected a number of minutes after @"_s);
    }
    const bool passes = capability.ability == Capability::Ability::PassesOn;
    const qsizetype colon = what.indexOf(u':');
    if (passes != (colon >= 0)) {
        m_faults.report(Error::Code::Syntax, item.offset,
                        foundText(item.text) +
                            (passes ? u", expected REQUEST:ROLE or *:ROLE"_s : u", expected the id of a request"_s));
        return;
    }
    const QString request = passes ? what.first(colon) : what;
    if (passes)
        capability.passesTo = refer<Role>({what.sliced(colon + 1), item.offset + colon + 1});
    if (!passes || request != u"*"_s)
        capability.request = refer<Request>({request, item.offset});
    role.capabilities.append(capability);
}

void NotationParser::addRequest(NotationFields& fields)
{
    Request request;
    const NotationItem id = fields.id(u"the id of a request"_s);
    request.id = RequestId(id.text);
    declare(ElementKind::Request, id);
    request.livePhases = referList<Phase>(fields, u"phases"_s);
    request.needs = referList<DataItem>(fields, u"needs"_s);
    request.catalogued = !fields.flag(u"drawn"_s);
    request.name = fields.quotedText(nameText());
    request.unknown = fields.unknownMembers(ElementKind::Request);
    m_builder.requests.append(request);
}

void NotationParser::addDataItem(NotationFields& fields)
{
    DataItem data;
    const NotationItem id = fields.id(u"the id of a data item"_s);
    data.id = DataItemId(id.text);
    declare(ElementKind::DataItem, id);
    data.isVolatile = fields.flag(u"volatile"_s);
    data.name = fields.quotedText(nameText());
    data.unknown = fields.unknownMembers(ElementKind::DataItem);
    m_builder.dataItems.append(data);
}

void NotationParser::addPhase(NotationFields& fields)
{
    Phase phase;
    const NotationItem id = fields.id(u"the id of a phase"_s);
    phase.id = PhaseId(id.text);
    declare(ElementKind::Phase, id);
    phase.kind = fields.word(u"kind"_s, phaseKindFrom, phaseKindWords).value_or(PhaseKind::Unspecified);
    phase.position = fields.integer(u"position"_s, MinInt, MaxInt).value_or(int(m_builder.phases.size()));
    phase.folded = fields.flag(u"folded"_s);
    phase.name = fields.quotedText(nameText());
    phase.unknown = fields.unknownMembers(ElementKind::Phase);
    m_builder.phases.append(phase);
}

void NotationParser::addStep(NotationFields& fields)
{
    const NotationItem number = fields.positional(u"the number of a step"_s);
    bool isNumber = false;
    const int value = number.text.toInt(&isNumber);
    if (!isNumber || value < 1 || value > MaxStep) {
        m_faults.report(Error::Code::Value, number.offset,
                        foundText(number.text) + u", expected the number of a step, 1 to %1"_s.arg(MaxStep));
        return;
    }
    StepDraft& draft = useStep(value, number.offset);
    if (draft.declared)
        m_faults.report(Error::Code::Duplicate, number.offset,
                        u"Found step %1 a second time, expected it once"_s.arg(value));
    draft.declared = true;
    draft.offset = number.offset;
    if (const NotationWord* id = fields.field(u"id"_s))
        draft.step.id = StepId(id->value);
    if (const NotationWord* phase = fields.field(u"phase"_s))
        setStepPhase(draft, {phase->value, phase->valueOffset});
    draft.step.name = fields.quotedText(nameText());
    draft.step.unknown = fields.unknownMembers(ElementKind::Step);
}

void NotationParser::addLane(NotationFields& fields)
{
    Lane lane;
    const NotationItem id = fields.id(u"the id of a lane"_s);
    lane.id = LaneId(id.text);
    declare(ElementKind::Lane, id);
    lane.stage = fields.word(u"stage"_s, stageFrom, stageWords).value_or(Stage::Frontstage);
    lane.position = fields.integer(u"position"_s, MinInt, MaxInt).value_or(m_lanesOfStage[lane.stage]);
    ++m_lanesOfStage[lane.stage];
    lane.roles = referList<Role>(fields, u"role"_s);
    lane.folded = fields.flag(u"folded"_s);
    lane.curve = fields.word(u"curve"_s, laneCurveFrom, laneCurveWords).value_or(LaneCurve::None);
    lane.name = fields.quotedText(nameText());
    lane.unknown = fields.unknownMembers(ElementKind::Lane);
    m_builder.lanes.append(lane);
}

void NotationParser::addCard(NotationFields& fields)
{
    Card card;
    const NotationItem id = fields.id(u"the id of a card"_s);
    card.id = CardId(id.text);
    declare(ElementKind::Card, id);
    readPlacing(fields, card);
    card.kind = fields.word(u"kind"_s, cardKindFrom, cardKindWords).value_or(CardKind::Action);
    card.roles = referList<Role>(fields, u"role"_s);
    card.isEnd = fields.flag(u"end"_s);
    card.owner = referField<Department>(fields, u"owner"_s);
    card.asks = referList<DataItem>(fields, u"asks"_s);
    card.gives = referList<DataItem>(fields, u"gives"_s);
    card.recheck = fields.flag(u"reconfirm"_s);
    card.recheckReason = fields.text(u"reason"_s);
    card.bill = fields.text(u"bill"_s);
    card.about = fields.word(u"about"_s, powerFrom, powerWords);
    readWait(fields, card);
    readCosts(fields, card);
    card.note = fields.text(u"note"_s);
    card.status = fields.word(u"status"_s, cardStatusFrom, cardStatusWords).value_or(CardStatus::Unstated);
    card.painPoints = texts(fields, u"pain"_s);
    card.opportunities = texts(fields, u"opportunity"_s);
    for (const NotationWord* word : fields.fields({u"attach"_s}))
        card.attachments.append(attachmentFrom(*word));
    card.title = fields.quotedText(u"a quoted title"_s);
    card.unknown = fields.unknownMembers(ElementKind::Card);
    m_builder.cards.append(card);
}

void NotationParser::readPlacing(NotationFields& fields, Card& card)
{
    if (const NotationWord* lane = fields.field(u"lane"_s)) {
        card.lane = refer<Lane>({lane->value, lane->valueOffset});
    } else {
        m_faults.report(Error::Code::Syntax, fields.offset(),
                        u"Found card \"%1\" without a lane, expected lane="_s.arg(card.id.value));
    }
    CardSteps steps;
    steps.first = fields.integer(u"step"_s, 0, MaxStep).value_or(0);
    steps.last = fields.integer(u"to"_s, 0, MaxStep).value_or(0);
    const NotationWord* phase = fields.field(u"phase"_s);
    const NotationItem phaseItem = phase ? NotationItem{phase->value, phase->valueOffset} : NotationItem{};
    if (steps.first > 0) {
        StepDraft& draft = useStep(steps.first, fields.offset());
        if (phase)
            setStepPhase(draft, phaseItem);
    } else if (phase) {
        (void)refer<Phase>(phaseItem); // an unplaced card is in no phase, but the phase has to exist
    }
    if (steps.last > 0)
        useStep(steps.last, fields.offset());
    if (steps.last > 0 && steps.last < steps.first) {
        m_faults.report(
            Error::Code::Value, fields.offset(),
            u"Found to=%1 on a card that starts in step %2, expected a step that is not earlier"_s.arg(steps.last)
                .arg(steps.first));
    }
    if (steps.last > 0 && steps.first == 0)
        m_faults.report(Error::Code::Value, fields.offset(), u"Found to= without step=, expected both"_s);
    m_cardSteps.append(steps);
    int& next = m_cardsOfCell[{card.lane.value, steps.first}];
    card.position = fields.integer(u"position"_s, MinInt, MaxInt).value_or(next);
    ++next;
}

/// "name|target" or a target alone, where a backslash takes the next character as it is.
Attachment NotationParser::attachmentFrom(const NotationWord& word)
{
    Attachment attachment;
    bool taken = false;
    for (const QChar c : word.value) {
        if (!taken && c == u'\\') {
            taken = true;
            continue;
        }
        if (!taken && c == u'|' && attachment.name.isEmpty())
            std::swap(attachment.name, attachment.target);
        else
            attachment.target += c;
        taken = false;
    }
    if (attachment.target.isEmpty())
        m_faults.report(Error::Code::Value, word.offset, u"Found an empty attach=, expected a file or an address"_s);
    return attachment;
}

void NotationParser::readWait(NotationFields& fields, Card& card)
{
    card.waitEndsBy = fields.word(u"wait"_s, waitEndFrom, waitEndWords).value_or(WaitEnd::Unspecified);
    card.waitDuration = fields.minutes(u"dur"_s);
    card.waitTimeout = fields.minutes(u"timeout"_s);
    card.timeoutTo = referField<Card>(fields, u"timeoutto"_s);
}

void NotationParser::readCosts(NotationFields& fields, Card& card)
{
    card.minutes = fields.minutes(u"minutes"_s);
    card.worry = fields.integer(u"worry"_s, 0, 3);
    card.effort = fields.integer(u"effort"_s, 0, 3);
    card.money = fields.money(u"money"_s);
    card.emotion = fields.integer(u"emotion"_s, -2, 2);
}

void NotationParser::addAcceptance(NotationFields& fields)
{
    Acceptance acceptance;
    const NotationWord* rule = fields.field(u"rule"_s);
    const NotationWord* subject = fields.field(u"subject"_s);
    const NotationWord* variant = fields.field(u"variant"_s);
    acceptance.rule = rule ? rule->value : fields.positional(u"the id of a rule"_s).text;
    acceptance.subject = subject ? subject->value : fields.positional(u"what is accepted, e.g. a card"_s).text;
    if (variant) {
        acceptance.variant = variant->value;
    } else if (const qsizetype colon = subject ? -1 : acceptance.subject.indexOf(u':'); colon >= 0) {
        acceptance.variant = acceptance.subject.sliced(colon + 1);
        acceptance.subject.truncate(colon);
    }
    acceptance.who = fields.text(u"by"_s);
    acceptance.when = fields.date(u"on"_s);
    acceptance.until = fields.date(u"until"_s);
    const NotationWord* id = fields.field(u"id"_s);
    acceptance.id = AcceptanceId(id ? id->value : acceptanceIdFor(acceptance));
    declare(ElementKind::Acceptance, {acceptance.id.value, fields.offset()});
    acceptance.reason = fields.requiredText(u"a quoted reason"_s);
    acceptance.unknown = fields.unknownMembers(ElementKind::Acceptance);
    m_builder.acceptances.append(acceptance);
}

void NotationParser::addConnection(const QList<NotationWord>& words, ConnectionKind kind)
{
    NotationFields fields(words, 0, m_faults);
    Connection connection;
    connection.kind = kind;
    ConnectionEnds ends;
    ends.from = fields.positional(u"a card or a lane"_s);
    (void)fields.positional(u"an arrow"_s);
    ends.to = fields.positional(u"a card or a lane"_s);
    const NotationWord* id = fields.field(u"id"_s);
    const NotationItem idItem =
        id ? NotationItem{id->value, id->valueOffset}
           : NotationItem{u'e' + QString::number(m_builder.connections.size() + 1), fields.offset()};
    connection.id = ConnectionId(idItem.text);
    declare(ElementKind::Connection, idItem);
    for (const NotationItem& carried :
         fields.bareWords([](QStringView text) { return text.startsWith(u'+'); }, u"+data"_s)) {
        for (const NotationItem& item : splitList({carried.text.sliced(1), carried.offset + 1}))
            connection.carries.append(refer<DataItem>(item));
    }
    connection.conditional = fields.flag(u"if"_s);
    connection.replyExpected = !fields.flag(u"noreply"_s);
    connection.answers = referField<Connection>(fields, u"answers"_s);
    connection.request = referField<Request>(fields, u"request"_s);
    const auto bare = fields.bareWords([](QStringView text) { return isValidId(text); }, u"the id of a request"_s);
    if (bare.size() > 1 || (!bare.isEmpty() && !connection.request.isEmpty())) {
        m_faults.report(Error::Code::Syntax, bare.last().offset,
                        foundText(bare.last().text) + u", expected one request on a connection"_s);
    } else if (!bare.isEmpty()) {
        connection.request = refer<Request>(bare.first());
    }
    connection.label = fields.quotedText(u"a quoted label"_s);
    connection.unknown = fields.unknownMembers(ElementKind::Connection);
    fields.finish();
    m_builder.connections.append(connection);
    m_connectionEnds.append(ends);
}

NotationParser::StepDraft& NotationParser::useStep(int number, qsizetype offset)
{
    StepDraft& draft = m_steps[number];
    if (draft.step.number == 0) {
        draft.step.number = number;
        draft.step.id = StepId(u's' + QString::number(number));
        draft.offset = offset;
    }
    return draft;
}

void NotationParser::setStepPhase(StepDraft& draft, const NotationItem& phase)
{
    const PhaseId id = refer<Phase>(phase);
    if (!draft.step.phase.isEmpty() && draft.step.phase != id) {
        m_faults.report(Error::Code::Value, phase.offset,
                        u"Found phase \"%1\" for step %2, expected \"%3\" as on an earlier line"_s.arg(id.value)
                            .arg(draft.step.number)
                            .arg(draft.step.phase.value));
    }
    draft.step.phase = id;
}

void NotationParser::declare(ElementKind kind, const NotationItem& id)
{
    const ElementRef element{kind, id.text};
    if (m_declared.contains(element)) {
        m_faults.report(Error::Code::Duplicate, id.offset,
                        u"Found \"%1\" a second time in %2, expected a new id"_s.arg(id.text, tableName(kind)));
    }
    m_declared.insert(element, id.offset);
}

template <typename Element>
Id<Element> NotationParser::refer(const NotationItem& item)
{
    m_references.append({{kindOf<Element>(), item.text}, item.offset});
    return Id<Element>(item.text);
}

template <typename Element>
Id<Element> NotationParser::referField(NotationFields& fields, const QString& key)
{
    const NotationWord* word = fields.field(key);
    return word ? refer<Element>({word->value, word->valueOffset}) : Id<Element>();
}

template <typename Element>
QList<Id<Element>> NotationParser::referList(NotationFields& fields, const QString& key)
{
    QList<Id<Element>> ids;
    for (const NotationItem& item : fields.list(key))
        ids.append(refer<Element>(item));
    return ids;
}

} // namespace throughline
