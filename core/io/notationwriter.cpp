// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationwriter.h"

#include "core/io/notationwords.h"
#include "core/model/queries.h"
#include "core/model/references.h"
#include "core/model/validation.h"
#include "core/model/words.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A value of a field: bare where the reader reads it back so, else quoted.
QString fieldValue(const QString& text)
{
    const bool bare = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || u"_-.:+>*/"_s.contains(c);
    });
    return bare ? text : quotedForNotation(text);
}

/// One statement, put together field by field; what is absent is left out.
class StatementLine
{
public:
    explicit StatementLine(const QString& keyword) : m_line(keyword) {}

    StatementLine& word(const QString& text)
    {
        m_line += u' ' + text;
        return *this;
    }
    /// The id, named where its text could be taken for an arrow.
    StatementLine& id(const QString& text) { return word(arrowFrom(text) ? u"id="_s + text : text); }
    StatementLine& field(QLatin1StringView key, const QString& text)
    {
        return text.isEmpty() ? *this : word(key + u'=' + fieldValue(text));
    }
    template <typename Element>
    StatementLine& field(QLatin1StringView key, const Id<Element>& id)
    {
        return field(key, id.value);
    }
    template <typename Element>
    StatementLine& field(QLatin1StringView key, const QList<Id<Element>>& ids)
    {
        QStringList list;
        for (const Id<Element>& id : ids)
            list.append(id.value);
        return list.isEmpty() ? *this : word(key + u'=' + list.join(u','));
    }
    StatementLine& field(QLatin1StringView key, const std::optional<int>& number)
    {
        return number ? word(key + u'=' + QString::number(*number)) : *this;
    }
    StatementLine& field(QLatin1StringView key, const std::optional<Minutes>& minutes)
    {
        return minutes ? word(key + u'=' + minutes->toString()) : *this;
    }
    StatementLine& field(QLatin1StringView key, const std::optional<Money>& money)
    {
        return money ? word(key + u'=' + money->toString()) : *this;
    }
    StatementLine& field(QLatin1StringView key, const QDate& date)
    {
        return date.isValid() ? word(key + u'=' + date.toString(Qt::ISODate)) : *this;
    }
    /// The same field once for each text, empty ones too.
    StatementLine& each(QLatin1StringView key, const QStringList& texts)
    {
        for (const QString& text : texts)
            word(key + u'=' + (text.isEmpty() ? u"\"\""_s : fieldValue(text)));
        return *this;
    }
    StatementLine& flag(QLatin1StringView name, bool set) { return set ? word(QString(name)) : *this; }
    StatementLine& name(const QString& text) { return text.isEmpty() ? *this : word(quotedForNotation(text)); }
    StatementLine& also(const UnknownMembers& unknown)
    {
        return unknown.isEmpty() ? *this : word(u"also="_s + quotedForNotation(jsonText(unknown)));
    }

    [[nodiscard]] static QString jsonText(const UnknownMembers& unknown)
    {
        return QString::fromUtf8(QJsonDocument(unknown).toJson(QJsonDocument::Compact));
    }
    [[nodiscard]] const QString& text() const { return m_line; }

private:
    QString m_line;
};

/// "name|target", or the target alone; a backslash or bar that belongs to the text stands behind a backslash.
QString attachmentText(const Attachment& attachment)
{
    const auto escaped = [](QString text) { return text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s); };
    const QString target = escaped(attachment.target);
    return attachment.name.isEmpty() ? target : escaped(attachment.name) + u'|' + target;
}

QString powersText(Powers powers)
{
    QStringList words;
    for (const Power power : allPowers()) {
        if (powers.testFlag(power))
            words.append(word(power));
    }
    return words.join(u',');
}

class NotationWriter
{
public:
    NotationWriter(const Blueprint& blueprint, NotationStyle style) : m_blueprint(blueprint), m_style(style) {}

