// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/metriccontext.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

Metric rolesMet(const MetricContext& context, const std::set<int>& roles)
{
    Metric metric = metricOf(u"roles-met"_s);
    setCount(metric, int(roles.size()), int(roles.size()), 0);
    QStringList names;
    for (const int role : roles) {
        names += context.say.role(role);
        addElement(metric, context.roleRef(role));
    }
    metric.sentence = roles.empty() ? u"The customer meets nobody."_s
                                    : u"The customer deals with %1: %2."_s.arg(
                                          counted(qsizetype(roles.size()), u"role"_s, u"roles"_s), listed(names));
    return metric;
}

Metric departmentsMet(const MetricContext& context, const std::set<int>& roles)
{
    Metric metric = metricOf(u"departments-met"_s);
    std::set<int> departments;
    int unknown = 0;
    for (const int role : roles) {
        const int department = context.graph.roleDepartment[size_t(role)];
        if (department >= 0)
            departments.insert(department);
        else
            ++unknown;
    }
    setCount(metric, int(departments.size()), int(roles.size()) - unknown, unknown);
    if (!roles.empty() && metric.known == 0)
        metric.value.reset();
    QStringList names;
    for (const int department : departments) {
        names += context.say.department(department);
        addElement(metric, {ElementKind::Department, context.graph.departments[size_t(department)]->id.value});
    }
    metric.sentence =
        departments.empty()
            ? u"The customer meets no department that has a name."_s
            : u"The customer deals with %1: %2."_s.arg(
                  counted(qsizetype(departments.size()), u"department"_s, u"departments"_s), listed(names));
    if (unknown > 0)
        metric.sentence += u" %1 no department."_s.arg(
            counted(unknown, u"role the customer meets has"_s, u"roles the customer meets have"_s));
    return metric;
}

/// Who answers for the customer's cards: their owners where owners are given at all, else whoever alone serves them.
class Ownership
{
public:
    explicit Ownership(const MetricContext& context) : m_context(context)
    {
        for (const Department* department : context.graph.departments)
            m_numbers.insert(department->id, int(m_numbers.size()));
        m_given = std::ranges::any_of(context.graph.blueprint.cards(),
                                      [](const Card& card) { return !card.owner.isEmpty(); });
    }

    [[nodiscard]] bool isGiven() const { return m_given; }
    [[nodiscard]] bool isKnown(int card) const
    {
        const Served& served = m_context.served[size_t(card)];
        return m_given || !served.isServed || served.departmentsKnown || served.departments.size() > 1;
    }
    /// A department, or -1 = none or more than one.
    [[nodiscard]] int ownerOf(int card) const
    {
        if (m_given)
            return m_numbers.value(m_context.graph.cards[size_t(card)].card->owner, -1);
        const Served& served = m_context.served[size_t(card)];
        return served.departmentsKnown && served.departments.size() == 1 ? served.departments.front() : -1;
    }

private:
    const MetricContext& m_context;
    QHash<DepartmentId, int> m_numbers;
    bool m_given = false;
};

void addOwnership(const MetricContext& context, const std::vector<int>& cards, QList<Metric>& metrics)
{
    const Ownership ownership(context);
    Metric metric = metricOf(u"moments-owned"_s);
    std::vector<int> perDepartment(context.graph.departments.size(), 0);
    int owned = 0;
    int unknown = 0;
    for (const int card : cards) {
        const int owner = ownership.ownerOf(card);
        unknown += !ownership.isKnown(card);
        owned += owner >= 0;
        if (owner >= 0)
            ++perDepartment[size_t(owner)];
        else if (ownership.isKnown(card))
            addElement(metric, context.cardRef(card));
    }
    const int known = int(cards.size()) - unknown;
    setShare(metric, owned, known, unknown);
    metric.sentence =
        (ownership.isGiven()
             ? u"%1 of %2 of the customer have an owner."_s
             : u"%1 of %2 of the customer are served by exactly one department; nobody has named owners."_s)
            .arg(QString::number(owned), counted(known, u"step"_s, u"steps"_s));
    metrics += metric;
    for (size_t department = 0; department < perDepartment.size(); ++department) {
        Metric part = metricOf(u"moments-of-department"_s,
                               {{ElementKind::Department, context.graph.departments[department]->id.value}});
        setCount(part, perDepartment[department], known, unknown);
        const int steps = perDepartment[department];
        part.sentence = u"%1 answers for %2 of the customer."_s.arg(
            sentenceStart(context.say.department(int(department))),
            steps == 0 ? u"no step"_s : counted(steps, u"step"_s, u"steps"_s));
        metrics += part;
    }
}

} // namespace

void addContactMetrics(const MetricContext& context, QList<Metric>& metrics)
{
    std::set<int> roles;
    std::vector<int> cards;
    Metric contacts = metricOf(u"contacts"_s);
    int pairs = 0;
    for (int card = 0; card < context.graph.cardCount(); ++card) {
        if (context.graph.cards[size_t(card)].party < 0)
            continue;
        cards.push_back(card);
        roles.insert(context.served[size_t(card)].roles.begin(), context.served[size_t(card)].roles.end());
        pairs += int(context.graph.serving(card).size());
        if (!context.graph.serving(card).empty())
            addElement(contacts, context.cardRef(card));
    }
    setCount(contacts, pairs, int(cards.size()), 0);
    contacts.sentence = u"In %1 the customer meets a step of ours %2."_s.arg(
        counted(qsizetype(cards.size()), u"step"_s, u"steps"_s), pairs == 1 ? u"once"_s : u"%1 times"_s.arg(pairs));
    metrics += rolesMet(context, roles);
    metrics += departmentsMet(context, roles);
    metrics += contacts;
    addOwnership(context, cards, metrics);
}

} // namespace throughline
