// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationwords.h"

#include "core/check/finding.h"

#include <algorithm>
#include <array>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Arrow
{
    ConnectionKind kind;
    QStringView text;
};

constexpr auto Arrows = std::to_array<Arrow>({{ConnectionKind::Auto, u"--"},
                                              {ConnectionKind::Flow, u"->"},
                                              {ConnectionKind::Request, u"?>"},
                                              {ConnectionKind::Answer, u"!>"},
                                              {ConnectionKind::Tell, u"~>"},
                                              {ConnectionKind::SendAway, u"x>"},
                                              {ConnectionKind::Handover, u"=>"}});

bool isBare(const NotationWord& word)
{
    return !word.quoted && word.key.isEmpty();
}

} // namespace

QString arrow(ConnectionKind kind)
{
    for (const Arrow& entry : Arrows) {
        if (entry.kind == kind)
            return entry.text.toString();
    }
    return u"--"_s;
}

std::optional<ConnectionKind> arrowFrom(QStringView text)
{
    for (const Arrow& entry : Arrows) {
        if (entry.text == text)
            return entry.kind;
    }
    return std::nullopt;
}

std::optional<ConnectionKind> connectionOperator(const QList<NotationWord>& words)
{
    if (words.size() < 2 || !isBare(words[0]) || !isBare(words[1]))
        return std::nullopt;
    const std::optional<ConnectionKind> kind = arrowFrom(words[1].value);
    if (kind == ConnectionKind::Auto && (words.size() < 3 || !isBare(words[2])))
        return std::nullopt;
    return kind;
}

bool isNumberedConnection(QStringView id)
{
    return id.size() >= 2 && id.size() <= 10 && id[0] == u'e' && id[1] != u'0' &&
           std::all_of(id.begin() + 1, id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString acceptanceIdFor(const Acceptance& acceptance)
{
    Finding finding;
    finding.rule = acceptance.rule;
    finding.subjects = QString(acceptance.subject).replace(u'+', u'>').split(u'>');
    finding.variant = acceptance.variant;
    return fingerprint(finding);
}

} // namespace throughline
