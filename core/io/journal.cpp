// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/journal.h"

#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/files.h"
#include "core/io/patchtext.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace throughline {

namespace {

constexpr QByteArrayView firstLine = "throughline-journal 1\n";
constexpr qsizetype checksumLength = 16;
constexpr qint64 maxJournalSize = 1024LL * 1024 * 1024;

/// Recognises torn and damaged lines; not a seal against people.
QByteArray checksum(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Md5).toHex().first(checksumLength);
}

Error systemError(const QString& path, const QString& message)
{
    return {Error::Code::System, message, {path, 0, 0, {}}};
}

Error notAJournal(const QString& path)
{
    return {Error::Code::Syntax,
            u"This is not a journal of Throughline, or it was cut off before the first change"_s,
            {path, 0, 0, {}}};
}

QByteArray headLine(const JournalHead& head)
{
    const QJsonObject object{{u"file"_s, head.documentFile}, {u"began"_s, head.began.toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

JournalHead headFrom(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    return {object.value(u"file"_s).toString(),
            QDateTime::fromString(object.value(u"began"_s).toString(), Qt::ISODate)};
}

QByteArray sealed(const QByteArray& line)
{
    return checksum(line) + ' ' + line + '\n';
}

/// Takes whole lines off the front of a journal.
class JournalLines
{
public:
    explicit JournalLines(const QByteArray& bytes) : m_bytes(bytes) {}

    /// The content of the next line if it is whole.
    [[nodiscard]] std::optional<QByteArray> next()
    {
        const qsizetype end = m_bytes.indexOf('\n', m_offset);
        if (end < 0 || end - m_offset <= checksumLength || m_bytes.at(m_offset + checksumLength) != ' ')
            return std::nullopt;
        const qsizetype start = m_offset + checksumLength + 1;
        const QByteArray line = m_bytes.mid(start, end - start);
        if (checksum(line) != QByteArrayView(m_bytes).sliced(m_offset, checksumLength))
            return std::nullopt;
        m_offset = end + 1;
        return line;
    }
    [[nodiscard]] qsizetype offset() const { return m_offset; }
    void skip(qsizetype bytes) { m_offset += bytes; }
    [[nodiscard]] bool atEnd() const { return m_offset == m_bytes.size(); }

private:
    const QByteArray& m_bytes;
    qsizetype m_offset = 0;
};

} // namespace

Result<void> JournalWriter::begin(const QString& path, const JournalHead& head, const Blueprint& base)
{
    close();
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return systemError(path, u"Changes cannot be kept safe here: "_s + m_file.errorString());
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    // One line, so that it is sealed like any other; within texts line breaks are escaped.
    const QByteArray text = writeBlueprint(base).trimmed().replace('\n', ' ');
    Result<void> written = write(firstLine.toByteArray() + sealed(headLine(head)) + sealed(text));
    syncFolder(QFileInfo(path).absolutePath());
    return written;
}

Result<void> JournalWriter::resume(const QString& path)
{
    close();
    const Result<JournalContent> content = readJournal(path);
    if (!content)
        return content.error();
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || !m_file.resize(content->wholeBytes) ||
        !m_file.seek(content->wholeBytes))
        return systemError(path, u"Changes cannot be kept safe here: "_s + m_file.errorString());
    return {};
}

Result<void> JournalWriter::append(const Patch& patch)
{
    return write(sealed(writePatch(patch)));
}

Result<void> JournalWriter::write(const QByteArray& bytes)
{
    const qint64 start = m_file.pos();
    if (m_file.write(bytes) == bytes.size())
        return {};
    const QString why = m_file.errorString();
    // What comes later must not stand behind half a line.
    m_file.resize(start);
    m_file.seek(start);
    return systemError(m_file.fileName(), u"Changes cannot be kept safe: "_s + why);
}

Result<void> JournalWriter::sync()
{
    if (syncFile(m_file))
        return {};
    return systemError(m_file.fileName(), u"Changes cannot be kept safe: the disk does not confirm them"_s);
}

bool JournalWriter::isLost() const
{
#ifdef Q_OS_WIN
    return false; // an open file cannot be removed there
#else
    struct stat status = {};
    return m_file.isOpen() && ::fstat(m_file.handle(), &status) == 0 && status.st_nlink == 0;
#endif
}

void JournalWriter::close()
{
    if (m_file.isOpen())
        m_file.close();
}

void JournalWriter::discard()
{
    close();
    if (!m_file.fileName().isEmpty())
        QFile::remove(m_file.fileName());
}

Result<JournalContent> readJournal(const QString& path)
{
    const Result<QByteArray> bytes = readFile(path, maxJournalSize);
    if (!bytes)
        return bytes.error();
    if (!bytes->startsWith(firstLine))
        return notAJournal(path);
    JournalLines lines(*bytes);
    lines.skip(firstLine.size());
    const std::optional<QByteArray> head = lines.next();
    const std::optional<QByteArray> base = head ? lines.next() : std::nullopt;
    if (!base)
        return notAJournal(path);
    const Result<Blueprint> blueprint = readBlueprint(*base, path);
    if (!blueprint)
        return blueprint.error();

    JournalContent content;
    content.head = headFrom(*head);
    content.base = *blueprint;
    content.now = *blueprint;
    content.wholeBytes = lines.offset();
    while (const std::optional<QByteArray> line = lines.next()) {
        const Result<Patch> patch = readPatch(*line);
        if (!patch || !apply(content.now, *patch))
            break;
        ++content.changes;
        content.wholeBytes = lines.offset();
    }
    content.isTorn = content.wholeBytes != bytes->size();
    if (content.changes == 0 && content.isTorn)
        return notAJournal(path);
    return content;
}

Result<JournalHead> readJournalHead(const QString& path)
{
    constexpr qint64 longestHead = 64 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return systemError(path, u"The file cannot be read: "_s + file.errorString());
    const QByteArray bytes = file.read(longestHead);
    if (!bytes.startsWith(firstLine))
        return notAJournal(path);
    JournalLines lines(bytes);
    lines.skip(firstLine.size());
    const std::optional<QByteArray> head = lines.next();
    return head ? Result<JournalHead>(headFrom(*head)) : notAJournal(path);
}

QString journalPathFor(const QString& documentFile)
{
    const QFileInfo info(documentFile);
    return info.absolutePath() + u"/."_s + info.fileName() + u".journal"_s;
}

} // namespace throughline
