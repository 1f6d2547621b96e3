// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <future>
#include <system_error>

namespace throughline {

/// Does both and returns when both are done: first in the calling thread, second in another one when atOnce is set and
/// a thread is to be had, else after the first. Neither may touch what the other writes, and neither may throw.
template <typename First, typename Second>
void doBoth(bool atOnce, const First& first, const Second& second)
{
    std::future<void> other;
    if (atOnce) {
        try {
            other = std::async(std::launch::async, [&second] { second(); });
        } catch (const std::system_error&) { // no more threads
        }
    }
    first();
    if (other.valid())
        other.get();
    else
        second();
}

/// Calls work(begin, end) for the parts of [0, count): for its two halves as doBoth() does when atOnce is set, else for
/// all of it. The part that begins at 0 is done in the calling thread.
template <typename Work>
void shareOut(size_t count, bool atOnce, const Work& work)
{
    const size_t middle = atOnce ? (count + 1) / 2 : count;
    doBoth(
        atOnce, [&] { work(size_t(0), middle); },
        [&] {
            if (middle < count)
                work(middle, count);
        });
}

} // namespace throughline
