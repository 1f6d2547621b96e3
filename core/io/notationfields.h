// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/notationlexer.h"
#include "core/model/elements.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace throughline {

/// The first fault found in a text; later ones are consequences and are dropped.
class NotationFaults
{
public:
    void report(Error::Code code, qsizetype offset, const QString& message)
    {
        if (!m_first)
            m_first = NotationFault{code, message, offset};
    }
    [[nodiscard]] const std::optional<NotationFault>& first() const { return m_first; }

private:
    std::optional<NotationFault> m_first;
};

/// One item of a comma-separated list.
struct NotationItem
{
    QString text;
    qsizetype offset = 0;
};

/// The words of one statement after its first, taken one by one by those who know them. What nobody took is an error
/// that names what could have stood there. Every getter reports faults and then gives the value of an absent field.
class NotationFields
{
public:
    NotationFields(const QList<NotationWord>& words, qsizetype from, NotationFaults& faults);

    /// The offset of the statement's first word.
    [[nodiscard]] qsizetype offset() const { return m_words.first().offset; }
    /// The next bare word in order of place; an absent one is a fault that says what was expected.
    NotationItem positional(const QString& expected);
    /// The id after the keyword, or in id=; a fault where it is missing or not a valid id.
    NotationItem id(const QString& expected);

    /// The word of key=, or null. A second field of the same key is a fault.
    const NotationWord* field(const QString& key);
    /// Every field of one of the keys in file order, for lists whose order across fields counts.
    QList<const NotationWord*> fields(const QStringList& keys);
    [[nodiscard]] QString text(const QString& key);
    /// The one quoted text without a key, or empty.
    [[nodiscard]] QString quotedText(const QString& expected);
    /// The same, where it must not be missing.
    [[nodiscard]] QString requiredText(const QString& expected);
    [[nodiscard]] bool flag(const QString& name);
    [[nodiscard]] std::optional<int> integer(const QString& key, int least, int most);
    [[nodiscard]] std::optional<Minutes> minutes(const QString& key);
    [[nodiscard]] std::optional<Money> money(const QString& key);
    [[nodiscard]] QDate date(const QString& key);
    /// The members of a newer format, in also="{…}".
    [[nodiscard]] UnknownMembers unknownMembers(ElementKind kind);
    [[nodiscard]] UnknownMembers unknownMembersFrom(const QString& json, ElementKind kind);
    [[nodiscard]] QList<NotationItem> list(const QString& key);
    /// The items of a word's value; an empty item is a fault.
    [[nodiscard]] QList<NotationItem> items(const NotationWord& word);
    /// Bare words that nobody took yet and that accept() takes.
    QList<NotationItem> bareWords(const std::function<bool(QStringView)>& accept, const QString& expected);

    /// The value of a word of an enumeration.
    template <typename Enum>
    [[nodiscard]] std::optional<Enum> word(const QString& key, std::optional<Enum> (*from)(QStringView),
                                           QStringList (*words)())
    {
        const NotationWord* found = field(key);
        if (!found)
            return std::nullopt;
        const std::optional<Enum> value = from(found->value);
        if (!value)
            notOneOf(*found, words());
        return value;
    }

    /// Reports the first word nobody took.
    void finish();
    [[nodiscard]] NotationFaults& faults() { return m_faults; }

private:
    void notOneOf(const NotationWord& found, const QStringList& words);
    qsizetype firstUnused(const std::function<bool(const NotationWord&)>& matches) const;

    const QList<NotationWord>& m_words;
    QList<bool> m_used;
    QStringList m_known;
    NotationFaults& m_faults;
};

/// The parts of a comma-separated list with their places.
[[nodiscard]] QList<NotationItem> splitList(const NotationItem& list);

/// "Found "x"" for a message, or "Found the end of the line".
[[nodiscard]] QString foundText(QStringView text);

} // namespace throughline
