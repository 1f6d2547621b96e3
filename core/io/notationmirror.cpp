// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationmirror.h"

#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"
#include "core/model/queries.h"
#include "core/model/validation.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <utility>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxRemembered = 20'000;

QHash<ElementRef, QString> writtenOf(const QList<NotationLine>& lines)
{
    QHash<ElementRef, QString> written;
    written.reserve(lines.size());
    for (const NotationLine& line : lines)
        written.insert(line.element, line.text);
    return written;
}

template <typename Element>
bool isSame(const Blueprint& left, const Blueprint& right, const QString& id)
{
    const Element* one = left.find(Id<Element>(id));
    const Element* other = right.find(Id<Element>(id));
    return one && other && *one == *other;
}

/// Whether both hold the element, and the same.
bool holdSame(const Blueprint& left, const Blueprint& right, const ElementRef& element)
{
    switch (element.kind) {
    case ElementKind::Blueprint:
        return left.header() == right.header();
    case ElementKind::Department:
        return isSame<Department>(left, right, element.id);
    case ElementKind::Role:
        return isSame<Role>(left, right, element.id);
    case ElementKind::Request:
        return isSame<Request>(left, right, element.id);
    case ElementKind::DataItem:
        return isSame<DataItem>(left, right, element.id);
    case ElementKind::Phase:
        return isSame<Phase>(left, right, element.id);
    case ElementKind::Step:
        return isSame<Step>(left, right, element.id);
    case ElementKind::Lane:
        return isSame<Lane>(left, right, element.id);
    case ElementKind::Card:
        return isSame<Card>(left, right, element.id);
    case ElementKind::Connection:
        return isSame<Connection>(left, right, element.id);
    case ElementKind::Acceptance:
        return isSame<Acceptance>(left, right, element.id);
    }
    return false;
}

} // namespace

/// One step of a mirror from a document to the next.
class MirrorUpdate
{
public:
    MirrorUpdate(NotationMirror& mirror, const Blueprint& document)
        : m_mirror(mirror),
          m_before(mirror.m_document),
          m_now(document),
          m_target(notationLines(document, NotationStyle::BesideDrawing)),
          m_written(writtenOf(m_target)),
          m_lines(mirror.m_lines)
    {
    }

    void run()
    {
        rewrite();
        insert();
        order(m_now.phases(), [](const Phase&) { return 0; });
        order(m_now.lanes(), [](const Lane& lane) { return int(lane.stage); });
        order(m_now.cards(), [](const Card& card) { return std::pair(card.lane, card.firstStep); });
        sayIds();
        m_mirror.m_document = m_now;
        m_mirror.m_written = m_written;
        m_mirror.setLines(m_lines);
    }

private:
    /// Where lines are put in: at the line of that index, or behind it; what came there first stands first.
    using Spots = QMap<qsizetype, QList<NotationSourceLine>>;
    struct Spot
    {
        Spots* spots = nullptr;
        qsizetype line = 0;
    };

    /// Takes out the lines of what is gone, and of two empty lines that meet there one, and writes those of what
    /// changed.
    void rewrite()
    {
        QList<NotationSourceLine> kept;
        kept.reserve(m_lines.size());
        bool closesGap = false;
        for (NotationSourceLine& line : m_lines) {
            if (std::exchange(closesGap, false) && line.text.isEmpty())
                continue;
            const bool isWritten = m_written.contains(line.element);
            if (!line.isStatement() || (!isWritten && holdSame(m_before, m_now, line.element))) {
                kept.append(line);
                continue;
            }
            const QString now = m_written.value(line.element);
            const QString was = m_mirror.m_written.value(line.element);
            if (now != was)
                remember(line, was);
            if (!isWritten) {
                closesGap = !kept.isEmpty() && kept.last().text.isEmpty();
                continue;
            }
            if (now != was)
                line.text = inPlaceOf(line, now);
            kept.append(line);
        }
        m_lines = kept;
    }

