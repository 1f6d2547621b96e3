// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/attachments.h"

#include "app/document/tr.h"
#include "core/edit/refusal.h"
#include "core/io/files.h"
#include "core/model/attachments.h"
#include "core/model/patch.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QMimeDatabase>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What files of the system and their kin could do when they are opened is more than show something.
bool isProgram(const QFileInfo& file)
{
    static const QStringList programs{u"desktop"_s, u"sh"_s,  u"bash"_s, u"run"_s, u"exe"_s, u"bat"_s,     u"cmd"_s,
                                      u"com"_s,     u"msi"_s, u"ps1"_s,  u"vbs"_s, u"js"_s,  u"jar"_s,     u"py"_s,
                                      u"pl"_s,      u"rb"_s,  u"scr"_s,  u"lnk"_s, u"url"_s, u"appimage"_s};
    return file.isDir() || file.isExecutable() || programs.contains(file.suffix().toLower());
}

/// Files are opened and copied out of the folders in which attachments are put, and out of no other, whatever links
/// lead to.
bool isAmongFiles(const QString& document, const Attachment& attachment)
{
    const QString clean = QDir::cleanPath(attachment.target);
    const QString folder = clean.section(u'/', 0, 0);
    if (!isBeside(attachment) || folder == clean || !folder.endsWith(".files"_L1))
        return false;
    const QDir beside = QFileInfo(document).absoluteDir();
    const QString real = QFileInfo(beside.filePath(clean)).canonicalFilePath();
    return real.isEmpty() || real.startsWith(QDir(beside.canonicalPath()).filePath(folder) + u'/');
}

QString filesBeside(const QString& document)
{
    return QFileInfo(document).completeBaseName() + u".files"_s;
}

/// A name that is safe as a file's on every system.
QString fileName(const QString& name)
{
    QString plain = QFileInfo(name).fileName().simplified();
    for (QChar& letter : plain) {
        if (QStringView(u"<>:\"/\\|?*").contains(letter) || !letter.isPrint())
            letter = u'_';
    }
    while (plain.startsWith(u'.'))
        plain.remove(0, 1);
    return plain.isEmpty() ? u"file"_s : plain.right(120);
}

Result<Attachment> embedded(const QString& name, const QByteArray& content)
{
    if (content.size() > MaxEmbedded)
        return notPossible(
            tr("“%1” is larger than 256 KB. Save the blueprint first, then it can stand beside it.").arg(name));
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, content).name();
    return Attachment{name, u"data:%1;base64,%2"_s.arg(type, QString::fromLatin1(content.toBase64()))};
}

} // namespace

Result<Attachment> attachContent(const QString& document, const QString& name, const QByteArray& content)
{
    const QString wanted = fileName(name);
    if (document.isEmpty())
        return embedded(wanted, content);
    if (content.size() > MaxAttached)
        return notPossible(tr("“%1” is larger than 64 MB. Attach its address instead.").arg(wanted));
    const QString folder = filesBeside(document);
    const QDir beside = QFileInfo(document).absoluteDir();
    if (!beside.mkpath(folder))
        return Error{Error::Code::System,
                     tr("Not attached: the folder “%1” cannot be made beside the blueprint.").arg(folder),
                     {}};
    const QFileInfo parts(wanted);
    const QString ending = parts.suffix().isEmpty() ? QString() : u'.' + parts.suffix();
    for (int number = 1;; ++number) {
        const QString taken = number == 1 ? wanted : u"%1 %2%3"_s.arg(parts.completeBaseName()).arg(number).arg(ending);
        const Attachment attachment{wanted, folder + u'/' + taken};
        const QString path = beside.filePath(attachment.target);
        if (!QFileInfo::exists(path)) {
            const Result<void> written = writeFile(path, content);
            return written ? Result<Attachment>(attachment) : Result<Attachment>(written.error());
        }
        const Result<QByteArray> there = readFile(path, MaxAttached);
        if (there && *there == content)
            return attachment;
    }
}

