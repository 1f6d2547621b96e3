// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rulesmodel.h"

#include "app/document/follow.h"
#include "core/base/homepath.h"
#include "core/edit/operations.h"
#include "core/model/words.h"

#include <algorithm>

namespace throughline {

namespace {

bool holds(const CatalogueEntry& entry, const QStringList& words)
{
    return std::ranges::all_of(words, [&](const QString& word) {
        return std::ranges::any_of(QStringList{entry.id, entry.title, entry.explanation, entry.definition},
                                   [&](const QString& text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

} // namespace

RulesModel::RulesModel(QObject* parent) : QAbstractListModel(parent)
{
    collect();
}

void RulesModel::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &RulesModel::countFindings),
                when(&CheckRunner::settingsChanged, &RulesModel::noteLevels),
                when(&CheckRunner::documentChanged, &RulesModel::followDocument)))
        return;
    followDocument();
    Q_EMIT checkRunnerChanged();
    countFindings();
}

void RulesModel::followDocument()
{
    follow(this, m_document, m_runner ? m_runner->document() : nullptr,
           when(&DocumentController::changed, &RulesModel::noteChange),
           when(&DocumentController::reset, &RulesModel::noteLevels));
}

void RulesModel::setFilter(const QString& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    collect();
}

void RulesModel::collect()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (const CatalogueEntry& entry : catalogue()) {
        if (holds(entry, words))
            m_rows += &entry;
    }
    endResetModel();
    Q_EMIT countChanged();
}

void RulesModel::countFindings()
{
    m_findings.clear();
    const QList<Finding> findings = m_runner ? m_runner->result().findings : QList<Finding>();
    for (const Finding& finding : findings) {
        if (!finding.accepted)
            ++m_findings[finding.rule];
    }
    noteLevels();
}

void RulesModel::noteChange(const DocumentChange& change)
{
    // The levels of the rules stand in the header.
    const auto isHeader = [](const Change& each) { return std::holds_alternative<HeaderChange>(each); };
    if (std::ranges::any_of(change.patch.changes, isHeader))
        noteLevels();
}

void RulesModel::noteLevels()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    Q_EMIT levelsChanged();
}

const Blueprint& RulesModel::blueprint() const
{
    static const Blueprint none;
    return m_document ? m_document->blueprint() : none;
}

QString RulesModel::preset() const
{
    return m_runner ? word(m_runner->options().preset) : QString();
}

QString RulesModel::folderFile() const
{
    return m_runner ? homeRelative(m_runner->settings().project().file) : QString();
}

bool RulesModel::isPresetFromFolder() const
{
    return m_runner && m_runner->settings().project().preset.has_value();
}

QString RulesModel::originOf(const CatalogueEntry& entry) const
{
    if (!m_runner)
        return {};
    switch (levelOf(entry, blueprint(), m_runner->options()).source) {
    case RuleLevel::Source::Options:
    case RuleLevel::Source::Blueprint:
        return tr("Set in this blueprint.");
    case RuleLevel::Source::Folder:
        return tr("Set for the folder by %1.").arg(folderFile());
    case RuleLevel::Source::Preset:
        break;
    }
    return tr("As in the preset “%1”.").arg(preset());
}

int RulesModel::findingsOf(const QString& rule) const
{
    return m_findings.value(rule);
}

int RulesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RulesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogueEntry& entry = *m_rows[index.row()];
    if (role == HeadingRole) {
        const bool isFirst = index.row() == 0 || m_rows[index.row() - 1]->family != entry.family;
        return isFirst ? familyName(entry.family) : QString();
    }
    return value(entry, role);
}

QVariant RulesModel::value(const CatalogueEntry& entry, int role) const
{
    const CheckOptions options = m_runner ? m_runner->options() : CheckOptions();
    switch (role) {
    case RuleRole:
        return entry.id;
    case FamilyRole:
        return familyName(entry.family);
    case TitleRole:
        return entry.title;
    case ExplanationRole:
        return entry.explanation;
    case DefinitionRole:
        return entry.definition;
    case RemedyRole:
        return entry.howToFix;
    case LevelRole:
        return word(levelOf(entry, blueprint(), options).severity);
    case OwnRole: {
        const QMap<QString, Severity>& own = blueprint().header().ruleSeverities;
        return own.contains(entry.id) ? word(own.value(entry.id)) : QString();
    }
    case InheritedRole:
        return word(levelWithoutBlueprint(entry, options).severity);
    case OriginRole:
        return originOf(entry);
    case FindingsRole:
        return findingsOf(entry.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> RulesModel::roleNames() const
{
    return {{RuleRole, QByteArrayLiteral("rule")},
            {FamilyRole, QByteArrayLiteral("family")},
            {HeadingRole, QByteArrayLiteral("heading")},
            {TitleRole, QByteArrayLiteral("title")},
            {ExplanationRole, QByteArrayLiteral("explanation")},
            {DefinitionRole, QByteArrayLiteral("definition")},
            {RemedyRole, QByteArrayLiteral("remedy")},
            {LevelRole, QByteArrayLiteral("level")},
            {OwnRole, QByteArrayLiteral("own")},
            {InheritedRole, QByteArrayLiteral("inherited")},
            {OriginRole, QByteArrayLiteral("origin")},
            {FindingsRole, QByteArrayLiteral("findings")}};
}

int RulesModel::rowOf(const QString& rule) const
{
    const auto found = std::ranges::find(m_rows, rule, [](const CatalogueEntry* entry) { return entry->id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString RulesModel::ruleAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row]->id : QString();
}

QVariantMap RulesModel::rule(const QString& rule) const
{
    QVariantMap map;
    const CatalogueEntry* entry = catalogueEntry(rule);
    if (!entry)
        return map;
    const QHash<int, QByteArray> names = roleNames();
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        map.insert(QString::fromUtf8(name.value()), value(*entry, name.key()));
    return map;
}

bool RulesModel::setLevel(const QString& rule, const QString& level)
{
    const CatalogueEntry* entry = catalogueEntry(rule);
    const std::optional<Severity> severity = severityFrom(level);
    if (!m_document || !entry || (!severity && !level.isEmpty()))
        return false;
    Header header = blueprint().header();
    if (severity)
        header.ruleSeverities.insert(rule, *severity);
    else
        header.ruleSeverities.remove(rule);
    const QString text =
        severity ? tr("Rule “%1”: %2").arg(entry->title, level) : tr("Rule “%1” as preset").arg(entry->title);
    return m_document->apply(setHeader(blueprint(), header), text);
}

} // namespace throughline
