// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Keeping what the program holds of the memory near what it needs, and quick to get. Does nothing where the C library
/// has no such settings.
namespace throughline {

/// Lets threads share what memory they have freed, and takes memory in large steps. Call it before the first thread
/// starts.
void tuneMemory();

/// Gives free memory back to the system: after work that took much for a moment, and where nobody waits.
void giveMemoryBack();

} // namespace throughline
