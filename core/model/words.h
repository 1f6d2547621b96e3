// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/elements.h"

/// The words of the enumerations as they stand in files, in the notation and on the command line: one spelling for all.
/// word() never returns an empty text except for the Unspecified, Unstated and None enumerators; the xFrom() functions
/// return nothing for a word they do not know and are case-sensitive.
namespace throughline {

[[nodiscard]] QString word(Stage stage);
[[nodiscard]] QString word(RoleKind kind);
[[nodiscard]] QString word(PhaseKind kind);
[[nodiscard]] QString word(CardKind kind);
[[nodiscard]] QString word(CardStatus status);
[[nodiscard]] QString word(LaneCurve curve);
[[nodiscard]] QString word(WaitEnd end);
[[nodiscard]] QString word(Power power);
[[nodiscard]] QString word(ConnectionKind kind);
[[nodiscard]] QString word(BlueprintState state);
[[nodiscard]] QString word(Severity severity);
[[nodiscard]] QString word(Capability::Ability ability);

[[nodiscard]] std::optional<Stage> stageFrom(QStringView text);
[[nodiscard]] std::optional<RoleKind> roleKindFrom(QStringView text);
[[nodiscard]] std::optional<PhaseKind> phaseKindFrom(QStringView text);
[[nodiscard]] std::optional<CardKind> cardKindFrom(QStringView text);
[[nodiscard]] std::optional<CardStatus> cardStatusFrom(QStringView text);
[[nodiscard]] std::optional<LaneCurve> laneCurveFrom(QStringView text);
[[nodiscard]] std::optional<WaitEnd> waitEndFrom(QStringView text);
[[nodiscard]] std::optional<Power> powerFrom(QStringView text);
[[nodiscard]] std::optional<ConnectionKind> connectionKindFrom(QStringView text);
[[nodiscard]] std::optional<BlueprintState> blueprintStateFrom(QStringView text);
[[nodiscard]] std::optional<Severity> severityFrom(QStringView text);
[[nodiscard]] std::optional<Capability::Ability> abilityFrom(QStringView text);

/// Every word of an enumeration in the order of its enumerators, for choices and for error messages.
[[nodiscard]] QStringList stageWords();
[[nodiscard]] QStringList roleKindWords();
[[nodiscard]] QStringList phaseKindWords();
[[nodiscard]] QStringList cardKindWords();
[[nodiscard]] QStringList cardStatusWords();
[[nodiscard]] QStringList laneCurveWords();
[[nodiscard]] QStringList waitEndWords();
[[nodiscard]] QStringList powerWords();
[[nodiscard]] QStringList connectionKindWords();
[[nodiscard]] QStringList blueprintStateWords();
[[nodiscard]] QStringList severityWords();
[[nodiscard]] QStringList abilityWords();

/// Every power in the order of powerWords().
[[nodiscard]] QList<Power> allPowers();

} // namespace throughline