    QList<NotationLine> run()
    {
        collectUses();
        writeHeader();
        writeDepartments();
        writeRoles();
        writeRequests();
        writeDataItems();
        writePhases();
        writeSteps();
        writeLanes();
        writeCards();
        writeConnections();
        writeAcceptances();
        return m_lines;
    }

private:
    void write(const ElementRef& element, const StatementLine& line)
    {
        m_lines.append({element, line.text(), m_startsPart && !m_lines.isEmpty()});
        m_startsPart = false;
    }
    template <typename Element>
    void write(const Id<Element>& id, const StatementLine& line)
    {
        write({kindOf<Element>(), id.value}, line);
    }
    void writeHeaderLine(const QString& name, const StatementLine& line)
    {
        write({ElementKind::Blueprint, name}, line);
    }
    /// Whether a place among its like has to be written: it is not what the order of the lines says.
    [[nodiscard]] bool saysPosition(int position, int index) const
    {
        return m_style == NotationStyle::File && position != index;
    }
    void startPart() { m_startsPart = true; }

    template <typename Element>
    void collectUsesOf(const Table<Element>& table)
    {
        for (const Element& element : table) {
            visitReferences(element, [this](const auto& id, QStringView) {
                using IdType = std::decay_t<decltype(id)>;
                if constexpr (std::is_same_v<IdType, RequestId>)
                    m_usedRequests.insert(id);
                else if constexpr (std::is_same_v<IdType, DataItemId>)
                    m_usedData.insert(id);
                else if constexpr (std::is_same_v<IdType, StepId>)
                    m_usedSteps.insert(id);
            });
        }
    }

    void collectUses()
    {
        collectUsesOf(m_blueprint.roles());
        collectUsesOf(m_blueprint.requests());
        collectUsesOf(m_blueprint.cards());
        collectUsesOf(m_blueprint.connections());
        for (const Card& card : m_blueprint.cards())
            m_startedSteps.insert(card.firstStep);
    }

    void writeHeader();
    void writeDepartments();
    void writeRoles();
    void writeRequests();
    void writeDataItems();
    void writePhases();
    void writeSteps();
    void writeLanes();
    void writeCards();
    void writeCard(const Card& card, int indexInCell);
    void writeConnections();
    void writeAcceptances();
    [[nodiscard]] QList<Card> cardsInOrder() const;
    [[nodiscard]] QString endText(const End& end) const;
    [[nodiscard]] std::optional<int> stepNumber(const StepId& id) const;

    const Blueprint& m_blueprint;
    NotationStyle m_style;
    QList<NotationLine> m_lines;
    bool m_startsPart = false;
    QSet<RequestId> m_usedRequests;
    QSet<DataItemId> m_usedData;
    QSet<StepId> m_usedSteps;
    QSet<StepId> m_startedSteps;
};

void NotationWriter::writeHeader()
{
    const Header& header = m_blueprint.header();
    for (const auto& [keyword, text] :
         {std::pair(u"title"_s, header.title), std::pair(u"scenario"_s, header.scenario),
          std::pair(u"persona"_s, header.persona), std::pair(u"currency"_s, header.currency)}) {
        if (!text.isEmpty())
            writeHeaderLine(keyword, StatementLine(keyword).name(text));
    }
    if (header.state != BlueprintState::AsIs)
        writeHeaderLine(u"state"_s, StatementLine(u"state"_s).word(word(header.state)));
    if (header.timeCeiling || header.worryCeiling || header.effortCeiling || header.moneyCeiling) {
        writeHeaderLine(u"ceiling"_s, StatementLine(u"ceiling"_s)
                                          .field("time"_L1, header.timeCeiling)
                                          .field("worry"_L1, header.worryCeiling)
                                          .field("effort"_L1, header.effortCeiling)
                                          .field("money"_L1, header.moneyCeiling));
    }
    for (auto rule = header.ruleSeverities.cbegin(); rule != header.ruleSeverities.cend(); ++rule) {
        const bool plain = isValidId(rule.key()) && !arrowFrom(rule.key());
        const QString name = plain ? rule.key() : u"rule="_s + quotedForNotation(rule.key());
        writeHeaderLine(u"severity "_s + rule.key(), StatementLine(u"severity"_s).word(name).word(word(rule.value())));
    }
    for (const SavedView& view : header.views) {
        writeHeaderLine(u"view "_s + view.name, StatementLine(u"view"_s)
                                                    .field("hide"_L1, view.filter.hiddenLanes)
                                                    .field("dept"_L1, view.filter.departments)
                                                    .field("role"_L1, view.filter.roles)
                                                    .field("phase"_L1, view.filter.phases)
                                                    .each("rule"_L1, view.filter.rules)
                                                    .flag("only"_L1, view.filter.hidesRest)
                                                    .word(quotedForNotation(view.name)));
    }
    if (!header.unknown.isEmpty())
        writeHeaderLine(u"also"_s, StatementLine(u"also"_s).name(StatementLine::jsonText(header.unknown)));
}