Result<Attachment> attachFile(const QString& document, const QString& file)
{
    const QFileInfo info(file);
    if (info.isDir())
        return notPossible(tr("“%1” is a folder. Attach the files in it.").arg(info.fileName()));
    if (document.isEmpty() && info.size() > MaxEmbedded)
        return embedded(info.fileName(), QByteArray(MaxEmbedded + 1, '\0'));
    if (info.size() > MaxAttached)
        return notPossible(tr("“%1” is larger than 64 MB. Attach its address instead.").arg(info.fileName()));
    const Result<QByteArray> content = readFile(file, MaxAttached);
    return content ? attachContent(document, info.fileName(), *content) : Result<Attachment>(content.error());
}

Result<Attachment> attachAddress(const QString& address)
{
    const QUrl url = addressOf({{}, address.trimmed()});
    if (!url.isValid())
        return notPossible(tr("Give an address that begins with https:// or mailto:."));
    const QString name =
        url.scheme() == "mailto"_L1 ? url.path() : url.host() + (url.path() == "/"_L1 ? QString() : url.path());
    return Attachment{name, url.toString(QUrl::FullyEncoded)};
}

bool isAttachable(const QMimeData& data)
{
    if (data.hasUrls())
        return true;
    if (data.hasText()) {
        const QString text = data.text().trimmed();
        return !text.contains(u'\n') && bool(attachAddress(text));
    }
    return data.hasImage();
}

Result<QList<Attachment>> attachAll(const QString& document, const QMimeData& data)
{
    QList<Result<Attachment>> taken;
    for (const QUrl& url : data.urls())
        taken += url.isLocalFile() ? attachFile(document, url.toLocalFile()) : attachAddress(url.toString());
    if (taken.isEmpty() && data.hasText()) {
        taken += attachAddress(data.text());
    } else if (taken.isEmpty() && data.hasImage()) {
        QByteArray png;
        QBuffer buffer(&png);
        if (!qvariant_cast<QImage>(data.imageData()).save(&buffer, "PNG"))
            return notPossible(
                tr("The picture on the clipboard cannot be read. Save it as a file and drop that here."));
        taken += attachContent(document, tr("picture.png"), png);
    }
    QList<Attachment> attachments;
    for (const Result<Attachment>& each : std::as_const(taken)) {
        if (!each)
            return each.error();
        attachments += *each;
    }
    return attachments;
}

Result<Patch> addAttachments(const Blueprint& blueprint, const CardId& id, const QList<Attachment>& attachments)
{
    const Card* card = blueprint.find(id);
    if (!card)
        return notPossible(tr("The card is no longer there."));
    Card after = *card;
    for (const Attachment& attachment : attachments) {
        const bool known = std::any_of(after.attachments.begin(), after.attachments.end(),
                                       [&](const Attachment& other) { return other.target == attachment.target; });
        if (!known)
            after.attachments += attachment;
    }
    return after == *card ? Patch{} : Patch{{ElementChange<Card>{*card, after}}};
}

Result<Patch> addEvidence(const Blueprint& blueprint, const CardId& id, const CellPlace& place,
                          const QList<Attachment>& attachments)
{
    Card card;
    card.id = id;
    card.lane = place.lane;
    card.firstStep = place.step;
    card.kind = CardKind::Evidence;
    card.attachments = attachments;
    if (!attachments.isEmpty())
        card.title = QFileInfo(attachments.first().name).completeBaseName();
    return addCard(blueprint, card, place.index);
}

Result<QUrl> openable(const QString& document, const Attachment& attachment)
{
    if (const QUrl address = addressOf(attachment); address.isValid())
        return address;
    if (const QString scheme = QUrl(attachment.target).scheme(); scheme.size() > 1)
        return notPossible(tr("“%1:” is not opened from a blueprint, only https:, http: and mailto: are.").arg(scheme));
    if (document.isEmpty())
        return notPossible(
            tr("“%1” is beside no saved blueprint. Save the blueprint first.").arg(shownName(attachment)));
    const QFileInfo file(QFileInfo(document).absoluteDir().filePath(attachment.target));
    if (!isAmongFiles(document, attachment))
        return notPossible(
            tr("“%1” does not lie in “%2”, where attached files are. Attach it anew to open it from here.")
                .arg(shownName(attachment), filesBeside(document)));
    if (!file.exists())
        return notPossible(tr("“%1” is not there any more. It was at %2.")
                               .arg(shownName(attachment), QDir::toNativeSeparators(file.filePath())));
    if (!file.isReadable())
        return notPossible(tr("“%1” may not be read. Ask who owns %2.")
                               .arg(shownName(attachment), QDir::toNativeSeparators(file.filePath())));
    if (isProgram(file))
        return notPossible(
            tr("“%1” can run as a program and is not opened from here. Open it from its folder if you trust it.")
                .arg(shownName(attachment)));
    return QUrl::fromLocalFile(file.filePath());
}

