// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/documentcontroller.h"
#include "core/ask/askrole.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace throughline {

/// What is known of who can answer what, in one state of the document.
struct AskKnowledge
{
    std::shared_ptr<const AskSimulation> simulation; ///< null for no document
    RoleRequestTable table;
    QHash<RequestId, RequestReach> reaches; ///< of the table's columns
};

/// Keeps the answers to "ask this role for that" up with the document: at once for a small blueprint, in a worker for a
/// large one, where results of an older revision are dropped. Works only while somebody looks.
class AskRunner : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Somebody looks at the answers.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)

public:
    /// Cards and connections up to which the answers are worked out between two frames.
    static constexpr int SmallBlueprint = 1500;

    explicit AskRunner(QObject* parent = nullptr);
    ~AskRunner() override;

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);

    /// The last answers worked out; those of an older state while a worker is at it.
    [[nodiscard]] const AskKnowledge& knowledge() const { return m_knowledge; }
    /// The answers are those of the document as it is.
    [[nodiscard]] bool isCurrent() const;
    /// Works the answers out now, where they are not there yet, and waits.
    Q_INVOKABLE void runNow();

Q_SIGNALS:
    void documentChanged();
    void activeChanged();
    /// There are other answers. (An edit alone is heard of from the document.)
    void knowledgeChanged();

private:
    static AskKnowledge workOut(const Blueprint& blueprint);
    void update();
    void startAnew();
    void take(quint64 revision, const AskKnowledge& knowledge);

    QPointer<DocumentController> m_document;
    AskKnowledge m_knowledge;
    quint64 m_revision = 0;
    bool m_known = false;
    bool m_active = false;
    BackgroundJob<std::shared_ptr<const AskKnowledge>> m_job{this};
};

} // namespace throughline
