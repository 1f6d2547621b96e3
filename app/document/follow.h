// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace throughline {

/// What a receiver does when a signal comes; made by when().
template <typename Signal, typename Slot>
struct Reaction
{
    Signal signal;
    Slot slot;
};

/// `when(&CheckRunner::resultChanged, &FindingsModel::refresh)`, for follow(). The slot is a member function of the
/// receiver, a signal of it or a lambda.
template <typename Signal, typename Slot>
[[nodiscard]] Reaction<Signal, Slot> when(Signal signal, Slot slot)
{
    return {signal, slot};
}

/// Lets the receiver leave the source it listens to and listen to next (may be null) instead: it reacts to those
/// signals and to no other of it. Returns false, and changes nothing, where next is the source already.
template <typename Receiver, typename Source, typename... Reactions>
bool follow(Receiver* receiver, QPointer<Source>& source, Source* next, const Reactions&... reactions)
{
    if (next == source)
        return false;
    if (source)
        source->disconnect(receiver);
    source = next;
    if (next)
        (QObject::connect(next, reactions.signal, receiver, reactions.slot), ...);
    return true;
}

} // namespace throughline
