// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace throughline {

void giveMemoryBack()
{
#ifdef __GLIBC__
    constexpr int LargeBytes = 256 * 1024; // without this the limit grows to 32 MB after the first file
    constexpr int Arenas = 2;              // one for the window, one for the workers
    (void)mallopt(M_MMAP_THRESHOLD, LargeBytes);
    (void)mallopt(M_ARENA_MAX, Arenas);
#endif
}

} // namespace throughline
