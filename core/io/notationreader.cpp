// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/notationreader.h"

#include "core/io/notationparser.h"
#include "core/io/notationwriter.h"
#include "core/io/sourcetext.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MaxNotationSize = 64 * 1024 * 1024;
constexpr int MaxStatements = 500'000;

/// Feeds every line of text to parser until the first fault.
void readLines(const QString& text, NotationParser& parser, NotationFaults& faults)
{
    int statements = 0;
    QList<NotationWord> words;
    for (qsizetype start = 0; start < text.size() && !faults.first();) {
        const qsizetype newline = text.indexOf(u'\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        words.clear();
        NotationFault fault;
        if (!splitNotationLine(QStringView(text).sliced(start, end - start), start, words, fault)) {
            faults.report(fault.code, fault.offset, fault.message);
            return;
        }
        if (!words.isEmpty() && ++statements > MaxStatements) {
            faults.report(Error::Code::Limit, start,
                          u"Found more than %1 statements, expected fewer"_s.arg(MaxStatements));
            return;
        }
        if (!words.isEmpty())
            parser.addStatement(words);
        start = end + 1;
    }
}

} // namespace

Result<Blueprint> readNotation(const QByteArray& utf8, const QString& fileName)
{
    const Result<QByteArrayView> checked = checkedUtf8(utf8, MaxNotationSize, fileName);
    if (!checked)
        return checked.error();
    Result<NotationContent> content = readNotationText(QString::fromUtf8(*checked), fileName);
    if (!content)
        return content.error();
    return std::move(*content).blueprint;
}

Result<QByteArray> readableNotation(const Blueprint& blueprint)
{
    QByteArray text = writeNotation(blueprint);
    const Result<Blueprint> read = readNotation(text, {});
    if (read && *read == blueprint)
        return text;
    const QString why = read ? QString() : u" ("_s + read.error().message + u')';
    return Error{Error::Code::Limit, u"The text notation cannot hold this blueprint"_s + why, {}};
}

Result<NotationContent> readNotationText(const QString& text, const QString& fileName)
{
    NotationFaults faults;
    NotationParser parser(faults);
    readLines(text, parser, faults);
    if (std::optional<Blueprint> blueprint = parser.finish())
        return NotationContent{*std::move(blueprint), parser.offsets()};
    const NotationFault& fault = *faults.first();
    return Error{fault.code, fault.message, placeAt(text, fault.offset, fileName)};
}

QHash<ElementRef, qsizetype> notationOffsets(const QString& text)
{
    const Result<NotationContent> content = readNotationText(text, {});
    return content ? content->offsets : QHash<ElementRef, qsizetype>();
}

} // namespace throughline
