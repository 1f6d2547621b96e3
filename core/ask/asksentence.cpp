// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ask/askparts.h"
#include "core/model/queries.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

using Parts = AskSimulation::Parts;

QString cardName(const Parts& parts, const CardId& id)
{
    return parts.say.place(parts.graph.cardIndex(id));
}

/// "the bill" as it stands where the name brings its article, else in quotes.
QString requestName(const Request& request)
{
    const QString name = displayName(request);
    for (const QLatin1StringView article : {"the "_L1, "a "_L1, "an "_L1}) {
        if (name.startsWith(article, Qt::CaseInsensitive))
            return name;
    }
    return quoted(name);
}

/// People are "he", systems "it"; who works jointly is "they".
QString pronoun(const Parts& parts, const AskStop& stop)
{
    if (stop.roles.size() > 1)
        return u"they"_s;
    const Role* role = stop.roles.isEmpty() ? nullptr : parts.blueprint.find(stop.roles.first());
    return role && (role->kind == RoleKind::System || role->kind == RoleKind::Ai) ? u"it"_s : u"he"_s;
}

/// What the one before does with the question: "fetches the Waiter".
QString handing(const AskStop& stop, AskOutcome outcome, AskBasis basis, bool plural)
{
    const QString who = withArticle(stop.who);
    const QString s = plural ? QString() : u"s"_s;
    if (outcome == AskOutcome::Circles)
        return u"send%1 you to %2"_s.arg(s, who);
    if (stop.isFetched)
        return (plural ? u"fetch %1"_s : u"fetches %1"_s).arg(who);
    if (basis == AskBasis::Drawn)
        return (plural ? u"pass it on to %1"_s : u"passes it on to %1"_s).arg(who);
    return u"ask%1 %2"_s.arg(s, who);
}

/// "he fetches the Waiter, who asks the Cook".
QString chain(const Parts& parts, const AskResult& result)
{
    QString text;
    for (qsizetype i = 1; i < result.path.size(); ++i) {
        const AskStop& before = result.path[i - 1];
        const bool plural = before.roles.size() > 1;
        text += i == 1 ? pronoun(parts, before) + u' ' : u", who "_s;
        text += handing(result.path[i], result.outcome, result.basis, plural);
    }
    return text;
}

QString fulfilment(const Parts& parts, const AskResult& result)
{
    const AskStop& last = result.path.last();
    const bool plural = last.roles.size() > 1;
    if (result.path.size() == 1) {
        const QString who = pronoun(parts, last);
        return plural           ? u"they see to it themselves"_s
               : who == u"it"_s ? u"it sees to that itself"_s
                                : u"he sees to it himself"_s;
    }
    const QString way = chain(parts, result);
    if (result.returnAssumed)
        return way + u", and the answer comes back the same way (nobody drew it)"_s;
    if (result.basis == AskBasis::Drawn)
        return way + (plural ? u", who answer"_s : u", who answers"_s);
    if (last.isFetched)
        return way + (plural ? u", who bring it"_s : u", who brings it"_s);
    return way + (plural ? u", who see to it"_s : u", who sees to it"_s);
}

QString places(const Parts& parts, const QList<ElementRef>& refs)
{
    QStringList names;
    for (const ElementRef& ref : refs)
        names += quoted(nameOf(parts.blueprint, ref).simplified());
    return listed(names);
}

QString course(const Parts& parts, const AskResult& result)
{
    if (result.outcome == AskOutcome::Fulfilled)
        return fulfilment(parts, result);
    QString text = chain(parts, result);
    if (result.outcome == AskOutcome::Circles)
        return text.isEmpty() ? result.reason : text + u" again: a circle"_s;
    text += (text.isEmpty() ? QString() : u", and "_s) + result.reason;
    if (result.basis == AskBasis::Drawn && result.outcome == AskOutcome::Dies && !result.diesAt.isEmpty())
        text += u"; it ends at "_s + places(parts, result.diesAt);
    return text;
}

/// "1 hop, same department, ≥ 7 min (2 of 5 unknown)".
QString figures(const AskResult& result)
{
    QStringList parts;
    if (result.hops > 0) {
        parts += counted(result.hops, u"hop"_s, u"hops"_s);
        if (result.departmentChanges > 0)
            parts += counted(result.departmentChanges, u"change of department"_s, u"changes of department"_s);
        else if (result.departmentsUnknown == 0)
            parts += u"same department"_s;
        if (result.departmentsUnknown > 0)
            parts += u"not every department is known"_s;
    }
    if (result.minutes.known > 0)
        parts += result.minutes.toString();
    QString text = parts.join(u", "_s);
    if (text.isEmpty())
        return text;
    return u' ' + text + u'.';
}

/// "The Waiter asks for “Name” again."
QString repeats(const Parts& parts, const AskResult& result)
{
    QString text;
    for (const AskStop& stop : result.path) {
        if (stop.again.isEmpty())
            continue;
        QStringList names;
        for (const DataItemId& id : stop.again)
            names += quoted(nameOf(parts.blueprint, {ElementKind::DataItem, id.value}));
        const QString who = sentenceStart(withArticle(stop.who));
        text +=
            stop.againAssumed
                ? u" %1 may have to ask for %2 again: no hand-over is drawn that carries it."_s.arg(who, listed(names))
                : u" %1 has to ask for %2 again: nothing carries it along."_s.arg(who, listed(names));
    }
    return text;
}

QString notHereSentence(const Parts& parts, const AskAnswer& answer)
{
    const int role = parts.graph.roleIndex(answer.role);
    if (role < 0 || !parts.blueprint.find(answer.request))
        return sentenceStart(answer.best.reason) + u'.';
    const QString who = sentenceStart(parts.say.theRole(role));
    if (answer.nearest.isEmpty())
        return u"%1 is never met by the customer."_s.arg(who);
    if (answer.at.isEmpty())
        return u"%1 is met at %2."_s.arg(who, cardName(parts, answer.nearest));
    return u"%1 is not there at %2; the nearest moment to meet %3 is %4."_s.arg(
        who, cardName(parts, answer.at), parts.say.theRole(role), cardName(parts, answer.nearest));
}

} // namespace

QString askSentence(const AskSimulation::Parts& parts, const AskAnswer& answer)
{
    if (answer.best.outcome == AskOutcome::NotHere)
        return notHereSentence(parts, answer);
    const Request& request = *parts.blueprint.find(answer.request);
    QString text = u"Ask %1 for %2: %3."_s.arg(parts.say.theRole(parts.graph.roleIndex(answer.role)),
                                               requestName(request), course(parts, answer.best));
    text += figures(answer.best) + repeats(parts, answer.best);
    if (!(answer.worst == answer.best))
        text += u" At worst, %1.%2"_s.arg(course(parts, answer.worst), figures(answer.worst));
    if (!answer.isLive)
        text += u" Nobody expects that request in this phase."_s;
    return text;
}

} // namespace throughline
