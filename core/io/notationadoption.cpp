// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationadoption.h"

#include "core/io/notationreader.h"

#include <QSet>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A connection whose line names no id, or a line of the text before.
struct Candidate
{
    qsizetype line = 0;
    ConnectionId id;
    QString text;
    QString from;
    QString to;
    bool isTaken = false;
};

bool saysId(const QString& line)
{
    return line.contains("id="_L1) && fieldOf(wordsOf(line), u"id"_s);
}

/// Which connection of the document each numbered line is.
class ConnectionMatcher
{
public:
    ConnectionMatcher(const Blueprint& document, const QList<NotationSourceLine>& before,
                      const QList<NotationSourceLine>& lines)
        : m_document(document)
    {
        for (const NotationSourceLine& line : lines) {
            if (line.element.kind == ElementKind::Connection && saysId(line.text))
                m_said.insert(line.element.id);
        }
        const auto isOpen = [](const NotationSourceLine& line) { return line.element.kind == ElementKind::Connection; };
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (isOpen(lines[i]) && !saysId(lines[i].text))
                m_new.append(candidate(i, lines[i]));
        }
        for (qsizetype i = 0; i < before.size(); ++i) {
            const bool isThere = isOpen(before[i]) && document.find(ConnectionId(before[i].element.id));
            if (isThere && !m_said.contains(before[i].element.id))
                m_old.append(candidate(i, before[i]));
        }
        m_sameStart =
            std::mismatch(before.begin(), before.end(), lines.begin(), lines.end(), sameText).first - before.begin();
        m_shift = lines.size() - before.size();
        const auto mismatch = std::mismatch(before.rbegin(), before.rend(), lines.rbegin(), lines.rend(), sameText);
        m_sameEnd = before.size() - (mismatch.first - before.rbegin());
    }

    /// The ids as content calls them -> as the document does.
    QHash<ConnectionId, ConnectionId> match()
    {
        pair([this](const Candidate& was, const Candidate& is) {
            return was.text == is.text && ((was.line < m_sameStart && was.line == is.line) ||
                                           (was.line >= m_sameEnd && was.line + m_shift == is.line));
        });
        pair([](const Candidate& was, const Candidate& is) { return was.text == is.text; });
        pair([](const Candidate& was, const Candidate& is) { return was.from == is.from && was.to == is.to; });
        pair([](const Candidate& was, const Candidate& is) { return was.from == is.from || was.to == is.to; });
        nameTheRest();
        return m_ids;
    }

private:
    static bool sameText(const NotationSourceLine& left, const NotationSourceLine& right)
    {
        return left.text == right.text;
    }
    static Candidate candidate(qsizetype at, const NotationSourceLine& line)
    {
        const QList<NotationWord> words = wordsOf(line.text);
        return {at, ConnectionId(line.element.id), line.text, words.value(0).value, words.value(2).value};
    }

    /// Pairs the old and the new ones that are left and belong together, in the order of their lines.
    template <typename Belongs>
    void pair(Belongs belongs)
    {
        QHash<QString, QList<Candidate*>> byFrom;
        QHash<QString, QList<Candidate*>> byTo;
        for (Candidate& was : m_old) {
            if (was.isTaken)
                continue;
            byFrom[was.from].append(&was);
            byTo[was.to].append(&was);
        }
        for (Candidate& is : m_new) {
            if (is.isTaken)
                continue;
            for (const QList<Candidate*>& near : {byFrom.value(is.from), byTo.value(is.to)}) {
                const auto found = std::find_if(
                    near.begin(), near.end(), [&](const Candidate* was) { return !was->isTaken && belongs(*was, is); });
                if (found == near.end())
                    continue;
                (*found)->isTaken = true;
                is.isTaken = true;
                m_ids.insert(is.id, (*found)->id);
                break;
            }
        }
    }

    void nameTheRest()
    {
        QSet<QString> used = m_said;
        for (const ConnectionId& id : std::as_const(m_ids))
            used.insert(id.value);
        int next = 1;
        for (const Candidate& is : std::as_const(m_new)) {
            if (is.isTaken)
                continue;
            QString id = is.id.value;
            // An id of the document stays with the connection that had it, also when that one is gone.
            while (used.contains(id) || m_document.find(ConnectionId(id)))
                id = u'e' + QString::number(next++);
            used.insert(id);
            m_ids.insert(is.id, ConnectionId(id));
        }
    }

    const Blueprint& m_document;
    QSet<QString> m_said;
    QList<Candidate> m_new;
    QList<Candidate> m_old;
    qsizetype m_sameStart = 0; ///< lines before it are the same in both texts
    qsizetype m_sameEnd = 0;   ///< as are those of the text before from here on
    qsizetype m_shift = 0;
    QHash<ConnectionId, ConnectionId> m_ids;
};

