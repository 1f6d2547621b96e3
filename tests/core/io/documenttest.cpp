// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/documentreader.h"
#include "core/io/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// What the disk answers when it is asked to confirm: an errno, or 0. And how often folders were asked for.
int diskError = 0;
int syncedFolders = 0;

} // namespace

/// In place of the system's, in this program.
int fsync(int handle)
{
    struct stat status
    {
    };
    if (fstat(handle, &status) == 0 && S_ISDIR(status.st_mode))
        ++syncedFolders;
    errno = diskError;
    return diskError != 0 ? -1 : int(syscall(SYS_fsync, handle));
}

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

DocumentFormat formatRead(const QByteArray& content)
{
    const Result<LoadedDocument> document = readDocument(content, u"f"_s);
    EXPECT_TRUE(document) << (document ? "" : qPrintable(describe(document.error())));
    return document ? document->format : DocumentFormat::Blueprint;
}

QByteArray contentOf(const QString& path)
{
    const Result<QByteArray> content = readFile(path);
    return content ? *content : QByteArray("unreadable");
}

/// Lets files grow to so many bytes only, as on a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY(SmallDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

TEST(Document, tellsTheFormatsApartByContent)
{
    EXPECT_EQ(formatRead("\xEF\xBB\xBF {\"formatVersion\": \"1.0\"}"), DocumentFormat::Blueprint);
    EXPECT_EQ(formatRead("# a comment\nlane L\n"), DocumentFormat::Notation);
    EXPECT_EQ(formatRead("\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>"),
              DocumentFormat::Bpmn);
}

TEST(Document, refusesAnEmptyFileUnlessItIsNotation)
{
    EXPECT_FALSE(readDocument({}, u"a.blueprint"_s));
    EXPECT_TRUE(readDocument({}, u"a.bpt"_s));
}

TEST(Document, refusesACustomerForAFileThatSaysItself)
{
    const Result<LoadedDocument> document = readDocument("lane L\n", u"a.bpt"_s, {u"Guest"_s});
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, Error::Code::Usage);
}

TEST(Document, passesOnWhatTheImportDecided)
{
    const Result<LoadedDocument> document =
        readDocument("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><collaboration>"
                     "<participant id=\"G\" name=\"Gast\"/></collaboration></definitions>",
                     u"a.bpmn"_s);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->customerUsed, u"Gast"_s);
    EXPECT_EQ(document->notes.size(), 1);
}

TEST(Files, saysWhyAFileCannotBeRead)
{
    QTemporaryDir folder;
    EXPECT_EQ(describe(readFile(folder.filePath(u"none"_s)).error()),
              folder.filePath(u"none"_s) + u": There is no such file"_s);
    EXPECT_EQ(readFile(folder.path()).error().message, u"This is a folder, not a file"_s);
    ASSERT_TRUE(writeFile(folder.filePath(u"big"_s), QByteArray(2000, 'x')));
    EXPECT_EQ(readFile(folder.filePath(u"big"_s), 1000).error().code, Error::Code::Limit);
    EXPECT_EQ(readFile(u"/dev/zero"_s, 5'000'000).error().code, Error::Code::Limit);
    if (geteuid() != 0) {
        QFile::setPermissions(folder.filePath(u"big"_s), {});
        EXPECT_EQ(readFile(folder.filePath(u"big"_s)).error().message, u"You are not allowed to read this file"_s);
    }
}

TEST(Files, replacesAFileAsAWhole)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.blueprint"_s);
    ASSERT_TRUE(writeFile(path, "first, and long"));
    ASSERT_TRUE(writeFile(path, "second"));
    EXPECT_EQ(contentOf(path), "second");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST(Files, leavesTheOldFileAsItWasWhenTheDiskIsFull)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.blueprint"_s);
    ASSERT_TRUE(writeFile(path, "old"));
    Result<void> saved;
    {
        const SmallDisk disk(1000);
        saved = writeFile(path, QByteArray(100'000, 'x'));
    }
    ASSERT_FALSE(saved);
    EXPECT_TRUE(saved.error().message.startsWith(u"It cannot be written: "_s)) << qPrintable(saved.error().message);
    EXPECT_EQ(contentOf(path), "old");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST(Files, leavesTheOldFileAsItWasWhenTheDiskDoesNotConfirm)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.blueprint"_s);
    ASSERT_TRUE(writeFile(path, "old"));
    // A quota, a share that is gone.
    for (const int why : {EIO, ENOSPC, EDQUOT}) {
        diskError = why;
        const Result<void> saved = writeFile(path, "new");
        diskError = 0;
        ASSERT_FALSE(saved);
        EXPECT_TRUE(saved.error().message.startsWith(u"The disk does not confirm"_s));
        EXPECT_EQ(contentOf(path), "old");
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST(Files, areWrittenWhereTheDiskCannotBeAsked)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.blueprint"_s);
    diskError = EINVAL;
    const Result<void> saved = writeFile(path, "new");
    diskError = 0;
    EXPECT_TRUE(saved);
    EXPECT_EQ(contentOf(path), "new");
}

TEST(Files, areOnTheDiskUnderTheirNameToo)
{
    QTemporaryDir folder;
    syncedFolders = 0;
    ASSERT_TRUE(writeFile(folder.filePath(u"a.blueprint"_s), "new"));
    EXPECT_EQ(syncedFolders, 1);
}

TEST(Files, saysWhyAFileCannotBeWritten)
{
    QTemporaryDir folder;
    const QString gone = folder.filePath(u"gone"_s);
    EXPECT_TRUE(writeFile(gone + u"/a"_s, "x").error().message.endsWith(u"does not exist"_s));
    EXPECT_FALSE(QFile::exists(gone));
    EXPECT_TRUE(writeFile(folder.path(), "x").error().message.contains(u"A folder has that name"_s));
    if (geteuid() != 0) {
        ASSERT_TRUE(writeFile(folder.filePath(u"a"_s), "old"));
        QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        EXPECT_TRUE(
            writeFile(folder.filePath(u"a"_s), "x").error().message.contains(u"does not let a file be written"_s));
        QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        EXPECT_EQ(contentOf(folder.filePath(u"a"_s)), "old");
    }
}

} // namespace throughline