void NotationWriter::writeDepartments()
{
    startPart();
    for (const Department& department : m_blueprint.departments()) {
        StatementLine line(u"dept"_s);
        line.id(department.id.value).field("parent"_L1, department.parent).field("heads"_L1, department.heads);
        if (department.mandate)
            line.word(u"mandate="_s + powersText(department.mandate));
        write(department.id, line.name(department.name).also(department.unknown));
    }
}

QString capabilityText(const Capability& capability)
{
    QString text = capability.request.isEmpty() ? u"*"_s : capability.request.value;
    if (capability.ability == Capability::Ability::PassesOn)
        text += u':' + capability.passesTo.value;
    if (capability.takes)
        text += u'@' + capability.takes->toString();
    return text;
}

void NotationWriter::writeRoles()
{
    startPart();
    for (const Role& role : m_blueprint.roles()) {
        StatementLine line(u"role"_s);
        line.id(role.id.value).field("dept"_L1, role.department);
        if (role.kind != RoleKind::Human)
            line.field("kind"_L1, word(role.kind));
        for (qsizetype i = 0; i < role.capabilities.size();) {
            const Capability::Ability ability = role.capabilities[i].ability;
            QStringList items;
            for (; i < role.capabilities.size() && role.capabilities[i].ability == ability; ++i)
                items.append(capabilityText(role.capabilities[i]));
            line.word(word(ability) + u'=' + items.join(u','));
        }
        write(role.id, line.flag("complete"_L1, role.onlyThese).name(role.name).also(role.unknown));
    }
}

void NotationWriter::writeRequests()
{
    startPart();
    for (const Request& request : m_blueprint.requests()) {
        const bool bare = request.name.isEmpty() && request.livePhases.isEmpty() && request.needs.isEmpty() &&
                          request.unknown.isEmpty();
        if (bare && !request.catalogued && m_usedRequests.contains(request.id))
            continue;
        write(request.id, StatementLine(u"ask"_s)
                              .id(request.id.value)
                              .field("phases"_L1, request.livePhases)
                              .field("needs"_L1, request.needs)
                              .flag("drawn"_L1, !request.catalogued)
                              .name(request.name)
                              .also(request.unknown));
    }
}

void NotationWriter::writeDataItems()
{
    startPart();
    for (const DataItem& data : m_blueprint.dataItems()) {
        if (data.name.isEmpty() && !data.isVolatile && data.unknown.isEmpty() && m_usedData.contains(data.id))
            continue;
        write(data.id, StatementLine(u"data"_s)
                           .id(data.id.value)
                           .flag("volatile"_L1, data.isVolatile)
                           .name(data.name)
                           .also(data.unknown));
    }
}

void NotationWriter::writePhases()
{
    startPart();
    int index = 0;
    for (const Phase& phase : orderedPhases(m_blueprint)) {
        StatementLine line(u"phase"_s);
        line.id(phase.id.value).field("kind"_L1, word(phase.kind));
        if (saysPosition(phase.position, index++))
            line.field("position"_L1, std::optional(phase.position));
        write(phase.id, line.flag("folded"_L1, phase.folded).name(phase.name).also(phase.unknown));
    }
}

