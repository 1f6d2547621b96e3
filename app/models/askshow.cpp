// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askshow.h"

#include "app/document/elementref.h"
#include "app/models/askplaces.h"
#include "core/check/phrases.h"
#include "core/model/queries.h"

#include <QCoreApplication>

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct AskShowText
{
    Q_DECLARE_TR_FUNCTIONS(AskShow)
};

QString name(const Blueprint& blueprint, ElementKind kind, const QString& id)
{
    return nameOf(blueprint, {kind, id}).simplified();
}

WalkSign signOf(AskOutcome outcome)
{
    switch (outcome) {
    case AskOutcome::Fulfilled:
        return WalkSign::Answered;
    case AskOutcome::Dies:
    case AskOutcome::NotHere:
        return WalkSign::Dies;
    case AskOutcome::Circles:
        return WalkSign::Circles;
    case AskOutcome::Unknown:
        break;
    }
    return WalkSign::Unknown;
}

QString endingOf(WalkSign sign)
{
    switch (sign) {
    case WalkSign::Answered:
        return AskShowText::tr("answered");
    case WalkSign::Dies:
        return AskShowText::tr("dies here");
    case WalkSign::Circles:
        return AskShowText::tr("a circle");
    case WalkSign::Unknown:
    case WalkSign::Asks:
    case WalkSign::Holds:
        break;
    }
    return AskShowText::tr("nobody knows");
}

/// Puts a show together stop by stop.
class ShowBuilder
{
public:
    ShowBuilder(const Blueprint& blueprint, const AskAnswer& answer, const AskResult& way)
        : m_blueprint(blueprint), m_answer(answer), m_way(way), m_places(blueprint, answer.at)
    {
    }

    AskShow build()
    {
        begin();
        if (m_way.outcome == AskOutcome::NotHere)
            notHere();
        else if (m_way.basis == AskBasis::Drawn)
            alongTheDrawing();
        else
            alongTheRoles();
        return m_show;
    }

private:
    void add(const AskStep& step, const ElementRef& place, const QList<ElementRef>& leg)
    {
        if (!m_show.steps.isEmpty())
            m_show.walk.legs += leg;
        m_show.steps += step;
        const QString label = QStringList{step.number, step.action, step.who}.join(u' ').simplified();
        m_show.walk.stops += WalkStop{place, label, step.sign};
    }

    void begin()
    {
        const QString role = name(m_blueprint, ElementKind::Role, m_answer.role.value);
        const QString request = name(m_blueprint, ElementKind::Request, m_answer.request.value);
        m_show.question = AskShowText::tr("Ask %1 for %2").arg(withArticle(role), quoted(request));
        m_show.sentence = m_answer.sentence;
        const Card* card = m_blueprint.find(m_answer.at);
        if (!card)
            return;
        AskStep step;
        step.who = name(m_blueprint, ElementKind::Lane, card->lane.value);
        step.detail = AskShowText::tr("%1 asks for %2 at %3.")
                          .arg(step.who, quoted(request), quoted(displayName(*card).simplified()));
        step.sign = WalkSign::Asks;
        add(step, refTo(card->id), {});
    }

    void notHere()
    {
        AskStep step;
        step.who = AskShowText::tr("not there");
        step.detail = m_answer.sentence;
        step.sign = WalkSign::Dies;
        const ElementRef place =
            m_answer.nearest.isEmpty() ? m_places.placeOf(m_answer.role, {}) : refTo(m_answer.nearest);
        add(step, place, {});
    }

    [[nodiscard]] AskStep stepOf(qsizetype i) const
    {
        const AskStop& stop = m_way.path[i];
        AskStep step;
        step.number = QString::number(i + 1);
        step.who = stop.who;
        step.hops = int(i);
        step.minutes = stop.minutes;
        const bool isBack = m_way.outcome == AskOutcome::Circles && i + 1 == m_way.path.size();
        if (i > 0) {
            step.action = isBack                           ? AskShowText::tr("back to")
                          : stop.isFetched                 ? AskShowText::tr("fetches")
                          : m_way.basis == AskBasis::Drawn ? AskShowText::tr("passes it on to")
                                                           : AskShowText::tr("asks");
        }
        step.detail = i == 0 ? AskShowText::tr("%1 is asked.").arg(stop.who)
                             : u"%1 %2 %3."_s.arg(m_way.path[i - 1].who,
                                                  isBack ? AskShowText::tr("sends it back to") : step.action, stop.who);
        if (!stop.again.isEmpty()) {
            QStringList names;
            for (const DataItemId& id : stop.again)
                names += quoted(name(m_blueprint, ElementKind::DataItem, id.value));
            step.detail =
                stop.againAssumed
                    ? AskShowText::tr("%1 may have to ask for %2 again: no hand-over is drawn that carries it.")
                    : AskShowText::tr("%1 has to ask for %2 again: nothing carries it along.");
            step.detail = step.detail.arg(stop.who, names.join(AskShowText::tr(", ", "between data items")));
        }
        return step;
    }

