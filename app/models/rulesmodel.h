// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/checkrunner.h"
#include "core/check/rulelevel.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace throughline {

/// The rules of the check, family by family, with how loud each is for the open blueprint and who says so. A filter
/// narrows them down.
class RulesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT

    Q_PROPERTY(throughline::CheckRunner* checkRunner READ checkRunner WRITE setCheckRunner NOTIFY checkRunnerChanged)
    /// Shows only rules whose title, id or texts hold every word of it.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// "start", "recommended" or "all": the preset that holds for the blueprint.
    Q_PROPERTY(QString preset READ preset NOTIFY levelsChanged)
    /// The settings file of the folder for people, "~/bank/.throughline.json"; empty when there is none.
    Q_PROPERTY(QString folderFile READ folderFile NOTIFY levelsChanged)
    /// The preset is said by the folder's file, so that it is not to be chosen in the program.
    Q_PROPERTY(bool presetFromFolder READ isPresetFromFolder NOTIFY levelsChanged)

public:
    enum Role {
        RuleRole = Qt::UserRole + 1,
        FamilyRole,
        HeadingRole, ///< the family where its first rule stands, else empty
        TitleRole,
        ExplanationRole,
        DefinitionRole,
        RemedyRole,
        LevelRole,     ///< "error", "warning", "hint" or "off": what holds
        OwnRole,       ///< what the blueprint says; empty when it says nothing
        InheritedRole, ///< what would hold if the blueprint said nothing
        OriginRole,    ///< one sentence: who says what holds
        FindingsRole,  ///< how many open findings it has now
    };

    explicit RulesModel(QObject* parent = nullptr);

    [[nodiscard]] CheckRunner* checkRunner() const { return m_runner; }
    void setCheckRunner(CheckRunner* runner);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] QString preset() const;
    [[nodiscard]] QString folderFile() const;
    [[nodiscard]] bool isPresetFromFolder() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The row of a rule, or -1; the rule of a row, or an empty text.
    Q_INVOKABLE int rowOf(const QString& rule) const;
    Q_INVOKABLE QString ruleAt(int row) const;
    /// Everything about a rule by the names of the roles, for the side that shows one; empty for an unknown rule.
    Q_INVOKABLE QVariantMap rule(const QString& rule) const;
    /// Says in the blueprint how loud a rule is ("error", "warning", "hint", "off"), or nothing (an empty text). One
    /// undo step.
    Q_INVOKABLE bool setLevel(const QString& rule, const QString& level);

Q_SIGNALS:
    void checkRunnerChanged();
    void filterChanged();
    void countChanged();
    void levelsChanged();

private:
    void followDocument();
    void collect();
    void countFindings();
    void noteChange(const DocumentChange& change);
    void noteLevels();
    [[nodiscard]] QVariant value(const CatalogueEntry& entry, int role) const;
    [[nodiscard]] const Blueprint& blueprint() const;
    [[nodiscard]] QString originOf(const CatalogueEntry& entry) const;
    [[nodiscard]] int findingsOf(const QString& rule) const;

    QPointer<CheckRunner> m_runner;
    QPointer<DocumentController> m_document;
    QString m_filter;
    QList<const CatalogueEntry*> m_rows;
    QHash<QString, int> m_findings; ///< open ones, by rule
};

} // namespace throughline