    void remember(const NotationSourceLine& line, const QString& written)
    {
        if (line.text == written || !saysTheSame(line.text, written))
            return;
        if (m_mirror.m_hands.size() >= MaxRemembered)
            m_mirror.m_hands.clear();
        m_mirror.m_hands.insert({line.element, written}, line.text);
    }
    [[nodiscard]] QString inHand(const ElementRef& element, const QString& written) const
    {
        return m_mirror.m_hands.value({element, written}, written);
    }
    [[nodiscard]] QString inPlaceOf(const NotationSourceLine& line, const QString& written) const
    {
        const QString own = inHand(line.element, written);
        if (own != written)
            return own;
        const NotationLineParts parts = partsOf(line.text);
        return parts.indent + written + parts.tail;
    }

    /// Puts in the lines of what is new, each beside its like.
    void insert()
    {
        QHash<ElementRef, qsizetype> at;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].isStatement())
                at.insert(m_lines[i].element, i);
        }
        QHash<ElementRef, Spot> spots;
        Spots before;
        Spots behind;
        for (qsizetype i = 0; i < m_target.size(); ++i) {
            const NotationLine& line = m_target[i];
            // A line that the person took out although nothing changed stays out.
            if (at.contains(line.element) || m_mirror.m_written.value(line.element) == line.text)
                continue;
            const NotationSourceLine added{inHand(line.element, line.text), line.element};
            spots.insert(line.element, put(i, added, at, spots, before, behind));
        }
        if (!spots.isEmpty())
            weave(before, behind);
    }

    Spot put(qsizetype index, const NotationSourceLine& added, const QHash<ElementRef, qsizetype>& at,
             const QHash<ElementRef, Spot>& spots, Spots& before, Spots& behind)
    {
        const auto isLike = [&](qsizetype i) { return m_target[i].element.kind == added.element.kind; };
        qsizetype previous = index - 1;
        while (previous >= 0 && isLike(previous) && !at.contains(m_target[previous].element) &&
               !spots.contains(m_target[previous].element))
            --previous;
        const bool hasPrevious = previous >= 0 && isLike(previous);
        qsizetype next = index + 1;
        while (next < m_target.size() && isLike(next) && !at.contains(m_target[next].element))
            ++next;
        const bool hasNext = next < m_target.size() && isLike(next);
        if (hasNext && (!hasPrevious || (!isNear(previous, index) && isNear(next, index)))) {
            const qsizetype line = at.value(m_target[next].element);
            before[line].append(added);
            return {&before, line};
        }
        if (hasPrevious) {
            const ElementRef& like = m_target[previous].element;
            const Spot spot = at.contains(like) ? Spot{&behind, at.value(like)} : spots.value(like);
            QList<NotationSourceLine>& lines = (*spot.spots)[spot.line];
            if (!isNear(previous, index))
                lines.append(NotationSourceLine{});
            lines.append(added);
            return spot;
        }
        return putBetweenParts(added, before, behind);
    }

    /// Cards of one lane stand together.
    [[nodiscard]] bool isNear(qsizetype left, qsizetype right) const
    {
        const Card* one = m_now.find(CardId(m_target[left].element.id));
        const Card* other = m_now.find(CardId(m_target[right].element.id));
        return m_target[left].element.kind != ElementKind::Card || !one || !other || one->lane == other->lane;
    }

    /// The first of its kind: behind what is written before it, else in front of what is written after it.
    Spot putBetweenParts(const NotationSourceLine& added, Spots& before, Spots& behind)
    {
        qsizetype last = -1;
        qsizetype first = -1;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (!m_lines[i].isStatement())
                continue;
            if (m_lines[i].element.kind < added.element.kind)
                last = i;
            else if (first < 0)
                first = i;
        }
        if (last >= 0) {
            behind[last] += {NotationSourceLine{}, added};
            return {&behind, last};
        }
        if (first < 0) {
            const qsizetype end = std::max<qsizetype>(0, m_lines.size() - 1);
            before[end].append(added);
            return {&before, end};
        }
        while (first > 0 && !m_lines[first - 1].text.isEmpty())
            --first;
        before[first] += {added, NotationSourceLine{}};
        return {&before, first};
    }

    void weave(const Spots& before, const Spots& behind)
    {
        QList<NotationSourceLine> woven;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            woven += before.value(i);
            woven += m_lines[i];
            woven += behind.value(i);
        }
        if (m_lines.isEmpty())
            woven = before.value(0) + QList<NotationSourceLine>{{}};
        m_lines = woven;
    }

    /// Has the lines of equals (the cards of a cell, the lanes of a stage) stand in the order of the document: they
    /// change places among themselves where they do not.
    template <typename Element, typename Group>
    void order(const Table<Element>& table, Group groupOf)
    {
        using Key = std::decay_t<decltype(groupOf(std::declval<Element>()))>;
        struct Member
        {
            qsizetype line = 0;
            int place = 0; ///< as the text says
            const Element* element = nullptr;
        };
        QHash<Key, QList<Member>> groups;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            const Element* element =
                m_lines[i].element.kind == kindOf<Element>() ? table.find(Id<Element>(m_lines[i].element.id)) : nullptr;
            if (!element)
                continue;
            QList<Member>& group = groups[groupOf(*element)];
            group.append({i, saidPlace(m_lines[i].text).value_or(int(group.size())), element});
        }
        for (QList<Member>& group : groups) {
            QList<qsizetype> places;
            for (const Member& member : std::as_const(group))
                places.append(member.line);
            QList<Member> said = group;
            std::sort(said.begin(), said.end(), [](const Member& left, const Member& right) {
                return std::tie(left.place, left.element->id) < std::tie(right.place, right.element->id);
            });
            std::sort(group.begin(), group.end(), [](const Member& left, const Member& right) {
                return std::tie(left.element->position, left.element->id) <
                       std::tie(right.element->position, right.element->id);
            });
            const bool isRight =
                std::equal(said.begin(), said.end(), group.begin(),
                           [](const auto& left, const auto& right) { return left.element == right.element; });
            if (isRight)
                continue;
            QList<NotationSourceLine> sorted;
            for (const Member& member : std::as_const(group))
                sorted.append(withoutPlace(m_lines[member.line]));
            for (qsizetype i = 0; i < places.size(); ++i)
                m_lines[places[i]] = sorted[i];
        }
    }

    static std::optional<int> saidPlace(const QString& line)
    {
        if (!line.contains("position="_L1))
            return std::nullopt;
        const std::optional<QString> place = fieldOf(wordsOf(line), u"position"_s);
        return place ? std::optional(place->toInt()) : std::nullopt;
    }
    [[nodiscard]] NotationSourceLine withoutPlace(const NotationSourceLine& line) const
    {
        if (!saidPlace(line.text))
            return line;
        const NotationLineParts parts = partsOf(line.text);
        return {parts.indent + m_written.value(line.element) + parts.tail, line.element};
    }

    /// Names the connections that an answer names, and those whose number would be the name of another.
    void sayIds()
    {
        QSet<QString> wanted;
        for (const Connection& connection : m_now.connections()) {
            if (!connection.answers.isEmpty())
                wanted.insert(connection.answers.value);
        }
        nameTheAnswered();
        QList<qsizetype> numbered;
        QSet<QString> said;
        QHash<qsizetype, QString> implied;
        int number = 0;
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].element.kind != ElementKind::Connection)
                continue;
            implied.insert(i, u'e' + QString::number(++number));
            if (m_lines[i].text.contains("id="_L1) && fieldOf(wordsOf(m_lines[i].text), u"id"_s))
                said.insert(m_lines[i].element.id);
            else
                numbered.append(i);
        }
        for (bool again = true; again;) {
            again = false;
            QList<qsizetype> left;
            for (const qsizetype i : std::as_const(numbered)) {
                const QString& own = m_lines[i].element.id;
                if (!said.contains(implied[i]) && !wanted.contains(own)) {
                    left.append(i);
                    continue;
                }
                m_lines[i].text = withWord(m_lines[i].text, u"id="_s + own);
                said.insert(own);
                again = true;
            }
            numbered = left;
        }
    }

    /// A typed answer may name a connection by its number in the text, where the document calls it otherwise.
    void nameTheAnswered()
    {
        for (NotationSourceLine& line : m_lines) {
            if (line.element.kind != ElementKind::Connection || !line.text.contains("answers="_L1))
                continue;
            const Connection* connection = m_now.find(ConnectionId(line.element.id));
            const std::optional<QString> named = fieldOf(wordsOf(line.text), u"answers"_s);
            if (!connection || !named || *named == connection->answers.value)
                continue;
            const NotationLineParts parts = partsOf(line.text);
            line.text = parts.indent + m_written.value(line.element) + parts.tail;
        }
    }

    NotationMirror& m_mirror;
    const Blueprint m_before;
    const Blueprint& m_now;
    const QList<NotationLine> m_target;
    const QHash<ElementRef, QString> m_written;
    QList<NotationSourceLine> m_lines;
};

