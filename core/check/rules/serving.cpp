// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/serving.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

void sortUnique(std::vector<int>& values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace

Serving servingOf(const ServiceGraph& graph, int card)
{
    Serving serving;
    for (const int node : graph.serving(card)) {
        const RoleSet& set = graph.rolesAt(node);
        serving.nodes.push_back(node);
        serving.roles.insert(serving.roles.end(), set.roles.begin(), set.roles.end());
        serving.departments.insert(serving.departments.end(), set.departments.begin(), set.departments.end());
        if (!set.departmentsKnown)
            serving.withoutDepartment.push_back(node);
    }
    sortUnique(serving.roles);
    sortUnique(serving.departments);
    return serving;
}

void MissingDepartments::add(const Serving& serving)
{
    const ServiceGraph& graph = m_run.graph;
    for (const int node : serving.withoutDepartment) {
        for (const int role : graph.rolesAt(node).roles) {
            if (graph.roleDepartment[size_t(role)] >= 0)
                continue;
            const QString name = (graph.isUnnamed(role) ? u"lane "_s : u"role "_s) + m_run.say.role(role);
            if (!m_names.contains(name))
                m_names += name;
        }
    }
}

QString MissingDepartments::sentence() const
{
    if (m_names.isEmpty())
        return {};
    return listed(m_names) + (m_names.size() == 1 ? u" has no department"_s : u" have no department"_s);
}

} // namespace throughline
