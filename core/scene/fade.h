// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace throughline {

/// How much of the ground is in what is faded (SceneOptions::lit).
constexpr double FadeShare = 0.74;

} // namespace throughline
