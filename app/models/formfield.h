// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/blueprint.h"
#include "core/model/patch.h"

#include <QVariant>

/// The fields of an element as a form shows them, and what it means to change one. Pure functions of a blueprint: the
/// models of the inspector and of the dialogs hold them on the screen.
namespace throughline {

enum class FieldType {
    Line,         ///< one line of text
    Area,         ///< several lines of text
    Number,       ///< a text that must be a number or empty; unit beside it
    Choice,       ///< one of choices
    Tags,         ///< several of choices, in order; a value "+Name" makes a new one
    Flag,         ///< true or false
    Rating,       ///< 0 to 3, or -1 for not known
    Attachments,  ///< files and addresses: a list of {name, target, where}
    Capabilities, ///< what a role does about requests: a list of {request, ability, passesTo, takes}
};

struct Offer;

struct FormField
{
    QString key{};
    FieldType type = FieldType::Line;
    QString section{}; ///< the heading it stands under; empty at the top
    QString label{};
    QVariant value{};
    QVariantList choices{}; ///< with an offer: only what the value is called
    QString placeholder{};  ///< what holds while the field is empty
    QString unit{};
    QString help{};               ///< one sentence
    bool creates = false;         ///< Choice and Tags: a name that is not among the choices makes a new element
    const Offer* offer = nullptr; ///< Choice and Tags: what there is to choose, listed when it is opened
    QString none{};               ///< what the choice of nothing is called, for an offer
    bool searched = false;        ///< the offer is too long for a list: it is found by a part of its text

    bool operator==(const FormField&) const = default;
};

/// The fields of an element, all that concern it; empty when it does not exist.
[[nodiscard]] QList<FormField> fieldsOf(const Blueprint& blueprint, const ElementRef& ref);

/// The patch that gives a field a new value of the kind its type says. An error's message says what the field takes.
[[nodiscard]] Result<Patch> setField(const Blueprint& blueprint, const ElementRef& ref, const QString& key,
                                     const QVariant& value);

// What the forms of the kinds of elements have in common; each kind has its pair of functions.
[[nodiscard]] QList<FormField> cardFields(const Blueprint& blueprint, const Card& card);
[[nodiscard]] QList<FormField> connectionFields(const Blueprint& blueprint, const Connection& connection);
[[nodiscard]] QList<FormField> laneFields(const Blueprint& blueprint, const Lane& lane);
[[nodiscard]] QList<FormField> stepFields(const Blueprint& blueprint, const Step& step);
[[nodiscard]] QList<FormField> phaseFields(const Phase& phase);
[[nodiscard]] QList<FormField> departmentFields(const Blueprint& blueprint, const Department& department);
[[nodiscard]] QList<FormField> roleFields(const Blueprint& blueprint, const Role& role);
[[nodiscard]] QList<FormField> requestFields(const Blueprint& blueprint, const Request& request);
[[nodiscard]] QList<FormField> dataItemFields(const DataItem& item);
[[nodiscard]] QList<FormField> headerFields(const Header& header);

} // namespace throughline
