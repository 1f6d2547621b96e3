// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/textsearch.h"

#include "core/edit/draft.h"
#include "core/model/queries.h"
#include "core/model/validation.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <tuple>
#include <type_traits>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// The text of an element, const or not; null where it has none of that kind.
template <typename Element>
auto textIn(Element& element, TextField field)
{
    if constexpr (std::is_same_v<std::remove_const_t<Element>, Card>)
        return field == TextField::Name ? &element.title : field == TextField::Note ? &element.note : nullptr;
    else if constexpr (std::is_same_v<std::remove_const_t<Element>, Connection>)
        return field == TextField::Label ? &element.label : nullptr;
    else
        return field == TextField::Name ? &element.name : nullptr;
}

/// The text as people see it: what has no name goes by its id.
template <typename Element>
QString shownText(const Element& element, TextField field)
{
    const QString* text = textIn(element, field);
    if constexpr (std::is_same_v<Element, Lane> || std::is_same_v<Element, Phase> || std::is_same_v<Element, Role>)
        return text ? displayName(element) : QString();
    else
        return text ? *text : QString();
}

Result<QRegularExpression> expressionOf(const TextQuery& query)
{
    QRegularExpression expression(query.regular ? query.text : QRegularExpression::escape(query.text),
                                  QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption);
    if (!query.matchCase)
        expression.setPatternOptions(expression.patternOptions() | QRegularExpression::CaseInsensitiveOption);
    if (expression.isValid())
        return expression;
    const qsizetype offset = expression.patternErrorOffset();
    const QString where = offset < query.text.size() ? u"character %1"_s.arg(offset + 1) : u"its end"_s;
    return Error{Error::Code::Syntax, u"The expression is wrong at %1: %2"_s.arg(where, expression.errorString()), {}};
}

QList<QRegularExpressionMatch> matchesIn(const QRegularExpression& expression, const QString& text)
{
    QList<QRegularExpressionMatch> matches;
    for (auto all = expression.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        if (match.capturedLength() > 0)
            matches += match;
    }
    return matches;
}

/// The cards step by step, each step from the top lane down.
QList<Card> cardsInReadingOrder(const Blueprint& blueprint)
{
    QHash<LaneId, int> rows;
    for (const Lane& lane : orderedLanes(blueprint))
        rows.insert(lane.id, int(rows.size()));
    QList<std::tuple<int, int, Card>> placed;
    for (const Card& card : blueprint.cards()) {
        const Step* step = blueprint.find(card.firstStep);
        placed += {step ? step->number : 0, rows.value(card.lane), card};
    }
    std::ranges::stable_sort(placed, {}, [](const auto& entry) {
        return std::tuple(std::get<0>(entry), std::get<1>(entry), std::get<2>(entry).position);
    });
    QList<Card> cards;
    for (const auto& entry : placed)
        cards += std::get<2>(entry);
    return cards;
}

class Search
{
public:
    explicit Search(const QRegularExpression& expression) : m_expression(expression) {}

    template <typename Elements>
    void in(const Elements& elements)
    {
        for (const auto& element : elements) {
            for (const TextField field : {TextField::Name, TextField::Note, TextField::Label})
                look(element, field);
        }
    }
    [[nodiscard]] QList<TextMatch> matches() const { return m_matches; }

private:
    template <typename Element>
    void look(const Element& element, TextField field)
    {
        const QString text = shownText(element, field);
        if (text.isEmpty())
            return;
        for (const QRegularExpressionMatch& match : matchesIn(m_expression, text))
            m_matches += {{kindOf<Element>(), element.id.value}, field, match.capturedStart(), match.capturedLength()};
    }

    QRegularExpression m_expression;
    QList<TextMatch> m_matches;
};

template <typename Element>
void searchIn(Search& search, const ElementChange<Element>& change)
{
    using std::is_same_v;
    if constexpr (is_same_v<Element, Phase> || is_same_v<Element, Step> || is_same_v<Element, Lane> ||
                  is_same_v<Element, Card> || is_same_v<Element, Connection> || is_same_v<Element, Role>) {
        if (change.after)
            search.in(QList<Element>{*change.after});
    }
}

void searchIn(Search&, const HeaderChange&) {}

/// Where an element is read among all whose texts are searched; ids order what is alike otherwise.
using Place = std::tuple<int, int, Stage, int, LaneId, int, CardId>;

Place placeOf(const Blueprint& blueprint, const ElementRef& ref)
{
    const CardId id(ref.id);
    if (const Phase* phase = ref.kind == ElementKind::Phase ? blueprint.find(PhaseId(ref.id)) : nullptr)
        return {0, phase->position, {}, 0, {}, 0, id};
    if (const Step* step = ref.kind == ElementKind::Step ? blueprint.find(StepId(ref.id)) : nullptr)
        return {1, step->number, {}, 0, {}, 0, id};
    if (const Lane* lane = ref.kind == ElementKind::Lane ? blueprint.find(LaneId(ref.id)) : nullptr)
        return {2, 0, lane->stage, lane->position, {}, 0, id};
    if (const Card* card = ref.kind == ElementKind::Card ? blueprint.find(id) : nullptr) {
        const Step* step = blueprint.find(card->firstStep);
        const Lane* lane = blueprint.find(card->lane);
        return {3,
                step ? step->number : 0,
                lane ? lane->stage : Stage(),
                lane ? lane->position : 0,
                card->lane,
                card->position,
                id};
    }
    return {ref.kind == ElementKind::Connection ? 4 : 5, 0, {}, 0, {}, 0, id};
}

