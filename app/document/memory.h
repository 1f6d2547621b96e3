// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Keeping what the program holds of the memory near what it needs. Memory comes from jemalloc, which the editor links,
/// in the largest pages the system gives (docs/decisions/015-memory-from-jemalloc.md).
namespace throughline {

/// Gives free memory back to the system: after work that took much for a moment, and where nobody waits. Does nothing
/// where memory comes from another library.
void giveMemoryBack();

} // namespace throughline
