// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace throughline {

void tuneMemory()
{
#ifdef __GLIBC__
    constexpr int MiB = 1024 * 1024;
    constexpr int Arenas = 2; // one for the window, one for the workers
    (void)mallopt(M_ARENA_MAX, Arenas);
    // Each page that is touched first costs a turn in the kernel. In large steps the heap gets huge pages where the
    // system has them, and pictures that come and go stay in it: the highest that glibc would come to by itself.
    (void)mallopt(M_TOP_PAD, 16 * MiB);
    (void)mallopt(M_MMAP_THRESHOLD, 32 * MiB);
    (void)mallopt(M_TRIM_THRESHOLD, 64 * MiB);
#endif
}

void giveMemoryBack()
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

} // namespace throughline
