// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

/// The dependency rule of docs/architecture.md: which folder may include which, and which parts of Qt.
namespace {

using Allowed = QMap<QString, QSet<QString>>;

QSet<QString> words(const char* text)
{
    const QStringList list = QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

/// Folder -> the folders of the project it may include besides itself.
const Allowed& allowedFolders()
{
    static const Allowed allowed{
        {QStringLiteral("core/base"), {}},
        {QStringLiteral("core/model"), words("core/base")},
        {QStringLiteral("core/edit"), words("core/model core/base")},
        {QStringLiteral("core/ask"), words("core/model core/base core/check")},
        {QStringLiteral("core/metrics"), words("core/model core/base core/check core/ask")},
        {QStringLiteral("core/check"), words("core/model core/base core/ask")},
        {QStringLiteral("core/fix"), words("core/model core/base core/edit core/check core/ask core/metrics")},
        {QStringLiteral("core/io"), words("core/model core/check core/base")},
        {QStringLiteral("core/layout"), words("core/model core/base")},
        {QStringLiteral("core/scene"), words("core/layout core/model core/check core/base")},
        {QStringLiteral("core/view"), words("core/check core/model core/base")},
        {QStringLiteral("core/render"), words("core/scene core/layout core/model core/base")},
        {QStringLiteral("core/export"),
         words("core/render core/scene core/layout core/view core/metrics core/check core/io core/model core/base")},
        {QStringLiteral("app/cli"),
         words("core/base core/model core/check core/ask core/metrics core/io core/view core/export")},
        {QStringLiteral("app/settings"), words("core/base core/model core/layout core/scene core/render")},
        {QStringLiteral("app/document"),
         words("core/base core/model core/edit core/check core/ask core/fix core/io app/settings")},
        {QStringLiteral("app/canvas"),
         words("app/document app/settings core/base core/model core/edit core/check core/layout "
               "core/scene core/view core/render")},
        {QStringLiteral("app/models"),
         words("app/document app/settings app/canvas core/base core/model core/edit core/fix "
               "core/check core/ask core/metrics core/io "
               "core/layout core/scene core/view core/render core/export")},
        {QStringLiteral("app/program"), words("app/cli app/document app/settings app/models app/canvas core/base")},
    };
    return allowed;
}

/// Folder prefix -> modules of Qt whose headers it may name. Deeper prefixes win.
QSet<QString> allowedQt(const QString& folder)
{
    if (folder == QStringLiteral("core/render") || folder == QStringLiteral("core/export"))
        return words("QtCore QtGui QtSvg");
    if (folder.startsWith(QStringLiteral("core/")))
        return words("QtCore");
    if (folder == QStringLiteral("app/cli"))
        return words("QtCore QtGui");
    if (folder == QStringLiteral("app/program"))
        return words("QtCore QtGui QtQml QtQuick QtQuickControls2 QtWidgets");
    return words("QtCore QtGui QtQml QtQuick QtConcurrent");
}

QString moduleOf(const QString& header)
{
    static QMap<QString, QString> known;
    if (header.contains(u'/'))
        return header.section(u'/', 0, 0);
    const auto found = known.constFind(header);
    if (found != known.cend())
        return *found;
    QString module = QStringLiteral("QtCore");
    for (const QString& candidate :
         {QStringLiteral("QtCore"), QStringLiteral("QtGui"), QStringLiteral("QtWidgets"), QStringLiteral("QtQuick"),
          QStringLiteral("QtQml"), QStringLiteral("QtSvg"), QStringLiteral("QtConcurrent"), QStringLiteral("QtCharts"),
          QStringLiteral("QtQuickControls2")}) {
        if (QFile::exists(QStringLiteral(THROUGHLINE_QT_HEADERS "/") + candidate + u'/' + header)) {
            module = candidate;
            break;
        }
    }
    known.insert(header, module);
    return module;
}

struct Include
{
    QString file;
    QString folder; ///< "core/model"
    QString target; ///< as written between the quotes or angle brackets
    bool own = false;
};

QList<Include> includesBelow(const QString& root)
{
    static const QRegularExpression line(QStringLiteral("^\\s*#include\\s+([\"<])([^\">]+)[\">]"),
                                         QRegularExpression::MultilineOption);
    QList<Include> includes;
    const QString source = QStringLiteral(THROUGHLINE_SOURCE_DIR);
    QDirIterator files(source + u'/' + root, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(file.fileName());
        const QString name = file.fileName().mid(source.size() + 1);
        const QString folder = name.section(u'/', 0, 1);
        auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            includes += Include{name, folder, match.captured(2), match.captured(1) == QStringLiteral("\"")};
        }
    }
    return includes;
}

/// The name and the text of every QML file.
QList<std::pair<QString, QString>> qmlFiles()
{
    QList<std::pair<QString, QString>> all;
    QDirIterator names(QStringLiteral(THROUGHLINE_SOURCE_DIR "/qml"), {QStringLiteral("*.qml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile file(names.next());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(file.fileName());
        all.append({file.fileName(), QString::fromUtf8(file.readAll())});
    }
    return all;
}

} // namespace

TEST(Architecture, everyIncludePointsTheWayTheHouseIsBuilt)
{
    const QList<Include> includes = includesBelow(QStringLiteral("core")) + includesBelow(QStringLiteral("app"));
    EXPECT_GT(includes.size(), 200) << "the test must have read the sources";
    for (const Include& include : includes) {
        if (!include.own)
            continue;
        const QString target = include.target.section(u'/', 0, 1);
        ASSERT_TRUE(allowedFolders().contains(include.folder))
            << qPrintable(include.folder) << " is not in the table of docs/architecture.md";
        EXPECT_TRUE(target == include.folder || allowedFolders()[include.folder].contains(target))
            << qPrintable(include.file) << " must not include " << qPrintable(include.target);
    }
}

TEST(Architecture, everyFolderUsesOnlyItsPartsOfQt)
{
    for (const Include& include : includesBelow(QStringLiteral("core")) + includesBelow(QStringLiteral("app"))) {
        if (include.own || !include.target.startsWith(u'Q'))
            continue;
        EXPECT_TRUE(allowedQt(include.folder).contains(moduleOf(include.target)))
            << qPrintable(include.file) << " must not include " << qPrintable(include.target);
    }
}
TEST(Architecture, qmlKnowsNoCore)
{
    static const QRegularExpression import(QStringLiteral("^import\\s+(\\S+)"), QRegularExpression::MultilineOption);
    int imports = 0;
    for (const auto& [name, text] : qmlFiles()) {
        auto matches = import.globalMatch(text);
        while (matches.hasNext()) {
            const QString module = matches.next().captured(1);
            ++imports;
            EXPECT_TRUE(module.startsWith(QStringLiteral("Qt")) || module.startsWith(QStringLiteral("Throughline")) ||
                        module.startsWith(u'"'))
                << qPrintable(name) << " imports " << qPrintable(module);
        }
    }
    EXPECT_GT(imports, 10);
}

/// What Qt 6.4 does to a row it makes ahead is said in RowList.qml.
TEST(Architecture, noListMakesRowsAhead)
{
    static const QRegularExpression ahead(
        QStringLiteral("\\bListView \\{|\\bGridView \\{|\\bcacheBuffer: [1-9]|\\basynchronous:"));
    int lists = 0;
    for (const auto& [name, text] : qmlFiles()) {
        lists += int(text.count(QStringLiteral("RowList {")));
        EXPECT_TRUE(name.endsWith(QStringLiteral("/RowList.qml")) || !text.contains(ahead))
            << qPrintable(name) << " has a list that is no RowList";
    }
    EXPECT_GT(lists, 5);
}
