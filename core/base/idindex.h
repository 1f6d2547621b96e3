// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringView>

#include <vector>

namespace throughline {

/// From ids to numbers, for many look-ups: an id of up to 15 Latin-1 characters, as nearly all are, is kept within the
/// table, so that finding it touches one place in memory and not the texts of others.
class IdIndex
{
public:
    /// Makes room for so many ids altogether.
    void reserve(qsizetype count);
    /// Adds an id with a number from 0, or gives it another number.
    void insert(QStringView id, int number);
    /// Takes an id out, if it is there.
    void remove(QStringView id);
    /// The number of an id, or -1. O(1).
    [[nodiscard]] int value(QStringView id) const;
    [[nodiscard]] bool contains(QStringView id) const { return value(id) >= 0; }
    /// Asks the processor for the place of an id that will be looked up soon. Changes nothing else.
    void lookAhead(QStringView id) const;

private:
    /// An id in 16 bytes: its length and its characters. No id has the length 0.
    struct Key
    {
        quint64 first = 0;
        quint64 second = 0;

        bool operator==(const Key&) const = default;
    };
    struct Slot
    {
        Key key;
        int number = -1;
    };

    [[nodiscard]] static bool pack(QStringView id, Key& key);
    /// Where a key stands if nothing is in its way.
    [[nodiscard]] size_t homeOf(const Key& key) const;
    /// Where a key stands, or the free slot where it would.
    [[nodiscard]] size_t slotOf(const Key& key) const;
    void resize(size_t slots);

    std::vector<Slot> m_slots; ///< none or a power of two of them, at most half in use
    size_t m_used = 0;
    QHash<QString, int> m_long;
    quint64 m_seed = quint64(QHashSeed::globalSeed());
};

} // namespace throughline