namespace {

/// The paths beside a document that its attachments name, each once.
QStringList pathsBeside(const Blueprint& blueprint)
{
    QStringList paths;
    for (const Card& card : blueprint.cards()) {
        for (const Attachment& attachment : card.attachments) {
            if (isBeside(attachment) && !paths.contains(attachment.target))
                paths += attachment.target;
        }
    }
    return paths;
}

/// Copies a file that an attachment names, and gives what names the copy. Where another file stands it gets another
/// name. Errors: it cannot be read or written.
Result<QString> copiedFile(const QString& target, const QString& from, const QString& to)
{
    const Result<QByteArray> content = readFile(QFileInfo(from).absoluteDir().filePath(target), MaxAttached);
    if (!content)
        return content.error();
    const QString path = QFileInfo(to).absoluteDir().filePath(target);
    if (QFileInfo::exists(path)) {
        const Result<QByteArray> there = readFile(path, MaxAttached);
        if (there && *there == *content)
            return target;
        const Result<Attachment> taken = attachContent(to, QFileInfo(target).fileName(), *content);
        return taken ? Result<QString>(taken->target) : Result<QString>(taken.error());
    }
    if (!QFileInfo(path).absoluteDir().mkpath(u"."_s))
        return notPossible(target);
    const Result<void> written = writeFile(path, *content);
    return written ? Result<QString>(target) : Result<QString>(written.error());
}

} // namespace

QStringList missingFiles(const Blueprint& blueprint, const QString& document)
{
    const QDir beside = QFileInfo(document).absoluteDir();
    QStringList paths = pathsBeside(blueprint);
    paths.removeIf([&](const QString& path) { return QFileInfo::exists(beside.filePath(path)); });
    return paths;
}

QStringList takeFiles(Patch& patch, const QString& from, const QString& to)
{
    const QDir source = QFileInfo(from).absoluteDir();
    if (from.isEmpty() || (!to.isEmpty() && source == QFileInfo(to).absoluteDir()))
        return {};
    QStringList left;
    for (Change& change : patch.changes) {
        auto* card = std::get_if<ElementChange<Card>>(&change);
        if (!card || card->before || !card->after)
            continue;
        for (Attachment& attachment : card->after->attachments) {
            if (!isBeside(attachment))
                continue;
            const QString name = shownName(attachment);
            const Result<QByteArray> content = isAmongFiles(from, attachment)
                                                   ? readFile(source.filePath(attachment.target), MaxAttached)
                                                   : Result<QByteArray>(notPossible(name));
            const Result<Attachment> taken = content
                                                 ? attachContent(to, QFileInfo(attachment.target).fileName(), *content)
                                                 : Result<Attachment>(content.error());
            if (taken)
                attachment.target = taken->target;
            else if (!left.contains(name))
                left += name;
        }
    }
    return left;
}

CopiedFiles copyFiles(const Blueprint& blueprint, const QString& from, const QString& to)
{
    CopiedFiles copied;
    if (QFileInfo(from).absoluteDir() == QFileInfo(to).absoluteDir())
        return copied;
    QHash<QString, QString> renamed;
    for (const QString& path : pathsBeside(blueprint)) {
        const Result<QString> copy =
            isAmongFiles(from, {{}, path}) ? copiedFile(path, from, to) : Result<QString>(notPossible(path));
        if (!copy)
            copied.failed += path;
        else if (*copy != path)
            renamed.insert(path, *copy);
    }
    if (renamed.isEmpty())
        return copied;
    for (const Card& card : blueprint.cards()) {
        Card after = card;
        for (Attachment& attachment : after.attachments)
            attachment.target = renamed.value(attachment.target, attachment.target);
        if (after != card)
            copied.renamed.changes += ElementChange<Card>{card, after};
    }
    return copied;
}

} // namespace throughline