void NotationWriter::writeSteps()
{
    startPart();
    for (const Step& step : orderedSteps(m_blueprint)) {
        const QString number = QString::number(step.number);
        const bool hasOwnId = step.id.value != u's' + number;
        const bool cardsSayPhase = step.phase.isEmpty() || m_startedSteps.contains(step.id);
        if (!hasOwnId && cardsSayPhase && step.name.isEmpty() && step.unknown.isEmpty() &&
            m_usedSteps.contains(step.id))
            continue;
        StatementLine line(u"step"_s);
        line.word(number);
        if (hasOwnId)
            line.field("id"_L1, step.id);
        write(step.id, line.field("phase"_L1, step.phase).name(step.name).also(step.unknown));
    }
}

void NotationWriter::writeLanes()
{
    startPart();
    QHash<Stage, int> indexes;
    for (const Lane& lane : orderedLanes(m_blueprint)) {
        StatementLine line(u"lane"_s);
        line.id(lane.id.value).field("stage"_L1, word(lane.stage)).field("role"_L1, lane.roles);
        if (saysPosition(lane.position, indexes[lane.stage]++))
            line.field("position"_L1, std::optional(lane.position));
        write(
            lane.id,
            line.flag("folded"_L1, lane.folded).field("curve"_L1, word(lane.curve)).name(lane.name).also(lane.unknown));
    }
}

std::optional<int> NotationWriter::stepNumber(const StepId& id) const
{
    const Step* step = id.isEmpty() ? nullptr : m_blueprint.find(id);
    return step ? std::optional(step->number) : std::nullopt;
}

/// By lane, then step, then position, then id: the order in which the lines of a grid are read.
QList<Card> NotationWriter::cardsInOrder() const
{
    QHash<LaneId, int> laneIndexes;
    int next = 0;
    for (const Lane& lane : orderedLanes(m_blueprint))
        laneIndexes.insert(lane.id, next++);
    using Key = std::tuple<int, int, int>;
    QList<std::pair<Key, Card>> keyed;
    keyed.reserve(m_blueprint.cards().size());
    for (const Card& card : m_blueprint.cards())
        keyed.append({{laneIndexes.value(card.lane), stepNumber(card.firstStep).value_or(0), card.position}, card});
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& l, const auto& r) { return l.first < r.first; });
    QList<Card> cards;
    cards.reserve(keyed.size());
    for (const auto& [key, card] : std::as_const(keyed))
        cards.append(card);
    return cards;
}

void NotationWriter::writeCards()
{
    startPart();
    const Card* previous = nullptr;
    int index = 0;
    const QList<Card> cards = cardsInOrder();
    for (const Card& card : cards) {
        const bool sameCell = previous && previous->lane == card.lane && previous->firstStep == card.firstStep;
        if (previous && previous->lane != card.lane)
            startPart();
        index = sameCell ? index + 1 : 0;
        writeCard(card, index);
        previous = &card;
    }
}

void NotationWriter::writeCard(const Card& card, int indexInCell)
{
    StatementLine line(u"card"_s);
    line.id(card.id.value).field("lane"_L1, card.lane);
    line.field("step"_L1, stepNumber(card.firstStep)).field("to"_L1, stepNumber(card.lastStep));
    if (saysPosition(card.position, indexInCell))
        line.field("position"_L1, std::optional(card.position));
    if (!card.firstStep.isEmpty())
        line.field("phase"_L1, m_blueprint.find(card.firstStep)->phase);
    if (card.kind != CardKind::Action)
        line.field("kind"_L1, word(card.kind));
    line.field("role"_L1, card.roles).flag("end"_L1, card.isEnd).field("owner"_L1, card.owner);
    line.field("asks"_L1, card.asks).field("gives"_L1, card.gives);
    line.flag("reconfirm"_L1, card.recheck).field("reason"_L1, card.recheckReason).field("bill"_L1, card.bill);
    if (card.about)
        line.field("about"_L1, word(*card.about));
    line.field("wait"_L1, word(card.waitEndsBy)).field("dur"_L1, card.waitDuration);
    line.field("timeout"_L1, card.waitTimeout).field("timeoutto"_L1, card.timeoutTo);
    line.field("minutes"_L1, card.minutes).field("worry"_L1, card.worry).field("effort"_L1, card.effort);
    line.field("money"_L1, card.money).field("emotion"_L1, card.emotion).field("note"_L1, card.note);
    line.field("status"_L1, word(card.status)).each("pain"_L1, card.painPoints);
    line.each("opportunity"_L1, card.opportunities);
    for (const Attachment& attachment : card.attachments)
        line.field("attach"_L1, attachmentText(attachment));
    write(card.id, line.name(card.title).also(card.unknown));
}