NotationMirror::NotationMirror(const Blueprint& document)
{
    QList<NotationSourceLine> lines;
    const QList<NotationLine> written = notationLines(document, NotationStyle::BesideDrawing);
    for (const NotationLine& line : written) {
        if (line.startsPart)
            lines.append(NotationSourceLine{});
        lines.append({line.text, line.element});
    }
    lines.append(NotationSourceLine{});
    m_document = document;
    m_written = writtenOf(written);
    setLines(lines);
    follow(document);
}

void NotationMirror::follow(const Blueprint& document)
{
    MirrorUpdate(*this, document).run();
}

Result<AdoptedNotation> NotationMirror::read(const QString& text) const
{
    const Result<NotationContent> content = readNotationText(text, {});
    if (!content)
        return content.error();
    return adopt(m_document, m_lines, *content, sourceLines(text, *content));
}

void NotationMirror::take(const AdoptedNotation& read)
{
    m_document = read.blueprint;
    m_written = writtenOf(notationLines(m_document, NotationStyle::BesideDrawing));
    setLines(read.lines);
}

NotationMirror NotationMirror::of(const Blueprint& document, const QString& text)
{
    NotationMirror mirror(document);
    const Result<AdoptedNotation> read = text.isEmpty() ? Error() : mirror.read(text);
    if (read && read->blueprint == document)
        mirror.take(*read);
    return mirror;
}

