// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/idindex.h"

#include <bit>

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
    m_slots.assign(std::bit_ceil(size_t(count) * 2 + 2), Slot());
}

void IdIndex::insert(QStringView id, int number)
{
    Key key;
    if (!pack(id, key)) {
        m_long.insert(id, number);
        return;
    }
    m_slots[slotOf(key)] = {key, number};
}

int IdIndex::value(QStringView id) const
{
    Key key;
    if (!pack(id, key))
        return m_long.value(id, -1);
    return m_slots.empty() ? -1 : m_slots[slotOf(key)].number;
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

size_t IdIndex::slotOf(const Key& key) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = size_t(spread(key.first ^ spread(key.second ^ m_seed))) & mask;
    while (m_slots[slot].number >= 0 && m_slots[slot].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

} // namespace throughline
