// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/fixesmodel.h"

#include "app/document/follow.h"
#include "app/models/fixeffects.h"

#include <algorithm>

namespace throughline {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 300;

} // namespace

FixesModel::FixesModel(QObject* parent) : QAbstractListModel(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setSlow(true); });
}

void FixesModel::setCheckRunner(CheckRunner* runner)
{
    if (!follow(this, m_runner, runner, when(&CheckRunner::resultChanged, &FixesModel::refresh),
                when(&CheckRunner::resultConfirmed, &FixesModel::refresh),
                when(&CheckRunner::documentChanged, &FixesModel::followDocument)))
        return;
    followDocument();
    Q_EMIT checkRunnerChanged();
    refresh();
}

void FixesModel::followDocument()
{
    follow(this, m_document, m_runner ? m_runner->document() : nullptr,
           when(&DocumentController::changed, &FixesModel::noteChange),
           when(&DocumentController::reset, &FixesModel::noteChange));
}

void FixesModel::setFindingKey(const QString& key)
{
    if (key == m_key)
        return;
    m_key = key;
    m_wanted.clear();
    clear();
    Q_EMIT findingKeyChanged();
    refresh();
}

void FixesModel::setPreviewed(int row)
{
    const int wanted = row >= 0 && row < m_rows.size() ? row : -1;
    if (wanted == m_previewed)
        return;
    m_previewed = wanted;
    Q_EMIT previewChanged();
    if (wanted >= 0 && wanted != m_shown) {
        m_shown = wanted;
        Q_EMIT shownChanged();
    }
}

QVariant FixesModel::previewedPatch() const
{
    const bool fits = m_previewed >= 0 && m_document->revision() == m_revision;
    return fits ? QVariant::fromValue(m_rows[m_previewed].fix.patch) : QVariant();
}

const FixesModel::Row* FixesModel::shownRow() const
{
    return m_shown < m_rows.size() ? &m_rows[m_shown] : nullptr;
}

QString FixesModel::effect() const
{
    const Row* row = shownRow();
    return row ? effectSentence(row->fix) : QString();
}

QStringList FixesModel::alsoMended() const
{
    const Row* row = shownRow();
    if (!row)
        return {};
    QList<Finding> others = row->fix.mended;
    others.removeIf([this](const Finding& finding) { return fingerprint(finding) == m_key; });
    return titlesOf(others);
}

QStringList FixesModel::opened() const
{
    const Row* row = shownRow();
    return row ? titlesOf(row->fix.opened) : QStringList();
}

QVariantList FixesModel::numbers() const
{
    const Row* row = shownRow();
    return row ? row->numbers : QVariantList();
}

int FixesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FixesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Fix& fix = m_rows[index.row()].fix;
    return role == TextRole ? QVariant(fix.text) : role == FixIdRole ? QVariant(fix.id) : QVariant();
}

QHash<int, QByteArray> FixesModel::roleNames() const
{
    return {{TextRole, QByteArrayLiteral("text")}, {FixIdRole, QByteArrayLiteral("fixId")}};
}

const Finding* FixesModel::finding() const
{
    const qsizetype index = m_runner ? m_runner->indexOf(m_key) : -1;
    return index < 0 ? nullptr : &m_runner->result().findings[index];
}

bool FixesModel::resultIsFresh() const
{
    return m_runner && m_document && m_runner->resultRevision() == m_document->revision();
}

QList<FixesModel::Row> FixesModel::workOut(const Blueprint& blueprint, const Finding& finding,
                                           const CheckOptions& options)
{
    QList<Row> rows;
    for (const Fix& fix : fixesFor(blueprint, finding, options)) {
        Blueprint after = blueprint;
        if (!throughline::apply(after, fix.patch))
            continue;
        const QList<MetricChange> changes =
            byRelevance(numbersChangedBy(blueprint, fix.patch), finding.rule, blueprint.header().currency);
        rows += Row{fix, numberRows(changes, blueprint, after)};
    }
    return rows;
}

void FixesModel::noteChange()
{
    m_job.cancel();
    if (m_previewed >= 0)
        Q_EMIT previewChanged(); // the patch no longer fits
}

void FixesModel::refresh()
{
    if (!resultIsFresh())
        return; // the check that is under way brings us here again
    const Finding* current = finding();
    if (!current || current->accepted) {
        m_job.cancel();
        m_wanted.clear();
        clear();
        return;
    }
    const quint64 revision = m_document->revision();
    m_patience.start();
    m_job.start([blueprint = m_document->blueprint(), finding = *current,
                 options = m_runner->options()] { return workOut(blueprint, finding, options); },
                [this, revision](const QList<Row>& rows) {
                    m_revision = revision;
                    take(rows);
                });
}

void FixesModel::runNow()
{
    m_job.cancel();
    const Finding* current = finding();
    if (!current || !resultIsFresh())
        return;
    m_revision = m_document->revision();
    take(workOut(m_document->blueprint(), *current, m_runner->options()));
}

void FixesModel::clear()
{
    m_patience.stop();
    setSlow(false);
    m_shown = 0;
    beginResetModel();
    m_rows.clear();
    m_ready = false;
    endResetModel();
    if (m_previewed >= 0) {
        m_previewed = -1;
        Q_EMIT previewChanged();
    }
    Q_EMIT fixesChanged();
    Q_EMIT shownChanged();
}

void FixesModel::take(const QList<Row>& rows)
{
    m_patience.stop();
    setSlow(false);
    // The same ways keep their rows, and with them the keyboard's and the pointer's place.
    const bool same = std::ranges::equal(
        rows, m_rows, {}, [](const Row& row) { return row.fix.text; }, [](const Row& row) { return row.fix.text; });
    if (!same)
        beginResetModel();
    m_rows = rows;
    m_ready = true;
    if (!same) {
        m_shown = 0;
        m_previewed = -1;
        endResetModel();
    }
    Q_EMIT fixesChanged();
    Q_EMIT shownChanged();
    Q_EMIT previewChanged();
    const QString wanted = std::exchange(m_wanted, {});
    const auto found = std::ranges::find(m_rows, wanted, [](const Row& row) { return row.fix.text; });
    if (!wanted.isEmpty() && found != m_rows.end())
        applyNow(Fix(found->fix));
}

void FixesModel::setSlow(bool slow)
{
    if (slow == m_slow)
        return;
    m_slow = slow;
    Q_EMIT slowChanged();
}

bool FixesModel::apply(int row)
{
    if (row < 0 || row >= m_rows.size() || !m_document)
        return false;
    const Fix fix = m_rows[row].fix;
    if (m_document->revision() == m_revision)
        applyNow(fix);
    else
        m_wanted = fix.text;
    return true;
}

void FixesModel::applyNow(const Fix& fix)
{
    const Finding* current = finding();
    const QString title = current ? current->title : QString();
    const QString next = keyAfter(fix);
    setPreviewed(-1);
    if (m_document->apply(fix.patch, tr("Fix: %1").arg(fix.text)))
        Q_EMIT applied(title, next);
}

QString FixesModel::keyAfter(const Fix& fix) const
{
    QStringList mended{m_key};
    for (const Finding& finding : fix.mended)
        mended += fingerprint(finding);
    QString before;
    bool passed = false;
    const QList<Finding>& findings = m_runner->result().findings;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const QString& key = m_runner->fingerprintOf(i);
        passed = passed || key == m_key;
        if (findings[i].accepted || mended.contains(key))
            continue;
        if (passed)
            return key;
        if (before.isEmpty())
            before = key;
    }
    return before;
}

} // namespace throughline
