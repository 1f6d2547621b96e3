// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/check/phrases.h"
#include "core/edit/draft.h"
#include "core/fix/fixes.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

/// A loose end drawn at most this far from a shape was meant for it: 68 % of the loose ends of real process models.
constexpr int touchingPx = 2;

bool attach(End& end)
{
    const LooseEnd* loose = std::get_if<LooseEnd>(&end);
    if (!loose || loose->nearest.isEmpty() || loose->distance > touchingPx)
        return false;
    end = CardId(loose->nearest);
    return true;
}

/// The connection with its touching ends attached; nothing when there are none or it would join a card with itself.
std::optional<Connection> attached(const Connection& connection)
{
    Connection whole = connection;
    const bool from = attach(whole.from);
    const bool to = attach(whole.to);
    if ((!from && !to) || whole.from == whole.to)
        return std::nullopt;
    return whole;
}

/// Whether two connections say exactly the same, their ids aside.
bool saySame(Connection left, const Connection& right)
{
    left.id = right.id;
    return left == right;
}

/// The repetitions of earlier connections that nothing refers to.
QList<ConnectionId> duplicatesOf(const Blueprint& blueprint)
{
    QSet<ConnectionId> answered;
    QHash<CardId, QList<const Connection*>> bySource;
    QList<ConnectionId> duplicates;
    for (const Connection& connection : blueprint.table<Connection>())
        answered.insert(connection.answers);
    for (const Connection& connection : blueprint.table<Connection>()) {
        const CardId* from = cardAt(connection.from);
        if (!from || !cardAt(connection.to) || answered.contains(connection.id))
            continue;
        QList<const Connection*>& others = bySource[*from];
        if (std::ranges::any_of(others, [&](const Connection* other) { return saySame(*other, connection); }))
            duplicates += connection.id;
        else
            others += &connection;
    }
    return duplicates;
}

QSet<QString> errorsIn(const CheckResult& result)
{
    QSet<QString> errors;
    for (const Finding& finding : result.findings) {
        if (!finding.accepted && finding.severity == Severity::Error)
            errors.insert(fingerprint(finding));
    }
    return errors;
}

/// Tries patches on copies of one blueprint, as often as there is time for.
class Trials
{
public:
    Trials(const Blueprint& blueprint, const CheckOptions& options, const std::optional<CheckResult>& before,
           const std::function<bool()>& isStopped)
        : m_blueprint(blueprint),
          m_options(options),
          m_isStopped(isStopped),
          m_known(errorsIn(before ? *before : checkBlueprint(blueprint, options)))
    {
    }

    [[nodiscard]] bool isStopped() const { return m_isStopped && m_isStopped(); }
    [[nodiscard]] bool isSpent() const { return m_left == 0 || isStopped(); }
    /// Whether it is known that a patch brings no new error.
    [[nodiscard]] bool isSafe(const Patch& patch)
    {
        Blueprint patched = m_blueprint;
        if (isSpent() || !apply(patched, patch))
            return false;
        --m_left;
        return m_known.contains(errorsIn(checkBlueprint(patched, m_options)));
    }

private:
    static constexpr int Most = 40;

    const Blueprint& m_blueprint;
    const CheckOptions& m_options;
    const std::function<bool()>& m_isStopped;
    const QSet<QString> m_known;
    int m_left = Most;
};

/// Puts into the draft those of some connections that are safe there, and tells how many they are: all at once, or else
/// by halves.
int putSafe(Draft& draft, std::span<const Connection> connections, Trials& trials)
{
    Draft next = draft;
    for (const Connection& connection : connections)
        next.put(connection);
    if (trials.isSafe(next.patch())) {
        draft = next;
        return int(connections.size());
    }
    if (connections.size() < 2 || trials.isSpent())
        return 0;
    const size_t half = connections.size() / 2;
    const int first = putSafe(draft, connections.first(half), trials);
    return first + putSafe(draft, connections.subspan(half), trials);
}

QString textOf(int reattached, int duplicates)
{
    QStringList parts;
    if (reattached > 0)
        parts += u"attach "_s + counted(reattached, u"loose connection"_s, u"loose connections"_s);
    if (duplicates > 0)
        parts += u"remove "_s + counted(duplicates, u"repeated connection"_s, u"repeated connections"_s);
    return parts.isEmpty() ? QString() : sentenceStart(parts.join(u" and "_s));
}

} // namespace

SafeFixes safeFixes(const Blueprint& blueprint, const CheckOptions& options, const std::optional<CheckResult>& before,
                    const std::function<bool()>& isStopped)
{
    std::vector<Connection> whole;
    for (const Connection& connection : blueprint.table<Connection>()) {
        if (const std::optional<Connection> one = attached(connection))
            whole.push_back(*one);
    }
    const QList<ConnectionId> duplicates = duplicatesOf(blueprint);
    if (whole.empty() && duplicates.isEmpty())
        return {};

    SafeFixes fixes;
    Draft draft(blueprint);
    for (const ConnectionId& duplicate : duplicates)
        draft.remove(duplicate);
    fixes.duplicates = int(duplicates.size());
    if (!whole.empty()) {
        // An end that is attached may bring to light what its looseness excused; such ones are left for people to
        // judge.
        Trials trials(blueprint, options, before, isStopped);
        fixes.reattached = putSafe(draft, whole, trials);
        if (trials.isStopped())
            return {};
    }
    fixes.patch = draft.patch();
    fixes.text = textOf(fixes.reattached, fixes.duplicates);
    return fixes;
}

} // namespace throughline
