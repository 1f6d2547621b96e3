// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/history.h"

namespace throughline {

void History::push(Entry entry)
{
    if (m_cleanIndex > m_index)
        m_cleanIndex = -1;
    m_entries.resize(m_index);
    entry.state = ++m_lastState;
    if (mergesIntoLast(entry)) {
        Entry& last = m_entries.last();
        last.patch = compose(last.patch, entry.patch);
        last.timeMs = entry.timeMs;
        last.isBeside = last.isBeside || entry.isBeside;
        last.state = entry.state;
        if (last.patch.isEmpty() && !last.isBeside) {
            m_entries.removeLast();
            --m_index;
        }
        return;
    }
    m_entries.append(std::move(entry));
    ++m_index;
}

void History::extendLast(const Patch& patch)
{
    // The state that was saved is none of the history any more.
    if (m_cleanIndex >= m_index)
        m_cleanIndex = -1;
    m_entries.resize(m_index);
    m_entries.last().patch = compose(m_entries.last().patch, patch);
    m_entries.last().state = ++m_lastState;
}

bool History::mergesIntoLast(const Entry& entry) const
{
    // The state that was saved must stay a state of its own, or undo could not come back to it.
    if (m_index == 0 || m_cleanIndex == m_index || entry.mergeKey.isEmpty())
        return false;
    const Entry& last = m_entries.last();
    return last.mergeKey == entry.mergeKey && entry.timeMs - last.timeMs <= MergeTimeMs;
}

Patch History::stepBack()
{
    return inverse(m_entries[--m_index].patch);
}

Patch History::stepForward()
{
    return m_entries[m_index++].patch;
}

} // namespace throughline
