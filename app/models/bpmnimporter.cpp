// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/bpmnimporter.h"

#include "app/models/labels.h"

#include <QFile>
#include <QFileInfo>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

/// How much of a file is looked at to tell what it is.
constexpr qint64 Beginning = 4096;

} // namespace

BpmnImporter::BpmnImporter(QObject* parent) : QObject(parent) {}

void BpmnImporter::setDocument(DocumentController* document)
{
    m_document = document;
    Q_EMIT documentChanged();
}

QVariantList BpmnImporter::candidates() const
{
    QVariantList list;
    for (const CustomerCandidate& candidate : m_candidates) {
        QVariantMap entry = choice(candidate.id, candidate.name.simplified());
        entry.insert(u"why"_s, candidate.why);
        list.append(entry);
    }
    return list;
}

QString BpmnImporter::proposed() const
{
    return m_candidates.isEmpty() ? QString() : m_candidates.first().id;
}

bool BpmnImporter::isBpmn(const QUrl& url) const
{
    QFile file(url.toLocalFile());
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray beginning = file.read(Beginning);
    return beginning.contains("/spec/BPMN/") || (beginning.contains("<?xml") && beginning.contains("definitions")) ||
           url.fileName().endsWith(".bpmn"_L1, Qt::CaseInsensitive);
}

bool BpmnImporter::begin(const QUrl& url)
{
    if (!m_document)
        return false;
    QFile file(url.toLocalFile());
    m_fileName = QFileInfo(file.fileName()).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        m_document->showMessage(tr("%1 cannot be opened: %2.").arg(m_fileName, file.errorString()), true);
        return false;
    }
    m_data = file.readAll();
    const Result<BpmnImport> read = readBpmn(m_data, m_fileName, {{}, false});
    if (!read || read->candidates.size() < 2)
        return take(read);
    m_candidates = read->candidates;
    Q_EMIT candidatesChanged();
    Q_EMIT chooseCustomer();
    return true;
}

bool BpmnImporter::finish(const QString& customer)
{
    return m_document && take(readBpmn(m_data, m_fileName, {customer, false}));
}

bool BpmnImporter::take(const Result<BpmnImport>& result)
{
    if (!result) {
        m_document->showMessage(tr("Not imported. %1").arg(describe(result.error())), true);
        return false;
    }
    m_document->setBlueprint(result->blueprint);
    m_data.clear();
    QStringList notes = result->notes;
    if (result->customerUsed.isEmpty())
        notes += tr("Give the customer's lane the stage Customer: a right click on its name offers it.");
    if (!notes.isEmpty())
        m_document->showMessage(notes.join(u' '));
    Q_EMIT imported();
    return true;
}

} // namespace throughline
