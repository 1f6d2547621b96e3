// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/labels.h"

#include "core/model/words.h"

#include <QCoreApplication>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Labels", text);
}

template <typename Enum, size_t Count>
QVariantList choices(const Enum (&values)[Count])
{
    QVariantList list;
    for (const Enum value : values)
        list.append(choice(word(value), label(value)));
    return list;
}

} // namespace

QString label(Stage stage)
{
    switch (stage) {
    case Stage::Evidence:
        return say(QT_TRANSLATE_NOOP("Labels", "Evidence"));
    case Stage::Customer:
        return say(QT_TRANSLATE_NOOP("Labels", "Customer"));
    case Stage::Frontstage:
        return say(QT_TRANSLATE_NOOP("Labels", "Frontstage"));
    case Stage::Backstage:
        return say(QT_TRANSLATE_NOOP("Labels", "Backstage"));
    case Stage::Support:
        return say(QT_TRANSLATE_NOOP("Labels", "Support"));
    }
    return {};
}

QString label(RoleKind kind)
{
    switch (kind) {
    case RoleKind::Human:
        return say(QT_TRANSLATE_NOOP("Labels", "Person"));
    case RoleKind::System:
        return say(QT_TRANSLATE_NOOP("Labels", "System"));
    case RoleKind::Ai:
        return say(QT_TRANSLATE_NOOP("Labels", "AI"));
    case RoleKind::External:
        return say(QT_TRANSLATE_NOOP("Labels", "Outside partner"));
    }
    return {};
}

QString label(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Unspecified:
        return say(QT_TRANSLATE_NOOP("Labels", "Not said"));
    case PhaseKind::Pre:
        return say(QT_TRANSLATE_NOOP("Labels", "Before the purchase"));
    case PhaseKind::Buy:
        return say(QT_TRANSLATE_NOOP("Labels", "Purchase"));
    case PhaseKind::Post:
        return say(QT_TRANSLATE_NOOP("Labels", "After the purchase"));
    }
    return {};
}

QString label(CardKind kind)
{
    switch (kind) {
    case CardKind::Action:
        return say(QT_TRANSLATE_NOOP("Labels", "Action"));
    case CardKind::Decision:
        return say(QT_TRANSLATE_NOOP("Labels", "Decision"));
    case CardKind::Wait:
        return say(QT_TRANSLATE_NOOP("Labels", "Wait"));
    case CardKind::Payment:
        return say(QT_TRANSLATE_NOOP("Labels", "Payment"));
    case CardKind::Voice:
        return say(QT_TRANSLATE_NOOP("Labels", "Customer's voice"));
    case CardKind::Strategy:
        return say(QT_TRANSLATE_NOOP("Labels", "Strategy"));
    case CardKind::Evidence:
        return say(QT_TRANSLATE_NOOP("Labels", "Evidence"));
    case CardKind::Note:
        return say(QT_TRANSLATE_NOOP("Labels", "Sticky note"));
    case CardKind::PainPoint:
        return say(QT_TRANSLATE_NOOP("Labels", "Pain point"));
    case CardKind::Opportunity:
        return say(QT_TRANSLATE_NOOP("Labels", "Opportunity"));
    }
    return {};
}

QString label(CardStatus status)
{
    switch (status) {
    case CardStatus::Unstated:
        return say(QT_TRANSLATE_NOOP("Labels", "Not said"));
    case CardStatus::Observed:
        return say(QT_TRANSLATE_NOOP("Labels", "Observed"));
    case CardStatus::Assumed:
        return say(QT_TRANSLATE_NOOP("Labels", "Assumed"));
    case CardStatus::Proposed:
        return say(QT_TRANSLATE_NOOP("Labels", "Proposed"));
    }
    return {};
}

QString label(LaneCurve curve)
{
    switch (curve) {
    case LaneCurve::None:
        return say(QT_TRANSLATE_NOOP("Labels", "Cards"));
    case LaneCurve::Emotion:
        return say(QT_TRANSLATE_NOOP("Labels", "Curve of the emotion"));
    case LaneCurve::Effort:
        return say(QT_TRANSLATE_NOOP("Labels", "Curve of the effort"));
    case LaneCurve::Worry:
        return say(QT_TRANSLATE_NOOP("Labels", "Curve of the worry"));
    }
    return {};
}

QString label(WaitEnd end)
{
    switch (end) {
    case WaitEnd::Unspecified:
        return say(QT_TRANSLATE_NOOP("Labels", "Not said"));
    case WaitEnd::OtherSide:
        return say(QT_TRANSLATE_NOOP("Labels", "The other side ends it"));
    case WaitEnd::Self:
        return say(QT_TRANSLATE_NOOP("Labels", "One can see when it is over"));
    case WaitEnd::Time:
        return say(QT_TRANSLATE_NOOP("Labels", "Time ends it"));
    }
    return {};
}

QString label(Power power)
{
    switch (power) {
    case Power::Product:
        return say(QT_TRANSLATE_NOOP("Labels", "Product"));
    case Power::Pricing:
        return say(QT_TRANSLATE_NOOP("Labels", "Pricing"));
    case Power::Distribution:
        return say(QT_TRANSLATE_NOOP("Labels", "Distribution"));
    case Power::Service:
        return say(QT_TRANSLATE_NOOP("Labels", "Service"));
    case Power::Structure:
        return say(QT_TRANSLATE_NOOP("Labels", "Structure"));
    case Power::Comms:
        return say(QT_TRANSLATE_NOOP("Labels", "Communication"));
    }
    return {};
}

