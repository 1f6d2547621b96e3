// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/check/phrases.h"
#include "core/edit/draft.h"
#include "core/fix/fixes.h"
#include "core/model/queries.h"

#include <QSet>

#include <algorithm>

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

QSet<QString> errorsOf(const Blueprint& blueprint)
{
    QSet<QString> errors;
    for (const Finding& finding :
         checkBlueprint(blueprint, {.preset = Preset::All, .severities = {}, .today = {}}).findings) {
        if (!finding.accepted && finding.severity == Severity::Error)
            errors.insert(fingerprint(finding));
    }
    return errors;
}

bool makesError(const Blueprint& blueprint, const Patch& patch, const QSet<QString>& known)
{
    Blueprint patched = blueprint;
    return !apply(patched, patch) || !known.contains(errorsOf(patched));
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

SafeFixes safeFixes(const Blueprint& blueprint)
{
    QList<Connection> whole;
    for (const Connection& connection : blueprint.table<Connection>()) {
        if (const std::optional<Connection> one = attached(connection))
            whole += *one;
    }
    const QList<ConnectionId> duplicates = duplicatesOf(blueprint);
    if (whole.isEmpty() && duplicates.isEmpty())
        return {};

    // An end that is attached may bring to light what its looseness excused; such ones are left for people to judge.
    const QSet<QString> known = errorsOf(blueprint);
    SafeFixes fixes;
    Draft draft(blueprint);
    for (const ConnectionId& duplicate : duplicates)
        draft.remove(duplicate);
    fixes.duplicates = int(duplicates.size());
    Draft all = draft;
    for (const Connection& connection : whole)
        all.put(connection);
    if (!makesError(blueprint, all.patch(), known)) {
        draft = all;
        fixes.reattached = int(whole.size());
    } else {
        for (const Connection& connection : whole) {
            Draft next = draft;
            next.put(connection);
            if (makesError(blueprint, next.patch(), known))
                continue;
            draft = next;
            ++fixes.reattached;
        }
    }
    fixes.patch = draft.patch();
    fixes.text = textOf(fixes.reattached, fixes.duplicates);
    return fixes;
}

} // namespace throughline