    [[nodiscard]] AskStep ending() const
    {
        AskStep step;
        step.sign = signOf(m_way.outcome);
        step.who = endingOf(step.sign);
        step.hops = m_way.hops;
        step.minutes = m_way.minutes;
        if (!m_way.reason.isEmpty())
            step.detail = sentenceStart(m_way.reason) + u'.';
        else if (m_way.returnAssumed)
            step.detail = AskShowText::tr("The answer goes back the same way; nobody drew it.");
        else if (step.sign == WalkSign::Answered)
            step.detail = AskShowText::tr("The answer comes back.");
        return step;
    }

    void alongTheDrawing()
    {
        // The walk begins at the customer's card, which may be another than the one asked at.
        qsizetype at = 0;
        if (!m_way.walk.isEmpty() && !m_show.steps.isEmpty())
            m_show.walk.stops.first().place = m_way.walk.first();
        for (qsizetype i = 0; i < m_way.path.size(); ++i) {
            const qsizetype to = m_way.walk.indexOf(m_way.path[i].place, at + 1);
            const QList<ElementRef> leg = to < 0 ? QList<ElementRef>() : m_way.walk.mid(at + 1, to - at - 1);
            add(stepOf(i), m_way.path[i].place, leg);
            at = std::max(at, to);
        }
        const QList<ElementRef> rest = m_way.walk.mid(at + 1);
        const ElementRef last = m_show.walk.stops.last().place;
        const bool ends = !rest.isEmpty() && rest.last().kind != ElementKind::Connection;
        add(ending(), ends ? rest.last() : last, ends ? rest.mid(0, rest.size() - 1) : rest);
        m_show.walk.dead = m_way.diesAt;
    }

    void alongTheRoles()
    {
        QHash<RoleId, ElementRef> places;
        ElementRef before = m_answer.at.isEmpty() ? ElementRef() : refTo(m_answer.at);
        for (qsizetype i = 0; i < m_way.path.size(); ++i) {
            const RoleId role = m_way.path[i].roles.value(0);
            // Whoever had it before is where he was.
            if (!places.contains(role))
                places.insert(role, m_places.placeOf(role, before));
            add(stepOf(i), places.value(role), legBetween(before, places.value(role)));
            before = places.value(role);
        }
        if (m_way.outcome != AskOutcome::Fulfilled || m_answer.at.isEmpty()) {
            add(ending(), before, {});
            return;
        }
        QList<ElementRef> back;
        if (m_way.returnAssumed) {
            for (qsizetype i = m_show.walk.stops.size() - 2; i > 0; --i)
                back += m_show.walk.stops[i].place;
        }
        const ElementRef customer = refTo(m_answer.at);
        if (back.isEmpty())
            back = legBetween(before, customer);
        add(ending(), customer, back);
    }

    [[nodiscard]] QList<ElementRef> legBetween(const ElementRef& from, const ElementRef& to) const
    {
        const ConnectionId connection = m_places.between(from, to);
        return connection.isEmpty() ? QList<ElementRef>() : QList{refTo(connection)};
    }

    const Blueprint& m_blueprint;
    const AskAnswer& m_answer;
    const AskResult& m_way;
    AskPlaces m_places;
    AskShow m_show;
};

} // namespace

AskShow showOf(const Blueprint& blueprint, const AskAnswer& answer, bool worst)
{
    if (!blueprint.find(answer.role) || !blueprint.find(answer.request))
        return {};
    return ShowBuilder(blueprint, answer, worst ? answer.worst : answer.best).build();
}

} // namespace throughline
