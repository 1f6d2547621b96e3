// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/documentcontroller.h"
#include "app/models/commandmatcher.h"
#include "app/models/destination.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// What the command palette offers for what is typed: commands and places of the document to go to, best first. With
/// nothing typed: every command, those used last first.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::DocumentController* document READ document WRITE setDocument NOTIFY changed)
    /// The commands: objects {id, text, keys, detail, available, words}; words: others people look for it by.
    Q_PROPERTY(QVariantList commands READ commands WRITE setCommands NOTIFY changed)
    /// The ids of the commands used last, the last one first.
    Q_PROPERTY(QStringList recent READ recent WRITE setRecent NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        EntryIdRole = Qt::UserRole + 1, ///< of a command; empty for a place
        TextRole,
        MarkedRole, ///< the text as styled text, the letters typed in bold
        DetailRole, ///< the state of a command; where a place is
        KeysRole,   ///< the shortcut of a command; the code of a place
        AvailableRole,
    };

    static constexpr int MaxPlaces = 60;

    explicit PaletteModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    [[nodiscard]] DocumentController* document() const { return m_document; }
    void setDocument(DocumentController* document);
    [[nodiscard]] QVariantList commands() const;
    void setCommands(const QVariantList& commands);
    [[nodiscard]] QStringList recent() const { return m_recent; }
    void setRecent(const QStringList& recent);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Reads the places of the document as it is now; they are not followed while somebody types.
    Q_INVOKABLE void readPlaces();
    /// The text of a row, for whoever reads it aloud; empty when there is no such row.
    Q_INVOKABLE QString textAt(int row) const;
    [[nodiscard]] Q_INVOKABLE bool availableAt(int row) const;
    /// The command of a row; empty for a place.
    Q_INVOKABLE QString commandAt(int row) const;
    /// The elements a row goes to, as objects {kind, id}; empty for a command.
    Q_INVOKABLE QVariantList elementsOf(int row) const;

Q_SIGNALS:
    void changed();
    void countChanged();

private:
    struct Command
    {
        QString id;
        QString text;
        QString keys;
        QString detail;
        bool available = true;
        QString words;
    };
    struct Row
    {
        int command = -1;
        int place = -1;
        int score = 0;
        QList<int> positions;
    };

    void refresh();
    [[nodiscard]] QList<Row> commandRows() const;
    [[nodiscard]] std::optional<CommandMatch> match(const Command& command) const;
    [[nodiscard]] bool isAvailable(const Row& row) const;
    [[nodiscard]] QString placeText(const Destination& place) const;
    [[nodiscard]] QString markedText(const Row& row) const;

    QPointer<DocumentController> m_document;
    QList<Command> m_commands;
    QList<Destination> m_places;
    QStringList m_recent;
    QString m_query;
    QList<Row> m_rows;
};

} // namespace throughline
