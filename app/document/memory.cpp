// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace throughline {

void shareMemory()
{
#ifdef __GLIBC__
    constexpr int Arenas = 2; // one for the window, one for the workers
    (void)mallopt(M_ARENA_MAX, Arenas);
#endif
}

void giveMemoryBack()
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

} // namespace throughline
