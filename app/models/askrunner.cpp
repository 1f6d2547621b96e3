// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/askrunner.h"

#include "app/document/follow.h"

namespace throughline {

AskRunner::AskRunner(QObject* parent) : QObject(parent) {}

AskRunner::~AskRunner() = default;

void AskRunner::setDocument(DocumentController* document)
{
    if (!follow(this, m_document, document, when(&DocumentController::changed, &AskRunner::update),
                when(&DocumentController::reset, &AskRunner::startAnew)))
        return;
    Q_EMIT documentChanged();
    startAnew();
}

void AskRunner::startAnew()
{
    m_job.cancel();
    m_known = false;
    m_knowledge = {};
    if (m_active && m_document)
        runNow();
    else
        Q_EMIT knowledgeChanged();
}

void AskRunner::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    update();
}

bool AskRunner::isCurrent() const
{
    return m_document && m_known && m_revision == m_document->revision();
}

AskKnowledge AskRunner::workOut(const Blueprint& blueprint)
{
    AskKnowledge knowledge;
    knowledge.simulation = std::make_shared<const AskSimulation>(blueprint);
    knowledge.table = knowledge.simulation->table();
    const Capabilities abilities(blueprint, knowledge.simulation->drawnAbilities());
    for (const RequestId& request : knowledge.table.columns)
        knowledge.reaches.insert(request, abilities.reachOf(request));
    return knowledge;
}

void AskRunner::update()
{
    if (!m_active || !m_document || isCurrent())
        return;
    const Blueprint blueprint = m_document->blueprint();
    if (blueprint.cards().size() + blueprint.connections().size() <= SmallBlueprint) {
        runNow();
        return;
    }
    const quint64 revision = m_document->revision();
    m_job.start([blueprint] { return std::make_shared<const AskKnowledge>(workOut(blueprint)); },
                [this, revision](const std::shared_ptr<const AskKnowledge>& knowledge) {
                    if (m_document && m_document->revision() == revision)
                        take(revision, *knowledge);
                });
}

void AskRunner::runNow()
{
    m_job.cancel();
    if (isCurrent())
        return;
    if (m_active && m_document)
        take(m_document->revision(), workOut(m_document->blueprint()));
}

void AskRunner::take(quint64 revision, const AskKnowledge& knowledge)
{
    m_revision = revision;
    m_known = true;
    m_knowledge = knowledge;
    Q_EMIT knowledgeChanged();
}

} // namespace throughline
