// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "core/io/bpmnreader.h"

#include <QObject>
#include <QPointer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// Brings a BPMN diagram into the document. Where several pools or lanes may be the customer's, chooseCustomer() is
/// emitted and finish() says which; where there is one at most, the import is done at once.
class BpmnImporter : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Who may be the customer, best first: objects {value, text, why}; last: nobody.
    Q_PROPERTY(QVariantList candidates READ candidates NOTIFY candidatesChanged)
    /// The value of the most likely one.
    Q_PROPERTY(QString proposed READ proposed NOTIFY candidatesChanged)

public:
    explicit BpmnImporter(QObject* parent = nullptr);

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] QVariantList candidates() const;
    [[nodiscard]] QString proposed() const;

    /// True when the file is a BPMN diagram, told by its content.
    Q_INVOKABLE bool isBpmn(const QUrl& file) const;
    /// Reads the file. False, with a message beside the document, when it cannot be read.
    Q_INVOKABLE bool begin(const QUrl& file);
    /// Puts the diagram into the document, seen by that customer; empty: as the program decides by itself.
    Q_INVOKABLE bool finish(const QString& customer);

Q_SIGNALS:
    void documentChanged();
    void candidatesChanged();
    void chooseCustomer();
    void imported();

private:
    bool take(const Result<BpmnImport>& result);

    QPointer<DocumentController> m_document;
    QByteArray m_data;
    QString m_fileName;
    QList<CustomerCandidate> m_candidates;
};

} // namespace throughline
