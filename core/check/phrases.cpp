// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/phrases.h"

#include "core/model/queries.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace throughline {

QString listed(const QStringList& parts, const QString& word)
{
    constexpr qsizetype Most = 8;
    if (parts.size() > Most) {
        const QStringList shown = parts.mid(0, Most - 1);
        return u"%1 %2 %3 more"_s.arg(shown.join(u", "_s), word).arg(parts.size() - shown.size());
    }
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.mid(0, parts.size() - 1).join(u", "_s) + u' ' + word + u' ' + parts.last();
}

QString quoted(const QString& text)
{
    return u'\u201c' + text + u'\u201d';
}

QString counted(qsizetype count, const QString& singular, const QString& plural)
{
    return QString::number(count) + u' ' + (count == 1 ? singular : plural);
}

QString withArticle(const QString& name)
{
    return name.startsWith("the "_L1, Qt::CaseInsensitive) ? name : u"the "_s + name;
}

QString sentenceStart(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString Phrases::place(int node) const
{
    if (!m_graph.isCard(node))
        return u"the lane "_s + displayName(*m_graph.lanes[size_t(m_graph.laneOf(node))]);
    return isUntitled(node) ? u"the "_s + card(node) : quoted(card(node));
}

bool Phrases::isUntitled(int node) const
{
    const Card& card = *m_graph.cards[size_t(node)].card;
    return card.title.simplified().isEmpty() && isMinted(card.id.value);
}

QString Phrases::card(int node) const
{
    const CardNode& there = m_graph.cards[size_t(node)];
    m_spoken.insert({ElementKind::Card, there.card->id.value});
    if (!isUntitled(node))
        return displayName(*there.card).simplified();
    const QString lane = displayName(*m_graph.lanes[size_t(there.lane)]).simplified();
    return there.firstColumn < 0
               ? u"untitled card of %1"_s.arg(lane)
               : u"untitled card of %1, step %2"_s.arg(lane).arg(m_graph.columns[size_t(there.firstColumn)]->number);
}

QString Phrases::label(int link) const
{
    const Connection& connection = *m_graph.links[size_t(link)].connection;
    m_spoken.insert({ElementKind::Connection, connection.id.value});
    return connection.label.isEmpty() ? QString() : quoted(connection.label);
}

QString Phrases::role(int role) const
{
    if (m_graph.isUnnamed(role))
        return displayName(*m_graph.lanes[size_t(role) - m_graph.roles.size()]);
    return displayName(*m_graph.roles[size_t(role)]);
}

QString Phrases::theRole(int number) const
{
    return withArticle(role(number));
}

QString Phrases::theRoles(const std::vector<int>& roles, const QString& word) const
{
    QStringList names;
    for (const int number : roles)
        names += names.isEmpty() ? theRole(number) : role(number);
    return listed(names, word);
}

QString Phrases::theRolesAt(int node) const
{
    return theRoles(m_graph.rolesAt(node).roles, u"and"_s);
}

QString Phrases::department(int department) const
{
    return displayName(*m_graph.departments[size_t(department)]);
}

QString Phrases::departments(const std::vector<int>& departments) const
{
    QStringList names;
    for (const int number : departments)
        names += department(number);
    return listed(names);
}

QString Phrases::theCustomer(int party) const
{
    // A word for customers takes the article ("the guest"); anything else is taken for a name ("Nadia") and stands as
    // it is.
    static const QSet<QString> words{
        u"applicant"_s, u"buyer"_s,   u"caller"_s, u"citizen"_s,   u"client"_s,  u"customer"_s,  u"diner"_s,
        u"guest"_s,     u"member"_s,  u"owner"_s,  u"parent"_s,    u"patient"_s, u"passenger"_s, u"seller"_s,
        u"shopper"_s,   u"student"_s, u"tenant"_s, u"traveller"_s, u"user"_s,    u"visitor"_s,
    };
    const QString name = displayName(*m_graph.lanes[size_t(m_graph.partyLane[size_t(party)])]).simplified();
    return words.contains(name.toLower()) ? u"the "_s + name.toLower() : name;
}

QString Phrases::request(int request) const
{
    return request < 0 ? u"something"_s : quoted(displayName(*m_graph.requests[size_t(request)]));
}

QString Phrases::requestTitle(int request) const
{
    return request < 0 ? u"a request"_s : displayName(*m_graph.requests[size_t(request)]);
}

QString Phrases::phase(int phase) const
{
    return displayName(*m_graph.phases[size_t(phase)]);
}

} // namespace throughline