Result<QByteArray> NotationMirror::fileText() const
{
    QStringList lines;
    int number = 0;
    QHash<QString, int> places;
    for (const NotationSourceLine& line : m_lines) {
        QString text = line.text;
        const QList<NotationWord> words = line.isStatement() ? wordsOf(text) : QList<NotationWord>();
        const bool saysId = fieldOf(words, u"id"_s).has_value();
        const auto sayPlace = [&](const QString& group, int position) {
            const int place = places[group]++;
            if (place != position && !fieldOf(words, u"position"_s))
                text = withWord(text, u"position=%1"_s.arg(position));
        };
        if (line.element.kind == ElementKind::Connection) {
            ++number;
            if (!saysId && line.element.id != u'e' + QString::number(number))
                text = withWord(text, u"id="_s + line.element.id);
        } else if (const Step* step = m_document.find(StepId(line.element.id));
                   step && line.element.kind == ElementKind::Step) {
            if (!saysId && step->id.value != u's' + QString::number(step->number))
                text = withWord(text, u"id="_s + step->id.value);
        } else if (const Card* card = m_document.find(CardId(line.element.id));
                   card && line.element.kind == ElementKind::Card) {
            sayPlace(u"card "_s + card->lane.value + u' ' + card->firstStep.value, card->position);
        } else if (const Lane* lane = m_document.find(LaneId(line.element.id));
                   lane && line.element.kind == ElementKind::Lane) {
            sayPlace(u"lane %1"_s.arg(int(lane->stage)), lane->position);
        } else if (const Phase* phase = m_document.find(PhaseId(line.element.id));
                   phase && line.element.kind == ElementKind::Phase) {
            sayPlace(u"phase"_s, phase->position);
        }
        lines += text;
    }
    QByteArray text = lines.join(u'\n').toUtf8();
    if (const Result<Blueprint> read = readNotation(text, {}); read && *read == m_document)
        return text;
    return readableNotation(m_document);
}

bool NotationMirror::isTrue() const
{
    const Result<AdoptedNotation> again = read(m_text);
    return again && again->blueprint == m_document;
}

void NotationMirror::setLines(const QList<NotationSourceLine>& lines)
{
    m_lines = lines;
    m_lineOf.clear();
    QStringList texts;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        texts.append(lines[i].text);
        if (lines[i].isStatement())
            m_lineOf.insert(lines[i].element, i);
    }
    m_text = texts.join(u'\n');
}

} // namespace throughline
