// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationfields.h"

#include "core/io/blueprintkeys.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const NotationWord& word)
{
    return word.key.isEmpty() ? word.value : word.key + u'=' + word.value;
}

constexpr int MaxDepth = 32;

int depthOf(const QJsonValue& value)
{
    int depth = 0;
    if (value.isArray()) {
        for (const QJsonValue& item : value.toArray())
            depth = std::max(depth, depthOf(item));
        return depth + 1;
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue& member : object)
            depth = std::max(depth, depthOf(member));
        return depth + 1;
    }
    return 0;
}

std::optional<int> integerFrom(QStringView text, int least, int most)
{
    const QStringView digits = text.startsWith(u'-') ? text.sliced(1) : text;
    if (digits.isEmpty() || digits.size() > 10)
        return std::nullopt;
    qint64 number = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    if (text.startsWith(u'-'))
        number = -number;
    return number >= least && number <= most ? std::optional(int(number)) : std::nullopt;
}

} // namespace

QString foundText(QStringView text)
{
    return text.isEmpty() ? u"Found nothing"_s : u"Found \"%1\""_s.arg(text.left(60));
}

QList<NotationItem> splitList(const NotationItem& list)
{
    QList<NotationItem> items;
    qsizetype start = 0;
    for (;;) {
        const qsizetype comma = list.text.indexOf(u',', start);
        const qsizetype end = comma < 0 ? list.text.size() : comma;
        items.append({list.text.sliced(start, end - start), list.offset + start});
        if (comma < 0)
            return items;
        start = comma + 1;
    }
}

NotationFields::NotationFields(const QList<NotationWord>& words, qsizetype from, NotationFaults& faults)
    : m_words(words), m_used(words.size(), false), m_faults(faults)
{
    for (qsizetype i = 0; i < from; ++i)
        m_used[i] = true;
}

qsizetype NotationFields::firstUnused(const std::function<bool(const NotationWord&)>& matches) const
{
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!m_used[i] && matches(m_words[i]))
            return i;
    }
    return -1;
}

NotationItem NotationFields::positional(const QString& expected)
{
    const qsizetype at = firstUnused([](const NotationWord&) { return true; });
    if (at < 0 || m_words[at].quoted || !m_words[at].key.isEmpty()) {
        const qsizetype place = at < 0 ? m_words.last().offset : m_words[at].offset;
        const QString found = at < 0 ? u"Found the end of the line"_s : foundText(shown(m_words[at]));
        m_faults.report(Error::Code::Syntax, place, found + u", expected "_s + expected);
        return {{}, place};
    }
    m_used[at] = true;
    return {m_words[at].value, m_words[at].offset};
}

NotationItem NotationFields::id(const QString& expected)
{
    const NotationWord* named = field(u"id"_s);
    const NotationItem item = named ? NotationItem{named->value, named->valueOffset} : positional(expected);
    if (!isValidId(item.text)) {
        m_faults.report(Error::Code::Value, item.offset,
                        foundText(item.text) + u", expected %1: letters, digits, _ and -, at most 200"_s.arg(expected));
    }
    return item;
}

const NotationWord* NotationFields::field(const QString& key)
{
    m_known.append(key + u'=');
    const auto matches = [&](const NotationWord& word) { return word.key == key; };
    const qsizetype at = firstUnused(matches);
    if (at < 0)
        return nullptr;
    m_used[at] = true;
    if (const qsizetype second = firstUnused(matches); second >= 0) {
        m_faults.report(Error::Code::Duplicate, m_words[second].offset,
                        u"Found %1= a second time, expected it once"_s.arg(key));
    }
    return &m_words[at];
}

QList<const NotationWord*> NotationFields::fields(const QStringList& keys)
{
    for (const QString& key : keys)
        m_known.append(key + u'=');
    QList<const NotationWord*> found;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!m_used[i] && keys.contains(m_words[i].key)) {
            m_used[i] = true;
            found.append(&m_words[i]);
        }
    }
    return found;
}

QString NotationFields::text(const QString& key)
{
    const NotationWord* found = field(key);
    return found ? found->value : QString();
}

QString NotationFields::quotedText(const QString& expected)
{
    m_known.append(expected);
    const auto matches = [](const NotationWord& word) { return word.quoted && word.key.isEmpty(); };
    const qsizetype at = firstUnused(matches);
    if (at < 0)
        return {};
    m_used[at] = true;
    if (const qsizetype second = firstUnused(matches); second >= 0) {
        m_faults.report(Error::Code::Duplicate, m_words[second].offset,
                        u"Found a second quoted text, expected %1 once"_s.arg(expected));
    }
    return m_words[at].value;
}

