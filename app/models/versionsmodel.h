// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/backgroundjob.h"
#include "app/document/documentcontroller.h"
#include "core/io/backups.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The earlier versions of the open document, newest first. What is in each is read in the background, one after the
/// other.
class VersionsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY documentChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// when (text), content ("37 cards, 38 connections"), differences (since then, in words), readable.
    enum Role { WhenRole = Qt::UserRole + 1, ContentRole, DifferencesRole, ReadableRole };

    explicit VersionsModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] int count() const { return int(m_versions.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Looks for them anew.
    Q_INVOKABLE void refresh();
    /// refresh() that waits until all of them are read.
    void refreshNow();
    /// Puts the version back in place of the document, as one undo step.
    Q_INVOKABLE bool restore(int row);
    /// Opens the version as a new document without a file.
    Q_INVOKABLE bool openCopy(int row);

Q_SIGNALS:
    void documentChanged();
    void countChanged();

private:
    struct Version
    {
        Backup backup;
        QString content;
        QString differences;
        bool isReadable = true;
    };

    static Version looked(const Backup& backup, const Blueprint& now);
    void list();
    void lookAt(int row);

    QPointer<DocumentController> m_document;
    QList<Version> m_versions;
    Blueprint m_now;
    BackgroundJob<Version> m_job{this};
};

/// What changed from one blueprint to another in a few words: "2 cards added, connection “A -> B” removed"; empty when
/// nothing did.
[[nodiscard]] QString changesInWords(const Blueprint& before, const Blueprint& after);

} // namespace throughline