QString NotationWriter::endText(const End& end) const
{
    if (const CardId* card = cardAt(end))
        return card->value;
    if (const LaneId* lane = laneAt(end))
        return m_blueprint.find(CardId(lane->value)) ? u"lane:"_s + lane->value : lane->value;
    const LooseEnd& loose = std::get<LooseEnd>(end);
    QString text = u'?' + loose.nearest.value;
    if (loose.distance != 0)
        text += u'@' + QString::number(loose.distance);
    return text;
}

void NotationWriter::writeConnections()
{
    startPart();
    int number = 0;
    for (const Connection& connection : m_blueprint.connections()) {
        StatementLine line(endText(connection.from));
        line.word(arrow(connection.kind)).word(endText(connection.to));
        const QString& request = connection.request.value;
        if (!request.isEmpty())
            line.word(request == u"if"_s || request == u"noreply"_s ? u"request="_s + request : request);
        QStringList carried;
        for (const DataItemId& data : connection.carries)
            carried.append(data.value);
        if (!carried.isEmpty())
            line.word(u'+' + carried.join(u','));
        line.flag("if"_L1, connection.conditional).flag("noreply"_L1, !connection.replyExpected);
        ++number;
        const bool isImplied = m_style == NotationStyle::File ? connection.id.value == u'e' + QString::number(number)
                                                              : isNumberedConnection(connection.id.value);
        if (!isImplied)
            line.field("id"_L1, connection.id);
        write(connection.id,
              line.field("answers"_L1, connection.answers).name(connection.label).also(connection.unknown));
    }
}

void NotationWriter::writeAcceptances()
{
    startPart();
    for (const Acceptance& acceptance : m_blueprint.acceptances()) {
        const auto isPlain = [](const QString& text) {
            return fieldValue(text) == text && !text.contains(u':') && !arrowFrom(text);
        };
        StatementLine line(u"accept"_s);
        if (isPlain(acceptance.rule) && isPlain(acceptance.subject)) {
            line.word(acceptance.rule).word(acceptance.subject);
        } else {
            line.word(u"rule="_s + fieldValue(acceptance.rule)).word(u"subject="_s + fieldValue(acceptance.subject));
        }
        line.field("variant"_L1, acceptance.variant).field("by"_L1, acceptance.who).field("on"_L1, acceptance.when);
        line.field("until"_L1, acceptance.until);
        if (acceptance.id.value != acceptanceIdFor(acceptance))
            line.word(u"id="_s + fieldValue(acceptance.id.value));
        write(acceptance.id, line.word(quotedForNotation(acceptance.reason)).also(acceptance.unknown));
    }
}

} // namespace

QList<NotationLine> notationLines(const Blueprint& blueprint, NotationStyle style)
{
    return NotationWriter(blueprint, style).run();
}

QByteArray writeNotation(const Blueprint& blueprint)
{
    QString text;
    for (const NotationLine& line : notationLines(blueprint, NotationStyle::File)) {
        if (line.startsPart)
            text += u'\n';
        text += line.text + u'\n';
    }
    return text.toUtf8();
}

} // namespace throughline
