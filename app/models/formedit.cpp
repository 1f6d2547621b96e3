// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/formedit.h"

#include "core/model/queries.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// A typed number with the decimal sign of the user's language or a point, and no sign between thousands.
QString plainNumber(const QString& text)
{
    QString plain = text.trimmed();
    plain.replace(QLocale().decimalPoint(), u"."_s);
    plain.replace(u',', u'.');
    return plain;
}

QString localNumber(const QString& text)
{
    QString local = text;
    return local.replace(u"."_s, QLocale().decimalPoint());
}

template <typename Element>
const Element* named(const Blueprint& blueprint, const QString& name)
{
    const QString wanted = name.trimmed().toCaseFolded();
    for (const Element& element : blueprint.table<Element>()) {
        if (displayName(element).trimmed().toCaseFolded() == wanted)
            return &element;
    }
    return nullptr;
}

/// The id a choice stands for: an id as it is, or for "+Name" the element of that name, made if there is none.
template <typename Element>
Id<Element> idFor(FormEdit& edit, const QString& value, QChar prefix)
{
    if (!value.startsWith(u'+'))
        return Id<Element>(value);
    const QString name = value.mid(1).trimmed();
    if (name.isEmpty())
        return {};
    if (const Element* known = named<Element>(edit.blueprint(), name))
        return known->id;
    Element element;
    element.id = Id<Element>(mintId(prefix));
    element.name = name;
    edit.apply(addElement(edit.blueprint(), element));
    return element.id;
}

template <typename Element>
QList<Id<Element>> idsFor(FormEdit& edit, const QVariant& value, QChar prefix)
{
    QList<Id<Element>> ids;
    for (const QString& text : value.toStringList()) {
        const Id<Element> id = idFor<Element>(edit, text, prefix);
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

} // namespace

void FormEdit::apply(const Result<Patch>& patch)
{
    if (failed())
        return;
    if (!patch) {
        fail(patch.error());
        return;
    }
    if (const Result<void> done = throughline::apply(m_now, *patch); !done)
        fail(done.error());
}

Result<Patch> FormEdit::result() const
{
    if (m_error)
        return *m_error;
    return diff(m_before, m_now);
}

QList<RoleId> FormEdit::roles(const QVariant& value)
{
    return idsFor<Role>(*this, value, u'r');
}

QList<DataItemId> FormEdit::dataItems(const QVariant& value)
{
    return idsFor<DataItem>(*this, value, u'i');
}

QList<PhaseId> FormEdit::phases(const QVariant& value) const
{
    QList<PhaseId> ids;
    for (const QString& text : value.toStringList())
        ids.append(PhaseId(text));
    return ids;
}

RoleId FormEdit::role(const QString& value)
{
    return idFor<Role>(*this, value, u'r');
}

RequestId FormEdit::request(const QString& value)
{
    return idFor<Request>(*this, value, u'q');
}

DepartmentId FormEdit::department(const QString& value)
{
    return idFor<Department>(*this, value, u'd');
}

DataItemId FormEdit::dataItem(const QString& value)
{
    return idFor<DataItem>(*this, value, u'i');
}

Result<std::optional<Minutes>> minutesFrom(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::optional<Minutes>();
    const Error wrong{Error::Code::Value,
                      QCoreApplication::translate("Forms", "Give minutes as 8, 0.5 or 0:30, or leave it empty."),
                      {}};
    if (const qsizetype colon = trimmed.indexOf(u':'); colon > 0) {
        bool wholeOk = false;
        bool secondsOk = false;
        const int whole = trimmed.left(colon).toInt(&wholeOk);
        const int seconds = trimmed.mid(colon + 1).toInt(&secondsOk);
        if (!wholeOk || !secondsOk || whole < 0 || seconds < 0 || seconds > 59)
            return wrong;
        const Result<Minutes> minutes = Minutes::from(whole + seconds / 60.0);
        return minutes ? Result<std::optional<Minutes>>(*minutes) : wrong;
    }
    const Result<Minutes> minutes = Minutes::from(QStringView(plainNumber(trimmed)));
    return minutes ? Result<std::optional<Minutes>>(*minutes) : wrong;
}

Result<std::optional<Money>> moneyFrom(const QString& text)
{
    if (text.trimmed().isEmpty())
        return std::optional<Money>();
    const Result<Money> money = Money::from(QStringView(plainNumber(text)));
    if (money)
        return std::optional<Money>(*money);
    return Error{Error::Code::Value,
                 QCoreApplication::translate("Forms", "Give an amount as 12 or 9.50, or leave it empty."),
                 {}};
}

Result<std::optional<int>> countFrom(const QString& text)
{
    if (text.trimmed().isEmpty())
        return std::optional<int>();
    bool ok = false;
    const int count = text.trimmed().toInt(&ok);
    if (ok && count >= 0)
        return std::optional<int>(count);
    return Error{Error::Code::Value,
                 QCoreApplication::translate("Forms", "Give a whole number, 0 or more, or leave it empty."),
                 {}};
}

std::optional<int> ratingFrom(const QVariant& value)
{
    const int rating = value.toInt();
    return rating < 0 ? std::nullopt : std::optional<int>(std::min(rating, 3));
}

QString textOf(const std::optional<Minutes>& minutes)
{
    return minutes ? localNumber(minutes->toString()) : QString();
}

QString textOf(const std::optional<Money>& money)
{
    return money ? localNumber(money->toString()) : QString();
}

QString textOf(const std::optional<int>& count)
{
    return count ? QString::number(*count) : QString();
}

int ratingOf(const std::optional<int>& rating)
{
    return rating.value_or(-1);
}

} // namespace throughline
