// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/elementchoices.h"
#include "app/models/formedit.h"
#include "app/models/labels.h"
#include "app/models/offer.h"
#include "core/edit/refusal.h"
#include "core/model/queries.h"
#include "core/model/words.h"

#include <QCoreApplication>

#include <algorithm>

/// Forms of lanes, steps, phases and of the blueprint as a whole.
namespace throughline {

using namespace Qt::StringLiterals;

namespace {

struct GridForm
{
    Q_DECLARE_TR_FUNCTIONS(GridForm)
};

void setCurve(FormEdit& edit, Lane& lane, LaneCurve curve)
{
    const auto& cards = edit.blueprint().cards();
    const bool holds = std::any_of(cards.begin(), cards.end(), [&](const Card& card) { return card.lane == lane.id; });
    if (holds && curve != LaneCurve::None)
        edit.fail(notPossible(GridForm::tr("The lane holds cards. Add a lane of its own for the curve.")));
    lane.curve = curve;
}

} // namespace

QList<FormField> laneFields(const Blueprint& blueprint, const Lane& lane)
{
    FormField roles{u"roles"_s,
                    FieldType::Tags,
                    {},
                    GridForm::tr("Roles"),
                    textsOf(lane.roles),
                    {},
                    GridForm::tr("An unnamed role")};
    roles.creates = true;
    roles.help = GridForm::tr("Two or more roles work here jointly.");
    return {
        {u"name"_s, FieldType::Line, {}, GridForm::tr("Name"), lane.name},
        {u"stage"_s, FieldType::Choice, {}, GridForm::tr("Stage"), word(lane.stage), stageChoices()},
        offering(blueprint, everyElement<Role>(), roles),
        {u"folded"_s, FieldType::Flag, {}, GridForm::tr("Folded"), lane.folded},
        {u"curve"_s, FieldType::Choice, {}, GridForm::tr("Shows"), word(lane.curve), laneCurveChoices()},
    };
}

Result<Patch> setLaneField(const Blueprint& blueprint, Lane lane, const QString& key, const QVariant& value)
{
    if (key == "stage"_L1)
        return moveLane(blueprint, lane.id, stageFrom(value.toString()).value_or(lane.stage));
    FormEdit edit(blueprint);
    if (key == "name"_L1)
        lane.name = value.toString().trimmed();
    else if (key == "roles"_L1)
        lane.roles = edit.roles(value);
    else if (key == "folded"_L1)
        lane.folded = value.toBool();
    else if (key == "curve"_L1)
        setCurve(edit, lane, laneCurveFrom(value.toString()).value_or(LaneCurve::None));
    edit.apply(replaceElement(edit.blueprint(), lane));
    return edit.result();
}

QList<FormField> stepFields(const Blueprint& blueprint, const Step& step)
{
    return {
        {u"name"_s, FieldType::Line, {}, GridForm::tr("Name"), step.name},
        offering(blueprint, phasesInOrder(),
                 {u"phase"_s, FieldType::Choice, {}, GridForm::tr("Phase"), step.phase.value},
                 GridForm::tr("No phase")),
    };
}

Result<Patch> setStepField(const Blueprint& blueprint, Step step, const QString& key, const QVariant& value)
{
    if (key == "phase"_L1)
        return setPhaseOfSteps(blueprint, {step.id}, PhaseId(value.toString()));
    if (key == "name"_L1)
        step.name = value.toString().trimmed();
    return replaceElement(blueprint, step);
}

QList<FormField> phaseFields(const Phase& phase)
{
    return {
        {u"name"_s, FieldType::Line, {}, GridForm::tr("Name"), phase.name},
        {u"kind"_s, FieldType::Choice, {}, GridForm::tr("Part of the journey"), word(phase.kind), phaseKindChoices()},
    };
}

Result<Patch> setPhaseField(const Blueprint& blueprint, Phase phase, const QString& key, const QVariant& value)
{
    if (key == "name"_L1)
        phase.name = value.toString().trimmed();
    else if (key == "kind"_L1)
        phase.kind = phaseKindFrom(value.toString()).value_or(PhaseKind::Unspecified);
    return replaceElement(blueprint, phase);
}

QList<FormField> headerFields(const Header& header)
{
    const QString ceilings = GridForm::tr("The most one step may cost the customer");
    const QString none = GridForm::tr("no ceiling");
    return {
        {u"title"_s, FieldType::Line, {}, GridForm::tr("Title"), header.title},
        {u"scenario"_s, FieldType::Area, {}, GridForm::tr("Scenario"), header.scenario},
        {u"persona"_s, FieldType::Line, {}, GridForm::tr("Customer"), header.persona},
        {u"state"_s, FieldType::Choice, {}, GridForm::tr("State"), word(header.state), blueprintStateChoices()},
        {u"currency"_s, FieldType::Line, {}, GridForm::tr("Currency"), header.currency, {}, GridForm::tr("EUR, $, …")},
        {u"timeCeiling"_s,
         FieldType::Number,
         ceilings,
         GridForm::tr("Time"),
         textOf(header.timeCeiling),
         {},
         none,
         GridForm::tr("min")},
        {u"effortCeiling"_s, FieldType::Rating, ceilings, GridForm::tr("Effort"), ratingOf(header.effortCeiling)},
        {u"worryCeiling"_s, FieldType::Rating, ceilings, GridForm::tr("Worry"), ratingOf(header.worryCeiling)},
        {u"moneyCeiling"_s,
         FieldType::Number,
         ceilings,
         GridForm::tr("Money"),
         textOf(header.moneyCeiling),
         {},
         none,
         header.currency},
    };
}

Result<Patch> setHeaderField(const Blueprint& blueprint, Header header, const QString& key, const QVariant& value)
{
    FormEdit edit(blueprint);
    const QString text = value.toString().trimmed();
    if (key == "title"_L1)
        header.title = text;
    else if (key == "scenario"_L1)
        header.scenario = text;
    else if (key == "persona"_L1)
        header.persona = text;
    else if (key == "state"_L1)
        header.state = blueprintStateFrom(text).value_or(header.state);
    else if (key == "currency"_L1)
        header.currency = text;
    else if (key == "timeCeiling"_L1)
        header.timeCeiling = edit.take(minutesFrom(text));
    else if (key == "effortCeiling"_L1)
        header.effortCeiling = ratingFrom(value);
    else if (key == "worryCeiling"_L1)
        header.worryCeiling = ratingFrom(value);
    else if (key == "moneyCeiling"_L1)
        header.moneyCeiling = edit.take(moneyFrom(text));
    edit.apply(setHeader(edit.blueprint(), header));
    return edit.result();
}

} // namespace throughline
