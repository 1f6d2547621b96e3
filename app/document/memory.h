// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Keeping what the program holds of the memory near what it needs. Does nothing where the C library has no such
/// settings.
namespace throughline {

/// Lets threads share what memory they have freed. Call it before the first thread starts.
void shareMemory();

/// Gives free memory back to the system: after work that took much for a moment, and where nobody waits.
void giveMemoryBack();

} // namespace throughline
