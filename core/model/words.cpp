// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/words.h"

#include <array>

namespace throughline {

namespace {

template <typename Enum>
struct Entry
{
    Enum value;
    QStringView word;
};

template <typename Enum>
struct Words;

template <>
struct Words<Stage>
{
    static constexpr auto table = std::to_array<Entry<Stage>>({{Stage::Evidence, u"evidence"},
                                                               {Stage::Customer, u"customer"},
                                                               {Stage::Frontstage, u"frontstage"},
                                                               {Stage::Backstage, u"backstage"},
                                                               {Stage::Support, u"support"}});
};

template <>
struct Words<RoleKind>
{
    static constexpr auto table = std::to_array<Entry<RoleKind>>({{RoleKind::Human, u"human"},
                                                                  {RoleKind::System, u"system"},
                                                                  {RoleKind::Ai, u"ai"},
                                                                  {RoleKind::External, u"external"}});
};

template <>
struct Words<PhaseKind>
{
    static constexpr auto table = std::to_array<Entry<PhaseKind>>({{PhaseKind::Unspecified, u""},
                                                                   {PhaseKind::Pre, u"pre"},
                                                                   {PhaseKind::Buy, u"buy"},
                                                                   {PhaseKind::Post, u"post"}});
};

template <>
struct Words<CardKind>
{
    static constexpr auto table = std::to_array<Entry<CardKind>>({{CardKind::Action, u"action"},
                                                                  {CardKind::Decision, u"decision"},
                                                                  {CardKind::Wait, u"wait"},
                                                                  {CardKind::Payment, u"payment"},
                                                                  {CardKind::Voice, u"voice"},
                                                                  {CardKind::Strategy, u"strategy"},
                                                                  {CardKind::Evidence, u"evidence"},
                                                                  {CardKind::Note, u"note"},
                                                                  {CardKind::PainPoint, u"pain"},
                                                                  {CardKind::Opportunity, u"opportunity"}});
};

template <>
struct Words<CardStatus>
{
    static constexpr auto table = std::to_array<Entry<CardStatus>>({{CardStatus::Unstated, u""},
                                                                    {CardStatus::Observed, u"observed"},
                                                                    {CardStatus::Assumed, u"assumed"},
                                                                    {CardStatus::Proposed, u"proposed"}});
};

template <>
struct Words<LaneCurve>
{
    static constexpr auto table = std::to_array<Entry<LaneCurve>>({{LaneCurve::None, u""},
                                                                   {LaneCurve::Emotion, u"emotion"},
                                                                   {LaneCurve::Effort, u"effort"},
                                                                   {LaneCurve::Worry, u"worry"}});
};

template <>
struct Words<WaitEnd>
{
    static constexpr auto table = std::to_array<Entry<WaitEnd>>({{WaitEnd::Unspecified, u""},
                                                                 {WaitEnd::OtherSide, u"other"},
                                                                 {WaitEnd::Self, u"self"},
                                                                 {WaitEnd::Time, u"time"}});
};

template <>
struct Words<Power>
{
    static constexpr auto table = std::to_array<Entry<Power>>({{Power::Product, u"product"},
                                                               {Power::Pricing, u"pricing"},
                                                               {Power::Distribution, u"distribution"},
                                                               {Power::Service, u"service"},
                                                               {Power::Structure, u"structure"},
                                                               {Power::Comms, u"comms"}});
};

template <>
struct Words<ConnectionKind>
{
    static constexpr auto table = std::to_array<Entry<ConnectionKind>>({{ConnectionKind::Auto, u"auto"},
                                                                        {ConnectionKind::Flow, u"flow"},
                                                                        {ConnectionKind::Request, u"request"},
                                                                        {ConnectionKind::Answer, u"answer"},
                                                                        {ConnectionKind::Tell, u"tell"},
                                                                        {ConnectionKind::SendAway, u"sendAway"},
                                                                        {ConnectionKind::Handover, u"handover"}});
};

template <>
struct Words<BlueprintState>
{
    static constexpr auto table =
        std::to_array<Entry<BlueprintState>>({{BlueprintState::AsIs, u"asis"}, {BlueprintState::ToBe, u"tobe"}});
};

template <>
struct Words<Severity>
{
    static constexpr auto table = std::to_array<Entry<Severity>>({{Severity::Off, u"off"},
                                                                  {Severity::Hint, u"hint"},
                                                                  {Severity::Warning, u"warning"},
                                                                  {Severity::Error, u"error"}});
};

template <>
struct Words<Capability::Ability>
{
    static constexpr auto table =
        std::to_array<Entry<Capability::Ability>>({{Capability::Ability::Fulfils, u"fulfils"},
                                                   {Capability::Ability::PassesOn, u"passes"},
                                                   {Capability::Ability::Refuses, u"refuses"}});
};

template <typename Enum>
QString wordOf(Enum value)
{
    for (const auto& entry : Words<Enum>::table) {
        if (entry.value == value)
            return entry.word.toString();
    }
    return {};
}

template <typename Enum>
std::optional<Enum> valueOf(QStringView text)
{
    for (const auto& entry : Words<Enum>::table) {
        if (!entry.word.isEmpty() && entry.word == text)
            return entry.value;
    }
    return std::nullopt;
}

template <typename Enum>
QStringList wordsOf()
{
    QStringList words;
    for (const auto& entry : Words<Enum>::table) {
        if (!entry.word.isEmpty())
            words += entry.word.toString();
    }
    return words;
}

} // namespace

QString word(Stage stage)
{
    return wordOf(stage);
}
QString word(RoleKind kind)
{
    return wordOf(kind);
}
QString word(PhaseKind kind)
{
    return wordOf(kind);
}
QString word(CardKind kind)
{
    return wordOf(kind);
}
QString word(CardStatus status)
{
    return wordOf(status);
}
QString word(LaneCurve curve)
{
    return wordOf(curve);
}
QString word(WaitEnd end)
{
    return wordOf(end);
}
QString word(Power power)
{
    return wordOf(power);
}
QString word(ConnectionKind kind)
{
    return wordOf(kind);
}
QString word(BlueprintState state)
{
    return wordOf(state);
}
QString word(Severity severity)
{
    return wordOf(severity);
}
QString word(Capability::Ability ability)
{
    return wordOf(ability);
}

std::optional<Stage> stageFrom(QStringView text)
{
    return valueOf<Stage>(text);
}
std::optional<RoleKind> roleKindFrom(QStringView text)
{
    return valueOf<RoleKind>(text);
}
std::optional<PhaseKind> phaseKindFrom(QStringView text)
{
    return valueOf<PhaseKind>(text);
}
std::optional<CardKind> cardKindFrom(QStringView text)
{
    return valueOf<CardKind>(text);
}
std::optional<CardStatus> cardStatusFrom(QStringView text)
{
    return valueOf<CardStatus>(text);
}
std::optional<LaneCurve> laneCurveFrom(QStringView text)
{
    return valueOf<LaneCurve>(text);
}
std::optional<WaitEnd> waitEndFrom(QStringView text)
{
    return valueOf<WaitEnd>(text);
}
std::optional<Power> powerFrom(QStringView text)
{
    return valueOf<Power>(text);
}
std::optional<ConnectionKind> connectionKindFrom(QStringView text)
{
    return valueOf<ConnectionKind>(text);
}
std::optional<BlueprintState> blueprintStateFrom(QStringView text)
{
    return valueOf<BlueprintState>(text);
}
std::optional<Severity> severityFrom(QStringView text)
{
    return valueOf<Severity>(text);
}
std::optional<Capability::Ability> abilityFrom(QStringView text)
{
    return valueOf<Capability::Ability>(text);
}

QStringList stageWords()
{
    return wordsOf<Stage>();
}
QStringList roleKindWords()
{
    return wordsOf<RoleKind>();
}
QStringList phaseKindWords()
{
    return wordsOf<PhaseKind>();
}
QStringList cardKindWords()
{
    return wordsOf<CardKind>();
}
QStringList cardStatusWords()
{
    return wordsOf<CardStatus>();
}
QStringList laneCurveWords()
{
    return wordsOf<LaneCurve>();
}
QStringList waitEndWords()
{
    return wordsOf<WaitEnd>();
}
QStringList powerWords()
{
    return wordsOf<Power>();
}
QStringList connectionKindWords()
{
    return wordsOf<ConnectionKind>();
}
QStringList blueprintStateWords()
{
    return wordsOf<BlueprintState>();
}
QStringList severityWords()
{
    return wordsOf<Severity>();
}
QStringList abilityWords()
{
    return wordsOf<Capability::Ability>();
}

QList<Power> allPowers()
{
    QList<Power> powers;
    for (const auto& entry : Words<Power>::table)
        powers += entry.value;
    return powers;
}

} // namespace throughline