/// The steps whose text says a number only -> as the document calls the step of that number.
QHash<StepId, StepId> matchSteps(const Blueprint& document, const NotationContent& content,
                                 const QList<NotationSourceLine>& lines)
{
    QSet<StepId> said;
    for (const NotationSourceLine& line : lines) {
        if (line.element.kind == ElementKind::Step && saysId(line.text))
            said.insert(StepId(line.element.id));
    }
    QHash<int, StepId> numbered;
    for (const Step& step : document.steps())
        numbered.insert(step.number, step.id);
    QHash<StepId, StepId> ids;
    for (const Step& step : content.blueprint.steps()) {
        const StepId known = numbered.value(step.number);
        if (!said.contains(step.id) && !known.isEmpty() && known != step.id && !content.blueprint.find(known))
            ids.insert(step.id, known);
    }
    return ids;
}

std::pair<QString, QString> groupOf(const Card& card)
{
    return {card.lane.value, card.firstStep.value};
}
int groupOf(const Lane& lane)
{
    return int(lane.stage);
}
int groupOf(const Phase&)
{
    return 0;
}

/// Places that the document has are kept in every group whose order they give as well.
template <typename Element>
void keepPositions(const Table<Element>& document, QList<Element>& elements)
{
    QHash<decltype(groupOf(std::declval<Element>())), QList<Element*>> groups;
    for (Element& element : elements)
        groups[groupOf(element)].append(&element);
    for (QList<Element*>& group : groups) {
        std::sort(group.begin(), group.end(), [](const Element* left, const Element* right) {
            return std::tie(left->position, left->id) < std::tie(right->position, right->id);
        });
        QList<int> positions;
        const Element* previous = nullptr;
        for (const Element* element : std::as_const(group)) {
            const Element* known = document.find(element->id);
            if (!known || groupOf(*known) != groupOf(*element))
                break;
            if (previous && std::tie(known->position, known->id) < std::tie(previous->position, previous->id))
                break;
            positions.append(known->position);
            previous = known;
        }
        for (qsizetype i = 0; positions.size() == group.size() && i < group.size(); ++i)
            group[i]->position = positions[i];
    }
}

template <typename Element>
QList<Element> listOf(const Table<Element>& table)
{
    return {table.begin(), table.end()};
}

void renameSteps(const QHash<StepId, StepId>& ids, BlueprintBuilder& builder)
{
    for (Step& step : builder.steps)
        step.id = ids.value(step.id, step.id);
    for (Card& card : builder.cards) {
        card.firstStep = ids.value(card.firstStep, card.firstStep);
        card.lastStep = ids.value(card.lastStep, card.lastStep);
    }
}

void renameConnections(const QHash<ConnectionId, ConnectionId>& ids, BlueprintBuilder& builder)
{
    for (Connection& connection : builder.connections) {
        connection.id = ids.value(connection.id, connection.id);
        connection.answers = ids.value(connection.answers, connection.answers);
    }
}

BlueprintBuilder builderFrom(const Blueprint& blueprint)
{
    BlueprintBuilder builder;
    builder.header = blueprint.header();
    builder.departments = listOf(blueprint.departments());
    builder.roles = listOf(blueprint.roles());
    builder.requests = listOf(blueprint.requests());
    builder.dataItems = listOf(blueprint.dataItems());
    builder.phases = listOf(blueprint.phases());
    builder.steps = listOf(blueprint.steps());
    builder.lanes = listOf(blueprint.lanes());
    builder.cards = listOf(blueprint.cards());
    builder.connections = listOf(blueprint.connections());
    builder.acceptances = listOf(blueprint.acceptances());
    return builder;
}

} // namespace

AdoptedNotation adopt(const Blueprint& document, const QList<NotationSourceLine>& before,
                      const NotationContent& content, const QList<NotationSourceLine>& lines)
{
    const QHash<StepId, StepId> steps = matchSteps(document, content, lines);
    const QHash<ConnectionId, ConnectionId> connections = ConnectionMatcher(document, before, lines).match();
    BlueprintBuilder builder = builderFrom(content.blueprint);
    renameSteps(steps, builder);
    renameConnections(connections, builder);
    keepPositions(document.phases(), builder.phases);
    keepPositions(document.lanes(), builder.lanes);
    keepPositions(document.cards(), builder.cards);
    AdoptedNotation adopted{content.blueprint, lines};
    const Result<Blueprint> built = std::move(builder).build();
    Q_ASSERT(built);
    if (!built)
        return adopted;
    adopted.blueprint = *built;
    for (NotationSourceLine& line : adopted.lines) {
        if (line.element.kind == ElementKind::Step)
            line.element.id = steps.value(StepId(line.element.id), StepId(line.element.id)).value;
        else if (line.element.kind == ElementKind::Connection)
            line.element.id = connections.value(ConnectionId(line.element.id), ConnectionId(line.element.id)).value;
    }
    return adopted;
}

} // namespace throughline