/// A replacement with what the groups of a match found.
QString expanded(const QString& replacement, const QRegularExpressionMatch& match)
{
    QString text;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar next = i + 1 < replacement.size() ? replacement[i + 1] : QChar();
        const bool escape = replacement[i] == u'$' && (next == u'$' || (next >= u'0' && next <= u'9'));
        text += !escape ? QString(replacement[i]) : next == u'$' ? u"$"_s : match.captured(next.digitValue());
        i += escape ? 1 : 0;
    }
    return text;
}

class Replacer
{
public:
    Replacer(const Blueprint& blueprint, const TextQuery& query, const QRegularExpression& expression,
             const QString& replacement)
        : m_draft(blueprint), m_expression(expression), m_replacement(replacement), m_regular(query.regular)
    {
    }

    /// matches: all of one text.
    void replace(const ElementRef& element, TextField field, const QSet<qsizetype>& starts)
    {
        switch (element.kind) {
        case ElementKind::Phase:
            return in(PhaseId(element.id), field, starts);
        case ElementKind::Step:
            return in(StepId(element.id), field, starts);
        case ElementKind::Lane:
            return in(LaneId(element.id), field, starts);
        case ElementKind::Card:
            return in(CardId(element.id), field, starts);
        case ElementKind::Connection:
            return in(ConnectionId(element.id), field, starts);
        case ElementKind::Role:
            return in(RoleId(element.id), field, starts);
        default:
            return;
        }
    }
    [[nodiscard]] Patch patch() const { return m_draft.patch(); }

private:
    template <typename Element>
    void in(const Id<Element>& id, TextField field, const QSet<qsizetype>& starts)
    {
        std::optional<Element> element = m_draft.find(id);
        if (!element || !textIn(*element, field))
            return;
        const QString text = shownText(*element, field);
        QString result;
        qsizetype done = 0;
        for (const QRegularExpressionMatch& match : matchesIn(m_expression, text)) {
            if (!starts.contains(match.capturedStart()))
                continue;
            result += text.mid(done, match.capturedStart() - done);
            result += m_regular ? expanded(m_replacement, match) : m_replacement;
            done = match.capturedEnd();
        }
        result += text.mid(done);
        if (field != TextField::Note)
            result = result.trimmed();
        if (result == text)
            return;
        *textIn(*element, field) = result;
        m_draft.put(*element);
    }

    Draft m_draft;
    QRegularExpression m_expression;
    QString m_replacement;
    bool m_regular;
};

} // namespace

Result<QList<TextMatch>> findText(const Blueprint& blueprint, const TextQuery& query)
{
    if (query.text.isEmpty())
        return QList<TextMatch>();
    const Result<QRegularExpression> expression = expressionOf(query);
    if (!expression)
        return expression.error();
    Search search(*expression);
    search.in(orderedPhases(blueprint));
    search.in(orderedSteps(blueprint));
    search.in(orderedLanes(blueprint));
    search.in(cardsInReadingOrder(blueprint));
    search.in(blueprint.connections());
    search.in(blueprint.roles());
    return search.matches();
}

Result<QList<TextMatch>> findTextAgain(const QList<TextMatch>& before, const Blueprint& after, const TextQuery& query,
                                       const Patch& patch)
{
    if (query.text.isEmpty())
        return QList<TextMatch>();
    const Result<QRegularExpression> expression = expressionOf(query);
    if (!expression)
        return expression.error();
    QSet<ElementRef> gone;
    bool orderMayDiffer = false;
    for (const ElementRef& ref : touched(patch)) {
        gone += ref;
        orderMayDiffer = orderMayDiffer || ref.kind == ElementKind::Lane || ref.kind == ElementKind::Step ||
                         ref.kind == ElementKind::Phase;
    }
    const auto earlier = [&](const TextMatch& l, const TextMatch& r) {
        return placeOf(after, l.element) < placeOf(after, r.element);
    };
    constexpr qsizetype ManyChanges = 256;
    if (orderMayDiffer || patch.changes.size() > ManyChanges)
        return findText(after, query);
    Search search(*expression);
    for (const Change& change : patch.changes)
        std::visit([&](const auto& each) { searchIn(search, each); }, change);
    QList<TextMatch> matches = before;
    matches.removeIf([&](const TextMatch& match) { return gone.contains(match.element); });
    QList<TextMatch> fresh = search.matches();
    std::stable_sort(fresh.begin(), fresh.end(), earlier);
    // From behind, so that the places found before stay true.
    for (qsizetype end = fresh.size(); end > 0;) {
        qsizetype first = end - 1;
        while (first > 0 && fresh[first - 1].element == fresh[first].element)
            --first;
        const auto place = std::upper_bound(matches.cbegin(), matches.cend(), fresh[first], earlier);
        const qsizetype at = std::distance(matches.cbegin(), place);
        matches.insert(at, end - first, TextMatch());
        std::copy(fresh.cbegin() + first, fresh.cbegin() + end, matches.begin() + at);
        end = first;
    }
    return matches;
}

Result<Patch> replaceText(const Blueprint& blueprint, const TextQuery& query, const QString& replacement,
                          const QList<TextMatch>& matches)
{
    if (query.text.isEmpty())
        return Patch();
    const Result<QRegularExpression> expression = expressionOf(query);
    if (!expression)
        return expression.error();
    Replacer replacer(blueprint, query, *expression, replacement);
    for (qsizetype i = 0; i < matches.size();) {
        // The matches of one text stand side by side.
        const TextMatch& first = matches[i];
        QSet<qsizetype> starts;
        for (; i < matches.size() && matches[i].element == first.element && matches[i].field == first.field; ++i)
            starts.insert(matches[i].start);
        replacer.replace(first.element, first.field, starts);
    }
    return replacer.patch();
}

} // namespace throughline
