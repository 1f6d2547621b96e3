// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/documentreader.h"

#include "core/io/blueprintreader.h"
#include "core/io/bpmnreader.h"
#include "core/io/notationreader.h"

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<LoadedDocument> readImported(const QByteArray& content, const QString& fileName, const ReadOptions& options)
{
    Result<BpmnImport> import = readBpmn(content, fileName, {options.customer});
    if (!import)
        return import.error();
    return LoadedDocument{std::move(import->blueprint), DocumentFormat::Bpmn, std::move(import->notes),
                          std::move(import->candidates), std::move(import->customerUsed)};
}

} // namespace

DocumentFormat formatOf(const QByteArray& content)
{
    if (content.startsWith("\xFF\xFE<") || content.startsWith(QByteArray("\xFE\xFF\0<", 4)))
        return DocumentFormat::Bpmn; // UTF-16
    qsizetype at = content.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < content.size() &&
           (content[at] == ' ' || content[at] == '\t' || content[at] == '\r' || content[at] == '\n'))
        ++at;
    const char first = at < content.size() ? content[at] : '\0';
    if (first == '<')
        return DocumentFormat::Bpmn;
    return first == '{' || first == '[' ? DocumentFormat::Blueprint : DocumentFormat::Notation;
}

Result<LoadedDocument> readDocument(const QByteArray& content, const QString& fileName, const ReadOptions& options)
{
    if (content.isEmpty() && !fileName.endsWith(".bpt"_L1, Qt::CaseInsensitive))
        return Error{Error::Code::Syntax, u"The file is empty"_s, {fileName, 1, 1, {}}};
    const DocumentFormat format = formatOf(content);
    if (format == DocumentFormat::Bpmn)
        return readImported(content, fileName, options);
    if (!options.customer.isEmpty()) {
        return Error{Error::Code::Usage,
                     u"A customer is named for BPMN files only; this file says itself who the customer is"_s,
                     {fileName, 0, 0, {}}};
    }
    Result<Blueprint> blueprint =
        format == DocumentFormat::Blueprint ? readBlueprint(content, fileName) : readNotation(content, fileName);
    if (!blueprint)
        return blueprint.error();
    return LoadedDocument{*std::move(blueprint), format, {}, {}, {}};
}

} // namespace throughline
