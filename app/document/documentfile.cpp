// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/documentcontroller.h"
#include "core/io/blueprintreader.h"
#include "core/io/blueprintwriter.h"
#include "core/io/notationreader.h"
#include "core/io/notationwriter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

/// Opening and saving.
namespace throughline {

using namespace Qt::Literals::StringLiterals;

struct DocumentController::Loaded
{
    QUrl url;
    Result<Blueprint> blueprint;
    QByteArray hash;
};

namespace {

/// Larger files are no blueprints; reading them would only fill the memory.
constexpr qint64 LargestFile = 256LL * 1024 * 1024;

QByteArray hashOf(const QByteArray& data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

/// The path behind a url: a file on disk or a resource of the program.
QString pathOf(const QUrl& url)
{
    if (url.scheme() == u"qrc"_s)
        return u':' + url.path();
    return url.isLocalFile() ? url.toLocalFile() : url.toString();
}

bool isNotation(const QString& path)
{
    return path.endsWith(u".bpt"_s, Qt::CaseInsensitive);
}

Error systemError(const QString& message)
{
    return {Error::Code::System, message, {}};
}

Result<QByteArray> readBytes(const QString& path)
{
    QFile file(path);
    if (file.size() > LargestFile)
        return systemError(DocumentController::tr("%1 is larger than 256 MB and cannot be a blueprint.").arg(path));
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        const QString why =
            QFileInfo::exists(path) ? file.errorString() : DocumentController::tr("There is no such file");
        return systemError(DocumentController::tr("%1 cannot be opened: %2.").arg(QFileInfo(path).fileName(), why));
    }
    return file.readAll();
}

Result<Blueprint> parse(const QByteArray& data, const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    return isNotation(path) ? readNotation(data, name) : readBlueprint(data, name);
}

} // namespace

DocumentController::Loaded DocumentController::load(const QUrl& url)
{
    const QString path = pathOf(url);
    const Result<QByteArray> data = readBytes(path);
    if (!data)
        return {url, data.error(), {}};
    return {url, parse(*data, path), hashOf(*data)};
}

bool DocumentController::takeIn(const Loaded& loaded)
{
    if (!loaded.blueprint) {
        setMessage(tr("Not opened. %1").arg(describe(loaded.blueprint.error())), true);
        return false;
    }
    m_fileHash = loaded.hash;
    replaceDocument(*loaded.blueprint, loaded.url);
    return true;
}

void DocumentController::newEmpty()
{
    // A grid to put cards into: a lane for the customer and one on either side of the line of visibility.
    constexpr int FirstSteps = 6;
    BlueprintBuilder builder;
    const QList<std::pair<QString, Stage>> lanes{
        {tr("Customer"), Stage::Customer}, {tr("Frontstage"), Stage::Frontstage}, {tr("Backstage"), Stage::Backstage}};
    for (const auto& [name, stage] : lanes) {
        Lane lane;
        lane.id = LaneId(mintId(u'l'));
        lane.name = name;
        lane.stage = stage;
        builder.lanes += lane;
    }
    for (int number = 1; number <= FirstSteps; ++number) {
        Step step;
        step.id = StepId(mintId(u's'));
        step.number = number;
        builder.steps += step;
    }
    if (const Result<Blueprint> blueprint = std::move(builder).build())
        setBlueprint(*blueprint);
}

bool DocumentController::newFromTemplate(const QUrl& url)
{
    const Loaded loaded = load(url);
    if (!loaded.blueprint)
        return takeIn(loaded);
    setBlueprint(*loaded.blueprint);
    return true;
}

void DocumentController::open(const QUrl& url)
{
    m_job.start([url] { return std::make_shared<const Loaded>(load(url)); },
                [this](const std::shared_ptr<const Loaded>& loaded) {
                    Q_EMIT loadingChanged();
                    Q_EMIT openFinished(takeIn(*loaded), loaded->url);
                });
    Q_EMIT loadingChanged();
}

bool DocumentController::openNow(const QUrl& url)
{
    m_job.cancel();
    const bool ok = takeIn(load(url));
    Q_EMIT loadingChanged();
    Q_EMIT openFinished(ok, url);
    return ok;
}

bool DocumentController::changedOutside() const
{
    QFile file(pathOf(m_file));
    if (m_fileHash.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    return hashOf(file.readAll()) != m_fileHash;
}

bool DocumentController::save()
{
    if (m_file.isEmpty()) {
        setMessage(tr("This blueprint has no file yet. Choose where to save it."), false);
        return false;
    }
    if (changedOutside()) {
        setMessage(tr("Not saved: %1 was changed by another program since it was opened. Overwrite it, or save under "
                      "another name.")
                       .arg(fileName()),
                   true, true);
        return false;
    }
    return write(m_file);
}

bool DocumentController::overwrite()
{
    return !m_file.isEmpty() && write(m_file);
}

bool DocumentController::saveAs(const QUrl& url)
{
    return write(url);
}

bool DocumentController::write(const QUrl& url)
{
    const QString path = pathOf(url);
    const QByteArray data = isNotation(path) ? writeNotation(blueprint()) : writeBlueprint(blueprint());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit()) {
        setMessage(tr("Not saved: %1 (%2). Nothing was lost: the file on disk is as it was and your changes are here. "
                      "Save under another name or in another folder.")
                       .arg(path, file.errorString()),
                   true);
        return false;
    }
    m_fileHash = hashOf(data);
    m_session->markClean();
    const bool moved = url != m_file;
    m_file = url;
    dismissMessage();
    if (moved)
        Q_EMIT fileChanged();
    Q_EMIT stateChanged();
    Q_EMIT saved(url);
    return true;
}

} // namespace throughline
