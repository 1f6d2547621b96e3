// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace throughline {

/// Lets large pieces of memory go back to the system as soon as they are free, and threads share what is left over:
/// what reading, checking and undoing took for a moment does not stay with the program. Call it before the first thread
/// starts. Does nothing where the C library has no such settings.
void giveMemoryBack();

} // namespace throughline
