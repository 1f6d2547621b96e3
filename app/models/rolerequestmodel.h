// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/askheadmodel.h"
#include "app/models/askrunner.h"
#include "app/models/rolerequestcycle.h"

#include <QAbstractTableModel>

namespace throughline {

/// Who can answer what, as a table that is edited where it is read: rows are the roles the customer meets in the order
/// of first meeting, then the others; columns are the requests. Every edit is one undo step. While the table keeps its
/// rows and columns, only cells that changed are announced.
class RoleRequestModel : public QAbstractTableModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::AskRunner* runner READ runner WRITE setRunner NOTIFY runnerChanged)
    /// The headings of the rows and columns, in their order.
    Q_PROPERTY(throughline::AskHeadModel* roles READ roles CONSTANT)
    Q_PROPERTY(throughline::AskHeadModel* requests READ requests CONSTANT)
    /// How many of the rows are roles that the customer meets; they come first.
    Q_PROPERTY(int metCount READ metCount NOTIFY knowledgeChanged)
    /// Departments in the colours of the dark window.
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY darkChanged)

public:
    enum CellRole {
        SignRole = Qt::UserRole + 1, ///< as the command line prints it: "●", "→Waiter(1)", "✕", "↻", "?", "·"
        KindRole,                    ///< "fulfils", "passes-on", "dies", "circles", "unknown", "not-met"
        ViaRole,                     ///< the name of the role it goes to first
        HopsRole,
        AsideRole, ///< what the role itself does, where the sign does not say so; or why the sign is what it is
        LabelRole, ///< the cell in words, for people who cannot see it
    };

    explicit RoleRequestModel(QObject* parent = nullptr);

    [[nodiscard]] AskRunner* runner() const { return m_runner; }
    void setRunner(AskRunner* runner);
    [[nodiscard]] AskHeadModel* roles() { return &m_roles; }
    [[nodiscard]] AskHeadModel* requests() { return &m_requests; }
    [[nodiscard]] int metCount() const { return m_metCount; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    void setDark(bool dark);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE int rowOf(const QString& role) const { return m_roles.indexOf(role); }
    Q_INVOKABLE int columnOf(const QString& request) const { return m_requests.indexOf(request); }
    /// The id of the role of a row, of the request of a column; empty where there is none.
    Q_INVOKABLE QString roleAt(int row) const;
    Q_INVOKABLE QString requestAt(int column) const;
    /// What a cell means, one sentence: for a role that is met, the one that the command line prints.
    Q_INVOKABLE QString sentence(int row, int column) const;
    /// What the next click on a cell says ("sees to it"); empty where no click changes anything.
    Q_INVOKABLE QString nextText(int row, int column) const;
    /// The roles a cell may pass the request on to, most sensible first: objects {value, text}. The one it is passed to
    /// now stands first.
    Q_INVOKABLE QVariantList targets(int row, int column) const;

    /// Says the next thing of a cell: unknown, sees to it, passes it on, refuses, and round again. Where the drawing
    /// proves what it does, nothing changes and refused() says so.
    Q_INVOKABLE bool cycle(int row, int column, bool backwards = false);
    /// Says one thing of a cell: "fulfils", "passes-on", "refuses" or "" for nothing. Without passesTo it is passed on
    /// to the most sensible role.
    Q_INVOKABLE bool say(int row, int column, const QString& ability, const QString& passesTo = {});
    /// Turns "only these" of a row on or off.
    Q_INVOKABLE bool toggleOnlyThese(int row);
    /// Adds a role or a request of that name and gives its id; that of the one there is where the name is taken; empty
    /// for an empty name.
    Q_INVOKABLE QString addRole(const QString& name);
    Q_INVOKABLE QString addRequest(const QString& name);

Q_SIGNALS:
    void runnerChanged();
    void darkChanged();
    void knowledgeChanged();
    /// A click changed nothing, and why.
    void refused(const QString& why);

private:
    struct Cell
    {
        RoleRequestCell seen;
        QString sign;
        QString via;
        QString aside;

        bool operator==(const Cell&) const = default;
    };

    void refresh();
    void takeCells(const QList<QList<Cell>>& cells);
    [[nodiscard]] QList<AskHead> roleHeads() const;
    [[nodiscard]] QList<AskHead> requestHeads() const;
    [[nodiscard]] Cell cellOf(const RoleId& role, const RequestId& request, const RoleRequestCell& seen) const;
    [[nodiscard]] QString asideOf(const RoleId& role, const RequestId& request, const RoleRequestCell& seen,
                                  const RequestReach::Entry& entry) const;
    [[nodiscard]] QString doingOf(const SaidAbility& said) const;
    [[nodiscard]] QString nameOfRole(const RoleId& role) const;
    [[nodiscard]] DocumentController* document() const { return m_runner ? m_runner->document() : nullptr; }
    [[nodiscard]] bool hasCell(int row, int column) const;
    [[nodiscard]] QList<DrawnAbility> drawn() const;
    bool apply(int row, int column, const SaidAbility& said);

    QPointer<AskRunner> m_runner;
    AskHeadModel m_roles;
    AskHeadModel m_requests;
    QList<QList<Cell>> m_cells;
    int m_metCount = 0;
    bool m_dark = false;
};

} // namespace throughline
