// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/formfield.h"
#include "core/edit/operations.h"

#include <optional>

/// Tools of setField(): values of fields to values of the model, and edits of several patches made into one.
namespace throughline {

/// Collects the patches of one edit of a form; the first error stops it.
class FormEdit
{
public:
    explicit FormEdit(const Blueprint& blueprint) : m_before(blueprint), m_now(blueprint) {}

    [[nodiscard]] const Blueprint& blueprint() const { return m_now; }
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    void apply(const Result<Patch>& patch);
    void fail(const Error& error) { m_error = error; }
    /// The whole edit as one patch, or the first error.
    [[nodiscard]] Result<Patch> result() const;

    /// The value when there is one, else T() and the edit has failed.
    template <typename T>
    T take(const Result<T>& value)
    {
        if (value)
            return *value;
        fail(value.error());
        return T();
    }

    /// Ids out of a list of texts; "+Name" makes a new element of that name, or finds the one that has it.
    [[nodiscard]] QList<RoleId> roles(const QVariant& value);
    [[nodiscard]] QList<DataItemId> dataItems(const QVariant& value);
    [[nodiscard]] QList<PhaseId> phases(const QVariant& value) const;
    [[nodiscard]] RoleId role(const QString& value);
    [[nodiscard]] RequestId request(const QString& value);
    [[nodiscard]] DepartmentId department(const QString& value);
    [[nodiscard]] DataItemId dataItem(const QString& value);

private:
    Blueprint m_before;
    Blueprint m_now;
    std::optional<Error> m_error;
};

/// "", "8", "0.5", "0,5" and "0:30" (minutes and seconds); nothing for an empty text.
[[nodiscard]] Result<std::optional<Minutes>> minutesFrom(const QString& text);
[[nodiscard]] Result<std::optional<Money>> moneyFrom(const QString& text);
[[nodiscard]] Result<std::optional<int>> countFrom(const QString& text);
/// -1 is not known.
[[nodiscard]] std::optional<int> ratingFrom(const QVariant& value);

/// Numbers as a form shows them, in the user's language: "8", "0.5"; empty when there is none.
[[nodiscard]] QString textOf(const std::optional<Minutes>& minutes);
[[nodiscard]] QString textOf(const std::optional<Money>& money);
[[nodiscard]] QString textOf(const std::optional<int>& count);
[[nodiscard]] int ratingOf(const std::optional<int>& rating);

[[nodiscard]] Result<Patch> setCardField(const Blueprint& blueprint, Card card, const QString& key,
                                         const QVariant& value);
[[nodiscard]] Result<Patch> setConnectionField(const Blueprint& blueprint, Connection connection, const QString& key,
                                               const QVariant& value);
[[nodiscard]] Result<Patch> setLaneField(const Blueprint& blueprint, Lane lane, const QString& key,
                                         const QVariant& value);
[[nodiscard]] Result<Patch> setStepField(const Blueprint& blueprint, Step step, const QString& key,
                                         const QVariant& value);
[[nodiscard]] Result<Patch> setPhaseField(const Blueprint& blueprint, Phase phase, const QString& key,
                                          const QVariant& value);
[[nodiscard]] Result<Patch> setDepartmentField(const Blueprint& blueprint, Department department, const QString& key,
                                               const QVariant& value);
[[nodiscard]] Result<Patch> setRoleField(const Blueprint& blueprint, Role role, const QString& key,
                                         const QVariant& value);
[[nodiscard]] Result<Patch> setRequestField(const Blueprint& blueprint, Request request, const QString& key,
                                            const QVariant& value);
[[nodiscard]] Result<Patch> setDataItemField(const Blueprint& blueprint, DataItem item, const QString& key,
                                             const QVariant& value);
[[nodiscard]] Result<Patch> setHeaderField(const Blueprint& blueprint, Header header, const QString& key,
                                           const QVariant& value);

} // namespace throughline
