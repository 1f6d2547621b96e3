// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace throughline {

/// Starts the editor with a window for each file named on the command line, or one with the start page; returns the
/// exit status when the last window closed. 2 when no window could be made.
int runEditor(int argc, char** argv);

} // namespace throughline