QString NotationFields::requiredText(const QString& expected)
{
    const bool present = firstUnused([](const NotationWord& word) { return word.quoted && word.key.isEmpty(); }) >= 0;
    if (!present)
        m_faults.report(Error::Code::Syntax, m_words.last().offset,
                        u"Found the end of the line, expected "_s + expected);
    return quotedText(expected);
}

bool NotationFields::flag(const QString& name)
{
    m_known.append(name);
    const auto matches = [&](const NotationWord& word) {
        return !word.quoted && word.key.isEmpty() && word.value == name;
    };
    const qsizetype at = firstUnused(matches);
    if (at < 0)
        return false;
    m_used[at] = true;
    return true;
}

std::optional<int> NotationFields::integer(const QString& key, int least, int most)
{
    const NotationWord* found = field(key);
    if (!found)
        return std::nullopt;
    const std::optional<int> number = integerFrom(found->value, least, most);
    if (!number) {
        m_faults.report(Error::Code::Value, found->valueOffset,
                        foundText(found->value) +
                            u", expected %1= with a whole number from %2 to %3"_s.arg(key).arg(least).arg(most));
    }
    return number;
}

std::optional<Minutes> NotationFields::minutes(const QString& key)
{
    const NotationWord* found = field(key);
    if (!found)
        return std::nullopt;
    const Result<Minutes> parsed = Minutes::from(found->value);
    if (parsed)
        return *parsed;
    m_faults.report(Error::Code::Value, found->valueOffset,
                    foundText(found->value) + u", expected %1= with a number of minutes"_s.arg(key));
    return std::nullopt;
}

std::optional<Money> NotationFields::money(const QString& key)
{
    const NotationWord* found = field(key);
    if (!found)
        return std::nullopt;
    const Result<Money> parsed = Money::from(found->value);
    if (parsed)
        return *parsed;
    m_faults.report(Error::Code::Value, found->valueOffset,
                    foundText(found->value) + u", expected %1= with an amount of money"_s.arg(key));
    return std::nullopt;
}

QDate NotationFields::date(const QString& key)
{
    const NotationWord* found = field(key);
    if (!found)
        return {};
    const QDate date = QDate::fromString(found->value, Qt::ISODate);
    if (!date.isValid() || found->value.size() != 10) {
        m_faults.report(Error::Code::Value, found->valueOffset,
                        foundText(found->value) + u", expected %1= with a date such as 2026-05-31"_s.arg(key));
    }
    return date;
}

UnknownMembers NotationFields::unknownMembers(ElementKind kind)
{
    const NotationWord* found = field(u"also"_s);
    return found ? unknownMembersFrom(found->value, kind) : UnknownMembers();
}

UnknownMembers NotationFields::unknownMembersFrom(const QString& json, ElementKind kind)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject() || depthOf(document.object()) > MaxDepth) {
        m_faults.report(Error::Code::Syntax, offset(),
                        u"Found something else after also, expected a JSON object at most %1 deep"_s.arg(MaxDepth));
    }
    for (const QString& key : document.object().keys()) {
        if (blueprintKeys(kind).contains(key)) {
            m_faults.report(Error::Code::Value, offset(),
                            u"Found \"%1\" after also, expected it in its own field"_s.arg(key));
        }
    }
    return document.object();
}

QList<NotationItem> NotationFields::list(const QString& key)
{
    const NotationWord* found = field(key);
    return found ? items(*found) : QList<NotationItem>();
}

QList<NotationItem> NotationFields::items(const NotationWord& word)
{
    const QList<NotationItem> items = splitList({word.value, word.valueOffset});
    for (const NotationItem& item : items) {
        if (item.text.isEmpty()) {
            m_faults.report(Error::Code::Syntax, item.offset,
                            u"Found nothing, expected an id in the list of %1="_s.arg(word.key));
        }
    }
    return items;
}

QList<NotationItem> NotationFields::bareWords(const std::function<bool(QStringView)>& accept, const QString& expected)
{
    m_known.append(expected);
    QList<NotationItem> found;
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!m_used[i] && !m_words[i].quoted && m_words[i].key.isEmpty() && accept(m_words[i].value)) {
            m_used[i] = true;
            found.append({m_words[i].value, m_words[i].offset});
        }
    }
    return found;
}

void NotationFields::notOneOf(const NotationWord& found, const QStringList& words)
{
    m_faults.report(Error::Code::Value, found.valueOffset,
                    foundText(found.value) + u", expected %1= with one of: %2"_s.arg(found.key, words.join(u", "_s)));
}

void NotationFields::finish()
{
    const qsizetype at = firstUnused([](const NotationWord&) { return true; });
    if (at >= 0) {
        m_faults.report(Error::Code::Syntax, m_words[at].offset,
                        foundText(shown(m_words[at])) + u", expected one of: "_s + m_known.join(u", "_s));
    }
}

} // namespace throughline