QString label(ConnectionKind kind)
{
    switch (kind) {
    case ConnectionKind::Auto:
        return say(QT_TRANSLATE_NOOP("Labels", "Plain arrow"));
    case ConnectionKind::Flow:
        return say(QT_TRANSLATE_NOOP("Labels", "Flow: then"));
    case ConnectionKind::Request:
        return say(QT_TRANSLATE_NOOP("Labels", "Request: asks"));
    case ConnectionKind::Answer:
        return say(QT_TRANSLATE_NOOP("Labels", "Answer"));
    case ConnectionKind::Tell:
        return say(QT_TRANSLATE_NOOP("Labels", "Tell: no reply needed"));
    case ConnectionKind::SendAway:
        return say(QT_TRANSLATE_NOOP("Labels", "Send away: come back, ask there"));
    case ConnectionKind::Handover:
        return say(QT_TRANSLATE_NOOP("Labels", "Hand-over of work"));
    }
    return {};
}

QString label(BlueprintState state)
{
    switch (state) {
    case BlueprintState::AsIs:
        return say(QT_TRANSLATE_NOOP("Labels", "As it is"));
    case BlueprintState::ToBe:
        return say(QT_TRANSLATE_NOOP("Labels", "As it shall be"));
    }
    return {};
}

QString label(Capability::Ability ability)
{
    switch (ability) {
    case Capability::Ability::Fulfils:
        return say(QT_TRANSLATE_NOOP("Labels", "Fulfils it"));
    case Capability::Ability::PassesOn:
        return say(QT_TRANSLATE_NOOP("Labels", "Passes it on"));
    case Capability::Ability::Refuses:
        return say(QT_TRANSLATE_NOOP("Labels", "Refuses it"));
    }
    return {};
}

QString label(ElementKind kind)
{
    switch (kind) {
    case ElementKind::Blueprint:
        return say(QT_TRANSLATE_NOOP("Labels", "Blueprint"));
    case ElementKind::Department:
        return say(QT_TRANSLATE_NOOP("Labels", "Department"));
    case ElementKind::Role:
        return say(QT_TRANSLATE_NOOP("Labels", "Role"));
    case ElementKind::Request:
        return say(QT_TRANSLATE_NOOP("Labels", "Request"));
    case ElementKind::DataItem:
        return say(QT_TRANSLATE_NOOP("Labels", "Data item"));
    case ElementKind::Phase:
        return say(QT_TRANSLATE_NOOP("Labels", "Phase"));
    case ElementKind::Step:
        return say(QT_TRANSLATE_NOOP("Labels", "Step"));
    case ElementKind::Lane:
        return say(QT_TRANSLATE_NOOP("Labels", "Lane"));
    case ElementKind::Card:
        return say(QT_TRANSLATE_NOOP("Labels", "Card"));
    case ElementKind::Connection:
        return say(QT_TRANSLATE_NOOP("Labels", "Connection"));
    case ElementKind::Acceptance:
        return say(QT_TRANSLATE_NOOP("Labels", "Accepted finding"));
    }
    return {};
}

QVariantMap choice(const QString& value, const QString& text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

QVariantList stageChoices()
{
    return choices({Stage::Evidence, Stage::Customer, Stage::Frontstage, Stage::Backstage, Stage::Support});
}

QVariantList roleKindChoices()
{
    return choices({RoleKind::Human, RoleKind::System, RoleKind::Ai, RoleKind::External});
}

QVariantList phaseKindChoices()
{
    return choices({PhaseKind::Unspecified, PhaseKind::Pre, PhaseKind::Buy, PhaseKind::Post});
}

QVariantList cardKindChoices()
{
    return choices({CardKind::Action, CardKind::Decision, CardKind::Wait, CardKind::Payment, CardKind::Voice,
                    CardKind::Strategy, CardKind::Evidence, CardKind::Note, CardKind::PainPoint,
                    CardKind::Opportunity});
}

QVariantList cardStatusChoices()
{
    return choices({CardStatus::Unstated, CardStatus::Observed, CardStatus::Assumed, CardStatus::Proposed});
}

QVariantList laneCurveChoices()
{
    return choices({LaneCurve::None, LaneCurve::Emotion, LaneCurve::Effort, LaneCurve::Worry});
}

QVariantList waitEndChoices()
{
    return choices({WaitEnd::Unspecified, WaitEnd::OtherSide, WaitEnd::Self, WaitEnd::Time});
}

QVariantList powerChoices()
{
    return choices(
        {Power::Product, Power::Pricing, Power::Distribution, Power::Service, Power::Structure, Power::Comms});
}

QVariantList connectionKindChoices()
{
    return choices({ConnectionKind::Auto, ConnectionKind::Flow, ConnectionKind::Request, ConnectionKind::Answer,
                    ConnectionKind::Tell, ConnectionKind::SendAway, ConnectionKind::Handover});
}

QVariantList blueprintStateChoices()
{
    return choices({BlueprintState::AsIs, BlueprintState::ToBe});
}

QVariantList abilityChoices()
{
    return choices({Capability::Ability::Fulfils, Capability::Ability::PassesOn, Capability::Ability::Refuses});
}

} // namespace throughline
