// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/memory.h"

#ifdef THROUGHLINE_JEMALLOC
#include <jemalloc/jemalloc.h>

/// Read by jemalloc when the program starts. Each page that is touched first costs a turn in the kernel, so it takes
/// large pages where they may be asked for. One arena: what one thread has freed another one takes, and small blocks
/// come from a store of each thread. Pictures of a large screen are no exception that is given back at once.
extern "C" {
const char* malloc_conf = "thp:always,narenas:1,oversize_threshold:0";
}
#endif

namespace throughline {

void giveMemoryBack()
{
#ifdef THROUGHLINE_JEMALLOC
    static_assert(MALLCTL_ARENAS_ALL == 4096);
    constexpr const char* PurgeAll = "arena.4096.purge";
    (void)mallctl(PurgeAll, nullptr, nullptr, nullptr, 0);
#endif
}

} // namespace throughline
