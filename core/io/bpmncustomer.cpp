// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bpmncustomer.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Certainty { None, Weak, Strong };

/// What a pool or lane is called, for both kinds.
struct Party
{
    QString id;
    QString name;
    QString firstLine;
    bool isPool = false;
};

QList<Party> partiesOf(const BpmnModel& model)
{
    QList<Party> parties;
    for (const BpmnPool& pool : model.pools)
        parties.append({pool.id, pool.name, pool.firstLine, true});
    for (const BpmnLane& lane : model.lanes)
        parties.append({lane.id, lane.name, lane.name, false});
    return parties;
}

QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    for (const QChar c : name.toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark()) {
            word += c;
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

Certainty certaintyOf(const QString& word)
{
    // "Client" and "user" also mean software.
    static const QSet<QString> weak = {u"client"_s, u"clients"_s, u"user"_s, u"users"_s, u"benutzer"_s, u"nutzer"_s};
    static const QSet<QString> strong = {
        u"guest"_s,      u"guests"_s,    u"customer"_s, u"customers"_s,     u"consumer"_s,  u"passenger"_s,
        u"patient"_s,    u"visitor"_s,   u"shopper"_s,  u"diner"_s,         u"citizen"_s,   u"traveller"_s,
        u"traveler"_s,   u"applicant"_s, u"buyer"_s,    u"gast"_s,          u"gäste"_s,     u"kunde"_s,
        u"kundin"_s,     u"kunden"_s,    u"besucher"_s, u"besucherin"_s,    u"käufer"_s,    u"käuferin"_s,
        u"reisender"_s,  u"bürger"_s,    u"bürgerin"_s, u"antragsteller"_s, u"patientin"_s, u"fahrgast"_s,
        u"cliente"_s,    u"clientes"_s,  u"huésped"_s,  u"comensal"_s,      u"ospite"_s,    u"hôte"_s,
        u"convive"_s,    u"usager"_s,    u"voyageur"_s, u"klant"_s,         u"bezoeker"_s,  u"klient"_s,
        u"zákazník"_s,   u"gäst"_s,      u"kund"_s,     u"gjest"_s,         u"gæst"_s,      u"asiakas"_s,
        u"vendég"_s,     u"ügyfél"_s,    u"müşteri"_s,  u"misafir"_s,       u"клиент"_s,    u"гость"_s,
        u"покупатель"_s, u"顧客"_s,      u"お客様"_s,   u"客人"_s,          u"顾客"_s,      u"客户"_s,
        u"고객"_s};
    if (strong.contains(word))
        return Certainty::Strong;
    for (const QString& ending : {u"gast"_s, u"kunde"_s, u"kundin"_s, u"besucher"_s}) {
        if (word.size() > ending.size() && word.endsWith(ending))
            return Certainty::Strong;
    }
    return weak.contains(word) ? Certainty::Weak : Certainty::None;
}

Certainty certaintyOfName(const QString& name)
{
    Certainty best = Certainty::None;
    for (const QString& word : wordsOf(name))
        best = std::max(best, certaintyOf(word));
    return best;
}

/// The pools with a start event where no start event receives a message.
QList<BpmnPool> poolsNobodyStarts(const BpmnModel& model)
{
    QSet<QString> fed;
    for (const BpmnFlow& flow : model.flows) {
        if (flow.isMessage)
            fed.insert(flow.target);
    }
    QList<BpmnPool> pools;
    for (const BpmnPool& pool : model.pools) {
        int starts = 0;
        bool isFed = fed.contains(pool.id);
        for (const BpmnNode& node : model.nodes) {
            const bool inside =
                node.process >= 0 && model.processes[node.process].id == pool.process && node.parent < 0;
            if (!inside || node.type != BpmnNodeType::StartEvent)
                continue;
            ++starts;
            isFed = isFed || fed.contains(node.id);
        }
        if (starts > 0 && !isFed)
            pools.append(pool);
    }
    return pools;
}

QString listed(const QList<Party>& parties)
{
    QStringList names;
    for (const Party& party : parties) {
        if (!party.name.isEmpty())
            names.append(u'"' + party.name + u'"');
    }
    names.removeDuplicates();
    return names.isEmpty() ? u"none has a name"_s : names.join(u", "_s);
}

} // namespace

CustomerProposal proposeCustomer(const BpmnModel& model)
{
    CustomerProposal proposal;
    QList<CustomerCandidate> weak;
    bool poolFound = false;
    for (const Party& party : partiesOf(model)) {
        const Certainty certainty = certaintyOfName(party.name);
        // A lane called like its customer pool says nothing new.
        if (certainty == Certainty::None || (poolFound && !party.isPool))
            continue;
        poolFound = poolFound || (party.isPool && certainty == Certainty::Strong);
        if (certainty == Certainty::Strong)
            proposal.candidates.append({party.id, party.name, u"its name says so"_s});
        else
            weak.append({party.id, party.name, u"its name may mean the customer or a program"_s});
    }
    proposal.isClear = proposal.candidates.size() == 1;
    proposal.candidates += weak;
    if (const QList<BpmnPool> pools = poolsNobodyStarts(model); pools.size() == 1 && model.pools.size() > 1) {
        const bool known = std::any_of(proposal.candidates.begin(), proposal.candidates.end(),
                                       [&](const CustomerCandidate& c) { return c.id == pools.first().id; });
        if (!known) {
            proposal.candidates.append({pools.first().id, pools.first().name,
                                        u"it is the only pool that starts without a message from another"_s});
        }
    }
    return proposal;
}

Result<QString> findCustomer(const BpmnModel& model, const QString& wanted)
{
    const QString name = wanted.simplified().toCaseFolded();
    const QList<Party> parties = partiesOf(model);
    const QList<std::function<bool(const Party&)>> ways = {
        [&](const Party& p) { return p.id == wanted; },
        [&](const Party& p) { return p.name.toCaseFolded() == name; },
        [&](const Party& p) { return p.firstLine.toCaseFolded() == name; },
        [&](const Party& p) { return wordsOf(p.name).contains(name); },
    };
    for (const auto& matches : ways) {
        QList<Party> found;
        std::copy_if(parties.begin(), parties.end(), std::back_inserter(found), matches);
        const auto isPool = [](const Party& p) { return p.isPool; };
        if (std::count_if(found.begin(), found.end(), isPool) == 1)
            return std::find_if(found.begin(), found.end(), isPool)->id;
        if (found.size() == 1)
            return found.first().id;
        if (found.size() > 1) {
            return Error{
                Error::Code::Usage,
                u"More than one pool or lane is called \"%1\": name the customer by its id, one of "_s.arg(wanted) +
                    [&] {
                        QStringList ids;
                        for (const Party& party : std::as_const(found))
                            ids.append(party.id);
                        return ids.join(u", "_s);
                    }(),
                {}};
        }
    }
    return Error{
        Error::Code::Usage, u"No pool or lane is called \"%1\"; there are: %2"_s.arg(wanted, listed(parties)), {}};
}

} // namespace throughline
