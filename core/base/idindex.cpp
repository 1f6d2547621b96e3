// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/idindex.h"

#include "core/base/prefetch.h"

#include <bit>
#include <utility>

namespace throughline {

namespace {

constexpr qsizetype LongestPacked = 15;
constexpr int BitsAByte = 8;

/// Spreads a number over 64 bits (the finaliser of MurmurHash3, in the public domain).
quint64 spread(quint64 value)
{
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

} // namespace

void IdIndex::reserve(qsizetype count)
{
    if (const size_t slots = std::bit_ceil(size_t(count) * 2 + 2); slots > m_slots.size())
        resize(slots);
}

void IdIndex::insert(QStringView id, int number)
{
    Key key;
    if (!pack(id, key)) {
        m_long.insert(id.toString(), number);
        return;
    }
    if ((m_used + 1) * 2 > m_slots.size())
        resize(std::bit_ceil((m_used + 1) * 4));
    Slot& slot = m_slots[slotOf(key)];
    m_used += slot.number < 0 ? 1 : 0;
    slot = {key, number};
}

void IdIndex::remove(QStringView id)
{
    Key key;
    if (!pack(id, key)) {
        m_long.remove(id.toString());
        return;
    }
    if (m_slots.empty())
        return;
    const size_t mask = m_slots.size() - 1;
    size_t gap = slotOf(key);
    if (m_slots[gap].number < 0)
        return;
    --m_used;
    // Those that stand behind because something was in their way move up.
    for (size_t at = (gap + 1) & mask; m_slots[at].number >= 0; at = (at + 1) & mask) {
        const size_t home = homeOf(m_slots[at].key);
        if (((at - home) & mask) >= ((at - gap) & mask)) {
            m_slots[gap] = m_slots[at];
            gap = at;
        }
    }
    m_slots[gap] = {};
}

int IdIndex::value(QStringView id) const
{
    Key key;
    if (!pack(id, key))
        return m_long.isEmpty() ? -1 : m_long.value(id.toString(), -1);
    return m_slots.empty() ? -1 : m_slots[slotOf(key)].number;
}

void IdIndex::lookAhead(QStringView id) const
{
    Key key;
    if (!m_slots.empty() && pack(id, key))
        prefetch(m_slots[homeOf(key)]);
}

bool IdIndex::pack(QStringView id, Key& key)
{
    if (id.isEmpty() || id.size() > LongestPacked)
        return false;
    quint64 words[2] = {quint64(id.size()), 0};
    for (qsizetype i = 0; i < id.size(); ++i) {
        const char16_t letter = id[i].unicode();
        if (letter > 0xff)
            return false;
        const qsizetype at = i + 1;
        words[at / BitsAByte] |= quint64(letter) << (at % BitsAByte * BitsAByte);
    }
    key = {words[0], words[1]};
    return true;
}

size_t IdIndex::homeOf(const Key& key) const
{
    return size_t(spread(key.first ^ spread(key.second ^ m_seed))) & (m_slots.size() - 1);
}

size_t IdIndex::slotOf(const Key& key) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = homeOf(key);
    while (m_slots[slot].number >= 0 && m_slots[slot].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

void IdIndex::resize(size_t slots)
{
    const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(slots));
    for (const Slot& slot : before) {
        if (slot.number >= 0)
            m_slots[slotOf(slot.key)] = slot;
    }
}

} // namespace throughline
