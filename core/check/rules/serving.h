// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/rule.h"

#include <QStringList>

#include <vector>

namespace throughline {

/// Who serves a customer card, all together.
struct Serving
{
    std::vector<int> nodes;
    std::vector<int> roles;             ///< ascending
    std::vector<int> departments;       ///< ascending, of the roles that have one
    std::vector<int> withoutDepartment; ///< nodes
};

/// Who serves a customer card; everything empty where nobody does.
[[nodiscard]] Serving servingOf(const ServiceGraph& graph, int card);

/// "lane Bar has no department and role Host has no department", for coverage notes.
class MissingDepartments
{
public:
    explicit MissingDepartments(const RuleRun& run) : m_run(run) {}
    void add(const Serving& serving);
    /// Empty where every department is known.
    [[nodiscard]] QString sentence() const;

private:
    const RuleRun& m_run;
    QStringList m_names;
};

} // namespace throughline
