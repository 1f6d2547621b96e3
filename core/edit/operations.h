// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Every edit of a blueprint: pure functions from a blueprint to the patch that does the edit, or an error of code
/// NotPossible (or Reference, Value) whose message can be shown to the user as it is. None of them changes anything.
/// Ids of new elements are chosen by the caller or drawn from an IdSource, so that tests can choose them.
#include "core/edit/abilityoperations.h"
#include "core/edit/cardoperations.h"
#include "core/edit/connectionoperations.h"
#include "core/edit/copying.h"
#include "core/edit/elementoperations.h"
#include "core/edit/gridoperations.h"
#include "core/edit/removal.h"
#include "core/edit/requestoperations.h"
