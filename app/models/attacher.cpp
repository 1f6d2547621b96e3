// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/attacher.h"

#include "app/canvas/canvasscene.h"
#include "app/canvas/landing.h"
#include "app/document/attachments.h"
#include "app/document/follow.h"
#include "core/io/files.h"
#include "core/model/attachments.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QMimeData>
#include <QTemporaryDir>

namespace throughline {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QList<Attachment>> takenIn(const QString& document, const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    return attachAll(document, data);
}

} // namespace

Attacher::Attacher(QObject* parent) : QObject(parent) {}
Attacher::~Attacher() = default;

QString Attacher::path() const
{
    return m_document ? m_document->filePath().toLocalFile() : QString();
}

void Attacher::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::openFinished, &Attacher::onOpened),
                when(&DocumentController::reset, [this] { m_path = m_document->filesFrom(); }),
                when(&DocumentController::selectionChanged, &Attacher::attachmentsChanged),
                when(&DocumentController::stateChanged, &Attacher::attachmentsChanged),
                when(&DocumentController::saved, &Attacher::onSaved)))
        return;
    m_path = m_document ? m_document->filesFrom() : QString();
    Q_EMIT documentChanged();
    Q_EMIT attachmentsChanged();
}

QVariantList Attacher::attachments() const
{
    QVariantList list;
    const bool one = m_document && m_document->selectionCount() == 1;
    const ElementRef ref = one ? m_document->selection().first() : ElementRef();
    const Card* card = ref.kind == ElementKind::Card ? m_document->blueprint().find(CardId(ref.id)) : nullptr;
    if (!card)
        return list;
    for (const Attachment& attachment : card->attachments) {
        const QString name = shownName(attachment);
        list += QVariantMap{{u"name"_s, name.isEmpty() ? tr("attachment") : name}, {u"target"_s, attachment.target}};
    }
    return list;
}

void Attacher::onOpened(bool ok)
{
    m_path = m_document->filesFrom();
    if (!m_keeps || !ok || m_path.isEmpty())
        return;
    const QStringList missing = missingFiles(m_document->blueprint(), m_path);
    if (missing.size() == 1)
        m_document->showMessage(tr("The attached file “%1” is missing beside the blueprint.").arg(missing.first()));
    else if (missing.size() > 1)
        m_document->showMessage(tr("%1 attached files are missing beside the blueprint, “%2” among them.")
                                    .arg(missing.size())
                                    .arg(missing.first()));
}

void Attacher::onSaved(const QUrl& url)
{
    const QString before = m_path;
    m_path = url.toLocalFile();
    if (!m_keeps || before.isEmpty() || m_path.isEmpty() || before == m_path)
        return;
    const CopiedFiles copied = copyFiles(m_document->blueprint(), before, m_path);
    // The file must not show what happens to lie there under the same name.
    if (!copied.renamed.isEmpty() && m_document->apply(copied.renamed, tr("Attach under another name")))
        m_document->save();
    if (copied.failed.size() == 1)
        m_document->showMessage(
            tr("Saved, but the attached file “%1” could not be copied along.").arg(copied.failed.first()), true);
    else if (copied.failed.size() > 1)
        m_document->showMessage(tr("Saved, but %1 attached files could not be copied along, “%2” among them.")
                                    .arg(copied.failed.size())
                                    .arg(copied.failed.first()),
                                true);
}

bool Attacher::attach(const CardId& card, const Result<QList<Attachment>>& attached)
{
    return m_document->apply(attached ? addAttachments(m_document->blueprint(), card, *attached)
                                      : Result<Patch>(attached.error()),
                             tr("Attach"));
}

bool Attacher::drop(CanvasItem* canvas, const QPointF& point, const QList<QUrl>& urls)
{
    if (!m_document || !m_document->isOpen() || !canvas || canvas->isPresenting() || canvas->isPreviewing())
        return false;
    const ElementRef ref = refFrom(canvas->elementAt(point));
    if (ref.kind == ElementKind::Card)
        return attach(CardId(ref.id), takenIn(path(), urls));
    const QPointF scene(canvas->viewX() + (point.x() - canvas->headerWidth()) / canvas->zoom(),
                        canvas->viewY() + (point.y() - canvas->headerHeight()) / canvas->zoom());
    const std::optional<CellSpot> spot = cellAt(canvas->scene().layout(), scene);
    if (!spot) {
        m_document->showMessage(tr("Drop it onto a card or into a cell of the grid."));
        return false;
    }
    const Result<Landing> landing = landingAt(m_document->blueprint(), *spot);
    if (!landing)
        return m_document->apply(landing.error(), {});
    const Result<QList<Attachment>> attached = takenIn(path(), urls);
    const CardId card(mintId(u'c'));
    if (!m_document->apply(
            attached ? afterLanding(*landing, addEvidence(landing->blueprint, card, landing->place, *attached))
                     : Result<Patch>(attached.error()),
            tr("Add evidence")))
        return false;
    m_document->setSelection({refTo(card)});
    canvas->reveal(u"card"_s, card.value);
    return true;
}

bool Attacher::addFiles(const QList<QUrl>& files)
{
    if (!m_document || m_document->selectionCount() != 1 || m_document->selection().first().kind != ElementKind::Card) {
        if (m_document)
            m_document->showMessage(tr("Select the card to attach it to first."));
        return false;
    }
    return attach(CardId(m_document->selection().first().id), takenIn(path(), files));
}

bool Attacher::addAddress(const QString& address)
{
    // People leave the beginning out.
    const QString text = address.trimmed();
    const bool bare = !text.contains(u':') && text.contains(u'.') && !text.contains(u' ');
    return addFiles({QUrl(bare ? u"https://"_s + text : text)});
}

Result<QUrl> Attacher::written(const Attachment& attachment)
{
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    const Result<Attachment> copy =
        attachContent(m_folder->filePath(u"opened"_s), attachment.name.isEmpty() ? tr("attachment") : attachment.name,
                      contentOf(attachment));
    return copy ? openable(m_folder->filePath(u"opened"_s), *copy) : Result<QUrl>(copy.error());
}

bool Attacher::open(const QString& name, const QString& target)
{
    if (!m_document)
        return false;
    const Attachment attachment{name, target};
    const Result<QUrl> url = isHeld(attachment) ? written(attachment) : openable(m_document->filesFrom(), attachment);
    if (!url) {
        m_document->showMessage(url.error().message);
        return false;
    }
    if (QDesktopServices::openUrl(*url))
        return true;
    m_document->showMessage(tr("The desktop has no program to open “%1” with.").arg(name));
    return false;
}

} // namespace throughline
