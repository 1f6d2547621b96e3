// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <memory>

namespace throughline {

/// What a few dozen elements name, in 128 bytes: a Bloom filter. It never denies a key that was added, and admits one
/// in a hundred that was not (three bits a key of 1,024, for about a hundred keys).
class Summary
{
public:
    /// key: a hash whose low 30 bits are evenly spread.
    void add(size_t key)
    {
        for (int i = 0; i < Bits; ++i)
            word(key, i) |= bit(key, i);
    }
    [[nodiscard]] bool mayHold(size_t key) const
    {
        for (int i = 0; i < Bits; ++i) {
            if (!(m_words[wordOf(key, i)] & bit(key, i)))
                return false;
        }
        return true;
    }

private:
    static constexpr int Bits = 3;

    static size_t wordOf(size_t key, int i) { return (key >> (10 * i + 6)) & 15U; }
    static quint64 bit(size_t key, int i) { return quint64(1) << ((key >> (10 * i)) & 63U); }
    quint64& word(size_t key, int i) { return m_words[wordOf(key, i)]; }

    std::array<quint64, 16> m_words{};
};

/// A summary that is made when it is first asked for. Two threads may ask at once: one of what they make is kept.
class LazySummary
{
public:
    LazySummary() = default;
    ~LazySummary() { delete m_made.load(std::memory_order_relaxed); }
    Q_DISABLE_COPY_MOVE(LazySummary)

    /// The summary; make() gives it when there is none yet, the same whoever calls it.
    template <typename Make>
    [[nodiscard]] const Summary& get(const Make& make) const
    {
        if (const Summary* made = m_made.load(std::memory_order_acquire))
            return *made;
        auto mine = std::make_unique<const Summary>(make());
        const Summary* theirs = nullptr;
        if (m_made.compare_exchange_strong(theirs, mine.get(), std::memory_order_acq_rel, std::memory_order_acquire))
            return *mine.release();
        return *theirs;
    }

private:
    mutable std::atomic<const Summary*> m_made = nullptr;
};

} // namespace throughline
