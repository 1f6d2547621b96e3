// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/canvas/canvasitem.h"
#include "app/document/documentcontroller.h"
#include "core/edit/cardoperations.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

class QTemporaryDir;

namespace throughline {

/// Puts files and addresses on cards, opens them, and keeps the files beside a document with it when it is saved
/// elsewhere. What cannot be done is said by the document's message.
class Attacher : public QObject
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Of the one card that is selected: "name", "target".
    Q_PROPERTY(QVariantList attachments READ attachments NOTIFY attachmentsChanged)
    /// Looks after the files of the document: copies them where it is saved elsewhere, says which are missing.
    Q_PROPERTY(bool keeps MEMBER m_keeps)

public:
    explicit Attacher(QObject* parent = nullptr);
    ~Attacher() override;

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] QVariantList attachments() const;

    /// Files and addresses dropped at a point of the canvas: onto a card, or into a cell, where they make a card of
    /// evidence. One undo step.
    Q_INVOKABLE bool drop(throughline::CanvasItem* canvas, const QPointF& point, const QList<QUrl>& urls);
    /// Files for the selected card.
    Q_INVOKABLE bool addFiles(const QList<QUrl>& files);
    Q_INVOKABLE bool addAddress(const QString& address);
    /// Opens an attachment with what the desktop has for it; never runs a program.
    Q_INVOKABLE bool open(const QString& name, const QString& target);

Q_SIGNALS:
    void documentChanged();
    void attachmentsChanged();

private:
    bool attach(const CardId& card, const Result<QList<Attachment>>& attachments);
    [[nodiscard]] QString path() const;
    [[nodiscard]] Result<QUrl> written(const Attachment& attachment);
    void onOpened(bool ok);
    void onSaved(const QUrl& url);

    QPointer<DocumentController> m_document;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of what was opened out of the document
    QString m_path;                          ///< of the document, before it was saved elsewhere
    bool m_keeps = false;
};

} // namespace throughline
