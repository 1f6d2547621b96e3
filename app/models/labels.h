// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

#include <QVariantList>

/// The enumerations in the user's language, and the choices a form offers: objects {value, text}.
namespace throughline {

[[nodiscard]] QString label(Stage stage);
[[nodiscard]] QString label(RoleKind kind);
[[nodiscard]] QString label(PhaseKind kind);
[[nodiscard]] QString label(CardKind kind);
[[nodiscard]] QString label(CardStatus status);
[[nodiscard]] QString label(LaneCurve curve);
[[nodiscard]] QString label(WaitEnd end);
[[nodiscard]] QString label(Power power);
[[nodiscard]] QString label(ConnectionKind kind);
[[nodiscard]] QString label(BlueprintState state);
[[nodiscard]] QString label(Capability::Ability ability);
/// "card", "connection", … as it stands in a sentence.
[[nodiscard]] QString label(ElementKind kind);

/// One choice.
[[nodiscard]] QVariantMap choice(const QString& value, const QString& text);

[[nodiscard]] QVariantList stageChoices();
[[nodiscard]] QVariantList roleKindChoices();
[[nodiscard]] QVariantList phaseKindChoices();
[[nodiscard]] QVariantList cardKindChoices();
[[nodiscard]] QVariantList cardStatusChoices();
[[nodiscard]] QVariantList laneCurveChoices();
[[nodiscard]] QVariantList waitEndChoices();
[[nodiscard]] QVariantList powerChoices();
[[nodiscard]] QVariantList connectionKindChoices();
[[nodiscard]] QVariantList blueprintStateChoices();
[[nodiscard]] QVariantList abilityChoices();

} // namespace throughline
